/** The same ledger month after month: what a later one adds, what it says otherwise, and what is only written otherwise. */
import { beforeEach, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { editFailure, saveHandling } from '../../../src/store/failures'
import type { FracasDatabase } from '../../../src/store/database'
import { undoImport } from '../../../src/store/imports'
import { Importer } from '../../../src/workers/importer'
import { placeOfValue, type Preview } from '../../../src/workers/importAnswers'
import { freshDatabase } from '../../support/freshDatabase'
import { aWorkbook } from '../exchange/aWorkbook'

const HEADER =
  '故障编号,车型,列车号,走行公里,部件名称,发生日期,故障现象,故障等级,处理措施,处理方式,换下件号,换上件号,原因分析,原因类别,责任单位,纠正措施,完成日期,闭环状态'
const MARCH = [
  'GZ-2024-0001,CRH380A,2901,1200345,中继阀,2024-03-05,中继阀漏风,Ⅲ,更换中继阀,换件,ZJ2001-0001,ZJ2301-0007,,,,,,',
  'GZ-2024-0002,CRH380A,2902,1300000,电源板,2024-04-06,EBCU重启,Ⅲ,断电复位,复位,,,,,,,,处理中',
  'GZ-2024-0003,CRH380A,2903,1100000,活塞环,2024-05-07,打风时间长,Ⅱ,,,,,,,,,,',
]
const APRIL = [
  'GZ-2024-0001,CRH380A,2901,1200345,中继阀,2024-03-05,中继阀漏风,Ⅲ,更换中继阀,换件,ZJ2001-0001,ZJ2301-0007,膜板老化开裂,老化,岭川制动,膜板改氟硅橡胶,2024-06-01,闭环',
  'GZ-2024-0002,CRH380A,2902,1300000,电源板,2024-04-06,EBCU重启,Ⅲ,断电复位无效后更换电源板,换件,DY2001-0002,DY2301-0009,输出电容失效,制造,岭川制动,电容改选型,2024-07-01,闭环',
  'GZ-2024-0003,CRH380A,2903,1100000,活塞环,2024-05-07,打风时间长,Ⅱ,更换活塞环,换件,HS2001-0003,HS2301-0001,活塞环磨损,老化,岭恒压缩机,,,',
  'GZ-2024-0004,CRH380A,2901,1250000,活塞环,2024-08-08,打风时间长,Ⅲ,更换活塞环,换件,HS2001-0004,HS2301-0002,,,,,,',
]

const quiet = (): void => undefined
const person = localPerson('王工', 'QAL')
let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

async function shown(rows: readonly string[], name: string): Promise<{ importer: Importer; preview: Preview }> {
  const importer = new Importer(() => '2025-01-01', db)
  const table = [HEADER, ...rows].map((line) => line.split(','))
  const preview = await importer.read([{ name, bytes: aWorkbook({ 台账: table }).slice().buffer }], quiet)
  return { importer, preview }
}

async function imported(rows: readonly string[], name: string): Promise<string> {
  const { importer } = await shown(rows, name)
  const answer = await importer.commit(person, quiet)
  if (answer.kind !== 'stored') throw new Error(answer.kind)
  return answer.batch.id
}

/** What hangs on the failure of a number, in words. */
async function told(no: string) {
  const live = <T extends { deleted?: boolean }>(records: readonly T[]): T[] =>
    records.filter(({ deleted }) => deleted !== true)
  const failure = (await db.recordsOf('failures').toArray()).find((one) => one.no === no)
  const of = { failureId: failure?.id ?? '' }
  const [handlings, replacements, causes, actions] = await Promise.all([
    db.recordsOf('handlings').where(of).toArray(),
    db.recordsOf('replacements').where(of).toArray(),
    db.recordsOf('rootCauseAnalyses').where(of).toArray(),
    db.recordsOf('correctiveActions').where(of).toArray(),
  ])
  return {
    state: failure?.state,
    handlings: live(handlings).map(({ measure, method }) => [measure, method]),
    serials: live(replacements).map(({ removedSerial, installedSerial }) => [removedSerial, installedSerial]),
    causes: live(causes).map(({ rootCauseText }) => rootCauseText),
    actions: live(actions).map(({ description, doneAt }) => [description, doneAt]),
  }
}

test('a later ledger brings causes, actions, serials and handlings to the failures that are stored', async () => {
  await imported(MARCH, '三月.xlsx')
  const { importer, preview } = await shown(APRIL, '四月.xlsx')
  expect(preview.plan.counts).toMatchObject({
    failures: 1,
    handlings: 2,
    replacements: 3,
    rootCauseAnalyses: 3,
    correctiveActions: 2,
  })
  expect(preview.plan.same).toBe(0)
  expect(preview.plan.changed.find(({ no }) => no === 'GZ-2024-0003')?.added).toEqual([
    ['handlings', 1],
    ['replacements', 1],
    ['rootCauseAnalyses', 1],
  ])
  const answer = await importer.commit(person, quiet)
  expect(answer.kind).toBe('stored')
  expect(await told('GZ-2024-0001')).toMatchObject({
    serials: [['ZJ2001-0001', 'ZJ2301-0007']],
    causes: ['膜板老化开裂'],
    actions: [['膜板改氟硅橡胶', '2024-06-01']],
  })
  expect(await told('GZ-2024-0003')).toMatchObject({
    handlings: [['更换活塞环', expect.any(String)]],
    serials: [['HS2001-0003', 'HS2301-0001']],
    causes: ['活塞环磨损'],
    actions: [],
  })
})

test('what is told otherwise is shown old beside new and stays until somebody takes it, one value or all', async () => {
  await imported(MARCH, '三月.xlsx')
  const { importer, preview } = await shown(APRIL, '四月.xlsx')
  const second = preview.plan.changed.find(({ no }) => no === 'GZ-2024-0002')
  expect(second?.differences.map(({ table, field, before, now }) => [table, field, before, now])).toEqual([
    ['failures', 'closedAt', null, '2024-07-01'],
    ['failures', 'state', 'SUBMITTED', 'CLOSED'],
    ['handlings', 'measure', '断电复位', '断电复位无效后更换电源板'],
    ['handlings', 'method', expect.any(String), expect.any(String)],
  ])
  const measure = second!.differences.find(({ field }) => field === 'measure')!
  const taken = await importer.takeOver(second!.id, placeOfValue(measure), true, quiet)
  expect([taken.plan.taken, taken.plan.closes]).toEqual([1, 0])
  const all = await importer.takeOver(null, null, true, quiet)
  expect([all.plan.closes, all.plan.reopens]).toEqual([2, 0])
  await importer.takeOver(null, null, false, quiet)
  await importer.takeOver(second!.id, placeOfValue(measure), true, quiet)
  await importer.commit(person, quiet)
  expect(await told('GZ-2024-0002')).toMatchObject({
    state: 'SUBMITTED',
    handlings: [['断电复位无效后更换电源板', expect.any(String)]],
  })
})

test('another way of writing is no difference, an empty cell wipes nothing out, a blank state reopens nothing', async () => {
  await imported(APRIL, '四月.xlsx')
  const again = [
    // Rounded distance, punctuation, O for 0, a date to the month, and neither cause nor state.
    'GZ-2024-0001,CRH380A,2901,1200000,中继阀,2024-03-05,中继阀 漏风。,Ⅲ,更换中继阀；,换件,ZJ2001-OOO1,ZJ23O1-0007,,,,膜板改氟硅橡胶,2024-06,',
  ]
  const { preview } = await shown(again, '五月.xlsx')
  expect([preview.plan.changed, preview.plan.same]).toEqual([[], 1])
  expect(preview.plan.counts).toMatchObject({
    handlings: 0,
    replacements: 0,
    rootCauseAnalyses: 0,
    correctiveActions: 0,
  })
})

test('a number told otherwise is a difference, and several records joined into one cell are nothing new', async () => {
  const [first = ''] = APRIL
  await imported([first.replace('中继阀漏风', '压力2.5bar')], '四月.xlsx')
  const [failure] = await db.recordsOf('failures').toArray()
  await saveHandling(failure!.id, null, { measure: '复查正常' }, localPerson('何工', 'SSM'), { why: '补记' }, db)
  const joined = first.replace('更换中继阀', '更换中继阀；复查正常')
  const other = joined.replace('中继阀漏风', '压力25bar').replace('1200345', '1000000')
  const { preview } = await shown([other], '五月.xlsx')
  expect(preview.plan.counts).toMatchObject({ handlings: 0, replacements: 0 })
  expect(preview.plan.changed[0]?.differences.map(({ field }) => field).sort()).toEqual(['description', 'odometerKm'])
})

test('what was written in the program since stands, and the same ledger a third time adds nothing', async () => {
  await imported(MARCH, '三月.xlsx')
  const third = (await db.recordsOf('failures').toArray()).find(({ no }) => no === 'GZ-2024-0003')!
  await saveHandling(
    third.id,
    null,
    { measure: '更换活塞环，试风正常' },
    localPerson('何工', 'SSM'),
    { why: '补记' },
    db,
  )
  await editFailure(third.id, { remark: '夜间' }, person, { why: '补记' }, db)
  const { preview } = await shown(APRIL, '四月.xlsx')
  const changed = preview.plan.changed.find(({ no }) => no === 'GZ-2024-0003')
  expect(changed?.differences.map(({ table, before }) => [table, before])).toEqual([
    ['handlings', '更换活塞环，试风正常'],
  ])
  await imported(APRIL, '四月.xlsx')
  expect((await told('GZ-2024-0003')).handlings).toEqual([['更换活塞环，试风正常', expect.any(String)]])
  const { preview: third2 } = await shown(APRIL, '四月又一次.xlsx')
  expect(Object.values(third2.plan.counts).filter((count) => count > 0)).toEqual([])
})

test('what a row without a state means is asked once, and the answer holds for the ledgers to come', async () => {
  const rows = [
    'GZ-2019-0001,CRH380A,2901,,中继阀,2019-03-05,漏风,Ⅲ,更换中继阀,换件,,,,,,,2019-03-09,',
    'GZ-2019-0002,CRH380A,2902,,中继阀,2019-03-06,缓解不良,Ⅲ,,,,,,,,,,',
    'GZ-2019-0003,CRH380A,2903,,中继阀,2019-03-07,卡滞,Ⅲ,,,,,,,,,,未闭环',
  ]
  const header = HEADER.replace('完成日期', '修复日期')
  const read = async (name: string, table: readonly string[]) => {
    const importer = new Importer(() => '2025-01-01', db)
    const lines = [header, ...table].map((line) => line.split(','))
    return {
      importer,
      preview: await importer.read([{ name, bytes: aWorkbook({ 台账: lines }).slice().buffer }], quiet),
    }
  }
  const { importer, preview } = await read('旧台账.xlsx', rows)
  expect(preview.plan.unknown.find(({ word }) => word === '')).toMatchObject({
    field: 'closed',
    count: 2,
    decided: null,
  })
  const decided = await importer.decideWord('closed', '', 'closed-by-repair', quiet)
  expect(decided.plan.unknown.find(({ word }) => word === '')).toMatchObject({ decided: 'closed-by-repair' })
  await importer.commit(person, quiet)
  const stored = (await db.recordsOf('failures').toArray()).map(({ no, state, closedAt }) => [no, state, closedAt])
  expect(stored.sort()).toEqual([
    ['GZ-2019-0001', 'CLOSED', '2019-03-09'],
    ['GZ-2019-0002', 'SUBMITTED', undefined],
    ['GZ-2019-0003', 'SUBMITTED', undefined],
  ])
  // Who looks at the import later sees what was decided.
  expect((await db.importBatches.toArray()).map(({ blankStates }) => blankStates)).toEqual([
    { rows: 2, takenFor: 'closed-by-repair' },
  ])
  const later = await read('又一份.xlsx', ['GZ-2019-0004,CRH380A,2904,,中继阀,2019-04-05,漏风,Ⅲ,,,,,,,,,2019-04-09,'])
  expect(later.preview.plan.unknown.find(({ word }) => word === '')).toMatchObject({ decided: 'closed-by-repair' })
})

test('taking the later import back leaves what the first one brought', async () => {
  await imported(MARCH, '三月.xlsx')
  const before = await told('GZ-2024-0002')
  const { importer } = await shown(APRIL, '四月.xlsx')
  await importer.takeOver(null, null, true, quiet)
  const answer = await importer.commit(person, quiet)
  if (answer.kind !== 'stored') throw new Error(answer.kind)
  expect((await told('GZ-2024-0002')).state).toBe('CLOSED')
  await undoImport(answer.batch.id, person, false, db)
  const { state, handlings } = await told('GZ-2024-0002')
  expect({ state, handlings }).toEqual({ state: before.state, handlings: before.handlings })
})

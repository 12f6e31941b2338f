/** One import from files to stored records, and two of them at once on one database. */
import { beforeEach, expect, test, vi } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { Importer } from '../../../src/workers/importer'
import type { CommitAnswer, Preview } from '../../../src/workers/importAnswers'
import { FracasDatabase } from '../../../src/store/database'
import { editFailure } from '../../../src/store/failures'
import { undoImport } from '../../../src/store/imports'
import * as memory from '../../../src/workers/importMemory'
import { freshDatabase } from '../../support/freshDatabase'
import { aWorkbook } from '../exchange/aWorkbook'

const HEADER = ['故障编号', '车型', '列车号', '部件名称', '故障现象', '发生时间', '备注']
const ROWS = [
  ['GZ-2016-0001', 'CRH380A', '2641', '中继阀', '排风口漏风', '2016-03-05', ''],
  ['GZ-2016-0002', 'CRH380A', '2642', '中继阀', '缓解不良', '2016-03-06', ''],
]
const FLEET = [
  ['车型', '列车号', '配属段', '编组辆数', '上线日期'],
  ['CRH380A', '2641', '上海动车段', 8, '2013-02-02'],
  ['CRH380A', '2642', '上海动车段', 8, '2013-03-02'],
] as const

const file = (rows: readonly (readonly (string | number)[])[], name = '台账.xlsx', sheet = '台账') => ({
  name,
  bytes: aWorkbook({ [sheet]: rows }).slice().buffer,
})
const quiet = (): void => undefined
const importerOn = (db: FracasDatabase): Importer => new Importer(() => '2020-01-01', db)
const storedOf = (answer: CommitAnswer) => {
  if (answer.kind !== 'stored') throw new Error('the import was not stored')
  return answer
}
const problemsOf = ({ files }: Preview) => files.map((one) => (one.ok ? null : one.problem))

let db: FracasDatabase
/** The same database as another tab has it open. */
let otherTab: FracasDatabase
beforeEach(() => {
  vi.restoreAllMocks()
  db = freshDatabase()
  otherTab = new FracasDatabase(db.name)
})

test('the same file imported in two tabs at once is stored once, and the second is told what changed', async () => {
  const [first, second] = [importerOn(db), importerOn(otherTab)]
  const shown = await Promise.all([
    first.read([file([HEADER, ...ROWS])], quiet),
    second.read([file([HEADER, ...ROWS])], quiet),
  ])
  expect(shown.map(({ plan }) => plan.counts['failures'])).toEqual([2, 2])
  const answers = await Promise.all([
    first.commit(localPerson('王工', 'QAL'), quiet),
    second.commit(localPerson('李工', 'QAL'), quiet),
  ])
  expect(answers.map(({ kind }) => kind).sort()).toEqual(['outdated', 'stored'])
  const late = answers.find((answer) => answer.kind === 'outdated')!
  expect(late.counts).toEqual([
    { table: 'trains', before: 2, now: 0 },
    { table: 'failures', before: 2, now: 0 },
  ])
  expect(late.preview.files).toMatchObject([{ importedBefore: { actor: expect.any(String) } }])
  expect(await db.recordsOf('failures').count()).toBe(2)
  expect(await db.recordsOf('trains').count()).toBe(2)
})

test('a change elsewhere that makes no difference to the plan does not stop the import', async () => {
  const one = importerOn(db)
  await one.read([file([HEADER, ROWS[0]!])], quiet)
  await one.commit(localPerson('王工', 'QAL'), quiet)
  const two = importerOn(db)
  await two.read([file([HEADER, ROWS[1]!], '二.xlsx')], quiet)
  const [failure] = await otherTab.recordsOf('failures').toArray()
  await editFailure(failure!.id, { remark: '已复现' }, localPerson('李工', 'QAL'), undefined, otherTab)
  expect((await two.commit(localPerson('王工', 'QAL'), quiet)).kind).toBe('stored')
  expect(await db.recordsOf('failures').count()).toBe(2)
})

test('a failure edited elsewhere since the preview is shown anew before it is overwritten', async () => {
  const one = importerOn(db)
  await one.read([file([HEADER, ROWS[0]!])], quiet)
  await one.commit(localPerson('王工', 'QAL'), quiet)
  const two = importerOn(db)
  const newer = [...ROWS[0]!.slice(0, 6), '第二版']
  const preview = await two.read([file([HEADER, newer], '二.xlsx')], quiet)
  expect(preview.plan.changed[0]?.filled).toMatchObject([{ field: 'remark', before: null, now: '第二版' }])
  const id = preview.plan.changed[0]!.id
  await editFailure(id, { remark: '人工写的' }, localPerson('李工', 'QAL'), undefined, otherTab)
  const answer = await two.commit(localPerson('王工', 'QAL'), quiet)
  expect(answer.kind).toBe('outdated')
  expect(answer.kind === 'outdated' && answer.preview.plan.changed[0]?.differences).toMatchObject([
    { field: 'remark', before: '人工写的', now: '第二版' },
  ])
  expect((await db.recordsOf('failures').get(id))?.remark).toBe('人工写的')
})

test('two files of one name are two files, and the very same content is read once', async () => {
  const one = importerOn(db)
  const [a, b] = [file([HEADER, ROWS[0]!]), file([HEADER, ROWS[1]!])]
  const preview = await one.read([a, b, { ...a, name: '副本.xlsx' }], quiet)
  expect(preview.plan.counts['failures']).toBe(2)
  expect(problemsOf(preview)).toEqual([null, null, { code: 'file-repeated', parameters: { name: '台账.xlsx' } }])
  const mended = await one.override(1, '台账', { leftOut: [2] }, quiet)
  expect(mended.plan.counts['failures']).toBe(1)
  const { batch } = storedOf(await one.commit(localPerson('王工', 'QAL'), quiet))
  expect(batch.sheets.map(({ file: name, fileAt }) => [name, fileAt])).toEqual([['台账.xlsx', 0]])
  expect((await db.recordsOf('failures').toArray()).map(({ no }) => no)).toEqual(['GZ-2016-0001'])
})

test('duplicates name the file they stand in, also when both files have one name', async () => {
  const one = importerOn(db)
  const second = [...ROWS[0]!.slice(0, 6), '再报一次']
  const { plan } = await one.read([file([HEADER, ...ROWS]), file([HEADER, second])], quiet)
  expect(plan.duplicates).toMatchObject([{ file: 1, sheet: '台账', row: 2 }])
  expect(one.bothRows(1, '台账', 2)?.first).toEqual({ file: 0, sheet: '台账', row: 2 })
})

test('a fleet list completes the trains a ledger named, and taking it back empties them again', async () => {
  const one = importerOn(db)
  await one.read([file([HEADER, ...ROWS])], quiet)
  await one.commit(localPerson('王工', 'QAL'), quiet)
  const two = importerOn(db)
  const { plan } = await two.read([file(FLEET, '列车台账.xlsx', '列车台账')], quiet)
  expect(plan.filled).toBe(8)
  expect(plan.masters.map(({ name }) => name)).toEqual(['CRH380A-2641', 'CRH380A-2642'])
  const { batch } = storedOf(await two.commit(localPerson('王工', 'QAL'), quiet))
  expect(batch.updates).toMatchObject({ failures: 0, masters: 2 })
  const trains = async () =>
    (await db.recordsOf('trains').toArray()).map(({ serviceDate, carsPerTrain }) => [serviceDate, carsPerTrain])
  expect(await trains()).toEqual([
    ['2013-02-02', 8],
    ['2013-03-02', 8],
  ])
  await undoImport(batch.id, localPerson('王工', 'QAL'), false, db)
  expect(await trains()).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ])
})

test('what a list says otherwise is stored only where a person takes it', async () => {
  const one = importerOn(db)
  await one.read([file(FLEET, '一.xlsx', '列车台账')], quiet)
  await one.commit(localPerson('王工', 'QAL'), quiet)
  const newer = [FLEET[0], ['CRH380A', '2641', '上海动车段', 16, '2013-02-20'], FLEET[2]]
  const two = importerOn(db)
  const { plan } = await two.read([file(newer, '二.xlsx', '列车台账')], quiet)
  const [train] = plan.masters
  expect(train?.differences.map(({ field, before, now }) => [field, before, now])).toEqual([
    ['carsPerTrain', 8, 16],
    ['serviceDate', '2013-02-02', '2013-02-20'],
  ])
  const taken = await two.takeMaster(train!.key, 'serviceDate', true, quiet)
  expect([taken.plan.taken, taken.plan.masters[0]?.taken]).toEqual([1, ['serviceDate']])
  await two.commit(localPerson('王工', 'QAL'), quiet)
  expect((await db.recordsOf('trains').toArray()).find(({ trainNo }) => trainNo === '2641')).toMatchObject({
    carsPerTrain: 8,
    serviceDate: '2013-02-20',
  })
})

test('an import is stored even when what was decided cannot be remembered, and that is said', async () => {
  const one = importerOn(db)
  await one.read([file([HEADER, ...ROWS])], quiet)
  vi.spyOn(memory, 'rememberMappings').mockRejectedValue(new Error('QuotaExceededError'))
  const answer = storedOf(await one.commit(localPerson('王工', 'QAL'), quiet))
  expect([answer.isRemembered, answer.batch.counts['failures']]).toEqual([false, 2])
  expect(await db.recordsOf('failures').count()).toBe(2)
})

test('the sample loaded in two tabs is stored once', async () => {
  const { readFileSync } = await import('node:fs')
  const sample = JSON.parse(readFileSync('fixtures/demo/sampleFleet.json', 'utf8'))
  const [a, b] = await Promise.all([
    importerOn(db).loadSample(sample, localPerson('王工', 'QAL'), quiet),
    importerOn(otherTab).loadSample(sample, localPerson('王工', 'QAL'), quiet),
  ])
  expect(a.id).toBe(b.id)
  expect(await db.importBatches.count()).toBe(1)
})

test('a cancelled import stores nothing', async () => {
  const one = importerOn(db)
  await one.read([file([HEADER, ...ROWS])], quiet)
  await expect(one.commit(localPerson('王工', 'QAL'), () => one.cancel())).rejects.toThrow('')
  expect(await db.recordsOf('failures').count()).toBe(0)
})

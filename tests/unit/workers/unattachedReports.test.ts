/** Analyses and actions whose number does not tell their failure: listed with candidates, attached once. */
import { beforeEach, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { FracasDatabase } from '../../../src/store/database'
import { Importer } from '../../../src/workers/importer'
import { freshDatabase } from '../../support/freshDatabase'
import { aWorkbook } from '../exchange/aWorkbook'

const LEDGER = [
  '故障编号,车型,列车号,部件名称,发生日期,故障现象,故障等级,处理措施,序列号,原因分析',
  'GZ-2016-0007,CRH380A,2650,中继阀,2016-03-05,中继阀漏风,Ⅲ,更换中继阀,ZJ1201-0001,膜板老化',
  'GZ-2016-0007,CRH380A,2651,中继阀,2016-03-09,中继阀缓解慢,Ⅲ,更换中继阀,ZJ1202-0044,',
  'GZ-2016-0008,CRH380A,2652,电源板,2016-04-06,EBCU重启,Ⅲ,更换电源板,DY1402-0032,',
]
const report = (no: string, train: string, serial: string, cause: string): readonly (readonly string[])[] => [
  ['故障分析报告'],
  ['报告编号', `FX-${no}-${train}`, '故障编号', no],
  ['车型', 'CRH380A', '列车号', train],
  ['故障部件', '中继阀', '序列号', serial],
  ['发生日期', '2016-03-08', '分析人', '张工'],
  ['原因分析', cause],
]

const quiet = (): void => undefined
const person = localPerson('王工', 'QAL')
let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

const file = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  bytes: aWorkbook({ Sheet1: rows.map((row) => [...row]) }).slice().buffer,
})
const ledger = file(
  '台账.xlsx',
  LEDGER.map((row) => row.split(',')),
)

async function causes() {
  const failures = new Map((await db.recordsOf('failures').toArray()).map(({ id, description }) => [id, description]))
  return (await db.recordsOf('rootCauseAnalyses').toArray())
    .map(({ failureId = '', rootCauseText, author }) => [failures.get(failureId), rootCauseText, author])
    .sort()
}

test('of two failures with one number the report belongs to the one of its train, and completes its analysis', async () => {
  const importer = new Importer(() => '2026-01-01', db)
  const preview = await importer.read(
    [ledger, file('分析.xlsx', report('GZ-2016-0007', '2650', '', '膜板老化，导致中继阀漏风'))],
    quiet,
  )
  expect(preview.plan.unattached).toEqual([])
  await importer.commit(person, quiet)
  expect(await causes()).toEqual([['中继阀漏风', '膜板老化，导致中继阀漏风', '张工']])
})

test('of two failures with one number an action without a train belongs to the one of its part', async () => {
  const [header = '', ...rows] = LEDGER
  const shared = [header, ...rows.map((row) => row.replace('GZ-2016-0008', 'GZ-2016-0007'))]
  const action = [
    ['纠正措施报告'],
    ['措施编号', 'CS-1', '故障编号', 'GZ-2016-0007'],
    ['故障部件', '电源板', '责任人', '林工'],
    ['纠正措施', '电源板加装防尘罩', '计划完成日期', '2016-06-10'],
  ]
  const importer = new Importer(() => '2026-01-01', db)
  const { plan } = await importer.read(
    [
      file(
        '台账.xlsx',
        shared.map((row) => row.split(',')),
      ),
      file('措施.xlsx', action),
    ],
    quiet,
  )
  expect([plan.unattached, plan.counts['correctiveActions']]).toEqual([[], 1])
  await importer.commit(person, quiet)
  const [stored] = await db.recordsOf('correctiveActions').toArray()
  const failure = await db.recordsOf('failures').get(stored?.failureId ?? '')
  expect([failure?.description, stored?.owner, stored?.dueAt]).toEqual(['EBCU重启', '林工', '2016-06-10'])
})

test('a report whose number is that of another train is listed with candidates, and stored where it is attached', async () => {
  const importer = new Importer(() => '2026-01-01', db)
  const stray = file('分析.xlsx', report('GZ-2016-0008', '2651', 'ZJ12O2-0044', '阀芯卡滞'))
  const { plan } = await importer.read([ledger, stray], quiet)
  expect(plan.unattached.map(({ no, why, attachedTo }) => [no, why, attachedTo])).toEqual([
    ['GZ-2016-0008', 'train-differs', ''],
  ])
  expect(plan.counts['rootCauseAnalyses']).toBe(1)
  const [open] = plan.unattached
  const wanted = open?.candidates.find(({ description }) => description === '中继阀缓解慢')
  expect(wanted).toMatchObject({ no: 'GZ-2016-0007', train: 'CRH380A-2651', occurredAt: '2016-03-09' })
  const decided = await importer.attach(open?.place ?? '', wanted?.key ?? '', quiet)
  expect(decided.plan.unattached[0]?.attachedTo).toBe(wanted?.key)
  expect((await importer.commit(person, quiet)).kind).toBe('stored')
  expect(await causes()).toContainEqual(['中继阀缓解慢', '阀芯卡滞', '张工'])

  // The same report again is known by its own number, and asked no more.
  const again = new Importer(() => '2026-01-01', db)
  const { plan: later } = await again.read([{ ...stray, name: '分析2.xlsx' }], quiet)
  expect([later.unattached, later.counts['rootCauseAnalyses']]).toEqual([[], 0])
})

test('a report of a number nobody has waits for its failure and is listed meanwhile', async () => {
  const early = new Importer(() => '2026-01-01', db)
  const { plan } = await early.read([file('分析.xlsx', report('GZ-2016-0008', '2652', '', '电容失效'))], quiet)
  expect(plan.unattached.map(({ why }) => why)).toEqual(['number-unknown'])
  await early.commit(person, quiet)
  const later = new Importer(() => '2026-01-01', db)
  await later.read([ledger], quiet)
  await later.commit(person, quiet)
  expect(await causes()).toContainEqual(['EBCU重启', '电容失效', '张工'])
})

test('a report brings what a stored analysis lacks and shows what it says otherwise', async () => {
  const first = new Importer(() => '2026-01-01', db)
  await first.read([ledger], quiet)
  await first.commit(person, quiet)
  const second = new Importer(() => '2026-01-01', db)
  const { plan } = await second.read(
    [file('分析.xlsx', report('GZ-2016-0007', '2650', '', '膜板老化，导致中继阀漏风'))],
    quiet,
  )
  expect(plan.counts['rootCauseAnalyses']).toBe(0)
  const [changed] = plan.changed
  expect(changed?.differences.map(({ field, before, now }) => [field, before, now])).toEqual([
    ['rootCauseText', '膜板老化', '膜板老化，导致中继阀漏风'],
  ])
  expect(changed?.filled.map(({ field }) => field)).toEqual(expect.arrayContaining(['reportNo', 'author']))
  await second.commit(person, quiet)
  expect(await causes()).toEqual([['中继阀漏风', '膜板老化', '张工']])
})

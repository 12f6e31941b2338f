/** Two editions of one ledger as they are mailed: the later one is found to tell of the same failures, and says little else. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { FracasDatabase } from '../../../src/store/database'
import { Importer } from '../../../src/workers/importer'
import type { Preview } from '../../../src/workers/importAnswers'
import { freshDatabase } from '../../support/freshDatabase'
import { aWorkbook } from '../exchange/aWorkbook'

const quiet = (): void => undefined
const person = localPerson('王工', 'QAL')
const mailed = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(`fixtures/excel/${name}`)).slice().buffer,
})

async function secondEdition(
  first: readonly { readonly name: string; readonly bytes: ArrayBuffer }[],
  second: { readonly name: string; readonly bytes: ArrayBuffer },
  db: FracasDatabase = freshDatabase(),
): Promise<Preview['plan']> {
  const importer = new Importer(() => '2018-01-01', db)
  await importer.read([...first], quiet)
  await importer.commit(person, quiet)
  const later = new Importer(() => '2018-01-01', db)
  return (await later.read([second], quiet)).plan
}

const differing = ({ changed }: Preview['plan']): readonly string[] =>
  changed.flatMap(({ differences }) => differences.map(({ field }) => field))

describe('the later edition of a mailed ledger', () => {
  /**
   * Of the failures of the first edition every one stands in the second. Nineteen have no day that can be read on one
   * side. Of the first ledger 135 categories of cause are others (材质 and 质量, 管理), of the second 100 remarks.
   */
  test.each([
    ['without numbers', 'L1-机车售后故障台账(2014-2017).xls', 'L1-机车售后故障台账(2014-2017)-最新版 (2).xlsx', 20, 16],
    ['with numbers', 'L2-售后故障信息台账(2014-2017).xls', 'L2-售后故障信息台账(2014-2017) -最新版.xlsx', 1, 22],
  ])('%s tells of the same failures, and shows hardly a cell that only is written otherwise', async (...edition) => {
    const [, first, second, mostNew, mostOther] = edition
    const plan = await secondEdition(['B1-产品BOM.xlsx', 'B2-列车台账.xlsx', first].map(mailed), mailed(second))
    expect(plan.counts['failures']).toBeLessThanOrEqual(mostNew)
    const others = differing(plan).filter((field) => field !== 'rootCauseCat' && field !== 'remark')
    expect(others.length).toBeLessThanOrEqual(mostOther)
    expect(others).not.toContain('occurredAt')
  })
})

const HEADER = '故障编号,车型,列车号,走行公里,部件名称,序列号,发生日期,故障现象,故障等级,处理措施'
const ledger = (name: string, ...rows: readonly string[]) => ({
  name,
  bytes: aWorkbook({ 台账: [HEADER, ...rows].map((row) => row.split(',')) }).slice().buffer,
})
const ROW = ',CRH380A,2650,1200000,停放脉冲电磁阀,,2016-03,停放制动施加无反应,Ⅲ,更换'

test('a part called otherwise, a day where a month stood and a rounded distance make no other failure', async () => {
  const plan = await secondEdition(
    [ledger('一月.xlsx', ROW)],
    ledger('二月.xlsx', ',CRH380A,2650,1199200,停放脉冲电磁阀,,2016-03-09,停放制动施加无反应,Ⅲ,更换'),
  )
  expect([plan.counts['failures'], differing(plan)]).toEqual([0, []])
  expect(plan.changed[0]?.filled.map(({ field, before, now }) => [field, before, now])).toEqual([
    ['occurredAt', '2016-03', '2016-03-09'],
  ])
  const renamed = await secondEdition(
    [ledger('一月.xlsx', ROW.replace('2016-03', '2016-03-09'))],
    ledger('二月.xlsx', ROW.replace('停放脉冲电磁阀', '停放电磁阀').replace('2016-03', '2016-03-09')),
  )
  expect(renamed.counts['failures']).toBe(0)
})

test('the number written otherwise is the same number, and a serial takes the place of a mark', async () => {
  const plan = await secondEdition(
    [ledger('一月.xlsx', `GZ-2016-0020${ROW.replace(',,2016-03', ',1#、2#,2016-03-09')}`)],
    ledger('二月.xlsx', `GZ-2016-20${ROW.replace(',,2016-03', ',TM1306-0020,2016-03-09')}`),
  )
  expect([plan.counts['failures'], differing(plan)]).toEqual([0, []])
  expect(plan.changed[0]?.filled.map(({ field, before, now }) => [field, before, now])).toEqual([
    ['reportedSerial', '1#、2#', 'TM1306-0020'],
  ])
})

test('two rows of one sheet, and another story of the same day, stay failures of their own', async () => {
  const twice = ledger(
    '一月.xlsx',
    ROW.replace('2016-03', '2016-03-09'),
    ROW.replace('停放脉冲电磁阀', '中继阀').replace('2016-03', '2016-03-09'),
  )
  const other = ROW.replace('停放制动施加无反应', '停放制动缓解不到位').replace('2016-03', '2016-03-09')
  const plan = await secondEdition([twice], ledger('二月.xlsx', other))
  expect([plan.counts['failures'], plan.same + plan.changed.length]).toEqual([1, 0])
})

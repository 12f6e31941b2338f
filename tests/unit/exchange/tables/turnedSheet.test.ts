import { expect, test } from 'vitest'
import { parseSheets } from '../../../../src/exchange/tables/parseWorkbook'
import { readWorkbook } from '../../../../src/exchange/open/readWorkbook'
import { cellsAlike, reviewColumns, reviewRow } from '../../../../src/exchange/plan/review/reviewRows'
import { writeErrorWorkbook } from '../../../../src/exchange/write/writeErrorWorkbook'
import { turnedAddress } from '../../../../src/exchange/tables/turnedSheet'
import { aWorkbook, codesOf, fieldsOf, firstSheet } from '../aWorkbook'

const FAILURES = [
  ['制动故障对比表'],
  ['故障编号', 'GZ-2016-0001', 'GZ-2016-0002', 'GZ-2016-0003'],
  ['发生日期', '2016.3.5', '2016年4月', '2016-05-06'],
  ['车型', 'CRH380A', 'CRH380A', 'CRH380B'],
  ['列车号', '2641', '2642组', 3576],
  ['走行公里(万km)', 12.5, '13万公里', 14],
  ['部件名称', '中继阀', '防滑阀', '电源板'],
  ['故障现象', '缓解慢', '漏风', '通信中断'],
  ['故障等级', 'Ⅲ', 'Ⅱ/Ⅲ', 'Ⅳ'],
]

test('failures that stand side by side under labels down the first column are read one per column', () => {
  const sheet = firstSheet(aWorkbook({ 对比: FAILURES }))
  expect([sheet.kind, sheet.turned]).toEqual(['failure-ledger', true])
  expect(fieldsOf(sheet.records)).toEqual([
    {
      failureNo: 'GZ-2016-0001',
      occurredAt: '2016-03-05',
      vehicleType: 'CRH380A',
      trainNo: '2641',
      odometerKm: 125_000,
      node: '中继阀',
      symptom: '缓解慢',
      severity: 3,
    },
    {
      failureNo: 'GZ-2016-0002',
      occurredAt: '2016-04',
      vehicleType: 'CRH380A',
      trainNo: '2642',
      odometerKm: 130_000,
      node: '防滑阀',
      symptom: '漏风',
    },
    {
      failureNo: 'GZ-2016-0003',
      occurredAt: '2016-05-06',
      vehicleType: 'CRH380B',
      trainNo: '3576',
      odometerKm: 140_000,
      node: '电源板',
      symptom: '通信中断',
      severity: 4,
    },
  ])
  expect(codesOf(sheet.records[1]!)).toEqual(['month-only', 'severity-conflict'])
})

test('every value names the cell it was mailed in, and a corrected cell is read again', () => {
  const read = readWorkbook(aWorkbook({ 对比: FAILURES }), 'a.xlsx')
  if (!read.ok) throw new Error(read.problem.code)
  const [raw] = read.workbook.sheets
  const parsed = parseSheets({ sheets: [raw!] }, 'a.xlsx', {
    overrides: { 对比: { cells: { C9: 'Ⅱ' } } },
    today: '2020-01-01',
  })
  if (!parsed.ok) throw new Error(parsed.problem.code)
  const [sheet] = parsed.sheets
  expect(sheet!.records[0]!.cells).toMatchObject({ failureNo: 'B2', odometerKm: 'B6', severity: 'B9' })
  expect([sheet!.records[1]!.fields.severity, sheet!.records[1]!.raw.severity]).toEqual([2, 'Ⅱ/Ⅲ'])
  const row = reviewRow(sheet!.records[1]!, reviewColumns(sheet!), sheet!, raw!, { cells: { C9: 'Ⅱ' } })
  expect(row.cells.find(({ address }) => address === 'C9')).toMatchObject({ value: 2, text: 'Ⅱ', mailed: 'Ⅱ/Ⅲ' })
  expect(cellsAlike(sheet!, raw!, '4', 'CRH380A')).toEqual(['B4', 'C4'])
})

test('the error workbook gives each of them a row with its reason, and is read again', () => {
  const read = readWorkbook(aWorkbook({ 对比: FAILURES }), 'a.xlsx')
  const parsed = read.ok ? parseSheets(read.workbook, 'a.xlsx', { today: '2020-01-01' }) : read
  if (!read.ok || !parsed.ok) throw new Error('unreadable')
  const [raw] = read.workbook.sheets
  const bytes = writeErrorWorkbook([{ raw: raw!, parsed: parsed.sheets[0]!, corrected: raw!, rows: new Set([3]) }], {
    language: 'zh',
    generatedAt: '2020-01-01',
    build: 'test',
  })
  const again = firstSheet(bytes!)
  expect(again.turned).toBeUndefined()
  expect(again.records.map(({ fields, issues }) => [fields.failureNo, issues.map(({ code }) => code)])).toEqual([
    ['GZ-2016-0002', ['month-only', 'severity-conflict']],
  ])
})

test('a report form with one value beside each label stays a form', () => {
  const sheet = firstSheet(
    aWorkbook({ 报告: [['产品故障报告表'], ...FAILURES.slice(1).map((row) => row.slice(0, 2))] }),
  )
  expect([sheet.kind, sheet.turned, sheet.records.length]).toEqual(['failure-form', undefined, 1])
})

test('months down and trains across are the same distances as months across', () => {
  const sheet = firstSheet(
    aWorkbook({
      里程: [['2016年走行公里统计（单位：万km）'], ['月份', '2641', '2642'], ['1月', 4.1, 4.2], ['2月', '/', 4.4]],
    }),
  )
  expect(sheet.kind).toBe('mileage-matrix')
  expect(sheet.records.map(({ fields, cells }) => [fields.trainNo, fields.month, fields.km, cells.km])).toEqual([
    ['2641', '2016-01', 41_000, 'B3'],
    ['2642', '2016-01', 42_000, 'C3'],
    ['2642', '2016-02', 44_000, 'C4'],
  ])
})

test('an address turned twice is itself', () => {
  expect([turnedAddress('C5'), turnedAddress('E3'), turnedAddress(turnedAddress('AB120'))]).toEqual([
    'E3',
    'C5',
    'AB120',
  ])
})

/** A column whose values are not what its header says is asked once and never taken for it. */
import { describe, expect, test } from 'vitest'
import { parseWorkbook } from '../../../../src/exchange/tables/parseWorkbook'
import type { Overrides, ParsedSheet } from '../../../../src/exchange/tables/parsedSheet'

const parsed = (rows: readonly (readonly string[])[], overrides: Overrides = {}): ParsedSheet => {
  const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')
  const read = parseWorkbook(new TextEncoder().encode(text), 'list.csv', { today: '2024-01-01', overrides })
  if (!read.ok) throw new Error(read.problem.code)
  return read.sheets[0]!
}

const HEADER = ['故障编号', '发生日期', '车型', '车号', '走行公里', '故障部件', '故障现象', '处理措施']
const ledger = (distances: readonly string[]): readonly (readonly string[])[] => [
  HEADER,
  ...distances.map((distance, at) => [
    `GZ-${at + 1}`,
    `2023-05-${10 + at}`,
    'SY200B',
    `SY200B-210${at}`,
    distance,
    '中继阀',
    '排风口漏风',
    '更换',
  ]),
]

describe('a ledger', () => {
  const cases: readonly (readonly [what: string, values: readonly string[]])[] = [
    ['hours', ['1250h', '980h', '1103h', '1420h', '77h']],
    ['hours in words', ['1250小时', '980小时', '1103小时', '1420小时', '77小时']],
    ['shares', ['12%', '35%', '8%', '40%', '22%']],
    ['money', ['¥1,200.00', '¥980.50', '¥77.00', '¥15,000.00', '¥640.00']],
  ]
  test.each(cases)('%s under a distance are one question of the column, and no reading', (_, values) => {
    const sheet = parsed(ledger(values))
    expect(sheet.kind).toBe('failure-ledger')
    expect(sheet.records).toHaveLength(values.length)
    expect(sheet.columns.find(({ column }) => column === 'E')).toMatchObject({
      header: '走行公里',
      field: null,
      reason: 'contradicted',
      against: { field: 'odometerKm', unread: values.length, filled: values.length },
    })
    for (const { fields, issues } of sheet.records) {
      expect(fields.odometerKm).toBeUndefined()
      expect(issues.map(({ column }) => column)).not.toContain('E')
    }
  })

  test('a few slips among distances are asked where they stand', () => {
    const sheet = parsed(ledger(['125000', '98000', '约定', '110300', '142000', '7700O']))
    expect(sheet.columns.find(({ column }) => column === 'E')?.field).toBe('odometerKm')
    expect(sheet.records.map(({ fields }) => fields.odometerKm)).toEqual([
      125_000,
      98_000,
      undefined,
      110_300,
      142_000,
      undefined,
    ])
    expect(sheet.records.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual(
      expect.arrayContaining(['odometer-unreadable']),
    )
  })

  test('what a person says the column is stays, and each value is asked', () => {
    const sheet = parsed(ledger(['1250h', '980h', '1103h', '1420h', '77h']), {
      list: { columns: { E: 'odometerKm' } },
    })
    expect(sheet.columns.find(({ column }) => column === 'E')).toMatchObject({ field: 'odometerKm', reason: 'chosen' })
    expect(sheet.records.every(({ issues }) => issues.some(({ code }) => code === 'odometer-unreadable'))).toBe(true)
  })
})

describe('a matrix of months', () => {
  const matrix = (cells: (train: number) => readonly string[]): readonly (readonly string[])[] => [
    ['各列车月走行公里(km)'],
    ['车型', '车号', '2023年1月', '2023年2月', '2023年3月'],
    ...[1, 2, 3, 4, 5].map((train) => ['SY200B', `SY200B-210${train}`, ...cells(train)]),
  ]

  test('that holds hours is no mileage', () => {
    const sheet = parsed(matrix((train) => [`${300 + train}h`, `${280 + train}h`, `${310 + train}h`]))
    expect(sheet.kind).toBe('other')
    expect(sheet.records).toEqual([])
  })

  test('with one month of words is mileage of the others, and that month one question', () => {
    const sheet = parsed(matrix((train) => [`${12_300 + train}`, '厂修期间', `${11_800 + train}`]))
    expect(sheet.kind).toBe('mileage-matrix')
    expect(sheet.columns.find(({ column }) => column === 'D')).toMatchObject({ field: null, reason: 'contradicted' })
    expect(sheet.records).toHaveLength(10)
    expect(sheet.records.every(({ issues }) => issues.length === 0)).toBe(true)
  })
})

describe('a product structure', () => {
  const bom = (quantities: readonly number[]): readonly (readonly string[])[] => [
    ['层级', '物料号', '名称', '数量'],
    ...quantities.map((quantity, at) => [
      String([1, 2, 3, 3, 3, 3][at]),
      `BP-10${at}`,
      ['制动系统', '制动控制单元', '中继阀', '压力开关', '均衡阀', '电路板'][at]!,
      String(quantity),
    ]),
  ]
  const column = (sheet: ParsedSheet): ParsedSheet['columns'][number] =>
    sheet.columns.find(({ header }) => header === '数量')!
  const counted = (sheet: ParsedSheet): unknown[] => sheet.records.map(({ fields }) => fields.quantity)

  test('quantities that are all multiples of their assembly are asked, not multiplied', () => {
    const sheet = parsed(bom([1, 8, 8, 16, 8, 24]))
    expect(column(sheet)).toMatchObject({ field: null, reason: 'contradicted', against: { field: 'quantity' } })
    expect(counted(sheet)).toEqual(Array(6).fill(undefined))
  })

  test('a person says that they count per train, or per assembly', () => {
    const rows = bom([1, 8, 8, 16, 8, 24])
    expect(counted(parsed(rows, { list: { columns: { D: 'trainQuantity' } } }))).toEqual([1, 8, 1, 2, 1, 3])
    expect(counted(parsed(rows, { list: { columns: { D: 'quantity' } } }))).toEqual([1, 8, 8, 16, 8, 24])
  })

  test('quantities per assembly are taken as they are', () => {
    const sheet = parsed(bom([1, 8, 1, 2, 1, 1]))
    expect(column(sheet).field).toBe('quantity')
    expect(counted(sheet)).toEqual([1, 8, 1, 2, 1, 1])
  })
})

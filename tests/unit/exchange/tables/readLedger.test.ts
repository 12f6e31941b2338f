import { describe, expect, test } from 'vitest'
import { aWorkbook, codesOf, firstSheet } from '../aWorkbook'

const HEADER = [
  '序号',
  '故障编号',
  '配属局',
  '列车号',
  '发生日期',
  '修复日期',
  '部件名称',
  '故障现象',
  '处理措施',
  '完成日期',
  '闭环状态',
  '出厂编号',
]
const row = (index: number, changes: Partial<Record<(typeof HEADER)[number], string | number>> = {}) =>
  HEADER.map(
    (name) =>
      changes[name] ??
      {
        序号: index,
        故障编号: `GZ-2016-000${index}`,
        配属局: '北岭局',
        列车号: `264${index}`,
        发生日期: `2016.3.${index}`,
        修复日期: '2016.3.20',
        部件名称: '中继阀',
        故障现象: '漏风',
        处理措施: '更换',
        完成日期: '2016.4.1',
        闭环状态: '闭环',
        出厂编号: `ZJ1301-000${index}`,
      }[name] ??
      null,
  )

const ledger = (...rows: readonly (readonly (string | number | null)[])[]) =>
  firstSheet(aWorkbook({ 台账: [HEADER, ...rows] }))

describe('cells that point upward', () => {
  test.each(['〃', '″', '同上', '同'])('%s repeats the value above', (mark) => {
    const { records } = ledger(row(1), row(2, { 列车号: mark }), row(3, { 列车号: mark }))
    expect(records.map(({ fields }) => fields.trainNo)).toEqual(['2641', '2641', '2641'])
    expect(records[2]!.raw.trainNo).toBe(mark)
  })

  test('a mark with nothing above it is reported, not guessed', () => {
    const [first] = ledger(row(1, { 列车号: '〃' })).records
    expect(first!.fields.trainNo).toBeUndefined()
    expect(codesOf(first!)).toContain('nothing-above')
  })

  test('a vertical merge counts for every row and names its own cell', () => {
    const rows = [HEADER, row(1), row(2), row(3)].map((cells, index) =>
      index > 1 ? cells.map((cell, column) => (column === 2 ? null : cell)) : cells,
    )
    const { records } = firstSheet(aWorkbook({ 台账: rows }, ['C2:C4']))
    expect(records.map(({ fields, cells }) => [fields.operator, cells.operator])).toEqual([
      ['北岭局', 'C2'],
      ['北岭局', 'C2'],
      ['北岭局', 'C2'],
    ])
  })
})

test('rows that are no records are skipped with their reason', () => {
  const only = (text: string) => [text, ...HEADER.slice(1).map(() => null)]
  const { records, skipped } = ledger(
    row(1),
    ['3月小计', '1件'],
    HEADER,
    row(2),
    only('3'),
    ['合计', '2件'],
    only('注：数据来自现场'),
    ['制表：王工', null, '审核：李工'],
  )
  expect(records.map((record) => record.row)).toEqual([2, 5])
  expect(skipped.filter(({ reason }) => reason !== 'header')).toEqual([
    { row: 3, reason: 'subtotal' },
    { row: 4, reason: 'repeated-header' },
    { row: 6, reason: 'blank' },
    { row: 7, reason: 'total' },
    { row: 8, reason: 'note' },
    { row: 9, reason: 'signature' },
  ])
})

test('what cannot be read stays as written, with an issue and no value', () => {
  const [record] = ledger(row(1, { 发生日期: '2016.2.30', 出厂编号: '2.01605E+11' })).records
  expect(record!.fields).not.toHaveProperty('occurredAt')
  expect(record!.raw).toMatchObject({ occurredAt: '2016.2.30', serialNo: '2.01605E+11' })
  expect(codesOf(record!)).toEqual(['date-unreadable', 'serial-precision-lost'])
})

test('marks for “nothing” leave a field empty without an issue', () => {
  const [record] = ledger(row(1, { 部件名称: '不详', 出厂编号: '/', 处理措施: '-' })).records
  expect(record!.fields).not.toHaveProperty('serialNo')
  expect(record!.issues).toEqual([])
})

test('contradictions between the cells of a row are reported', () => {
  const [early, open, none, late] = ledger(
    row(1, { 修复日期: '2016.2.1' }),
    row(2, { 完成日期: '/' }),
    row(3, { 故障编号: '/' }),
    row(4, { 发生日期: '2066.3.4' }),
  ).records
  expect(codesOf(early!)).toEqual(['repaired-before-occurred'])
  expect(codesOf(open!)).toEqual(['closed-without-date'])
  expect(codesOf(none!)).toEqual(['number-missing'])
  expect(codesOf(late!)).toEqual(['future-date', 'repaired-before-occurred'])
})

test('a row written twice, a story told twice and a number used twice are marked on the later row', () => {
  const { records } = ledger(
    row(1),
    row(1),
    row(2),
    row(2, { 故障编号: 'GZ-2016-0009', 故障现象: '用户反映：漏风，现场已处理' }),
    row(5, { 故障编号: 'GZ2016-1' }),
  )
  expect(records.map(codesOf)).toEqual([[], ['duplicate-exact'], [], ['duplicate-near'], ['number-reused']])
})

test('a name and a date in one cell become two fields', () => {
  const bytes = aWorkbook({
    台账: [
      ['故障编号', '列车号', '发生日期', '故障现象', '处理人/日期'],
      ['GZ-2016-0001', '2641', '2016.3.5', '漏风', '何工/2016.3.6'],
      ['GZ-2016-0002', '2642', '2016.3.5', '漏风', '何工'],
    ],
  })
  const [both, name] = firstSheet(bytes).records
  expect(both!.fields).toMatchObject({ handler: '何工', repairedAt: '2016-03-06' })
  expect(both!.cells).toMatchObject({ handler: 'E2', repairedAt: 'E2' })
  expect(name!.fields).toMatchObject({ handler: '何工' })
})

test('date cells typed as ISO text read like serials', () => {
  const rows = [
    HEADER.slice(0, 8),
    [1, 'GZ-2016-0001', '北岭局', '2641', new Date(Date.UTC(2016, 2, 5, 14, 30)), '2016.3.6', '阀', '漏风'],
  ]
  expect(firstSheet(aWorkbook({ 台账: rows }, [], { cellDates: true })).records[0]!.fields.occurredAt).toBe(
    '2016-03-05T14:30',
  )
})

test('an odometer below what the train had run is the one marked', () => {
  const header = ['故障编号', '列车号', '发生日期', '走行公里(km)', '故障现象']
  const km = [100_000, 110_000, 12_000, 130_000]
  const { records } = firstSheet(
    aWorkbook({
      台账: [
        header,
        ...km.map((value, index) => [`GZ-2016-000${index}`, '2641', `2016.${index + 1}.5`, value, `现象${index}`]),
      ],
    }),
  )
  expect(records.map(codesOf)).toEqual([[], [], ['odometer-falls'], []])
})

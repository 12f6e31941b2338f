import { expect, test } from 'vitest'
import { parseWorkbook } from '../../../../src/exchange/tables/parseWorkbook'
import type { ParsedSheet } from '../../../../src/exchange/tables/parsedSheet'
import { aWorkbook, fieldsOf } from '../aWorkbook'

const HEADER = ['故障编号', '发生日期', '车号', '故障部位', '故障现象', '处理措施']
const failure = (at: number, prefix = 'GZ'): (string | number)[] => [
  `${prefix}-2016-${String(at).padStart(4, '0')}`,
  `2016-03-${String(10 + at)}`,
  `26${10 + at}`,
  ['中继阀', '电源板', '干燥器'][at % 3] ?? '',
  `漏风${at}`,
  '更换',
]
const FAILURES = Array.from({ length: 12 }, (_, at) => failure(at + 1))
const sheetsOf = (rows: readonly (readonly (string | number)[])[]): readonly ParsedSheet[] => {
  const parsed = parseWorkbook(aWorkbook({ 台账: rows }), 'a.xlsx', { today: '2020-01-01' })
  if (!parsed.ok) throw new Error(parsed.problem.code)
  return parsed.sheets
}
const beside = (
  rows: readonly (readonly (string | number)[])[],
  side: readonly (readonly (string | number)[])[],
): (string | number)[][] => rows.map((row, at) => [...row, '', ...(side[at] ?? [])])

test('a small table of sums beside a ledger says nothing of its failures', () => {
  const sums = [
    ['故障部位', '数量', '占比'],
    ['中继阀', 4, '33%'],
    ['电源板', 4, '33%'],
    ['干燥器', 4, '33%'],
    ['合计', 12, '100%'],
  ]
  const [ledger, side] = sheetsOf([['2016年台账'], ...beside([HEADER, ...FAILURES], sums)])
  expect([ledger?.name, ledger?.kind, ledger?.records.length]).toEqual(['台账', 'failure-ledger', 12])
  expect(fieldsOf(ledger?.records ?? [])[0]).toEqual({
    failureNo: 'GZ-2016-0001',
    occurredAt: '2016-03-11',
    trainNo: '2611',
    node: '电源板',
    symptom: '漏风1',
    measure: '更换',
  })
  expect([side?.name, side?.kind, side?.records]).toEqual(['台账 (H–J)', 'other', []])
  // Standing to the left of the ledger it is no better.
  const [left] = sheetsOf(beside([...sums, ...Array.from({ length: 8 }, () => ['', '', ''])], [HEADER, ...FAILURES]))
  expect(fieldsOf(left?.records ?? [])).toHaveLength(12)
  expect(fieldsOf(left?.records ?? [])[0]).toMatchObject({ node: '电源板' })
  expect(left?.records[0]?.cells).toMatchObject({ failureNo: 'E2', node: 'H2' })
})

test('two ledgers beside each other are both read, each value from its cell', () => {
  const [first, second] = sheetsOf([
    ['2016年上半年', '', '', '', '', '', '', '2016年下半年'],
    ...beside([HEADER, ...FAILURES], [HEADER, ...Array.from({ length: 7 }, (_, at) => failure(at + 1, 'XJ'))]),
  ])
  expect([first?.records.length, second?.records.length]).toEqual([12, 7])
  expect(second?.records[6]).toMatchObject({
    row: 9,
    fields: { failureNo: 'XJ-2016-0007' },
    cells: { failureNo: 'H9', symptom: 'L9' },
  })
})

test('a table that begins further down beside a ledger, and a remark beside it, stay out of its rows', () => {
  const [ledger, ...others] = sheetsOf(
    beside([HEADER, ...FAILURES], [[], [], ['车型', '列车号'], ['CRH380A', '2611'], ['CRH380A', '2612']]),
  )
  expect(ledger?.columns.map(({ field }) => field)).toEqual([
    'failureNo',
    'occurredAt',
    'trainNo',
    'node',
    'symptom',
    'measure',
  ])
  expect(others).toHaveLength(1)
})

test('an empty column inside a ledger parts nothing: what is filled as far down belongs to the same rows', () => {
  const judged = [['责任单位', '是否关闭'], ...FAILURES.map((_, at) => (at % 4 === 0 ? ['', ''] : ['本公司', '是']))]
  const [ledger, ...others] = sheetsOf(beside([HEADER, ...FAILURES], judged))
  expect(others).toEqual([])
  expect(fieldsOf(ledger?.records ?? [])[1]).toMatchObject({ failureNo: 'GZ-2016-0002', responsible: '本公司' })
  // Nor does it where the later steps are filled for the first failures only.
  const [early, ...rest] = sheetsOf(
    beside(
      [HEADER, ...FAILURES],
      [['整改措施', '完成日期'], ...FAILURES.slice(0, 4).map(() => ['换新批次', '2016-06-01'])],
    ),
  )
  expect(rest).toEqual([])
  expect(fieldsOf(early?.records ?? [])[0]).toMatchObject({ action: '换新批次', actionDoneAt: '2016-06-01' })
})

test('months of a mileage sheet stay together across an empty column', () => {
  const months = (from: number) => Array.from({ length: 6 }, (_, at) => `2016年${from + at}月`)
  const [sheet, ...others] = sheetsOf([
    ['走行公里统计'],
    ...beside(
      [
        ['列车号', ...months(1)],
        ...Array.from({ length: 8 }, (_, at) =>
          [`26${10 + at}`, 1, 2, 3, 4, 5, 6].map((value, place) => (place === 0 ? value : 20_000 + Number(value))),
        ),
      ],
      [months(7), ...Array.from({ length: 8 }, () => [1, 2, 3, 4, 5, 6].map((value) => 21_000 + value))],
    ),
  ])
  expect(others).toEqual([])
  expect([sheet?.kind, sheet?.records.length]).toEqual(['mileage-matrix', 96])
})

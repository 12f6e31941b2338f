/** Distances of a size no train runs in a month are asked, and read in the unit a person says. */
import { expect, test } from 'vitest'
import { middleMonthKm } from '../../../../src/domain/middleMonthKm'
import { NO_NAMES } from '../../../../src/exchange/tables/meaning/knownNames'
import { parseWorkbook } from '../../../../src/exchange/tables/parseWorkbook'
import type { Overrides, ParsedSheet } from '../../../../src/exchange/tables/parsedSheet'

const matrix = (
  title: string,
  distances: readonly (readonly string[])[],
  overrides: Overrides = {},
  monthKm: number | null = null,
): ParsedSheet => {
  const rows = [
    [title],
    ['车型', '车号', '2023年1月', '2023年2月', '2023年3月'],
    ...distances.map((months, at) => ['SY200B', `SY200B-210${at}`, ...months]),
  ]
  const text = rows.map((row) => row.join(',')).join('\n')
  const read = parseWorkbook(new TextEncoder().encode(text), 'km.csv', {
    today: '2024-01-01',
    overrides,
    known: { ...NO_NAMES, monthKm },
  })
  if (!read.ok) throw new Error(read.problem.code)
  return read.sheets[0]!
}
const km = ({ records }: ParsedSheet): unknown[] => records.map(({ fields }) => fields.km)

const TEN_THOUSANDS = [
  ['1.21', '1.08', '1.15'],
  ['0.98', '1.3', '1.19'],
]

test('ten thousands that nobody named are not taken for kilometres', () => {
  const sheet = matrix('各列车月走行公里', TEN_THOUSANDS)
  expect(sheet.kind).toBe('mileage-matrix')
  expect(sheet.records).toEqual([])
  expect(sheet.distanceDoubt).toMatchObject({ months: 6 })
  expect(sheet.distanceDoubt?.units.find(({ unitKm }) => unitKm === 10_000)?.middleKm).toBeCloseTo(11_900, -3)
})

test('said to be ten thousands they are read as such', () => {
  const sheet = matrix('各列车月走行公里', TEN_THOUSANDS, { km: { unitKm: 10_000 } })
  expect(sheet.distanceDoubt).toBeUndefined()
  expect(km(sheet)).toEqual([12_100, 10_800, 11_500, 9_800, 13_000, 11_900])
})

test('said to be kilometres all the same, they are', () => {
  const sheet = matrix(
    '各列车月走行公里',
    [
      ['12', '0', '31'],
      ['7', '9', '14'],
    ],
    { km: { unitKm: 1 } },
  )
  expect(km(sheet)).toEqual([12, 0, 31, 7, 9, 14])
})

test('running sums under months are no monthly distances: they are asked, and read as readings when said to be', () => {
  const sums = [
    ['812300', '824100', '836900'],
    ['640200', '655800', '668000'],
  ]
  const sheet = matrix('各列车月走行公里', sums)
  expect(sheet.records).toEqual([])
  expect(sheet.distanceDoubt).toMatchObject({ isLarge: true })
  const said = matrix('各列车月走行公里', sums, { km: { isOdometer: true } })
  expect(said.distanceDoubt).toBeUndefined()
  expect(said.records.map(({ fields }) => [fields.km, fields.basis])).toEqual(
    sums.flat().map((km) => [Number(km), 'cumulative']),
  )
})

test('months like those of trains are read without a question, also with some at rest', () => {
  const sheet = matrix('各列车月走行公里', [
    ['12100', '0', '11500'],
    ['9800', '13000', '45'],
  ])
  expect(sheet.distanceDoubt).toBeUndefined()
  expect(km(sheet)).toEqual([12_100, 0, 11_500, 9_800, 13_000, 45])
})

test('thousands that look like kilometres are asked where trains on record run ten times as far', () => {
  const thousands = [
    ['1210', '1080', '1150'],
    ['980', '1300', '1190'],
  ]
  expect(km(matrix('各列车月走行公里', thousands))).toHaveLength(6)
  const sheet = matrix('各列车月走行公里', thousands, {}, 12_000)
  expect(sheet.records).toEqual([])
  expect(sheet.distanceDoubt).toMatchObject({ knownKm: 12_000 })
})

test('what trains usually run comes from months and from readings of their odometers', () => {
  const reading = { subjectType: 'train', metric: 'km', source: 'ledger' } as const
  const months = [11_000, 12_000, 13_000].map((value, at) => ({
    ...reading,
    subjectId: 'a',
    basis: 'distance' as const,
    value,
    from: `2023-0${at + 1}-01`,
    at: ['2023-01-31', '2023-02-28', '2023-03-31'][at]!,
  }))
  expect(middleMonthKm(months)).toBeGreaterThan(11_500)
  expect(middleMonthKm(months)).toBeLessThan(13_200)
  const odometer = [500_000, 530_000].map((value, at) => ({
    ...reading,
    subjectId: 'b',
    basis: 'cumulative' as const,
    value,
    at: ['2023-01-01', '2023-04-02'][at]!,
  }))
  expect(middleMonthKm(odometer)).toBeCloseTo((30_000 / 91) * 30.44, 6)
  expect(middleMonthKm([])).toBeNull()
})

test('a matrix laid on its side, with a column for each train, is asked like any other', () => {
  const read = (overrides: Overrides): ParsedSheet => {
    const rows = [
      ['各列车月走行公里'],
      ['车号', 'SY200B-2101', 'SY200B-2102', 'SY200B-2103'],
      ['车型', 'SY200B', 'SY200B', 'SY200B'],
      ...[1, 2, 3, 4].map((month) => [`2023年${month}月`, '1.21', '1.08', '1.15']),
    ]
    const text = rows.map((row) => row.join(',')).join('\n')
    const parsed = parseWorkbook(new TextEncoder().encode(text), 'km.csv', { today: '2024-01-01', overrides })
    if (!parsed.ok) throw new Error(parsed.problem.code)
    return parsed.sheets[0]!
  }
  const sheet = read({})
  expect(sheet.kind).toBe('mileage-matrix')
  expect(sheet.records).toEqual([])
  expect(sheet.distanceDoubt).toMatchObject({ months: 12 })
  expect(km(read({ km: { unitKm: 10_000 } })).slice(0, 2)).toEqual([12_100, 12_100])
})

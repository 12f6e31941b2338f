/** Values as people and programs write them elsewhere: each reads as it was meant, or says that nobody can tell. */
import { describe, expect, test } from 'vitest'
import { withDigits } from '../../../../src/exchange/cells/chineseNumerals'
import { dateOrder } from '../../../../src/exchange/cells/dateOrder'
import { decimalText, usesDecimalComma } from '../../../../src/exchange/cells/decimalText'
import { readTime } from '../../../../src/exchange/cells/readTime'
import { shownNumber } from '../../../../src/exchange/cells/shownNumber'
import { isDateFormat } from '../../../../src/exchange/cells/serialDate'
import { readWorkbook } from '../../../../src/exchange/open/readWorkbook'
import { writtenIn } from '../../../../src/exchange/tables/correctedSheet'
import { csv, HEADER, parsed, strangeBytes, strangeSheet } from './strangeFile'

const column = (
  name: string,
  field: 'occurredAt' | 'odometerKm' | 'closed' | 'trainNo' | 'carNo' | 'quantity',
): unknown[] => strangeSheet(name).records.map(({ fields }) => fields[field])
const SIX_DAYS = ['2016-03-05', '2016-03-09', '2016-04-01', '2016-04-18', '2016-05-20', '2016-06-11']
const SIX_DISTANCES = [812_345, 799_001, 650_321, 845_000, 1_523_000, 402_000]

describe('numbers whose format shows more than they hold', () => {
  test('read as people see them', () => {
    expect(strangeSheet('digits-in-formats.xlsx').records[0]!.fields).toMatchObject({
      failureNo: 'GZ-2016-0001',
      trainNo: '0211',
      carNo: '3',
      serialNo: '0001503',
    })
  })

  test('and so they are the failures of the same ledger saved as text', () => {
    const identity = (name: string) =>
      strangeSheet(name).records.map(({ fields: { failureNo, trainNo, carNo, serialNo } }) => [
        failureNo,
        trainNo,
        carNo,
        serialNo,
      ])
    expect(identity('digits-in-formats.xlsx')).toEqual(identity('digits-in-formats.csv'))
  })

  test.each([
    ['0000', 211, '0211'],
    ['"GZ-2016-"0000', 1, 'GZ-2016-0001'],
    ['0\\车', 3, '3车'],
    ['000-0000', 123_4567, '123-4567'],
    ['0000_ ', 12, '0012'],
    ['[$-804]000', 5, '005'],
    ['0_ ', 5, null],
    ['0_);[Red]\\(0\\)', 5, null],
    ['#,##0', 1234, null],
    ['0', 12, null],
    ['0.00', 5, null],
    ['0%', 1, null],
    ['General', 1, null],
  ])('%s', (format, value, shown) => expect(shownNumber(value, format)).toBe(shown))
})

describe('rows that count or sum those above them', () => {
  test.each(['汇总', '平均', '本页共6条', '共计6起'])('%s', (word) => {
    const { records, skipped } = strangeSheet(`total-${word}.xlsx`)
    expect(records).toHaveLength(6)
    expect(skipped).toContainEqual({ row: 8, reason: 'total' })
  })

  test.each([
    '总数',
    'Total: 6',
    'Average',
    '合计6件',
    '本月共 6 起故障',
    'Grand Total',
    '合 计（2件）',
    '本页总计：2',
  ])('%s', (word) => {
    const { records, skipped } = csv(
      `序号,${HEADER.join(',')}\n1,G1,2016-03-05,CRH5G,2641,阀,漏风,1000\n2,G2,2016-03-06,CRH5G,2642,阀,漏风,2000\n${word},,,,,,,3000`,
    )
    expect([records.length, skipped.at(-1)]).toEqual([2, { row: 4, reason: 'total' }])
  })

  test('a count under the numbers of failures is no failure', () => {
    const { records, skipped } = csv(
      `${HEADER.join(',')}\nGZ-1,2016-03-05,CRH5G,2641,阀,漏风,1000\nGZ-2,2016-03-06,CRH5G,2642,阀,漏风,2000\n2,,,,,,3000`,
    )
    expect([records.length, skipped.at(-1)]).toEqual([2, { row: 4, reason: 'total' }])
  })

  test('a failure that only lacks its number is no sum', () => {
    const { records } = csv(`${HEADER.join(',')}\nG1,2016-03-05,CRH5G,2641,阀,漏风,1000\n,不详,,,阀,,2000`)
    expect(records).toHaveLength(2)
  })
})

test('truth values close a failure or leave it open', () =>
  expect(column('booleans.xlsx', 'closed')).toEqual([true, true, false, true, true, false]))

describe('the time of day in a column of its own', () => {
  test.each(['time-发生时间', 'time-时刻', 'time-apart-0', 'time-apart-1', 'time-apart-2', 'time-apart-3'])(
    '%s',
    (name) => {
      expect(strangeSheet(`${name}.xlsx`).records[0]!.fields.occurredAt).toBe('2016-03-05T06:15')
      expect(column(`${name}.xlsx`, 'occurredAt').every((moment) => /T\d\d:\d\d$/.test(String(moment)))).toBe(true)
    },
  )

  test('as text, and said where it cannot be read', () => {
    const table = (times: readonly string[]) =>
      csv(
        [
          '故障编号,故障日期,故障时间,车号,部件,故障现象',
          ...times.map((time, at) => `G${at},2016-03-05,${time},2641,阀,漏风`),
        ].join('\n'),
      )
    expect(table(['6:15', '下午3:20', '14时', '23:59:30']).records.map(({ fields }) => fields.occurredAt)).toEqual([
      '2016-03-05T06:15',
      '2016-03-05T15:20',
      '2016-03-05T14:00',
      '2016-03-05T23:59',
    ])
  })

  test.each([
    [0.2604166666666667, '06:15'],
    ['6时15分', '06:15'],
    ['3:20 PM', '15:20'],
    ['25:00', null],
    [42_434.5, null],
    ['早', null],
  ])('%s', (written, time) => expect(readTime(written)).toBe(time))
})

describe('day, month and year in an order that only the column settles', () => {
  test.each(['month-day-year.xlsx', 'month-first.xlsx', 'day-first.xlsx'])('%s', (name) =>
    expect(column(name, 'occurredAt')).toEqual(SIX_DAYS),
  )

  test('what was settled by the others says so', () =>
    expect(strangeSheet('month-first.xlsx').records.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      ['date-order-by-column'],
      ['date-order-by-column'],
      ['date-order-by-column'],
      [],
      [],
      ['date-order-by-column'],
    ]))

  test.each([
    [['03/05/16', '04/18/16'], 'mdy'],
    [['05/03/16', '18/04/16', '20/05/16'], 'dmy'],
    [['16/03/05', '16/04/18', '16/05/20'], null],
    [['16/3/5', '16/4/18'], null],
    [['03/05/06', '04/07/08'], null],
    [['03/05/45', '04/07/50'], 'asked'],
    [['3/5/2016', '4/6/2016'], null],
    [['2016/3/5'], null],
  ])('%s', (texts, order) => expect(dateOrder(texts)).toBe(order))
})

test.each([
  ['二〇一六年四月十八日', '2016年4月18日'],
  ['2016年五月二十日', '2016年5月20日'],
  ['一六年十二月三十一日', '16年12月31日'],
  ['二零一六年十月十号', '2016年10月10号'],
  ['第三日检', '第3日检'],
])('%s', (written, digits) => expect(withDigits(written)).toBe(digits))

test('dates in Chinese numerals', () =>
  expect(column('chinese-numerals.xlsx', 'occurredAt').slice(3)).toEqual(SIX_DAYS.slice(3)))

describe('points and commas', () => {
  test.each(['sep-line.csv', 'decimal-comma.csv'])('%s', (name) =>
    expect(column(name, 'odometerKm')).toEqual(SIX_DISTANCES),
  )

  test('every European way of writing in one column', () =>
    expect(column('european-numbers.xlsx', 'odometerKm')).toEqual([
      812_346, 799_001, 650_321, 845_000, 1_523_000, 402_001,
    ]))

  test('under months too', () =>
    expect(
      strangeSheet('mileage-decimal-comma.xlsx')
        .records.slice(0, 3)
        .map(({ fields }) => fields.km),
    ).toEqual([31_000, 31_100, 31_200]))

  test.each([
    ['812345,6', false, '812345.6'],
    ['812,345', false, '812345'],
    ['812,345', true, '812.345'],
    ['1.523.000', false, '1523000'],
    ['799.001', false, '799.001'],
    ['799.001', true, '799001'],
    ['402.000,5', false, '402000.5'],
    ['1,234.5', false, '1234.5'],
    ['81,2345', false, null],
    ['1,23,456', false, null],
    ['12,5', false, '12.5'],
  ])('%s, comma settled: %s', (written, comma, text) => expect(decimalText(written, comma)).toBe(text))

  test('a column settles it only where no number says otherwise', () => {
    expect(usesDecimalComma(['812345,6', '799.001'])).toBe(true)
    expect(usesDecimalComma(['812,345', '799,001'])).toBe(false)
    expect(usesDecimalComma(['12,5', '1,234.5'])).toBe(false)
  })
})

describe('what is counted per month is no distance', () => {
  test('failures per train and month, with a title and without', () => {
    for (const name of ['counts-per-month.xlsx', 'counts-of-a-year.xlsx'])
      expect(strangeSheet(name)).toMatchObject({ kind: 'other', records: [] })
    const result = parsed(strangeBytes('counts-and-pivot.xlsx'), 'a.xlsx')
    expect(result.ok && result.sheets.map(({ kind }) => kind)).toEqual(['failure-ledger', 'other', 'other'])
  })

  test('the bars of a project plan', () =>
    expect(strangeSheet('project-plan.xlsx')).toMatchObject({ kind: 'other', records: [] }))

  test('small distances stay distances where the sheet says what they are', () =>
    expect(csv('2016年走行公里统计(万km),,\n车号,1月,2月\n2641,3,4\n2642,2,5\n').kind).toBe('mileage-matrix'))
})

test('a code that became a date is said, and stored as it is shown', () => {
  const name = 'codes-as-dates.xlsx'
  const [first] = strangeSheet(name).records
  const read = readWorkbook(strangeBytes(name), name)
  if (!read.ok) throw new Error(read.problem.code)
  for (const field of ['position', 'partNo', 'batchNo'] as const)
    expect(first!.fields[field]).toBe(writtenIn(read.workbook.sheets[0]!, first!.cells[field]!))
  expect(first!.issues.map(({ code, field }) => [code, field])).toEqual([
    ['code-became-date', 'position'],
    ['code-became-date', 'partNo'],
    ['code-became-date', 'batchNo'],
  ])
})

describe('a product structure that counts per train', () => {
  test.each([0, 1, 2, 5, 6])('says how many each assembly holds (%d)', (number) =>
    expect(column(`bom-per-train-${number}.xlsx`, 'quantity')).toEqual([1, 8, 2, 4]),
  )

  test('counts per assembly stay as they are', () =>
    expect(
      csv('层级,名称,图号,数量\n1,系统,A-1,1\n2,单元,A-2,8\n3,阀,A-3,2').records.map(({ fields }) => fields.quantity),
    ).toEqual([1, 8, 2]))
})

test.each([
  ['YYYY-MM-DD', true],
  ['D.M.YY', true],
  ['mmm', true],
  ['h:mm', true],
  ['[$-804]yyyy"年"m"月"', true],
  ['#,##0.00', false],
  ['0.0E+00', false],
  ['[Red]0', false],
  ['"Days" 0', false],
])('%s shows a date or time: %s', (format, isDate) => expect(isDateFormat(format)).toBe(isDate))

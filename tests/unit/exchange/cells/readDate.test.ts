import { describe, expect, test } from 'vitest'
import { readDate, readDateNumber } from '../../../../src/exchange/cells/readDate'
import { isDateFormat, serialDate } from '../../../../src/exchange/cells/serialDate'

const noYear = (): null => null
const valueOf = (text: string): string | undefined => readDate(text, noYear).value

describe('a written date', () => {
  test.each([
    ['2016.3.5', '2016-03-05'],
    ['2016-03-05', '2016-03-05'],
    ['２０１６．３．５', '2016-03-05'],
    ['2016年3月5日', '2016-03-05'],
    ['20160305', '2016-03-05'],
    [' 2016/3/5\u200b', '2016-03-05'],
    ['2016.3.5 星期六', '2016-03-05'],
    ['5-Mar-2016', '2016-03-05'],
    ['25/3/2016', '2016-03-25'],
  ])('%s is read as %s', (text, value) => expect(readDate(text, noYear)).toMatchObject({ value, issues: [] }))

  test.each([
    ['2016-3-5 14:30', '2016-03-05T14:30'],
    ['2016.3.5\n8:05', '2016-03-05T08:05'],
    ['2016-03-05T14:30:00', '2016-03-05T14:30'],
    ['2016年3月5日14时30分', '2016-03-05T14:30'],
    ['2016.3.5 下午2:30', '2016-03-05T14:30'],
  ])('%s keeps its time of day', (text, value) => expect(valueOf(text)).toBe(value))

  test.each(['2016.03', '2016年3月', '2016/3', '201603'])('%s stays a month', (text) =>
    expect(readDate(text, noYear)).toMatchObject({ value: '2016-03', issues: ['month-only'] }),
  )

  test.each([
    ['2016.3.5-3.8', '2016-03-05'],
    ['2016年3月5日至8日', '2016-03-05'],
    ['2016.3.5~2016.3.8', '2016-03-05'],
  ])('%s gives its start and says so', (text, value) =>
    expect(readDate(text, noYear)).toMatchObject({ value, issues: ['date-range'] }),
  )

  test('two digits of a year are completed and reported', () =>
    expect(readDate('16/3/5', noYear)).toMatchObject({ value: '2016-03-05', issues: ['date-two-digit-year'] }))

  test('a date without a year takes it from its surroundings and says so', () => {
    expect(readDate('1月28日', () => 2015)).toMatchObject({ value: '2015-01-28', issues: ['year-inferred'] })
    expect(readDate('1月28日 17点04分', () => 2015).value).toBe('2015-01-28T17:04')
    expect(readDate('1月28日', noYear)).toMatchObject({ issues: ['date-unreadable'] })
  })

  test.each(['2016.2.30', '2016/13/5', '2014.1.35', '待核实', '三月', '3/4/2016'])('%s is not guessed at', (text) =>
    expect(readDate(text, noYear)).toEqual(expect.objectContaining({ issues: ['date-unreadable'] })),
  )
})

describe('a serial number', () => {
  test('counts from 1900 with its false leap day, or from 1904', () => {
    expect(serialDate(42434, false)).toBe('2016-03-05')
    expect(serialDate(42434 - 1462, true)).toBe('2016-03-05')
  })

  test('carries the time of day to the minute, whatever the time zone', () => {
    expect(serialDate(42434.604166666664, false)).toBe('2016-03-05T14:30')
    expect(serialDate(42434.99999999, false)).toBe('2016-03-06')
  })

  test('is told from 20160305 and 2016.03 by its size', () => {
    expect(readDateNumber(20160305, false, false).value).toBe('2016-03-05')
    expect(readDateNumber(2016.03, false, false)).toMatchObject({ value: '2016-03', issues: ['month-only'] })
    expect(readDateNumber(42434, false, false).value).toBe('2016-03-05')
  })

  test('2016.1 may have been October, so it is not read', () =>
    expect(readDateNumber(2016.1, false, false).issues).toEqual(['date-unreadable']))
})

test('date formats are known by what they show', () => {
  expect(['yyyy/m/d', 'yyyy"年"m"月"d"日"', 'h:mm', '[$-804]yyyy年m月'].map(isDateFormat)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['0.00', 'General', '#,##0', '0"d"', undefined].map(isDateFormat)).toEqual([false, false, false, false, false])
})

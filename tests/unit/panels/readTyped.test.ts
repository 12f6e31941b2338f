import { describe, expect, test } from 'vitest'
import { failureFields } from '../../../src/domain/records/failure'
import { readTyped, readTypedDate } from '../../../src/panels/readTyped'

describe('a date typed into a form', () => {
  test.each([
    ['2016年3月15日', '2016-03-15'],
    ['2016.3.15', '2016-03-15'],
    ['２０１６．３．１５', '2016-03-15'],
    ['2016/3/15', '2016-03-15'],
    ['2016-03', '2016-03'],
    ['2016年3月', '2016-03'],
    ['2016', '2016'],
    ['2016-03-15 14:30', '2016-03-15T14:30'],
    ['2016-03-15T14:30', '2016-03-15T14:30'],
    ['2016年3月15日14时30分', '2016-03-15T14:30'],
  ])('%s is read as %s', (text, value) => expect(readTypedDate(text, 'moment')).toBe(value))

  test.each([
    ['2016.13.45', 'not-a-date'],
    ['2016-02-30', 'not-a-date'],
    ['前天', 'not-a-date'],
    ['3月15日', 'not-a-date'],
    ['3/4/2016', 'not-a-date'],
    ['42444', 'not-a-date'],
    ['2016-03-15 25:61', 'not-a-date'],
    ['16/3/5', 'two-digit-year'],
    ['2016.3.5-3.8', 'several-days'],
  ])('%s is refused: %s', (text, why) => expect(readTypedDate(text, 'moment')).toMatchObject({ unread: text, why }))

  test('of a day the time is left out', () => expect(readTypedDate('2016-03-15 14:30', 'date')).toBe('2016-03-15'))
})

test('the field says how its text is read', () => {
  expect(readTyped(failureFields.odometerKm, '81.2万')).toBe(812_000)
  expect(readTyped(failureFields.occurredAt, '2016.3.15')).toBe('2016-03-15')
  expect(readTyped(failureFields.remark, '12,5')).toBe('12,5')
  expect(readTyped(failureFields.remark, '')).toBeUndefined()
})

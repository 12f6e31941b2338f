import { describe, expect, test } from 'vitest'
import { readTypedAmount } from '../../../src/domain/costs'
import { correctiveActionFields } from '../../../src/domain/records/correctiveAction'
import { failureFields } from '../../../src/domain/records/failure'
import { isUnread, limitsOfNumber, readTypedNumber, unreadFields } from '../../../src/domain/typedValue'

const km = limitsOfNumber(failureFields.odometerKm)
const count = limitsOfNumber(failureFields.qty)

describe('a typed number', () => {
  test.each([
    ['1449', 1449],
    ['１４４９', 1449],
    [' 812,345 ', 812_345],
    ['1 523 000', 1_523_000],
    ['812345.6', 812_345.6],
    ['81.2万', 812_000],
    ['81.2 万公里', 812_000],
    ['12.5万km', 125_000],
    ['1449 km', 1449],
    ['0', 0],
  ])('%s is %d', (text, value) => expect(readTypedNumber(text, km)).toBe(value))

  test.each([
    ['144O', 'not-a-number'],
    ['约1449', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['1449/1450', 'not-a-number'],
    ['812345,6', 'unclear-separator'],
    ['12,5', 'unclear-separator'],
    ['1.523.000', 'unclear-separator'],
    ['12,34,567', 'unclear-separator'],
    ['402.000,5', 'unclear-separator'],
    ['-5', 'too-small'],
    ['−5', 'too-small'],
    ['99,999,999,999', 'too-large'],
    ['3000万', 'too-large'],
  ])('%s is refused: %s', (text, why) => expect(readTypedNumber(text, km)).toMatchObject({ unread: text, why }))

  test('nothing typed is nothing', () => {
    expect(readTypedNumber('', km)).toBeUndefined()
    expect(readTypedNumber(' \u200b', km)).toBeUndefined()
  })

  test('a count is whole and at least what the field says', () => {
    expect(readTypedNumber('2', count)).toBe(2)
    expect(readTypedNumber('0', count)).toMatchObject({ why: 'too-small', limit: 1 })
    expect(readTypedNumber('1.5', count)).toMatchObject({ why: 'not-whole' })
    expect(readTypedNumber('101', limitsOfNumber(correctiveActionFields.containmentEffPct))).toMatchObject({
      why: 'too-large',
      limit: 100,
    })
  })
})

test.each([
  ['1,280.50', 128_050],
  ['0.07', 7],
  ['19.99', 1999],
])('the amount %s is %d hundredths', (text, cents) => expect(readTypedAmount(text)).toBe(cents))

test.each([
  ['1.005', 'not-whole-cents'],
  ['12,5', 'unclear-separator'],
  ['-3', 'too-small'],
  ['x', 'not-a-number'],
])('the amount %s is refused: %s', (text, why) => expect(readTypedAmount(text)).toMatchObject({ unread: text, why }))

test('what could not be read is found among the values of a form', () => {
  const values = { qty: 1, odometerKm: readTypedNumber('144O', km), codes: ['A'], none: undefined, nothing: null }
  expect(unreadFields(values)).toEqual(['odometerKm'])
  expect(isUnread(JSON.parse(JSON.stringify(values.odometerKm)))).toBe(true)
})

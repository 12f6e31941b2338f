/** The pages of the big screen turn, pass over what failed, and say how old they are. */
import { expect, test } from 'vitest'
import { freshness, pageAfter, secondsOf } from '../../../src/screens/kiosk/rotation'

test('pages turn round both ways', () => {
  expect(pageAfter(5, 6, 1, new Set())).toBe(0)
  expect(pageAfter(0, 6, -1, new Set())).toBe(5)
})

test('a page that failed is passed over, and where all failed the one that is shown stays', () => {
  expect(pageAfter(0, 6, 1, new Set([1, 2]))).toBe(3)
  expect(pageAfter(2, 3, 1, new Set([0, 1, 2]))).toBe(2)
})

test('data older than five minutes are said to be old, from an hour on they are grey', () => {
  const read = 1_000_000
  expect(freshness(read, read + 299_999)).toBe('fresh')
  expect(freshness(read, read + 300_000)).toBe('old')
  expect(freshness(read, read + 3_600_000)).toBe('stale')
  expect(freshness(null, read)).toBe('fresh')
})

test('a page stays as long as the address says, within reason', () => {
  expect([null, '8', '0', 'x', '9999'].map(secondsOf)).toEqual([20, 8, 20, 20, 20])
})

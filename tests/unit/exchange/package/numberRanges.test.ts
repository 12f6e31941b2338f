/** Numbers come as they come; ranges say which there are. */
import { expect, test } from 'vitest'
import { seededRandom } from '../../../../fixtures/demo/seededRandom'
import { isSameRanges, NumberRanges, type DeviceRanges } from '../../../../src/exchange/package/numberRanges'

const rangesOf = (numbers: readonly number[]): NumberRanges => {
  const ranges = new NumberRanges()
  for (const number of numbers) ranges.add('a', number)
  return ranges
}

test('in any order and however often, the same numbers are the same ranges', () => {
  const random = seededRandom(3)
  const numbers = Array.from({ length: 30_000 }, () => random.between(1, 40_000))
  const there = new Set(numbers)
  const { a = [] } = rangesOf(numbers).ranges()
  expect(a.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))).toEqual(
    [...there].toSorted((x, y) => x - y),
  )
  for (const [at, [from]] of a.entries()) expect(from).toBeGreaterThan((a[at - 1]?.[1] ?? -1) + 1)
  for (const order of [numbers.toReversed(), numbers.toSorted((x, y) => y - x), [...there]])
    expect(isSameRanges(rangesOf(order).ranges(), { a })).toBe(true)
})

test('one number more, or another device, is a difference', () => {
  const ranges = rangesOf([1, 2, 3]).ranges()
  expect(isSameRanges(ranges, { a: [[1, 3]] })).toBe(true)
  const others: readonly DeviceRanges[] = [
    { a: [[1, 4]] },
    { a: [[1, 1]] },
    { b: [[1, 3]] },
    { a: [[1, 3]], b: [[1, 1]] },
    {},
  ]
  for (const other of others) expect(isSameRanges(ranges, other)).toBe(false)
})

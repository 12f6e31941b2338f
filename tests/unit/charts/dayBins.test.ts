import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayBins } from '../../../src/charts/dayBins'

test('a month of days falls into bins of three whole days', () => {
  const bins = dayBins([0, 2, 3, 30])
  expect(bins).toHaveLength(11)
  expect(bins[0]).toEqual({ from: 0, to: 2, members: [0, 1] })
  expect(bins[1]).toEqual({ from: 3, to: 5, members: [2] })
  expect(bins.at(-1)).toEqual({ from: 30, to: 32, members: [3] })
})

test('a short range has a bin per day', () => {
  expect(dayBins([0, 4, 4]).map(({ from, to, members }) => [from, to, members.length])).toEqual([
    [0, 0, 1],
    [1, 1, 0],
    [2, 2, 0],
    [3, 3, 0],
    [4, 4, 2],
  ])
  expect(dayBins([])).toEqual([])
})

test('every value is in exactly one of at most twelve equal bins', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9000), { minLength: 1 }), (days) => {
      const bins = dayBins(days)
      expect(bins.length).toBeLessThanOrEqual(12)
      expect(new Set(bins.map(({ from, to }) => to - from)).size).toBe(1)
      expect(bins.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(days.map((_, at) => at))
      for (const { from, to, members } of bins)
        expect(members.every((at) => days[at]! >= from && days[at]! <= to)).toBe(true)
    }),
  )
})

import { expect, test } from 'vitest'
import { fewPlacesChance } from '../../../src/reliability/fewPlaces'

test('all on one of two places is the chance of equal throws of a coin', () => {
  // Five throws alike: 2 · (1/2)^5.
  expect(fewPlacesChance(5, 2, 1)).toBeCloseTo(2 / 32, 14)
})

test('six throws of a die show at most five faces unless all differ', () => {
  // Feller II.5: 6!/6^6 = 0.015432… that all six differ.
  expect(fewPlacesChance(6, 6, 5)).toBeCloseTo(1 - 720 / 46_656, 12)
})

test('at most two of twelve places is what counting the ways says', () => {
  // n events: C(12,2)·(2^n − 2)/12^n for exactly two, 12/12^n for one.
  const n = 8
  const expected = (66 * (2 ** n - 2) + 12) / 12 ** n
  expect(fewPlacesChance(n, 12, 2) / expected).toBeCloseTo(1, 12)
})

test('is certain where there are no more events or places than that, and nothing where it cannot be', () => {
  expect([fewPlacesChance(3, 12, 3), fewPlacesChance(100, 2, 2), fewPlacesChance(1, 5, 0)]).toEqual([1, 1, 0])
})

test('stays a chance for a hundred thousand events', () => {
  expect(fewPlacesChance(100_000, 100, 99)).toBeGreaterThanOrEqual(0)
  expect(fewPlacesChance(100_000, 100, 99)).toBeLessThan(1e-300)
})

test('numbers that are none are refused', () => {
  expect(() => fewPlacesChance(-1, 2, 1)).toThrow(RangeError)
  expect(() => fewPlacesChance(1, 0, 1)).toThrow(RangeError)
  expect(() => fewPlacesChance(1.5, 2, 1)).toThrow(RangeError)
  expect(() => fewPlacesChance(9, 1001, 1)).toThrow(RangeError)
})

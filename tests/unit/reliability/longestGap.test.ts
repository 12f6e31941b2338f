import { expect, test } from 'vitest'
import { longestGap } from '../../../src/reliability/longestGap'
import { seededRandom } from '../../../fixtures/demo/seededRandom'

test('ten events and a gap of half the clock: 11 · (1/2)^10, as Fisher’s series ends after its first term', () => {
  const events = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.95]
  const got = longestGap(events, 1)
  expect(got).toMatchObject({ from: 0.45, to: 0.95, share: expect.closeTo(0.5, 12) })
  expect(got?.chance).toBeCloseTo(11 / 1024, 12)
})

test('the gap after the last event counts, and so does the one before the first', () => {
  expect(longestGap([1, 2], 10)).toMatchObject({ from: 2, to: 10 })
  expect(longestGap([8, 9], 10)).toMatchObject({ from: 0, to: 8 })
  expect(longestGap([], 10)).toBeNull()
  expect(() => longestGap([3, 2], 10)).toThrow(RangeError)
  expect(() => longestGap([3, 11], 10)).toThrow(RangeError)
})

test('a constant rate is called gappy no more often than promised, single failures and bursts alike', () => {
  const random = seededRandom(20261201)
  const alarms = (burst: number): number => {
    let found = 0
    for (let run = 0; run < 1000; run += 1) {
      const starts = Array.from({ length: Math.round(60 / burst) }, () => random.next())
      const events = starts.flatMap((start) => Array.from({ length: burst }, () => start)).sort((a, b) => a - b)
      if ((longestGap(events, 1)?.chance ?? 1) < 0.05) found += 1
    }
    return found / 1000
  }
  expect(alarms(1)).toBeLessThan(0.07)
  expect(alarms(3)).toBeLessThan(0.07)
})

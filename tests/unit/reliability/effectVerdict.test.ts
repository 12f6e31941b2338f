import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectWithTrend } from '../../../src/reliability/effectWithTrend'
import { effectVerdict } from '../../../src/reliability/effectVerdict'

const estimated = (before: [number, number], after: [number, number]) => {
  const verdict = effectVerdict(
    { failures: before[0], exposure: before[1] },
    { failures: after[0], exposure: after[1] },
    0.9,
  )
  if (verdict.status !== 'estimated') throw new Error(verdict.reason)
  return verdict
}

describe('a corrective action', () => {
  test('worked when the rate was halved and the bounds exclude that it stayed', () => {
    expect(estimated([45, 30], [13, 22.7]).verdict).toBe('effective')
  })

  test('worked partly when the rate surely fell, but by less than half', () => {
    expect(estimated([400, 30], [300, 30]).verdict).toBe('partly')
  })

  test('did not work when the bounds exclude that the rate was halved', () => {
    expect(estimated([22, 22.4], [31, 30.2]).verdict).toBe('ineffective')
  })

  test('cannot be judged after a short time, and it is said how much longer it must hold', () => {
    const { verdict, moreExposure } = estimated([6, 10], [0, 1])
    expect(verdict).toBe('not-enough-data')
    expect(moreExposure).toBeGreaterThan(0)
    // With no failure after, the bounds exclude "no change" once the chance of that luck is 5%: (10 / (10 + T))^6 = 0.05.
    expect(1 + (moreExposure ?? 0)).toBeCloseTo(10 * (0.05 ** (-1 / 6) - 1), 6)
  })

  test('is not judged where nothing ran or nothing failed', () => {
    expect(effectVerdict({ failures: 3, exposure: 10 }, { failures: 0, exposure: 0 }, 0.9)).toEqual({
      status: 'not-estimable',
      reason: 'no-exposure',
    })
    expect(effectVerdict({ failures: 0, exposure: 10 }, { failures: 0, exposure: 10 }, 0.9)).toEqual({
      status: 'not-estimable',
      reason: 'no-failures',
    })
  })
})

test('running so much longer without a failure always proves it, and a little less never does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 20 }),
      fc.double({ min: 0.1, max: 100, noNaN: true }),
      (failures, again, exposure) => {
        const { moreExposure } = estimated([failures, 10], [again, exposure])
        if (moreExposure === null || moreExposure === 0) return
        const upperAfter = (more: number): number =>
          estimated([failures, 10], [again, exposure + more]).ratio.upper ?? Infinity
        expect(upperAfter(moreExposure * 1.001)).toBeLessThan(1)
        expect(upperAfter(moreExposure * 0.999)).toBeGreaterThanOrEqual(1)
      },
    ),
    { seed: 3, numRuns: 150 },
  )
})

test('a step is told apart from a trend: a steady fall without a step has a ratio about 1', () => {
  const months = Array.from({ length: 48 }, (_, time) => ({
    time,
    failures: Math.round(60 * Math.exp(-0.04 * time)),
    exposure: 2,
    isAfter: time >= 24,
  }))
  const steady = effectWithTrend(months, 0.9)
  if (steady.status !== 'estimated') throw new Error(steady.reason)
  expect(steady.ratio).toBeCloseTo(1, 1)
  expect(steady.trend).toBeCloseTo(-0.04, 2)
  const halved = effectWithTrend(
    months.map((month) => (month.isAfter ? { ...month, exposure: 2 * month.exposure } : month)),
    0.9,
  )
  if (halved.status !== 'estimated') throw new Error(halved.reason)
  expect(halved.ratio / steady.ratio).toBeCloseTo(0.5, 8)
  expect(effectWithTrend(months.slice(0, 24), 0.9)).toMatchObject({ reason: 'no-exposure' })
  expect(
    effectWithTrend(
      [months[0] ?? months[1], months[30]].flatMap((one) => one ?? []),
      0.9,
    ),
  ).toMatchObject({
    reason: 'no-maximum',
  })
})

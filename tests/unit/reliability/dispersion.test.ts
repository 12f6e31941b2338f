import { expect, test } from 'vitest'
import { dispersion } from '../../../src/reliability/dispersion'
import { negativeBinomialRate } from '../../../src/reliability/negativeBinomialRate'

const COUNTS = [3, 0, 1, 7, 2, 0, 0, 12, 1, 4, 2, 0, 5, 1, 0, 3, 9, 0, 1, 2]
const RAN = [1.1, 0.9, 1, 1.3, 1, 0.8, 1, 1.2, 0.9, 1, 1, 1.1, 1, 0.7, 1, 1, 1.4, 0.9, 1, 1]
const UNITS = COUNTS.map((failures, at) => ({ failures, exposure: RAN[at] ?? 0 }))

/** Worked out in R: glm(family = poisson), sandwich by hand with n/(n − 1) and qt; MASS::glm.nb. */
test('twenty trains that differ: Pearson, robust bounds and the negative binomial law as R has them', () => {
  const found = dispersion(UNITS, 0.9)
  if (found.status !== 'estimated') throw new Error(found.reason)
  expect(found.chiSquare).toBeCloseTo(58.1792511, 6)
  expect(found.p / 7.48378215e-6).toBeCloseTo(1, 6)
  expect([found.rate, found.lower, found.upper].map((value) => value.toFixed(6))).toEqual([
    '2.610837',
    '1.678680',
    '4.060614',
  ])
  const law = negativeBinomialRate(UNITS, 0.9)
  if (law.status !== 'estimated') throw new Error(law.reason)
  expect(law.rate).toBeCloseTo(2.4276493, 6)
  expect(law.theta).toBeCloseTo(1.0991694, 5)
  expect(law.standardErrorLog).toBeCloseTo(0.25708388, 6)
})

test('counts that scatter less than chance have no negative binomial law, and one train scatters over nothing', () => {
  const even = Array.from({ length: 8 }, () => ({ failures: 3, exposure: 1 }))
  expect(negativeBinomialRate(even, 0.9)).toEqual({ status: 'not-estimable', reason: 'no-maximum' })
  expect(dispersion(even.slice(1, 2), 0.9)).toEqual({ status: 'not-estimable', reason: 'fewer-than-two-systems' })
  expect(
    dispersion(
      even.map((unit) => ({ ...unit, failures: 0 })),
      0.9,
    ),
  ).toEqual({
    status: 'not-estimable',
    reason: 'no-failures',
  })
})

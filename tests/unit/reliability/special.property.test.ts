import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { incompleteBeta } from '../../../src/reliability/special/incompleteBeta'
import { incompleteGamma } from '../../../src/reliability/special/incompleteGamma'
import { inverseIncompleteBeta } from '../../../src/reliability/special/inverseIncompleteBeta'
import { inverseIncompleteGamma } from '../../../src/reliability/special/inverseIncompleteGamma'
import { logGamma } from '../../../src/reliability/special/logGamma'
import { normalCdf } from '../../../src/reliability/special/normalCdf'
import { normalQuantile } from '../../../src/reliability/special/normalQuantile'
import { poissonCdf } from '../../../src/reliability/special/poissonCdf'
import { poissonQuantile } from '../../../src/reliability/special/poissonQuantile'

fc.configureGlobal({ seed: 20260101 })

const powerOfTen = (from: number, to: number) =>
  fc.double({ min: from, max: to, noNaN: true }).map((exponent) => 10 ** exponent)
const shape = powerOfTen(-3, 6)
const tail = fc.constantFrom('lower' as const, 'upper' as const)
const near = (got: number, want: number, relative: number): void => {
  expect(Math.abs(got - want)).toBeLessThanOrEqual(relative * Math.abs(want))
}

test('the inverse gamma function gives back its probability down to 1e-300', () => {
  fc.assert(
    fc.property(shape, powerOfTen(-300, 0), tail, (shape, probability, tail) => {
      const x = inverseIncompleteGamma(shape, probability, tail)
      if (x > 1e-300) near(incompleteGamma(shape, x)[tail], probability, 1e-10)
    }),
  )
})

test('the inverse beta function gives back its probability down to 1e-300', () => {
  fc.assert(
    fc.property(shape, shape, powerOfTen(-300, 0), tail, (a, b, probability, tail) => {
      const { x, y } = inverseIncompleteBeta(a, b, probability, tail)
      expect(x + y).toBeCloseTo(1, 14)
      if (x > 1e-290 && y > 1e-290) near(incompleteBeta(a, b, x, y)[tail], probability, 1e-9)
    }),
  )
})

test('the normal quantile gives back its probability down to 1e-300', () => {
  fc.assert(
    fc.property(powerOfTen(-300, -0.01), (probability) =>
      near(normalCdf(normalQuantile(probability)), probability, 1e-10),
    ),
  )
})

test('ln Γ grows by ln x from x to x + 1', () => {
  fc.assert(
    fc.property(powerOfTen(-3, 6), (x) => {
      const size = Math.max(1, Math.abs(logGamma(x + 1)))
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) / size).toBeLessThan(1e-14)
    }),
  )
})

test('tails are probabilities that sum to one, never NaN', () => {
  fc.assert(
    fc.property(shape, powerOfTen(-300, 300), (shape, x) => {
      const { lower, upper } = incompleteGamma(shape, x)
      expect(lower >= 0 && upper >= 0).toBe(true)
      expect(lower + upper).toBeCloseTo(1, 14)
    }),
  )
})

test('a Poisson quantile is the first count that covers its probability', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.9999, noNaN: true }), powerOfTen(-3, 4), (probability, mean) => {
      const count = poissonQuantile(probability, mean)
      expect(poissonCdf(count, mean)).toBeGreaterThanOrEqual(probability)
      expect(poissonCdf(count - 1, mean)).toBeLessThan(probability)
    }),
  )
})

test('the ends of the range are answers, what lies beyond throws', () => {
  expect(inverseIncompleteGamma(2, 0)).toBe(0)
  expect(inverseIncompleteGamma(2, 1)).toBe(Infinity)
  expect(inverseIncompleteBeta(2, 3, 1)).toEqual({ x: 1, y: 0 })
  expect(normalQuantile(0)).toBe(-Infinity)
  for (const probability of [-0.1, 1.1, Number.NaN]) {
    expect(() => inverseIncompleteGamma(2, probability)).toThrow(RangeError)
    expect(() => inverseIncompleteBeta(2, 3, probability)).toThrow(RangeError)
    expect(() => normalQuantile(probability)).toThrow(RangeError)
  }
  expect(() => logGamma(0)).toThrow(RangeError)
  expect(() => incompleteGamma(1, -1)).toThrow(RangeError)
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mtbf, type MtbfEstimate } from '../../../src/reliability/mtbf'
import { mtbfUpperBound } from '../../../src/reliability/mtbfUpperBound'
import { poissonRate } from '../../../src/reliability/poissonRate'
import { rateRatio } from '../../../src/reliability/rateRatio'

fc.configureGlobal({ seed: 20260101 })

const failures = fc.integer({ min: 0, max: 20_000 })
const exposure = fc.double({ min: 1e-6, max: 1e12, noNaN: true })
const confidence = fc.double({ min: 0.01, max: 0.999, noNaN: true })
const termination = fc.constantFrom('time' as const, 'failure' as const)
const sided = fc.constantFrom('two' as const, 'lower' as const)
const finite = (...values: (number | null)[]) => values.every((value) => value === null || Number.isFinite(value))

test('a mean between failures is finite or says why not, whatever is asked', () => {
  fc.assert(
    fc.property(
      failures,
      exposure,
      confidence,
      sided,
      termination,
      (failures, exposure, confidence, sided, termination) => {
        const got = mtbf({ failures, exposure, confidence, sided, termination })
        if (got.status === 'not-estimable') expect(failures === 0 && termination === 'failure').toBe(true)
        else expect(finite(got.mtbf, got.lower, got.upper, got.rate, got.rateLower, got.rateUpper)).toBe(true)
      },
    ),
  )
})

test('two-sided bounds contain the mean', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000 }),
      exposure,
      fc.double({ min: 0.5, max: 0.999, noNaN: true }),
      (failures, exposure, confidence) => {
        const got = mtbf({ failures, exposure, confidence, sided: 'two', termination: 'time' }) as MtbfEstimate
        expect(got.lower).toBeLessThan(got.mtbf ?? 0)
        expect(got.upper).toBeGreaterThan(got.mtbf ?? Infinity)
      },
    ),
  )
})

test('kilometres or metres, the bounds are the same length', () => {
  fc.assert(
    fc.property(failures, exposure, confidence, (failures, exposure, confidence) => {
      const ask = (exposure: number) =>
        mtbf({ failures, exposure, confidence, sided: 'two', termination: 'time' }) as MtbfEstimate
      const km = ask(exposure)
      const metres = ask(exposure * 1000)
      expect(metres.lower / km.lower / 1000).toBeCloseTo(1, 10)
      if (km.upper !== null) expect((metres.upper ?? 0) / km.upper / 1000).toBeCloseTo(1, 10)
    }),
  )
})

test('twice the failures over twice the exposure bound the same mean more tightly', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      exposure,
      fc.double({ min: 0.5, max: 0.999, noNaN: true }),
      (failures, exposure, confidence) => {
        const once = poissonRate(failures, exposure, confidence)
        const twice = poissonRate(2 * failures, 2 * exposure, confidence)
        if (once.status !== 'estimated' || twice.status !== 'estimated') throw new Error('not estimated')
        expect(twice.upper - twice.lower).toBeLessThan(once.upper - once.lower)
      },
    ),
  )
})

test('a rate is the inverse of a mean, bounds exchanged', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), exposure, confidence, (failures, exposure, confidence) => {
      const mean = mtbf({ failures, exposure, confidence, sided: 'two', termination: 'time' }) as MtbfEstimate
      const rate = poissonRate(failures, exposure, confidence)
      if (rate.status !== 'estimated') throw new Error('not estimated')
      expect(rate.upper * mean.lower).toBeCloseTo(1, 10)
      expect(rate.lower * (mean.upper ?? 0)).toBeCloseTo(1, 10)
    }),
  )
})

test('an exposure of nothing is said, not divided by', () => {
  for (const exposure of [0, -1, Infinity, Number.NaN]) {
    const none = { status: 'not-estimable', reason: 'no-exposure' }
    expect(mtbf({ failures: 1, exposure, confidence: 0.9, sided: 'two', termination: 'time' })).toEqual(none)
    expect(mtbfUpperBound(1, exposure, 0.9)).toEqual(none)
    expect(poissonRate(1, exposure, 0.9)).toEqual(none)
    expect(rateRatio({ failures: 1, exposure }, { failures: 1, exposure: 1 }, 0.9)).toEqual(none)
  }
})

const over480000Km = (failures: number) =>
  mtbf({ failures, exposure: 480_000, confidence: 0.9, sided: 'lower', termination: 'time' }) as MtbfEstimate

test('12 failures in 480,000 km are 40,000 km each, at least 26,994 with 90 % confidence', () => {
  expect(over480000Km(12).mtbf).toBe(40_000)
  expect(Math.round(over480000Km(12).lower)).toBe(26_994)
  expect(Math.round(over480000Km(1).lower)).toBe(123_402)
  expect(Math.round(over480000Km(0).lower)).toBe(208_461)
  expect(over480000Km(0).mtbf).toBeNull()
  const two = mtbf({
    failures: 12,
    exposure: 480_000,
    confidence: 0.8,
    sided: 'two',
    termination: 'time',
  }) as MtbfEstimate
  expect([two.lower, two.upper ?? 0].map(Math.round)).toEqual([26_994, 61_308])
})

test('without a failure a two-sided question gets the one-sided lower bound and says so', () => {
  const got = mtbf({ failures: 0, exposure: 1000, confidence: 0.95, sided: 'two', termination: 'time' })
  expect(got).toMatchObject({ sided: 'lower', mtbf: null, upper: null })
  expect((got as MtbfEstimate).lower).toBeCloseTo(1000 / -Math.log(0.05), 8)
})

test("a caller's mistake throws", () => {
  for (const [failures, confidence] of [
    [-1, 0.9],
    [1.5, 0.9],
    [Number.NaN, 0.9],
    [1, 0],
    [1, 1],
    [1, Number.NaN],
  ] as const)
    expect(() => mtbf({ failures, exposure: 1, confidence, sided: 'two', termination: 'time' })).toThrow(RangeError)
})

const group = fc.record({
  failures: fc.integer({ min: 0, max: 3000 }),
  exposure: fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
})

test('a rate ratio lies between its bounds and turns over with its groups', () => {
  fc.assert(
    fc.property(group, group, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (first, second, confidence) => {
      const got = rateRatio(first, second, confidence)
      const turned = rateRatio(second, first, confidence)
      if (got.status === 'not-estimable' || turned.status === 'not-estimable') {
        expect(first.failures + second.failures).toBe(0)
        return
      }
      expect(finite(got.ratio, got.lower, got.upper, got.pCentral, got.pLess, got.pGreater, got.pMinlike)).toBe(true)
      for (const p of [got.pCentral, got.pLess, got.pGreater, got.pMinlike]) expect(p >= 0 && p <= 1).toBe(true)
      if (got.ratio !== null) expect(got.ratio >= got.lower && got.ratio <= (got.upper ?? Infinity)).toBe(true)
      if (turned.upper !== null && got.lower > 0) expect(got.lower * turned.upper).toBeCloseTo(1, 8)
      expect(got.pLess).toBeCloseTo(turned.pGreater, 8)
    }),
  )
})

test('the central p is below 5 % exactly when the 95 % bounds leave 1 out', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (x, y, exposure) => {
        const got = rateRatio({ failures: x, exposure }, { failures: y, exposure: 1 }, 0.95)
        if (got.status === 'not-estimable' || Math.abs(got.pCentral - 0.05) < 1e-9) return
        expect(got.lower > 1 || (got.upper !== null && got.upper < 1)).toBe(got.pCentral < 0.05)
      },
    ),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kaplanMeier } from '../../../src/reliability/life/kaplanMeier'
import { lifeFit } from '../../../src/reliability/life/lifeFit'
import { weibayes } from '../../../src/reliability/life/weibayes'
import { weibullFit } from '../../../src/reliability/life/weibullFit'
import { meanCumulativeFunction } from '../../../src/reliability/meanCumulativeFunction'
import { milHdbk189Trend } from '../../../src/reliability/milHdbk189Trend'
import { powerLaw } from '../../../src/reliability/powerLaw'
import { powerLawBounds } from '../../../src/reliability/powerLawBounds'

const age = fc.double({ min: 1, max: 1000, noNaN: true })
const ages = fc.uniqueArray(age, { minLength: 3, maxLength: 30, comparator: (a, b) => Math.abs(a - b) < 1e-6 })
const suspensions = fc.array(age, { maxLength: 30 })
const scale = fc.integer({ min: -6, max: 6 }).map((power) => 10 ** power)

/** Every number inside a value, however deep; functions are left alone. */
const numbers = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbers)
      : []

describe('life data', () => {
  test('another unit of time changes the scale and nothing else, over twelve decades', () => {
    fc.assert(
      fc.property(ages, suspensions, scale, (failures, suspended, unit) => {
        const one = weibullFit({ failures, suspensions: suspended }, 0.9)
        const other = weibullFit(
          { failures: failures.map((t) => t * unit), suspensions: suspended.map((t) => t * unit) },
          0.9,
        )
        expect(other.status).toBe(one.status)
        if (one.status !== 'fitted' || other.status !== 'fitted') return
        expect(other.beta / one.beta).toBeCloseTo(1, 7)
        expect(other.eta / one.eta / unit).toBeCloseTo(1, 7)
      }),
      { numRuns: 60 },
    )
  })

  test('the order of parts does not matter, and counts stand for repetition', () => {
    fc.assert(
      fc.property(ages, suspensions, (failures, suspended) => {
        const once = weibullFit(
          { failures: [...failures, ...failures], suspensions: [...suspended, ...suspended] },
          0.9,
        )
        const counted = weibullFit(
          {
            failures: [...failures].reverse(),
            suspensions: suspended,
            failureCounts: failures.map(() => 2),
            suspensionCounts: suspended.map(() => 2),
          },
          0.9,
        )
        expect(counted.status).toBe(once.status)
        if (once.status === 'fitted' && counted.status === 'fitted')
          expect([counted.beta / once.beta, counted.eta / once.eta]).toEqual([
            expect.closeTo(1, 8),
            expect.closeTo(1, 8),
          ])
      }),
      { numRuns: 60 },
    )
  })

  test('every law is fitted with finite numbers and bounds around the estimate, or says why not', () => {
    fc.assert(
      fc.property(
        ages,
        suspensions,
        fc.constantFrom('weibull' as const, 'lognormal' as const, 'loglogistic' as const, 'normal' as const),
        (failures, suspended, law) => {
          const fit = lifeFit({ failures, suspensions: suspended }, law, 0.9)
          if (fit.status === 'not-estimable') return
          expect(numbers({ ...fit, criteria: null }).every(Number.isFinite)).toBe(true)
          const { life, bounds } = fit.percentileLife(0.1)
          expect(bounds[0] <= life && life <= bounds[1]).toBe(true)
          const { reliability, bounds: inner } = fit.reliabilityAt(500)
          expect(inner[0] <= reliability && reliability <= inner[1]).toBe(true)
        },
      ),
      { numRuns: 120 },
    )
  })

  test('a likelihood that climbs without end is no estimate', () => {
    expect(weibullFit({ failures: [900], suspensions: [300, 500] }, 0.9)).toEqual({
      status: 'not-estimable',
      reason: 'shape-unbounded',
    })
    expect(weibullFit({ failures: [900, 900], suspensions: [] }, 0.9)).toEqual({
      status: 'not-estimable',
      reason: 'shape-unbounded',
    })
    expect(weibullFit({ failures: [], suspensions: [300] }, 0.9)).toEqual({
      status: 'not-estimable',
      reason: 'no-failures',
    })
  })

  test('Weibayes with shape 1 is the exponential mean life', () => {
    fc.assert(
      fc.property(ages, suspensions, (failures, suspended) => {
        const total = [...failures, ...suspended].reduce((sum, t) => sum + t, 0)
        expect(weibayes({ failures, suspensions: suspended }, 1, 0.9).eta).toBeCloseTo(total / failures.length, 6)
      }),
    )
  })
})

describe('repairable systems', () => {
  const system = fc
    .tuple(
      fc.double({ min: 10, max: 1000, noNaN: true }),
      fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 15 }),
    )
    // Rounded, so that no two ages are apart by less than what counts as one age.
    .map(([end, shares]) => ({ end, events: shares.map((share) => Number((share * end).toFixed(6))) }))

  test('the mean cumulative function of one failure per unit is the Nelson–Aalen estimate', () => {
    fc.assert(
      fc.property(fc.uniqueArray(age, { minLength: 2, maxLength: 20 }), (failures) => {
        const mcf = meanCumulativeFunction(
          failures.map((t) => ({ events: [t], end: t })),
          0.9,
        )
        const hazard = kaplanMeier({ failures, suspensions: [] }, 0.9)
        if (mcf.status !== 'estimated') throw new Error(mcf.reason)
        expect(mcf.steps.map((step) => step.mean)).toEqual(
          hazard.map((step) => expect.closeTo(step.cumulativeHazard, 9) as number),
        )
      }),
    )
  })

  test('the quick robust variance equals the sum over units that defines it', () => {
    fc.assert(
      fc.property(fc.array(system, { minLength: 2, maxLength: 6 }), (systems) => {
        const mcf = meanCumulativeFunction(systems, 0.9)
        if (mcf.status !== 'estimated') throw new Error(mcf.reason)
        for (const step of mcf.steps) {
          if (step.variance === null) continue
          const before = mcf.steps.filter((other) => other.time <= step.time)
          const variance = systems.reduce((sum, one) => {
            const own = before.reduce(
              (total, { time, events, atRisk }) =>
                one.end >= time
                  ? total + (one.events.filter((event) => event === time).length - events / atRisk) / atRisk
                  : total,
              0,
            )
            return sum + own * own
          }, 0)
          expect(step.variance).toBeCloseTo(variance, 9)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a power law is fitted alike in every unit, and its bounds hold the estimate', () => {
    fc.assert(
      fc.property(system, scale, (one, unit) => {
        const fit = powerLaw([one], 'time')
        const other = powerLaw([{ end: one.end * unit, events: one.events.map((t) => t * unit) }], 'time')
        if (fit.status !== 'fitted' || other.status !== 'fitted') throw new Error('not fitted')
        expect(other.beta / fit.beta).toBeCloseTo(1, 9)
        const bounds = powerLawBounds(one.events, one.end, 'time', 0.9)
        if (bounds.status !== 'estimated') throw new Error(bounds.reason)
        const [low, high] = bounds.instantaneousMtbfCrow
        expect((low ?? 0) < fit.instantaneousMtbf && fit.instantaneousMtbf < (high ?? Infinity)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('several equal systems pooled grow like one of them', () => {
    fc.assert(
      fc.property(system, fc.integer({ min: 2, max: 5 }), (one, copies) => {
        const alone = powerLaw([one], 'time')
        // One failure at the very end gives a β of hundreds, and λ = n / T^β is then too small for a double.
        fc.pre(alone.status !== 'fitted' || alone.lambda > 1e-300)
        const together = powerLaw(
          Array.from({ length: copies }, () => one),
          'time',
        )
        if (alone.status !== 'fitted' || together.status !== 'fitted') throw new Error('not fitted')
        expect([together.beta / alone.beta, together.lambda / alone.lambda]).toEqual([
          expect.closeTo(1, 9),
          expect.closeTo(1, 9),
        ])
      }),
    )
  })

  test('the two tails of a trend test add up', () => {
    fc.assert(
      fc.property(fc.array(system, { minLength: 1, maxLength: 4 }), (systems) => {
        const trend = milHdbk189Trend(systems, 'time')
        if (trend.status === 'estimated') expect(trend.pImproving + trend.pDeteriorating).toBeCloseTo(1, 10)
      }),
    )
  })
})

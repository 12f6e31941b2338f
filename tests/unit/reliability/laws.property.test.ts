/** Laws that hold whatever the numbers are. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { laplaceTrend } from '../../../src/reliability/laplaceTrend'
import { exponentialFit } from '../../../src/reliability/life/exponentialFit'
import { kaplanMeier } from '../../../src/reliability/life/kaplanMeier'
import { lifeFit } from '../../../src/reliability/life/lifeFit'
import { weibullFit } from '../../../src/reliability/life/weibullFit'
import { meanCumulativeFunction } from '../../../src/reliability/meanCumulativeFunction'
import { mtbf } from '../../../src/reliability/mtbf'
import { powerLaw } from '../../../src/reliability/powerLaw'
import { powerLawBounds } from '../../../src/reliability/powerLawBounds'
import { REASONS } from '../../../src/reliability/reasons'
import { sortedOrder } from '../../../src/reliability/sortedOrder'

const shares = fc.uniqueArray(fc.double({ min: 0.001, max: 0.999, noNaN: true }), {
  minLength: 3,
  maxLength: 30,
  comparator: (a, b) => Math.abs(a - b) < 1e-6,
})
const unit = fc.integer({ min: -6, max: 6 }).map((power) => 10 ** power)
const close = (a: number, b: number, digits = 9): void => expect(a / b).toBeCloseTo(1, digits)

describe('scale', () => {
  test('another unit of time changes no test, no shape and no mean cumulative function, over twelve decades', () => {
    fc.assert(
      fc.property(shares, unit, (events, scale) => {
        const [one, other] = [[{ events, end: 1 }], [{ events: events.map((t) => t * scale), end: scale }]] as const
        const [a, b] = [laplaceTrend(one, 'time'), laplaceTrend(other, 'time')]
        if (a.status === 'estimated' && b.status === 'estimated') expect(b.u).toBeCloseTo(a.u, 8)
        const [m, n] = [meanCumulativeFunction(one, 0.9), meanCumulativeFunction(other, 0.9)]
        if (m.status === 'estimated' && n.status === 'estimated')
          expect(n.steps.map((step) => step.mean)).toEqual(m.steps.map((step) => step.mean))
        const [p, q] = [
          powerLawBounds(one[0].events, 1, 'time', 0.9),
          powerLawBounds(other[0].events, scale, 'time', 0.9),
        ]
        if (p.status === 'estimated' && q.status === 'estimated')
          close((q.instantaneousMtbfCrow[0] ?? 0) / scale, p.instantaneousMtbfCrow[0] ?? 0)
      }),
    )
  })
})

describe('order and repetition', () => {
  test('large arrays are put in the order a comparison gives, negative numbers and ties too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, 1, -1)), {
          minLength: 5000,
          maxLength: 5200,
        }),
        (values) => {
          const sorted = Array.from(sortedOrder(Float64Array.from(values)), (at) => values[at] ?? 0)
          expect(sorted.every((value, at) => at === 0 || (sorted[at - 1] ?? 0) <= value)).toBe(true)
        },
      ),
      { numRuns: 20 },
    )
  })

  test('ages may come as plain or typed arrays, in any order', () => {
    fc.assert(
      fc.property(shares, shares, (failures, suspensions) => {
        const plain = weibullFit({ failures, suspensions }, 0.9)
        const typed = weibullFit(
          { failures: Float64Array.from(failures).reverse(), suspensions: Float64Array.from(suspensions).sort() },
          0.9,
        )
        expect(typed.status).toBe(plain.status)
        if (plain.status !== 'fitted' || typed.status !== 'fitted') return
        close(typed.beta, plain.beta, 6)
        close(typed.eta, plain.eta, 6)
      }),
    )
  })
})

describe('delayed entry', () => {
  test('an entry at age 0 is no entry, for every law', () => {
    fc.assert(
      fc.property(
        shares,
        shares,
        fc.constantFrom('weibull' as const, 'lognormal' as const, 'loglogistic' as const),
        (failures, suspensions, law) => {
          expect(lifeFit({ failures, suspensions, entries: [0, 0] }, law, 0.9).status === 'fitted').toBe(
            lifeFit({ failures, suspensions }, law, 0.9).status === 'fitted',
          )
          const [a, b] = [
            lifeFit({ failures, suspensions, entries: [0, 0] }, law, 0.9),
            lifeFit({ failures, suspensions }, law, 0.9),
          ]
          if (a.status === 'fitted' && b.status === 'fitted') close(a.sigma, b.sigma)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('for a life without memory only the time under watch counts', () => {
    fc.assert(
      fc.property(shares, (failures) => {
        const entries = failures.map((age) => age / 2)
        const fit = exponentialFit({ failures, suspensions: [], entries }, 0.9)
        if (fit.status === 'fitted') close(fit.theta, failures.reduce((sum, age) => sum + age / 2, 0) / failures.length)
      }),
    )
  })

  test('the search for the Weibull maximum ends where no neighbour is likelier', () => {
    fc.assert(
      fc.property(
        shares,
        fc.array(fc.double({ min: 0.0005, max: 0.5, noNaN: true }), { maxLength: 3 }),
        (failures, entries) => {
          const data = {
            failures,
            suspensions: [1, 1],
            entries: entries.map((entry) => Math.min(entry, 0.9 * Math.min(...failures))),
          }
          const fit = weibullFit(data, 0.9)
          if (fit.status !== 'fitted') return
          const logL = (beta: number, eta: number): number =>
            failures.reduce(
              (sum, t) => sum + Math.log(beta / eta) + (beta - 1) * Math.log(t / eta) - (t / eta) ** beta,
              0,
            ) -
            2 * (1 / eta) ** beta +
            data.entries.reduce((sum, t) => sum + (t / eta) ** beta, 0)
          const top = logL(fit.beta, fit.eta)
          expect(fit.life.logLikelihood).toBeCloseTo(top, 6)
          for (const [db, de] of [
            [1.01, 1],
            [0.99, 1],
            [1, 1.01],
            [1, 0.99],
          ] as const)
            expect(logL(fit.beta * db, fit.eta * de)).toBeLessThanOrEqual(top + 1e-9)
        },
      ),
    )
  })

  test('Kaplan–Meier counts a part from its entry on', () => {
    expect(
      kaplanMeier({ failures: [2, 5], suspensions: [6, 6], entries: [3, 3] }, 0.9).map(({ atRisk }) => atRisk),
    ).toEqual([2, 3])
  })
})

describe('one law inside another', () => {
  test('the power law with β = 1 is the constant rate: its mean between failures is that of mtbf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (n) => {
        // Times whose logs sum to n give β = 1 exactly.
        const events = Array.from({ length: n }, () => Math.exp(-1))
        const fit = powerLaw([{ events, end: 1 }], 'time')
        const rate = mtbf({ failures: n, exposure: 1, confidence: 0.9, sided: 'two', termination: 'time' })
        if (fit.status !== 'fitted' || rate.status !== 'estimated') throw new Error('not fitted')
        close(fit.beta, 1)
        close(fit.instantaneousMtbf, rate.mtbf ?? 0)
        close(fit.lambda, rate.rate)
      }),
    )
  })

  test('a Weibull law is at least as likely as the exponential one, and equal to it where β = 1', () => {
    fc.assert(
      fc.property(shares, (failures) => {
        const [weibull, exponential] = [
          weibullFit({ failures, suspensions: [] }, 0.9),
          exponentialFit({ failures, suspensions: [] }, 0.9),
        ]
        if (weibull.status !== 'fitted' || exponential.status !== 'fitted') return
        expect(weibull.life.logLikelihood).toBeGreaterThanOrEqual(exponential.logLikelihood - 1e-9)
        if (Math.abs(weibull.beta - 1) < 1e-6) close(weibull.mean, exponential.theta, 5)
      }),
    )
  })

  test('bounds narrow as more is seen', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 2, max: 6 }), (failures, times) => {
        const [few, many] = [
          weibullFit({ failures, suspensions: [] }, 0.9),
          weibullFit({ failures, suspensions: [], failureCounts: failures.map(() => times) }, 0.9),
        ]
        if (few.status !== 'fitted' || many.status !== 'fitted') return
        close(
          Math.log(few.betaBounds[1] / few.betaBounds[0]) / Math.log(many.betaBounds[1] / many.betaBounds[0]),
          Math.sqrt(times),
          6,
        )
        expect(few.betaBounds[0] < few.beta && few.beta < few.betaBounds[1]).toBe(true)
      }),
    )
  })
})

test('every reason says in both languages what to do', () => {
  for (const { zh, en } of Object.values(REASONS))
    expect([/[\u4e00-\u9fff].*。$/u.test(zh), /[a-z].*\.$/u.test(en)]).toEqual([true, true])
})

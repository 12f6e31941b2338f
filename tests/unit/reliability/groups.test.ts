/** Groups and causes: values worked out by R, and what must hold whatever the data are. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../fixtures/demo/seededRandom'
import { funnelLimits } from '../../../src/reliability/funnelLimits'
import { coxRegression } from '../../../src/reliability/life/coxRegression'
import type { LifeData } from '../../../src/reliability/life/lifeData'
import type { LifeEpisode } from '../../../src/reliability/life/lifeEpisodes'
import { cumulativeIncidence } from '../../../src/reliability/life/cumulativeIncidence'
import { kaplanMeier } from '../../../src/reliability/life/kaplanMeier'
import { seriesOfWeibulls } from '../../../src/reliability/life/seriesOfWeibulls'
import { weibullFit } from '../../../src/reliability/life/weibullFit'
import { logRank } from '../../../src/reliability/life/logRank'
import { weibullRegression } from '../../../src/reliability/life/weibullRegression'
import { rateRatio } from '../../../src/reliability/rateRatio'
import { ratioWithScatter, scatterWithinGroups } from '../../../src/reliability/scatterWithinGroups'

describe('limits of a funnel', () => {
  test.each([
    [0.05, 0, 93.4860182829, 0, 137.847390458],
    [0.2, 14.15640797187, 63.82676604836, 3.26158192263, 79.97691476438],
    [0.5, 26.5459288933, 51.4540711067, 19.7127753382, 58.2872246618],
  ])('of 40 failures at a share of %s, as qbinom of R interpolated', (share, low, high, lowest, highest) => {
    const [inner] = funnelLimits(40, 1, [share], 0.05)
    const [outer] = funnelLimits(40, 1, [share], 0.002)
    expect(inner?.lower).toBeCloseTo(low, 8)
    expect(inner?.upper).toBeCloseTo(high, 8)
    expect(outer?.lower).toBeCloseTo(lowest, 8)
    expect(outer?.upper).toBeCloseTo(highest, 8)
  })

  test('one failure beyond them a group differs from the others at the same level, and one failure inside it does not', () => {
    const total = 60
    for (let own = 0; own <= total; own += 1) {
      const [limit] = funnelLimits(total, 100, [30], 0.05)
      const found = rateRatio({ failures: own, exposure: 30 }, { failures: total - own, exposure: 70 }, 0.95)
      if (found.status !== 'estimated' || limit === undefined) throw new Error('no answer')
      const rate = own / 30
      if (rate < limit.lower - 1 / 30 || rate > limit.upper + 1 / 30)
        expect(found.pCentral, `${own}`).toBeLessThan(0.05)
      if (rate > limit.lower + 1 / 30 && rate < limit.upper - 1 / 30)
        expect(found.pCentral, `${own}`).toBeGreaterThan(0.05)
    }
  })
})

test('a ratio widened by scatter is that of a quasi-Poisson regression in R', () => {
  const unit = (failures: number, exposure: number) => ({ failures, exposure })
  const groups = [
    [unit(3, 10), unit(9, 12), unit(1, 8), unit(6, 11)],
    [unit(14, 15), unit(2, 9), unit(5, 10), unit(4, 11)],
  ]
  const scatter = scatterWithinGroups(groups)
  if (scatter.status !== 'estimated') throw new Error(scatter.reason)
  expect(scatter.ratio).toBeCloseTo(1.87966905992, 8)
  const ratio = ratioWithScatter(unit(19, 41), unit(25, 45), scatter, 0.9)
  expect(ratio).toMatchObject({ status: 'estimated' })
  if (ratio.status !== 'estimated') return
  expect(ratio.ratio).toBeCloseTo(0.834146341463, 8)
  expect(ratio.lower).toBeCloseTo(0.370766428999, 8)
  expect(ratio.upper).toBeCloseTo(1.876653506241, 8)
  expect(ratio.p).toBeCloseTo(0.679048421484, 8)
})

const ages = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 3, maxLength: 25 })
const group = fc.tuple(ages, ages).map(([failures, suspensions]): LifeData => ({ failures, suspensions }))

test('the log-rank test knows no unit of age and no order of groups, and what is seen is what is expected', () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 2, maxLength: 4 }), fc.constantFrom(0.001, 3, 1e6), (groups, unit) => {
      const found = logRank(groups)
      if (found.status !== 'estimated') return
      const scaled = logRank(
        groups
          .map(({ failures, suspensions }) => ({
            failures: Array.from(failures, (age) => age * unit),
            suspensions: Array.from(suspensions, (age) => age * unit),
          }))
          .toReversed(),
      )
      if (scaled.status !== 'estimated') throw new Error(scaled.reason)
      expect(scaled.chiSquare).toBeCloseTo(found.chiSquare, 8)
      expect(scaled.degrees).toBe(found.degrees)
      const seen = found.groups.reduce((sum, { failed }) => sum + failed, 0)
      expect(found.groups.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(seen, 8)
    }),
    { numRuns: 200, seed: 20_260_113 },
  )
})

test('groups of which one was watched only after the other had ended are not compared', () => {
  const early: LifeData = { failures: [1, 2, 3], suspensions: [] }
  const late: LifeData = { failures: [6, 7], suspensions: [], entries: [5, 5] }
  expect(logRank([early, late])).toEqual({ status: 'not-estimable', reason: 'no-common-ages' })
})

const moded = fc.tuple(fc.array(ages, { minLength: 1, maxLength: 3 }), ages)

test('shares of competing modes add up to what is no longer alive, and of one mode alone they are Kaplan–Meier', () => {
  fc.assert(
    fc.property(moded, ([modes, suspensions]) => {
      const found = cumulativeIncidence({ modes, suspensions }, 0.9)
      if (found.status !== 'estimated') throw new Error(found.reason)
      const last = kaplanMeier({ failures: modes.flat(), suspensions }, 0.9).at(-1)
      const shares = found.modes.map((steps) => steps.at(-1)?.share ?? 0)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1 - (last?.survival ?? 0), 10)
      if (modes.length > 1) return
      const [steps = []] = found.modes
      for (const [at, step] of kaplanMeier({ failures: modes.flat(), suspensions }, 0.9).entries())
        if (step.standardError !== null) expect(steps[at]?.standardError).toBeCloseTo(step.standardError, 8)
    }),
    { numRuns: 200, seed: 20_260_113 },
  )
})

test('where nothing was suspended a share is binomial', () => {
  const found = cumulativeIncidence(
    {
      modes: [
        [1, 3, 5, 7],
        [2, 4, 6, 8, 9, 10],
      ],
      suspensions: [],
    },
    0.9,
  )
  const at = found.status === 'estimated' ? found.modes[0]?.at(-1) : undefined
  expect(at?.share).toBeCloseTo(0.4, 12)
  expect(at?.standardError).toBeCloseTo(Math.sqrt((0.4 * 0.6) / 10), 12)
})

test('a series of one law is that law, and of two with one shape has its closed form', () => {
  const { next } = seededRandom(2)
  const fit = weibullFit({ failures: Array.from({ length: 40 }, () => 100 * next() + 1), suspensions: [] }, 0.9)
  if (fit.status !== 'fitted') throw new Error(fit.reason)
  const alone = fit.life.percentileLife(0.1)
  const one = seriesOfWeibulls([fit.life], 0.1)
  expect(one.life).toBeCloseTo(alone.life, 9)
  expect(one.bounds[0]).toBeCloseTo(alone.bounds[0], 9)
  expect(one.bounds[1]).toBeCloseTo(alone.bounds[1], 9)
  // Two alike: each part has twice the hazard, so that η falls by 2^(1/β).
  expect(seriesOfWeibulls([fit.life, fit.life], 0.1).life).toBeCloseTo(alone.life / 2 ** (1 / fit.beta), 9)
})

/** Lives of 80 parts with a cause that halves them, and a number. */
function lives(seed: number): readonly LifeEpisode[] {
  const { next } = seededRandom(seed)
  return Array.from({ length: 80 }, (_, part) => {
    const causes = [part % 2, Math.floor(next() * 10)]
    const age = 300 * 0.5 ** (causes[0] ?? 0) * (-Math.log(1 - next())) ** (1 / 1.8)
    return { entry: 0, exit: Math.min(age, 260), failed: age <= 260, causes }
  })
}

const FITS = [
  ['Cox', (of: readonly LifeEpisode[]) => coxRegression(of)],
  ['Weibull', (of: readonly LifeEpisode[]) => weibullRegression(of)],
] as const

function coefficientsOf(found: ReturnType<(typeof FITS)[number][1]>): readonly number[] {
  if (found.status !== 'fitted') throw new Error(found.reason)
  return [...found.coefficients, found.logLikelihood]
}

describe.each(FITS)('%s', (_name, fit) => {
  test('a life cut into pieces is the same life', () => {
    const whole = coefficientsOf(fit(lives(3)))
    const cut = coefficientsOf(
      fit(
        lives(3).flatMap((life, at): readonly LifeEpisode[] => {
          const half = life.exit * (0.3 + (at % 5) / 10)
          return [
            { ...life, exit: half, failed: false },
            { ...life, entry: half },
          ]
        }),
      ),
    )
    for (const [at, value] of whole.entries()) expect(cut[at]).toBeCloseTo(value, 6)
  })

  test('a count of two is the same part twice', () => {
    const twice = coefficientsOf(fit(lives(5).flatMap((life) => (life.failed ? [life] : [life, life]))))
    const counted = coefficientsOf(fit(lives(5).map((life) => (life.failed ? life : { ...life, count: 2 }))))
    for (const [at, value] of twice.entries()) expect(counted[at]).toBeCloseTo(value, 8)
  })

  test('in another unit of a cause its coefficient is that much smaller, and the others stay', () => {
    const [one = 0, other = 0] = coefficientsOf(fit(lives(7)))
    const [same, smaller] = coefficientsOf(
      fit(lives(7).map((life) => ({ ...life, causes: [life.causes[0] ?? 0, 1000 * (life.causes[1] ?? 0) + 5e4] }))),
    )
    expect(same).toBeCloseTo(one, 7)
    expect(smaller).toBeCloseTo(other / 1000, 9)
  })

  test('causes that follow from each other, never vary or tell failed from sound parts are refused', () => {
    expect(
      fit(lives(9).map((life) => ({ ...life, causes: [life.causes[0] ?? 0, 1 - (life.causes[0] ?? 0)] }))),
    ).toEqual({
      status: 'not-estimable',
      reason: 'causes-not-separable',
    })
    expect(fit(lives(9).map((life) => ({ ...life, causes: [1] })))).toMatchObject({ reason: 'causes-not-separable' })
    expect(fit(lives(9).map((life) => ({ ...life, causes: [life.failed ? 1 : 0] })))).toMatchObject({
      reason: 'no-maximum',
    })
    expect(fit(lives(9).map((life) => ({ ...life, failed: false })))).toMatchObject({ reason: 'no-failures' })
  })
})

test('hazards that cross are found not to be proportional, and proportional ones are not', () => {
  const { next } = seededRandom(21)
  const drawn = (shapeOf: (side: number) => number): readonly LifeEpisode[] =>
    Array.from({ length: 400 }, (_, part) => {
      const side = part % 2
      return {
        entry: 0,
        exit: 100 * (-Math.log(1 - next())) ** (1 / shapeOf(side)),
        failed: true,
        causes: [side],
      }
    })
  const pOf = (of: readonly LifeEpisode[]): number => {
    const found = coxRegression(of)
    return found.status === 'fitted' ? (found.allProportional?.p ?? Number.NaN) : Number.NaN
  }
  expect(pOf(drawn((side) => (side === 0 ? 0.7 : 2.5)))).toBeLessThan(1e-6)
  expect(pOf(drawn(() => 1.5))).toBeGreaterThan(0.05)
})

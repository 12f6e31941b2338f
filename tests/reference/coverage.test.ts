/** How often 90 % bounds hold the truth, by seeded simulation: that is what 90 % means. */
import { expect, test } from 'vitest'
import { seededRandom } from '../../fixtures/demo/seededRandom'
import { weibullFit } from '../../src/reliability/life/weibullFit'
import { meanCumulativeFunction } from '../../src/reliability/meanCumulativeFunction'
import { mtbf } from '../../src/reliability/mtbf'
import { powerLawBounds } from '../../src/reliability/powerLawBounds'

const RUNS = 2000
const { next: random } = seededRandom(20_260_113)
const exponential = (): number => -Math.log(1 - random())

/** Share of runs that hold, beside three standard errors of such a share. */
function coverage(run: () => boolean | null): { readonly share: number; readonly error: number } {
  let [held, counted] = [0, 0]
  for (let at = 0; at < RUNS; at += 1) {
    const answer = run()
    if (answer === null) continue
    counted += 1
    if (answer) held += 1
  }
  return { share: held / counted, error: 3 * Math.sqrt((0.9 * 0.1) / counted) }
}

function poissonTimes(rate: number, end: number): number[] {
  const times: number[] = []
  for (let t = exponential() / rate; t < end; t += exponential() / rate) times.push(t)
  return times
}

test('MTBF of a time-terminated watch: at least 90 %, because counts are whole', () => {
  const { share, error } = coverage(() => {
    const found = mtbf({
      failures: poissonTimes(1, 8).length,
      exposure: 8,
      confidence: 0.9,
      sided: 'two',
      termination: 'time',
    })
    return found.status === 'estimated' && found.lower <= 1 && (found.upper ?? Infinity) >= 1
  })
  expect(share).toBeGreaterThan(0.9 - error)
})

test('shape of the power law, exact: 90 %', () => {
  const [beta, expected] = [0.6, 20]
  const { share, error } = coverage(() => {
    const found = powerLawBounds(
      poissonTimes(1, expected).map((u) => (u / expected) ** (1 / beta)),
      1,
      'time',
      0.9,
    )
    return found.status !== 'estimated'
      ? null
      : (found.betaExact[0] ?? 0) <= beta && beta <= (found.betaExact[1] ?? Infinity)
  })
  expect(Math.abs(share - 0.9)).toBeLessThan(error)
})

test('instantaneous MTBF of the power law, Crow: at least 90 %', () => {
  const [beta, expected] = [0.6, 20]
  const { share, error } = coverage(() => {
    const found = powerLawBounds(
      poissonTimes(1, expected).map((u) => (u / expected) ** (1 / beta)),
      1,
      'time',
      0.9,
    )
    const [low, high] = found.status === 'estimated' ? found.instantaneousMtbfCrow : [null, null]
    return found.status !== 'estimated'
      ? null
      : (low ?? 0) <= 1 / (expected * beta) && 1 / (expected * beta) <= (high ?? Infinity)
  })
  expect(share).toBeGreaterThan(0.9 - error)
})

test.each([0.7, 2.5])('shape %s of a Weibull law with suspensions, Fisher: within three points of 90 %', (beta) => {
  const { share, error } = coverage(() => {
    const lives = Array.from({ length: 60 }, () => exponential() ** (1 / beta))
    const end = 1.2
    const fit = weibullFit(
      { failures: lives.filter((age) => age <= end), suspensions: lives.filter((age) => age > end).map(() => end) },
      0.9,
    )
    return fit.status !== 'fitted' ? null : fit.betaBounds[0] <= beta && beta <= fit.betaBounds[1]
  })
  expect(Math.abs(share - 0.9)).toBeLessThan(0.03 + error)
})

test('late entry: without it early failures look rare, with it the bounds hold the truth', () => {
  const beta = 0.5
  const shares = [true, false].map(
    (isTold) =>
      coverage(() => {
        const watched = Array.from({ length: 150 }, () => ({
          age: exponential() ** (1 / beta),
          from: random() < 0.6 ? 0.3 * random() : 0,
        })).filter(({ age, from }) => age > from)
        const end = 1
        const fit = weibullFit(
          {
            failures: watched.filter(({ age }) => age <= end).map(({ age }) => age),
            suspensions: watched.filter(({ age }) => age > end).map(() => end),
            ...(isTold ? { entries: watched.map(({ from }) => from) } : {}),
          },
          0.9,
        )
        return fit.status !== 'fitted' ? null : fit.betaBounds[0] <= beta && beta <= fit.betaBounds[1]
      }).share,
  )
  expect(shares[0]).toBeGreaterThan(0.86)
  expect(shares[1]).toBeLessThan(0.6)
})

test('mean cumulative function of units that differ in rate, robust: within three points of 90 %', () => {
  const { share, error } = coverage(() => {
    // Rates are gamma distributed, so that events cluster by unit; only the robust variance sees it.
    const systems = Array.from({ length: 40 }, () => ({
      events: poissonTimes((exponential() + exponential()) / 2, 3),
      end: 3,
    }))
    const found = meanCumulativeFunction(systems, 0.9)
    const last = found.status === 'estimated' ? found.steps.at(-1) : undefined
    return last?.logBounds == null ? null : last.logBounds[0] <= 3 && 3 <= last.logBounds[1]
  })
  expect(Math.abs(share - 0.9)).toBeLessThan(0.03 + error)
})

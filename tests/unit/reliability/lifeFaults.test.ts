/** What a method of lives must not say: a number where there is none, two ages where there is one, an age below zero. */
import { expect, test } from 'vitest'
import { seededRandom } from '../../../fixtures/demo/seededRandom'
import { formatFigure, formatP, formatShare } from '../../../src/i18n/format'
import { exponentialFit } from '../../../src/reliability/life/exponentialFit'
import { intervalWeibull } from '../../../src/reliability/life/intervalWeibull'
import { kaplanMeier } from '../../../src/reliability/life/kaplanMeier'
import { lifeFit } from '../../../src/reliability/life/lifeFit'
import { weibullFit } from '../../../src/reliability/life/weibullFit'
import { weibullLikelihoodBounds } from '../../../src/reliability/life/weibullLikelihoodBounds'
import { weibullWithThreshold } from '../../../src/reliability/life/weibullWithThreshold'
import { rolledUpMtbf } from '../../../src/reliability/rolledUpMtbf'

test('small fleets that came under watch late give finite bounds above 0 or no estimate', () => {
  const { next } = seededRandom(20_261_130)
  for (let run = 0; run < 600; run += 1) {
    const [failures, suspensions, entries]: [number[], number[], number[]] = [[], [], []]
    for (let part = 0; part < 2 + (run % 8); part += 1) {
      const entry = next() * 3
      let age = 0
      while (age <= entry) age = (-Math.log(1 - next())) ** (1 / ([0.6, 1, 2.5][run % 3] ?? 1)) * 2
      if (age < entry + 1.5) failures.push(age)
      else suspensions.push(entry + 1.5)
      entries.push(entry)
    }
    const lives = { failures, suspensions, entries }
    const fit = weibullFit(lives, 0.9)
    const ratio = weibullLikelihoodBounds(lives, 0.9)
    expect(ratio.status).toBe(fit.status === 'fitted' ? 'estimated' : 'not-estimable')
    if (fit.status !== 'fitted' || ratio.status !== 'estimated') continue
    const bounds = [...fit.etaBounds, ...fit.betaBounds, ...ratio.beta, ...ratio.eta, ...ratio.percentile(0.1).bounds]
    expect(bounds.filter((bound) => bound !== null && !(bound > 0 && bound < Infinity))).toEqual([])
  }
})

test('all watched late and failing at once: the likelihood rises as the shape falls, and there is no maximum', () => {
  const lives = { failures: [1.01, 2.01], suspensions: [3, 4], entries: [1, 2, 1, 1] }
  expect(weibullFit(lives, 0.9)).toEqual({ status: 'not-estimable', reason: 'no-maximum' })
  expect(weibullLikelihoodBounds(lives, 0.9)).toEqual({ status: 'not-estimable', reason: 'no-maximum' })
})

test('ages that differ by rounding are one age', () => {
  const failures = [0.1 + 0.2, 0.3]
  expect(weibullFit({ failures, suspensions: [] }, 0.9)).toMatchObject({ reason: 'shape-unbounded' })
  const steps = kaplanMeier({ failures: [0.3, 0.1 + 0.2], suspensions: [0.3, 1] }, 0.9)
  expect(steps.map(({ atRisk, failed }) => [atRisk, failed])).toEqual([[4, 2]])
})

test('nothing has a negative age', () => {
  const lives = { failures: [-1, 2], suspensions: [3] }
  for (const method of [
    () => kaplanMeier(lives, 0.9),
    () => exponentialFit(lives, 0.9),
    () => lifeFit(lives, 'normal', 0.9),
  ])
    expect(method).toThrow(RangeError)
})

test('a part that stopped below the threshold counts among the units', () => {
  const failures = [21, 23, 24, 25, 26, 27, 28, 29, 31, 33]
  const without = weibullWithThreshold({ failures, suspensions: [30] })
  const withEarly = weibullWithThreshold({ failures, suspensions: [30, 1, 2] })
  if (without.status !== 'fitted' || withEarly.status !== 'fitted') throw new Error('no threshold')
  expect(withEarly.gamma).toBeCloseTo(without.gamma, 5)
  // BIC = 3 ln n − 2 ln L, with n of 13 instead of 11.
  expect(withEarly.criteria.bic - without.criteria.bic).toBeCloseTo(3 * Math.log(13 / 11), 5)
})

test('an age known exactly lies between inspections of no width', () => {
  const exact = [2, 3, 5, 7]
  const fit = intervalWeibull(exact.map((age) => ({ from: age, to: age, count: 1 })))
  const known = weibullFit({ failures: exact, suspensions: [] }, 0.9)
  if (fit.status !== 'fitted' || known.status !== 'fitted') throw new Error('no fit')
  expect([fit.beta, fit.logLikelihood]).toEqual([
    expect.closeTo(known.beta, 8),
    expect.closeTo(known.life.logLikelihood, 8),
  ])
})

test('the bound of an assembly does not count the distance of its parts again', () => {
  const nodes = [
    { id: 'brake', parent: null, failures: 0, exposure: 100 },
    { id: 'valve', parent: 'brake', failures: 0, exposure: 100 },
  ]
  const { rolledUp } = rolledUpMtbf(nodes, { kind: 'bound', confidence: 0.5 })
  expect(rolledUp.brake).toBeCloseTo(100 / Math.LN2, 9)
})

test('what is no number is not printed as one', () => {
  const printed = [NaN, Infinity, -Infinity].flatMap((value) => [
    formatFigure(value, 'en'),
    formatShare(value, 'zh'),
    formatP(value, 'en'),
  ])
  expect(printed.join(' ')).not.toContain('NaN')
  expect(formatFigure(NaN, 'en')).toBe('—')
})

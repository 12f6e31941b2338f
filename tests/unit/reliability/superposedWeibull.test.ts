/** Lives of parts that nobody told apart, against every way to tell them apart written out, and against lives that are known. */
import { expect, test } from 'vitest'
import { superposedWeibull, type SuperposedTrain } from '../../../src/reliability/life/superposedWeibull'
import { percentileLife } from '../../../src/reliability/life/fittedLaw'
import { weibullFit } from '../../../src/reliability/life/weibullFit'

const failures = (slots: number, end: number, ...times: number[]): SuperposedTrain => ({
  slots,
  end,
  events: times.flatMap((at) => [
    { at, off: { isFailure: true, among: 'nothing' as const } },
    { at, on: { used: 0, isNamed: false } },
  ]),
})

/** Worked out in R with `optim` over the sum of all 3ⁿ assignments, without sets of the living. */
test('four trains of three parts: the same maximum as with every assignment written out', () => {
  const found = superposedWeibull(
    [
      failures(3, 900, 200, 520, 610, 800),
      failures(3, 700, 410, 590),
      failures(3, 1000, 350, 480, 700, 930),
      failures(3, 650),
    ],
    0.9,
  )
  if (found.status !== 'fitted') throw new Error(found.reason)
  expect(found.beta).toBeCloseTo(3.3011586, 3)
  expect(found.eta / 674.05276).toBeCloseTo(1, 4)
  expect(found.logLikelihood).toBeCloseTo(-63.819014, 5)
  expect(found.betaBounds[0]).toBeCloseTo(1.8654076, 2)
  expect(found.betaBounds[1]).toBeCloseTo(5.8419663, 2)
  expect(found.etaBounds[0] / 565.54683).toBeCloseTo(1, 3)
  expect(found.etaBounds[1] / 803.37666).toBeCloseTo(1, 3)
  expect(percentileLife(found.law, 0.1).life / 340.9099).toBeCloseTo(1, 3)
})

test('one part a train hides nothing: estimate, bounds and B10 are those of the lives', () => {
  const trains = [failures(1, 900, 200, 610), failures(1, 700, 590), failures(1, 1000, 480), failures(1, 650)]
  const lives = weibullFit({ failures: [200, 410, 590, 480], suspensions: [290, 110, 520, 650] }, 0.9)
  const found = superposedWeibull(trains, 0.9)
  if (found.status !== 'fitted' || lives.status !== 'fitted') throw new Error('both can be fitted')
  expect(found.beta).toBeCloseTo(lives.beta, 4)
  expect(found.eta / lives.eta).toBeCloseTo(1, 5)
  expect(found.betaBounds[1]).toBeCloseTo(lives.betaBounds[1], 2)
  expect(found.logLikelihood).toBeCloseTo(lives.life.logLikelihood, 6)
  const [b10, wanted] = [percentileLife(found.law, 0.1), lives.life.percentileLife(0.1)]
  expect(b10.bounds[0] / wanted.bounds[0]).toBeCloseTo(1, 3)
  expect(b10.bounds[1] / wanted.bounds[1]).toBeCloseTo(1, 3)
})

test('serials that say which part came off make lives of it, and a sound part that comes off is none that failed', () => {
  const train = (...events: SuperposedTrain['events']): SuperposedTrain => ({ slots: 2, end: 1000, events })
  const found = superposedWeibull(
    [
      train(
        { at: 300, off: { isFailure: true, among: -1 } },
        { at: 300, on: { used: 0, isNamed: true } },
        { at: 700, off: { isFailure: true, among: 0 } },
        { at: 700, on: { used: 0, isNamed: true } },
        { at: 800, off: { isFailure: false, among: -1 } },
      ),
      train({ at: 600, off: { isFailure: true, among: -1 } }),
    ],
    0.9,
  )
  const lives = weibullFit({ failures: [300, 400, 600], suspensions: [300, 800, 1000] }, 0.9)
  if (found.status !== 'fitted' || lives.status !== 'fitted') throw new Error('both can be fitted')
  expect(found.beta).toBeCloseTo(lives.beta, 4)
  expect(found.eta / lives.eta).toBeCloseTo(1, 5)
})

test('without a failure there is none to learn from', () => {
  expect(superposedWeibull([failures(3, 900)], 0.9)).toEqual({ status: 'not-estimable', reason: 'no-failures' })
})

import { expect, test } from 'vitest'
import { nodeAnalysis } from '../../../../src/metrics/nodeAnalysis'
import { nodeGrowth, nodeLife } from '../../../../src/metrics/nodeLife'
import { PLAIN_FIT } from '../../../../src/metrics/lifeQuestion'
import { planOf } from '../../../../src/metrics/plan/plan'
import { planQuestion } from '../../../../src/metrics/plan/planQuestion'
import { DEFAULT_RECURRENCE } from '../../../../src/metrics/recurrence'
import { knownFleet } from '../../../support/knownFleet'

const { data, scopeOf } = knownFleet()

function planned(part: string, inputs: Readonly<Record<string, string>>) {
  const scope = scopeOf(part)
  return {
    analysis: nodeAnalysis(data, scope, DEFAULT_RECURRENCE, (_, word) => word),
    life: nodeLife(data, scope, { ...PLAIN_FIT, measure: 'km', which: 'all' }),
    ...planOf(
      {
        analysis: nodeAnalysis(data, scope, DEFAULT_RECURRENCE, (_, word) => word),
        node: null,
        life: nodeLife(data, scope, { ...PLAIN_FIT, measure: 'km', which: 'all' }),
        growth: nodeGrowth(data, scope),
        repairs: null,
      },
      planQuestion((name) => inputs[name] ?? ''),
    ),
  }
}

test('twice the months are twice the distance and twice the expectation, but not twice the interval of the number', () => {
  const [year, two] = ['12', '24'].map((pmonths) => planned('压力传感器', { pmonths }).prediction)
  expect(two?.horizonKm).toBeCloseTo(2 * (year?.horizonKm ?? 0), 3)
  expect(two?.seen.expected).toBeCloseTo(2 * (year?.seen.expected ?? 0), 9)
  const width = (of: typeof year): number => (of?.seen.upper ?? 0) - (of?.seen.lower ?? 0)
  expect(width(two)).toBeGreaterThan(width(year))
  expect(width(two)).toBeLessThan(2 * width(year))
})

test('the number that will be seen scatters more than its expectation', () => {
  const shown = planned('压力传感器', {}).prediction
  expect(shown?.seen.lower).toBeLessThan(shown?.expectation[0] ?? 0)
  expect(shown?.seen.upper).toBeGreaterThan(shown?.expectation[1] ?? Infinity)
  expect(shown?.curve).toHaveLength(12)
  expect(shown?.curve.at(-1)).toMatchObject({ lower: shown?.seen.lower, upper: shown?.seen.upper })
})

test('the cheapest age lies within its bounds and saves; where a failure costs no more no age pays', () => {
  const costs = { pcost: '1', fcost: '10' }
  const found = planned('活塞环', costs).replacement
  if (found?.status !== 'estimated' || found.best === null) throw new Error('rings wear out')
  const { best, toFailure, curve } = found
  expect(best.bounds[0]).toBeLessThan(best.ageKm)
  expect(best.bounds[1]).toBeGreaterThan(best.ageKm)
  expect(best.saving).toBeLessThan(1)
  // Nowhere on the curve is it cheaper, and far out it costs what running to failure does.
  expect(Math.min(...curve.map(({ cost }) => cost))).toBeGreaterThanOrEqual(best.cost * (1 - 1e-9))
  expect(best.cost).toBeLessThan(toFailure)
  expect(planned('活塞环', { pcost: '10', fcost: '10' }).replacement).toMatchObject({ status: 'estimated', best: null })
  expect(planned('活塞环', { pcost: '10' }).replacement).toBeNull()
})

test('parts in use are those not failed and not taken off, and every one stands in a band of age', () => {
  const { returns, life, analysis } = planned('活塞环', {})
  if (returns?.status !== 'estimated') throw new Error('lives of the known fleet are known')
  const suspended = life.group.suspensionCounts.reduce((sum, count) => sum + count, 0)
  const removed = Object.values(life.lives.removals).reduce((sum, { count }) => sum + count, 0)
  expect(returns.units).toBe(suspended - removed)
  expect(returns.bands.reduce((sum, { units }) => sum + units, 0)).toBe(returns.units)
  expect(returns.bands.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(returns.expected, 9)
  // With wear-out the older a part the likelier it fails.
  expect(returns.beta).toBeGreaterThan(1)
  const chances = returns.bands.map(({ expected, units }) => expected / units)
  expect(chances.toSorted((a, b) => a - b)).toEqual(chances)
  expect(returns.eachKm).toBeGreaterThan(0)
  expect(analysis.exposure.trains).toBeGreaterThan(0)
})

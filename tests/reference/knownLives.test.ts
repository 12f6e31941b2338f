/** The lives behind the ledgers of a simulated company: its infant mortality and its wear-out must be seen as such. */
import { describe, expect, test } from 'vitest'
import { nodeGrowth, nodeLife } from '../../src/metrics/nodeLife'
import { PLAIN_FIT } from '../../src/metrics/lifeQuestion'
import type { AgeMeasure } from '../../src/metrics/age'
import { knownFleet } from '../support/knownFleet'

const { data, scopeOf } = knownFleet()
const lifeOf = (name: string, measure: AgeMeasure, which: 'original' | 'replacement' | 'all' = 'original') =>
  nodeLife(data, scopeOf(name), { ...PLAIN_FIT, measure, which })
const fitOf = (name: string, measure: AgeMeasure) => {
  const { fit } = lifeOf(name, measure).analysis
  if (fit.status !== 'fitted') throw new Error(fit.reason)
  return fit
}

describe.each(['km', 'days'] as const)('lives in %s', (measure) => {
  test('pressure sensors die young: the whole interval of β lies below 1', () => {
    const { beta, betaBounds } = fitOf('压力传感器', measure)
    expect(beta).toBeLessThan(0.8)
    expect(betaBounds[1]).toBeLessThan(1)
    expect(lifeOf('压力传感器', measure).analysis.verdict).toBe('early')
  })

  test('piston rings wear out: the whole interval of β lies above 1', () => {
    const { beta, betaBounds } = fitOf('活塞环', measure)
    expect(beta).toBeGreaterThan(2)
    expect(betaBounds[0]).toBeGreaterThan(1)
    expect(lifeOf('活塞环', measure).analysis.verdict).toBe('wear-out')
  })
})

test('the shape and scale that the simulation used lie near what its records say', () => {
  const sensor = fitOf('压力传感器', 'days')
  expect(sensor.betaBounds[0] < 0.5 + 0.15 && sensor.betaBounds[1] > 0.5).toBe(true)
})

test('every failure of the node is a life, a part that came off sound, or left out with a reason', () => {
  for (const name of ['压力传感器', '活塞环', '中继阀', '停放制动缸']) {
    const scope = scopeOf(name)
    const { group, lives } = nodeLife(data, scope, { ...PLAIN_FIT, measure: 'km', which: 'all' })
    const accounted = [
      ...group.failed.map(({ row }) => row),
      ...Object.values(lives.removals).flatMap(({ rows }) => [...rows]),
      ...Object.values(lives.leftOut).flatMap((rows) => [...rows]),
    ].sort((a, b) => a - b)
    expect(new Set(accounted).size).toBe(accounted.length)
    const { events, leftOut } = nodeGrowth(data, scope)
    expect(accounted).toEqual([...events.map(({ row }) => row), ...leftOut].sort((a, b) => a - b))
  }
})

test('sensors fail ever more slowly, rings ever faster, over the distance of the fleet', () => {
  expect(nodeGrowth(data, scopeOf('压力传感器')).verdict).toBe('improving')
  expect(nodeGrowth(data, scopeOf('活塞环')).verdict).toBe('deteriorating')
})

test('failures of one kind: the parts lost to other kinds are survivors, and no part is lost from sight', () => {
  const scope = scopeOf('活塞环')
  const whole = nodeLife(data, scope, { ...PLAIN_FIT, measure: 'days', which: 'original' })
  const [most] = whole.kinds
  if (most === undefined) throw new Error('the ledgers name causes')
  const { analysis, group } = nodeLife(data, scope, {
    ...PLAIN_FIT,
    measure: 'days',
    which: 'original',
    kind: most,
  })
  expect(analysis.failed).toBe(most.count)
  expect(analysis.failed).toBeLessThan(whole.analysis.failed)
  expect(analysis.failed + analysis.suspended).toBe(whole.analysis.failed + whole.analysis.suspended)
  expect(group.failed.map(({ row }) => row).every((row) => whole.group.failed.some((life) => life.row === row))).toBe(
    true,
  )
})

test('other bounds and lines belong to the same data: the ratio bounds hold the estimate, and a threshold or regression is refused where records begin late', () => {
  const { analysis } = nodeLife(data, scopeOf('活塞环'), {
    ...PLAIN_FIT,
    measure: 'days',
    which: 'original',
    bounds: 'ratio',
    beside: 'rank-x',
  })
  if (analysis.fit.status !== 'fitted' || analysis.ratio === null) throw new Error('rings can be fitted')
  const { fit, ratio } = analysis
  expect(ratio.beta[0] < fit.beta && fit.beta < ratio.beta[1]).toBe(true)
  for (const { share, life, lower, upper } of ratio.percentiles)
    expect([share, lower < life, life < upper]).toEqual([share, true, true])
  expect(analysis.leftTruncated > 0 ? analysis.beside : 'nobody late').toEqual({
    kind: 'rank-x',
    reason: 'left-truncated',
  })
})

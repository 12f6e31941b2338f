/** The published sets, analysed as the screen does, against what was printed about them. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyseExample, EXAMPLES, exampleOf, type ExampleId } from '../../../src/metrics/exampleData'

const analysed = (id: ExampleId) =>
  analyseExample(exampleOf(id), readFileSync(`fixtures/datasets/${exampleOf(id).file}.csv`, 'utf8'))
const unitsOf = (id: ExampleId) => {
  const answer = analysed(id)
  if (answer.kind !== 'units') throw new Error('these are lives')
  return answer
}
const livesOf = (id: ExampleId) => {
  const answer = analysed(id)
  if (answer.kind !== 'lives' || answer.analysis.fit.status !== 'fitted') throw new Error('not fitted')
  return { ...answer.analysis, fit: answer.analysis.fit }
}

test.each(Object.keys(EXAMPLES) as ExampleId[])('%s is read whole and gives an answer', (id) => {
  const answer = analysed(id)
  if (answer.kind === 'lives') expect(answer.analysis.fit.status).toBe('fitted')
  else expect(answer.groups.length).toBeGreaterThan(0)
})

describe('counts as published', () => {
  test.each([
    ['braking-grids', 33, 50],
    ['valve-seats', 41, 48],
    ['diesel-cylinders', 120, null],
    ['aircraft-air-conditioners', 13, 213],
    ['propulsion-diesel', 1, 71],
    ['growth-test', 1, 27],
    ['metro-compressor', 1, 4],
  ] as const)('%s', (id, units, events) => {
    const answer = unitsOf(id)
    expect(answer.units).toBe(units)
    if (events !== null) expect(answer.events).toBe(events)
  })

  test('37 of 96 locomotive controls failed; 12 of 70 fans', () => {
    expect([
      livesOf('locomotive-controls').failed,
      livesOf('locomotive-controls').suspended,
      livesOf('diesel-fans').failed,
      livesOf('diesel-fans').suspended,
    ]).toEqual([37, 59, 12, 58])
  })
})

test('the second batch of braking grids fails more often: the band of the difference leaves 0 out at 200 to 400 days', () => {
  const { difference } = unitsOf('braking-grids')
  const inside = (difference ?? []).filter(({ time }) => time >= 200 && time <= 400)
  expect(inside.length).toBeGreaterThan(10)
  expect(inside.every(({ bounds }) => bounds !== null && bounds[1] < 0)).toBe(true)
})

test('the submarine’s diesel gets worse, the growth test gets better', () => {
  expect(unitsOf('propulsion-diesel').growth?.verdict).toBe('deteriorating')
  expect(unitsOf('growth-test').growth?.verdict).toBe('improving')
})

test('four reports say nothing about a trend', () => {
  expect(unitsOf('metro-compressor').growth?.verdict).toBeNull()
})

test('the scale of the fans under a constant rate is 28 700 hours, as printed, and their shape cannot be told from 1', () => {
  const { fit, verdict } = livesOf('diesel-fans')
  expect(verdict).toBe('undecided')
  expect(fit.betaBounds[0] < 1 && fit.betaBounds[1] > 1).toBe(true)
})

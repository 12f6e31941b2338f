/** Kinds of failure that compete, on lives counted by hand. */
import { expect, test } from 'vitest'
import { competingModes, OTHER_MODES } from '../../../src/metrics/competingModes'
import type { LifeGroup } from '../../../src/metrics/partLives'
import { columnsOf } from './smallWorld'

/** Ages and kinds of failures; `alive` parts still in use at age 100. */
function world(failures: readonly (readonly [age: number, symptom: string])[], alive: number) {
  const columns = columnsOf(
    failures.map(([, symptomCode]) => ({ trainId: 't1', occurredAt: '2020-01-01', symptomCode })),
  )
  const group: LifeGroup = {
    failed: failures.map(([age], row) => ({ row, age, isAssumed: false })).toSorted((a, b) => a.age - b.age),
    suspensions: [100],
    suspensionCounts: [alive],
    inUse: [100],
    inUseCounts: [alive],
    entries: [],
    entryCounts: [],
  }
  return { columns, group }
}

const of = (symptom: string, ...ages: readonly number[]): (readonly [number, string])[] =>
  ages.map((age) => [age, symptom] as const)

test('every failure is in one line, with its rows; kinds with few failures are one more', () => {
  const { columns, group } = world(
    [...of('LEAK', 10, 20, 30, 40, 50, 60), ...of('STUCK', 15, 35, 55, 75, 90), ...of('NOISE', 70, 80), ...of('', 85)],
    6,
  )
  const found = competingModes(columns, group, 'symptomCode')
  expect(found?.modes.map(({ word, rows }) => [word, rows.length])).toEqual([
    ['LEAK', 6],
    ['STUCK', 5],
    [OTHER_MODES, 3],
  ])
  expect(found?.parts).toBe(20)
  for (const { rows, steps } of found?.modes ?? [])
    expect(steps.flatMap((step) => [...step.rows]).toSorted((a, b) => a - b)).toEqual([...rows])
  // All are watched until the last failure, so that shares are those of 20 parts.
  expect(found?.modes.map(({ steps }) => steps.at(-1)?.share)).toEqual([
    expect.closeTo(6 / 20, 10),
    expect.closeTo(5 / 20, 10),
    expect.closeTo(3 / 20, 10),
  ])
  expect(found?.b10?.life).toBeGreaterThan(5)
  expect(found?.b10?.life).toBeLessThan(40)
})

test('with one kind, or none often enough, nothing competes', () => {
  const one = world(of('LEAK', 10, 20, 30, 40, 50), 5)
  expect(competingModes(one.columns, one.group, 'symptomCode')).toBeNull()
  const few = world([...of('LEAK', 10, 20), ...of('STUCK', 30)], 5)
  expect(competingModes(few.columns, few.group, 'symptomCode')).toBeNull()
})

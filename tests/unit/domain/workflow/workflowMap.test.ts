import { expect, test } from 'vitest'
import { FAILURE_TABLE, STATES, statesOnWay, WORKFLOW } from '../../../../src/domain/workflow/transitions'
import { workflowMap } from '../../../../src/domain/workflow/workflowMap'

const { states, edges, columns } = workflowMap(FAILURE_TABLE, statesOnWay('standard'))

test('every state stands in a place of its own, those on the way in their order', () => {
  expect(states.map(({ state }) => state).toSorted()).toEqual([...STATES].toSorted())
  expect(new Set(states.map(({ column, isAside }) => `${column} ${isAside}`)).size).toBe(STATES.length)
  expect(states.filter(({ isAside }) => !isAside).map(({ state }) => state)).toEqual([
    'DRAFT',
    'SUBMITTED',
    'HANDLING',
    'ANALYSIS',
    'ACTION',
    'VERIFY',
    'CLOSE_REVIEW',
    'CLOSED',
    'ARCHIVED',
  ])
  expect(states.every(({ column }) => column >= 0 && column < columns)).toBe(true)
})

test('every step is drawn under its number in the table, from each state it starts in to each it can lead to', () => {
  for (const [at, step] of WORKFLOW.entries()) {
    const drawn = edges.filter(({ number }) => number === at + 1)
    expect(new Set(drawn.flatMap(({ from }) => from)), step.name).toEqual(new Set(step.from))
    if (step.to !== null && step.to !== 'previous')
      expect(new Set(drawn.flatMap(({ to }) => to)), step.name).toEqual(new Set([step.to]))
  }
  expect(edges.find(({ step }) => step.name === 'rejectClosing')?.to.toSorted()).toEqual([
    'ANALYSIS',
    'HANDLING',
    'VERIFY',
  ])
})

test('no two lines of one kind share a lane, since each carries its name', () => {
  const lanes = edges
    .filter(({ lane }) => lane !== null)
    .map(({ kind, lane }) => `${kind === 'skip' || kind === 'stay' ? 'above' : kind} ${lane}`)
  expect(new Set(lanes).size).toBe(lanes.length)
})

test('a light path goes from handling straight to its closing review', () => {
  expect(statesOnWay('light')).toEqual(['DRAFT', 'SUBMITTED', 'HANDLING', 'CLOSE_REVIEW', 'CLOSED', 'ARCHIVED'])
  expect(statesOnWay('8D')).toEqual(statesOnWay('standard'))
})

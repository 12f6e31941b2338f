import { expect, test } from 'vitest'
import { askedFields } from '../../../../src/domain/workflow/askedFields'
import { DEFAULT_LIMITS, conditionalAt, missingAt, type GateContext } from '../../../../src/domain/workflow/gates'
import { aCaseFile, NOW } from '../../../support/aCaseFile'

const CONTEXT: GateContext = { now: NOW, escalation: {}, limits: DEFAULT_LIMITS }
const before = (state: string, path: 'light' | 'standard' | '8D' = '8D') => ({
  ...aCaseFile({ state, path }),
  handlings: [],
  replacements: [],
  analyses: [],
  actions: [],
})

test('a form marks what the next step asks of it, as it is filled', () => {
  const file = before('HANDLING')
  const empty = askedFields(file, 'handlings', null, {}, CONTEXT)
  expect([...empty].toSorted()).toEqual(
    [
      'startAt',
      'endAt',
      'prelimCause',
      'prelimCauseCat',
      'method',
      'measure',
      'result',
      'diagH',
      'repairH',
      'functionTestOk',
    ].toSorted(),
  )
  const watched = askedFields(file, 'handlings', null, { method: 'MONITOR', measure: '观察' }, CONTEXT)
  expect([watched.has('measure'), watched.has('nextCheckAt')]).toEqual([false, true])
})

test('what belongs to a later step is not marked', () => {
  expect(askedFields(before('SUBMITTED'), 'handlings', null, {}, CONTEXT).size).toBe(0)
  expect(askedFields(before('ACTION'), 'correctiveActions', null, { type: 'CONT' }, CONTEXT).has('changeDocNo')).toBe(
    false,
  )
  expect(askedFields(before('ACTION'), 'correctiveActions', null, { type: 'PERM' }, CONTEXT).has('changeDocNo')).toBe(
    true,
  )
})

test('the light path asks less of a handling', () => {
  const asked = askedFields(before('HANDLING', 'light'), 'handlings', null, {}, CONTEXT)
  expect([...asked].toSorted()).toEqual(['endAt', 'functionTestOk', 'measure', 'method', 'result', 'startAt'])
})

test('the list of a gate is whole from the start: nothing appears only because the item before it was done', () => {
  const reasons = (file: Parameters<typeof missingAt>[1]) =>
    new Set(missingAt('G4', file, CONTEXT).map(({ table, reason }) => `${table} ${reason}`))
  const start = reasons(before('ANALYSIS'))
  expect([...start]).toEqual([
    'rootCauseAnalyses analysis-needed',
    'rootCauseAnalyses not-submitted',
    'rootCauseAnalyses not-approved',
  ])
  const written = aCaseFile({ state: 'ANALYSIS' })
  const open = { ...written, analyses: written.analyses.map((known) => ({ ...known, approvedAt: '' })) }
  for (const item of reasons(open)) expect(start.has(item), item).toBe(true)
  // What depends on an answer that is not given yet is said beside the list.
  expect(conditionalAt('G2', aCaseFile({ severity: undefined }))).toEqual(['photo-needed'])
  expect(conditionalAt('G2', aCaseFile({ severity: '3' }))).toEqual([])
  expect(conditionalAt('G3', before('HANDLING'))).toEqual(['replacement-needed', 'custody-needed'])
  expect(conditionalAt('G3', aCaseFile())).toEqual([])
})

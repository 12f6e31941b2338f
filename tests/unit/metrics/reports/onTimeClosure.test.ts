import { expect, test } from 'vitest'
import { dayNumber } from '../../../../src/domain/moment'
import type { Failure } from '../../../../src/domain/records/failure'
import { workRules } from '../../../../src/domain/workflow/workRules'
import { onTimeClosure, onTimeShare } from '../../../../src/metrics/reports/onTimeClosure'

// A light path allows 4 hours to accept, 3 days to handle and 3 to review: 6½ working days of 8 hours.
const RULES = workRules({})
const light = (more: Partial<Failure> = {}): Failure => ({
  reportedAt: '2026-03-02T08:30',
  path: 'light',
  state: 'CLOSED',
  ...more,
})
const END = dayNumber('2026-03-13')
const counted = (closed: readonly Failure[], open: readonly Failure[] = []) => onTimeClosure(closed, open, END, RULES)

test('closed in time is worked time from the report to closing, within the limits of the path together', () => {
  // Six whole days and a morning of 3½ hours; then one hour of the afternoon more than allowed.
  expect(counted([light({ closedAt: '2026-03-10T12:00' })])).toMatchObject({ onTime: 1, late: 0 })
  expect(counted([light({ closedAt: '2026-03-10T14:00' })])).toMatchObject({ onTime: 0, late: 1 })
  expect(counted([light({ closedAt: '2026-03-10T14:00', path: 'standard' })])).toMatchObject({ onTime: 1, late: 0 })
})

test('a suspension is taken off, and one that lasts stands still', () => {
  expect(
    counted([
      light({
        closedAt: '2026-03-10T14:00',
        pauses: [{ from: '2026-03-04T08:30', to: '2026-03-04T17:30', why: '待件' }],
      }),
    ]),
  ).toMatchObject({ onTime: 1, late: 0 })
  expect(
    counted([], [light({ state: 'HANDLING' }), light({ state: 'HANDLING', suspendedAt: '2026-03-05T09:00' })]),
  ).toMatchObject({ overdue: 1, suspended: 1 })
})

test('what was closed on the day it occurred is in time, and what nobody dated is left out and counted', () => {
  const result = counted(
    [
      light({ reportedAt: undefined, occurredAt: '2026-03-05T14:30', closedAt: '2026-03-05' } as Partial<Failure>),
      light({ closedAt: '2026' }),
      { occurredAt: '2025', path: 'light', closedAt: '2026-03-05' },
    ],
    [light({ state: 'HANDLING' })],
  )
  expect(result).toEqual({ onTime: 1, late: 0, overdue: 1, suspended: 0, undated: 2, provisionalYears: [] })
  expect([onTimeShare(result), onTimeShare(counted([]))]).toEqual([0.5, null])
})

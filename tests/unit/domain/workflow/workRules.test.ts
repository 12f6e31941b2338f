import { describe, expect, test } from 'vitest'
import { workingCalendar, workingMinutesPerDay } from '../../../../src/domain/calendar/workingCalendar'
import { ROLES } from '../../../../src/domain/workflow/roles'
import {
  clockOf,
  DEFAULT_TIME_LIMITS,
  LIMIT_KEYS,
  limitOf,
  pathsThrough,
} from '../../../../src/domain/workflow/timeLimits'
import {
  hoursOf,
  limitsBetween,
  limitsOf,
  mayChangeRules,
  ownOf,
  readDay,
  readLimit,
  readWindow,
  windowOf,
  workRules,
} from '../../../../src/domain/workflow/workRules'
import { missingAt } from '../../../../src/domain/workflow/gates'
import { aCaseFile, NOW, stored } from '../../../support/aCaseFile'

const calendar = workingCalendar()

describe('time limits', () => {
  test('every state on a path has one per path that leads through it, and a light path has no analysis', () => {
    expect(pathsThrough('SUBMITTED')).toEqual([])
    expect(pathsThrough('HANDLING')).toEqual(['light', 'standard', '8D'])
    expect(pathsThrough('ANALYSIS')).toEqual(['standard', '8D'])
    expect(LIMIT_KEYS.filter((key) => DEFAULT_TIME_LIMITS[key] === undefined)).toEqual([])
    expect(LIMIT_KEYS).toContain('VERIFY.8D')
    expect(LIMIT_KEYS).not.toContain('ANALYSIS.light')
  })

  test('follow the path; in handling the priority goes first, unless it was left empty', () => {
    const limits = limitsOf({
      'ANALYSIS.8D': { amount: 5, unit: 'days' },
      'HANDLING.light': { amount: 6, unit: 'hours' },
      'HANDLING.P4': null,
    })
    expect(limitOf({ state: 'ANALYSIS', path: '8D' }, limits)).toEqual({ amount: 5, unit: 'days' })
    expect(limitOf({ state: 'ANALYSIS', path: 'standard' }, limits)).toEqual({ amount: 10, unit: 'days' })
    expect(limitOf({ state: 'ANALYSIS' }, limits)).toEqual({ amount: 10, unit: 'days' })
    expect(limitOf({ state: 'HANDLING', path: 'light', priority: 'P1' }, limits)).toEqual({
      amount: 2,
      unit: 'clockHours',
    })
    expect(limitOf({ state: 'HANDLING', path: 'light', priority: 'P4' }, limits)).toEqual({ amount: 6, unit: 'hours' })
    expect(limitOf({ state: 'CLOSED' }, limits)).toBe(undefined)
  })

  test('numbers kept before limits knew paths are hours for every path of the state, and damaged ones are left out', () => {
    const limits = limitsOf({
      ANALYSIS: 16,
      ACTION: -3,
      VERIFY: 'bald',
      'CLOSE_REVIEW.light': { amount: 0, unit: 'days' },
      'HANDLING.8D': { amount: 2, unit: 'weeks' },
    })
    expect([limits['ANALYSIS.standard'], limits['ANALYSIS.8D']]).toEqual([
      { amount: 16, unit: 'hours' },
      { amount: 16, unit: 'hours' },
    ])
    expect(
      limitsBetween(undefined, {
        ACTION: -3,
        VERIFY: 'bald',
        'CLOSE_REVIEW.light': { amount: 0, unit: 'days' },
        'HANDLING.8D': { amount: 2, unit: 'weeks' },
      }),
    ).toEqual([])
  })

  test('only what differs from the built-in limits is kept, so that nothing kept is the built-in rules again', () => {
    expect(ownOf(DEFAULT_TIME_LIMITS)).toEqual({})
    expect(ownOf({ ...DEFAULT_TIME_LIMITS, SUBMITTED: { amount: 2, unit: 'hours' }, 'HANDLING.P2': null })).toEqual({
      SUBMITTED: { amount: 2, unit: 'hours' },
      'HANDLING.P2': null,
    })
    expect(limitsOf({})).toEqual(DEFAULT_TIME_LIMITS)
  })

  test('a typed limit is a number above nothing and below a slip of the hand', () => {
    expect(readLimit('SUBMITTED', '0,5', 'days', calendar)).toEqual({ amount: 0.5, unit: 'days' })
    expect(readLimit('SUBMITTED', '', 'days', calendar)).toBe('limit-number')
    expect(readLimit('HANDLING.P2', '', 'days', calendar)).toBe(null)
    expect(readLimit('SUBMITTED', '-1', 'days', calendar)).toBe('limit-number')
    expect(readLimit('SUBMITTED', '3 天', 'days', calendar)).toBe('limit-number')
    expect(readLimit('SUBMITTED', '8001', 'hours', calendar)).toBe('limit-too-long')
    expect(readLimit('SUBMITTED', '24000', 'clockHours', calendar)).toEqual({ amount: 24000, unit: 'clockHours' })
  })
})

describe('the working day', () => {
  test('has one break or none, in order', () => {
    expect(readDay({ start: '09:00', breakStart: '', breakEnd: '', end: '15:00' })).toEqual([[540, 900]])
    expect(readDay({ start: '08:00', breakStart: '12:00', breakEnd: '14:00', end: '18:00' })).toEqual([
      [480, 720],
      [840, 1080],
    ])
    expect(readDay({ start: '', breakStart: '', breakEnd: '', end: '15:00' })).toBe('day-times')
    expect(readDay({ start: '09:75', breakStart: '', breakEnd: '', end: '15:00' })).toBe('day-times')
    expect(readDay({ start: '15:00', breakStart: '', breakEnd: '', end: '09:00' })).toBe('day-order')
    expect(readDay({ start: '08:00', breakStart: '12:00', breakEnd: '', end: '18:00' })).toBe('day-break')
    expect(readDay({ start: '08:00', breakStart: '07:00', breakEnd: '12:30', end: '18:00' })).toBe('day-break')
  })

  test('a setting nobody can read leaves the built-in day', () => {
    expect(workingMinutesPerDay(workingCalendar([], hoursOf({ start: 'früh', end: 7 })))).toBe(480)
    expect(hoursOf([])).toEqual(hoursOf(undefined))
  })

  test('sets how long a limit in days is, and when it is over', () => {
    const rules = workRules({
      timeLimits: { 'ANALYSIS.standard': { amount: 2, unit: 'days' } },
      workingHours: { start: '09:00', breakStart: '', breakEnd: '', end: '15:00' },
    })
    // Monday 2026-03-02 at 14:00: one hour that day, six on Tuesday, five on Wednesday.
    const clock = clockOf(
      stored({ state: 'ANALYSIS', path: 'standard', stateSince: '2026-03-02T14:00' }),
      '2026-03-03T10:00',
      rules.calendar,
      rules.limits,
    )
    expect(clock).toMatchObject({ leftMinutes: 12 * 60 - 120 })
    expect((clock?.due ?? 0) % 1440).toBe(14 * 60)
  })
})

test('whoever keeps the system changes the rules, as the matrix says', () => {
  expect(ROLES.filter(mayChangeRules)).toEqual(['ADM'])
})

test('how long an action is watched is read as typed, and damaged settings are the built-in 90 days and 30,000 km', () => {
  expect(readWindow({ days: '180', km: '60,000' })).toEqual({ windowDays: 180, kmPerTrain: 60_000 })
  expect(readWindow({ days: '30', km: '0' })).toEqual({ windowDays: 30, kmPerTrain: 0 })
  expect([
    readWindow({ days: '0', km: '1' }),
    readWindow({ days: '1.5', km: '1' }),
    readWindow({ days: '', km: '1' }),
    readWindow({ days: '90', km: '' }),
    readWindow({ days: '90', km: '-1' }),
  ]).toEqual(['window-days', 'window-days', 'window-days', 'window-km', 'window-km'])
  expect(windowOf({ windowDays: 'ninety' })).toEqual({ windowDays: 90, kmPerTrain: 30_000 })
  const file = aCaseFile({ state: 'VERIFY' })
  const needs = (window: { readonly windowDays: number; readonly kmPerTrain: number }) =>
    missingAt('G6', file, { now: NOW, escalation: {}, limits: windowOf(window) }).map(({ reason }) => reason)
  expect([needs({ windowDays: 90, kmPerTrain: 30_000 }), needs({ windowDays: 365, kmPerTrain: 400_000 })]).toEqual([
    [],
    ['window-too-short', 'exposure-too-small'],
  ])
})

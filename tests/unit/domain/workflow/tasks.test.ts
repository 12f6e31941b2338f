import { localPerson } from '../../../../src/domain/person'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../../src/domain/calendar/workingCalendar'
import { decide, effectOf } from '../../../../src/domain/workflow/decide'
import { DEFAULT_LIMITS } from '../../../../src/domain/workflow/gates'
import { isAwaitedBy, isFor, isLate, tasksOf, whoIsNext, type OpenCase } from '../../../../src/domain/workflow/tasks'
import { clockOf, DEFAULT_TIME_LIMITS, pausesOf } from '../../../../src/domain/workflow/timeLimits'
import type { StoredRecord } from '../../../../src/domain/records/tables'
import { aCaseFile, stored } from '../../../support/aCaseFile'

const calendar = workingCalendar()
const fileIn = (failure: Partial<StoredRecord<'failures'>>, rest: Partial<OpenCase> = {}): OpenCase => ({
  ...aCaseFile({ stateSince: '2026-03-02T09:00', owner: '孙工', reporter: '何工', ...failure }),
  handlings: [],
  analyses: [],
  actions: [],
  ...rest,
})
const tasks = (file: OpenCase, now = '2026-03-03T09:00') => tasksOf(file, now, calendar, DEFAULT_TIME_LIMITS)
const clock = (failure: Partial<StoredRecord<'failures'>>, now: string) =>
  clockOf(fileIn(failure).failure, now, calendar, DEFAULT_TIME_LIMITS)

describe('tasks', () => {
  test('a report waits for whoever may accept it, a returned one for its reporter, an analysis for its owner', () => {
    const [accept] = tasks(fileIn({ state: 'SUBMITTED' }))
    const [complete] = tasks(fileIn({ state: 'RETURNED' }))
    const [analyse] = tasks(fileIn({ state: 'ANALYSIS' }))
    expect([accept, complete, analyse].map((task) => [task?.kind, task?.person])).toEqual([
      ['accept', ''],
      ['complete', '何工'],
      ['analyse', '孙工'],
    ])
    if (accept === undefined || complete === undefined || analyse === undefined) throw new Error('no task')
    expect([
      isFor(accept, localPerson('赵工', 'QAL')),
      isFor(accept, localPerson('何工', 'FSE')),
      isFor(complete, localPerson('何工', 'FSE')),
      isFor(complete, localPerson('李工', 'FSE')),
    ]).toEqual([true, false, true, false])
    expect(isAwaitedBy(analyse, fileIn({ state: 'ANALYSIS' }), localPerson('何工', 'FSE'))).toBe(true)
    expect(isAwaitedBy(analyse, fileIn({ state: 'ANALYSIS' }), localPerson('孙工', 'REL'))).toBe(false)
  })

  test('open actions, checks and reviews are tasks of those they name, and gone when done', () => {
    const open: Partial<OpenCase> = {
      actions: [
        stored({ type: 'PERM', description: '换膜片', owner: '设计员', dueAt: '2026-03-02', cycle: 1 }),
        stored({ description: '旧的', owner: '设计员', cycle: 1, doneAt: '2026-03-01' }),
        stored({ description: '上一轮的', owner: '设计员', cycle: 2 }),
      ],
      analyses: [
        stored({ author: '孙工', reviewer: '钱工', rootCauseText: '老化', submittedAt: '2026-03-01' }),
        stored({ author: '李工', reviewer: '钱工', rootCauseText: '还在写' }),
      ],
      handlings: [stored({ nextCheckAt: '2026-03-10', handler: '何工' })],
    }
    const found = tasks(fileIn({ state: 'ANALYSIS' }, open))
    expect(found.map(({ kind, person }) => [kind, person])).toEqual([
      ['analyse', '孙工'],
      ['action', '设计员'],
      ['check', '何工'],
      ['approve', '钱工'],
      ['submit', '李工'],
    ])
    expect(found.filter(isLate).map(({ kind }) => kind)).toEqual(['action'])
  })

  test('what is due today is not late before the day is over', () => {
    const due = (now: string): boolean =>
      tasks(fileIn({ state: 'ACTION' }, { actions: [stored({ owner: '设计员', dueAt: '2026-03-03' })] }), now)
        .filter(isLate)
        .some(({ kind }) => kind === 'action')
    expect([due('2026-03-03T23:00'), due('2026-03-04T00:10')]).toEqual([false, true])
  })

  test('a closed failure leaves nothing to do', () => {
    expect(tasks(fileIn({ state: 'CLOSED' }))).toEqual([])
  })
})

describe('the clock of a state', () => {
  test('runs by priority in handling: P1 around the clock, P2 a working day', () => {
    expect(
      clock({ state: 'HANDLING', priority: 'P1', stateSince: '2026-03-06T22:00' }, '2026-03-07T01:00')?.leftMinutes,
    ).toBe(-60)
    expect(
      clock({ state: 'HANDLING', priority: 'P2', stateSince: '2026-03-06T16:30' }, '2026-03-09T09:30')?.leftMinutes,
    ).toBe(8 * 60 - 120)
  })

  test('gives total and net time, and stands during a pause, which moves the due date', () => {
    const running = clock({ state: 'ANALYSIS' }, '2026-03-05T09:00')
    expect([running?.totalMinutes, running?.netMinutes]).toEqual([3 * 1440, 3 * 480])
    const paused = clock(
      { state: 'ANALYSIS', pauses: [{ from: '2026-03-03T09:00', to: '2026-03-04T09:00', why: '等件' }] },
      '2026-03-05T09:00',
    )
    expect([paused?.totalMinutes, paused?.netMinutes, (paused?.due ?? 0) - (running?.due ?? 0)]).toEqual([
      3 * 1440,
      2 * 480,
      1440,
    ])
    expect(clock({ state: 'ANALYSIS', suspendedAt: '2026-03-02T10:00' }, '2026-03-05T09:00')).toMatchObject({
      netMinutes: 60,
      isPaused: true,
    })
  })

  test('does not run where nobody wrote down since when', () => {
    expect(clockOf(stored({ state: 'ANALYSIS' }), '2026-03-05T09:00', calendar, DEFAULT_TIME_LIMITS)).toBe(null)
  })

  test('resuming keeps the pause with its reason', () => {
    const file = aCaseFile({ state: 'ANALYSIS', suspendedAt: '2026-03-03T09:00', suspendedWhy: '等件' })
    const context = { now: '2026-03-04T09:00', escalation: {}, limits: DEFAULT_LIMITS }
    const person = { name: '孙工', role: 'REL' as const }
    const effect = effectOf(decide('resume', file, person, context), file, person, context.now)
    expect(pausesOf(effect as never)).toEqual([{ from: '2026-03-03T09:00', to: '2026-03-04T09:00', why: '等件' }])
  })
})

test('who is said to be next has it in their work, in every state somebody has something to do in', () => {
  const states = ['RETURNED', 'SUBMITTED', 'HANDLING', 'ANALYSIS', 'ACTION', 'VERIFY', 'CLOSE_REVIEW'] as const
  for (const state of states)
    for (const fields of [{}, { suspendedAt: '2026-03-01T08:00', suspendedWhy: '等件' }, { path: 'light' }]) {
      const file = fileIn({ state, ...fields })
      const next = whoIsNext(file.failure)
      const [task] = tasks(file)
      expect(task, state).toMatchObject({ person: next?.person, roles: next?.roles })
      const role = next?.roles[0] ?? 'VIEW'
      expect(task === undefined ? false : isFor(task, localPerson(next?.person ?? '', role)), state).toBe(true)
    }
  expect([whoIsNext(fileIn({ state: 'CLOSED' }).failure), whoIsNext(fileIn({ state: 'DRAFT' }).failure)]).toEqual([
    null,
    null,
  ])
})

/**
 * What waits, for one person and on the board, from all open failures in one pass. Every list counts all of its tasks and
 * holds the most urgent ones: the latest is never cut off by how many there are.
 */
import type { Moment } from '../moment'
import type { Person } from '../person'
import { byUrgency, isAwaitedBy, isFor, isLate, tasksOf, type OpenCase, type Task } from './tasks'
import { isState, type FailureState } from './transitions'
import type { WorkRules } from './workRules'

export interface OpenTask {
  readonly task: Task
  readonly file: OpenCase
}

export interface TaskList {
  /** All there are. */
  readonly count: number
  /** Most urgent first. */
  readonly first: readonly OpenTask[]
}

export interface OpenWork {
  readonly mine: TaskList
  readonly late: TaskList
  /** Late tasks of anybody. */
  readonly lateOfAll: number
  readonly awaited: TaskList
  /** Each failure once, with the task of its state. */
  readonly board: Readonly<Partial<Record<FailureState, TaskList>>>
  /** Whoever owns an open failure. */
  readonly owners: readonly string[]
  /** Years that limits and working times run through although nobody has entered their holidays. */
  readonly unknownYears: readonly number[]
}

export interface OpenWorkSoFar {
  readonly take: (cases: readonly OpenCase[]) => void
  readonly result: () => OpenWork
}

/** Rows a list hands out, and cards of one column of the board. */
export const MOST_ROWS = 200
export const MOST_CARDS = 40

export function openWork(person: Person, now: Moment, { calendar, limits }: WorkRules): OpenWorkSoFar {
  const [mine, late, awaited] = [mostUrgent(MOST_ROWS), mostUrgent(MOST_ROWS), mostUrgent(MOST_ROWS)]
  const board = new Map<FailureState, Collecting>()
  const owners = new Set<string>()
  const years = new Set<number>()
  /** An action or analysis of a problem hangs on all its failures and waits once. */
  const placed = new Set<string>()
  let lateOfAll = 0
  const place = (task: Task, file: OpenCase): void => {
    if (task.record !== null && placed.has(task.record)) return
    if (task.record !== null) placed.add(task.record)
    for (const year of task.provisionalYears) years.add(year)
    if (isLate(task)) lateOfAll += 1
    if (isFor(task, person)) {
      mine.add({ task, file })
      if (isLate(task)) late.add({ task, file })
    }
    if (isAwaitedBy(task, file, person)) awaited.add({ task, file })
    const { state } = file.failure
    if (task.record !== null || task.kind === 'answer' || !isState(state)) return
    const column = board.get(state) ?? mostUrgent(MOST_CARDS)
    board.set(state, column)
    column.add({ task, file })
  }
  return {
    take: (cases) => {
      for (const file of cases) {
        if (file.failure.owner !== undefined && file.failure.owner !== '') owners.add(file.failure.owner)
        for (const task of tasksOf(file, now, calendar, limits)) place(task, file)
      }
    },
    result: () => ({
      mine: mine.list(),
      late: late.list(),
      lateOfAll,
      awaited: awaited.list(),
      board: Object.fromEntries([...board].map(([state, column]) => [state, column.list()])),
      owners: [...owners].sort(),
      unknownYears: [...years].sort((a, b) => a - b),
    }),
  }
}

interface Collecting {
  readonly add: (entry: OpenTask) => void
  readonly list: () => TaskList
}

/** Keeps the `most` urgent of however many there are, without holding on to the others. */
function mostUrgent(most: number): Collecting {
  let kept: OpenTask[] = []
  let count = 0
  const trim = (): void => {
    kept = kept.sort((a, b) => byUrgency(a.task, b.task)).slice(0, most)
  }
  return {
    add: (entry) => {
      count += 1
      kept.push(entry)
      if (kept.length >= 4 * most) trim()
    },
    list: () => {
      trim()
      return { count, first: kept }
    },
  }
}

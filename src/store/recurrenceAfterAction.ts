/** Closed failures that came back although they were corrected, and the decision not to reopen one. */
import { CommandRefused } from '../domain/commandTrouble'
import type { Person } from '../domain/person'
import type { Change } from '../domain/change'
import type { Reach } from '../domain/effectivity'
import { dismissedOf, heldFrom, partsOf, reachOfFailure, speaksAgainst } from '../domain/workflow/recurrenceAfterAction'
import { cycleOf } from '../domain/workflow/caseFile'
import type { StoredRecord } from '../domain/records/tables'
import { commit, presentRecord } from './commit'
import { database, type FracasDatabase } from './database'

export interface Proposal {
  readonly closed: StoredRecord<'failures'>
  readonly action: StoredRecord<'correctiveActions'>
  /** Later failures that speak against the action, the first one first. */
  readonly later: readonly { readonly failure: StoredRecord<'failures'>; readonly reach: Reach }[]
}

const CLOSED: ReadonlySet<string> = new Set(['CLOSED', 'ARCHIVED'])

/** Failures alike: of one of these parts with a symptom, since a day. */
export interface AlikeQuestion {
  readonly nodeIds: readonly string[]
  readonly symptomCode: string
  readonly day: number
}

/** Ids per question. The engine finds those of all questions in one pass, without reading a record. */
export type AlikeSince = (questions: readonly AlikeQuestion[]) => readonly (readonly string[])[]

/** An action that was to hold, and a closed failure it was taken for. */
interface Corrected extends AlikeQuestion {
  readonly action: StoredRecord<'correctiveActions'>
  readonly closed: StoredRecord<'failures'>
}

/**
 * Reads the database in a handful of steps, however many actions there are.
 * @param only one closed failure; all when not given
 */
export async function reopenProposals(
  alikeSince: AlikeSince,
  only: string | null = null,
  db: FracasDatabase = database,
): Promise<readonly Proposal[]> {
  const corrected = await correctedFailures(only, db)
  const found = alikeSince(corrected)
  const laterById = await byId('failures', found.flat(), db)
  const trains = await byId(
    'trains',
    [...laterById.values()].flatMap(({ trainId }) => trainId ?? []),
    db,
  )
  const trainNoOf = ({ trainId = '', trainText = '' }: StoredRecord<'failures'>): string =>
    trains.get(trainId)?.trainNo ?? trainText
  return corrected.flatMap(({ action, closed }, at) => {
    const later = (found[at] ?? [])
      .flatMap((id) => laterById.get(id) ?? [])
      .filter((failure) => speaksAgainst(closed, action, failure, trainNoOf(failure)))
      .map((failure) => ({ failure, reach: reachOfFailure(action, failure, trainNoOf(failure)) }))
      .sort((a, b) => ((a.failure.occurredAt ?? '') < (b.failure.occurredAt ?? '') ? -1 : 1))
    return later.length === 0 ? [] : [{ closed, action, later }]
  })
}

async function byId<T extends 'failures' | 'trains'>(
  table: T,
  ids: readonly string[],
  db: FracasDatabase,
): Promise<ReadonlyMap<string, StoredRecord<T>>> {
  const wanted = [...new Set(ids)]
  const records =
    wanted.length === 0 ? [] : ((await db.recordsOf(table).bulkGet(wanted)) as (StoredRecord<T> | undefined)[])
  return new Map(records.flatMap((record) => (record === undefined ? [] : [[record.id, record] as const])))
}

/** The closed failures that permanent actions were taken for, each with its action; both by the failure and by its problem. */
async function correctedFailures(only: string | null, db: FracasDatabase): Promise<readonly Corrected[]> {
  const actions = (await actionsFor(only, db)).filter(
    (action) =>
      action.deleted !== true && action.type === 'PERM' && action.state !== 'cancelled' && heldFrom(action) !== null,
  )
  const ofProblem = new Map<string, StoredRecord<'failures'>[]>()
  const problems = [...new Set(actions.flatMap(({ problemId }) => problemId ?? []))]
  if (problems.length > 0)
    for (const failure of await db.recordsOf('failures').where('problemId').anyOf(problems).toArray())
      ofProblem.set(failure.problemId ?? '', [...(ofProblem.get(failure.problemId ?? '') ?? []), failure])
  const own = await byId(
    'failures',
    actions.flatMap(({ failureId }) => failureId ?? []),
    db,
  )
  return actions.flatMap((action) => {
    const failure = own.get(action.failureId ?? '')
    const candidates = [...(failure === undefined ? [] : [failure]), ...(ofProblem.get(action.problemId ?? '') ?? [])]
    return [...new Map(candidates.map((closed) => [closed.id, closed])).values()].flatMap((closed): Corrected[] => {
      const [day, nodeIds, { symptomCode }] = [heldFrom(action), partsOf(closed), closed]
      return day === null ||
        (only !== null && closed.id !== only) ||
        closed.deleted === true ||
        !CLOSED.has(closed.state ?? '') ||
        cycleOf(action) !== cycleOf(closed) ||
        nodeIds.length === 0 ||
        symptomCode === undefined
        ? []
        : [{ action, closed, day, nodeIds, symptomCode }]
    })
  })
}

async function actionsFor(
  only: string | null,
  db: FracasDatabase,
): Promise<readonly StoredRecord<'correctiveActions'>[]> {
  if (only === null) return db.recordsOf('correctiveActions').toArray()
  const failure = await db.recordsOf('failures').get(only)
  if (failure === undefined) return []
  const [own, shared] = await Promise.all([
    db.recordsOf('correctiveActions').where('failureId').equals(failure.id).toArray(),
    failure.problemId === undefined
      ? []
      : db.recordsOf('correctiveActions').where('problemId').equals(failure.problemId).toArray(),
  ])
  // An action entered on a failure that has a problem belongs to both.
  return [...new Map([...own, ...shared].map((action) => [action.id, action])).values()]
}

/** Somebody looked at a proposal and left the failure closed. */
export async function dismissRecurrence(
  closedId: string,
  laterIds: readonly string[],
  why: string,
  now: string,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'dismiss-recurrence', person, why },
    async (db) => {
      const closed = await presentRecord('dismiss-recurrence', 'failures', closedId, db)
      if (why.trim() === '')
        throw new CommandRefused(
          [{ code: 'reason-needed', fields: ['failures.recurrencesDismissed'] }],
          'dismiss-recurrence',
        )
      return [
        {
          table: 'failures' as const,
          record: closedId,
          fields: {
            recurrencesDismissed: [
              ...dismissedOf(closed),
              ...laterIds.map((failureId) => ({ failureId, by: person.name, at: now, why: why.trim() })),
            ],
          },
        },
      ]
    },
    db,
  )
}

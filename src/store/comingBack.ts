/** Closed failures that came back although they were corrected, and the decision not to reopen one. */
import type { Person } from '../domain/person'
import { CommandRefused } from '../domain/commandTrouble'
import type { Change } from '../domain/change'
import type { Reach } from '../domain/effectivity'
import { dismissedOf, heldFrom, partsOf, reachOfFailure, speaksAgainst } from '../domain/workflow/comingBack'
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

/** Failures alike: of one of these parts with a symptom, since a day. The engine finds them without reading every record. */
export type AlikeSince = (nodeIds: readonly string[], symptomCode: string, day: number) => Promise<readonly string[]>

/** @param only one closed failure; all when not given */
export async function reopenProposals(
  alikeSince: AlikeSince,
  only: string | null = null,
  db: FracasDatabase = database,
): Promise<readonly Proposal[]> {
  const wanted = only === null ? null : await db.recordsOf('failures').get(only)
  const actions = (
    wanted === null
      ? await db.recordsOf('correctiveActions').toArray()
      : wanted === undefined
        ? []
        : [
            ...(await db.recordsOf('correctiveActions').where('failureId').equals(wanted.id).toArray()),
            ...(wanted.problemId === undefined
              ? []
              : await db.recordsOf('correctiveActions').where('problemId').equals(wanted.problemId).toArray()),
          ]
  ).filter(
    (action) =>
      action.deleted !== true && action.type === 'PERM' && action.state !== 'cancelled' && heldFrom(action) !== null,
  )
  const proposals: Proposal[] = []
  const seen = new Set<string>()
  for (const action of actions) {
    const day = heldFrom(action)
    const candidates =
      wanted ?? (action.failureId === undefined ? undefined : await db.recordsOf('failures').get(action.failureId))
    const shared =
      wanted !== null || action.problemId === undefined
        ? []
        : await db.recordsOf('failures').where('problemId').equals(action.problemId).toArray()
    for (const closed of new Map(
      [...(candidates === undefined ? [] : [candidates]), ...shared].map((failure) => [failure.id, failure]),
    ).values()) {
      const parts = partsOf(closed)
      if (
        day === null ||
        closed.deleted === true ||
        !CLOSED.has(closed.state ?? '') ||
        cycleOf(action) !== cycleOf(closed) ||
        parts.length === 0 ||
        closed.symptomCode === undefined ||
        seen.has(`${action.id} ${closed.id}`)
      )
        continue
      seen.add(`${action.id} ${closed.id}`)
      const found = (
        await db.recordsOf('failures').bulkGet([...(await alikeSince(parts, closed.symptomCode, day))])
      ).flatMap((failure) => (failure === undefined ? [] : [failure]))
      const trains = new Map(
        (await db.recordsOf('trains').bulkGet([...new Set(found.flatMap(({ trainId }) => trainId ?? []))])).flatMap(
          (train) => (train === undefined ? [] : [[train.id, train.trainNo ?? ''] as const]),
        ),
      )
      const trainNoOf = ({ trainId = '', trainText = '' }: StoredRecord<'failures'>): string =>
        trains.get(trainId) ?? trainText
      const later = found
        .filter((failure) => speaksAgainst(closed, action, failure, trainNoOf(failure)))
        .map((failure) => ({ failure, reach: reachOfFailure(action, failure, trainNoOf(failure)) }))
        .sort((a, b) => ((a.failure.occurredAt ?? '') < (b.failure.occurredAt ?? '') ? -1 : 1))
      if (later.length > 0) proposals.push({ closed, action, later })
    }
  }
  return proposals
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

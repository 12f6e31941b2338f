/** Costs of a failure: entered and reversed, never changed or deleted. */
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import { costRefusal, mayReverse, standing } from '../domain/costs'
import type { CostEntry } from '../domain/records/costEntry'
import type { StoredRecord } from '../domain/records/tables'
import type { Person } from '../domain/person'
import { assertPermitted, commit, presentRecord, type RecordPatch } from './commit'
import { database, type FracasDatabase } from './database'
import { newId } from './newId'
import { undoneAmong } from './undoneBatches'
import { isShownWith } from '../domain/liveRecord'

/** In the order they were entered, reversals among them. */
export async function costsOf(
  failureId: string,
  db: FracasDatabase = database,
): Promise<readonly StoredRecord<'costEntries'>[]> {
  const [entries, failure] = await Promise.all([
    db.recordsOf('costEntries').where('failureId').equals(failureId).toArray(),
    db.recordsOf('failures').get(failureId),
  ])
  const undone = await undoneAmong(entries, db)
  return entries.filter((entry) => isShownWith(entry, failure ?? {}, undone)).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Enters a cost of a failure, which thereby counts as one whose costs are entered.
 * @throws CommandRefused when the entry lacks something, the person may not, or the failure is gone
 */
export async function addCost(
  failureId: string,
  entry: CostEntry,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'add-cost', person },
    async (db) => {
      await presentRecord('add-cost', 'failures', failureId, db)
      assertPermitted('add-cost', person)
      if (costRefusal(entry, person.name, person.role) !== null)
        throw new CommandRefused([{ code: 'incomplete' }], 'add-cost')
      const { reversalOf: _none, ...said } = entry
      return [
        { table: 'costEntries', record: newId(), fields: { ...said, failureId, enteredBy: person.name.trim() } },
        { table: 'failures', record: failureId, fields: { costMark: 'entered' } },
      ]
    },
    db,
  )
}

const FINAL: ReadonlySet<string> = new Set(['CLOSED', 'ARCHIVED'])

/**
 * Takes an entry back with one of the opposite amount in the same month. When no entry stands any more and the failure is
 * not closed, its mark is open again.
 * @throws CommandRefused when it is reversed already, is itself a reversal, nobody says why, or the person may not
 */
export async function reverseCost(
  entryId: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  if (why.trim() === '')
    throw new CommandRefused([{ code: 'reason-needed', fields: ['costEntries.amountCents'] }], 'reverse-cost')
  return commit(
    { name: 'reverse-cost', person, why: why.trim() },
    async (db): Promise<readonly RecordPatch[]> => {
      const known = await presentRecord('reverse-cost', 'costEntries', entryId, db)
      assertPermitted('reverse-cost', person)
      if (known.failureId === undefined || !mayReverse(known, person.name, person.role))
        throw new CommandRefused([{ code: 'not-own' }], 'reverse-cost')
      const entries = await costsOf(known.failureId, db)
      if (!standing(entries).some(({ id }) => id === entryId))
        throw new CommandRefused([{ code: 'overtaken' }], 'reverse-cost')
      const {
        failureId,
        problemId,
        actionId,
        bucket,
        item,
        basis,
        amountCents = 0,
        currency,
        period,
        payer,
        voucher,
      } = known
      const failure = await db.recordsOf('failures').get(failureId)
      const isLast = standing(entries).length === 1
      return [
        {
          table: 'costEntries',
          record: newId(),
          fields: {
            failureId,
            problemId,
            actionId,
            bucket,
            item,
            basis,
            amountCents: -amountCents,
            currency,
            period,
            payer,
            voucher,
            reversalOf: entryId,
            note: why.trim(),
            enteredBy: person.name.trim(),
          },
        },
        ...(isLast && failure !== undefined && !FINAL.has(failure.state ?? '')
          ? [{ table: 'failures' as const, record: failureId, fields: { costMark: null } }]
          : []),
      ]
    },
    db,
  )
}

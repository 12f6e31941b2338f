/** Decides many failures at once, in one change with one undo; what a gate stops is left as it is. */
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import type { Moment } from '../domain/moment'
import type { Person } from '../domain/person'
import type { StoredRecord } from '../domain/records/tables'
import { bulkLack, bulkRow, isHistory, type BulkDecision, type BulkRow } from '../domain/workflow/bulkDecision'
import type { CaseFile } from '../domain/workflow/caseFile'
import { DEFAULT_LIMITS } from '../domain/workflow/gates'
import { caseFileOf } from './caseFiles'
import { commit } from './commit'
import { database, type FracasDatabase } from './database'
import { gateContextOf } from './gateContext'

const alone = (failure: StoredRecord<'failures'>): CaseFile => ({
  failure,
  handlings: [],
  replacements: [],
  problem: null,
  analyses: [],
  actions: [],
  verifications: [],
  attachments: [],
})

/**
 * What would become of each failure, in the order given; one that is gone is left out.
 * @param named for so many failures that go their way by steps it is read what the next step still needs
 */
export async function planBulk(
  ids: readonly string[],
  decision: BulkDecision,
  decider: Person,
  now: Moment,
  named: number,
  db: FracasDatabase = database,
): Promise<readonly BulkRow[]> {
  const found = await db.recordsOf('failures').bulkGet([...ids])
  const rows: BulkRow[] = []
  let left = named
  for (const failure of found) {
    if (failure === undefined || failure.deleted === true) continue
    // Everything it hangs on is read only where it decides: for what the next step still needs.
    const asksWay = decision.state !== undefined && !isHistory(failure) && left > 0
    if (asksWay) left -= 1
    const file = asksWay ? ((await caseFileOf(failure.id, db)) ?? alone(failure)) : alone(failure)
    const context =
      asksWay || decision.path !== undefined
        ? await gateContextOf(file, now, db)
        : { now, escalation: {}, limits: DEFAULT_LIMITS }
    rows.push(bulkRow(file, decision, decider, context, asksWay))
  }
  return rows
}

/**
 * @returns the change and how many failures it decided; no change when nothing differed
 * @throws CommandRefused when the person may not, or nobody says why
 */
export async function decideInBulk(
  ids: readonly string[],
  decision: BulkDecision,
  person: Person,
  now: Moment,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  if (why.trim() === '') throw new CommandRefused([{ code: 'reason-needed', fields: [] }], 'decide-in-bulk')
  if (bulkLack(decision) !== null) throw new CommandRefused([{ code: 'incomplete' }], 'decide-in-bulk')
  return commit(
    { name: 'decide-in-bulk', person, why: why.trim() },
    async (db) =>
      (await planBulk(ids, decision, person, now, 0, db))
        .filter(({ fields }) => Object.keys(fields).length > 0)
        .map(({ id, fields }) => ({ table: 'failures' as const, record: id, fields })),
    db,
  )
}

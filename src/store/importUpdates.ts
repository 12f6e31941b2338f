/** Values of stored records that an import brings up to date, and the way back: whatever a person has changed since stays. */
import { inverseValues, type Change } from '../domain/change'
import type { ImportBatch } from '../domain/importBatch'
import type { Person } from '../domain/person'
import type { PlannedUpdate } from '../domain/importPlan'
import { commit, type RecordPatch } from './commit'
import type { FracasDatabase } from './database'
import { ofEntries, registersOf } from './ofEntries'

/** Runs inside the transaction of the import; the change names the files as its reason. */
export async function applyUpdates(
  updates: readonly PlannedUpdate[],
  person: Person,
  why: string,
  db: FracasDatabase,
): Promise<string | null> {
  const change = await commit(
    { name: 'import-update', person, why },
    async () => updates.map(({ table, id, fields }) => ({ table, record: id, fields })),
    db,
  )
  return change?.id ?? null
}

async function changeOf({ updates }: ImportBatch, db: FracasDatabase): Promise<Change | null> {
  const logged = updates === undefined ? undefined : await db.changes.where('id').equals(updates.changeId).first()
  return logged?.edits === undefined ? null : ofEntries(logged as Change)
}

/** The wanted values of which the record still holds what stands on the other side. */
async function untouched(
  wanted: readonly RecordPatch[],
  opposite: (table: RecordPatch['table'], record: string, field: string) => unknown,
  db: FracasDatabase,
): Promise<readonly RecordPatch[]> {
  return Promise.all(
    wanted.map(async ({ table, record, fields }) => {
      const stored = await db.recordsOf(table).get(record)
      const now = registersOf(stored)
      return {
        table,
        record,
        fields: Object.fromEntries(
          Object.entries(fields).filter(
            ([field]) => JSON.stringify(now[field] ?? null) === JSON.stringify(opposite(table, record, field) ?? null),
          ),
        ),
      }
    }),
  )
}

export async function takeBackUpdates(
  batch: ImportBatch,
  person: Person,
  why: string,
  db: FracasDatabase,
): Promise<void> {
  const change = await changeOf(batch, db)
  if (change === null) return
  const set = new Map(
    change.edits.map((edit) => [`${edit.table}:${edit.record}`, edit.set as Readonly<Record<string, unknown>>]),
  )
  await commit(
    { name: 'import-update-undone', person, why, undoes: change.id },
    (db) =>
      untouched(
        inverseValues(change).map(({ table, record, wanted }) => ({ table, record, fields: wanted })),
        (table, record, field) => set.get(`${table}:${record}`)?.[field],
        db,
      ),
    db,
  )
}

export async function bringBackUpdates(
  batch: ImportBatch,
  person: Person,
  why: string,
  db: FracasDatabase,
): Promise<void> {
  const change = await changeOf(batch, db)
  if (change === null) return
  const before = new Map(
    inverseValues(change).map(({ table, record, wanted }) => [
      `${table}:${record}`,
      wanted as Readonly<Record<string, unknown>>,
    ]),
  )
  await commit(
    { name: 'import-update', person, why },
    (db) =>
      untouched(
        change.edits.map(({ table, record, set }) => ({ table, record, fields: set })),
        (table, record, field) => before.get(`${table}:${record}`)?.[field],
        db,
      ),
    db,
  )
}

/** What stands on a master record: failures, readings, parts and everything else that names it. */
import type { MasterTable } from '../domain/masterData'
import { referencesTo, type MasterReference } from '../domain/masterReferences'
import { familyOf } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'
import { undoneBatchIds } from './undoneBatches'
import { isShownWith, type Imported } from '../domain/liveRecord'

export interface UsageCount extends MasterReference {
  readonly count: number
}

type Row = Imported & Readonly<Record<string, unknown>> & { readonly id: string }

/** The records that name one, looked up where there is an index and read through where there is none. */
export async function recordsNaming(
  { table, field }: MasterReference,
  id: string,
  db: FracasDatabase = database,
): Promise<readonly Row[]> {
  const records = db.recordsOf(table)
  const found = (familyOf(table).indexes.includes(field)
    ? await records.where(field).equals(id).toArray()
    : await records.filter((record) => (record as unknown as Row)[field] === id).toArray()) as unknown as readonly Row[]
  const undone = await undoneBatchIds(db)
  return found.filter((record) => isShownWith(record, {}, undone))
}

/** How many records of each kind name it, those of imports that were taken back left out. */
export async function usageOf(
  table: MasterTable,
  id: string,
  db: FracasDatabase = database,
): Promise<readonly UsageCount[]> {
  const counts = await Promise.all(
    referencesTo(table).map(async (reference) => ({
      ...reference,
      count: (await recordsNaming(reference, id, db)).length,
    })),
  )
  return counts.filter(({ count }) => count > 0)
}

/** Whether anything names it; must run inside the transaction that deletes it. A product is named by its own top node. */
export async function isStoodOn(table: MasterTable, id: string, db: FracasDatabase): Promise<boolean> {
  for (const reference of referencesTo(table)) if ((await recordsNaming(reference, id, db)).length > 0) return true
  return false
}

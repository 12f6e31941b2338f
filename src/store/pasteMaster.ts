/** A block of rows from a spreadsheet, reviewed before, stored as one change. */
import type { Change } from '../domain/change'
import { freeNaturalId } from '../domain/naturalId'
import type { MasterTable } from '../domain/masterData'
import type { Person } from '../domain/person'
import { commit, presentRecord, whySaid, type RecordPatch, type Said } from './commit'
import { database, type FracasDatabase } from './database'
import { assertMaster, commandOn, completed, masterRecords, rootOf, type MasterFields } from './masterRecords'

export interface PastedRecord {
  readonly id: string
  readonly isNew: boolean
  /** What the row says; a record that is there keeps everything else. */
  readonly fields: MasterFields
}

type Row = MasterFields & { readonly id: string }

/**
 * @throws CommandRefused when the person may not, when one of the rows would be a double, or a figure moves and nobody says
 * why; then nothing of the block is stored
 */
export async function pasteMaster(
  table: MasterTable,
  rows: readonly PastedRecord[],
  person: Person,
  said: Said = {},
  db: FracasDatabase = database,
): Promise<Change | null> {
  const name = commandOn('paste', table)
  return commit(
    { name, person, ...whySaid(said) },
    async (db) => {
      const all = new Map(
        ((await masterRecords(table, db)) as unknown as readonly Row[]).map((record) => [record.id, record]),
      )
      const patches: RecordPatch[] = []
      for (const [at, { id, isNew, fields }] of (await withNaturalIds(table, rows, db)).entries()) {
        const before = isNew ? undefined : ((await presentRecord(name, table, id, db)) as unknown as Row)
        const after: Row = { ...before, ...fields, id }
        assertMaster(name, table, before, after, [...all.values()])
        all.set(id, after)
        const wanted = isNew ? placed(await completed(table, fields, db), at) : fields
        patches.push({ table, record: id, fields: wanted })
        if (isNew && table === 'products') patches.push(await rootOf(id, fields, db))
      }
      return patches
    },
    db,
  )
}

/** New rows of a block name each other by ids of the moment; they get those that every device would give them. */
async function withNaturalIds(
  table: MasterTable,
  rows: readonly PastedRecord[],
  db: FracasDatabase,
): Promise<readonly PastedRecord[]> {
  const taken = new Set(await db.table<unknown, string>(table).toCollection().primaryKeys())
  const ids = new Map<string, string>()
  return rows.map(({ id, isNew, fields: said }) => {
    const fields = Object.fromEntries(
      Object.entries(said).map(([field, value]) => [field, ids.get(String(value)) ?? value]),
    )
    if (!isNew) return { id, isNew, fields }
    const natural = freeNaturalId(table, fields, (one) => taken.has(one))
    taken.add(natural)
    ids.set(id, natural)
    return { id: natural, isNew, fields }
  })
}

/** New siblings of one block stand in the order of its rows. */
const placed = (fields: MasterFields, at: number): MasterFields =>
  typeof fields['order'] === 'number' ? { ...fields, order: fields['order'] + at } : fields

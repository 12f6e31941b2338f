/** Everything the database holds, out and in. Taking in works on an empty database only, in one transaction. */
import { announce } from './changeFeed'
import { database, type FracasDatabase } from './database'

/** Caches and what belongs to this device alone stay out of a backup; attached files go into it as files. */
const NOT_BACKED_UP = new Set(['snapshots', 'device', 'blobs'])

export async function dumpTables(db: FracasDatabase = database): Promise<Record<string, unknown[]>> {
  const tables = db.tables.filter((table) => !NOT_BACKED_UP.has(table.name))
  return db.transaction('r', tables, async () =>
    Object.fromEntries(
      await Promise.all(tables.map(async (table) => [table.name, (await table.toArray()) as unknown[]] as const)),
    ),
  )
}

/** Every attached file, by its sha-256. */
export async function dumpBlobs(db: FracasDatabase = database): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map((await db.blobs.toArray()).map(({ sha256, bytes }) => [sha256, new Uint8Array(bytes)]))
}

export async function isEmpty(db: FracasDatabase = database): Promise<boolean> {
  return (await db.changes.count()) === 0
}

/**
 * @returns how many rows were taken in
 * @throws Error when the database is not empty
 */
export async function restoreTables(
  tables: Readonly<Record<string, readonly unknown[]>>,
  blobs: ReadonlyMap<string, Uint8Array>,
  db: FracasDatabase = database,
): Promise<number> {
  let rows = 0
  await db.transaction('rw', db.tables, async () => {
    if (!(await isEmpty(db))) throw new Error('the database is not empty')
    await db.snapshots.clear()
    await db.blobs.bulkPut(
      [...blobs].map(([sha256, bytes]) => ({ sha256, bytes: bytes.slice().buffer as ArrayBuffer })),
    )
    for (const [name, records] of Object.entries(tables)) {
      if (NOT_BACKED_UP.has(name) || !db.tables.some((table) => table.name === name)) continue
      await db.table(name).bulkPut(records as object[])
      rows += records.length
    }
  })
  announce()
  return rows
}

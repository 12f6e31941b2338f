/**
 * Rows of tables as an earlier version of the program kept them in its backup files, back into an empty database, in one
 * transaction. Backups of today are packages (`handOver.ts`, `takeIn.ts`).
 */
import { isOneOf } from '../domain/closedSet'
import { storableValue } from '../domain/storableText'
import { ALL_IN_LOG_SINCE, bringIntoLog, type SaidOnce } from './bringIntoLog'
import { ENTRIES_SINCE, listsToEntries } from './listsToEntries'
import { announce } from './changeFeed'
import { database, RECORD_TABLES, type FracasDatabase } from './database'
import { isEmpty } from './takeIn'

/** Caches and what belongs to one device alone are in no backup; attached files lie beside the rows. */
export const NOT_IN_ROWS: readonly string[] = ['snapshots', 'device', 'blobs', 'packages', 'deviceKeys', 'team']

export const tablesOfRows = (db: FracasDatabase = database): readonly string[] =>
  db.tables.map(({ name }) => name).filter((name) => !NOT_IN_ROWS.includes(name))

export type PartToRestore =
  { readonly table: string; readonly rows: readonly unknown[] } | { readonly blob: string; readonly bytes: ArrayBuffer }

/** Why a restore stored nothing although every row was right by itself. */
export class RestoreFailed extends Error {
  override name = 'RestoreFailed'

  constructor(readonly why: 'not-empty' | 'counts-differ') {
    super(`the database is ${why === 'not-empty' ? 'not empty' : 'not what the file promised'}`)
  }
}

export interface RowsToRestore {
  /** Asked for one after another; must answer at once, because a transaction that waits ends. */
  readonly parts: Iterable<PartToRestore>
  /** Rows every table must hold in the end; a table that held something before is left out. */
  readonly counts: Readonly<Record<string, number>> | undefined
  /** Version of the database the parts come from; their rows are of today's shape already. */
  readonly from: number
  /** How the log is told what was kept beside it, where it must say the same every time. */
  readonly said?: SaidOnce
}

/**
 * Stores everything, or nothing.
 * @returns rows stored, each counted once where `counts` says how many there are, and how many lost characters no text may hold
 * @throws RestoreFailed when there is data already, or a table does not hold what was promised
 */
export async function restoreRows(
  { parts, counts, from, said }: RowsToRestore,
  onProgress: (parts: number) => void = () => undefined,
  db: FracasDatabase = database,
): Promise<Restored> {
  let [rows, cleaned] = [0, 0]
  await db.transaction('rw', db.tables, async () => {
    if (!(await isEmpty(db))) throw new RestoreFailed('not-empty')
    const held = new Set<string>()
    for (const table of tablesOfRows(db)) if ((await db.table(table).count()) > 0) held.add(table)
    await db.snapshots.clear()
    let done = 0
    for (const part of parts) {
      if ('blob' in part) await db.blobs.put({ sha256: part.blob, bytes: part.bytes })
      else if (!NOT_IN_ROWS.includes(part.table)) {
        const clean = storableRows(part)
        await db.table(part.table).bulkPut(clean as object[])
        rows += part.rows.length
        cleaned += clean.filter((row, at) => row !== part.rows[at]).length
      }
      onProgress((done += 1))
    }
    for (const [table, count] of Object.entries(counts ?? {}))
      if (!held.has(table) && (await db.table(table).count()) !== count) throw new RestoreFailed('counts-differ')
    if (from < ALL_IN_LOG_SINCE) await bringIntoLog((table) => db.table(table), said)
    if (from < ENTRIES_SINCE) await listsToEntries((table) => db.table(table))
  })
  announce()
  return { rows: counts === undefined ? rows : Object.values(counts).reduce((sum, count) => sum + count, 0), cleaned }
}

export interface Restored {
  readonly rows: number
  readonly cleaned: number
}

/** Files of older versions may hold characters that no text is stored with any more. The log stays as it was chained. */
const storableRows = ({
  table,
  rows,
}: {
  readonly table: string
  readonly rows: readonly unknown[]
}): readonly unknown[] => (isOneOf(RECORD_TABLES, table) ? rows.map(storableValue) : rows)

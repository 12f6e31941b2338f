/**
 * All rows of a database, table by table, as they lie there: of whatever version it is, for the copy that is kept before it is
 * upgraded. Nobody may write meanwhile.
 */
import { Dexie } from 'dexie'
import { NOT_IN_ROWS } from './restoreRows'

/** A database of whatever version, with whatever tables. */
export type AnyDatabase = Dexie

/** Opens a database in the version it has on the disk. */
export const openedAsItIs = (name: string): Promise<AnyDatabase> => new Dexie(name).open()

/** Bytes a page should come to. A single row may be larger. */
const PAGE_BYTES = 1_000_000
const FIRST_READ = 20
const MOST_ROWS = 2_000

export interface RowTaker {
  /** @returns bytes the rows came to, by which the size of the next page is chosen */
  readonly rows: (table: string, rows: readonly unknown[]) => Promise<number>
  readonly file: (sha256: string, bytes: ArrayBuffer) => Promise<unknown>
}

/** @returns how many rows each table has */
export async function readRows(
  db: AnyDatabase,
  take: RowTaker,
  onProgress: (done: number, total: number) => void,
  withFiles: boolean,
): Promise<Readonly<Record<string, number>>> {
  const tables = db.tables.map(({ name }) => name).filter((name) => !NOT_IN_ROWS.includes(name))
  const counts: Record<string, number> = {}
  for (const table of tables) counts[table] = await db.table(table).count()
  const files = withFiles ? ((await db.table('blobs').toCollection().primaryKeys()) as string[]) : []
  const total = files.length + Object.values(counts).reduce((sum, count) => sum + count, 0)
  let done = 0
  const progress = (more: number): void => onProgress((done += more), total)
  for (const table of tables) await readTable(table, take, progress, db)
  for (const sha256 of files) {
    const { bytes } = (await db.table('blobs').get(sha256)) as { readonly bytes: ArrayBuffer }
    await take.file(sha256, bytes)
    progress(1)
  }
  return counts
}

async function readTable(
  name: string,
  take: RowTaker,
  progress: (more: number) => void,
  db: AnyDatabase,
): Promise<void> {
  const table = db.table<unknown, unknown>(name)
  const keyOf = table.schema.primKey.keyPath
  let size = FIRST_READ
  let after: unknown = null
  for (;;) {
    const page =
      after === null ? await table.limit(size).toArray() : await table.where(':id').above(after).limit(size).toArray()
    const last = page.at(-1)
    if (last === undefined) return
    const bytes = await take.rows(name, page)
    progress(page.length)
    after = keyIn(last, keyOf)
    size = Math.max(1, Math.min(MOST_ROWS, Math.floor((page.length * PAGE_BYTES) / Math.max(1, bytes))))
  }
}

const keyIn = (row: unknown, path: string | string[] | null | undefined): unknown => {
  const fields = row as Readonly<Record<string, unknown>>
  return Array.isArray(path) ? path.map((part) => fields[part]) : fields[path ?? '']
}

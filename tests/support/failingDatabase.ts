/** A database whose writes are counted, and one of which is refused by a full disk. */
import type { DBCore, DBCoreTable, Middleware } from 'dexie'
import type { FracasDatabase } from '../../src/store/database'
import { freshDatabase } from './freshDatabase'

export interface FailingDatabase {
  readonly db: FracasDatabase
  /** Writes since the last call of `failAt`. */
  readonly writes: () => number
  /** From now on the write of this number fails, counted from 1; null: none does. */
  readonly failAt: (write: number | null) => void
}

export function failingDatabase(): FailingDatabase {
  const db = freshDatabase()
  let count = 0
  let failing: number | null = null
  const table = (whole: DBCoreTable): DBCoreTable => ({
    ...whole,
    mutate: (request) => {
      count += 1
      return count === failing
        ? Promise.reject(new DOMException('no space left on the device', 'QuotaExceededError'))
        : whole.mutate(request)
    },
  })
  const middleware: Middleware<DBCore> = {
    stack: 'dbcore',
    name: 'full disk',
    create: (core) => ({ ...core, table: (name) => table(core.table(name)) }),
  }
  db.use(middleware)
  return {
    db,
    writes: () => count,
    failAt: (write) => {
      count = 0
      failing = write
    },
  }
}

/** Everything the database holds, as text. */
export async function heldBy(db: FracasDatabase): Promise<string> {
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const))
  return JSON.stringify(tables, (_, value: unknown) => (value instanceof ArrayBuffer ? value.byteLength : value))
}

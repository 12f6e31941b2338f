import type { RecordReader } from '../domain/recordReader'
import type { StoredRecord, TableName } from '../domain/records/tables'
import type { FracasDatabase } from './database'

/** The records of this device, for the rules that read some beside those they are asked about. */
export const readerOf = (db: FracasDatabase): RecordReader => ({
  get: async <T extends TableName>(table: T, ids: Iterable<string>) =>
    (await db.table<StoredRecord<T>>(table).bulkGet([...new Set(ids)])).filter((record) => record !== undefined),
  having: async <T extends TableName>(table: T, field: string, ids: Iterable<string>) =>
    db
      .table<StoredRecord<T>>(table)
      .where(field)
      .anyOf([...new Set(ids)])
      .toArray(),
  all: async (table) => db.table(table).toArray() as never,
})

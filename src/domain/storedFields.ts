import type { RecordOfTable, Stored, StoredRecord, TableName } from './records/tables'

/** A record without what every record has beside its fields. */
export function fieldsOf<T extends TableName>(
  record: StoredRecord<T>,
): RecordOfTable[T] & Pick<Stored, 'deleted' | 'kept'> {
  const { id: _id, batchId: _b, origin: _o, alsoFrom: _a, awaits, versions: _v, ...fields } = record
  // What only waits for its first change was not deleted by anybody.
  if (awaits === 'not-deleted') delete fields.deleted
  return fields as RecordOfTable[T] & Pick<Stored, 'deleted' | 'kept'>
}

/** Where a rule reads records from: the database of a device, or the tables of a server. Every answer is as of one moment. */
import type { StoredRecord, TableName } from './records/tables'

export interface RecordReader {
  /** Those that are there, in any order. */
  readonly get: <T extends TableName>(table: T, ids: Iterable<string>) => Promise<readonly StoredRecord<T>[]>
  /** Those whose field names one of these records. */
  readonly having: <T extends TableName>(
    table: T,
    field: OwnerField,
    ids: Iterable<string>,
  ) => Promise<readonly StoredRecord<T>[]>
  /** The whole of a small table. */
  readonly all: <T extends SmallTable>(table: T) => Promise<readonly StoredRecord<T>[]>
}

/** Fields by which records that hang on another are found. */
export const OWNER_FIELDS = ['failureId', 'problemId', 'ownerId'] as const
export type OwnerField = (typeof OWNER_FIELDS)[number]

export type SmallTable = 'companyFields' | 'settings'

/** One record; undefined when it is not there. */
export const readOne = async <T extends TableName>(
  { get }: RecordReader,
  table: T,
  id: string,
): Promise<StoredRecord<T> | undefined> => (await get(table, [id]))[0]

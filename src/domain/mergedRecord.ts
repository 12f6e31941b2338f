/** A stored record and what was written to it, made into the record as it is now. The order of the writes does not matter. */
import { applyEdit, type Change, type Edit } from './change'
import { editOfEntries, isEntryName } from './listEntries'
import { disputesOf } from './conflicts'
import {
  packOrigin,
  packVersions,
  statesInDispute,
  unpackVersions,
  type FieldSet,
  type RecordVersions,
} from './recordVersions'
import { familyOf, type Origin, type Stored, type StoredRecord, type TableName } from './records/tables'
import { fieldsOf } from './storedFields'

export type Author = Pick<Change, 'device' | 'number' | 'at' | 'actor'>

/** One write to one record. */
export interface Written {
  readonly edit: Edit
  readonly by: Author
  /** For a write of an import: which, and where the record stood in it. */
  readonly brought?: { readonly batchId: string; readonly origin: Origin | undefined }
}

export const statesOf = (record: StoredRecord | undefined): RecordVersions | undefined =>
  record === undefined ? undefined : unpackVersions(record.versions, fieldsOf(record) as unknown as FieldSet)

/** An edit that saw nothing of the record made it. */
const isCreation = ({ was }: Edit): boolean => was === undefined

/** The fields on which devices disagree; what the program works out is not among them. */
export const disputedFields = (table: TableName, { versions }: StoredRecord): readonly string[] =>
  disputesOf(table, statesInDispute(versions)).map(({ field }) => field)

/** One that no arrived change has made yet is kept out of sight. */
export function mergedRecord(id: string, stored: StoredRecord | undefined, given: readonly Written[]): StoredRecord {
  const writes = given.map(entryByEntry)
  const [only] = writes
  const isPlain = stored === undefined && writes.length === 1 && only !== undefined && isCreation(only.edit)
  if (isPlain && Object.entries(only.edit.set).every(isPlainValue)) return made(id, only)
  let states = statesOf(stored)
  let from: From = stored === undefined ? {} : fromOf(stored)
  let awaits = stored === undefined || stored.awaits !== undefined
  for (const { edit, by, brought } of writes) {
    states = applyEdit(states, edit, by)
    if (!isCreation(edit)) continue
    // One made by hand on any device is nobody's import.
    from = brought === undefined ? {} : alsoBrought(from, awaits, brought)
    awaits = false
  }
  const { versions, fields } = packVersions(states ?? {})
  const hidden = awaits
    ? ({ awaits: fields['deleted'] === true ? 'deleted' : 'not-deleted', deleted: true } as const)
    : {}
  return { ...fields, ...from, ...hidden, id, versions } as StoredRecord
}

/** The lists it writes whole are taken apart. */
function entryByEntry(written: Written): Written {
  const edit = editOfEntries(written.edit, familyOf(written.edit.table).lists)
  return edit === written.edit ? written : { ...written, edit }
}

const isPlainValue = ([field, value]: readonly [string, unknown]): boolean => value !== null && !isEntryName(field)

/** A record that one write made: what most of a large file consists of. */
function made(id: string, { edit, by, brought }: Written): StoredRecord {
  const versions = packOrigin({ device: by.device, change: by.number, stamp: by.at, actor: by.actor })
  return { ...edit.set, ...(brought === undefined ? {} : alsoBrought({}, true, brought)), id, versions } as StoredRecord
}

type From = Pick<Stored, 'batchId' | 'origin' | 'alsoFrom'>

const fromOf = ({ batchId, origin, alsoFrom }: From): From => ({
  ...(batchId === undefined ? {} : { batchId }),
  ...(origin === undefined ? {} : { origin }),
  ...(alsoFrom === undefined ? {} : { alsoFrom }),
})

/**
 * The imports a record came with, when one more brought it. Of several the one with the first id is named first, so that
 * every device names the same.
 */
function alsoBrought(from: From, isNew: boolean, { batchId, origin }: NonNullable<Written['brought']>): From {
  if (isNew) return fromOf({ batchId, ...(origin === undefined ? {} : { origin }) })
  if (from.batchId === undefined) return from
  const all = new Map<string, Origin | null>([
    ...Object.entries(from.alsoFrom ?? {}),
    [from.batchId, from.origin ?? null],
    [batchId, origin ?? null],
  ])
  const [first = batchId, ...others] = [...all.keys()].sort()
  const firstOrigin = all.get(first)
  return fromOf({
    batchId: first,
    ...(firstOrigin ? { origin: firstOrigin } : {}),
    ...(others.length === 0 ? {} : { alsoFrom: Object.fromEntries(others.map((id) => [id, all.get(id) ?? null])) }),
  })
}

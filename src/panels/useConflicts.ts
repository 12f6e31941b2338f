/** Where devices disagree, followed as it changes. */
import { useLiveQuery } from './useLiveQuery'
import { fieldOfEntry } from '../domain/listEntries'
import type { TableName } from '../domain/records/tables'
import { countConflicts, disputedFailures, disputedFieldsOf } from '../store/conflicts'

const NONE: ReadonlySet<string> = new Set()

/** How many records wait for somebody to choose. */
export const useConflictCount = (): number => useLiveQuery(() => countConflicts(), []) ?? 0

/** Ids of the failures with a field in dispute. */
export const useDisputedFailures = (): ReadonlySet<string> => useLiveQuery(() => disputedFailures(), []) ?? NONE

/** The fields of one record on which devices disagree; without a table, of none. */
export function useDisputedFields(table: TableName | undefined, id: string): ReadonlySet<string> {
  const fields = useLiveQuery(async () => (table === undefined ? [] : await disputedFieldsOf(table, id)), [table, id])
  return fields === undefined || fields.length === 0 ? NONE : new Set(fields.map(fieldOfEntry))
}

/** Where a person chooses; with a record, for that one. */
export const conflictsHref = (table?: TableName, id?: string): string =>
  table === undefined || id === undefined
    ? '/data/conflicts'
    : `/data/conflicts?of=${encodeURIComponent(`${table}:${id}`)}`

import type { Change } from '../domain/change'
import { editOfEntries } from '../domain/listEntries'
import { shownValue } from '../domain/fieldVersions'
import type { FieldSet } from '../domain/recordVersions'
import { familyOf, type StoredRecord } from '../domain/records/tables'
import { statesOf } from '../domain/mergedRecord'

/** A change with its lists entry by entry, also where an older version wrote them whole. */
export const ofEntries = <C extends Pick<Change, 'edits'>>(change: C): C => ({
  ...change,
  edits: change.edits.map((edit) => editOfEntries(edit, familyOf(edit.table).lists)),
})

/** What stands in the registers of a record: its fields, and its lists entry by entry. */
export const registersOf = (record: StoredRecord | undefined): FieldSet =>
  Object.fromEntries(
    Object.entries(statesOf(record) ?? {}).flatMap(([name, state]) => {
      const value = shownValue(state)
      return value === null ? [] : [[name, value] as const]
    }),
  )

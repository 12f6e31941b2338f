/**
 * Fields that figures are computed from; each family of records names its own. Whoever changes what such a field said gives a reason, which stays in the history;
 * saying it for the first time needs none, because then nothing that was reported becomes something else.
 */
import type { Edit } from './change'
import { familyOf, type TableName } from './records/tables'

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Does it move a figure when this field stops saying what it said? */
export const needsReason = (table: TableName, field: string, before: unknown): boolean =>
  familyOf(table).figures.includes(field) && isSaid(before)

/** The changes among these edits that need a reason, as `table.field`. */
export const fieldsNeedingReason = (edits: readonly Edit[]): readonly string[] =>
  edits.flatMap(({ table, set, was }) =>
    was === undefined
      ? []
      : Object.keys(set)
          .filter((field) => needsReason(table, field, was[field]))
          .map((field) => `${table}.${field}`),
  )

/**
 * Fields that figures are computed from; each family of records names its own. Whoever changes what such a field said
 * gives a reason, which stays in the history;
 * saying it for the first time needs none, because then nothing that was reported becomes something else.
 */
import type { Edit } from './change'
import { familyOf, type TableName } from './records/tables'

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** One field that is to say something else. */
export interface FieldChange {
  readonly before: unknown
  readonly after: unknown
  /** The part reported on the failure, if the field is one of a failure. */
  readonly reportedNodeId?: unknown
}

/**
 * Does it move a figure when this field stops saying what it said? A failure counts at the part that was reported until an
 * analysis names the one that failed, so that naming another part for the first time moves figures as well.
 */
export function needsReason(table: TableName, field: string, { before, after, reportedNodeId }: FieldChange): boolean {
  if (!familyOf(table).figures.includes(field)) return false
  if (isSaid(before)) return true
  return field === 'actualNodeId' && isSaid(reportedNodeId) && isSaid(after) && after !== reportedNodeId
}

/**
 * The changes among these edits that need a reason, as `table.field`.
 * @param reportedNodeOf the part reported on the failure of an edit, before the edit
 */
export const fieldsNeedingReason = (
  edits: readonly Edit[],
  reportedNodeOf: (edit: Edit) => unknown,
): readonly string[] =>
  edits.flatMap((edit) => {
    const { table, set, was } = edit
    return was === undefined
      ? []
      : Object.keys(set)
          .filter((field) =>
            needsReason(table, field, {
              before: was[field],
              after: set[field],
              reportedNodeId: reportedNodeOf(edit),
            }),
          )
          .map((field) => `${table}.${field}`)
  })

/** Two people edit one record: a form writes only what was touched in it, and never over what somebody wrote meanwhile. */
import type { ChangedField } from './commandTrouble'
import { isSameJson } from './change'
import type { FieldSet, RecordVersions } from './recordVersions'
import type { Json } from './records/field'
import type { TableName } from './records/tables'

export interface ReadByForm {
  readonly table: TableName
  readonly record: string
  /** Per field the value the form read when it was opened; without it every field counts as touched. */
  readonly seen?: Readonly<Record<string, unknown>>
}

/**
 * Which of the wanted fields are to be written.
 * @param states of the record now; undefined when it is new, of which everything is written
 * @returns the touched fields, and those of them that hold neither what the form read nor what it wants
 */
export function touchedFields(
  { table, record, seen }: ReadByForm,
  wanted: FieldSet,
  states: RecordVersions | undefined,
): { readonly wanted: FieldSet; readonly meanwhile: readonly ChangedField[] } {
  if (seen === undefined || states === undefined) return { wanted, meanwhile: [] }
  const touched: Record<string, Json> = {}
  const meanwhile: ChangedField[] = []
  for (const [field, value] of Object.entries(wanted)) {
    if (!(field in seen)) {
      touched[field] = value
      continue
    }
    const read = (seen[field] ?? null) as Json
    if (isSameJson(read, value)) continue
    touched[field] = value
    const last = states?.[field]?.values.at(-1)
    const present = last?.value ?? null
    if (!isSameJson(present, read) && !isSameJson(present, value))
      meanwhile.push({
        table,
        record,
        field,
        seen: read,
        present,
        wanted: value,
        by: last?.actor ?? '',
        at: last?.stamp ?? 0,
      })
  }
  return { wanted: touched, meanwhile }
}

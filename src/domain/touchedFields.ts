/** Two people edit one record: a form writes only what was touched in it, and never over what somebody wrote meanwhile. */
import type { ChangedField } from './commandTrouble'
import { isSameJson } from './change'
import { entryIn, isEntryName, listSteps } from './listEntries'
import { writtenEntries, type FieldSet, type RecordVersions } from './recordVersions'
import type { Json } from './records/field'
import { familyOf, type TableName } from './records/tables'

export interface ReadByForm {
  readonly table: TableName
  readonly record: string
  /** Per field the value the form read when it was opened; without it every field counts as touched. */
  readonly seen?: Readonly<Record<string, unknown>>
}

/**
 * Which of the wanted fields are to be written.
 * @param states of the record now; undefined when it is new, of which everything is written
 * @returns the touched fields, lists entry by entry; and those of them that hold neither what the form read nor what it wants
 */
export function touchedFields(
  { table, record, seen }: ReadByForm,
  wanted: FieldSet,
  states: RecordVersions = {},
): { readonly wanted: FieldSet; readonly meanwhile: readonly ChangedField[] } {
  const touched: Record<string, Json> = {}
  const meanwhile: ChangedField[] = []
  const { lists } = familyOf(table)
  const touch = (field: string, read: Json | undefined, value: Json): void => {
    touched[field] = value
    const last = states[field]?.values.at(-1)
    const present = last?.value ?? null
    const says = (one: Json): Json => (isEntryName(field) ? entryIn(one) : one)
    const isPresent = (one: Json): boolean => isSameJson(says(present), says(one))
    if (read === undefined || isPresent(read) || isPresent(value)) return
    const [by, at] = [last?.actor ?? '', last?.stamp ?? 0]
    meanwhile.push({ table, record, field, seen: read, present, wanted: value, by, at })
  }
  const isNew = Object.keys(states).length === 0
  for (const [field, value] of Object.entries(wanted)) {
    const read = isNew || seen === undefined || !(field in seen) ? undefined : ((seen[field] ?? null) as Json)
    const shape = lists[field]
    if (shape !== undefined) {
      const list = read === undefined ? undefined : { list: read }
      for (const [name, step] of listSteps(field, writtenEntries(states), list, value, shape))
        touch(name, list === undefined ? undefined : step.before, step.after)
    } else if (read === undefined || !isSameJson(read, value)) touch(field, read, value)
  }
  return { wanted: touched, meanwhile }
}

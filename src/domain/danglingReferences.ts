/** References of a plan to records that it does not bring: they must be stored, or the plan would make records that hang on nothing. */
import type { ImportPlan } from './importPlan'
import { familyOf, isTableName, type TableName } from './records/tables'

export interface DanglingReference {
  readonly table: TableName
  readonly record: string
  readonly field: string
  readonly to: TableName
  readonly id: string
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** A report of a failure that has not come yet waits for it under its number. */
const waitsForIts = (field: string, row: Row): boolean =>
  field === 'failureId' && typeof row['failureNoText'] === 'string' && row['failureNoText'] !== ''

/** @returns what the records of the plan refer to outside of it, each target once */
export function danglingReferences({ records }: ImportPlan): readonly DanglingReference[] {
  const tables = Object.entries(records) as [TableName, readonly Row[]][]
  const brought = new Map(tables.map(([table, rows]) => [table, new Set(rows.map(({ id }) => id))]))
  const found = new Map<string, DanglingReference>()
  for (const [table, rows] of tables) {
    const references = Object.entries(familyOf(table).fields).flatMap(([field, { kind, to = '' }]) =>
      kind === 'ref' && isTableName(to) ? [[field, to] as const] : [],
    )
    for (const row of rows)
      for (const [field, to] of references) {
        const id = row[field]
        if (typeof id !== 'string' || brought.get(to)?.has(id) === true || waitsForIts(field, row)) continue
        found.set(`${to}:${id}`, { table, record: row.id, field, to, id })
      }
  }
  return [...found.values()]
}

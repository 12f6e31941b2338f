/** What an import would store, worked out completely before anything is written. */
import type { BlankStates, ImportedRows, ImportedSheet } from './importBatch'
import type { Json } from './records/field'
import type { RecordOfTable, Stored, TableName } from './records/tables'

export type PlannedRecord<T extends TableName> = RecordOfTable[T] & Pick<Stored, 'id' | 'origin'>

/** Fields of a record that the import fills, or that a person took over from a newer workbook. */
export interface PlannedUpdate {
  readonly table: TableName
  readonly id: string
  readonly fields: Readonly<Record<string, Json>>
}

export interface ImportPlan {
  /**
   * Last entry of the log when the plan was made. Where the log has grown since, what the plan calls new may be there
   * by now, so it is not stored; absent for plans that look at nothing, such as the sample.
   */
  readonly logPosition?: number
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
  readonly sheets: readonly ImportedSheet[]
  readonly records: { readonly [T in TableName]?: readonly PlannedRecord<T>[] }
  readonly rows: readonly Omit<ImportedRows, 'batchId'>[]
  readonly updates?: readonly PlannedUpdate[]
  /** Contents of the attachments among the records, each once. */
  readonly blobs?: readonly { readonly sha256: string; readonly bytes: ArrayBuffer }[]
  /** Of new failures that say nothing of their state. */
  readonly blankStates?: BlankStates
  /** Rows that are not stored, per reason. */
  readonly skipped: Readonly<Record<string, number>>
}

export const plannedCount = (plan: ImportPlan): number =>
  Object.values(plan.records).reduce((sum, records) => sum + records.length, 0)

/** Single values as one update per record. */
export function updatesOf(
  values: readonly { readonly table: TableName; readonly id: string; readonly field: string; readonly now: Json }[],
): readonly PlannedUpdate[] {
  const updates = new Map<string, { table: TableName; id: string; fields: Record<string, Json> }>()
  for (const { table, id, field, now } of values) {
    const update = updates.get(`${table}:${id}`) ?? { table, id, fields: {} }
    update.fields[field] = now
    updates.set(`${table}:${id}`, update)
  }
  return [...updates.values()]
}

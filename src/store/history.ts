/** What happened to a record: the changes that touched it, newest first. */
import type { Change } from '../domain/change'
import type { TableName } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'

export interface HistoryEntry {
  readonly change: Omit<Change, 'edits'>
  readonly fields: readonly {
    readonly table: TableName
    readonly record: string
    readonly field: string
    readonly before: unknown
    readonly after: unknown
  }[]
  /** True for the change that made the record. */
  readonly isCreation: boolean
}

/** @param records `table:id` of the record and of everything shown with it */
export async function historyOf(
  records: readonly string[],
  db: FracasDatabase = database,
): Promise<readonly HistoryEntry[]> {
  const changes = await db.changes
    .where('records')
    .anyOf([...records])
    .distinct()
    .toArray()
  const wanted = new Set(records)
  return changes
    .map(({ edits = [], ...change }): HistoryEntry => {
      const mine = edits.filter((edit) => wanted.has(`${edit.table}:${edit.record}`))
      return {
        change,
        isCreation: mine.some((edit) => edit.was === undefined),
        fields: mine.flatMap((edit) =>
          Object.entries(edit.set).map(([field, after]) => ({
            table: edit.table,
            record: edit.record,
            field,
            before: edit.was?.[field] ?? null,
            after,
          })),
        ),
      }
    })
    .sort((a, b) => b.change.at - a.change.at)
}

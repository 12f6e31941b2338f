/** What happened to a record: the changes that touched it, newest first. */
import type { Change } from '../domain/change'
import { fieldOfEntry } from '../domain/listEntries'
import { withWholeLists, type FieldSet } from '../domain/recordVersions'
import type { TableName } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'
import { ofEntries } from './ofEntries'
import { refusedEntries } from './recordsOfLog'

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
  /** The company's server did not take it: the record does not say it. */
  readonly isRefused: boolean
}

/** Of a list only what was added to it, changed in it or taken out; that is what the change did. */
const wroteWhole = (set: FieldSet): FieldSet => withWholeLists({}, set)

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
  const isRefused = await refusedEntries(db)
  return changes
    .map(({ edits = [], ...change }): HistoryEntry => {
      const mine = edits.filter((edit) => wanted.has(`${edit.table}:${edit.record}`))
      return {
        change,
        isRefused: isRefused(change),
        isCreation: mine.some((edit) => edit.was === undefined),
        fields: ofEntries({ edits: mine }).edits.flatMap(({ table, record, set, was = {} }) => {
          const [before, after] = [wroteWhole(was), wroteWhole(set)]
          const fields = [...new Set(Object.keys(set).map(fieldOfEntry))]
          return fields.map((field) => ({
            table,
            record,
            field,
            before: before[field] ?? null,
            after: after[field] ?? null,
          }))
        }),
      }
    })
    .sort((a, b) => b.change.at - a.change.at)
}

/** Whether what a form writes belongs to something closed, so that it asks for a reason before it is refused for want of one. */
import { useLiveQuery } from './useLiveQuery'
import type { TableName } from '../domain/records/tables'
import { isAboutClosed } from '../domain/workflow/closedOwners'
import { readerOf } from '../store/readerOf'
import { database } from '../store/database'

/** What a record belongs to, by the fields that say so. */
export interface Belongs {
  readonly failureId?: string | undefined
  readonly problemId?: string | undefined
  readonly ownerId?: string | undefined
}

/** @param record of a failure or problem, its own id */
export function useIsClosed(table: TableName, record: string, belongs: Belongs): boolean {
  const key = [table, record, ...Object.values(belongs)].join('|')
  const set = { ...belongs }
  return (
    useLiveQuery(() => isAboutClosed([{ table, record, before: undefined, set }], readerOf(database)), [key]) ?? false
  )
}

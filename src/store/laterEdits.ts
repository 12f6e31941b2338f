/** Has somebody changed since what a change wrote? Taking that change back would throw the later words away. */
import type { Change, Edit } from '../domain/change'
import { classOf } from '../domain/records/defineRecord'
import { familyOf, type TableName } from '../domain/records/tables'
import type { FracasDatabase } from './database'

/** The latest change to a field that an older change wrote. */
export interface LaterEdit {
  readonly table: TableName
  readonly field: string
  readonly actor: string
  readonly at: number
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * The first field that no longer says what the change wrote, what the program works out left aside; null when all
 * still do. Must run in the transaction of the undo.
 */
export async function laterEdit(change: Change, db: FracasDatabase): Promise<LaterEdit | null> {
  for (const { table, record, set } of written(change)) {
    const present = (await db.recordsOf(table).get(record)) as Readonly<Record<string, unknown>> | undefined
    const field = Object.keys(set).find(
      (name) => classOf(familyOf(table), name) !== 'derived' && !isSame(present?.[name], set[name]),
    )
    if (field !== undefined) return { table, field, ...(await whoChanged(change, table, record, field, db)) }
  }
  return null
}

/**
 * What the change left in each record that was there before it; one change may write a record twice. A record it made
 * goes as a whole when it is taken back, and comes back as a whole.
 */
function written({ edits }: Change): readonly Pick<Edit, 'table' | 'record' | 'set'>[] {
  const byRecord = new Map<string, Pick<Edit, 'table' | 'record' | 'set'>>()
  for (const { table, record, set, was } of edits) {
    if (was === undefined) continue
    const key = `${table}:${record}`
    byRecord.set(key, { table, record, set: { ...byRecord.get(key)?.set, ...set } })
  }
  return [...byRecord.values()]
}

async function whoChanged(
  change: Change,
  table: TableName,
  record: string,
  field: string,
  db: FracasDatabase,
): Promise<Pick<LaterEdit, 'actor' | 'at'>> {
  const changes = await db.changes.where('records').equals(`${table}:${record}`).sortBy('seq')
  const last = changes.findLast(
    ({ id, edits }) =>
      id !== change.id &&
      edits?.some((edit) => edit.table === table && edit.record === record && field in edit.set) === true,
  )
  return { actor: last?.actor ?? '', at: last?.at ?? change.at }
}

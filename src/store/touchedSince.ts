/** What people have done with the records of an import since it was stored. */
import { isTableName, type StoredRecord, type TableName } from '../domain/records/tables'
import { trainLabel } from '../domain/trainLabel'
import { database, type FracasDatabase } from './database'

export interface TouchedRecord {
  readonly table: TableName
  readonly record: string
  /** Changed itself; otherwise something else stands on it, such as a failure filed since on a train of the import. */
  readonly isWorkedOn: boolean
  /** Number or name, as people know it; empty where it has none. */
  readonly name: string
}

/** Fields that name what a record stands on. */
export const STANDS_ON = [
  ['failureId', 'failures'],
  ['trainId', 'trains'],
  ['bomNodeId', 'bomNodes'],
  ['productId', 'products'],
  ['operatorId', 'parties'],
  ['depotId', 'parties'],
  ['lineId', 'parties'],
  ['customerId', 'parties'],
] as const

export function nameOf(record: Readonly<Record<string, unknown>>): string {
  const text = (name: string): string => (typeof record[name] === 'string' ? record[name] : '')
  return text('trainNo') === ''
    ? (['no', 'name', 'serialNo', 'title'].map(text).find((name) => name !== '') ?? '')
    : trainLabel(text('trainNo'), text('vehicleType'))
}

/**
 * Records of a batch that a person has changed, or hung something on, since the import. They are found in the log,
 * which is short beside the import.
 */
export async function touchedSince(batchId: string, db: FracasDatabase = database): Promise<readonly TouchedRecord[]> {
  const touched = new Map<string, TouchedRecord>()
  const visit = async (table: TableName, id: string, isWorkedOn: boolean): Promise<void> => {
    const key = `${table}:${id}`
    const before = touched.get(key)
    if (before !== undefined && (before.isWorkedOn || !isWorkedOn)) return
    const record = (await db.recordsOf(table).get(id)) as (StoredRecord & Record<string, unknown>) | undefined
    if (record?.batchId === batchId) touched.set(key, { table, record: id, isWorkedOn, name: nameOf(record) })
    for (const [field, next] of [...STANDS_ON, ['parentId', table] as const]) {
      const owner = record?.[field]
      if (typeof owner === 'string') await visit(next, owner, false)
    }
  }
  // Entries of imports name no records, so that the index holds what people touched and nothing else is read.
  for (const key of await db.changes.orderBy('records').uniqueKeys()) {
    const [table = '', ...id] = String(key).split(':')
    if (isTableName(table)) await visit(table, id.join(':'), true)
  }
  return [...touched.values()]
}

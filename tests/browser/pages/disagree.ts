/** Puts into the database of the page what other devices wrote without having seen what stands there. */
import type { Page } from '@playwright/test'
import { disputesOf } from '../../../src/domain/conflicts'
import { writeField } from '../../../src/domain/fieldVersions'
import { packVersions, unpackVersions, type FieldSet } from '../../../src/domain/recordVersions'
import type { Json } from '../../../src/domain/records/field'
import type { StoredRecord, TableName } from '../../../src/domain/records/tables'
import { recordsIn } from './database'

interface Wrote {
  readonly field: string
  readonly value: Json
  readonly actor: string
  readonly device: string
  readonly stamp: number
  /** Its author knew what stands in the record. */
  readonly sawRecord?: boolean
}

/** Takes a reload to be shown. */
export async function disagree(
  page: Page,
  table: TableName,
  id: string,
  writes: readonly Wrote[],
): Promise<StoredRecord> {
  const record = (await recordsIn(page, table)).find((one) => one.id === id) as StoredRecord | undefined
  if (record === undefined) throw new Error(`no ${table} ${id}`)
  const { id: _id, batchId, origin, versions, ...fields } = record
  const before = unpackVersions(versions, fields as unknown as FieldSet)
  const states = { ...before }
  for (const { sawRecord = false, field, ...write } of writes)
    states[field] = writeField(states[field], { ...write, change: 1 }, sawRecord ? (before[field]?.seen ?? {}) : {})
  const packed = packVersions(states)
  const disputed = {
    ...packed.fields,
    id,
    versions: packed.versions,
    ...(batchId === undefined ? {} : { batchId }),
    ...(origin === undefined ? {} : { origin }),
  }
  const note = { key: `${table}:${id}`, fields: disputesOf(table, states).map(({ field }) => field) }
  await page.evaluate(
    ([table, disputed, note]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('bihuan-fracas')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction([table, 'conflicts'], 'readwrite')
          writing.objectStore(table).put(disputed)
          writing.objectStore('conflicts').put(note)
          writing.addEventListener('error', () => reject(writing.error))
          writing.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    [table, disputed, note] as const,
  )
  return record
}

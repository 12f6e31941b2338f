/** What the database of the page under test really holds, read past the program. */
import type { Page } from '@playwright/test'
import { TABLE_NAMES, type StoredRecord, type TableName } from '../../../src/domain/records/tables'

const DATABASE = 'bihuan-fracas'

export const countIn = (page: Page, table: string): Promise<number> =>
  page.evaluate(
    ([name, table]) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction(table).objectStore(table).count()
          counting.addEventListener('error', () => reject(counting.error))
          counting.addEventListener('success', () => {
            opening.result.close()
            resolve(counting.result)
          })
        })
      }),
    [DATABASE, table] as const,
  )

export const recordsIn = <T extends TableName>(page: Page, table: T): Promise<StoredRecord<T>[]> =>
  page.evaluate(
    ([name, table]) =>
      new Promise<never[]>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction(table).objectStore(table).getAll()
          reading.addEventListener('error', () => reject(reading.error))
          reading.addEventListener('success', () => {
            opening.result.close()
            resolve(reading.result as never[])
          })
        })
      }),
    [DATABASE, table] as const,
  )

/** Records per table, tables without any left out; that something was imported is no record of a file. */
export async function countsIn(page: Page): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const table of TABLE_NAMES) {
    const count = table === 'importBatches' ? 0 : await countIn(page, table)
    if (count > 0) counts[table] = count
  }
  return counts
}

/** Changes who made the last change of this command, as somebody would who wants it to look otherwise. Answers its place in the log. */
export const alterEntry = (page: Page, command: string): Promise<number> =>
  page.evaluate(
    ([name, command]) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('changes', 'readwrite')
          let seq = 0
          const reading = writing.objectStore('changes').openCursor(null, 'prev')
          reading.addEventListener('success', () => {
            const cursor = reading.result
            if (cursor === null) return
            if (cursor.value.command !== command) cursor.continue()
            else {
              seq = cursor.value.seq
              cursor.update({ ...cursor.value, actor: '张三' })
            }
          })
          writing.addEventListener('error', () => reject(writing.error))
          writing.addEventListener('complete', () => {
            opening.result.close()
            resolve(seq)
          })
        })
      }),
    [DATABASE, command] as const,
  )

/**
 * Per table of the database, how many rows it holds and a hash over all of them, in the order of their keys; bytes of attached files are
 * hashed too. Caches, the order of the log and what belongs to one device are left out.
 */
export const digestsIn = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async (name) => {
    const hex = async (bytes: BufferSource): Promise<string> =>
      Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16)).join('')
    const answered = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
    /** The same value with the keys of every object in one order, also of the texts that hold who wrote what. */
    const inOrder = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(inOrder)
      if (typeof value !== 'object' || value === null) return value
      return Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => [key, inOrder(key === 'versions' ? JSON.parse(String(one)) : one)])
    }
    const db = await answered(indexedDB.open(name))
    const digests: Record<string, string> = {}
    for (const table of db.objectStoreNames) {
      if (['device', 'snapshots', 'changes', 'packages', 'deviceKeys', 'team', 'refusedChanges'].includes(table))
        continue
      const rows = (await answered(db.transaction(table).objectStore(table).getAll())) as Record<string, unknown>[]
      const texts = await Promise.all(
        rows.map(async (row) =>
          JSON.stringify(
            inOrder(row['bytes'] instanceof ArrayBuffer ? { ...row, bytes: await hex(row['bytes']) } : row),
          ),
        ),
      )
      digests[table] = `${rows.length} rows ${await hex(new TextEncoder().encode(texts.join('\n')))}`
    }
    db.close()
    return digests
  }, DATABASE)

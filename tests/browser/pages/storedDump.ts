/** Everything lasting the database of a page holds, in the form in which two stores that know the same say the same. */
import '../../support/memoryIndexedDb'
import type { Page } from '@playwright/test'
import { canonicalDump, type CanonicalDump } from '../../../src/store/canonicalDump'
import { freshDatabase } from '../../support/freshDatabase'

export async function storedDump(page: Page): Promise<CanonicalDump> {
  const tables = await page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
    const db = await answered(indexedDB.open('bihuan-fracas'))
    const read: Record<string, readonly unknown[]> = {}
    for (const table of db.objectStoreNames)
      if (!['device', 'deviceKeys', 'snapshots', 'drafts', 'packages', 'team', 'refusedChanges'].includes(table)) {
        const rows = await answered(db.transaction(table).objectStore(table).getAll())
        // Bytes do not cross to the test; that they are there is said by their hash.
        read[table] = table === 'blobs' ? rows.map(({ sha256 }) => ({ sha256 })) : rows
      }
    db.close()
    return read
  })
  const db = freshDatabase()
  for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkPut([...rows])
  return canonicalDump(db)
}

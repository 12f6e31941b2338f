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

/** Records per table, tables without any left out. */
export async function countsIn(page: Page): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const table of TABLE_NAMES) {
    const count = await countIn(page, table)
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

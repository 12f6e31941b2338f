/** Whether the browser gives us a database at all, and whether it holds one this program can open. */
import { askWhetherHeld } from './heldDatabase'
import { database, type FracasDatabase } from './database'

export interface DatabaseProblem {
  /** `newer`: a later release of the program has written the data, and this page is the older one. */
  readonly kind: 'denied' | 'newer'
  /** In the browser's own words. */
  readonly detail: string
}

/**
 * @param onWaiting told when another tab still holds the database in its former shape; it opens as soon as that tab is gone
 * @returns null when it opens, else why not
 */
export async function databaseProblem(
  onWaiting: () => void = () => undefined,
  db: FracasDatabase = database,
): Promise<DatabaseProblem | null> {
  db.on('blocked', onWaiting)
  const stopAsking = askWhetherHeld(onWaiting)
  try {
    await db.open()
    return null
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { kind: detail.startsWith('VersionError') ? 'newer' : 'denied', detail }
  } finally {
    stopAsking()
    db.on('blocked').unsubscribe(onWaiting)
  }
}

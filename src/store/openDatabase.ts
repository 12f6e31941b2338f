/** Whether the browser gives us a database at all. */
import { database, type FracasDatabase } from './database'

/** @returns null when it opens, else why not, in the browser's own words */
export async function databaseProblem(db: FracasDatabase = database): Promise<string | null> {
  try {
    await db.open()
    return null
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
}

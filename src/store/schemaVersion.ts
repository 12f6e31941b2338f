/** What the database is called and which version of it this program knows: asked before the database itself is loaded. */
import { SCHEMA_VERSION } from '../domain/schemaVersion'

export { SCHEMA_VERSION }
export const DATABASE_NAME = 'bihuan-fracas'

/** The library counts ten native versions for each of ours. */
const NATIVE = 10

/** Is there a database of an earlier version, which opening would upgrade? False where the browser does not say. */
export async function isUpgradeAhead(): Promise<boolean> {
  try {
    const there = (await indexedDB.databases()).find(({ name }) => name === DATABASE_NAME)
    const version = Math.floor((there?.version ?? 0) / NATIVE)
    return version > 0 && version < SCHEMA_VERSION
  } catch {
    // Older browsers cannot be asked, and where site data is blocked the question is refused.
    return false
  }
}

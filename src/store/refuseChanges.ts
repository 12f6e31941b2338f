/** What becomes of changes of this device that the company's server did not take. */
import type { RefusedChange } from '../domain/team/protocol'
import type { FracasDatabase } from './database'
import { rebuildRecords, recordsTouchedBy } from './recordsOfLog'
import { forgetColumns } from './snapshots'

/**
 * Notes them, and makes every record they touched what it is without them: the screen shows what stands, the log keeps what was
 * tried. Those noted before stay as they are. Must run in a transaction over all tables.
 * @returns how many are new
 */
export async function refuseChanges(
  device: string,
  refused: readonly RefusedChange[],
  at: number,
  db: FracasDatabase,
): Promise<number> {
  const known = await db.refusedChanges.bulkGet(refused.map(({ number }) => [device, number] as [string, number]))
  const fresh = refused.filter((_one, place) => known[place] === undefined)
  if (fresh.length === 0) return 0
  const entries = await db.changes
    .where('[device+number]')
    .anyOf(fresh.map(({ number }) => [device, number]))
    .toArray()
  await db.refusedChanges.bulkPut(
    fresh.map((one) => {
      const record = entries.find(({ number }) => number === one.number)?.records?.[0]
      return { ...one, device, at, ...(record === undefined ? {} : { record }), state: 'open' as const }
    }),
  )
  await rebuildRecords(recordsTouchedBy(entries), db)
  await forgetColumns(db)
  return fresh.length
}

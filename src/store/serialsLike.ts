/** Serials that begin as somebody typed, from units and from replacements; for a search while it is typed. */
import { isMerged } from '../domain/masterData'
import { serialRedirects } from '../domain/otherSpellings'
import { serialIdentity } from '../domain/serialIdentity'
import { database, type FracasDatabase } from './database'
import { undoneAmong } from './undoneBatches'
import { isLive, type Imported } from '../domain/liveRecord'
import { SERIAL_KEYS } from './serialKeys'

/** Rows looked at per serial asked for: a part that was swapped often has many. */
const ROWS_PER_SERIAL = 8

/** @returns serials as they are written, each once, in their own order */
export async function serialsLike(
  typed: string,
  most: number,
  db: FracasDatabase = database,
): Promise<readonly string[]> {
  const wanted = serialIdentity(typed)
  if (wanted === '') return []
  const rows = most * ROWS_PER_SERIAL
  const [units, replacements] = await Promise.all([
    db.recordsOf('units').where(SERIAL_KEYS).startsWith(wanted).limit(rows).toArray(),
    db.recordsOf('replacements').where(SERIAL_KEYS).startsWith(wanted).limit(rows).toArray(),
  ])
  const undone = await undoneAmong([...units, ...replacements], db)
  const isThere = (record: Imported): boolean => isLive(record, undone)
  const found = new Map<string, string>()
  const serials = [
    ...units
      .filter(isThere)
      .filter((unit) => !isMerged(unit))
      .map(({ serialNo }) => serialNo),
    ...replacements.filter(isThere).flatMap(({ removedSerial, installedSerial }) => [removedSerial, installedSerial]),
  ]
  for (const serial of serials) {
    const key = serialIdentity(serial ?? '')
    if (serial !== undefined && key.startsWith(wanted) && !found.has(key)) found.set(key, serial)
  }
  // An old spelling finds the serial it goes on under.
  for (const [spelling, serial] of serialRedirects(units.filter(isThere)))
    if (spelling.startsWith(wanted)) found.set(serialIdentity(serial), serial)
  return [...found.values()].sort().slice(0, most)
}

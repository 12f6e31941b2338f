/** Rows of a released version as they are today, apart from what the longer ids of devices changed. */
import type { FracasDatabase } from '../../src/store/database'

type Row = Readonly<Record<string, unknown>>

/** What a longer device id leaves as it was. */
export function sinceRenamed({ versions: _v, device: _d, edits: _e, no, ...row }: Row): Row {
  return /^[LPK]-[0-9A-F]{4}-/u.test(String(no))
    ? { ...row, formerNo: no }
    : { ...row, ...(no === undefined ? {} : { no }) }
}

/** Tables in which the device that wrote the released databases is still called by its short id. */
export async function shortDeviceIds(db: FracasDatabase): Promise<readonly string[]> {
  const found = await Promise.all(
    db.tables.map(async (table) => {
      const text = JSON.stringify(await table.toArray())
      return /\\?"7b87\\?"/u.test(text) ? [table.name] : []
    }),
  )
  return found.flat().filter((name) => name !== 'snapshots' && name !== 'blobs' && name !== 'drafts')
}

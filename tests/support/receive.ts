import type { Change } from '../../src/domain/change'
import { asLogged } from '../../src/domain/asLogged'
import type { FracasDatabase } from '../../src/store/database'
import type { LoggedChange } from '../../src/domain/loggedChange'
import { takeIn } from '../../src/store/takeIn'

/** Takes in one change of another device. */
export const receive = async (change: Change, db: FracasDatabase): Promise<unknown> =>
  takeIn({ changes: [[asLogged(change)]] }, {}, db)

/** Everything another store holds, as it would arrive from there. */
export async function receiveAll(from: FracasDatabase, to: FracasDatabase): Promise<unknown> {
  const [changes, rows, blobs] = await Promise.all([
    from.changes.orderBy('seq').toArray(),
    from.importedRows.toArray(),
    from.blobs.toArray(),
  ])
  return takeIn({ changes: [changes as readonly LoggedChange[]], rows: [rows], blobs }, {}, to)
}

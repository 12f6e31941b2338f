/**
 * What the gates need to know beside the case file, read from the database by whoever decides: a step is decided on what the
 * disk holds, never on what a screen had at hand.
 */
import type { Moment } from '../domain/moment'
import { alikeSince, isAlike } from '../domain/workflow/alikeFailure'
import type { CaseFile } from '../domain/workflow/caseFile'
import { LEAST_FOR_8D, pathOf } from '../domain/workflow/forcedPath'
import type { GateContext } from '../domain/workflow/gates'
import { readGateContext } from '../domain/workflow/readGateContext'
import { database, type FracasDatabase } from './database'
import { firstIdAt } from './newId'
import { readerOf } from './readerOf'
import { undoneBatchIds } from './undoneBatches'
import { isShownWith } from '../domain/liveRecord'

const DAY_MS = 86_400_000

/** @param now local civil time, to the minute */
export const gateContextOf = async (file: CaseFile, now: Moment, db: FracasDatabase = database): Promise<GateContext> =>
  // The heaviest path cannot be forced any further.
  readGateContext(file, now, readerOf(db), pathOf(file) === '8D' ? undefined : await alikeUpToForcing(file, db))

const PAGE = 2000
/** A clock that is set wrong by less than this does not hide a failure. */
const CLOCK_MARGIN_MS = 30 * DAY_MS

/**
 * How many failures are alike, counted up to the number that forces a path. Ids rise with the time at which a failure was
 * recorded, which is after it happened: what was recorded before the 90 days is not read.
 */
async function alikeUpToForcing({ failure }: CaseFile, db: FracasDatabase): Promise<number> {
  const since = alikeSince(failure)
  if (since === null) return 0
  const undone = await undoneBatchIds(db)
  let count = 0
  let after = firstIdAt(since * DAY_MS - CLOCK_MARGIN_MS)
  for (;;) {
    const page = await db.recordsOf('failures').where('id').above(after).limit(PAGE).toArray()
    count += page.filter((other) => isAlike(failure, other) && isShownWith(other, {}, undone)).length
    const last = page.at(-1)
    if (count >= LEAST_FOR_8D || last === undefined) return Math.min(count, LEAST_FOR_8D)
    after = last.id
  }
}

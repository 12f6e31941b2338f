/** Writing into the operation log, each entry chained to the one before it, and walking the chain to verify it. */
import { EMPTY_CHAIN, headAfter, linkHash, walk, type ChainState } from '../domain/logChain'
import { database, type FracasDatabase } from './database'
import type { LoggedChange } from '../domain/loggedChange'

export interface OpenLog {
  /** Chains an entry and begins to write it. */
  readonly add: (entry: LoggedChange) => PromiseLike<number>
  /** The same for many, in one go. */
  readonly addAll: (entries: readonly LoggedChange[]) => PromiseLike<unknown>
}

/**
 * The log, ready for entries. Must run inside a transaction that may write `changes`: the browser lets only one such
 * transaction run at a time, in whichever tab, so that two of them never continue from the same entry.
 */
export async function openLog(db: Pick<FracasDatabase, 'changes'>): Promise<OpenLog> {
  let head = headAfter(await db.changes.orderBy('seq').last())
  const linked = (entry: LoggedChange): LoggedChange => {
    const prev = head
    head = linkHash(prev, entry)
    return { ...entry, prev, hash: head }
  }
  return {
    add: (entry) => db.changes.add(linked(entry)),
    addAll: (entries) => db.changes.bulkAdd(entries.map(linked)),
  }
}

/** Entries read at once: an entry may hold a thousand imported records. */
const PAGE = 40
/** After so long a moment is left to whoever types or scrolls. */
const SLICE_MS = 20

export interface Verification extends ChainState {
  /** Where a hash noted earlier stands in the log; null when it does not. Only with one to look for. */
  readonly notedAt: number | null
}

/**
 * Walks the whole log.
 * @param noted a last hash somebody wrote down earlier: if it is not in the log any more, everything after some point was
 * made anew, however well it is chained
 * @returns null when cancelled
 */
export async function verifyLog(
  onProgress: (done: number, total: number) => void,
  isCancelled: () => boolean,
  noted = '',
  db: FracasDatabase = database,
): Promise<Verification | null> {
  const total = await db.changes.count()
  let state = EMPTY_CHAIN
  let notedAt: number | null = null
  let highest = 0
  let sliceBegan = performance.now()
  const device = await db.device.get('device')
  for (let after = 0; state.broken === null;) {
    if (isCancelled()) return null
    const page = await db.changes.where('seq').above(after).limit(PAGE).toArray()
    for (const entry of page) {
      if (performance.now() - sliceBegan > SLICE_MS) {
        await new Promise((resolve) => setTimeout(resolve, 0))
        sliceBegan = performance.now()
        if (isCancelled()) return null
      }
      state = walk(state, entry)
      // After a restore an entry has another place; what its own device made of it stands beside it.
      if (noted !== '' && (entry.hash === noted || entry.authorHash === noted)) notedAt = entry.at
      if (entry.device === device?.id) highest = Math.max(highest, entry.number)
    }
    onProgress(state.walked, total)
    const last = page.at(-1)?.seq
    if (last === undefined) break
    after = last
  }
  const { last, broken, since } = state
  if (
    broken === null &&
    last !== undefined &&
    since !== null &&
    device !== undefined &&
    highest > 0 &&
    highest < device.changeCount
  )
    state = { ...state, broken: { kind: 'end-missing', entry: last } }
  return { ...state, notedAt }
}

/**
 * The operation log as a chain: every entry carries the hash of the one before it and of its own content, so that an entry
 * changed, removed or slipped in by hand is found. It shows tampering by whoever does not recompute everything after it;
 * against those who do, the last hash written down elsewhere helps.
 */
import type { Change } from './change'
import { asFirstWritten } from './renamedDevices'
import { sha256 } from './sha256'

/** What the hash of an entry covers; the edits of an import are one text. */
export interface ChainedContent extends Omit<Change, 'edits'> {
  readonly edits?: Change['edits']
  readonly packedEdits?: string
  /** How many entries the change consists of, where that is not one. */
  readonly parts?: number
  /** Of a change made on another device: its hash in the log of that device. */
  readonly authorHash?: string
}

export interface ChainedEntry extends ChainedContent {
  readonly seq?: number
  readonly prev?: string
  readonly hash?: string
}

/** Always the same text for the same entry, also after a backup and back, and after a device got another id. */
const contentOf = (entry: ChainedContent): string => textOf(asFirstWritten(entry))

const textOf = ({
  id,
  v,
  device,
  number,
  at,
  actor,
  role,
  command,
  why,
  batchId,
  undoes,
  edits,
  packedEdits,
  parts,
  authorHash,
}: ChainedContent): string =>
  JSON.stringify([
    id,
    v,
    device,
    number,
    at,
    actor,
    command,
    why ?? null,
    batchId ?? null,
    undoes ?? null,
    edits ?? null,
    // Last and only where there is one, so that entries without a role keep their hash.
    ...(role === undefined ? [] : [role]),
    // The same, and no text, so that it is not taken for a role.
    ...(parts === undefined && authorHash === undefined ? [] : [{ parts, authorHash }]),
  ]) + (packedEdits ?? '')

export const linkHash = (prev: string, entry: ChainedContent): string => sha256(`${prev}\n${contentOf(entry)}`)

/** What the next entry must carry as `prev`. The first chained entry pins the last one from before there was a chain. */
export const headAfter = (last: ChainedEntry | undefined): string =>
  last === undefined ? '' : (last.hash ?? linkHash('', last))

export type BreakKind =
  /** Its content is not what was hashed. */
  | 'altered'
  /** Something between the entry before and this one was removed, slipped in or put in another order. */
  | 'out-of-line'
  /** It has no hash although entries before it have one. */
  | 'unchained'
  /** The device has made more changes than the log still holds. */
  | 'end-missing'

export interface ChainState {
  /** Entries looked at. */
  readonly walked: number
  /** Entries from before there was a chain; nothing can be said about them. */
  readonly unchained: number
  /** When the first chained entry was written; null while there is none. */
  readonly since: number | null
  readonly last: ChainedEntry | undefined
  readonly broken: { readonly kind: BreakKind; readonly entry: ChainedEntry } | null
}

export const EMPTY_CHAIN: ChainState = { walked: 0, unchained: 0, since: null, last: undefined, broken: null }

/** One step of the walk, in the order of the log; a chain that is broken stays as it was found. */
export function walk(state: ChainState, entry: ChainedEntry): ChainState {
  if (state.broken !== null) return state
  const { walked, unchained, since, last } = state
  if (entry.hash === undefined) {
    const next = { ...state, walked: walked + 1, last: entry }
    return since === null ? { ...next, unchained: unchained + 1 } : { ...next, broken: { kind: 'unchained', entry } }
  }
  const kind: BreakKind | null =
    entry.hash !== linkHash(entry.prev ?? '', entry) ? 'altered' : entry.prev !== headAfter(last) ? 'out-of-line' : null
  return {
    walked: walked + 1,
    unchained,
    since: since ?? entry.at,
    last: entry,
    broken: kind === null ? null : { kind, entry },
  }
}

/** The end of a log, as it is written down. */
export interface LogHead {
  /** Of the device whose log it is; every device has one of its own. */
  readonly deviceCode: string
  readonly entries: number
  /** Empty while there is no entry, and after entries of versions that did not chain them. */
  readonly hash: string
}

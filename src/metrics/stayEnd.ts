/** Why a part came off a train: because it failed, or for another reason that says nothing of how long it would have lived. */
import { textAt, type FailureColumns } from './failureColumns'

/**
 * `outside-cause`: accident or damage from outside. `not-counted`: with a failure that the chosen population leaves out, or for a
 * reason nobody wrote. `unseen`: nothing on record, but another part was fitted where all places were taken.
 */
export const STAY_ENDS = [
  'failed',
  'no-fault',
  'outside-cause',
  'planned',
  'retrofit',
  'swap',
  'not-counted',
  'unseen',
] as const
export type StayEnd = (typeof STAY_ENDS)[number]
export type Removal = Exclude<StayEnd, 'failed'>

/** Reasons of removal (CL-REMOVE) that are no failure. */
const NO_FAILURE: ReadonlyMap<string, Removal> = new Map([
  ['PM', 'planned'],
  ['RETRO', 'retrofit'],
  ['CANN', 'swap'],
  ['DAMAGE', 'outside-cause'],
])

/** Bench findings that settle it, whatever was thought at the train. */
const BENCH: ReadonlyMap<string, StayEnd> = new Map<string, StayEnd>([
  ['NFF', 'no-fault'],
  ['DAMAGE', 'outside-cause'],
  ['CONF', 'failed'],
  ['DIFF', 'failed'],
  ['WEAR', 'failed'],
  ['UNREP', 'failed'],
])

/** What a reason of removal says by itself; null where it speaks of a failure or of nothing. */
export const removalFor = (reason: string): Removal | null => NO_FAILURE.get(reason) ?? null

/** Several parts came off for several reasons: one that is a failure makes it one. */
function removalOfAll(reasons: string): Removal | null {
  const all = reasons.split('；').map(removalFor)
  return all.every((removal) => removal !== null) ? (all[0] ?? null) : null
}

/**
 * Did the part that a failure counts at fail, and if not, why did it come off?
 * @param isCounted the failure belongs to the chosen population
 */
export function stayEndOf(columns: FailureColumns, row: number, isCounted: boolean): StayEnd {
  const bench = BENCH.get(textAt(columns, 'benchFinding', row))
  const why = textAt(columns, 'relevance', row) === 'NREL' ? textAt(columns, 'relevanceReason', row) : ''
  const found =
    bench ??
    (textAt(columns, 'verified', row) === 'NFF' || why === 'NFF' ? 'no-fault' : null) ??
    (why === 'ACC' ? 'outside-cause' : null) ??
    removalOfAll(textAt(columns, 'removalReason', row)) ??
    'failed'
  return found === 'failed' && !isCounted ? 'not-counted' : found
}

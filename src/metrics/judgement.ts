/**
 * Which failures count. What counts is chosen and always named: all failures, the relevant ones, the relevant and
 * chargeable ones, or those that affected service. A row that nobody has judged is neither relevant nor irrelevant:
 * it is "not yet judged" and counts only among all failures.
 */
import { codesFlagged } from '../domain/codeLists'

export const POPULATIONS = ['all', 'relevant', 'chargeable', 'service'] as const
export type Population = (typeof POPULATIONS)[number]

export type Verdict =
  'counted' | 'cancelled-or-merged' | 'not-relevant' | 'not-chargeable' | 'not-service-affecting' | 'not-yet-judged'

const CHARGEABLE = codesFlagged('CL-CHG', 'chargeable')
const SERVICE = codesFlagged('CL-IMPACT', 'svc')

/** A delay shorter than this does not affect service (GB/T 38374: events of five minutes and more). */
export const DELAY_THRESHOLD_MINUTES = 5

export interface Judged {
  readonly state: string
  readonly relevance: string
  readonly chargeable: string
  readonly serviceImpact: string
  /** NaN when unknown. */
  readonly delayMin: number
}

const relevance = (failure: Judged): Verdict =>
  failure.relevance === 'REL' ? 'counted' : failure.relevance === 'NREL' ? 'not-relevant' : 'not-yet-judged'

export function judge(failure: Judged, population: Population): Verdict {
  if (failure.state === 'CANCELLED' || failure.state === 'MERGED') return 'cancelled-or-merged'
  if (population === 'all') return 'counted'
  const relevant = relevance(failure)
  if (relevant !== 'counted' || population === 'relevant') return relevant
  if (population === 'chargeable') {
    if (failure.chargeable === '' || failure.chargeable === 'PEND') return 'not-yet-judged'
    return CHARGEABLE.has(failure.chargeable) ? 'counted' : 'not-chargeable'
  }
  if (failure.serviceImpact === '') return 'not-yet-judged'
  const affects =
    SERVICE.has(failure.serviceImpact) &&
    (failure.serviceImpact !== 'DELAY' || !(failure.delayMin < DELAY_THRESHOLD_MINUTES))
  return affects ? 'counted' : 'not-service-affecting'
}

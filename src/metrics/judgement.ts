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

type JudgedField = 'state' | 'relevance' | 'chargeable' | 'serviceImpact'

/** What one field alone says; the first that does not count decides. */
export interface Judging {
  readonly field: JudgedField
  readonly verdict: (word: string, isShortDelay: boolean) => Verdict
}

const STATE: Judging = {
  field: 'state',
  verdict: (word) => (word === 'CANCELLED' || word === 'MERGED' ? 'cancelled-or-merged' : 'counted'),
}
const RELEVANCE: Judging = {
  field: 'relevance',
  verdict: (word) => (word === 'REL' ? 'counted' : word === 'NREL' ? 'not-relevant' : 'not-yet-judged'),
}
const CHARGE: Judging = {
  field: 'chargeable',
  verdict: (word) =>
    word === '' || word === 'PEND' ? 'not-yet-judged' : CHARGEABLE.has(word) ? 'counted' : 'not-chargeable',
}
const IMPACT: Judging = {
  field: 'serviceImpact',
  verdict: (word, isShortDelay) =>
    word === ''
      ? 'not-yet-judged'
      : SERVICE.has(word) && !(word === 'DELAY' && isShortDelay)
        ? 'counted'
        : 'not-service-affecting',
}

/** What is asked of a failure for it to count in a population, in this order. */
export const JUDGED_BY: Readonly<Record<Population, readonly Judging[]>> = {
  all: [STATE],
  relevant: [STATE, RELEVANCE],
  chargeable: [STATE, RELEVANCE, CHARGE],
  service: [STATE, RELEVANCE, IMPACT],
}

/** An unknown delay is not a short one. */
export const isShortDelay = (delayMin: number): boolean => delayMin < DELAY_THRESHOLD_MINUTES

export function judge(failure: Judged, population: Population): Verdict {
  const isShort = isShortDelay(failure.delayMin)
  for (const { field, verdict } of JUDGED_BY[population]) {
    const found = verdict(failure[field], isShort)
    if (found !== 'counted') return found
  }
  return 'counted'
}

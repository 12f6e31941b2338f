/** What a rule finds now: about what, since when, on which failures and figures. */
import type { AlertWhat } from '../../domain/alerts/alertRule'

/** Plain numbers, because they are stored with the alert as it was first raised. Days are day numbers, both ends included. */
export interface AlertFigures {
  readonly what: AlertWhat
  /** Failures it speaks of. */
  readonly count: number
  /** From this many failures on it speaks. */
  readonly least?: number
  readonly from?: number
  readonly to?: number
  /** What was run in the window, in the unit of `measure`. */
  readonly exposure?: number
  readonly measure?: 'trainKm' | 'partKm' | 'days'
  /** Failures to be expected in the window. */
  readonly expected?: number
  /** What that is known from. */
  readonly earlier?: number
  readonly earlierExposure?: number
  readonly earlierDays?: number
  /** How many failures come together; 1 where they come singly. */
  readonly cluster?: number
  /** So often a year this one subject shows as much by chance. */
  readonly perYear?: number
  /** Chance of as much, where the rule looks at fixed times. */
  readonly chance?: number
  /** How many subjects were looked at together. */
  readonly among?: number
  /** Oldest, or most overdue; silent days. */
  readonly days?: number
  /** Reports a year at the usual rhythm. */
  readonly yearly?: number
  /** Of a target: kilometres between failures. */
  readonly target?: number
  readonly estimate?: number
  readonly upper?: number
}

export interface Signal {
  /** `domain/alerts/alertSubject.ts` */
  readonly subject: string
  /** Day from which it has held. */
  readonly since: number
  readonly rows: Uint32Array
  readonly figures: AlertFigures
}

/** What a rule does now and did before; `perYear` is what chance alone would make of an unchanging fleet. */
export interface RuleOutlook {
  readonly signals: readonly Signal[]
  /** Episodes of the last two years, had each been cleared a week after it was raised; null where the past is not kept. */
  readonly past: number | null
  /** Days the past covers. */
  readonly pastDays: number
  /** False alarms a year over all subjects; null where chance has no part in it or nothing is known to reckon with. */
  readonly perYear: number | null
  readonly among: number
}

/** The day a subject was last cleared, or before all days. */
export type ClearedOn = (subject: string) => number

/** The days the past of a rule is replayed over, and how soon an alert of that past is taken to be cleared. */
export const REPLAY_DAYS = 730
export const CLEARED_AFTER_DAYS = 7

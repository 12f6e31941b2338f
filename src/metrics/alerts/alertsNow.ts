/**
 * Which alerts there are: the rules over the records of now, put together with what people did about earlier ones. Without
 * a clock, chance or storage of its own, so that a device and a server say the same, under the same ids.
 */
import type { AlertRule } from '../../domain/alerts/alertRule'
import { episodeBook, episodeId, episodeState, type Episode, type EpisodeState } from '../../domain/alerts/alertEpisode'
import { ALERT_WEIGHTS } from '../../domain/alerts/alertRule'
import { dateOfDay, dayNumber, isMoment } from '../../domain/moment'
import type { AlertGround } from './alertGround'
import type { AlertFigures, RuleOutlook, Signal } from './alertSignal'
import { ruleOutlook } from './ruleOutlook'

export interface Alert {
  /** `domain/alerts/alertEpisode.ts` */
  readonly id: string
  readonly rule: AlertRule
  readonly subject: string
  readonly number: number
  readonly state: EpisodeState
  /** The records still say so; an alert that was raised stays until somebody clears it, with this mark. */
  readonly holds: boolean
  /** `2026-05-08` */
  readonly since: string
  readonly rows: Uint32Array
  /** As they are now; of an alert that no longer holds, as they were when it was raised. */
  readonly figures: AlertFigures
  /** What is stored of it; undefined before any device has written that it was raised. */
  readonly episode: Episode | undefined
}

export interface AlertsNow {
  /** Neither cleared nor of a rule that is switched off; most urgent first. */
  readonly alerts: readonly Alert[]
  /** By rule, switched on or off. */
  readonly outlooks: ReadonlyMap<string, Omit<RuleOutlook, 'signals'> & { readonly now: number }>
}

const NO_ROWS = new Uint32Array()

export function alertsNow(rules: readonly AlertRule[], ground: AlertGround, episodes: readonly Episode[]): AlertsNow {
  const today = dateOfDay(ground.today)
  const book = episodeBook(episodes)
  const outlooks = new Map<string, Omit<RuleOutlook, 'signals'> & { readonly now: number }>()
  const alerts: Alert[] = []
  for (const rule of rules) {
    const clearedOn = (subject: string): number => {
      const on = book(rule.id, subject).clearedOn
      return on !== null && isMoment(on) ? dayNumber(on) : Number.NEGATIVE_INFINITY
    }
    const { signals, ...rest } = ruleOutlook(ground, rule, clearedOn)
    outlooks.set(rule.id, { ...rest, now: signals.length })
    if (!rule.active) continue
    const held = new Map(signals.map((signal) => [signal.subject, signal]))
    const open = new Map(
      episodes.flatMap((episode) => {
        const { subject } = episode
        const known = subject === undefined || episode.ruleId !== rule.id ? undefined : book(rule.id, subject).open
        return known === undefined || subject === undefined ? [] : [[subject, known] as const]
      }),
    )
    for (const subject of new Set([...open.keys(), ...held.keys()])) {
      const alert = alertOf(rule, subject, held.get(subject), open.get(subject), book(rule.id, subject).number, today)
      alerts.push(alert)
    }
  }
  return { alerts: alerts.sort(byUrgency), outlooks }
}

function alertOf(
  rule: AlertRule,
  subject: string,
  signal: Signal | undefined,
  episode: Episode | undefined,
  number: number,
  today: string,
): Alert {
  return {
    id: episode?.id ?? episodeId(rule.id, subject, number),
    rule,
    subject,
    number,
    state: episodeState(episode, today),
    holds: signal !== undefined,
    since: episode?.since ?? dateOfDay(signal?.since ?? 0),
    rows: signal?.rows ?? NO_ROWS,
    figures: signal?.figures ?? storedFigures(rule, episode),
    episode,
  }
}

/** Figures as they were stored; what is none of them is left out. */
function storedFigures(rule: AlertRule, episode: Episode | undefined): AlertFigures {
  const stored: unknown = episode?.figures
  const known = typeof stored === 'object' && stored !== null ? (stored as Partial<AlertFigures>) : {}
  return { ...known, what: rule.what, count: typeof known.count === 'number' ? known.count : 0 }
}

/** What still holds before what does not, the weightier rule first, then what has held longest. */
const byUrgency = (a: Alert, b: Alert): number =>
  Number(b.holds) - Number(a.holds) ||
  ALERT_WEIGHTS.indexOf(a.rule.weight) - ALERT_WEIGHTS.indexOf(b.rule.weight) ||
  (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1)

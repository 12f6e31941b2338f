/** Alerts over the engine's columns: what the records, the rules and people's doings say together, and a rule being written. */
import { clockOf, LIMITED_STATES } from '../domain/workflow/timeLimits'
import { momentOf, workingMinutesPerDay } from '../domain/calendar/workingCalendar'
import { isOneOf } from '../domain/closedSet'
import { alertRules, asAlertRule, type AlertRule } from '../domain/alerts/alertRule'
import { ruleUse, type Episode, type RuleUse } from '../domain/alerts/alertEpisode'
import { subjectParts, type SubjectPart } from '../domain/alerts/alertSubject'
import { dateOfDay, dayNumber, type Moment } from '../domain/moment'
import type { AlertRuleFields } from '../domain/records/alertRule'
import { workRules, type WorkRules } from '../domain/workflow/workRules'
import { alertGround, type AlertGround, type LateFailure } from '../metrics/alerts/alertGround'
import type { RuleOutlook } from '../metrics/alerts/alertSignal'
import { alertsNow, type Alert } from '../metrics/alerts/alertsNow'
import { ruleOutlook } from '../metrics/alerts/ruleOutlook'
import { idAt, keepRows } from '../metrics/failureColumns'
import { alertEpisodes, storedAlertRules } from '../store/alerts'
import { contractTargets } from '../store/contractTargets'
import type { FracasDatabase } from '../store/database'
import type { Language } from './engineAnswers'
import type { EngineView } from './engineView'

export interface NamedPart extends SubjectPart {
  /** As people call it; empty for the whole, a month and a quarter. */
  readonly label: string
}

export interface AlertView extends Alert {
  readonly parts: readonly NamedPart[]
}

export interface ClearedAlert {
  readonly episode: Episode
  readonly rule: AlertRule | undefined
  readonly parts: readonly NamedPart[]
}

export interface RuleView {
  readonly rule: AlertRule
  readonly outlook: Omit<RuleOutlook, 'signals'> & { readonly now: number }
  readonly use: RuleUse
  /** What it is limited to, as people call it. */
  readonly scope: readonly NamedPart[]
}

export interface AlertsView {
  readonly today: string
  /** Open and taken ones. */
  readonly alerts: readonly AlertView[]
  /** Newest first. */
  readonly cleared: readonly ClearedAlert[]
  readonly rules: readonly RuleView[]
}

/** More of the past is in the history of each rule. */
const MOST_CLEARED = 300
const FAILURES_AT_ONCE = 2000

/** Kept until the records or the minute change: several screens ask the same. */
let kept: { readonly view: EngineView; readonly now: Moment; readonly ground: Promise<AlertGround> } | null = null

function groundOf(view: EngineView, now: Moment, language: Language, db: FracasDatabase): Promise<AlertGround> {
  if (kept?.view === view && kept.now === now) return kept.ground
  const ground = (async () => {
    const rules = workRules(Object.fromEntries(view.reference.settings.map(({ name = '', value }) => [name, value])))
    const [targets, late] = await Promise.all([contractTargets(db), lateFailures(view, now, rules, db)])
    return alertGround(view, now, { targets, late }, view.labelOf(language))
  })()
  kept = { view, now, ground }
  ground.catch(() => {
    kept = null
  })
  return ground
}

/** Open failures beyond the limit of their state; the columns hold neither path nor pauses. */
async function lateFailures(
  { columns, live }: EngineView,
  now: Moment,
  { calendar, limits }: WorkRules,
  db: FracasDatabase,
): Promise<readonly LateFailure[]> {
  const { index, words } = columns.text.state
  const isLimited = words.map((state) => isOneOf(LIMITED_STATES, state))
  const open = keepRows(live, (row) => isLimited[index[row] ?? 0] === true)
  const perDay = workingMinutesPerDay(calendar)
  const late: LateFailure[] = []
  const minutesOfDay = 24 * 60
  for (let from = 0; from < open.length; from += FAILURES_AT_ONCE) {
    const rows = open.subarray(from, from + FAILURES_AT_ONCE)
    const failures = await db.recordsOf('failures').bulkGet(Array.from(rows, (row) => idAt(columns, row)))
    for (const [at, failure] of failures.entries()) {
      const clock = failure === undefined ? null : clockOf(failure, now, calendar, limits)
      if (clock === null || clock.isPaused || clock.leftMinutes >= 0) continue
      late.push({
        row: rows[at] ?? 0,
        dueDay: dayNumber(momentOf(clock.due).slice(0, 10)),
        lateDays: -clock.leftMinutes / (clock.isAroundTheClock ? minutesOfDay : perDay),
      })
    }
  }
  return late
}

function namesIn(view: EngineView, ground: AlertGround, language: Language): (part: SubjectPart) => NamedPart {
  const labelOf = view.labelOf(language)
  const label = ({ kind, id }: SubjectPart): string => {
    switch (kind) {
      case 'node':
        return labelOf('bomNodeId', id)
      case 'depot':
        return labelOf('depotId', id)
      case 'operator':
        return labelOf('customerId', id)
      case 'train':
        return labelOf('trainId', id)
      case 'target':
        return ground.targets.find((target) => target.id === id)?.contractNo ?? ''
      case 'vehicleType':
        return id
      default:
        return ''
    }
  }
  return (part) => ({ ...part, label: label(part) })
}

/** @param now local civil time, to the minute */
export async function answerAlerts(
  view: EngineView,
  now: Moment,
  language: Language,
  db: FracasDatabase,
): Promise<AlertsView> {
  const [ground, stored, episodes] = await Promise.all([
    groundOf(view, now, language, db),
    storedAlertRules(db),
    alertEpisodes(db),
  ])
  const rules = alertRules(stored)
  const named = namesIn(view, ground, language)
  const partsOf = (subject: string): readonly NamedPart[] => subjectParts(subject).map(named)
  const { alerts, outlooks } = alertsNow(rules, ground, episodes)
  return {
    today: dateOfDay(dayNumber(now.slice(0, 10))),
    alerts: alerts.map((alert) => ({ ...alert, parts: partsOf(alert.subject) })),
    cleared: episodes
      .filter(({ clearedAt }) => clearedAt !== undefined)
      .toSorted((a, b) => ((a.clearedAt ?? '') < (b.clearedAt ?? '') ? 1 : -1))
      .slice(0, MOST_CLEARED)
      .map((episode) => ({
        episode,
        rule: rules.find(({ id }) => id === episode.ruleId),
        parts: partsOf(episode.subject ?? ''),
      })),
    rules: rules.flatMap((rule): RuleView[] => {
      const outlook = outlooks.get(rule.id)
      return outlook === undefined
        ? []
        : [{ rule, outlook, use: ruleUse(episodes, rule.id), scope: scopeOf(rule).map(named) }]
    }),
  }
}

const scopeOf = ({ bomNodeId, depotId, vehicleType }: AlertRule): readonly SubjectPart[] => [
  ...(bomNodeId === undefined ? [] : [{ kind: 'node' as const, id: bomNodeId }]),
  ...(depotId === undefined ? [] : [{ kind: 'depot' as const, id: depotId }]),
  ...(vehicleType === undefined ? [] : [{ kind: 'vehicleType' as const, id: vehicleType }]),
]

/** What a rule would do, while it is written: now, in the past two years, and by chance. */
export interface RulePreview extends Omit<RuleOutlook, 'signals'> {
  readonly now: number
  /** The first few of what it would raise. */
  readonly first: readonly (readonly NamedPart[])[]
}

const SHOWN = 5

/** @returns null while the rule is not whole */
export async function previewRule(
  view: EngineView,
  id: string,
  fields: AlertRuleFields,
  now: Moment,
  language: Language,
  db: FracasDatabase,
): Promise<RulePreview | null> {
  const rule = asAlertRule(id, fields)
  if (rule === null) return null
  const ground = await groundOf(view, now, language, db)
  const { signals, ...outlook } = ruleOutlook(ground, rule)
  const named = namesIn(view, ground, language)
  return {
    ...outlook,
    now: signals.length,
    first: signals.slice(0, SHOWN).map(({ subject }) => subjectParts(subject).map(named)),
  }
}

/** The last whole month above its control limit, as the monthly charts of the program compute it. */
import type { AlertRule } from '../../domain/alerts/alertRule'
import { subjectText } from '../../domain/alerts/alertSubject'
import { addMonths, dateOfDay, dayNumber } from '../../domain/moment'
import { lastPeriod } from '../../reliability/exactRateChart'
import { inMillions } from '../../reliability/perMillion'
import type { UChartPeriod } from '../../reliability/uChart'
import type { AlertGround } from './alertGround'
import { REPLAY_DAYS, type ClearedOn, type RuleOutlook, type Signal } from './alertSignal'
import { clockOf } from './windowClock'
import { watchedGroups, type WatchedGroup } from './watchedGroups'

const MONTHS_A_YEAR = 12
/** A month alone has nothing to be compared with. */
const FEWEST_MONTHS = 6

/** A month is a subject of its own, so that one that was cleared does not come again. */
export function controlLimitOutlook(ground: AlertGround, rule: AlertRule, clearedOn: ClearedOn): RuleOutlook {
  const { today, recorded } = ground
  const starts = monthStarts(recorded.from, today + 1)
  const groups = watchedGroups(ground, rule, true)
  const none: RuleOutlook = { signals: [], past: 0, pastDays: 0, perYear: null, among: groups.length }
  if (starts.length - 1 < FEWEST_MONTHS) return none
  const isPastMonth = (at: number): boolean => (starts[at] ?? 0) > today - REPLAY_DAYS && at >= FEWEST_MONTHS
  const [explained, before] = [new Set<number>(), new Map<number, Set<number>>()]
  const signals: Signal[] = []
  let [past, perYear] = [0, 0]
  for (const group of groups) {
    const chart = monthsOf(ground, group, starts)
    const last = chart.months.length
    const judged = lastPeriod(chart.months)
    if (judged !== null) perYear += judged.falseAlarm * MONTHS_A_YEAR
    for (let at = FEWEST_MONTHS; at <= last; at += 1) {
      if (at < last && !isPastMonth(at)) continue
      const told = at === last ? explained : (before.get(at) ?? new Set())
      before.set(at, told)
      const signal = monthSignal(ground, rule, group, chart, at, starts, told, groups.length)
      if (signal === null) continue
      if (isPastMonth(at)) past += 1
      if (at === last && clearedOn(signal.subject) < signal.since) signals.push(signal)
    }
  }
  return {
    signals,
    past,
    pastDays: Math.max(0, Math.min(REPLAY_DAYS, today + 1 - recorded.from)),
    perYear,
    among: groups.length,
  }
}

/** First days of the months from the one records begin in up to the one that is running, which is not over. */
function monthStarts(from: number, until: number): readonly number[] {
  const running = dateOfDay(until - 1).slice(0, 7)
  const starts: number[] = []
  for (let month = dateOfDay(from).slice(0, 7); month <= running; month = addMonths(month, 1))
    starts.push(dayNumber(month))
  return starts
}

interface Months {
  readonly months: readonly UChartPeriod[]
  /** Rows of each month. */
  readonly rows: readonly Uint32Array[]
}

function monthsOf(ground: AlertGround, group: WatchedGroup, starts: readonly number[]): Months {
  const days = ground.data.columns.number.occurredDay
  const clock = clockOf(ground, group, true)
  let at = 0
  const rows = starts.slice(0, -1).map((start, month) => {
    const end = starts[month + 1] ?? start
    while (at < group.rows.length && (days[group.rows[at] ?? 0] ?? 0) < start) at += 1
    const first = at
    while (at < group.rows.length && (days[group.rows[at] ?? 0] ?? 0) < end) at += 1
    return group.rows.subarray(first, at)
  })
  const exposures = rows.map((_, month) => inMillions(clock.between(starts[month] ?? 0, starts[month + 1] ?? 0)))
  return {
    months: rows.map((own, month) => ({ count: own.length, exposure: exposures[month] ?? 0 })),
    rows,
  }
}

/** @param at how many months the chart had; the last of them is judged */
function monthSignal(
  ground: AlertGround,
  rule: AlertRule,
  group: WatchedGroup,
  { months, rows }: Months,
  at: number,
  starts: readonly number[],
  explained: Set<number>,
  among: number,
): Signal | null {
  const shown = months.slice(0, at)
  const own = rows[at - 1] ?? new Uint32Array()
  const last = lastPeriod(shown)
  if (last === null || own.length <= last.most) return null
  const told = own.filter((row) => explained.has(row)).length
  for (const row of own) explained.add(row)
  // What parts below show already is not said again of the part above, unless it is too much without them as well.
  if (told > 0) {
    const rest = [...shown.slice(0, -1), { count: own.length - told, exposure: shown.at(-1)?.exposure ?? 0 }]
    if (own.length - told <= (lastPeriod(rest)?.most ?? Number.POSITIVE_INFINITY)) return null
  }
  const [from = 0, to = 0] = [starts[at - 1], starts[at]]
  return {
    subject: subjectText([...group.parts, { kind: 'month', id: dateOfDay(from).slice(0, 7) }]),
    since: to,
    rows: own,
    figures: {
      what: rule.what,
      count: own.length,
      least: last.most + 1,
      from,
      to: to - 1,
      measure: clockOf(ground, group, true).measure,
      exposure: (shown.at(-1)?.exposure ?? 0) * 1e6,
      expected: last.expected,
      chance: last.chance,
      perYear: last.falseAlarm * MONTHS_A_YEAR,
      earlierDays: from - (starts[0] ?? from),
      among,
    },
  }
}

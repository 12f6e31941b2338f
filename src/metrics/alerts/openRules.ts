/** Rules on what stays open: longer than so many days, or beyond the time limit of its state. No chance has a part in them. */
import type { AlertRule } from '../../domain/alerts/alertRule'
import { isOpen } from '../../domain/workflow/transitions'
import { keepRows, textAt } from '../failureColumns'
import { closedDay } from '../reports/openFailures'
import type { AlertGround } from './alertGround'
import { CLEARED_AFTER_DAYS, REPLAY_DAYS, type ClearedOn, type RuleOutlook, type Signal } from './alertSignal'
import { rowsOfRule, watchedGroups, type WatchedGroup } from './watchedGroups'

/** Open for at least so many days; only what crossed that limit after the last clearing is news. */
export function ageOutlook(ground: AlertGround, rule: AlertRule, clearedOn: ClearedOn): RuleOutlook {
  const { today, data, recorded } = ground
  const { columns } = data
  const limit = rule.threshold ?? 0
  const days = columns.number.occurredDay
  const crossedOn = (row: number): number => (days[row] ?? Number.NaN) + limit
  const isStillOpen = (row: number): boolean => isOpen(textAt(columns, 'state', row))
  const groups = watchedGroups(ground, rule)
  const signals = groups.flatMap((group): Signal[] => {
    const cleared = clearedOn(group.subject)
    const rows = keepRows(group.rows, (row) => isStillOpen(row) && crossedOn(row) <= today && crossedOn(row) > cleared)
    return signalOf(rule, group, rows, crossedOn, today, groups.length, (row) => today - (days[row] ?? today))
  })
  const since = today - REPLAY_DAYS
  const wasOpenThen = (row: number): boolean => {
    const crossed = crossedOn(row)
    if (!(crossed > since && crossed <= today)) return false
    if (isStillOpen(row)) return true
    const closed = closedDay(columns, row)
    return closed !== null && closed >= crossed
  }
  const past = groups.reduce((sum, { rows }) => {
    let [episodes, cleared] = [0, Number.NEGATIVE_INFINITY]
    for (const row of keepRows(rows, wasOpenThen)) {
      if (crossedOn(row) <= cleared) continue
      episodes += 1
      cleared = crossedOn(row) + CLEARED_AFTER_DAYS
    }
    return sum + episodes
  }, 0)
  const pastDays = Math.max(0, Math.min(REPLAY_DAYS, today + 1 - recorded.from))
  return { signals, past, pastDays, perYear: null, among: groups.length }
}

/** Later than the limit of its state by so many worked days. Past states are not kept, so that nothing is known of the past. */
export function overdueOutlook(ground: AlertGround, rule: AlertRule, clearedOn: ClearedOn): RuleOutlook {
  const { today, late } = ground
  const limit = rule.threshold ?? 0
  const lateOf = new Map(late.map((one) => [one.row, one]))
  const wanted = new Set(keepRows(rowsOfRule(ground, rule, false), (row) => (lateOf.get(row)?.lateDays ?? -1) >= limit))
  const groups = watchedGroups(ground, rule)
  const dueOn = (row: number): number => lateOf.get(row)?.dueDay ?? today
  const signals = groups.flatMap((group): Signal[] => {
    const cleared = clearedOn(group.subject)
    const rows = keepRows(group.rows, (row) => wanted.has(row) && dueOn(row) + limit > cleared)
    return signalOf(
      rule,
      group,
      rows,
      (row) => Math.min(today, Math.ceil(dueOn(row) + limit)),
      today,
      groups.length,
      (row) => Math.round(lateOf.get(row)?.lateDays ?? 0),
    )
  })
  return { signals, past: null, pastDays: 0, perYear: null, among: groups.length }
}

function signalOf(
  rule: AlertRule,
  group: WatchedGroup,
  rows: Uint32Array,
  crossedOn: (row: number) => number,
  today: number,
  among: number,
  daysOf: (row: number) => number,
): Signal[] {
  if (rows.length === 0) return []
  let [since, days] = [today, 0]
  for (const row of rows) {
    since = Math.min(since, crossedOn(row))
    days = Math.max(days, daysOf(row))
  }
  const figures = { what: rule.what, count: rows.length, least: 1, to: today, days, among }
  return [{ subject: group.subject, since, rows, figures }]
}

/**
 * Rules on the failures of a sliding window: as a number, as a rate, and of the same train and part. What an unchanging
 * fleet would show comes from the two years before the window; the level is shared equally among all that is looked at.
 */
import type { AlertRule } from '../../domain/alerts/alertRule'
import {
  expectedInWindow,
  fewestBeyond,
  isFullBeyond,
  windowCrossings,
  type RateGround,
} from '../../reliability/windowAlarms'
import type { AlertGround } from './alertGround'
import {
  CLEARED_AFTER_DAYS,
  REPLAY_DAYS,
  type AlertFigures,
  type ClearedOn,
  type RuleOutlook,
  type Signal,
} from './alertSignal'
import { clockOf, type Clock } from './windowClock'
import { trainsOfRule, watchedGroups, watchedPairs, type WatchedGroup, type WatchedPair } from './watchedGroups'

const EARLIER_DAYS = 730
const YEAR = 365

export function windowOutlook(ground: AlertGround, rule: AlertRule, clearedOn: ClearedOn): RuleOutlook {
  const { today, recorded } = ground
  const wanted = rule.what === 'rate' ? 'distance' : 'days'
  const { isDistance, groups } = groupsOf(ground, rule, wanted)
  // A rate agreed per distance says nothing about days.
  if (rule.what === 'rate' && rule.threshold !== undefined && !isDistance)
    return { signals: [], past: 0, pastDays: 0, perYear: null, among: 0 }
  const parts = partRates(ground, rule)
  const among = parts === null ? groups.length : parts.among
  const daysOf = ground.data.columns.number.occurredDay
  const explained = { now: new Uint8Array(daysOf.length), past: new Uint8Array(daysOf.length) }
  const signals: Signal[] = []
  let past = 0
  for (const group of groups) {
    const judge = new WindowJudge(ground, rule, group, clockOf(ground, group, isDistance), among, parts)
    const found = judge.signal(today, clearedOn(group.subject), explained.now)
    if (found !== null) signals.push(found)
    past += judge.replay(today - REPLAY_DAYS, today, explained.past)
  }
  return {
    signals,
    past,
    pastDays: Math.max(0, Math.min(REPLAY_DAYS, today + 1 - recorded.from)),
    perYear: parts === null ? chanceOfGroups(ground, rule, groups, isDistance) : parts.perYear,
    among,
  }
}

function groupsOf(
  ground: AlertGround,
  rule: AlertRule,
  wanted: 'distance' | 'days',
): { readonly isDistance: boolean; readonly groups: readonly WatchedGroup[] } {
  if (rule.what === 'recurrence') return { isDistance: false, groups: watchedPairs(ground, rule) }
  const isDistance = wanted === 'distance' && hasDistance(ground, rule)
  return { isDistance, groups: watchedGroups(ground, rule, isDistance) }
}

/** Whether the distance of the window is known well enough to be set against the earlier one. */
function hasDistance(ground: AlertGround, rule: AlertRule): boolean {
  const { today, recorded } = ground
  const [whole] = watchedGroups(ground, { ...rule, each: 'whole' })
  if (whole === undefined) return false
  const clock = clockOf(ground, whole, true)
  const start = today + 1 - rule.windowDays
  const [earlier, window] = [clock.between(recorded.from, start), clock.between(start, today + 1)]
  const days = start - recorded.from
  return window > 0 && (days <= 0 || window / rule.windowDays >= (0.5 * earlier) / days)
}

/** Of the same train and part: what the part shows on the mean train, and how many parts and trains are looked at. */
interface PartRates {
  readonly groundOf: (nodeId: string) => RateGround | null
  readonly among: number
  readonly perYear: number | null
  readonly leastOf: (nodeId: string) => number
}

function partRates(ground: AlertGround, rule: AlertRule): PartRates | null {
  if (rule.what !== 'recurrence') return null
  const { today, recorded, data } = ground
  const { windowDays, threshold } = rule
  const days = data.columns.number.occurredDay
  const start = today + 1 - windowDays
  const from = Math.max(recorded.from, start - EARLIER_DAYS)
  const trains = Math.max(1, trainsOfRule(data.fleet, rule).length)
  const nodes = watchedGroups(ground, { ...rule, each: 'node' })
  const grounds = new Map<string, RateGround>()
  const { failedNodeId } = data.columns.text
  for (const { rows, parts } of nodes) {
    const id = parts[0]?.id ?? ''
    let failures = 0
    for (const row of rows) {
      const day = days[row] ?? Number.NaN
      if (day >= from && day < start && failedNodeId.wordAt(failedNodeId.index[row] ?? 0) === id) failures += 1
    }
    if (start > from) grounds.set(id, { failures, exposure: (start - from) * trains, cluster: 1 })
  }
  const among = Math.max(1, grounds.size)
  const allowed = allowedOf(rule, among * trains, windowDays)
  const leastOf = (nodeId: string): number => {
    const of = grounds.get(nodeId)
    return threshold ?? (of === undefined ? Number.POSITIVE_INFINITY : fewestBeyond(windowDays, of, allowed))
  }
  let perYear = 0
  for (const [id, of] of grounds) perYear += windowCrossings(leastOf(id), windowDays, of) * YEAR * trains
  return {
    groundOf: (nodeId) => grounds.get(nodeId) ?? null,
    among: among * trains,
    perYear: grounds.size === 0 ? null : perYear,
    leastOf,
  }
}

/** Crossings allowed per unit of exposure, where the window holds `window` of it. */
const allowedOf = ({ falsePerYear = 0, windowDays }: AlertRule, among: number, window: number): number =>
  (falsePerYear / Math.max(1, among)) * (windowDays / (YEAR * window))

function chanceOfGroups(
  ground: AlertGround,
  rule: AlertRule,
  groups: readonly WatchedGroup[],
  isDistance: boolean,
): number | null {
  let [sum, known] = [0, 0]
  for (const group of groups) {
    const judge = new WindowJudge(ground, rule, group, clockOf(ground, group, isDistance), groups.length, null)
    const perYear = judge.perYearAtLeast(ground.today)
    if (perYear === null) continue
    sum += perYear
    known += 1
  }
  return known === 0 ? null : sum
}

/** One group under one rule, at any day. */
class WindowJudge {
  private readonly days: Float64Array
  private readonly cluster: number

  constructor(
    private readonly ground: AlertGround,
    private readonly rule: AlertRule,
    private readonly group: WatchedGroup,
    private readonly clock: Clock,
    private readonly among: number,
    private readonly parts: PartRates | null,
  ) {
    const { occurredDay } = ground.data.columns.number
    this.days = Float64Array.from(group.rows, (row) => occurredDay[row] ?? Number.NaN)
    const [from, to] = this.earlier(ground.today)
    this.cluster = parts === null ? clusterOf(this.days, clock, from, to) : 1
  }

  private earlier(end: number): readonly [from: number, to: number] {
    const to = end + 1 - this.rule.windowDays
    return [Math.max(this.ground.recorded.from, to - EARLIER_DAYS), to]
  }

  /** What the window ending with that day is set against; null where nothing is known. */
  private at(end: number): { readonly window: number; readonly ground: RateGround } | null {
    const { rule, clock } = this
    const [from, to] = this.earlier(end)
    const window = clock.between(to, end + 1)
    if (!(window > 0)) return null
    if (this.parts !== null) {
      const ground = this.parts.groundOf((this.group as WatchedPair).nodeId)
      return ground === null ? null : { window, ground }
    }
    if (rule.what === 'rate' && rule.threshold !== undefined) return { window, ground: { rate: rule.threshold / 1e6 } }
    const exposure = to > from ? clock.between(from, to) : 0
    if (!(exposure > 0) || exposure < window) return null
    const failures = firstFrom(this.days, to) - firstFrom(this.days, from)
    return { window, ground: { failures, exposure, cluster: this.cluster } }
  }

  private least(of: { readonly window: number; readonly ground: RateGround } | null): number | null {
    const { rule, among, parts, group } = this
    if (parts !== null) return parts.leastOf((group as WatchedPair).nodeId)
    if (rule.what === 'count' && rule.threshold !== undefined) return rule.threshold
    return of === null ? null : fewestBeyond(of.window, of.ground, allowedOf(rule, among, of.window))
  }

  /** Places of the failures of the window, those of the days up to the last clearing left out. */
  private inWindow(end: number, cleared: number): readonly [from: number, to: number] {
    const first = Math.max(end + 1 - this.rule.windowDays, cleared + 1)
    return [firstFrom(this.days, first), firstFrom(this.days, end + 1)]
  }

  signal(end: number, cleared: number, explained: Uint8Array): Signal | null {
    const { group, rule, clock } = this
    const [from, to] = this.inWindow(end, cleared)
    const of = this.at(end)
    const least = to - from < 1 ? null : this.least(of)
    if (least === null || to - from < least) return null
    const rows = group.rows.subarray(from, to)
    const own = unexplained(rows, explained)
    for (const row of rows) explained[row] = 1
    if (own < least) return null
    const figures: AlertFigures = {
      what: rule.what,
      count: rows.length,
      least,
      from: end + 1 - rule.windowDays,
      to: end,
      measure: clock.measure,
      among: this.among,
      ...(of === null ? {} : this.figuresOf(of, rows.length, end)),
    }
    return { subject: group.subject, since: this.days[from + least - 1] ?? end, rows, figures }
  }

  private figuresOf(
    { window, ground }: { readonly window: number; readonly ground: RateGround },
    count: number,
    end: number,
  ): Partial<AlertFigures> {
    const [from, to] = this.earlier(end)
    return {
      exposure: window,
      expected: expectedInWindow(window, ground),
      perYear: this.perYear(count, window, ground),
      ...('rate' in ground
        ? {}
        : {
            earlier: ground.failures,
            earlierExposure: ground.exposure,
            earlierDays: to - from,
            cluster: ground.cluster,
          }),
    }
  }

  private perYear(count: number, window: number, ground: RateGround): number {
    return windowCrossings(count, window, ground) * ((YEAR * window) / this.rule.windowDays)
  }

  /** How often a year chance alone makes this group speak. */
  perYearAtLeast(end: number): number | null {
    const of = this.at(end)
    const least = this.least(of)
    return of === null || least === null ? null : this.perYear(least, of.window, of.ground)
  }

  /** Episodes in (from, to], each taken to be cleared a week after it was raised. */
  replay(from: number, to: number, explained: Uint8Array): number {
    const { days, rule, group } = this
    let [episodes, cleared] = [0, Number.NEGATIVE_INFINITY]
    for (let at = firstFrom(days, from + 1); at < days.length; at += 1) {
      const day = days[at] ?? 0
      if (day > to || days[at + 1] === day) continue
      const [first] = this.inWindow(day, cleared)
      const count = at + 1 - first
      if (count < 1 || !this.speaksAt(day, count)) continue
      const rows = group.rows.subarray(first, at + 1)
      const own = unexplained(rows, explained)
      for (const row of rows) explained[row] = 1
      if (own < rows.length && (own === 0 || !this.speaksAt(day, own))) continue
      episodes += 1
      cleared = day + Math.min(CLEARED_AFTER_DAYS, rule.windowDays)
    }
    return episodes
  }

  private speaksAt(day: number, count: number): boolean {
    const { rule, parts, among, group } = this
    if (parts !== null) return count >= parts.leastOf((group as WatchedPair).nodeId)
    if (rule.what === 'count' && rule.threshold !== undefined) return count >= rule.threshold
    const of = this.at(day)
    return of !== null && isFullBeyond(count, of.window, of.ground, allowedOf(rule, among, of.window))
  }
}

/** What a part below has not spoken of already. */
function unexplained(rows: Uint32Array, explained: Uint8Array): number {
  let count = 0
  for (const row of rows) count += explained[row] === 1 ? 0 : 1
  return count
}

/** Place of the first day that is not before `day`. */
function firstFrom(days: Float64Array, day: number): number {
  let [from, to] = [0, days.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((days[middle] ?? 0) < day) from = middle + 1
    else to = middle
  }
  return from
}

const MONTH_DAYS = 30
const FEWEST_PERIODS = 4

/**
 * How many failures come together: the variance of the counts of months, or of longer periods where few are expected of a
 * month, over their mean; 1 where too few say anything.
 */
function clusterOf(days: Float64Array, clock: Clock, from: number, to: number): number {
  const failures = firstFrom(days, to) - firstFrom(days, from)
  const exposure = to > from ? clock.between(from, to) : 0
  const periods = Math.min(Math.floor((to - from) / MONTH_DAYS), failures)
  if (periods < FEWEST_PERIODS || !(exposure > 0)) return 1
  let [sum, counted] = [0, 0]
  for (let period = 0; period < periods; period += 1) {
    const start = from + Math.floor(((to - from) * period) / periods)
    const end = from + Math.floor(((to - from) * (period + 1)) / periods)
    const expected = (failures / exposure) * clock.between(start, end)
    if (!(expected > 0)) continue
    sum += (firstFrom(days, end) - firstFrom(days, start) - expected) ** 2 / expected
    counted += 1
  }
  return counted < FEWEST_PERIODS ? 1 : Math.max(1, sum / (counted - 1))
}

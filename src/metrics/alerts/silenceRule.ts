/**
 * Who has been silent for longer than their own rhythm explains. A silence can begin after each report, so that a site
 * that reports n times a year has n chances of a false alarm a year: the level is shared among all sites and their reports.
 */
import type { AlertRule } from '../../domain/alerts/alertRule'
import { subjectText } from '../../domain/alerts/alertSubject'
import { silenceChance } from '../../reliability/silenceChance'
import { keepRows, textAt } from '../failureColumns'
import { reportDays, type Reporting } from '../reports/reportDays'
import type { AlertGround } from './alertGround'
import { REPLAY_DAYS, type ClearedOn, type RuleOutlook, type Signal } from './alertSignal'

const YEAR = 365
/** The days before the last report that make the rhythm. */
const RHYTHM_DAYS = 2 * YEAR
/** With fewer reports there is no rhythm to break. */
const FEWEST_REPORTS = 5

interface Site {
  readonly id: string
  /** In order. */
  readonly days: Float64Array
}

export function silenceOutlook(ground: AlertGround, rule: AlertRule, clearedOn: ClearedOn): RuleOutlook {
  const { data, today, recorded } = ground
  const by: Reporting = rule.each === 'operator' ? 'operator' : 'depot'
  const sites = [...reportDays(data, by, today + 1)]
    .map(([id, days]): Site => ({ id, days }))
    .filter(({ days }) => days.length >= FEWEST_REPORTS && inLastYear(days) > 0)
  const among = Math.max(1, sites.length)
  const allowed = (rule.falsePerYear ?? 0) / among
  const past = sites.reduce((sum, { days }) => sum + pastSilences(days, allowed, today), 0)
  const outlook = {
    past,
    pastDays: Math.max(0, Math.min(REPLAY_DAYS, today + 1 - recorded.from)),
    perYear: sites.length === 0 ? null : (rule.falsePerYear ?? 0),
    among,
  }
  // Where nobody at all reports any more, the records have ended: that is one thing, and not one for each site.
  const all = { id: '', days: Float64Array.from(sites.flatMap(({ days }) => Array.from(days))).sort() }
  const ofAll = sites.length < 2 ? null : silenceOf(ground, rule, all, rule.falsePerYear ?? 0, among)
  const found =
    ofAll === null
      ? sites.flatMap((site) => silenceOf(ground, { ...rule, each: by }, site, allowed, among) ?? [])
      : [{ ...ofAll, subject: subjectText([{ kind: 'whole', id: '' }]) }]
  // Whoever has reported since the clearing and fallen silent again is news; the same silence is not.
  return {
    ...outlook,
    signals: found.filter(({ subject, figures }) => (figures.from ?? 0) > clearedOn(subject)),
  }
}

const inLastYear = (days: Float64Array): number => {
  const last = days.at(-1) ?? Number.NaN
  return days.reduce((count, day) => count + (day > last - YEAR ? 1 : 0), 0)
}

/** The chance of the whole silence is asked once for each that begins: with n a year, at a level of 1/n of the allowed ones. */
const levelOf = (days: Float64Array, allowed: number): number => Math.min(1, allowed / Math.max(1, inLastYear(days)))

const rhythmOf = (days: Float64Array): readonly number[] => {
  const last = days.at(-1) ?? Number.NaN
  return Array.from(days.filter((day) => day > last - RHYTHM_DAYS))
}

function silenceOf(
  { data, today }: AlertGround,
  rule: AlertRule,
  { id, days }: Site,
  allowed: number,
  among: number,
): Signal | null {
  const last = days.at(-1) ?? Number.NaN
  const silent = today - last
  const level = levelOf(days, allowed)
  const rhythm = rhythmOf(days)
  const chance = silenceChance(rhythm, RHYTHM_DAYS, Math.max(0, silent))
  if (chance > level) return null
  const yearly = inLastYear(days)
  const { columns } = data
  const written = rule.each === 'operator' ? 'customerId' : 'depotId'
  const ofTrain = rule.each === 'operator' ? 'operatorId' : 'depotId'
  const siteOf = (row: number): string =>
    textAt(columns, written, row) || (data.fleet.trains.get(textAt(columns, 'trainId', row))?.[ofTrain] ?? '')
  const rows = keepRows(data.live, (row) => {
    const day = columns.number.occurredDay[row] ?? Number.NaN
    return day > last - YEAR && day <= last && (id === '' || siteOf(row) === id)
  })
  return {
    subject: subjectText([{ kind: rule.each === 'operator' ? 'operator' : 'depot', id }]),
    since: last + firstTooLong(rhythm, level, silent),
    rows,
    figures: {
      what: rule.what,
      count: rows.length,
      from: last + 1,
      to: today,
      days: silent,
      yearly,
      expected: (yearly / YEAR) * silent,
      chance,
      perYear: chance * yearly,
      among,
    },
  }
}

/** After how many days of silence it speaks. */
function firstTooLong(rhythm: readonly number[], level: number, silent: number): number {
  let [from, to] = [0, silent]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (silenceChance(rhythm, RHYTHM_DAYS, middle) <= level) to = middle
    else from = middle + 1
  }
  return from
}

/** Silences of the last two years that were over, and would have been too long by the rhythm before them. */
function pastSilences(days: Float64Array, allowed: number, today: number): number {
  let [count, yearAgo] = [0, 0]
  for (let at = FEWEST_REPORTS; at < days.length; at += 1) {
    const [last = 0, next = 0] = [days[at - 1], days[at]]
    while ((days[yearAgo] ?? last) <= last - YEAR) yearAgo += 1
    if (next <= today - REPLAY_DAYS) continue
    const silent = next - last - 1
    const yearly = at - yearAgo
    // Shorter than three mean gaps is no silence, and hardly any gap is longer.
    if (silent * yearly < 3 * YEAR) continue
    const level = Math.min(1, allowed / Math.max(1, yearly))
    if (silenceChance(rhythmOf(days.subarray(0, at)), RHYTHM_DAYS, silent) <= level) count += 1
  }
  return count
}

/** Which sites have handed in failure reports in a period, and whose silence is longer than chance explains. */
import type { FieldData } from '../fieldData'
import { silenceChance } from '../../reliability/silenceChance'
import type { Period } from '../recordedPeriod'
import type { Scope } from '../scope'
import { reportDays } from './reportDays'

/** Reports a year are counted over this many days before the silence began; the chance of it over twice as many. */
const RHYTHM_DAYS = 365
/** In so many reports at most, over all their sites, a site is named that reports on as before. */
export const WRONGLY_NAMED = 0.05

export type HandInVerdict = 'handed-in' | 'missing' | 'quiet' | 'no-rhythm'

export interface SiteHandIn {
  readonly depotId: string
  readonly label: string
  /** Reports of the period. */
  readonly reports: number
  /** Day of the last report up to the end of the period; null when there never was one. */
  readonly lastDay: number | null
  /** Days without a report up to the end of the period. */
  readonly silentDays: number | null
  /** Reports a year at its usual rhythm. */
  readonly yearly: number
  /** Reports to be expected during the silence at that rhythm. */
  readonly expected: number
  /** Of so long a silence, at any moment, had nothing changed; null where it is not silent or never reported. */
  readonly chance: number | null
  readonly verdict: HandInVerdict
}

/**
 * Every depot with trains of the scope or reports. A depot without a report in the period is `missing` when so long a
 * silence would be rarer than 5 % shared among all depots that have a rhythm; else `quiet`.
 * Every report counts, whatever its part or its verdict: this is about handing in.
 */
export function handIns(
  data: FieldData,
  scope: Scope,
  from: number,
  to: number,
  labelOf: (depotId: string) => string,
): readonly SiteHandIn[] {
  const { fleet } = data
  const isWanted = (depot: string): boolean =>
    depot !== '' && (scope.depotIds.length === 0 || scope.depotIds.includes(depot))
  const isOfType = (train: string): boolean =>
    scope.vehicleTypes.length === 0 || scope.vehicleTypes.includes(fleet.trains.get(train)?.vehicleType ?? '')
  const reported = reportDays(data, 'depot', to, (train, depot) => isWanted(depot) && isOfType(train))
  const silentFromTheStart = [...fleet.trains.values()].flatMap(({ id, depotId: depot = '' }) =>
    isWanted(depot) && isOfType(id) && !reported.has(depot) ? [[depot, new Float64Array()] as const] : [],
  )
  const inOrder = [...reported, ...new Map(silentFromTheStart)]
  const withRhythm = inOrder.filter(([, reported]) => reported.length > 1).length
  const level = WRONGLY_NAMED / Math.max(1, withRhythm)
  return inOrder
    .map(([depot, reported]) => handInOf(depot, labelOf(depot), reported, level, { from, to }))
    .sort(
      (a, b) =>
        VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
        b.expected - a.expected ||
        a.label.localeCompare(b.label),
    )
}

const VERDICTS: readonly HandInVerdict[] = ['missing', 'quiet', 'no-rhythm', 'handed-in']

/** @param reported days, in order */
function handInOf(
  depotId: string,
  label: string,
  reported: Float64Array,
  level: number,
  { from, to }: Period,
): SiteHandIn {
  const lastDay = reported.at(-1)
  const reports = reported.filter((day) => day >= from).length
  const site = { depotId, label, reports }
  if (lastDay === undefined)
    return { ...site, lastDay: null, silentDays: null, yearly: 0, expected: 0, chance: null, verdict: 'no-rhythm' }
  const yearly = reported.filter((day) => day > lastDay - RHYTHM_DAYS).length
  const silentDays = to - 1 - lastDay
  const expected = (yearly / RHYTHM_DAYS) * silentDays
  const chance = reports > 0 ? null : silenceChance(Array.from(reported), 2 * RHYTHM_DAYS, silentDays)
  return {
    ...site,
    lastDay,
    silentDays,
    yearly,
    expected,
    chance,
    verdict: chance === null ? 'handed-in' : chance <= level ? 'missing' : 'quiet',
  }
}

/** Which sites have handed in failure reports in a period, and whose silence is longer than chance explains. */
import type { FieldData } from '../fieldData'
import type { Scope } from '../scope'

/** A site's usual rhythm is taken from this many days before its silence began. */
const RHYTHM_DAYS = 365
/** So many reports should have come during the silence; by chance none comes with a probability of e⁻³ = 5 %. */
export const EXPECTED_BEFORE_MISSING = 3

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
  readonly verdict: HandInVerdict
}

/**
 * Every depot with trains of the scope or reports. A depot without a report in the period is `missing` when, at the
 * rhythm of the 365 days up to its last report, three or more should have come since; `quiet` when fewer.
 * Every report counts, whatever its part or its verdict: this is about handing in.
 */
export function handIns(
  { columns, live, fleet }: FieldData,
  scope: Scope,
  from: number,
  to: number,
  labelOf: (depotId: string) => string,
): readonly SiteHandIn[] {
  const { depotId, trainId } = columns.text
  const days = columns.number.occurredDay
  const isWanted = (depot: string): boolean =>
    depot !== '' && (scope.depotIds.length === 0 || scope.depotIds.includes(depot))
  const isOfType = (train: string): boolean =>
    scope.vehicleTypes.length === 0 || scope.vehicleTypes.includes(fleet.trains.get(train)?.vehicleType ?? '')
  const daysOf = new Map<string, number[]>()
  for (const { id, depotId: depot = '' } of fleet.trains.values())
    if (isWanted(depot) && isOfType(id) && !daysOf.has(depot)) daysOf.set(depot, [])
  for (const row of live) {
    const train = trainId.words[trainId.index[row] ?? 0] ?? ''
    const depot = (depotId.words[depotId.index[row] ?? 0] ?? '') || (fleet.trains.get(train)?.depotId ?? '')
    const day = days[row] ?? Number.NaN
    if (!isWanted(depot) || !isOfType(train) || !(day < to)) continue
    const known = daysOf.get(depot)
    if (known === undefined) daysOf.set(depot, [day])
    else known.push(day)
  }
  return [...daysOf]
    .map(([depot, reported]) => handInOf(depot, labelOf(depot), reported, from, to))
    .sort(
      (a, b) =>
        VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
        b.expected - a.expected ||
        a.label.localeCompare(b.label),
    )
}

const VERDICTS: readonly HandInVerdict[] = ['missing', 'quiet', 'no-rhythm', 'handed-in']

function handInOf(depotId: string, label: string, reported: readonly number[], from: number, to: number): SiteHandIn {
  let [reports, lastDay] = [0, Number.NEGATIVE_INFINITY]
  for (const day of reported) {
    if (day >= from) reports += 1
    if (day > lastDay) lastDay = day
  }
  if (lastDay === Number.NEGATIVE_INFINITY)
    return { depotId, label, reports, lastDay: null, silentDays: null, yearly: 0, expected: 0, verdict: 'no-rhythm' }
  const yearly = reported.filter((day) => day > lastDay - RHYTHM_DAYS).length
  const silentDays = to - 1 - lastDay
  const expected = (yearly / RHYTHM_DAYS) * silentDays
  return {
    depotId,
    label,
    reports,
    lastDay,
    silentDays,
    yearly,
    expected,
    verdict: reports > 0 ? 'handed-in' : expected >= EXPECTED_BEFORE_MISSING ? 'missing' : 'quiet',
  }
}

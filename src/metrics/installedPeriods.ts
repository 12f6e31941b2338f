/** On which trains a serial-numbered item ran, and how far, from what is on record about it. */
import { lifeLine, type LifeEvent, type InstalledPeriod } from '../domain/installations'
import { dayNumber, isMoment, precisionOf, type Moment } from '../domain/moment'
import type { Fleet } from './fleet'
import type { Period } from './recordedPeriod'
import { exposureBetween } from './trainUsage'

export interface UnitLife {
  readonly serial: string
  readonly events: readonly LifeEvent[]
}

/** From the day it went on a train to the day it came off. */
export interface PeriodOnTrain extends Period {
  readonly trainId: string
}

const dayOf = (at: Moment): number | null => (isMoment(at) && precisionOf(at) !== 'year' ? dayNumber(at) : null)

/**
 * The installed periods whose beginning is on record. Of an item that is known only because it came off, those alike that never failed
 * are not known, and a rate of the failed ones alone would be no rate.
 */
export function periodsOnTrains(fleet: Fleet, { events }: UnitLife, period: Period): readonly PeriodOnTrain[] {
  const { installedPeriods, now } = lifeLine(events)
  return installedPeriods.flatMap((installedPeriod, at): PeriodOnTrain[] => {
    const { trainId } = installedPeriod.place
    const from = installedPeriod.from === null ? null : dayOf(installedPeriod.from.at)
    const to = endOf(
      installedPeriod,
      installedPeriods[at + 1],
      now.kind === 'installed' && now.since === installedPeriod.from,
      period,
    )
    return from === null || to === null || to <= from || !fleet.usage.has(trainId) ? [] : [{ trainId, from, to }]
  })
}

/** A period that nobody ended lasts until the item is seen elsewhere. */
function endOf(
  installedPeriod: InstalledPeriod,
  next: InstalledPeriod | undefined,
  isThere: boolean,
  period: Period,
): number | null {
  if (installedPeriod.to !== null) return dayOf(installedPeriod.to.at)
  if (isThere) return period.to
  return next === undefined ? null : dayOf((next.from ?? next.to)?.at ?? '')
}

export interface InstalledExposure {
  readonly km: number
  /** Share of the days on a train on which its distance is known; null when there was none. */
  readonly coverage: number | null
}

/** Distance of all installed periods together in [from, to). */
export function installedExposure(
  fleet: Fleet,
  installedPeriods: readonly PeriodOnTrain[],
  { from, to }: Period,
): InstalledExposure {
  let [km, known, service] = [0, 0, 0]
  for (const installedPeriod of installedPeriods) {
    const usage = fleet.usage.get(installedPeriod.trainId)
    const [start, end] = [Math.max(from, installedPeriod.from), Math.min(to, installedPeriod.to)]
    if (usage === undefined || end <= start) continue
    const exposure = exposureBetween(usage, start, end)
    km += exposure.km
    known += exposure.knownDays
    service += exposure.serviceDays
  }
  return { km, coverage: service === 0 ? null : Math.min(1, known / service) }
}

/** On which trains a serial-numbered item ran, and how far, from what is on record about it. */
import { lifeLine, type LifeEvent, type Stay } from '../domain/installations'
import { dayNumber, isMoment, precisionOf, type Moment } from '../domain/moment'
import type { Fleet } from './fleet'
import type { Period } from './recordedPeriod'
import { exposureBetween } from './trainUsage'

export interface UnitLife {
  readonly serial: string
  readonly events: readonly LifeEvent[]
}

/** From the day it went on a train to the day it came off. */
export interface TrainStay extends Period {
  readonly trainId: string
}

const dayOf = (at: Moment): number | null => (isMoment(at) && precisionOf(at) !== 'year' ? dayNumber(at) : null)

/**
 * The stays whose beginning is on record. Of an item that is known only because it came off, those alike that never failed
 * are not known, and a rate of the failed ones alone would be no rate.
 */
export function staysOnTrains(fleet: Fleet, { events }: UnitLife, period: Period): readonly TrainStay[] {
  const { stays, now } = lifeLine(events)
  return stays.flatMap((stay, at): TrainStay[] => {
    const { trainId } = stay.place
    const from = stay.from === null ? null : dayOf(stay.from.at)
    const to = endOf(stay, stays[at + 1], now.kind === 'installed' && now.since === stay.from, period)
    return from === null || to === null || to <= from || !fleet.usage.has(trainId) ? [] : [{ trainId, from, to }]
  })
}

/** A stay that nobody ended lasts until the item is seen elsewhere. */
function endOf(stay: Stay, next: Stay | undefined, isThere: boolean, period: Period): number | null {
  if (stay.to !== null) return dayOf(stay.to.at)
  if (isThere) return period.to
  return next === undefined ? null : dayOf((next.from ?? next.to)?.at ?? '')
}

export interface StayExposure {
  readonly km: number
  /** Share of the days on a train on which its distance is known; null when there was none. */
  readonly coverage: number | null
}

/** Distance of all stays together in [from, to). */
export function stayExposure(fleet: Fleet, stays: readonly TrainStay[], { from, to }: Period): StayExposure {
  let [km, known, service] = [0, 0, 0]
  for (const stay of stays) {
    const usage = fleet.usage.get(stay.trainId)
    const [start, end] = [Math.max(from, stay.from), Math.min(to, stay.to)]
    if (usage === undefined || end <= start) continue
    const exposure = exposureBetween(usage, start, end)
    km += exposure.km
    known += exposure.knownDays
    service += exposure.serviceDays
  }
  return { km, coverage: service === 0 ? null : Math.min(1, known / service) }
}

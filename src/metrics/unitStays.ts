/** On which trains a serial-numbered item ran, and how far, from what is on record about it. */
import { lifeLine, type LifeEvent, type Stay } from '../domain/installations'
import { dayNumber, isMoment, precisionOf, type Moment } from '../domain/moment'
import type { Fleet } from './fleet'
import type { Period } from './recordedPeriod'
import { exposureBetween } from './trainUsage'

export interface UnitLife {
  readonly serial: string
  readonly events: readonly LifeEvent[]
  /** Trains on which failures name it. */
  readonly seenOn: readonly string[]
}

export interface TrainStay extends Period {
  readonly trainId: string
  /** Nobody wrote down when it went on: taken to have been there since the train went into service. */
  readonly isAssumed: boolean
}

const dayOf = (at: Moment): number | null => (isMoment(at) && precisionOf(at) !== 'year' ? dayNumber(at) : null)

/**
 * An item of which no installation or removal is on record, but whose failures name one train, is taken to have been on
 * it all the time; what names two trains and no change between them is left out.
 */
export function staysOnTrains(fleet: Fleet, { events, seenOn }: UnitLife, period: Period): readonly TrainStay[] {
  const { stays, now } = lifeLine(events)
  if (stays.length === 0) {
    const [only, second] = seenOn
    const since = only === undefined || second !== undefined || events.length > 0 ? null : startOn(fleet, only)
    return only === undefined || since === null ? [] : [{ trainId: only, from: since, to: period.to, isAssumed: true }]
  }
  const found: TrainStay[] = []
  let free = Number.NEGATIVE_INFINITY
  for (const [at, stay] of stays.entries()) {
    const { trainId } = stay.place
    const start = startOn(fleet, trainId)
    const since = stay.from === null ? null : dayOf(stay.from.at)
    const until = endOf(stay, stays[at + 1], now.kind === 'installed' && now.since === stay.from, period)
    if (start === null || until === null) continue
    const from = Math.max(since ?? start, free)
    if (until > from) found.push({ trainId, from, to: until, isAssumed: since === null })
    free = Math.max(free, until)
  }
  return found
}

function startOn(fleet: Fleet, trainId: string): number | null {
  const usage = fleet.usage.get(trainId)
  return usage === undefined || usage.km.length === 0 ? null : (usage.inServiceFrom ?? usage.firstDay)
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

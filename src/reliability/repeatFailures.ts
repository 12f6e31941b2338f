import type { NotEstimable } from './notEstimable'

/** One failure; `key` is what makes two failures "the same again": a mode, a position, a BOM node. */
export type RepeatEvent = {
  readonly id: string
  readonly asset: string
  readonly key: string
  /** Days on any common scale. */
  readonly day: number
  /** Odometer of the asset, null when it was not read. */
  readonly km: number | null
}

/** Give one limit or both; a failure repeats when it is within either. Limits belong to the window. */
export type RepeatWindow = { readonly days?: number; readonly km?: number }

export type Repeat = {
  readonly id: string
  readonly previousId: string
  readonly days: number
  readonly km: number | null
  readonly within: 'days' | 'km' | 'both'
}

export type RepeatFailures = {
  readonly status: 'estimated'
  readonly total: number
  /** In time order. */
  readonly repeats: readonly Repeat[]
  readonly share: number
  /** Days from the previous event to each repeat, ascending; empty when nothing repeated. */
  readonly daysToRepeat: readonly number[]
  readonly medianDays: number | null
}

/**
 * Which failures came back: same asset and same key, close after the immediately preceding such event.
 * Events on the same day are zero days apart, in the order given.
 * The distance counts only where both odometers are known and the later is not the smaller.
 *
 * @returns `no-failures` when there are no events
 * @throws  RangeError when the window has no limit or a negative one, or a day or odometer is not a number
 * @source  a definition, not an estimate: the window is asked for and always shown beside the share
 */
export function repeatFailures(
  events: readonly RepeatEvent[],
  window: RepeatWindow,
): RepeatFailures | NotEstimable<'no-failures'> {
  refuseNoLimit(window)
  for (const event of events) refuseUnread(event)
  if (events.length === 0) return { status: 'not-estimable', reason: 'no-failures' }

  const previous = new Map<string, RepeatEvent>()
  const repeats: Repeat[] = []
  for (const event of [...events].sort((a, b) => a.day - b.day)) {
    // The length in front keeps two assets apart whatever their names and keys are.
    const same = `${event.asset.length}:${event.asset}${event.key}`
    const before = previous.get(same)
    const repeat = before && repeatOf(before, event, window)
    if (repeat) repeats.push(repeat)
    previous.set(same, event)
  }
  const daysToRepeat = repeats.map(({ days }) => days).sort((a, b) => a - b)
  return {
    status: 'estimated',
    total: events.length,
    repeats,
    share: repeats.length / events.length,
    daysToRepeat,
    medianDays: medianOf(daysToRepeat),
  }
}

/**
 * Is a failure a repeat of the one just before it, of the same asset and key?
 * @param before not later than `event`
 * @returns      null when neither limit holds
 * @throws       RangeError as `repeatFailures` does
 */
export function repeatOf(before: DatedEvent, event: DatedEvent, window: RepeatWindow): Repeat | null {
  refuseNoLimit(window)
  refuseUnread(before)
  refuseUnread(event)
  const days = event.day - before.day
  const km = event.km !== null && before.km !== null && event.km >= before.km ? event.km - before.km : null
  const soon = window.days !== undefined && days <= window.days
  const near = window.km !== undefined && km !== null && km <= window.km
  if (!soon && !near) return null
  return { id: event.id, previousId: before.id, days, km, within: soon && near ? 'both' : soon ? 'days' : 'km' }
}

type DatedEvent = Pick<RepeatEvent, 'id' | 'day' | 'km'>

function refuseNoLimit({ days, km }: RepeatWindow): void {
  const limits = [days, km].filter((limit) => limit !== undefined)
  if (limits.length === 0 || limits.some((limit) => !(limit >= 0)))
    throw new RangeError('the window needs a limit of 0 or more')
}

function refuseUnread({ id, day, km }: DatedEvent): void {
  if (!Number.isFinite(day)) throw new RangeError(`day ${day} of ${id} is not a number`)
  if (km !== null && !Number.isFinite(km)) throw new RangeError(`odometer ${km} of ${id} is not a number`)
}

function medianOf(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/**
 * How far each train ran on each day, from whatever readings exist: odometer readings, kilometres per month, yearly
 * totals. A reading is a statement "between these two days it ran so many kilometres". The shortest statements are
 * believed first and spread evenly over their days; a longer statement fills only the days nobody has spoken of with
 * what is left of it. So a yearly total bridges a missing month, and between two odometer readings the result is
 * the linear interpolation of `domain.md`'s exposure rule.
 */
import { dayNumber } from '../domain/moment'

export interface UsageStatement {
  /** First day covered (day number). */
  readonly from: number
  /** First day no longer covered. */
  readonly to: number
  readonly km: number
  readonly isEstimate: boolean
}

export interface UsageSource {
  readonly basis?: string
  readonly value?: number
  readonly from?: string
  readonly at?: string
  readonly source?: string
  readonly isReset?: boolean
}

export interface TrainUsage {
  /** Day number of `km[0]`; the first day of service when it is known. */
  readonly firstDay: number
  /** Kilometres per day; days nobody has spoken of hold 0 and are not `known`. */
  readonly km: Float64Array
  readonly known: Uint8Array
  /** Running sums: `kmBefore[i]` is the distance of all days before day i. */
  readonly kmBefore: Float64Array
  readonly knownBefore: Uint32Array
  readonly inServiceFrom: number | null
  /** First day on which it no longer ran for good; null while it is in service. */
  readonly outOfServiceFrom: number | null
  /** Odometer readings that no odometer can have shown between the others; left out of the sum and shown. */
  readonly slips: readonly UsageStatement[]
  /** Statements that cannot be true beside shorter ones (more than 2 % and 500 km apart): shown, never silently mended. */
  readonly contradictions: readonly UsageStatement[]
}

/** Readings are extrapolated at most this far, at the mean rate of the last known days, and never count as covered. */
export const LONGEST_EXTRAPOLATION_DAYS = 31

const TOLERANCE_SHARE = 0.02
const TOLERANCE_KM = 500

/** No train runs further in a day: 24 hours at 210 km/h. A reading that would need more is not believed. */
export const LONGEST_DAY_KM = 5000

interface OdometerReading {
  readonly day: number
  readonly km: number
  readonly isEstimate: boolean
  readonly isReset: boolean
}

/**
 * The longest run of readings that one odometer can have shown: never falling (unless it was reset) and never faster
 * than a train can run. What is left over is a slip of the pen, such as a lost digit; it is reported, not averaged in.
 * @param readings in the order of their days
 */
function believable(readings: readonly OdometerReading[]): {
  readonly kept: readonly OdometerReading[]
  readonly slips: readonly OdometerReading[]
} {
  const length = readings.map(() => 1)
  const before = readings.map(() => -1)
  for (const [at, reading] of readings.entries())
    for (let earlier = 0; earlier < at; earlier += 1) {
      const previous = readings[earlier]
      if (previous === undefined) continue
      const km = reading.km - previous.km
      const follows = reading.isReset || (km >= 0 && km <= LONGEST_DAY_KM * (reading.day - previous.day))
      if (follows && (length[earlier] ?? 0) + 1 > (length[at] ?? 0)) {
        length[at] = (length[earlier] ?? 0) + 1
        before[at] = earlier
      }
    }
  const kept = new Set<number>()
  for (let at = length.indexOf(Math.max(...length)); at >= 0; at = before[at] ?? -1) kept.add(at)
  return { kept: readings.filter((_, at) => kept.has(at)), slips: readings.filter((_, at) => !kept.has(at)) }
}

/** Readings of one train as statements; cumulative readings give one statement per pair of neighbours. */
export function usageStatements(
  readings: readonly UsageSource[],
  serviceDay: number | null,
): { readonly statements: readonly UsageStatement[]; readonly slips: readonly UsageStatement[] } {
  const statements: UsageStatement[] = []
  const odometer: OdometerReading[] = []
  for (const reading of readings) {
    if (reading.value === undefined || reading.at === undefined) continue
    const isEstimate = reading.source === 'estimate'
    const to = dayNumber(reading.at) + 1
    if (reading.basis === 'distance') {
      const from = Math.max(
        reading.from === undefined ? to - 1 : dayNumber(reading.from),
        serviceDay ?? Number.NEGATIVE_INFINITY,
      )
      if (to > from) statements.push({ from, to, km: reading.value, isEstimate })
    } else odometer.push({ day: to, km: reading.value, isEstimate, isReset: reading.isReset === true })
  }
  if (serviceDay !== null && odometer.length > 0)
    odometer.push({ day: serviceDay, km: 0, isEstimate: false, isReset: false })
  // On the day of a change of odometers the old one was read before the new one.
  odometer.sort((a, b) => a.day - b.day || Number(a.isReset) - Number(b.isReset) || a.km - b.km)
  const { kept, slips } = believable(odometer)
  for (const [at, next] of kept.entries()) {
    const previous = kept[at - 1]
    if (previous === undefined || next.day <= previous.day || next.isReset) continue
    statements.push({
      from: previous.day,
      to: next.day,
      km: next.km - previous.km,
      isEstimate: next.isEstimate || previous.isEstimate,
    })
  }
  return { statements, slips: slips.map(({ day, km, isEstimate }) => ({ from: day - 1, to: day, km, isEstimate })) }
}

/** Distance and known days before each day, so that any stretch is one subtraction. */
function sumsBefore(km: Float64Array, known: Uint8Array): Pick<TrainUsage, 'kmBefore' | 'knownBefore'> {
  const kmBefore = new Float64Array(km.length + 1)
  const knownBefore = new Uint32Array(km.length + 1)
  for (let day = 0; day < km.length; day += 1) {
    kmBefore[day + 1] = (kmBefore[day] ?? 0) + (km[day] ?? 0)
    knownBefore[day + 1] = (knownBefore[day] ?? 0) + (known[day] ?? 0)
  }
  return { kmBefore, knownBefore }
}

/** @param retiredDay the day it was taken out of service for good: nothing is expected of it from then on */
export function trainUsage(
  readings: readonly UsageSource[],
  serviceDay: number | null,
  retiredDay: number | null = null,
): TrainUsage {
  const { statements, slips } = usageStatements(readings, serviceDay)
  const first = Math.min(serviceDay ?? Number.POSITIVE_INFINITY, ...statements.map((statement) => statement.from))
  const last = Math.max(...statements.map((statement) => statement.to))
  const days = Number.isFinite(first) && Number.isFinite(last) ? Math.max(0, last - first) : 0
  const km = new Float64Array(days)
  const known = new Uint8Array(days)
  const contradictions: UsageStatement[] = []

  const shortestFirst = [...statements].sort(
    (a, b) => a.to - a.from - (b.to - b.from) || Number(a.isEstimate) - Number(b.isEstimate) || a.from - b.from,
  )
  for (const statement of shortestFirst) {
    let spoken = 0
    let open = 0
    for (let day = statement.from - first; day < statement.to - first; day += 1) {
      spoken += km[day] ?? 0
      open += known[day] === 1 ? 0 : 1
    }
    const rest = statement.km - spoken
    if (
      rest < -Math.max(TOLERANCE_KM, statement.km * TOLERANCE_SHARE) ||
      (open === 0 && Math.abs(rest) > Math.max(TOLERANCE_KM, statement.km * TOLERANCE_SHARE))
    )
      contradictions.push(statement)
    const perDay = open === 0 ? 0 : Math.max(0, rest) / open
    for (let day = statement.from - first; day < statement.to - first; day += 1) {
      if (known[day] === 1) continue
      km[day] = perDay
      known[day] = 1
    }
  }

  return {
    firstDay: Number.isFinite(first) ? first : 0,
    km,
    known,
    ...sumsBefore(km, known),
    inServiceFrom: serviceDay,
    outOfServiceFrom: retiredDay,
    slips,
    contradictions,
  }
}

export interface Exposure {
  readonly km: number
  /** Kilometres of `km` that lie beyond the last reading. */
  readonly extrapolatedKm: number
  readonly knownDays: number
  /** Days of the window on which the train was in service, as far as that is known. */
  readonly serviceDays: number
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** What one train ran in [from, to), and on how many of its service days that is known. */
export function exposureBetween(usage: TrainUsage, from: number, to: number): Exposure {
  const days = usage.km.length
  const start = clamp(from - usage.firstDay, 0, days)
  const end = clamp(to - usage.firstDay, 0, days)
  const km = (usage.kmBefore[end] ?? 0) - (usage.kmBefore[start] ?? 0)
  const knownDays = (usage.knownBefore[end] ?? 0) - (usage.knownBefore[start] ?? 0)

  const serviceStart = Math.max(from, usage.inServiceFrom ?? (days > 0 ? usage.firstDay : from))
  const serviceEnd = Math.min(to, usage.outOfServiceFrom ?? to)
  const serviceDays = Math.max(0, serviceEnd - serviceStart)

  const lastDay = usage.firstDay + days
  const beyond =
    days === 0
      ? 0
      : clamp(
          Math.min(serviceEnd, lastDay + LONGEST_EXTRAPOLATION_DAYS) - Math.max(from, lastDay),
          0,
          LONGEST_EXTRAPOLATION_DAYS,
        )
  const recent = Math.min(days, 92)
  const recentKnown = (usage.knownBefore[days] ?? 0) - (usage.knownBefore[days - recent] ?? 0)
  const recentKm = (usage.kmBefore[days] ?? 0) - (usage.kmBefore[days - recent] ?? 0)
  const extrapolatedKm = beyond === 0 || recentKnown === 0 ? 0 : (recentKm / recentKnown) * beyond
  return { km: km + extrapolatedKm, extrapolatedKm, knownDays, serviceDays }
}

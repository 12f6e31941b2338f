/** The question every figure answers: which node, which period, which trains, what counts. */
import { dateOfDay, dayNumber, isMoment, precisionOf } from '../domain/moment'
import { idAt, textAt, type FailureColumns } from './failureColumns'
import type { FieldData } from './fieldData'
import type { Fleet } from './fleet'
import { isShortDelay, JUDGED_BY, type Population, type Verdict } from './judgement'
import { partField, type PartBasis } from './partBasis'
import { exposureBetween } from './trainUsage'

export interface Scope {
  /** The node with everything below it; all products when not given. */
  readonly nodeId?: string
  /** First day counted and first day no longer counted (day numbers); open when not given. */
  readonly from?: number
  readonly to?: number
  readonly population: Population
  /** The part a failure counts at: the one analysis found, or the one reported. */
  readonly partBasis: PartBasis
  /** Empty: every type, depot. */
  readonly vehicleTypes: readonly string[]
  readonly depotIds: readonly string[]
  /** Ids of failures a person set aside to see what the figures are without them. */
  readonly without?: readonly string[]
}

export type Exclusion =
  | Exclude<Verdict, 'counted'>
  | 'set-aside'
  | 'date-unknown'
  | 'date-too-coarse'
  | 'train-unknown'
  | 'distance-unrecorded'
  | 'distance-unknown'

export interface ScopedRows {
  /** Rows that count, in the order of the columns. */
  readonly counted: Uint32Array
  readonly excluded: Readonly<Partial<Record<Exclusion, Uint32Array>>>
}

export const trainsInScope = (fleet: Fleet, scope: Scope): readonly string[] =>
  [...fleet.trains.values()]
    .filter(
      (train) =>
        (scope.vehicleTypes.length === 0 || scope.vehicleTypes.includes(train.vehicleType ?? '')) &&
        (scope.depotIds.length === 0 || scope.depotIds.includes(train.depotId ?? '')),
    )
    .map((train) => train.id)

/**
 * The rows of a scope, and those left out with the reason. Rows outside the node, the period or the chosen trains
 * are not "left out": nobody asked for them.
 */
export function rowsInScope({ columns, live, fleet }: FieldData, scope: Scope): ScopedRows {
  const inNode = nodeMask(columns, fleet, scope)
  const restrictsTrains = scope.vehicleTypes.length > 0 || scope.depotIds.length > 0
  const trains = new Set(trainsInScope(fleet, scope))
  const trainWords = columns.text.trainId
  const trainPasses = Uint8Array.from(trainWords.words, (word) =>
    word === '' ? (restrictsTrains ? 2 : 1) : trains.has(word) || (!restrictsTrains && !fleet.trains.has(word)) ? 1 : 0,
  )
  const verdictOf = verdicts(columns, scope.population)
  const nodeIndex = columns.text[partField(scope.partBasis)].index
  const days = columns.number.occurredDay
  const from = scope.from ?? Number.NEGATIVE_INFINITY
  const to = scope.to ?? Number.POSITIVE_INFINITY

  const setAside = rowsOf(columns, live, scope.without ?? [])

  const counted = new Uint32Array(live.length)
  let count = 0
  const excluded: Partial<Record<Exclusion, number[]>> = {}
  const leaveOut = (why: Exclusion, row: number): void => {
    const list = excluded[why]
    if (list === undefined) excluded[why] = [row]
    else list.push(row)
  }
  for (let at = 0; at < live.length; at += 1) {
    const row = live[at] ?? 0
    if (inNode !== null && inNode[nodeIndex[row] ?? 0] === 0) continue
    const train = trainPasses[trainWords.index[row] ?? 0]
    if (train === 0) continue
    const day = days[row] ?? Number.NaN
    if (day < from || day >= to) continue
    const placed = Number.isNaN(day) ? placeOfYear(columns, row, from, to) : 'inside'
    if (placed === 'outside') continue
    if (setAside.has(row)) leaveOut('set-aside', row)
    else if (placed !== 'inside') leaveOut(placed, row)
    else if (train === 2) leaveOut('train-unknown', row)
    else {
      const verdict = verdictOf(row)
      if (verdict === 'counted') {
        counted[count] = row
        count += 1
      } else leaveOut(verdict, row)
    }
  }
  return {
    counted: counted.slice(0, count),
    excluded: Object.fromEntries(Object.entries(excluded).map(([why, rows]) => [why, new Uint32Array(rows)])),
  }
}

/** The rows of some failures; none costs nothing. */
function rowsOf(columns: FailureColumns, live: Uint32Array, ids: readonly string[]): ReadonlySet<number> {
  if (ids.length === 0) return new Set()
  const wanted = new Set(ids)
  return new Set(live.filter((row) => wanted.has(idAt(columns, row))))
}

/**
 * Of some failures only the year is known. Such a one counts in a period that surely holds it: from the start of its
 * year to the end of it, or to the day it was repaired or closed in that year.
 */
function placeOfYear(
  columns: FailureColumns,
  row: number,
  from: number,
  to: number,
): 'inside' | 'outside' | 'date-unknown' | 'date-too-coarse' {
  const year = textAt(columns, 'occurredAt', row)
  if (!isMoment(year)) return 'date-unknown'
  const first = dayNumber(year)
  let end = dayNumber(String(Number(year) + 1))
  for (const field of ['repairedAt', 'closedAt'] as const) {
    const later = textAt(columns, field, row)
    if (isMoment(later) && precisionOf(later) !== 'year' && precisionOf(later) !== 'month') {
      const day = dayNumber(later)
      if (day >= first && day + 1 < end) end = day + 1
    }
  }
  if (first >= from && end <= to) return 'inside'
  return end <= from || first >= to ? 'outside' : 'date-too-coarse'
}

function nodeMask(columns: FailureColumns, fleet: Fleet, { nodeId, partBasis }: Scope): Uint8Array | null {
  if (nodeId === undefined) return null
  const nodes = new Set(nodeId === UNASSIGNED ? [''] : fleet.tree.withDescendants(nodeId))
  return Uint8Array.from(columns.text[partField(partBasis)].words, (word) =>
    nodes.has(word) || (nodeId === UNASSIGNED && !fleet.tree.nodes.has(word)) ? 1 : 0,
  )
}

/** The pseudo-node of failures whose part nobody has assigned to the tree. */
export const UNASSIGNED = 'unassigned'

/** Judging once per word instead of once per row: what one field says never depends on another. */
function verdicts(columns: FailureColumns, population: Population): (row: number) => Verdict {
  const steps = JUDGED_BY[population].map(({ field, verdict }) => {
    const { index, words } = columns.text[field]
    return {
      index,
      usual: words.map((word) => verdict(word, false)),
      afterShortDelay: words.map((word) => verdict(word, true)),
    }
  })
  const delays = columns.number.delayMin
  return (row) => {
    const isShort = isShortDelay(delays[row] ?? Number.NaN)
    for (const { index, usual, afterShortDelay } of steps) {
      const found = (isShort ? afterShortDelay : usual)[index[row] ?? 0] ?? 'counted'
      if (found !== 'counted') return found
    }
    return 'counted'
  }
}

export interface FleetExposure {
  readonly trains: number
  readonly trainKm: number
  readonly extrapolatedKm: number
  /** Share of the trains' service days in the window on which their distance is known; null when no train was in service. */
  readonly coverage: number | null
  readonly from: number
  readonly to: number
}

/** Train-kilometres of the scope's trains in [from, to), and how much of it is really known. */
export function fleetExposure(fleet: Fleet, trainIds: readonly string[], from: number, to: number): FleetExposure {
  let trainKm = 0
  let extrapolatedKm = 0
  let known = 0
  let service = 0
  for (const id of trainIds) {
    const usage = fleet.usage.get(id)
    if (usage === undefined) continue
    const exposure = exposureBetween(usage, from, to)
    trainKm += exposure.km
    extrapolatedKm += exposure.extrapolatedKm
    known += exposure.knownDays
    service += exposure.serviceDays
  }
  return {
    trains: trainIds.length,
    trainKm,
    extrapolatedKm,
    coverage: service === 0 ? null : Math.min(1, known / service),
    from,
    to,
  }
}

/** `2016-01-01 … 2016-12-31` of day numbers with an exclusive end. */
export const periodAsDates = (from: number, to: number): readonly [string, string] => [
  dateOfDay(from),
  dateOfDay(to - 1),
]

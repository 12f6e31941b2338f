/** Everything the page of one node shows, from one pass: KPIs, Pareto, trend, growth of failures over exposure, recurrence. */
import { addMonths, dateOfDay, dayNumber } from '../domain/moment'
import { exactRateChart } from '../reliability/exactRateChart'
import { laplaceTrend, type LaplaceTrend } from '../reliability/laplaceTrend'
import type { MtbfEstimate } from '../reliability/mtbf'
import type { NotEstimable } from '../reliability/notEstimable'
import type { UChart } from '../reliability/uChart'
import { cumulativeDays, rowsByDay, type CumulativeDay, type DayRows } from './cumulativeDays'
import { isRateInDoubt, withKnownDistance, withoutKnownDistance } from './distanceKnown'
import { eventsOverExposure } from './eventsOverExposure'
import type { AgeMeasure } from './age'
import { dailyKm } from './dailyKm'
import type { LabelOf } from './failureFilter'
import { keepRows } from './failureColumns'
import type { FieldData } from './fieldData'
import type { Fleet } from './fleet'
import { gapInRecords, type GapInRecords } from './gapInRecords'
import { mtbfOf, partExposure } from './nodeFigures'
import { nodeParetos, type ParetoBar, type ParetoDimension } from './nodeParetos'
import { rateRankings, type RankedBy, type RateRanking } from './rateRanking'
import { recurrence, type Recurrence, type RecurrenceQuestion } from './recurrence'
import { placesNamed, type PlacesNamed } from './placesNamed'
import { joinedRows } from './rowGroups'
import { recordedPeriod, rowsOutside, unrecordedDistance, type UnrecordedDistance } from './recordedPeriod'
import {
  fleetExposure,
  rowsInScope,
  trainsInScope,
  UNASSIGNED,
  type Exclusion,
  type FleetExposure,
  type Scope,
} from './scope'
import { suspectedDuplicates, type SuspectedDuplicates } from './suspectedDuplicates'
import { trainScatter, type TrainScatter } from './trainScatter'
import { inMillions } from '../reliability/perMillion'

export interface TrendMonth {
  readonly month: string
  readonly rows: Uint32Array
  readonly exposureKm: number
  /** The month is cut off by the period. */
  readonly isPartial: boolean
}

export interface NodeAnalysis {
  readonly scope: Scope
  readonly exposure: FleetExposure
  /** Known distance from before or after failures were on record, not counted because the period was left open. */
  readonly unrecorded: readonly UnrecordedDistance[]
  readonly quantity: number
  readonly exposureKm: number
  readonly counted: Uint32Array
  /** Of them, those a rate counts: on days whose distance is known. */
  readonly rated: Uint32Array
  /** The others: they stand beside the rate with their rows. */
  readonly withoutDistance: Uint32Array
  /** Failures without a train or a day may raise the rate by more than its interval hides. */
  readonly isRateInDoubt: boolean
  /** Counted failures of which only the year is known: in the totals, but in no month and no interval. */
  readonly undated: number
  readonly excluded: Readonly<Partial<Record<Exclusion, Uint32Array>>>
  readonly mtbf: MtbfEstimate | NotEstimable<string>
  /** Of the failures over the trains; null where nothing can be said. */
  readonly scatter: TrainScatter | null
  readonly paretos: Readonly<Record<ParetoDimension, readonly ParetoBar[]>>
  readonly trend: { readonly months: readonly TrendMonth[]; readonly chart: UChart | NotEstimable<string> }
  /** Over what the node has run, as growth is told, never over the calendar alone. */
  readonly laplace: LaplaceTrend | NotEstimable<string>
  /** What that trend is told by: distance, or days where none is known. */
  readonly clock: AgeMeasure
  /** A stretch without failures too long for chance. */
  readonly gap: GapInRecords | null
  /** Places that failures name against the number of such parts on a train; null where they fit. */
  readonly places: PlacesNamed | null
  /** Days with failures, in order. */
  readonly cumulative: readonly CumulativeDay[]
  /** Trains, depots, types and parts below against each other. */
  readonly rankings: Readonly<Record<RankedBy, RateRanking>>
  readonly recurrence: Recurrence | NotEstimable<string>
  /** May be one event written twice; counted until a person says so. */
  readonly duplicates: SuspectedDuplicates
  /** Distance between failures had the later of each such pair not been counted; null where there is none. */
  readonly mtbfWithoutDuplicates: MtbfEstimate | null
}

export function nodeAnalysis(
  data: FieldData,
  scope: Scope,
  question: RecurrenceQuestion,
  labelOf: LabelOf,
): NodeAnalysis {
  const { columns, fleet } = data
  const recorded = recordedPeriod(data, scope)
  const period = { from: recorded.from, to: recorded.to }
  const closed: Scope = { ...scope, ...period }
  const trains = trainsInScope(fleet, scope)
  const exposure = fleetExposure(fleet, trains, period.from, period.to)
  const isNode = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  const { quantity, exposureKm } = isNode
    ? partExposure(fleet, scope.nodeId, exposure.trainKm)
    : { quantity: 1, exposureKm: exposure.trainKm }
  const { counted, excluded } = rowsInScope(data, closed)
  const outside = rowsOutside(data, scope, recorded)
  const perTrainKm = exposure.trainKm > 0 ? exposureKm / exposure.trainKm : 0
  const daily = dailyKm(fleet, trains, period.from, period.to)

  const rated = withKnownDistance(data, counted)
  const days = columns.number.occurredDay
  const dated = keepRows(counted, (row) => !Number.isNaN(days[row]))
  const byDay = rowsByDay(
    columns,
    keepRows(rated, (row) => !Number.isNaN(days[row])),
  )
  const months = trendMonths(byDay, daily, period, perTrainKm)
  const repeated = recurrence(columns, dated, fleet, question, scope.partBasis, period)
  const duplicates = suspectedDuplicates(columns, dated, fleet, scope.partBasis, { question, found: repeated })
  const onClock = eventsOverExposure(data, scope, rated, period)
  const { measure, exposures, end } = onClock
  return {
    scope: closed,
    exposure,
    unrecorded: unrecordedDistance(fleet, scope, recorded),
    quantity,
    exposureKm,
    counted,
    undated: counted.length - dated.length,
    rated,
    withoutDistance: withoutKnownDistance(counted, rated),
    isRateInDoubt: isRateInDoubt(data, rated, exposure.coverage),
    excluded: outside.length === 0 ? excluded : { ...excluded, 'distance-unrecorded': outside },
    mtbf: mtbfOf(rated.length, exposureKm),
    scatter: trainScatter(data, trains, rated, period, perTrainKm),
    paretos: nodeParetos(columns, counted, fleet, scope, labelOf),
    trend: {
      months,
      chart: exactRateChart(
        months.map(({ rows, exposureKm }) => ({ count: rows.length, exposure: inMillions(exposureKm) })),
      ),
    },
    laplace:
      end > 0 ? laplaceTrend([{ events: exposures, end }], 'time') : { status: 'not-estimable', reason: 'no-events' },
    clock: measure,
    gap: gapInRecords(columns, onClock, period),
    places: isOnePart(fleet, scope) ? placesNamed(columns, counted, quantity) : null,
    cumulative: cumulativeDays(byDay, daily, period, perTrainKm),
    rankings: rateRankings(data, closed, { trains, rated, period, perTrainKm }, labelOf),
    recurrence: repeated,
    duplicates,
    mtbfWithoutDuplicates: mtbfWithout(rated, duplicates, exposureKm),
  }
}

/** A part without parts below it: those have places of their own. */
const isOnePart = ({ tree }: Fleet, { nodeId }: Scope): boolean =>
  nodeId !== undefined && tree.nodes.has(nodeId) && tree.childrenOf(nodeId).length === 0

function mtbfWithout(rated: Uint32Array, { rows }: SuspectedDuplicates, exposureKm: number): MtbfEstimate | null {
  const twice = new Set(rows)
  const kept = keepRows(rated, (row) => !twice.has(row))
  const estimate = mtbfOf(kept.length, exposureKm)
  return kept.length < rated.length && estimate.status === 'estimated' ? estimate : null
}

function trendMonths(
  byDay: readonly DayRows[],
  daily: Float64Array,
  period: { from: number; to: number },
  perTrainKm: number,
): readonly TrendMonth[] {
  if (period.to <= period.from) return []
  const first = dateOfDay(period.from).slice(0, 7)
  const last = dateOfDay(period.to - 1).slice(0, 7)
  const months: TrendMonth[] = []
  let at = 0
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    const start = dayNumber(month)
    const end = dayNumber(addMonths(month, 1))
    let km = 0
    for (let day = Math.max(start, period.from); day < Math.min(end, period.to); day += 1)
      km += daily[day - period.from] ?? 0
    const inMonth: Uint32Array[] = []
    for (let day = byDay[at]; day !== undefined && day.day < end; day = byDay[at]) {
      inMonth.push(day.rows)
      at += 1
    }
    months.push({
      month,
      rows: joinedRows(inMonth),
      exposureKm: km * perTrainKm,
      isPartial: start < period.from || end > period.to,
    })
  }
  return months
}

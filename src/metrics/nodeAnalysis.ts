/** Everything the page of one node shows, from one pass: KPIs, Pareto, trend, growth of failures over exposure, recurrence. */
import { addMonths, dateOfDay, dayNumber } from '../domain/moment'
import { laplaceTrend, type LaplaceTrend } from '../reliability/laplaceTrend'
import type { MtbfEstimate } from '../reliability/mtbf'
import type { NotEstimable } from '../reliability/notEstimable'
import { pareto } from '../reliability/pareto'
import { uChart, type UChart } from '../reliability/uChart'
import { sortRows, type LabelOf } from './failureFilter'
import { textAt, type FailureColumns, type TextField } from './failureColumns'
import type { Fleet } from './fleet'
import { mtbfOf, partExposure } from './nodeFigures'
import { recurrence, type Recurrence, type RecurrenceQuestion } from './recurrence'
import { fleetExposure, periodOf, rowsInScope, trainsInScope, UNASSIGNED, type Exclusion, type FleetExposure, type Scope } from './scope'
import { exposureBetween } from './trainUsage'

export const PARETO_DIMENSIONS = ['child', 'symptomCode', 'causeCat', 'trainId', 'depotId'] as const
export type ParetoDimension = (typeof PARETO_DIMENSIONS)[number]

/** A bar, a point, a slice: what it is called, and exactly the rows it stands for. */
export interface Mark {
  /** Stored word (code or id); empty where the field was left blank. */
  readonly word: string
  readonly label: string
  readonly rows: Uint32Array
}

export interface ParetoBar extends Mark {
  readonly share: number
  readonly cumulative: number
  readonly vital: boolean
}

export interface TrendMonth {
  readonly month: string
  readonly rows: Uint32Array
  readonly exposureKm: number
  /** The month is cut off by the period. */
  readonly isPartial: boolean
}

export interface CumulativePoint {
  /** Part-kilometres since the start of the period. */
  readonly exposureKm: number
  readonly failures: number
  readonly day: number
  readonly row: number
}

export interface NodeAnalysis {
  readonly scope: Scope
  readonly exposure: FleetExposure
  readonly quantity: number
  readonly exposureKm: number
  readonly counted: Uint32Array
  /** Counted failures of which only the year is known: in the totals, but in no month and no interval. */
  readonly undated: number
  readonly excluded: Readonly<Partial<Record<Exclusion, Uint32Array>>>
  readonly mtbf: MtbfEstimate | NotEstimable<string>
  readonly paretos: Readonly<Record<ParetoDimension, readonly ParetoBar[]>>
  readonly trend: { readonly months: readonly TrendMonth[]; readonly chart: UChart | NotEstimable<string> }
  readonly laplace: LaplaceTrend | NotEstimable<string>
  readonly cumulative: readonly CumulativePoint[]
  readonly recurrence: Recurrence | NotEstimable<string>
}

const KM_PER_RATE_UNIT = 1e6

export function nodeAnalysis(columns: FailureColumns, live: Uint32Array, fleet: Fleet, scope: Scope, question: RecurrenceQuestion, labelOf: LabelOf): NodeAnalysis {
  const period = periodOf(columns, live, fleet, scope)
  const closed: Scope = { ...scope, ...period }
  const trains = trainsInScope(fleet, scope)
  const exposure = fleetExposure(fleet, trains, period.from, period.to)
  const isNode = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  const { quantity, exposureKm } = isNode ? partExposure(fleet, scope.nodeId, exposure.trainKm) : { quantity: 1, exposureKm: exposure.trainKm }
  const { counted, excluded } = rowsInScope(columns, live, fleet, closed)
  const perTrainKm = exposure.trainKm > 0 ? exposureKm / exposure.trainKm : 0
  const daily = dailyKm(fleet, trains, period.from, period.to)

  const days = columns.number.occurredDay
  const dated = counted.filter((row) => !Number.isNaN(days[row]))
  const months = trendMonths(columns, dated, daily, period, perTrainKm)
  const length = period.to - period.from
  return {
    scope: closed,
    exposure,
    quantity,
    exposureKm,
    counted,
    undated: counted.length - dated.length,
    excluded,
    mtbf: mtbfOf(counted.length, exposureKm),
    paretos: {
      child: paretoBars(counted, childWord(columns, fleet, scope.nodeId), (word) => (word === '' ? '' : labelOf('bomNodeId', word))),
      symptomCode: paretoBars(counted, symptomWord(columns), (word) => (word.startsWith(AS_WRITTEN) ? `“${word.slice(1)}”` : word === '' ? '' : labelOf('symptomCode', word))),
      causeCat: paretoBars(counted, wordOfField(columns, 'causeCat'), (word) => (word === '' ? '' : labelOf('causeCat', word))),
      trainId: paretoBars(counted, wordOfField(columns, 'trainId'), (word) => (word === '' ? '' : labelOf('trainId', word))),
      depotId: paretoBars(counted, depotWord(columns, fleet), (word) => (word === '' ? '' : labelOf('depotId', word))),
    },
    trend: { months, chart: uChart(months.map(({ rows, exposureKm }) => ({ count: rows.length, exposure: exposureKm / KM_PER_RATE_UNIT }))) },
    laplace: length > 0 ? laplaceTrend([{ events: Array.from(dated, (row) => (days[row] ?? 0) - period.from + 0.5), end: length }], 'time') : { status: 'not-estimable', reason: 'no-events' },
    cumulative: cumulativePoints(columns, dated, daily, period, perTrainKm),
    recurrence: recurrence(columns, dated, fleet, question),
  }
}

const wordOfField = (columns: FailureColumns, field: TextField): ((row: number) => string) => {
  const { words, index } = columns.text[field]
  return (row) => words[index[row] ?? 0] ?? ''
}

function paretoBars(rows: Uint32Array, wordOf: (row: number) => string, labelOfWord: (word: string) => string): readonly ParetoBar[] {
  const groups = new Map<string, number[]>()
  for (const row of rows) {
    const word = wordOf(row)
    const group = groups.get(word)
    if (group === undefined) groups.set(word, [row])
    else group.push(row)
  }
  const ranked = pareto([...groups].map(([word, rows]) => ({ label: word, count: rows.length })))
  if (ranked.status === 'not-estimable') return []
  return ranked.rows.map(({ label: word, share, cumulative, vital }) => ({ word, label: labelOfWord(word), rows: new Uint32Array(groups.get(word) ?? []), share, cumulative, vital }))
}

/** Marks a symptom that is only described in words, so that no wording can be taken for a code. */
export const AS_WRITTEN = '\u0002'

/** The symptom code; where nobody gave one (legacy rows), the description as written, so that equal wordings group. */
function symptomWord(columns: FailureColumns): (row: number) => string {
  const { words, index } = columns.text.symptomCode
  return (row) => {
    const code = index[row] ?? 0
    if (code !== 0) return words[code] ?? ''
    const description = textAt(columns, 'description', row)
    return description === '' ? '' : AS_WRITTEN + description.replace(/[\s。；;.]+$/u, '').replace(/\s+/gu, '')
  }
}

/** For each row the child of the node (or the root) that its part hangs under; the node itself when it failed as such. */
function childWord(columns: FailureColumns, fleet: Fleet, nodeId: string | undefined): (row: number) => string {
  const { words, index } = columns.text.bomNodeId
  const childOf = words.map((word) => {
    const path = fleet.tree.pathOf(word).map((node) => node.id)
    if (path.length === 0) return ''
    const at = nodeId === undefined ? -1 : path.indexOf(nodeId)
    return path[at + 1] ?? word
  })
  return (row) => childOf[index[row] ?? 0] ?? ''
}

/** The depot written on the failure; where none is, the home depot of its train. */
function depotWord(columns: FailureColumns, fleet: Fleet): (row: number) => string {
  const { depotId, trainId } = columns.text
  const home = trainId.words.map((word) => fleet.trains.get(word)?.depotId ?? '')
  return (row) => depotId.words[depotId.index[row] ?? 0] || (home[trainId.index[row] ?? 0] ?? '')
}

/** Train-kilometres of all trains together, per day of the period. */
function dailyKm(fleet: Fleet, trains: readonly string[], from: number, to: number): Float64Array {
  const total = new Float64Array(Math.max(0, to - from))
  for (const id of trains) {
    const usage = fleet.usage.get(id)
    if (usage === undefined) continue
    const start = Math.max(from, usage.firstDay)
    const end = Math.min(to, usage.firstDay + usage.km.length)
    for (let day = start; day < end; day += 1) total[day - from] = (total[day - from] ?? 0) + (usage.km[day - usage.firstDay] ?? 0)
    const beyond = exposureBetween(usage, end, to).extrapolatedKm
    const last = Math.min(to, usage.firstDay + usage.km.length + 31)
    for (let day = Math.max(from, end); day < last; day += 1) total[day - from] = (total[day - from] ?? 0) + beyond / Math.max(1, last - Math.max(from, end))
  }
  return total
}

function trendMonths(columns: FailureColumns, counted: Uint32Array, daily: Float64Array, period: { from: number; to: number }, perTrainKm: number): readonly TrendMonth[] {
  if (period.to <= period.from) return []
  const first = dateOfDay(period.from).slice(0, 7)
  const last = dateOfDay(period.to - 1).slice(0, 7)
  const months: string[] = []
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month)
  const rows = new Map<string, number[]>(months.map((month) => [month, []]))
  const monthOfDay = new Map<number, string>()
  for (const row of counted) {
    const day = columns.number.occurredDay[row] ?? Number.NaN
    const month = monthOfDay.get(day) ?? dateOfDay(day).slice(0, 7)
    monthOfDay.set(day, month)
    rows.get(month)?.push(row)
  }
  return months.map((month) => {
    const start = dayNumber(month)
    const end = dayNumber(addMonths(month, 1))
    let km = 0
    for (let day = Math.max(start, period.from); day < Math.min(end, period.to); day += 1) km += daily[day - period.from] ?? 0
    return { month, rows: new Uint32Array(rows.get(month) ?? []), exposureKm: km * perTrainKm, isPartial: start < period.from || end > period.to }
  })
}

function cumulativePoints(columns: FailureColumns, counted: Uint32Array, daily: Float64Array, period: { from: number }, perTrainKm: number): readonly CumulativePoint[] {
  const days = columns.number.occurredDay
  const inOrder = sortRows(columns, counted, { field: 'occurredDay', descending: false }, (_, word) => word)
  const before = new Float64Array(daily.length + 1)
  for (let day = 0; day < daily.length; day += 1) before[day + 1] = (before[day] ?? 0) + (daily[day] ?? 0)
  return Array.from(inOrder, (row, at) => {
    const day = days[row] ?? 0
    const km = ((before[day - period.from] ?? 0) + (before[day - period.from + 1] ?? 0)) / 2
    return { exposureKm: km * perTrainKm, failures: at + 1, day, row }
  })
}

/**
 * What a report says, worked out once: the screen shows it, the workbook and the printed page write it down, a stored
 * report keeps its figures. A kind of report is only a choice of parts (`reportKinds.ts`).
 */
import { withKnownDistance } from '../distanceKnown'
import { exactRateChart } from '../../reliability/exactRateChart'
import type { MtbfEstimate } from '../../reliability/mtbf'
import type { NotEstimable } from '../../reliability/notEstimable'
import type { UChart } from '../../reliability/uChart'
import { dailyKm } from '../dailyKm'
import type { TrendMonth } from '../nodeAnalysis'
import type { TextField } from '../columnDescriptions'
import { keepRows, textAt, type FailureColumns } from '../failureColumns'
import type { FieldData } from '../fieldData'
import { sortRows, type LabelOf } from '../failureFilter'
import type { Fleet } from '../fleet'
import { mtbfOf, partExposure } from '../nodeFigures'
import { nodeParetos, type ParetoBar, type ParetoDimension } from '../nodeParetos'
import { partField, type PartBasis } from '../partBasis'
import { recordedPeriod, type Period, type RecordedPeriod } from '../recordedPeriod'
import { DEFAULT_RECURRENCE, recurrence, type RepeatPair } from '../recurrence'
import { groupingBy, groupRows } from '../rowGroups'
import { rowsInScope, trainsInScope, UNASSIGNED, type Scope } from '../scope'
import { exposureOf, periodFigures, type PeriodFigures } from './periodFigures'
import { ramLines, type RamLine } from './ramLines'
import { handIns, type SiteHandIn } from './handIns'
import { ageingAt, type Ageing } from './openFailures'
import { kindParts, type KindParts, type ReportGround } from './kindParts'
import { REPORT_KINDS, type ReportKind, type TrendStep } from './reportKinds'
import { NO_RECORDS, type ReportRecords } from './reportRecords'
import { periodBefore, periodHolding, periodYearBefore, trendBuckets } from './reportPeriods'
import { inMillions } from '../../reliability/perMillion'

export interface ReportQuestion {
  readonly kind: ReportKind
  /** With both ends of the period. */
  readonly scope: Scope & Period
  /** The day the data are of; nothing after it is known yet. */
  readonly today: number
  /** Train-kilometres spares are planned for; those of the last twelve months where nobody says. */
  readonly plannedKm?: number
}

/** A part with what its failures did in this period, the one before and a year earlier. */
export interface PartLine {
  readonly nodeId: string
  readonly label: string
  readonly partNo: string
  readonly rows: Uint32Array
  readonly share: number
  readonly cumulative: number
  readonly before: number
  readonly yearBefore: number
  readonly quantity: number
  readonly exposureKm: number
  readonly mtbf: MtbfEstimate | NotEstimable<string>
  /** What most failures of the part have; empty where nobody wrote any. */
  readonly mainCause: string
  readonly mainResponsible: string
  readonly open: number
  /** Of its failures, those with a corrective action, and those whose action is done. */
  readonly withAction: number
  readonly actionDone: number
}

export interface TypeLine {
  readonly vehicleType: string
  readonly figures: PeriodFigures
}

export interface ReportTrend {
  readonly step: TrendStep
  readonly points: readonly TrendMonth[]
  readonly chart: UChart | NotEstimable<string>
}

export interface Report extends KindParts {
  readonly question: ReportQuestion
  readonly recorded: RecordedPeriod
  /** False while the period is not over; the periods it is compared with are. */
  readonly isComplete: boolean
  readonly now: PeriodFigures
  readonly before: PeriodFigures
  readonly yearBefore: PeriodFigures
  /** From the first of January to the end of the period. */
  readonly thisYear: PeriodFigures
  readonly quantity: number
  /** The parts below the node, also those without a failure; of a node without parts, itself. */
  readonly children: readonly PartLine[]
  /** Single parts by failures, without what hangs below them. */
  readonly parts: readonly PartLine[]
  readonly vehicleTypes: readonly TypeLine[]
  readonly ram: readonly RamLine[]
  readonly paretos: Readonly<Record<ParetoDimension, readonly ParetoBar[]>>
  readonly responsibility: readonly { readonly word: string; readonly label: string; readonly rows: Uint32Array }[]
  readonly trend: ReportTrend
  readonly ageing: Ageing
  /** Failures that came back within 30 days or 30,000 km; the first of a pair may lie before the period. */
  readonly repeats: { readonly rows: Uint32Array; readonly comparable: number; readonly pairs: readonly RepeatPair[] }
  readonly notable: Uint32Array
  readonly sites: readonly SiteHandIn[]
  /** The failures counted, by day. */
  readonly failures: Uint32Array
  /** Of them, those of which only the year is known. */
  readonly undated: number
}

/** How far back the first failure of a repeat may lie. */
const REPEAT_LOOK_BACK_DAYS = 366
const PARTS_LISTED = 30
const NOTABLE_LISTED = 50

/** @param records what the kind of report reads beside the failures */
export function report(
  data: FieldData,
  question: ReportQuestion,
  labelOf: LabelOf,
  records: ReportRecords = NO_RECORDS,
): Report {
  const { columns, fleet } = data
  const { kind, scope, today } = question
  const { unit, step, steps } = REPORT_KINDS[kind]
  const { from: _from, to: _to, ...always } = scope
  const asked: Period = { from: scope.from, to: scope.to }
  // Days that have not been yet have neither failures nor distance.
  const period: Period = { from: scope.from, to: Math.max(scope.from, Math.min(scope.to, today + 1)) }
  const recorded = recordedPeriod(data, always)
  const ever = rowsInScope(data, always).counted
  const figuresOf = (of: Period, within: Scope = always, rows = ever): PeriodFigures =>
    periodFigures(data, within, rows, of, recorded)
  const now = figuresOf(period)
  const ground: ReportGround = { data, question, records, labelOf, always, period, recorded, ever, now }
  const before = figuresOf(periodBefore(unit, asked))
  const yearBefore = figuresOf(periodYearBefore(unit, asked))
  const failures = sortRows(columns, now.counted, [{ field: 'occurredAt', descending: false }], (_, word) => word)
  const ageing = ageingAt(columns, ever, period.to - 1, (state) => labelOf('state', state))
  const lines = partLines(columns, fleet, { now, before, yearBefore, open: ageing.open }, scope.partBasis, labelOf)
  const notable = notableOf(columns, now.counted)
  const node = levelBelow(fleet, scope.nodeId)
  return {
    question,
    recorded,
    now,
    before,
    yearBefore,
    isComplete: scope.to <= today + 1,
    thisYear: figuresOf({ from: periodHolding('year', period.to - 1).from, to: period.to }),
    quantity: scope.nodeId === undefined || scope.nodeId === UNASSIGNED ? 1 : fleet.tree.quantityPerTrain(scope.nodeId),
    children: lines(node.children, true),
    parts: lines(partsOfRows(columns, now.counted, scope.partBasis), false)
      .filter(({ rows }) => rows.length > 0)
      .slice(0, PARTS_LISTED),
    vehicleTypes: typesInScope(fleet, always).map((vehicleType) => {
      const within = { ...always, vehicleTypes: [vehicleType] }
      return { vehicleType, figures: figuresOf(period, within, rowsInScope(data, within).counted) }
    }),
    ram: ramLines(data, now.counted, now.exposure.trainKm),
    ...kindParts(ground, notable),
    paretos: nodeParetos(columns, now.counted, fleet, { nodeId: node.id, partBasis: scope.partBasis }, labelOf),
    responsibility: responsibilityIn(columns, now.counted, labelOf),
    trend: trendOf(columns, fleet, always, ever, step, trendBuckets(step, steps, period, recorded.from)),
    ageing,
    repeats: repeatsIn(columns, fleet, ever, period, scope.partBasis),
    notable,
    sites: handIns(data, always, period.from, period.to, (depot) => labelOf('depotId', depot)),
    failures,
    undated: undatedIn(columns, failures),
  }
}

/** The part that each failure counts at, once each. */
const partsOfRows = (columns: FailureColumns, rows: Uint32Array, partBasis: PartBasis): readonly string[] => [
  ...new Set(Array.from(rows, (row) => textAt(columns, partField(partBasis), row))),
]

const undatedIn = (columns: FailureColumns, rows: Uint32Array): number =>
  keepRows(rows, (row) => Number.isNaN(columns.number.occurredDay[row] ?? Number.NaN)).length

/** Whose responsibility the failures are, most first. */
const responsibilityIn = (columns: FailureColumns, counted: Uint32Array, labelOf: LabelOf): Report['responsibility'] =>
  groupRows(counted, groupingBy(columns.text.chargeable))
    .map(({ word, rows }) => ({ word, label: word === '' ? '' : labelOf('chargeable', word), rows }))
    .sort((a, b) => b.rows.length - a.rows.length)

/** The parts to compare: below the node, or as deep down as there is more than one. */
function levelBelow(
  fleet: Fleet,
  nodeId: string | undefined,
): { readonly id: string | undefined; readonly children: readonly string[] } {
  if (nodeId === UNASSIGNED) return { id: nodeId, children: [] }
  let id = nodeId
  let below = fleet.tree.childrenOf(id ?? null)
  const onlyOne = (): string | undefined => (nodeId === undefined && below.length === 1 ? below[0]?.id : undefined)
  for (let only = onlyOne(); only !== undefined && fleet.tree.childrenOf(only).length > 0; only = onlyOne()) {
    id = only
    below = fleet.tree.childrenOf(only)
  }
  return { id, children: below.length > 0 ? below.map((node) => node.id) : id === undefined ? [] : [id] }
}

interface PartRows {
  readonly now: PeriodFigures
  readonly before: PeriodFigures
  readonly yearBefore: PeriodFigures
  readonly open: Uint32Array
}

/** The rows of each part, in the period and in what it is compared with. */
type RowsByPart = Readonly<Record<keyof PartRows, ReadonlyMap<string, Uint32Array>>>

/** Lines of parts, most failures first; with everything below them or each by itself. */
function partLines(
  columns: FailureColumns,
  fleet: Fleet,
  { now, before, yearBefore, open }: PartRows,
  partBasis: PartBasis,
  labelOf: LabelOf,
): (nodeIds: readonly string[], withBelow: boolean) => readonly PartLine[] {
  const byNode = (rows: Uint32Array): ReadonlyMap<string, Uint32Array> =>
    new Map(groupRows(rows, groupingBy(columns.text[partField(partBasis)])).map((group) => [group.word, group.rows]))
  const byPart: RowsByPart = {
    now: byNode(now.counted),
    before: byNode(before.counted),
    yearBefore: byNode(yearBefore.counted),
    open: byNode(open),
  }
  return (nodeIds, withBelow) => {
    const lines = nodeIds
      .map((nodeId) => {
        const ids = withBelow ? fleet.tree.withDescendants(nodeId) : [nodeId]
        return partLine(columns, fleet, nodeId, ids, byPart, now.exposure.trainKm, labelOf)
      })
      .sort(
        (a, b) =>
          b.rows.length - a.rows.length ||
          (a.mtbf.status === 'estimated' && b.mtbf.status === 'estimated' ? b.mtbf.rateUpper - a.mtbf.rateUpper : 0),
      )
    const total = Math.max(1, now.counted.length)
    let sum = 0
    return lines.map((line) => {
      sum += line.rows.length
      return { ...line, share: line.rows.length / total, cumulative: sum / total }
    })
  }
}

/** @param ids the nodes whose failures the line counts */
function partLine(
  columns: FailureColumns,
  fleet: Fleet,
  nodeId: string,
  ids: readonly string[],
  byPart: RowsByPart,
  trainKm: number,
  labelOf: LabelOf,
): Omit<PartLine, 'share' | 'cumulative'> {
  const rowsOf = (of: ReadonlyMap<string, Uint32Array>): number[] => ids.flatMap((id) => Array.from(of.get(id) ?? []))
  const rows = Uint32Array.from(rowsOf(byPart.now))
  const isPart = fleet.tree.nodes.has(nodeId)
  const { quantity, exposureKm } = isPart ? partExposure(fleet, nodeId, trainKm) : { quantity: 1, exposureKm: 0 }
  return {
    nodeId,
    label: labelOf('bomNodeId', nodeId),
    partNo: fleet.tree.nodes.get(nodeId)?.partNo ?? '',
    rows,
    before: rowsOf(byPart.before).length,
    yearBefore: rowsOf(byPart.yearBefore).length,
    quantity,
    exposureKm,
    mtbf: mtbfOf(withKnownDistance({ columns, fleet }, rows).length, exposureKm),
    mainCause: mostFrequent(columns, 'causeCat', rows, labelOf),
    mainResponsible: mostFrequent(columns, 'responsibleText', rows, labelOf),
    open: rowsOf(byPart.open).length,
    withAction: keepRows(rows, (row) => textAt(columns, 'actionText', row) !== '').length,
    actionDone: keepRows(rows, (row) => textAt(columns, 'actionDoneAt', row) !== '').length,
  }
}

/** What most failures of a part have in a field, as people read it. */
function mostFrequent(columns: FailureColumns, field: TextField, rows: Uint32Array, labelOf: LabelOf): string {
  const [most] = groupRows(rows, groupingBy(columns.text[field]))
    .filter(({ word }) => word !== '')
    .sort((a, b) => b.rows.length - a.rows.length)
  return most === undefined ? '' : labelOf(field, most.word)
}

const typesInScope = (fleet: Fleet, scope: Scope): readonly string[] =>
  [...new Set(trainsInScope(fleet, scope).map((id) => fleet.trains.get(id)?.vehicleType ?? ''))]
    .filter((type) => type !== '')
    .sort()

function trendOf(
  columns: FailureColumns,
  fleet: Fleet,
  scope: Scope,
  ever: Uint32Array,
  step: TrendStep,
  buckets: ReturnType<typeof trendBuckets>,
): ReportTrend {
  const [start, end] = [buckets[0]?.from ?? 0, buckets.at(-1)?.to ?? 0]
  const days = columns.number.occurredDay
  const byBucket: number[][] = buckets.map(() => [])
  const bucketOfDay = new Uint32Array(end - start)
  for (const [at, { from, to }] of buckets.entries()) bucketOfDay.fill(at, from - start, to - start)
  for (const row of ever) {
    const day = days[row] ?? Number.NaN
    if (day >= start && day < end) byBucket[bucketOfDay[day - start] ?? 0]?.push(row)
  }
  const daily = dailyKm(fleet, trainsInScope(fleet, scope), start, end)
  const points = buckets.map(({ from, to, name, isPartial }, at): TrendMonth => {
    let km = 0
    for (let day = from; day < to; day += 1) km += daily[day - start] ?? 0
    return {
      month: name,
      rows: Uint32Array.from(byBucket[at] ?? []),
      exposureKm: exposureOf(fleet, scope.nodeId, km),
      isPartial,
    }
  })
  return {
    step,
    points,
    chart: exactRateChart(
      points.map(({ rows, exposureKm }) => ({
        count: withKnownDistance({ columns, fleet }, rows).length,
        exposure: inMillions(exposureKm),
      })),
    ),
  }
}

function repeatsIn(
  columns: FailureColumns,
  fleet: Fleet,
  ever: Uint32Array,
  { from, to }: Period,
  partBasis: PartBasis,
): Report['repeats'] {
  const days = columns.number.occurredDay
  const isIn = (row: number): boolean => (days[row] ?? Number.NaN) >= from
  const found = recurrence(
    columns,
    keepRows(
      ever,
      (row) => (days[row] ?? Number.NaN) >= from - REPEAT_LOOK_BACK_DAYS && (days[row] ?? Number.NaN) < to,
    ),
    fleet,
    DEFAULT_RECURRENCE,
    partBasis,
  )
  if (found.status === 'not-estimable') return { rows: new Uint32Array(), comparable: 0, pairs: [] }
  const rows = Uint32Array.from(found.repeatRows.filter(isIn))
  const inPeriod = new Set(rows)
  const comparable = keepRows(
    ever,
    (row) =>
      isIn(row) &&
      (days[row] ?? Number.NaN) < to &&
      textAt(columns, 'trainId', row) !== '' &&
      textAt(columns, partField(partBasis), row) !== '',
  ).length
  return { rows, comparable, pairs: found.pairs.filter((pair) => pair.rows.some((row) => inPeriod.has(row))) }
}

const FORCES_NOTICE = new Set(['OFFLINE', 'DETRAIN', 'RESCUE', 'LOCOFAIL', 'ACC_D', 'ACC_C', 'SAFETY'])

/** What a meeting must hear of: safety events, severity Ⅰ and Ⅱ, effects that force notice, delays; gravest first. */
function notableOf(columns: FailureColumns, counted: Uint32Array): Uint32Array {
  const weight = (row: number): number => {
    const severity = textAt(columns, 'severity', row)
    const impact = textAt(columns, 'serviceImpact', row)
    return (
      (textAt(columns, 'safetyEvent', row) === 'yes' ? 1e6 : 0) +
      (severity === '1' ? 5e5 : severity === '2' ? 2e5 : 0) +
      (FORCES_NOTICE.has(impact) ? 1e5 : 0) +
      (impact === 'DELAY' ? 1e3 + Math.min(9e3, columns.number.delayMin[row] || 0) : 0)
    )
  }
  return Uint32Array.from(
    Array.from(keepRows(counted, (row) => weight(row) > 0))
      .sort((a, b) => weight(b) - weight(a))
      .slice(0, NOTABLE_LISTED),
  )
}

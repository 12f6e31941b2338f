/** The figures of every BOM node that a set of files carries, as the `kpi` command prints them. */
import { dateOfDay, dayNumber, isMoment } from '../domain/moment'
import { parseWorkbook } from '../exchange/tables/parseWorkbook'
import { planImport, type ParsedFile } from '../exchange/plan/planImport'
import { problemSentence } from '../exchange/write/problemSentences'
import { textAt, type FailureColumns } from '../metrics/failureColumns'
import type { Fleet } from '../metrics/fleet'
import { nodeFigures, type NodeFigures } from '../metrics/nodeFigures'
import { partField, type PartBasis } from '../metrics/partBasis'
import { DEFAULT_RECURRENCE, recurrence } from '../metrics/recurrence'
import { recordedPeriod } from '../metrics/recordedPeriod'
import { fleetExposure, rowsInScope, trainsInScope, type FleetExposure, type Scope } from '../metrics/scope'
import { fieldDataOfPlan } from './fieldDataOfPlan'
import { perMillion } from '../reliability/perMillion'

export interface KpiQuestion {
  /** First day and first day no longer counted, `2014-01-01`; open when not given. */
  readonly from?: string
  readonly to?: string
  readonly vehicleTypes: readonly string[]
}

export interface NodeKpi {
  readonly partNo: string
  readonly node: string
  readonly path: string
  readonly failures: number
  readonly exposureKm: number
  readonly coverage: number | null
  readonly fpmk: number | null
  readonly mtbfKm: number | null
  readonly lowerKm: number | null
  readonly upperKm: number | null
  readonly repeats: number
  readonly own: number
  readonly perMillionTrainKm: number | null
}

export interface KpiReport {
  readonly window: { readonly from: string; readonly toExclusive: string }
  readonly trains: number
  readonly trainKm: number
  readonly coverage: number | null
  readonly failures: number
  readonly unassigned: number
  readonly excluded: Readonly<Record<string, number>>
  readonly duplicates: number
  readonly nodes: readonly NodeKpi[]
  /** Failures that count, with the leaf they were assigned to: for checking one by one. */
  readonly events: readonly {
    readonly no: string
    readonly occurredAt: string
    readonly train: string
    readonly partNo: string
  }[]
}

interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

function parsedFile({ name, bytes }: NamedFile): ParsedFile {
  const result = parseWorkbook(bytes, name)
  if (!result.ok) throw new Error(`${name}: ${problemSentence(result.problem, 'en')}`)
  return { name, size: bytes.length, sha256: '', sheets: result.sheets, rows: [] }
}

/** How many failures came back at each node, those of what hangs below it included. */
function repeatsByNode(
  columns: FailureColumns,
  counted: Uint32Array,
  fleet: Fleet,
  partBasis: PartBasis,
): ReadonlyMap<string, number> {
  const repeated = recurrence(
    columns,
    counted.filter((row) => !Number.isNaN(columns.number.occurredDay[row])),
    fleet,
    DEFAULT_RECURRENCE,
    partBasis,
  )
  const repeatsAt = new Map<string, number>()
  for (const row of repeated.status === 'estimated' ? repeated.repeatRows : [])
    for (const { id } of fleet.tree.pathOf(textAt(columns, partField(partBasis), row)))
      repeatsAt.set(id, (repeatsAt.get(id) ?? 0) + 1)
  return repeatsAt
}

function nodeKpi(
  fleet: Fleet,
  { nodeId, own, failures, exposureKm, mtbf }: NodeFigures,
  exposure: FleetExposure,
  repeats: number,
): NodeKpi {
  const node = fleet.tree.nodes.get(nodeId)
  const estimated = mtbf.status === 'estimated' ? mtbf : null
  return {
    partNo: node?.partNo ?? '',
    node: node?.name ?? '',
    path: fleet.tree
      .pathOf(nodeId)
      .map((step) => step.name)
      .join(' / '),
    failures,
    exposureKm: Math.round(exposureKm),
    coverage: exposure.coverage,
    fpmk: estimated === null ? null : perMillion(estimated.rate),
    mtbfKm: estimated?.mtbf ?? null,
    lowerKm: estimated?.lower ?? null,
    upperKm: estimated?.upper ?? null,
    repeats,
    own,
    perMillionTrainKm: exposure.trainKm > 0 ? perMillion(failures / exposure.trainKm) : null,
  }
}

/** @throws Error with one sentence when a file cannot be read */
export function kpiReport(files: readonly NamedFile[], question: KpiQuestion): KpiReport {
  const parsed = files.map(parsedFile)
  let next = 0
  const { plan, failures: outcome } = planImport(parsed, () => `r${String((next += 1)).padStart(9, '0')}`)
  const data = fieldDataOfPlan(plan)
  const { columns, fleet } = data
  const scope: Scope = {
    population: 'all',
    partBasis: 'analysed',
    vehicleTypes: question.vehicleTypes,
    depotIds: [],
    ...(question.from === undefined ? {} : { from: dayOf(question.from) }),
    ...(question.to === undefined ? {} : { to: dayOf(question.to) }),
  }
  const { from, to } = recordedPeriod(data, scope)
  const exposure = fleetExposure(fleet, trainsInScope(fleet, scope), from, to)
  const { counted, excluded } = rowsInScope(data, { ...scope, from, to })
  const { nodes, unassigned } = nodeFigures(data, counted, exposure, scope.partBasis)

  const nodeOf = (row: number): string => textAt(columns, partField(scope.partBasis), row)
  const repeatsAt = repeatsByNode(columns, counted, fleet, scope.partBasis)
  return {
    window: { from: dateOfDay(from), toExclusive: dateOfDay(to) },
    trains: exposure.trains,
    trainKm: Math.round(exposure.trainKm),
    coverage: exposure.coverage,
    failures: counted.length,
    unassigned,
    excluded: Object.fromEntries(Object.entries(excluded).map(([why, rows]) => [why, rows.length])),
    duplicates: outcome.duplicates.length,
    nodes: nodes.map((figures) => nodeKpi(fleet, figures, exposure, repeatsAt.get(figures.nodeId) ?? 0)),
    events: Array.from(counted, (row) => ({
      no: textAt(columns, 'no', row),
      occurredAt: textAt(columns, 'occurredAt', row),
      train: fleet.trains.get(textAt(columns, 'trainId', row))?.trainNo ?? '',
      partNo: fleet.tree.nodes.get(nodeOf(row))?.partNo ?? '',
    })),
  }
}

function dayOf(text: string): number {
  if (!isMoment(text)) throw new Error(`“${text}” is not a date; write it as 2014-01-01`)
  return dayNumber(text)
}

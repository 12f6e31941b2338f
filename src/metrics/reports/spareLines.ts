/**
 * How many of each part must lie in store for a distance that is planned: expected demand from the failures of that very part in the
 * report, and the stock that suffices with a chosen probability, once at the estimated rate and once at its upper bound.
 * @source demand λ = failures per part-kilometre × planned part-kilometres; Poisson quantile (Palm 1938), checked against R `qpois`
 */
import { withKnownDistance } from '../distanceKnown'
import type { MtbfEstimate } from '../../reliability/mtbf'
import type { NotEstimable } from '../../reliability/notEstimable'
import { sparesAtUpperRate, sparesForDemand } from '../../reliability/spares'
import { mtbf } from '../../reliability/mtbf'
import { textAt, type FailureColumns } from '../failureColumns'
import type { Fleet } from '../fleet'
import { partExposure } from '../nodeFigures'
import { partField } from '../partBasis'
import { UNASSIGNED, type FleetExposure, type Scope } from '../scope'

/** Probabilities that the stock suffices. */
export const FILL = [0.9, 0.95, 0.99] as const
/** One-sided confidence of the upper bound of the rate. */
export const RATE_CONFIDENCE = 0.9

export interface SpareLine {
  readonly nodeId: string
  readonly label: string
  readonly partNo: string
  readonly quantity: number
  readonly rows: Uint32Array
  readonly exposureKm: number
  readonly rate: MtbfEstimate | NotEstimable<string>
  readonly plannedPartKm: number
  /** Null without distance in the period of the report. */
  readonly demand: {
    readonly expected: number
    readonly expectedUpper: number
    readonly stock: readonly number[]
    readonly stockUpper: readonly number[]
  } | null
}

export interface SpareStrategy {
  /** Train-kilometres planned, and whether somebody gave them or they are those of the last twelve months. */
  readonly plannedKm: number
  readonly isGiven: boolean
  /** Largest expected demand first. */
  readonly lines: readonly SpareLine[]
  /** Failures counted that are of no such part: of a system, of software, or of a part nobody has named. */
  readonly elsewhere: number
}

const KEPT: ReadonlySet<string> = new Set(['LRU', 'SRU', 'part'])

/** Parts that can lie in store: marked as replaceable or as a part, or the lowest of the tree; systems and software are none. */
function parts(fleet: Fleet, nodeId: string | undefined): readonly string[] {
  const ids =
    nodeId === UNASSIGNED
      ? []
      : nodeId === undefined
        ? [...fleet.tree.nodes.keys()]
        : fleet.tree.withDescendants(nodeId)
  return ids.filter((id) => {
    const node = fleet.tree.nodes.get(id)
    return (
      node !== undefined &&
      (KEPT.has(node.unitType ?? '') ||
        node.isLru === true ||
        (node.unitType === undefined && fleet.tree.childrenOf(id).length === 0))
    )
  })
}

/**
 * @param counted   failures of the report's period
 * @param exposure  train-kilometres they happened in
 * @param lastYear  train-kilometres of the twelve months up to its end
 */
export function spareStrategy(
  columns: FailureColumns,
  fleet: Fleet,
  { nodeId, partBasis }: Scope,
  counted: Uint32Array,
  exposure: FleetExposure,
  lastYear: FleetExposure,
  given: number | undefined,
): SpareStrategy {
  const plannedKm = given ?? lastYear.trainKm
  const kept = parts(fleet, nodeId)
  const rowsOf = new Map<string, number[]>(kept.map((part) => [part, []]))
  let elsewhere = 0
  for (const row of counted) {
    const rows = rowsOf.get(textAt(columns, partField(partBasis), row))
    if (rows === undefined) elsewhere += 1
    else rows.push(row)
  }
  const lines = kept.map((part): SpareLine => {
    const node = fleet.tree.nodes.get(part)
    const rows = Uint32Array.from(rowsOf.get(part) ?? [])
    const { quantity, exposureKm } = partExposure(fleet, part, exposure.trainKm)
    const plannedPartKm = partExposure(fleet, part, plannedKm).exposureKm
    const rate = mtbf({
      failures: withKnownDistance({ columns, fleet }, rows).length,
      exposure: exposureKm,
      confidence: RATE_CONFIDENCE,
      sided: 'lower',
      termination: 'time',
    })
    const expected = rate.status === 'estimated' ? rate.rate * plannedPartKm : 0
    return {
      nodeId: part,
      label: node?.name ?? '',
      partNo: node?.partNo ?? '',
      quantity,
      rows,
      exposureKm,
      rate,
      plannedPartKm,
      demand:
        rate.status !== 'estimated' || !(plannedPartKm > 0)
          ? null
          : {
              expected,
              expectedUpper: rate.rateUpper * plannedPartKm,
              stock: FILL.map((fill) => sparesForDemand([expected], fill).spares),
              stockUpper: FILL.map(
                (fill) => sparesAtUpperRate(rows.length, exposureKm, plannedPartKm, fill, RATE_CONFIDENCE).spares,
              ),
            },
    }
  })
  return {
    plannedKm,
    isGiven: given !== undefined,
    elsewhere,
    lines: lines.sort(
      (a, b) =>
        (b.demand?.expected ?? -1) - (a.demand?.expected ?? -1) ||
        (b.demand?.expectedUpper ?? -1) - (a.demand?.expectedUpper ?? -1) ||
        (a.nodeId < b.nodeId ? -1 : 1),
    ),
  }
}

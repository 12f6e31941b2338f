/**
 * Do the trains keep what the contract demands? Each target is judged on what the contract says: its own node, trains,
 * operator, category and counting rule, whatever the report beside it counts.
 * @source one-sided bound of a time-truncated test: NIST/SEMATECH e-Handbook 8.4.5.1; met only when the bound meets the target
 */
import { oneOf } from '../../domain/closedSet'
import { confidenceOf, isDistance, isOfParts, targetRefusal } from '../../domain/contractTarget'
import type { ContractTarget } from '../../domain/records/contractTarget'
import { isRateInDoubt, withKnownDistance, withoutKnownDistance } from '../distanceKnown'
import { mtbf, type MtbfEstimate } from '../../reliability/mtbf'
import type { NotEstimable } from '../../reliability/notEstimable'
import { keepRows, textAt } from '../failureColumns'
import type { FieldData } from '../fieldData'
import type { LabelOf } from '../failureFilter'
import type { Fleet } from '../fleet'
import { POPULATIONS } from '../judgement'
import { metTarget, type Met } from '../metTarget'
import { CONFIDENCE } from '../nodeFigures'
import type { Period } from '../recordedPeriod'
import { fleetExposure, rowsInScope, trainsInScope, UNASSIGNED, type Exclusion, type Scope } from '../scope'
import { exposureOf } from './periodFigures'
import { RAM_CATEGORIES, ramCategoryOf } from './ramLines'

/** `no-distance`: nothing was watched. */
export type TargetVerdict = Met | 'no-distance' | 'no-target'

export interface ContractLine {
  /** Null for a category nobody has agreed a target for. */
  readonly target: (ContractTarget & { readonly id: string }) | null
  readonly category: string
  readonly nodeLabel: string
  readonly operatorLabel: string
  readonly rows: Uint32Array
  readonly excluded: Readonly<Partial<Record<Exclusion, Uint32Array>>>
  /** Failures that count but have no known effect, so that they are in no category. */
  readonly unsorted: number
  readonly trains: number
  readonly exposureKm: number
  readonly coverage: number | null
  /** Failures without a train or a day may raise the rate by more than chance hides. */
  readonly isRateInDoubt: boolean
  readonly confidence: number
  /** One-sided: `lower` of the distance and `rateUpper` of the rate decide. */
  readonly estimate: MtbfEstimate | NotEstimable<string>
  readonly verdict: TargetVerdict
}

export interface Contract {
  readonly lines: readonly ContractLine[]
  /** Targets that reach beyond the node, types or depots this report looks at: they are not judged on a part of the fleet. */
  readonly beyond: number
}

type Target = ContractTarget & { readonly id: string }

/** Whether the report looks at everything the target is about. */
function isWithin(target: ContractTarget, scope: Scope, fleet: Fleet): boolean {
  const { bomNodeId = '', vehicleType = '' } = target
  if (scope.depotIds.length > 0 || scope.nodeId === UNASSIGNED) return false
  if (scope.vehicleTypes.length > 0 && !scope.vehicleTypes.includes(vehicleType)) return false
  return (
    scope.nodeId === undefined || (bomNodeId !== '' && fleet.tree.withDescendants(scope.nodeId).includes(bomNodeId))
  )
}

/** Judged by the bounds of the confidence the contract names. */
export function targetVerdict(estimate: ContractLine['estimate'], target: ContractTarget): TargetVerdict {
  if (estimate.status !== 'estimated') return 'no-distance'
  const value = target.value ?? Number.NaN
  return metTarget(estimate, isDistance(target) ? value : 1e6 / value, confidenceOf(target))
}

const withoutPeriod = ({ vehicleTypes, partBasis, depotIds, population, nodeId }: Scope): Scope => ({
  vehicleTypes,
  partBasis,
  depotIds,
  population,
  ...(nodeId === undefined ? {} : { nodeId }),
})

/** What the contract promises something about. */
const scopeOfTarget = ({ vehicleType, population, bomNodeId }: Target, partBasis: Scope['partBasis']): Scope => ({
  vehicleTypes: vehicleType === undefined ? [] : [vehicleType],
  partBasis,
  depotIds: [],
  population: oneOf(POPULATIONS, population) ?? 'all',
  ...(bomNodeId === undefined ? {} : { nodeId: bomNodeId }),
})

/** @param labelOf how a node is called; an operator is a party like a depot */
export function contractLines(
  data: FieldData,
  scope: Scope,
  { from, to }: Period,
  targets: readonly Target[],
  labelOf: LabelOf,
): Contract {
  const { columns, fleet } = data
  const line = (target: Target | null, category: string): ContractLine => {
    const own = target === null ? withoutPeriod(scope) : scopeOfTarget(target, scope.partBasis)
    const { nodeId } = own
    const operator = target?.operatorId
    const trains = trainsInScope(fleet, own).filter(
      (id) => operator === undefined || fleet.trains.get(id)?.operatorId === operator,
    )
    const known = new Set(trains)
    const isOfOperator = (row: number): boolean => operator === undefined || known.has(textAt(columns, 'trainId', row))
    const { counted, excluded } = rowsInScope(data, { ...own, from, to })
    const ofOperator = keepRows(counted, isOfOperator)
    const categoryOf = (row: number): string =>
      ramCategoryOf(textAt(columns, 'ramCategory', row), textAt(columns, 'serviceImpact', row))
    const rows = category === 'all' ? ofOperator : keepRows(ofOperator, (row) => categoryOf(row) === category)
    const rated = withKnownDistance(data, rows)
    const unrated = withoutKnownDistance(rows, rated)
    const exposure = fleetExposure(fleet, trains, from, to)
    const exposureKm =
      target !== null && isOfParts(target) ? exposureOf(fleet, nodeId, exposure.trainKm) : exposure.trainKm
    const confidence = target === null ? CONFIDENCE : confidenceOf(target)
    const estimate = mtbf({
      failures: rated.length,
      exposure: exposureKm,
      confidence,
      sided: 'lower',
      termination: 'time',
    })
    return {
      target,
      category,
      rows,
      trains: trains.length,
      exposureKm,
      coverage: exposure.coverage,
      isRateInDoubt: isRateInDoubt(data, rated, exposure.coverage),
      confidence,
      estimate,
      nodeLabel: nodeId === undefined ? '' : labelOf('bomNodeId', nodeId),
      operatorLabel: operator === undefined ? '' : labelOf('customerId', operator),
      excluded: {
        ...Object.fromEntries(
          Object.entries(excluded).map(([why, left]) => [why, keepRows(left ?? new Uint32Array(), isOfOperator)]),
        ),
        ...(unrated.length === 0 ? {} : { 'distance-unknown': unrated }),
      },
      unsorted: category === 'all' ? 0 : keepRows(ofOperator, (row) => categoryOf(row) === 'unknown').length,
      verdict: target === null ? 'no-target' : targetVerdict(estimate, target),
    }
  }
  const whole = targets.filter((target) => targetRefusal(target) === null)
  const judged = whole.filter((target) => isWithin(target, scope, fleet))
  const agreed = new Set(judged.map(({ category }) => category))
  return {
    lines: [
      ...judged.map((target) => line(target, target.category ?? 'all')),
      ...RAM_CATEGORIES.filter((category) => category !== 'unknown' && !agreed.has(category)).map((category) =>
        line(null, category),
      ),
    ],
    beyond: whole.length - judged.length,
  }
}

/** The figures of one period that a report sets beside those of another. */
import { isRateInDoubt, withKnownDistance, withoutKnownDistance } from '../distanceKnown'
import { codesFlagged } from '../../domain/codeLists'
import type { MtbfEstimate } from '../../reliability/mtbf'
import type { NotEstimable } from '../../reliability/notEstimable'
import { keepRows, textAt } from '../failureColumns'
import type { FieldData } from '../fieldData'
import type { Fleet } from '../fleet'
import { mtbfOf, partExposure } from '../nodeFigures'
import type { Period, RecordedPeriod } from '../recordedPeriod'
import {
  fleetExposure,
  rowsInScope,
  trainsInScope,
  UNASSIGNED,
  type Exclusion,
  type FleetExposure,
  type Scope,
} from '../scope'
import { closedBetween, type ClosedFailures } from './openFailures'

/** Taken out of service before its time: withdrawn, passengers detrained, rescued, locomotive failure. */
const WITHDRAWN = new Set(['OFFLINE', 'DETRAIN', 'RESCUE', 'LOCOFAIL'])
const SERVICE = codesFlagged('CL-IMPACT', 'svc')

export interface PeriodFigures extends Period {
  readonly counted: Uint32Array
  /** Of them, those a rate counts: on days whose distance is known. */
  readonly rated: Uint32Array
  readonly excluded: Readonly<Partial<Record<Exclusion, Uint32Array>>>
  readonly exposure: FleetExposure
  /** Part-kilometres of a node, train-kilometres of all products together. */
  readonly exposureKm: number
  /** Failures without a train or a day may raise the rate by more than its interval hides. */
  readonly isRateInDoubt: boolean
  readonly mtbf: MtbfEstimate | NotEstimable<string>
  readonly service: Uint32Array
  readonly delays: Uint32Array
  readonly delayMin: number
  readonly withdrawn: Uint32Array
  readonly closing: ClosedFailures
  /** Of the failures of this period, those closed by now. */
  readonly closedOfThese: number
  /** False when the whole period lies outside the records: no failure then means nothing. */
  readonly isRecorded: boolean
}

/**
 * @param scope   node, trains and population; its own period is not looked at
 * @param ever    failures of any date that count in that scope
 */
export function periodFigures(
  data: FieldData,
  scope: Scope,
  ever: Uint32Array,
  { from, to }: Period,
  recorded: RecordedPeriod,
): PeriodFigures {
  const { columns, fleet } = data
  const { counted, excluded } = rowsInScope(data, { ...scope, from, to })
  const exposure = fleetExposure(fleet, trainsInScope(fleet, scope), from, to)
  const exposureKm = exposureOf(fleet, scope.nodeId, exposure.trainKm)
  const rated = withKnownDistance(data, counted)
  const unrated = withoutKnownDistance(counted, rated)
  const impact = (row: number): string => textAt(columns, 'serviceImpact', row)
  const delays = keepRows(counted, (row) => impact(row) === 'DELAY')
  const isFinal = (row: number): boolean => ['CLOSED', 'ARCHIVED'].includes(textAt(columns, 'state', row))
  return {
    from,
    to,
    counted,
    rated,
    excluded: unrated.length === 0 ? excluded : { ...excluded, 'distance-unknown': unrated },
    exposure,
    exposureKm,
    isRateInDoubt: isRateInDoubt(data, rated, exposure.coverage),
    mtbf: mtbfOf(rated.length, exposureKm),
    service: keepRows(counted, (row) => SERVICE.has(impact(row))),
    delays,
    delayMin: delays.reduce((sum, row) => sum + (columns.number.delayMin[row] || 0), 0),
    withdrawn: keepRows(counted, (row) => WITHDRAWN.has(impact(row))),
    closing: closedBetween(columns, ever, from, to),
    closedOfThese: keepRows(counted, isFinal).length,
    isRecorded: recorded.hasFailures && to > recorded.from && from < recorded.to,
  }
}

export const exposureOf = (fleet: Fleet, nodeId: string | undefined, trainKm: number): number =>
  nodeId === undefined || nodeId === UNASSIGNED ? trainKm : partExposure(fleet, nodeId, trainKm).exposureKm

/** What the effect of an action is measured on: the trains that carry the part, the period on record, the failures of a kind. */
import type { EffectWithTrend } from '../reliability/effectWithTrend'
import type { NotEstimable } from '../reliability/notEstimable'
import type { Effect as Verdict, EffectVerdict } from '../reliability/effectVerdict'
import type { CumulativeDay } from './cumulativeDays'
import { withKnownDistance, withoutKnownDistance } from './distanceKnown'
import { keepRows } from './failureColumns'
import type { FieldData } from './fieldData'
import { partExposure } from './nodeFigures'
import { recordedPeriod, type RecordedPeriod } from './recordedPeriod'
import { fleetExposure, rowsInScope, trainsInScope, type Scope } from './scope'
import type { UnitNotes } from './unitEffect'

export type Effect = Verdict

export interface EffectQuestion {
  /** Failures count at the part analysis found to have failed. */
  readonly nodeId: string
  /** Only failures of this kind; every kind when empty. */
  readonly symptomCode: string
  /** First day on which the action holds. */
  readonly effectiveDay: number
  /** Numbers of the trains it holds for; when empty, all trains of the types on which the part has ever failed. */
  readonly trainNos: readonly string[]
  /** Where it holds for single items and not for whole trains. */
  readonly items: { readonly effKind: 'serialFrom' | 'batch'; readonly effValue: string } | null
}

export interface EffectSide {
  readonly from: number
  readonly to: number
  /** Of whole trains; of single items, the distance each ran while it was on a train. */
  readonly trainKm: number
  /** Train-kilometres × quantity × duty cycle of the part. */
  readonly partKm: number
  readonly coverage: number | null
  readonly rows: Uint32Array
  /** Failures on days without known distance: beside the rate, not in it. */
  readonly withoutDistance: Uint32Array
}

export interface ActionEffect {
  readonly before: EffectSide
  readonly after: EffectSide
  readonly trains: number
  /** The types these trains are of. */
  readonly vehicleTypes: readonly string[]
  /** Numbers that are no train of the fleet. */
  readonly unknownTrains: readonly string[]
  /** Of an action that holds for single items. */
  readonly units: UnitNotes | null
  /** `no-items`: of no item of the scope an installation is on record. */
  readonly verdict:
    EffectVerdict | NotEstimable<string> | { readonly status: 'not-estimable'; readonly reason: 'no-items' }
  /** The step beside a trend the rate had anyway, by which the verdict goes then; null without a trend, or for items. */
  readonly adjusted: EffectWithTrend | null
  /** Part-kilometres still to be run without a failure, in days at the pace since the action; null where nobody can say. */
  readonly moreDays: number | null
  /** How the failures of both sides added up over part-kilometres; days with failures, in order. */
  readonly cumulative: readonly CumulativeDay[]
}

export interface EffectivenessScope {
  readonly period: RecordedPeriod
  readonly trains: readonly string[]
  readonly typeOf: (trainId: string) => string
  /** All parts of the node on these trains. */
  readonly side: (from: number, to: number) => EffectSide
}

export function effectivenessScope(
  data: FieldData,
  { nodeId, symptomCode, trainNos }: EffectQuestion,
): EffectivenessScope {
  const { columns, fleet } = data
  const everything: Scope = { population: 'all', partBasis: 'analysed', vehicleTypes: [], depotIds: [], nodeId }
  const wanted = new Set(trainNos)
  const typeOf = (id: string): string => fleet.trains.get(id)?.vehicleType ?? ''
  const { words: trainWords, index: trainOf } = columns.text.trainId
  // Other types may not carry the part at all; their distance would make any rate look better than it is.
  const carrying = new Set(
    Array.from(rowsInScope(data, everything).counted, (row) => typeOf(trainWords[trainOf[row] ?? 0] ?? '')),
  )
  const trains = trainsInScope(fleet, everything).filter((id) =>
    wanted.size === 0 ? carrying.has(typeOf(id)) : wanted.has(fleet.trains.get(id)?.trainNo ?? ''),
  )
  const inScope = new Set(trains)
  const isTrain = Uint8Array.from(trainWords, (id) => (inScope.has(id) ? 1 : 0))
  const { words: symptoms, index: symptomOf } = columns.text.symptomCode
  const isKind = Uint8Array.from(symptoms, (code) => (symptomCode === '' || code === symptomCode ? 1 : 0))
  return {
    period: recordedPeriod(data, everything),
    trains,
    typeOf,
    side: (from, end) => {
      const to = Math.max(from, end)
      const exposure = fleetExposure(fleet, trains, from, to)
      const { counted } = rowsInScope(data, { ...everything, from, to })
      const ofScope = keepRows(counted, (row) => isTrain[trainOf[row] ?? 0] === 1 && isKind[symptomOf[row] ?? 0] === 1)
      const rows = withKnownDistance(data, ofScope)
      return {
        from,
        to,
        coverage: exposure.coverage,
        trainKm: exposure.trainKm,
        partKm: partExposure(fleet, nodeId, exposure.trainKm).exposureKm,
        rows,
        withoutDistance: withoutKnownDistance(ofScope, rows),
      }
    },
  }
}

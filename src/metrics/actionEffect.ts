/** Did a corrective action work? Failures and distance inside its scope before and after it took effect. */
import type { NotEstimable } from '../reliability/notEstimable'
import { effectVerdict, type Effect as Verdict, type EffectVerdict } from '../reliability/effectVerdict'
import { cumulativeDays, rowsByDay, type CumulativeDay } from './cumulativeDays'
import { dailyKm } from './dailyKm'
import { keepRows, type FailureColumns } from './failureColumns'
import { joinedRows } from './rowGroups'
import type { Fleet } from './fleet'
import { CONFIDENCE, partExposure } from './nodeFigures'
import { recordedPeriod } from './recordedPeriod'
import { fleetExposure, rowsInScope, trainsInScope, type Scope } from './scope'

export type Effect = Verdict

export interface EffectQuestion {
  readonly nodeId: string
  /** Only failures of this kind; every kind when empty. */
  readonly symptomCode: string
  /** First day on which the action holds. */
  readonly effectiveDay: number
  /** Numbers of the trains it holds for; when empty, all trains of the types on which the part has ever failed. */
  readonly trainNos: readonly string[]
}

export interface EffectSide {
  readonly from: number
  readonly to: number
  readonly trainKm: number
  /** Train-kilometres × quantity × duty cycle of the part. */
  readonly partKm: number
  readonly coverage: number | null
  readonly rows: Uint32Array
}

export interface ActionEffect {
  readonly before: EffectSide
  readonly after: EffectSide
  readonly trains: number
  /** The types these trains are of. */
  readonly vehicleTypes: readonly string[]
  /** Numbers that are no train of the fleet. */
  readonly unknownTrains: readonly string[]
  readonly verdict: EffectVerdict | NotEstimable<string>
  /** Part-kilometres still to be run without a failure, in days at the pace since the action; null where nobody can say. */
  readonly moreDays: number | null
  /** How the failures of both sides added up over part-kilometres; days with failures, in order. */
  readonly cumulative: readonly CumulativeDay[]
}

export function actionEffect(columns: FailureColumns, live: Uint32Array, fleet: Fleet, { nodeId, symptomCode, effectiveDay, trainNos }: EffectQuestion): ActionEffect {
  const everything: Scope = { population: 'all', vehicleTypes: [], depotIds: [], nodeId }
  const period = recordedPeriod(columns, live, fleet, everything)
  const wanted = new Set(trainNos)
  const typeOf = (id: string): string => fleet.trains.get(id)?.vehicleType ?? ''
  const { words: trainWords, index: trainOf } = columns.text.trainId
  // Other types may not carry the part at all; their distance would make any rate look better than it is.
  const carrying = new Set(Array.from(rowsInScope(columns, live, fleet, everything).counted, (row) => typeOf(trainWords[trainOf[row] ?? 0] ?? '')))
  const trains = trainsInScope(fleet, everything).filter((id) => (wanted.size === 0 ? carrying.has(typeOf(id)) : wanted.has(fleet.trains.get(id)?.trainNo ?? '')))
  const known = new Set(trains.map((id) => fleet.trains.get(id)?.trainNo ?? ''))
  const inScope = new Set(trains)
  const isTrain = Uint8Array.from(trainWords, (id) => (inScope.has(id) ? 1 : 0))
  const { words: symptoms, index: symptomOf } = columns.text.symptomCode
  const isKind = Uint8Array.from(symptoms, (code) => (symptomCode === '' || code === symptomCode ? 1 : 0))

  const side = (from: number, to: number): EffectSide => {
    const exposure = fleetExposure(fleet, trains, from, Math.max(from, to))
    const { counted } = rowsInScope(columns, live, fleet, { ...everything, from, to: Math.max(from, to) })
    return {
      from, to: Math.max(from, to), coverage: exposure.coverage,
      trainKm: exposure.trainKm,
      partKm: partExposure(fleet, nodeId, exposure.trainKm).exposureKm,
      rows: keepRows(counted, (row) => isTrain[trainOf[row] ?? 0] === 1 && isKind[symptomOf[row] ?? 0] === 1),
    }
  }
  const before = side(period.from, Math.min(effectiveDay, period.to))
  const after = side(Math.max(effectiveDay, period.from), period.to)
  const counted = ({ rows, partKm }: EffectSide) => ({ failures: rows.length, exposure: partKm })
  const verdict = effectVerdict(counted(before), counted(after), CONFIDENCE)
  const perTrainKm = partExposure(fleet, nodeId, 1).exposureKm
  const dated = keepRows(joinedRows([before.rows, after.rows]), (row) => !Number.isNaN(columns.number.occurredDay[row]))
  const perDay = after.partKm / Math.max(1, after.to - after.from)
  return {
    before, after, verdict,
    trains: trains.length,
    vehicleTypes: [...new Set(trains.map(typeOf))].filter((type) => type !== '').sort(),
    unknownTrains: trainNos.filter((no) => !known.has(no)),
    cumulative: cumulativeDays(rowsByDay(columns, dated), dailyKm(fleet, trains, before.from, after.to), { from: before.from }, perTrainKm),
    moreDays: verdict.status === 'estimated' && verdict.moreExposure !== null && perDay > 0 ? Math.ceil(verdict.moreExposure / perDay) : null,
  }
}

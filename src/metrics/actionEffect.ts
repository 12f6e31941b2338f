/** Did a corrective action work? Failures and distance inside its scope before and after it took effect. */
import { effectVerdict } from '../reliability/effectVerdict'
import { cumulativeDays, rowsByDay } from './cumulativeDays'
import { dailyKm } from './dailyKm'
import { effectivenessScope, type ActionEffect, type EffectQuestion, type EffectSide } from './effectivenessScope'
import { keepRows } from './failureColumns'
import type { FieldData } from './fieldData'
import { joinedRows } from './rowGroups'
import { CONFIDENCE, partExposure } from './nodeFigures'

/** Failures and exposure of a side, as the comparison of rates takes them. */
export const countedOf = ({ rows, partKm }: EffectSide) => ({ failures: rows.length, exposure: partKm })

/** @returns days at the pace of the second side until so much more has been run; null where it does not move */
export function daysFor(moreExposure: number | null, { partKm, from, to }: EffectSide): number | null {
  const perDay = partKm / Math.max(1, to - from)
  return moreExposure !== null && perDay > 0 ? Math.ceil(moreExposure / perDay) : null
}

/** @param question of whole trains; for single items ask `unitEffect` */
export function actionEffect(data: FieldData, question: EffectQuestion): ActionEffect {
  const { columns, fleet } = data
  const { nodeId, effectiveDay, trainNos } = question
  const { period, trains, typeOf, side } = effectivenessScope(data, question)
  const known = new Set(trains.map((id) => fleet.trains.get(id)?.trainNo ?? ''))
  const before = side(period.from, Math.min(effectiveDay, period.to))
  const after = side(Math.max(effectiveDay, period.from), period.to)
  const verdict = effectVerdict(countedOf(before), countedOf(after), CONFIDENCE)
  const dated = keepRows(joinedRows([before.rows, after.rows]), (row) => !Number.isNaN(columns.number.occurredDay[row]))
  return {
    before,
    after,
    verdict,
    units: null,
    trains: trains.length,
    vehicleTypes: [...new Set(trains.map(typeOf))].filter((type) => type !== '').sort(),
    unknownTrains: trainNos.filter((no) => !known.has(no)),
    cumulative: cumulativeDays(
      rowsByDay(columns, dated),
      dailyKm(fleet, trains, before.from, after.to),
      { from: before.from },
      partExposure(fleet, nodeId, 1).exposureKm,
    ),
    moreDays: verdict.status === 'estimated' ? daysFor(verdict.moreExposure, after) : null,
  }
}

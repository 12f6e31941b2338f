/** Did a corrective action work? Failures and distance inside its scope before and after it took effect. */
import { effectVerdict, HALVED, type EffectVerdict } from '../reliability/effectVerdict'
import { effectWithTrend, type EffectWithTrend, type PeriodCount } from '../reliability/effectWithTrend'
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

/** Two-sided level from which on a trend is taken off: a trend missed misleads more than one allowed for in vain. */
const TREND = 0.2

/** A rise is carried on past the action only when it rests on as many failures before it: a burst is no trend. */
const FEWEST_FOR_RISE = 10

/** A falling rate counts against the action, however few failures show it; a rising one in its favour needs more. */
const isTakenOff = ({ trend, trendP }: EffectWithTrend, before: EffectSide): boolean =>
  trendP < TREND && (trend < 0 || before.rows.length >= FEWEST_FOR_RISE)

/**
 * The verdict by the step that remains beside the trend; how much longer must be run cannot be said then. Where the rate
 * itself did not fall, a rise that was only carried on proves nothing.
 */
function verdictBeside(plain: EffectVerdict, { ratio, lower, upper }: EffectWithTrend): EffectVerdict {
  const hasFallen = upper < 1 && plain.ratio.ratio !== null && plain.ratio.ratio < 1
  const verdict = hasFallen
    ? ratio <= HALVED
      ? 'effective'
      : 'partly'
    : lower > HALVED
      ? 'ineffective'
      : 'not-enough-data'
  return { ...plain, verdict, moreExposure: hasFallen ? 0 : null }
}

/** Failures and distance of both sides by months of 30 days, counted from the action so that no month has two sides. */
function monthly(
  { columns }: FieldData,
  { before, after }: Pick<ActionEffect, 'before' | 'after'>,
  daily: Float64Array,
): readonly PeriodCount[] {
  const months = new Map<number, { failures: number; exposure: number }>()
  const monthOf = (day: number) => {
    const at = Math.floor((day - after.from) / MONTH_DAYS)
    const known = months.get(at) ?? { failures: 0, exposure: 0 }
    months.set(at, known)
    return known
  }
  daily.forEach((km, at) => {
    monthOf(before.from + at).exposure += km
  })
  for (const row of joinedRows([before.rows, after.rows])) {
    const day = columns.number.occurredDay[row] ?? Number.NaN
    if (!Number.isNaN(day)) monthOf(day).failures += 1
  }
  return [...months].map(([at, { failures, exposure }]) => ({
    failures: exposure > 0 ? failures : 0,
    exposure,
    time: at,
    isAfter: at >= 0,
  }))
}

const MONTH_DAYS = 30

/** @param question of whole trains; for single items ask `unitEffect` */
export function actionEffect(data: FieldData, question: EffectQuestion): ActionEffect {
  const { columns, fleet } = data
  const { nodeId, effectiveDay, trainNos } = question
  const { period, trains, typeOf, side } = effectivenessScope(data, question)
  const known = new Set(trains.map((id) => fleet.trains.get(id)?.trainNo ?? ''))
  const before = side(period.from, Math.min(effectiveDay, period.to))
  const after = side(Math.max(effectiveDay, period.from), period.to)
  const plain = effectVerdict(countedOf(before), countedOf(after), CONFIDENCE)
  const daily = dailyKm(fleet, trains, before.from, after.to)
  const withTrend = effectWithTrend(monthly(data, { before, after }, daily), CONFIDENCE)
  const adjusted = withTrend.status === 'estimated' && isTakenOff(withTrend, before) ? withTrend : null
  const verdict = adjusted === null || plain.status !== 'estimated' ? plain : verdictBeside(plain, adjusted)
  const dated = keepRows(joinedRows([before.rows, after.rows]), (row) => !Number.isNaN(columns.number.occurredDay[row]))
  return {
    before,
    after,
    verdict,
    adjusted: verdict.status === 'estimated' ? adjusted : null,
    units: null,
    trains: trains.length,
    vehicleTypes: [...new Set(trains.map(typeOf))].filter((type) => type !== '').sort(),
    unknownTrains: trainNos.filter((no) => !known.has(no)),
    cumulative: cumulativeDays(
      rowsByDay(columns, dated),
      daily,
      { from: before.from },
      partExposure(fleet, nodeId, 1).exposureKm,
    ),
    moreDays: verdict.status === 'estimated' ? daysFor(verdict.moreExposure, after) : null,
  }
}

/** Did an action work that holds for single items: serials from a number on, or a batch? */
import { reachOf, type Reach } from '../domain/effectivity'
import { effectVerdict, type EffectVerdict } from '../reliability/effectVerdict'
import type { NotEstimable } from '../reliability/notEstimable'
import { countedOf, daysFor } from './actionEffect'
import { cumulativeDays, rowsByDay } from './cumulativeDays'
import { dailyKm } from './dailyKm'
import { effectivenessScope, type ActionEffect, type EffectQuestion, type EffectSide } from './effectivenessScope'
import { keepRows, textAt, type FailureColumns } from './failureColumns'
import type { FieldData } from './fieldData'
import { CONFIDENCE, partExposure } from './nodeFigures'
import { batchOfPart, serialsAt } from './partBasis'
import { joinedRows } from './rowGroups'
import { installedExposure, periodsOnTrains, type PeriodOnTrain, type UnitLife } from './installedPeriods'

export interface UnitNotes {
  /** Items of the scope that are known by serial. */
  readonly known: number
  /** Of them, those that were on a train after the action, by an installation on record. */
  readonly ranAfter: number
  /** Serials without an installation on record: neither their distance nor their failures are counted as theirs. */
  readonly leftOut: readonly string[]
  /** The same items before the action, or all others: items that carry the change from new have no time before it. */
  readonly comparedWith: 'same-items' | 'other-items'
  /** All other parts over the days since the action. */
  readonly others: EffectSide
  /** Failures after the action that do not say of which item they are; counted with the others. */
  readonly unsaid: Uint32Array
  /** The verdict if all of these were of items with the change; null where there are none. */
  readonly atWorst: EffectVerdict | NotEstimable<string> | null
}

/** What the scope reaches: the lives of the items inside, and serials known to be outside. */
export interface UnitScope {
  readonly inside: readonly UnitLife[]
  readonly outside: ReadonlySet<string>
}

/** Of which items a failure is, as far as it says so itself. */
const reachOfRow = (columns: FailureColumns, row: number, items: NonNullable<EffectQuestion['items']>): Reach =>
  reachOf(items, {
    trainNo: '',
    serials: serialsAt(columns, 'analysed', row),
    batch: batchOfPart(columns, 'analysed', row),
    occurredAt: '',
  })

/** @throws RangeError for a question of whole trains */
export function unitEffect(data: FieldData, question: EffectQuestion, { inside, outside }: UnitScope): ActionEffect {
  const { columns, fleet } = data
  const { items, nodeId, effectiveDay } = question
  if (items === null) throw new RangeError('the action holds for whole trains')
  const { period, side, typeOf, trains: carriers } = effectivenessScope(data, { ...question, trainNos: [] })
  const placed = inside.map((unit) => ({ serial: unit.serial, installedPeriods: periodsOnTrains(fleet, unit, period) }))
  const periodsBySerial = new Map(
    placed.map(({ serial, installedPeriods }) => [serial.toUpperCase(), installedPeriods]),
  )
  const installedPeriods = placed.flatMap((unit) => unit.installedPeriods)
  const days = columns.number.occurredDay
  /** Did the failure happen to an item of the scope, while it was installed? The day it came off belongs to the period. */
  const isChanged = (row: number): boolean => {
    const [day, trainId] = [days[row] ?? Number.NaN, textAt(columns, 'trainId', row)]
    return serialsAt(columns, 'analysed', row).some((serial) =>
      periodsBySerial
        .get(serial.toUpperCase())
        ?.some(
          (installedPeriod) =>
            installedPeriod.trainId === trainId && day >= installedPeriod.from && day <= installedPeriod.to,
        ),
    )
  }
  const isUnsaid = (row: number): boolean => {
    const serials = serialsAt(columns, 'analysed', row).map((serial) => serial.toUpperCase())
    // Without a serial nobody knows which item it was, even where its batch is known.
    return (
      !serials.some((serial) => periodsBySerial.has(serial) || outside.has(serial)) &&
      reachOfRow(columns, row, items) !== 'outside'
    )
  }
  const { quantity, exposureKm: perTrainKm } = partExposure(fleet, nodeId, 1)
  const duty = quantity > 0 ? perTrainKm / quantity : 1
  const changed = (whole: EffectSide): EffectSide => {
    const { km, coverage } = installedExposure(fleet, installedPeriods, whole)
    return {
      from: whole.from,
      to: whole.to,
      trainKm: km,
      partKm: km * duty,
      coverage,
      rows: keepRows(whole.rows, isChanged),
    }
  }
  const without = (whole: EffectSide, part: EffectSide): EffectSide => ({
    ...whole,
    partKm: Math.max(0, whole.partKm - part.partKm),
    rows: keepRows(whole.rows, (row) => !isChanged(row)),
  })

  const [allBefore, allAfter] = [
    side(period.from, Math.min(effectiveDay, period.to)),
    side(Math.max(effectiveDay, period.from), period.to),
  ]
  const [sameBefore, after] = [changed(allBefore), changed(allAfter)]
  const comparedWith = items.effKind === 'batch' && sameBefore.partKm > 0 ? 'same-items' : 'other-items'
  const before = comparedWith === 'same-items' ? sameBefore : without(allBefore, sameBefore)
  const unsaid = keepRows(allAfter.rows, isUnsaid)
  const verdict: ActionEffect['verdict'] =
    installedPeriods.length === 0
      ? { status: 'not-estimable', reason: 'no-items' }
      : effectVerdict(countedOf(before), countedOf(after), CONFIDENCE)
  const ranAfter = (installedPeriod: PeriodOnTrain): boolean => installedPeriod.to > after.from
  const trains = [...new Set(installedPeriods.filter(ranAfter).map(({ trainId }) => trainId))]
  const dated = keepRows(joinedRows([before.rows, after.rows]), (row) => !Number.isNaN(days[row]))
  return {
    before,
    after,
    verdict,
    trains: trains.length,
    vehicleTypes: [...new Set(trains.map(typeOf))].filter((type) => type !== '').sort(),
    unknownTrains: [],
    units: {
      known: inside.length,
      comparedWith,
      unsaid,
      ranAfter: placed.filter((unit) => unit.installedPeriods.some(ranAfter)).length,
      leftOut: placed.filter((unit) => unit.installedPeriods.length === 0).map(({ serial }) => serial),
      others: without(allAfter, after),
      atWorst:
        unsaid.length === 0 || installedPeriods.length === 0
          ? null
          : effectVerdict(
              countedOf(before),
              { failures: after.rows.length + unsaid.length, exposure: after.partKm },
              CONFIDENCE,
            ),
    },
    cumulative:
      installedPeriods.length === 0
        ? []
        : cumulativeDays(rowsByDay(columns, dated), dailyPartKm(), { from: before.from }, 1),
    moreDays: verdict.status === 'estimated' ? daysFor(verdict.moreExposure, after) : null,
  }

  /** Part-kilometres of every day: of the side before up to the action, of the changed items from then on. */
  function dailyPartKm(): Float64Array {
    const daily = new Float64Array(Math.max(0, after.to - before.from))
    const add = (km: Float64Array, from: number, times: number): void =>
      km.forEach((value, at) => {
        daily[from + at - before.from] = (daily[from + at - before.from] ?? 0) + value * times
      })
    if (comparedWith === 'other-items') add(dailyKm(fleet, carriers, before.from, before.to), before.from, perTrainKm)
    for (const installedPeriod of installedPeriods) {
      const early: readonly [number, number] = [
        Math.max(before.from, installedPeriod.from),
        Math.min(before.to, installedPeriod.to),
      ]
      const late: readonly [number, number] = [
        Math.max(after.from, installedPeriod.from),
        Math.min(after.to, installedPeriod.to),
      ]
      if (early[1] > early[0])
        add(
          dailyKm(fleet, [installedPeriod.trainId], early[0], early[1]),
          early[0],
          comparedWith === 'same-items' ? duty : -duty,
        )
      if (late[1] > late[0]) add(dailyKm(fleet, [installedPeriod.trainId], late[0], late[1]), late[0], duty)
    }
    return daily
  }
}

/** Did an action work that holds for single items: serials from a number on, or a batch? */
import { serialIdentity } from '../domain/serialIdentity'
import { reachOf, type Reach } from '../domain/effectivity'
import { effectVerdict, type EffectVerdict } from '../reliability/effectVerdict'
import type { NotEstimable } from '../reliability/notEstimable'
import { countedOf, daysFor } from './actionEffect'
import { cumulativeDays, rowsByDay } from './cumulativeDays'
import { dailyKm } from './dailyKm'
import { effectivenessScope, type ActionEffect, type EffectQuestion, type EffectSide } from './effectivenessScope'
import { keepRows, textAt, type FailureColumns } from './failureColumns'
import type { FieldData } from './fieldData'
import type { Fleet } from './fleet'
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

interface PlacedUnit {
  readonly serial: string
  readonly installedPeriods: readonly PeriodOnTrain[]
}

/** @throws RangeError for a question of whole trains */
export function unitEffect(data: FieldData, question: EffectQuestion, { inside, outside }: UnitScope): ActionEffect {
  const { columns, fleet } = data
  const { items, nodeId, effectiveDay } = question
  if (items === null) throw new RangeError('the action holds for whole trains')
  const { period, side, typeOf, trains: carriers } = effectivenessScope(data, { ...question, trainNos: [] })
  const placed = inside.map((unit): PlacedUnit => ({
    serial: unit.serial,
    installedPeriods: periodsOnTrains(fleet, unit, period),
  }))
  const installedPeriods = placed.flatMap((unit) => unit.installedPeriods)
  const { isChanged, isUnsaid } = failuresOfUnits(columns, placed, outside, items)
  const { quantity, exposureKm: perTrainKm } = partExposure(fleet, nodeId, 1)
  const duty = quantity > 0 ? perTrainKm / quantity : 1
  const changed = ({ from, to, rows, withoutDistance }: EffectSide): EffectSide => {
    const { km, coverage } = installedExposure(fleet, installedPeriods, { from, to })
    return {
      from,
      to,
      trainKm: km,
      partKm: km * duty,
      coverage,
      rows: keepRows(rows, isChanged),
      withoutDistance: keepRows(withoutDistance, isChanged),
    }
  }
  const without = (whole: EffectSide, part: EffectSide): EffectSide => ({
    ...whole,
    partKm: Math.max(0, whole.partKm - part.partKm),
    rows: keepRows(whole.rows, (row) => !isChanged(row)),
    withoutDistance: keepRows(whole.withoutDistance, (row) => !isChanged(row)),
  })

  const [allBefore, allAfter] = [
    side(period.from, Math.min(effectiveDay, period.to)),
    side(Math.max(effectiveDay, period.from), period.to),
  ]
  const [sameBefore, after] = [changed(allBefore), changed(allAfter)]
  const comparedWith = items.effKind === 'batch' && sameBefore.partKm > 0 ? 'same-items' : 'other-items'
  const before = comparedWith === 'same-items' ? sameBefore : without(allBefore, sameBefore)
  const unsaid = keepRows(allAfter.rows, isUnsaid)
  const hasItems = installedPeriods.length > 0
  const verdict: ActionEffect['verdict'] = hasItems
    ? effectVerdict(countedOf(before), countedOf(after), CONFIDENCE)
    : { status: 'not-estimable', reason: 'no-items' }
  const ranAfter = (installedPeriod: PeriodOnTrain): boolean => installedPeriod.to > after.from
  const trains = [...new Set(installedPeriods.filter(ranAfter).map(({ trainId }) => trainId))]
  const dated = keepRows(joinedRows([before.rows, after.rows]), (row) => !Number.isNaN(columns.number.occurredDay[row]))
  return {
    before,
    after,
    verdict,
    adjusted: null,
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
      atWorst: unsaid.length === 0 || !hasItems ? null : verdictAtWorst(before, after, unsaid),
    },
    cumulative: hasItems
      ? cumulativeDays(
          rowsByDay(columns, dated),
          dailyPartKm(fleet, { before, after, installedPeriods, comparedWith, carriers, perTrainKm, duty }),
          { from: before.from },
          1,
        )
      : [],
    moreDays: verdict.status === 'estimated' ? daysFor(verdict.moreExposure, after) : null,
  }
}

const verdictAtWorst = (before: EffectSide, after: EffectSide, unsaid: Uint32Array): UnitNotes['atWorst'] =>
  effectVerdict(countedOf(before), { failures: after.rows.length + unsaid.length, exposure: after.partKm }, CONFIDENCE)

interface FailuresOfUnits {
  /** Did the failure happen to an item of the scope, while it was installed? The day it came off belongs to the period. */
  readonly isChanged: (row: number) => boolean
  /** Does nobody know whether it happened to an item of the scope? */
  readonly isUnsaid: (row: number) => boolean
}

function failuresOfUnits(
  columns: FailureColumns,
  placed: readonly PlacedUnit[],
  outside: UnitScope['outside'],
  items: NonNullable<EffectQuestion['items']>,
): FailuresOfUnits {
  const periodsBySerial = new Map(
    placed.map(({ serial, installedPeriods }) => [serialIdentity(serial), installedPeriods]),
  )
  const serialsOf = (row: number): readonly string[] => serialsAt(columns, 'analysed', row).map(serialIdentity)
  return {
    isChanged: (row) => {
      const day = columns.number.occurredDay[row] ?? Number.NaN
      const onTrain = textAt(columns, 'trainId', row)
      return serialsOf(row).some((serial) =>
        periodsBySerial.get(serial)?.some(({ trainId, from, to }) => trainId === onTrain && day >= from && day <= to),
      )
    },
    // Without a serial nobody knows which item it was, even where its batch is known.
    isUnsaid: (row) =>
      !serialsOf(row).some((serial) => periodsBySerial.has(serial) || outside.has(serial)) &&
      reachOfRow(columns, row, items) !== 'outside',
  }
}

interface ComparedUnits {
  readonly before: EffectSide
  readonly after: EffectSide
  readonly installedPeriods: readonly PeriodOnTrain[]
  readonly comparedWith: UnitNotes['comparedWith']
  /** Trains that carry the part, and its kilometres for one of theirs; `duty` is that of one part. */
  readonly carriers: readonly string[]
  readonly perTrainKm: number
  readonly duty: number
}

/** Part-kilometres of every day: of the side before up to the action, of the changed items from then on. */
function dailyPartKm(
  fleet: Fleet,
  { before, after, installedPeriods, comparedWith, carriers, perTrainKm, duty }: ComparedUnits,
): Float64Array {
  const daily = new Float64Array(Math.max(0, after.to - before.from))
  const add = (trainIds: readonly string[], from: number, to: number, times: number): void =>
    dailyKm(fleet, trainIds, from, to).forEach((value, at) => {
      daily[from + at - before.from] = (daily[from + at - before.from] ?? 0) + value * times
    })
  if (comparedWith === 'other-items') add(carriers, before.from, before.to, perTrainKm)
  const early = comparedWith === 'same-items' ? duty : -duty
  for (const { trainId, from, to } of installedPeriods)
    for (const [side, times] of [
      [before, early],
      [after, duty],
    ] as const) {
      const [first, last] = [Math.max(side.from, from), Math.min(side.to, to)]
      if (last > first) add([trainId], first, last, times)
    }
  return daily
}

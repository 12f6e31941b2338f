/**
 * Lives of the parts of one node: from in-service or from a replacement on record, to the failure or to the end of
 * records. Only failures at the node itself end a life; a failure of a part below it is repaired, not replaced.
 */
import { textAt } from './failureColumns'
import type { FieldData } from './fieldData'
import { ageBetween, type AgeMeasure } from './age'
import { partField, serialOfPart } from './partBasis'
import { recordedPeriod, type Period } from './recordedPeriod'
import { rowsInScope, trainsInScope, type Scope } from './scope'

/** `repaired-on`: repaired and used on, so that its next failure is not the end of a new life. */
export type LifeLeftOut =
  'date-unknown' | 'train-unknown' | 'service-unknown' | 'distance-unknown' | 'part-below' | 'repaired-on'

export interface FailedLife {
  readonly row: number
  readonly age: number
  /** Neither serial nor an order of replacements says which part it was; it was taken for an original one. */
  readonly isAssumed: boolean
}

export interface LifeGroup {
  /** By age. */
  readonly failed: readonly FailedLife[]
  readonly suspensions: readonly number[]
  readonly suspensionCounts: readonly number[]
  /** Ages at which parts came under watch that were already in use when records began. */
  readonly entries: readonly number[]
  readonly entryCounts: readonly number[]
}

/**
 * Parts the trains came with, and parts fitted later. They are kept apart until shown alike: a replacement can be of
 * another batch, fitted by other hands, or the wrong remedy.
 */
export const LIFE_GROUPS = ['original', 'replacement'] as const
export type LifeGroupName = (typeof LIFE_GROUPS)[number]

export interface PartLives extends Readonly<Record<LifeGroupName, LifeGroup>> {
  readonly measure: AgeMeasure
  /** Null where no failure is on record at all. */
  readonly watch: (Period & { readonly isLeftTruncated: boolean }) | null
  /** Of this part on one train. */
  readonly quantity: number
  readonly leftOut: Readonly<Partial<Record<LifeLeftOut, Uint32Array>>>
  /** Trains without an in-service date or known distance: their surviving parts are not counted. */
  readonly trainsLeftOut: number
}

/** One group, or both taken together. */
export function groupOf(lives: PartLives, which: LifeGroupName | 'all'): LifeGroup {
  if (which !== 'all') return lives[which]
  const { original: a, replacement: b } = lives
  return {
    failed: [...a.failed, ...b.failed].sort((one, other) => one.age - other.age),
    suspensions: [...a.suspensions, ...b.suspensions],
    suspensionCounts: [...a.suspensionCounts, ...b.suspensionCounts],
    entries: [...a.entries, ...b.entries],
    entryCounts: [...a.entryCounts, ...b.entryCounts],
  }
}

const REPLACED = new Set(['SWAP_NEW', 'EXCH_REPL'])

/** Serials as people type them: case, and letters that look like digits. */
const serialKey = (text: string): string => text.trim().toUpperCase().replaceAll('O', '0').replaceAll('I', '1')

interface Part {
  readonly from: number
  readonly isOriginal: boolean
}

export function partLives(data: FieldData, scope: Scope & { readonly nodeId: string }, measure: AgeMeasure): PartLives {
  const { columns, fleet } = data
  const trains = new Set(trainsInScope(fleet, scope))
  const { from: first, to: last, known, hasFailures } = recordedPeriod(data, scope)
  const watch =
    hasFailures && last > first
      ? { from: first, to: last, isLeftTruncated: scope.from === undefined && known.from < first }
      : null
  const quantity = Math.round(fleet.tree.quantityPerTrain(scope.nodeId))
  const leftOut: Partial<Record<LifeLeftOut, number[]>> = {}
  const leave = (why: LifeLeftOut, row: number): void => void (leftOut[why] ??= []).push(row)
  const newGroup = () => ({
    failed: [] as FailedLife[],
    suspended: new Map<number, number>(),
    entered: new Map<number, number>(),
  })
  const groups = { original: newGroup(), replacement: newGroup() }
  const add = (ages: Map<number, number>, age: number, count: number): void =>
    void ages.set(age, (ages.get(age) ?? 0) + count)
  let trainsLeftOut = 0

  // Replacements before the period start lives inside it, so rows are asked for from the beginning.
  const { from: _from, ...open } = scope
  const { counted } = rowsInScope(data, open)
  const days = columns.number.occurredDay
  const byTrain = new Map<string, number[]>()
  for (const row of counted) {
    const day = days[row] ?? Number.NaN
    const isInside = watch === null || Number.isNaN(day) || (day >= watch.from && day < watch.to)
    if (textAt(columns, partField(scope.partBasis), row) !== scope.nodeId) {
      if (isInside) leave('part-below', row)
      continue
    }
    const train = textAt(columns, 'trainId', row)
    if (!fleet.trains.has(train)) {
      if (isInside) leave('train-unknown', row)
      continue
    }
    const rows = byTrain.get(train)
    if (rows === undefined) byTrain.set(train, [row])
    else rows.push(row)
  }

  if (watch !== null)
    for (const id of trains) {
      const usage = fleet.usage.get(id)
      const rows = (byTrain.get(id) ?? []).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b)
      const service = usage?.inServiceFrom ?? null
      const end =
        usage === undefined
          ? watch.to
          : measure === 'km'
            ? Math.min(watch.to, usage.firstDay + usage.km.length)
            : watch.to
      const isUnknown =
        usage === undefined ||
        service === null ||
        (measure === 'km' && ageBetween(usage, measure, Math.max(service, watch.from), end) === null)
      if (isUnknown || service === null || usage === undefined || end <= service) {
        if (isUnknown) trainsLeftOut += 1
        for (const row of rows)
          if ((days[row] ?? 0) >= watch.from) leave(service === null ? 'service-unknown' : 'distance-unknown', row)
        continue
      }
      let originals = quantity
      const bySerial = new Map<string, Part>()
      const unnamed: Part[] = []
      /** A part is under watch from when records begin; nothing is learnt of one that ended before. */
      const finish = (part: Part, at: number, count: number, row: number | null, isAssumed: boolean): void => {
        if (at <= watch.from) return
        const age = ageBetween(usage, measure, part.from, at)
        const entry = part.from < watch.from ? ageBetween(usage, measure, part.from, watch.from) : 0
        if (age === null || entry === null || !(age > entry)) {
          if (row !== null) leave('distance-unknown', row)
          return
        }
        const group = groups[part.isOriginal ? 'original' : 'replacement']
        if (row === null) add(group.suspended, age, count)
        else group.failed.push({ row, age, isAssumed })
        if (entry > 0) add(group.entered, entry, count)
      }
      for (const row of rows) {
        const day = days[row] ?? Number.NaN
        if (Number.isNaN(day)) {
          // It did fail, but nobody knows at which age: neither a failure nor a survivor.
          leave('date-unknown', row)
          originals = Math.max(0, originals - 1)
          continue
        }
        const at = day + 0.5
        const serials = [textAt(columns, 'removedSerial', row), serialOfPart(columns, scope.partBasis, row)]
          .map(serialKey)
          .filter((key) => key !== '')
        const named = serials.find((key) => bySerial.has(key))
        let part: Part | undefined = named === undefined ? undefined : bySerial.get(named)
        let isAssumed = false
        if (named !== undefined) bySerial.delete(named)
        else if (originals > 0) {
          part = { from: service, isOriginal: true }
          isAssumed = serials.length === 0 && originals < quantity
          originals -= 1
        } else {
          part = unnamed.shift()
          if (part === undefined) {
            const [oldest] = [...bySerial].sort(([, a], [, b]) => a.from - b.from)
            if (oldest !== undefined) {
              bySerial.delete(oldest[0])
              part = oldest[1]
            }
          }
        }
        if (part === undefined) {
          if (day >= watch.from && day < end) leave('repaired-on', row)
        } else if (day < end) finish(part, at, 1, row, isAssumed)
        else if (day < watch.to) leave('distance-unknown', row)
        const installed = serialKey(textAt(columns, 'installedSerial', row))
        const isReplaced =
          (installed !== '' && !serials.includes(installed)) ||
          textAt(columns, 'removedSerial', row) !== '' ||
          REPLACED.has(textAt(columns, 'method', row))
        if (!isReplaced) continue
        if (installed === '') unnamed.push({ from: at, isOriginal: false })
        else bySerial.set(installed, { from: at, isOriginal: false })
      }
      if (originals > 0) finish({ from: service, isOriginal: true }, end, originals, null, false)
      for (const part of [...bySerial.values(), ...unnamed]) finish(part, end, 1, null, false)
    }
  const group = ({ failed, suspended, entered }: (typeof groups)['original']): LifeGroup => ({
    failed: failed.sort((a, b) => a.age - b.age),
    suspensions: [...suspended.keys()],
    suspensionCounts: [...suspended.values()],
    entries: [...entered.keys()],
    entryCounts: [...entered.values()],
  })
  return {
    measure,
    watch,
    quantity,
    trainsLeftOut,
    original: group(groups.original),
    replacement: group(groups.replacement),
    leftOut: Object.fromEntries(Object.entries(leftOut).map(([why, rows]) => [why, new Uint32Array(rows)])),
  }
}

/**
 * Lives of the parts of one node: from in-service or from a replacement on record, to the failure or to the end of
 * records. Only failures at the node itself end a life; a failure of a part below it is repaired, not replaced.
 */
import { confusableIdentity } from '../domain/serialIdentity'
import { textAt, type FailureColumns } from './failureColumns'
import type { FieldData } from './fieldData'
import { ageBetween, type AgeMeasure } from './age'
import { partField, serialOfPart } from './partBasis'
import { partsOfTrain, type FailedPart, type FittedPart } from './partsOfTrain'
import { recordedPeriod, type Period } from './recordedPeriod'
import { rowsInScope, trainsInScope, type Scope } from './scope'
import type { TrainUsage } from './trainUsage'

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

type Watch = NonNullable<PartLives['watch']>

/** Lives as they are gathered. */
interface Ages {
  readonly failed: FailedLife[]
  /** How many parts survived to an age, and how many came under watch at one. */
  readonly suspended: Map<number, number>
  readonly entered: Map<number, number>
}

const noAges = (): Ages => ({ failed: [], suspended: new Map(), entered: new Map() })
const addTo = (ages: Map<number, number>, age: number, count: number): void =>
  void ages.set(age, (ages.get(age) ?? 0) + count)

const groupFrom = ({ failed, suspended, entered }: Ages): LifeGroup => ({
  failed: failed.sort((a, b) => a.age - b.age),
  suspensions: [...suspended.keys()],
  suspensionCounts: [...suspended.values()],
  entries: [...entered.keys()],
  entryCounts: [...entered.values()],
})

type Leave = (why: LifeLeftOut, row: number) => void
type PartScope = Scope & { readonly nodeId: string }

/** What is asked, and where the answer is gathered. */
interface Watching {
  readonly columns: FailureColumns
  readonly scope: PartScope
  readonly measure: AgeMeasure
  readonly watch: Watch
  readonly quantity: number
  readonly groups: Readonly<Record<LifeGroupName, Ages>>
  readonly leave: Leave
}

/** How long did the parts of a node live, and how long have the others been in use without a failure? */
export function partLives(data: FieldData, scope: PartScope, measure: AgeMeasure): PartLives {
  const { columns, fleet } = data
  const recorded = recordedPeriod(data, scope)
  const watch =
    recorded.hasFailures && recorded.to > recorded.from
      ? {
          from: recorded.from,
          to: recorded.to,
          isLeftTruncated: scope.from === undefined && recorded.known.from < recorded.from,
        }
      : null
  const quantity = Math.round(fleet.tree.quantityPerTrain(scope.nodeId))
  const leftOut: Partial<Record<LifeLeftOut, number[]>> = {}
  const leave: Leave = (why, row) => void (leftOut[why] ??= []).push(row)
  const groups = { original: noAges(), replacement: noAges() }
  const byTrain = failuresByTrain(data, scope, watch, leave)
  let trainsLeftOut = 0
  if (watch !== null)
    for (const id of new Set(trainsInScope(fleet, scope))) {
      const watching = { columns, scope, measure, watch, quantity, groups, leave }
      if (!followTrain(watching, fleet.usage.get(id), byTrain.get(id) ?? [])) trainsLeftOut += 1
    }
  return {
    measure,
    watch,
    quantity,
    trainsLeftOut,
    original: groupFrom(groups.original),
    replacement: groupFrom(groups.replacement),
    leftOut: Object.fromEntries(Object.entries(leftOut).map(([why, rows]) => [why, new Uint32Array(rows)])),
  }
}

/** Failures of the node itself by train, in order; replacements before the period start lives inside it, so they are among them. */
function failuresByTrain(
  data: FieldData,
  scope: PartScope,
  watch: Watch | null,
  leave: Leave,
): ReadonlyMap<string, readonly number[]> {
  const { columns, fleet } = data
  const { from: _from, ...open } = scope
  const days = columns.number.occurredDay
  const byTrain = new Map<string, number[]>()
  for (const row of rowsInScope(data, open).counted) {
    const day = days[row] ?? Number.NaN
    const train = textAt(columns, 'trainId', row)
    const isOfNode = textAt(columns, partField(scope.partBasis), row) === scope.nodeId
    if (!isOfNode || !fleet.trains.has(train)) {
      const isInside = watch === null || Number.isNaN(day) || (day >= watch.from && day < watch.to)
      if (isInside) leave(isOfNode ? 'train-unknown' : 'part-below', row)
      continue
    }
    const rows = byTrain.get(train)
    if (rows === undefined) byTrain.set(train, [row])
    else rows.push(row)
  }
  for (const rows of byTrain.values()) rows.sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b)
  return byTrain
}

/** From in-service to the end of watching, or of what is known of its distance. */
interface TimeOnTrain {
  readonly usage: TrainUsage
  readonly service: number
  readonly end: number
}

/**
 * Gathers the lives of the parts of one train.
 * @returns false where nobody knows since when it runs, or how far it ran
 */
function followTrain(watching: Watching, usage: TrainUsage | undefined, rows: readonly number[]): boolean {
  const { columns, measure, watch, leave } = watching
  const service = usage?.inServiceFrom ?? null
  const end = usage !== undefined && measure === 'km' ? Math.min(watch.to, usage.firstDay + usage.km.length) : watch.to
  const isKnown =
    usage !== undefined &&
    service !== null &&
    (measure !== 'km' || ageBetween(usage, measure, Math.max(service, watch.from), end) !== null)
  if (isKnown && end > service) {
    followParts(watching, { usage, service, end }, rows)
    return true
  }
  for (const row of rows)
    if ((columns.number.occurredDay[row] ?? 0) >= watch.from)
      leave(service === null ? 'service-unknown' : 'distance-unknown', row)
  return isKnown
}

function followParts(watching: Watching, time: TimeOnTrain, rows: readonly number[]): void {
  const { columns, watch, quantity, leave } = watching
  const { service, end } = time
  const parts = partsOfTrain(quantity, service)
  for (const row of rows) {
    const day = columns.number.occurredDay[row] ?? Number.NaN
    if (Number.isNaN(day)) {
      leave('date-unknown', row)
      parts.dropOriginal()
      continue
    }
    const at = day + 0.5
    const serials = serialsOf(watching, row)
    const failed = parts.takeFailed(serials)
    if (failed === null) {
      if (day >= watch.from && day < end) leave('repaired-on', row)
    } else if (day < end) addFailure(watching, time, failed, at, row)
    else if (day < watch.to) leave('distance-unknown', row)
    const installed = confusableIdentity(textAt(columns, 'installedSerial', row))
    if (isReplaced(columns, row, serials, installed)) parts.fit(installed, at)
  }
  if (parts.originals() > 0) addSurvivors(watching, time, { from: service, isOriginal: true }, parts.originals())
  for (const part of parts.fitted()) addSurvivors(watching, time, part, 1)
}

const serialsOf = ({ columns, scope }: Watching, row: number): readonly string[] =>
  [textAt(columns, 'removedSerial', row), serialOfPart(columns, scope.partBasis, row)]
    .map(confusableIdentity)
    .filter((key) => key !== '')

const isReplaced = (columns: FailureColumns, row: number, serials: readonly string[], installed: string): boolean =>
  (installed !== '' && !serials.includes(installed)) ||
  textAt(columns, 'removedSerial', row) !== '' ||
  REPLACED.has(textAt(columns, 'method', row))

/** Age of a part at its end and when it came under watch; null where the distance between is unknown. */
function agesAt(
  { measure, watch }: Watching,
  { usage }: TimeOnTrain,
  part: FittedPart,
  at: number,
): { readonly age: number; readonly entry: number } | null {
  const age = ageBetween(usage, measure, part.from, at)
  const entry = part.from < watch.from ? ageBetween(usage, measure, part.from, watch.from) : 0
  return age === null || entry === null || !(age > entry) ? null : { age, entry }
}

const groupHolding = ({ groups }: Watching, { isOriginal }: FittedPart): Ages =>
  groups[isOriginal ? 'original' : 'replacement']

/** A part is under watch from when records begin; nothing is learnt of one that ended before. */
function addFailure(
  watching: Watching,
  time: TimeOnTrain,
  { part, isAssumed }: FailedPart,
  at: number,
  row: number,
): void {
  if (at <= watching.watch.from) return
  const ages = agesAt(watching, time, part, at)
  if (ages === null) return watching.leave('distance-unknown', row)
  const group = groupHolding(watching, part)
  group.failed.push({ row, age: ages.age, isAssumed })
  if (ages.entry > 0) addTo(group.entered, ages.entry, 1)
}

function addSurvivors(watching: Watching, time: TimeOnTrain, part: FittedPart, count: number): void {
  if (time.end <= watching.watch.from) return
  const ages = agesAt(watching, time, part, time.end)
  if (ages === null) return
  const group = groupHolding(watching, part)
  addTo(group.suspended, ages.age, count)
  if (ages.entry > 0) addTo(group.entered, ages.entry, count)
}

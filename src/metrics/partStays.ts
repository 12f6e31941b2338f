/** The parts of a fleet followed from train to train: what each had behind it when its stay ended, and how it ended. */
import type { SuperposedEvent, SuperposedTrain } from '../reliability/life/superposedWeibull'
import { ageBetween, type AgeMeasure } from './age'
import type { FieldData } from './fieldData'
import type { LifeLeftOut } from './partLives'
import type { PartChange, PartScope } from './partChanges'
import { partsOfTrain, type FittedPart, type PartOff, type PartsOfTrain, type UsedBefore } from './partsOfTrain'
import type { Period } from './recordedPeriod'
import { trainsInScope } from './scope'
import { slotsOfTrain } from './slotsOfTrain'
import type { StayEnd } from './stayEnd'
import type { TrainUsage } from './trainUsage'

/** What became of a part, or of several alike. */
export interface StayedPart {
  readonly age: number
  /** Age at which it came under watch; 0 where from new. */
  readonly entry: number
  /** Null: still in use, or sound and on the shelf, when watching ended. */
  readonly end: StayEnd | null
  readonly row: number | null
  readonly count: number
  readonly isOriginal: boolean
  readonly isAssumed: boolean
}

/**
 * The stretch of a life that one train saw. A part that went on to another train is a stretch more, begun at the age it had
 * by then.
 */
export interface TrainStay {
  readonly trainId: string
  /** Days, to the half. */
  readonly from: number
  readonly to: number
  readonly entry: number
  readonly exit: number
  /** The failure that ended it; null where it did not end with one. */
  readonly failedRow: number | null
  readonly count: number
  readonly isOriginal: boolean
  readonly serials: readonly string[]
}

export interface Watching {
  readonly scope: PartScope
  readonly measure: AgeMeasure
  readonly watch: Period
  readonly quantity: number
  readonly leave: (why: LifeLeftOut, row: number) => void
  /** Told of every stay on a train that was watched. */
  readonly note?: (stay: TrainStay) => void
}

interface Stays {
  readonly stays: readonly StayedPart[]
  readonly trains: readonly SuperposedTrain[]
  readonly trainsLeftOut: number
}

interface TrainState {
  readonly id: string
  readonly usage: TrainUsage
  readonly service: number
  /** To where it is watched, or to where its distance is known. */
  readonly end: number
  readonly parts: PartsOfTrain
  readonly slotOf: (place: PartChange['place']) => string
  /** Serials that came off and are not on again. */
  readonly gone: Set<string>
  /** Null where the train was not watched from new, or its distance is not known throughout. */
  superposed: SuperposedEvent[] | null
}

/** A part that came off sound keeps its age for its next train. */
type Shelved = StayedPart & { readonly serials: readonly string[] }

/** Ends after which the same serial is the same part as before: nothing was done to it. */
const LIVES_ON: ReadonlySet<StayEnd> = new Set<StayEnd>(['no-fault', 'swap'])

/** @param changes in order */
export function followChanges(data: FieldData, watching: Watching, changes: readonly PartChange[]): Stays {
  const { fleet, columns } = data
  const { watch, leave, quantity } = watching
  const stays: StayedPart[] = []
  const shelf: Shelved[] = []
  const byTrain = new Map<string, PartChange[]>()
  for (const change of changes) {
    const known = byTrain.get(change.trainId)
    if (known === undefined) byTrain.set(change.trainId, [change])
    else known.push(change)
  }
  const states = new Map<string, TrainState>()
  let trainsLeftOut = 0
  for (const id of new Set(trainsInScope(fleet, watching.scope))) {
    const usage = fleet.usage.get(id)
    const ofTrain = byTrain.get(id) ?? []
    const found = stateOf(id, watching, usage, slotsOfTrain(ofTrain, quantity, fleet.trains.get(id)?.carsPerTrain))
    if (found === 'not-yet') continue
    if (typeof found === 'object') {
      states.set(id, found)
      continue
    }
    trainsLeftOut += 1
    for (const { row, off } of ofTrain)
      if (row !== null && off?.end === 'failed' && (columns.number.occurredDay[row] ?? 0) >= watch.from)
        leave(found, row)
  }
  for (const change of changes) {
    const state = states.get(change.trainId)
    if (state !== undefined) followChange(watching, state, change, stays, shelf)
  }
  for (const state of states.values()) addSurvivors(watching, state, stays)
  stays.push(...shelf)
  return {
    stays: stays.filter(({ age, entry }) => age > entry),
    trainsLeftOut,
    trains: superposedTrains(watching, states),
  }
}

function stateOf(
  id: string,
  { measure, watch, quantity }: Watching,
  usage: TrainUsage | undefined,
  slotOf: TrainState['slotOf'],
): TrainState | 'not-yet' | 'service-unknown' | 'distance-unknown' {
  const service = usage?.inServiceFrom ?? null
  if (usage === undefined || service === null) return 'service-unknown'
  const end = measure === 'km' ? Math.min(watch.to, usage.firstDay + usage.km.length) : watch.to
  if (measure === 'km' && ageBetween(usage, measure, Math.max(service, watch.from), end) === null)
    return 'distance-unknown'
  if (end <= service) return 'not-yet'
  return {
    id,
    usage,
    service,
    end,
    slotOf,
    parts: partsOfTrain(quantity, service),
    gone: new Set(),
    superposed: service < watch.from ? null : [],
  }
}

function followChange(
  watching: Watching,
  state: TrainState,
  change: PartChange,
  stays: StayedPart[],
  shelf: Shelved[],
): void {
  const { at, off, on, row, place } = change
  const { parts, gone, service } = state
  const slot = state.slotOf(place)
  if (Number.isNaN(at)) {
    if (row !== null && off?.end === 'failed') watching.leave('date-unknown', row)
    if (off !== null) parts.dropOriginal()
    state.superposed = null
    return
  }
  const [removed, fitted] = [off?.serials ?? [], on?.serials ?? []]
  // What the item says of itself may repeat what a failure said already.
  const isToldBefore = (serials: readonly string[], isTold: (serials: readonly string[]) => boolean): boolean =>
    row === null && serials.length > 0 && isTold(serials)
  const isOffTold = isToldBefore(removed, (serials) => serials.some((serial) => gone.has(serial)))
  const isOnTold = isToldBefore(fitted, parts.holds)
  if (row === null && off === null && at <= service + 1) {
    for (const serial of fitted) parts.name(serial, slot)
    return
  }
  const taken = off === null || isOffTold ? null : parts.takeOff(removed, slot)
  if (off !== null && !isOffTold) endStay(watching, state, { taken, change, end: off.end, slot }, stays, shelf)
  if (on === null || isOnTold) return
  if (parts.isFull()) {
    const pushed = parts.takeOff([], slot)
    endStay(watching, state, { taken: pushed, change: { ...change, row: null }, end: 'unseen', slot }, stays, shelf)
  }
  for (const serial of fitted) gone.delete(serial)
  const known = takeFromShelf(shelf, fitted)
  const part = parts.fit({
    from: at,
    isOriginal: known?.isOriginal ?? false,
    serials: fitted,
    slot,
    before: known === null ? { age: 0, entry: 0 } : { age: known.age, entry: known.entry },
  })
  addSuperposed(watching, state, at, { on: { used: part.before?.age ?? 0, isNamed: fitted.length > 0 } })
}

function takeFromShelf(shelf: Shelved[], serials: readonly string[]): Shelved | null {
  const at = shelf.findIndex((part) => part.serials.some((serial) => serials.includes(serial)))
  return at < 0 ? null : (shelf.splice(at, 1)[0] ?? null)
}

interface StayOver {
  readonly taken: PartOff | null
  readonly change: PartChange
  readonly end: StayEnd
  readonly slot: string
}

/** A part came off. It is under watch from when records begin; nothing is learnt of one that ended before. */
function endStay(
  watching: Watching,
  state: TrainState,
  { taken, change: { at, row, off }, end }: StayOver,
  stays: StayedPart[],
  shelf: Shelved[],
): void {
  const { watch, leave } = watching
  const isFailure = end === 'failed'
  const isInside = at >= watch.from && at < watch.to
  if (taken === null) {
    if (isFailure && row !== null && isInside) leave('repaired-on', row)
    return
  }
  const { part, isAssumed, knownBy } = taken
  for (const serial of off?.serials ?? []) state.gone.add(serial)
  addSuperposed(watching, state, at, {
    off: { isFailure, among: knownBy === 'unnamed' || knownBy === 'nothing' ? knownBy : part.id },
  })
  const isBeyond = at >= state.end
  if (isBeyond && isFailure && row !== null && at < watch.to) leave('distance-unknown', row)
  const ages = agesAt(watching, state, part, Math.min(at, state.end))
  if (ages === null || !(ages.age > ages.entry)) {
    if (isFailure && !isBeyond && isInside && row !== null) leave('distance-unknown', row)
    return
  }
  const stayed = { ...ages, row, count: 1, isOriginal: part.isOriginal, isAssumed }
  const serials = [...new Set([...part.serials, ...(off?.serials ?? [])])]
  const failedRow = isFailure && !isBeyond ? row : null
  if (at > watch.from) noteStay(watching, state, { part, at: Math.min(at, state.end), ages, serials, failedRow })
  if (isBeyond) stays.push({ ...stayed, end: null })
  else if (LIVES_ON.has(end) && serials.length > 0) {
    shelf.push({ ...stayed, end, serials })
  } else if (at > watch.from) stays.push({ ...stayed, end })
}

interface StaySoFar {
  readonly part: FittedPart
  readonly at: number
  readonly ages: NonNullable<UsedBefore>
  readonly serials: readonly string[]
  readonly failedRow: number | null
}

/** On this train a part was watched from when it was fitted, or from when records begin. */
function noteStay(
  { watch, note }: Watching,
  { id }: TrainState,
  { part, at, ages, serials, failedRow }: StaySoFar,
  count = 1,
): void {
  const entry = part.from < watch.from ? ages.entry : (part.before?.age ?? 0)
  if (note === undefined || !(ages.age > entry)) return
  const from = Math.max(part.from, watch.from)
  const { isOriginal } = part
  note({ trainId: id, from, to: at, entry, exit: ages.age, failedRow, count, isOriginal, serials })
}

/** Age of a part and when it came under watch; null where the distance between is unknown. */
function agesAt({ measure, watch }: Watching, { usage }: TrainState, part: FittedPart, at: number): UsedBefore {
  if (part.before === null) return null
  const age = ageBetween(usage, measure, part.from, at)
  const early = part.from < watch.from ? ageBetween(usage, measure, part.from, Math.min(at, watch.from)) : 0
  if (age === null || early === null) return null
  const entry = part.from < watch.from ? part.before.age + early : part.before.entry
  return { age: part.before.age + age, entry }
}

function addSurvivors(watching: Watching, state: TrainState, stays: StayedPart[]): void {
  if (state.end <= watching.watch.from) return
  const { parts, service } = state
  const original = { from: service, isOriginal: true, before: { age: 0, entry: 0 }, id: -1, serials: [], slot: '' }
  const alive: (readonly [FittedPart, number])[] = [
    ...(parts.originals() > 0 ? [[original, parts.originals()] as const] : []),
    ...parts.others().map((part) => [part, 1] as const),
  ]
  for (const [part, count] of alive) {
    const ages = part.from < state.end ? agesAt(watching, state, part, state.end) : null
    if (ages === null) continue
    stays.push({ ...ages, end: null, row: null, count, isOriginal: part.isOriginal, isAssumed: false })
    noteStay(watching, state, { part, at: state.end, ages, serials: part.serials, failedRow: null }, count)
  }
}

function addSuperposed({ measure }: Watching, state: TrainState, at: number, what: Omit<SuperposedEvent, 'at'>): void {
  if (state.superposed === null || at >= state.end) return
  const age = ageBetween(state.usage, measure, state.service, at)
  if (age === null) state.superposed = null
  else state.superposed.push({ at: age, ...what })
}

function superposedTrains(
  { measure, quantity }: Watching,
  states: ReadonlyMap<string, TrainState>,
): readonly SuperposedTrain[] {
  return [...states.values()].flatMap(({ superposed, usage, service, end }) => {
    const age = ageBetween(usage, measure, service, end)
    return superposed === null || age === null || !(age > 0) ? [] : [{ slots: quantity, end: age, events: superposed }]
  })
}

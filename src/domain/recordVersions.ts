/**
 * The merge state of a whole record, and its compact text form. Nested state reads back three to five times slower
 * from IndexedDB than one string, and nearly every record is still as its first change wrote it, so the text holds
 * that first write once and then only the fields that differ from it.
 */
import { isConflict, shownValue, type FieldState, type FieldValue, type VersionVector } from './fieldVersions'
import { fieldOfEntry, isEntryName, wholeLists, type WrittenEntry } from './listEntries'
import { isPlainObject } from './plainObject'
import type { Json } from './records/field'
import { stateOfWrite } from './fieldVersions'

export type RecordVersions = Readonly<Record<string, FieldState>>
export type FieldSet = Readonly<Record<string, Json>>

/** Who wrote, in which change, when: everything of a write except its value. */
export interface Origin {
  readonly device: string
  readonly change: number
  readonly stamp: number
  readonly actor: string
}

type PackedWrite = readonly [device: string, change: number, stamp: number, actor: string, value: Json]
type Packed = readonly [
  device: string,
  change: number,
  stamp: number,
  actor: string,
  differing?: Readonly<Record<string, readonly [VersionVector, readonly PackedWrite[]]>>,
]

/** The text for a record whose fields all come from one change. */
export const packOrigin = ({ device, change, stamp, actor }: Origin): string =>
  JSON.stringify([device, change, stamp, actor])

/** The merge state of a stored record: `versions` is its text form, `fields` its values as stored. */
export function unpackVersions(versions: string, fields: FieldSet): RecordVersions {
  const [device, change, stamp, actor, differing = {}] = JSON.parse(versions) as Packed
  const states: Record<string, FieldState> = {}
  // A list is what its entries add up to.
  const lists = new Set(Object.keys(differing).filter(isEntryName).map(fieldOfEntry))
  for (const [field, value] of Object.entries(fields))
    if (!lists.has(field)) states[field] = stateOfWrite({ value, device, change, stamp, actor })
  for (const [field, [seen, writes]] of Object.entries(differing))
    states[field] = {
      seen,
      values: writes.map(([device, change, stamp, actor, value]) => ({ device, change, stamp, actor, value })),
    }
  return states
}

/** Whether it can be the number of a change, or another count from 0. */
export const isCount = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < HIGHEST_COUNT

/** Numbers that later ones are counted on from must leave room for them. */
const HIGHEST_COUNT = 2 ** 48

export const isVector = (value: unknown): boolean => isPlainObject(value) && Object.values(value).every(isCount)

const isWrite = (value: unknown): boolean =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  isCount(value[1]) &&
  Number.isFinite(value[2]) &&
  typeof value[3] === 'string'

/** Whether a value is the text form of versions; what comes from a file is asked. */
export function areVersions(value: unknown): boolean {
  let packed: unknown
  try {
    packed = JSON.parse(String(value))
  } catch {
    return false
  }
  if (!isWrite(packed)) return false
  const [, , , , differing = {}] = packed as unknown[]
  return (
    isPlainObject(differing) &&
    Object.values(differing).every(
      (state) =>
        Array.isArray(state) &&
        isVector(state[0]) &&
        Array.isArray(state[1]) &&
        state[1].length > 0 &&
        state[1].every((write) => isWrite(write) && write.length === 5),
    )
  )
}

const isFrom = (state: FieldState, origin: Origin): boolean => {
  const [only] = state.values
  return (
    state.values.length === 1 &&
    only !== undefined &&
    only.device === origin.device &&
    only.change === origin.change &&
    only.stamp === origin.stamp &&
    only.actor === origin.actor &&
    Object.keys(state.seen).length === 1
  )
}

const packWrite = ({ device, change, stamp, actor, value }: FieldValue): PackedWrite => [
  device,
  change,
  stamp,
  actor,
  value,
]

/**
 * The inverse of `unpackVersions`: the text form, and the values to store flat beside it. Cleared fields and empty lists are
 * left out; a list stands there whole.
 */
export function packVersions(states: RecordVersions): { versions: string; fields: Record<string, Json> } {
  const first = Object.values(states)
    .flatMap((state) => state.values)
    .sort((a, b) => a.stamp - b.stamp || a.change - b.change)[0]
  if (first === undefined) throw new RangeError('packVersions requires at least one written field')
  const fields: Record<string, Json> = {}
  const differing: Record<string, readonly [VersionVector, readonly PackedWrite[]]> = {}
  for (const [field, state] of Object.entries(states)) {
    const value = shownValue(state)
    const isEntry = isEntryName(field)
    if (value !== null && !isEntry) fields[field] = value
    if (isEntry || !isFrom(state, first) || value === null) differing[field] = [state.seen, state.values.map(packWrite)]
  }
  Object.assign(fields, wholeLists(writtenEntries(states)))
  const { device, change, stamp, actor } = first
  const packed: Packed =
    Object.keys(differing).length > 0 ? [device, change, stamp, actor, differing] : [device, change, stamp, actor]
  return { versions: JSON.stringify(packed), fields }
}

/** What stands in the registers of the entries of all lists. */
export function writtenEntries(states: RecordVersions): ReadonlyMap<string, WrittenEntry> {
  const written = new Map<string, WrittenEntry>()
  for (const [name, state] of Object.entries(states))
    if (isEntryName(name)) written.set(name, { value: shownValue(state), stamp: state.values.at(-1)?.stamp ?? 0 })
  return written
}

/**
 * What an edit writes, with the lists it adds to as they are after it: whoever asks which fields a change touches, and with
 * what, need not know of entries.
 */
export function withWholeLists(states: RecordVersions, set: FieldSet): FieldSet {
  const names = Object.keys(set).filter(isEntryName)
  if (names.length === 0) return set
  const written = new Map(writtenEntries(states))
  for (const name of names) written.set(name, { value: set[name] ?? null, stamp: Infinity })
  const whole = wholeLists(written)
  return Object.fromEntries(
    Object.entries(set).map(([name, value]) => {
      const field = fieldOfEntry(name)
      return [field, isEntryName(name) ? (whole[field] ?? null) : value]
    }),
  )
}

/** The fields that say more than one thing, of a record in its text form; most records have none, which a look tells. */
export function statesInDispute(versions: string): RecordVersions {
  // Only what several changes wrote is named field by field.
  if (!versions.endsWith('}]')) return {}
  return Object.fromEntries(Object.entries(unpackVersions(versions, {})).filter(([, state]) => isConflict(state)))
}

/** Fields on which devices disagree until a person chooses. */
export const conflictsOf = (states: RecordVersions): readonly string[] =>
  Object.entries(states).flatMap(([field, state]) => (isConflict(state) ? [field] : []))

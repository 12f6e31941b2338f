/**
 * How two devices that never met agree on a record without asking a clock.
 *
 * Every field is a multi-value register: it knows which writes it has seen (a version vector: device → number of
 * that device's change) and holds the values that no seen write has replaced. A write replaces exactly the values
 * its author had seen. Two writes that had not seen each other both survive: a conflict that a person settles with
 * an ordinary write. `mergeField` is commutative, associative and idempotent, so the order and the number of times
 * in which changes arrive do not matter.
 *
 * Source: the multi-value register with causal context of delta-state CRDTs (Almeida, Shoker, Baquero 2018); a vector
 * instead of a cloud of dots is enough because a device always sees its own earlier writes.
 */
import type { Json } from './records/field'

/** device → highest change number of that device that has been seen on this field */
export type VersionVector = Readonly<Record<string, number>>

export interface FieldValue {
  /** null: the field was cleared. */
  readonly value: Json
  readonly device: string
  /** Number of the change on that device; with `device` it names the write. */
  readonly change: number
  /** Milliseconds since 1970, for sorting and for people; never decides what is kept. */
  readonly stamp: number
  readonly actor: string
}

export interface FieldState {
  readonly seen: VersionVector
  /** One value normally; several when devices wrote without seeing each other. Sorted by stamp, then device. */
  readonly values: readonly FieldValue[]
}

const UNWRITTEN: FieldState = { seen: {}, values: [] }

const covers = (seen: VersionVector, write: FieldValue): boolean => (seen[write.device] ?? 0) >= write.change
const isSameWrite = (a: FieldValue, b: FieldValue): boolean => a.device === b.device && a.change === b.change

const byStamp = (a: FieldValue, b: FieldValue): number =>
  a.stamp - b.stamp || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.change - b.change)

function mergeVectors(a: VersionVector, b: VersionVector): VersionVector {
  const merged: Record<string, number> = { ...a }
  for (const [device, change] of Object.entries(b)) merged[device] = Math.max(merged[device] ?? 0, change)
  return merged
}

/** What is true after both states are known: a value survives unless the other side has seen and replaced it. */
export function mergeField(a: FieldState, b: FieldState): FieldState {
  const fromA = a.values.filter(
    (write) => !covers(b.seen, write) || b.values.some((other) => isSameWrite(other, write)),
  )
  const fromB = b.values.filter((write) => !covers(a.seen, write) && !fromA.some((other) => isSameWrite(other, write)))
  return { seen: mergeVectors(a.seen, b.seen), values: [...fromA, ...fromB].sort(byStamp) }
}

/** The state that one write alone stands for: it has seen `base` and itself. */
export const stateOfWrite = (write: FieldValue, base: VersionVector = {}): FieldState => ({
  seen: mergeVectors(base, { [write.device]: write.change }),
  values: [write],
})

/** A field after a write whose author had seen `base`. */
export const writeField = (current: FieldState | undefined, write: FieldValue, base: VersionVector): FieldState =>
  mergeField(current ?? UNWRITTEN, stateOfWrite(write, base))

/** The value to show: the one with the latest stamp. Others, if any, are shown beside it as a conflict. */
export const shownValue = (state: FieldState): Json => state.values.at(-1)?.value ?? null

/** Two devices that said the same without seeing each other do not disagree. */
export const isConflict = ({ values }: FieldState): boolean =>
  values.length > 1 && new Set(values.map(({ value }) => JSON.stringify(value))).size > 1

/** A stamp that sorts after everything seen on the field, even when this device's clock is behind. */
export const nextStamp = (now: number, state: FieldState | undefined): number =>
  Math.max(now, ...(state?.values.map((write) => write.stamp + 1) ?? []))

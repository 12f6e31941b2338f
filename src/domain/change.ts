/**
 * A change is what one command did: the unit of history, undo, hand-over and synchronisation.
 * The log of changes is append-only; records are what the log adds up to.
 */
import { isConflict, mergeField, nextStamp, stateOfWrite, type FieldState, type VersionVector } from './fieldVersions'
import type { FieldSet, RecordVersions } from './recordVersions'
import type { Json } from './records/field'
import type { TableName } from './records/tables'

export interface Edit {
  readonly table: TableName
  readonly record: string
  /** New values; null clears a field. */
  readonly set: FieldSet
  /** What the fields held before, for people and for undo; absent when the record is new. */
  readonly was?: FieldSet
  /** Per field, the writes its author had seen; absent fields had never been written. */
  readonly base?: Readonly<Record<string, VersionVector>>
}

export interface Change {
  readonly id: string
  /** Schema version of the device that wrote it. */
  readonly v: number
  readonly device: string
  /** Counts the changes of this device from 1. */
  readonly number: number
  readonly at: number
  readonly actor: string
  /** In which role; absent in entries from before roles were written down. */
  readonly role?: string
  /** What was done, as a stable name such as `file-failure`. */
  readonly command: string
  readonly why?: string
  /** For an import: the batch whose records this change created. */
  readonly batchId?: string
  /** For an undo: the change it takes back. */
  readonly undoes?: string
  readonly edits: readonly Edit[]
}

/** Whether two values say the same; nothing and null are the same. */
export const isSameJson = (a: Json | undefined, b: Json | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The edit that brings a record from its present state to `wanted`; null when nothing differs. Unnamed fields stay. */
export function editTowards(
  table: TableName,
  record: string,
  states: RecordVersions | undefined,
  wanted: FieldSet,
): Edit | null {
  const set: Record<string, Json> = {}
  const was: Record<string, Json> = {}
  const base: Record<string, VersionVector> = {}
  for (const [field, value] of Object.entries(wanted)) {
    const state = states?.[field]
    const present = state?.values.at(-1)?.value
    const settlesConflict = state !== undefined && isConflict(state)
    if (isSameJson(present, value) && !settlesConflict) continue
    set[field] = value
    was[field] = present ?? null
    if (state !== undefined) base[field] = state.seen
  }
  if (Object.keys(set).length === 0) return null
  return states === undefined ? { table, record, set } : { table, record, set, was, base }
}

/** A record's state after an edit of a change. Applying it twice, or in another order, ends in the same state. */
export function applyEdit(
  states: RecordVersions | undefined,
  edit: Edit,
  change: Pick<Change, 'device' | 'number' | 'at' | 'actor'>,
): RecordVersions {
  const next: Record<string, FieldState> = { ...states }
  for (const [field, value] of Object.entries(edit.set)) {
    const current = next[field]
    const write = { value, device: change.device, change: change.number, stamp: change.at, actor: change.actor }
    const written = stateOfWrite(write, edit.base?.[field])
    next[field] = current === undefined ? written : mergeField(current, written)
  }
  return next
}

/** A stamp for a change that sorts after every write it replaces. */
export const stampFor = (
  now: number,
  edits: readonly Edit[],
  statesOf: (edit: Edit) => RecordVersions | undefined,
): number =>
  Math.max(
    now,
    ...edits.flatMap((edit) => Object.keys(edit.set).map((field) => nextStamp(now, statesOf(edit)?.[field]))),
  )

/**
 * What takes a change back: every field gets the value it had before. Records the change created are marked deleted.
 * It is an ordinary change on top, so history keeps both.
 */
export const inverseValues = (change: Change): readonly { table: TableName; record: string; wanted: FieldSet }[] =>
  change.edits.map((edit) => ({
    table: edit.table,
    record: edit.record,
    wanted: edit.was ?? { deleted: edit.set['deleted'] === true ? null : true },
  }))

/**
 * A form over one record: what was touched and what the record held when it was touched. Only what was touched is written;
 * a field that somebody else changed meanwhile is shown with both values before anything is saved.
 */
import type { Json } from '../domain/records/field'
import { isUnread, type Unread } from '../domain/typedValue'
import type { DraftLabel } from './draftKeeper'
import { useDraft, type OpenDraft } from './useDraft'

type Values = Readonly<Record<string, unknown>>

interface Touched {
  readonly touched: Values
  /** The values the record held when these fields were touched first. */
  readonly seen: Values
  /** What a new record began with, kept from the first touch on. */
  readonly preset?: Values
}

export interface Conflict {
  readonly name: string
  readonly theirs: unknown
  readonly mine: unknown
}

export interface Form {
  readonly draft: OpenDraft
  /** What the record would hold. */
  readonly values: Values
  readonly valueOf: (name: string) => unknown
  readonly set: (name: string, value: unknown) => void
  /** Several fields at once. */
  readonly change: (values: Values) => void
  /** Names of the fields that would be written, notes left out. */
  readonly changed: readonly string[]
  /** Fields whose text could not be read. */
  readonly unread: readonly { readonly name: string; readonly value: Unread }[]
  readonly conflicts: readonly Conflict[]
  readonly takeTheirs: (name: string) => void
  readonly keepMine: (name: string) => void
  /** Touched fields to write, null where one was cleared; all of them for a new record. */
  readonly patch: () => Readonly<Record<string, unknown>>
  /** What the form had read in the fields it writes. */
  readonly seen: Readonly<Record<string, Json>>
}

interface Options {
  /** Names the form and the record it is about. */
  readonly form: string
  /** The stored record as it is now, or what a new one begins with. */
  readonly record: object
  readonly isNew?: boolean
  readonly label?: DraftLabel
}

const EMPTY: Touched = { touched: {}, seen: {} }
const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a === '' ? null : (a ?? null)) === JSON.stringify(b === '' ? null : (b ?? null))

/** Kept in the draft and not part of the record, such as the reason for a change. */
const isNote = (name: string): boolean => name.startsWith('#')

/** @returns the fields after one of them was touched; one that holds again what was stored is not touched any more */
export function touch(before: Touched, stored: Values, typed: Values): Touched {
  const touched = { ...before.touched }
  const seen = { ...before.seen }
  for (const [name, value] of Object.entries(typed)) {
    if (!(name in seen)) seen[name] = stored[name] ?? null
    touched[name] = value ?? null
    if (!isSame(touched[name], seen[name])) continue
    delete touched[name]
    delete seen[name]
  }
  return { ...before, touched, seen }
}

/** Fields that hold neither what the form had read nor what it wants to write. */
export const conflictsOf = ({ touched, seen }: Touched, stored: Values): readonly Conflict[] =>
  Object.keys(touched)
    .filter((name) => !isNote(name) && !isSame(stored[name], seen[name]) && !isSame(stored[name], touched[name]))
    .map((name) => ({ name, theirs: stored[name], mine: touched[name] }))

/** @returns null until it is known whether there is a draft */
export function useForm({ form, record, isNew = false, label }: Options): Form | null {
  const draft = useDraft({ form, initial: EMPTY as never, ...(label === undefined ? {} : { label }) })
  if (draft === null) return null
  const held = draft.fields as unknown as Touched
  const stored: Values = isNew ? { ...record, ...held.preset } : (record as Values)
  const edit = (update: (before: Touched) => Touched): void =>
    draft.change((fields) => update(fields as unknown as Touched) as never)
  const change = (typed: Values): void =>
    edit((before) => {
      const after = touch(before, isNew ? { ...record, ...before.preset } : (record as Values), typed)
      return isNew && Object.keys(after.touched).length > 0
        ? { ...after, preset: before.preset ?? { ...record } }
        : drop(after)
    })
  const { touched } = held
  const values: Values = { ...stored, ...withoutNulls(touched) }
  const changed = Object.keys(touched).filter((name) => !isNote(name))
  return {
    draft,
    values,
    valueOf: (name) => values[name],
    set: (name, value) => change({ [name]: value }),
    change,
    changed,
    unread: changed.flatMap((name) => {
      const value = touched[name]
      return isUnread(value) ? [{ name, value }] : []
    }),
    conflicts: isNew ? [] : conflictsOf(held, stored),
    takeTheirs: (name) =>
      edit((before) => ({ ...before, touched: without(before.touched, name), seen: without(before.seen, name) })),
    keepMine: (name) => edit((before) => ({ ...before, seen: { ...before.seen, [name]: stored[name] ?? null } })),
    patch: () => ({
      ...(isNew ? stored : {}),
      ...Object.fromEntries(changed.map((name) => [name, touched[name] ?? null])),
    }),
    seen: Object.fromEntries(changed.map((name) => [name, (held.seen[name] ?? null) as Json])),
  }
}

const without = (values: Values, name: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([known]) => known !== name))
const drop = ({ touched, seen }: Touched): Touched => ({ touched, seen })
const withoutNulls = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? undefined]))

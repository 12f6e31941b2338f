/**
 * Lists that several people add to (custody steps, waivers, notes, whys): every entry is a register of its own inside the
 * record, so that two additions made apart both stand, and one entry changed apart is a conflict about that entry alone.
 *
 * An entry is named `list/hash`, one below another `list/hash/below/hash`. The hash is of what makes two entries the same
 * one, so that a list written whole, as logs before version 13 have it, names its entries alike on every device.
 */
import { isSameJson, type Edit } from './change'
import { isPlainObject } from './plainObject'
import type { FieldSet } from './recordVersions'
import type { ListShape, ListShapes } from './records/defineRecord'
import type { Json } from './records/field'
import { sha256 } from './sha256'

/** An entry as its register holds it; null there means that it was taken out. */
export interface ListEntry {
  /** Entries stand in the order of their places; those of one place in the order in which they were written. */
  readonly place: number
  /** The list below it is empty here: its entries have registers of their own. */
  readonly entry: Json
}

/** What is written to one register, and when. */
export interface WrittenEntry {
  readonly value: Json
  readonly stamp: number
}

const BETWEEN = '/'
/** 48 bits: two different entries of one list do not meet. */
const HASH_LENGTH = 12

export const isEntryName = (field: string): boolean => field.includes(BETWEEN)

/** The field an entry belongs to; every other field is its own. */
export const fieldOfEntry = (field: string): string => {
  const end = field.indexOf(BETWEEN)
  return end < 0 ? field : field.slice(0, end)
}

/** Whether a value can stand in the register of an entry; what comes from elsewhere is asked. */
export const isListEntry = (value: unknown): boolean =>
  isPlainObject(value) && Number.isFinite(value['place']) && value['entry'] !== undefined

const asEntry = (value: Json): ListEntry => value as unknown as ListEntry

/** The entry that a register holds; null where it was taken out. */
export const entryIn = (value: Json): Json => (isListEntry(value) ? asEntry(value).entry : value)

/**
 * The entries of a list by their names, those below others among them.
 * @param list null and undefined are an empty one; anything else that is no list is taken for its only entry
 */
export function entriesOf(field: string, list: Json | undefined, shape: ListShape): ReadonlyMap<string, ListEntry> {
  const named = new Map<string, ListEntry>()
  if (list === null || list === undefined) return named
  const entries = Array.isArray(list) ? (list as readonly Json[]) : [list]
  for (const [place, whole] of entries.entries()) {
    const { entry, below } = withoutBelow(whole, shape)
    const name = freeName(`${field}${BETWEEN}${hashOf(entry, shape)}`, named)
    named.set(name, { place, entry })
    if (below === undefined) continue
    for (const [inner, one] of entriesOf(`${name}${BETWEEN}${below.name}`, below.list, below.shape))
      named.set(inner, one)
  }
  return named
}

function withoutBelow(
  whole: Json,
  { below }: ListShape,
): {
  readonly entry: Json
  readonly below?: { readonly name: string; readonly list: Json; readonly shape: ListShape }
} {
  if (below === undefined || !isPlainObject(whole)) return { entry: whole }
  const [name, shape] = below
  const { [name]: list } = whole as Readonly<Record<string, Json>>
  if (!Array.isArray(list)) return { entry: whole }
  return { entry: { ...(whole as object), [name]: [] }, below: { name, list: list as Json, shape: shape() } }
}

/** Equal entries of one list are told apart by a number. */
function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name
  for (let at = 2; taken.has(free); at += 1) free = `${name}~${String(at)}`
  return free
}

function hashOf(entry: Json, { same }: ListShape): string {
  const named = isPlainObject(entry) ? (entry as Readonly<Record<string, Json>>) : null
  const told = same === undefined || named === null ? entry : same.map((name) => named[name] ?? null)
  return sha256(JSON.stringify(inOrder(told))).slice(0, HASH_LENGTH)
}

/** The same value with the keys of every object in one order. */
function inOrder(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(inOrder)
  if (!isPlainObject(value)) return value
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Json>>)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, inOrder(one)]),
  )
}

/** Whether two entries say the same, whatever the order of what they say; a list below that is empty is none. */
const isSameEntry = (a: Json, b: Json): boolean => isSameJson(inOrder(withoutEmpty(a)), inOrder(withoutEmpty(b)))

const withoutEmpty = (entry: Json): Json =>
  isPlainObject(entry)
    ? Object.fromEntries(Object.entries(entry as Readonly<Record<string, Json>>).filter(([, one]) => !isEmptyList(one)))
    : entry

const isEmptyList = (value: Json): boolean => Array.isArray(value) && value.length === 0

interface Built {
  readonly place: number
  readonly stamp: number
  readonly name: string
  readonly entry: Json
  readonly below: Map<string, Built[]>
}

/**
 * The lists whole, as every reader knows them: per field its entries in their order.
 * @param written per name what its register holds; an entry below one that was taken out moves up
 */
export const wholeLists = (written: ReadonlyMap<string, WrittenEntry>): Readonly<Record<string, readonly Json[]>> =>
  Object.fromEntries([...builtLists(written)].map(([field, entries]) => [field, entries.map(wholeEntry)]))

function builtLists(written: ReadonlyMap<string, WrittenEntry>): ReadonlyMap<string, readonly Built[]> {
  const built = new Map<string, Built>()
  for (const [name, { value, stamp }] of written)
    if (isListEntry(value)) built.set(name, { ...asEntry(value), stamp, name, below: new Map() })
  const lists = new Map<string, Built[]>()
  for (const one of [...built.values()].sort(byPlace)) {
    const { above, list } = whereIn(one.name, built)
    const into = above?.below ?? lists
    into.set(list, [...(into.get(list) ?? []), one])
  }
  return lists
}

const byPlace = (a: Built, b: Built): number =>
  a.place - b.place || a.stamp - b.stamp || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

/**
 * The first entry that stands on one that is to be taken out: it is below it, or a later step of a chain.
 * @param registers what stands in the registers of the record
 */
export function standingOnEntry(name: string, registers: FieldSet, { isChain }: ListShape): string | undefined {
  const below = Object.keys(registers).find((other) => other.startsWith(name + BETWEEN))
  const own = registers[name] ?? null
  if (below !== undefined || isChain !== true || !isListEntry(own)) return below
  const list = name.slice(0, name.lastIndexOf(BETWEEN))
  return Object.entries(registers).find(
    ([other, value]) =>
      other !== name &&
      other.slice(0, other.lastIndexOf(BETWEEN)) === list &&
      isListEntry(value) &&
      asEntry(value).place > asEntry(own).place,
  )?.[0]
}

/** The nearest entry above it that still stands, and the list there it belongs to. */
function whereIn(
  name: string,
  built: ReadonlyMap<string, Built>,
): { readonly above: Built | undefined; readonly list: string } {
  const steps = name.split(BETWEEN)
  for (let end = steps.length - 2; end > 1; end -= 2) {
    const above = built.get(steps.slice(0, end).join(BETWEEN))
    if (above !== undefined) return { above, list: steps[end] ?? '' }
  }
  return { above: undefined, list: steps[0] ?? '' }
}

const wholeEntry = ({ entry, below }: Built): Json =>
  below.size === 0
    ? entry
    : {
        ...(entry as Readonly<Record<string, Json>>),
        ...Object.fromEntries([...below].map(([name, list]) => [name, list.map(wholeEntry)])),
      }

/** What brings a list from one state to another, per entry that differs: what was read of it and what it is to be. */
export interface EntryStep {
  readonly before: Json
  /** null: taken out. */
  readonly after: Json
}

/**
 * @param read the list whole, as the author of the change had it before
 * @param placeOf where an entry stands, where it is not where `read` has it
 */
export function entrySteps(
  field: string,
  read: Json | undefined,
  wanted: Json,
  shape: ListShape,
  placeOf: (name: string) => number | undefined = () => undefined,
): ReadonlyMap<string, EntryStep> {
  const before = entriesOf(field, read, shape)
  const after = entriesOf(field, wanted, shape)
  const stands = (name: string): number | undefined => placeOf(name) ?? before.get(name)?.place
  const places = placesFor([...after.keys()], stands)
  const steps = new Map<string, EntryStep>()
  const asRead = (name: string, { entry, place }: ListEntry): Json => ({ place: stands(name) ?? place, entry })
  for (const [name, known] of before)
    if (!after.has(name)) steps.set(name, { before: asRead(name, known), after: null })
  for (const [name, { entry }] of after) {
    const known = before.get(name)
    const place = places.get(name) ?? 0
    if (known === undefined) steps.set(name, { before: null, after: { place, entry } })
    else if (!isSameEntry(known.entry, entry) || place !== stands(name))
      steps.set(name, { before: asRead(name, known), after: { place, entry } })
  }
  return steps
}

/**
 * What brings a stored list to what a form or a command wants.
 * @param written what stands in the registers of the record's entries
 * @param seen the list whole, as a form read it; without it the list as it stands is what was read
 * @returns per register what was read of it and what it is to be; what the form left alone is not among them
 */
export function listSteps(
  field: string,
  written: ReadonlyMap<string, WrittenEntry>,
  seen: { readonly list: Json } | undefined,
  wanted: Json,
  shape: ListShape,
): ReadonlyMap<string, EntryStep> {
  const built = builtLists(written).get(field) ?? []
  const registers = registersOf(field, built, shape)
  const placeOf = (name: string): number | undefined => {
    const value = written.get(registers.get(name) ?? name)?.value ?? null
    return isListEntry(value) ? asEntry(value).place : undefined
  }
  const read = seen === undefined ? built.map(wholeEntry) : seen.list
  const steps = entrySteps(field, read, wanted, shape, placeOf)
  return new Map([...steps].map(([name, step]) => [registerFor(name, registers), step]))
}

/** An entry that moved up, or whose twin went, stands under another name than the list as a whole would give it. */
function registersOf(field: string, built: readonly Built[], shape: ListShape): Map<string, string> {
  const registers = new Map<string, string>()
  for (const { name, entry, below } of built) {
    const given = freeName(`${field}${BETWEEN}${hashOf(entry, shape)}`, registers)
    registers.set(given, name)
    const [list, inner] = shape.below ?? []
    if (list === undefined || inner === undefined) continue
    for (const [one, register] of registersOf(`${given}${BETWEEN}${list}`, below.get(list) ?? [], inner()))
      registers.set(one, register)
  }
  return registers
}

/** The register of an entry, or of a new one below an entry that has one. */
function registerFor(name: string, registers: ReadonlyMap<string, string>): string {
  const steps = name.split(BETWEEN)
  for (let end = steps.length; end > 1; end -= 2) {
    const register = registers.get(steps.slice(0, end).join(BETWEEN))
    if (register !== undefined) return [register, ...steps.slice(end)].join(BETWEEN)
  }
  return name
}

/** Places in rising order per list: kept where they rise, else between their neighbours. */
function placesFor(names: readonly string[], known: (name: string) => number | undefined): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const lists = new Map<string, string[]>()
  for (const name of names) {
    const list = name.slice(0, name.lastIndexOf(BETWEEN))
    lists.set(list, [...(lists.get(list) ?? []), name])
  }
  for (const list of lists.values()) {
    let last = -1
    for (const [at, name] of list.entries()) {
      const own = known(name)
      const next = list.slice(at + 1).flatMap((later) => known(later) ?? [])[0]
      const between = next !== undefined && next > last ? Math.min(last + 1, (last + next) / 2) : last + 1
      last = own !== undefined && own > last ? own : between
      places.set(name, last)
    }
  }
  return places
}

/**
 * An edit with its lists taken apart, entry by entry. What an entry writes has seen what the author had seen of the list.
 * @returns the same edit where it writes no list whole
 */
export function editOfEntries(edit: Edit, lists: ListShapes): Edit {
  const fields = Object.keys(lists).filter((field) => field in edit.set)
  if (fields.length === 0) return edit
  const set: Record<string, Json> = { ...edit.set }
  const was: Record<string, Json> = { ...edit.was }
  const base = { ...edit.base }
  for (const field of fields) {
    const seen = edit.base?.[field]
    const steps = entrySteps(field, edit.was?.[field], edit.set[field] ?? null, lists[field] ?? {})
    for (const [name, { before, after }] of steps) {
      set[name] = after
      was[name] = before
      if (seen !== undefined) base[name] = seen
    }
    delete set[field]
    delete was[field]
    delete base[field]
  }
  if (edit.was === undefined) return { ...edit, set }
  return { ...edit, set, was, ...(edit.base === undefined ? {} : { base }) }
}

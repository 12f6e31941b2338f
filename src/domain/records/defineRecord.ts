/**
 * One description for each family of records. Tables, indexes, history, the log, backups, forms and exports read it, so
 * that a new family is one file here, a line in `tables.ts` and a version of the database.
 */
import { fieldOfEntry } from '../listEntries'
import type { Fields } from './field'

/**
 * What two devices may do to one field without seeing each other:
 * - `fact`: both values are kept until a person chooses;
 * - `position`: a step of a workflow, an approval, a signature or an official number; two of them do not become one;
 * - `list`: a list that several people add to, of which no entry may be lost;
 * - `derived`: worked out by the program, the later value is as good as any.
 */
export type FieldClass = 'fact' | 'position' | 'list' | 'derived'

/** What makes two entries of a list one and the same, on whichever devices they were written. */
export interface ListShape {
  /** Properties that tell an entry from the others; without them only entries that are equal in everything are one. */
  readonly same?: readonly string[]
  /** Each entry stands on those before it: an older one is not taken back from under a later one. */
  readonly isChain?: true
  /** The property of an entry that holds a list of its own, and what that one is. */
  readonly below?: readonly [name: string, shape: () => ListShape]
}

/** The lists of a family by their fields. */
export type ListShapes = Readonly<Partial<Record<string, ListShape>>>

/** Which cache of the engine a change of such a record makes old. */
export type CacheTouched = 'failure-row' | 'reference' | 'none'

/** What a version of the database changes about rows of the version before. */
export interface RowChange {
  /** Version of the database that first holds rows of the new shape. */
  readonly version: number
  /** The row in its new shape. */
  readonly upgrade: (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
}

/** One family of records, as its file describes it. */
export interface RecordDescription<F extends Fields> {
  /** What a person calls records of this kind. */
  readonly zh: string
  readonly en: string
  readonly fields: F
  /** Fields the database can look records up by, beside the id. Each costs a tenth of the time of a bulk import. */
  readonly indexes?: readonly (keyof F & string)[]
  /** Fields that hold a serial: the record is found by each, however it was written. */
  readonly serials?: readonly (keyof F & string)[]
  /** Fields that name the record it belongs to. It shows and counts as long as its owner does. */
  readonly owners?: readonly (keyof F & string)[]
  /** Fields that make two records of different devices the same one. Without them a record is only ever its id. */
  readonly naturalKey?: readonly (keyof F & string)[]
  /** Fields that figures are computed from: what they said is not replaced without a reason. */
  readonly figures?: readonly (keyof F & string)[]
  readonly positions?: readonly (keyof F & string)[]
  readonly lists?: Readonly<Partial<Record<keyof F & string, ListShape>>>
  readonly derived?: readonly (keyof F & string)[]
  /** Pairs of a start and an end; an end before its start is refused. */
  readonly spans?: readonly (readonly [start: keyof F & string, end: keyof F & string])[]
  /** Without any of these a record says nothing and is refused; empty: there is no such rule. */
  readonly saysSomething?: readonly (keyof F & string)[]
  /** In the order of their versions; the database and a restore of an older file apply the same ones. */
  readonly upgrades?: readonly RowChange[]
  readonly touches: CacheTouched
}

/** A family as everybody else reads it: what its description left out is empty. */
export type RecordFamily<F extends Fields = Fields> = Required<Omit<RecordDescription<F>, 'lists'>> & {
  readonly lists: ListShapes
}

/**
 * @throws RangeError when an index, owner, key or class names a field that the family does not have, or when a field
 *   has two classes
 */
export function defineRecord<const F extends Fields>(description: RecordDescription<F>): RecordFamily<F> {
  const family = {
    indexes: [],
    serials: [],
    owners: [],
    naturalKey: [],
    figures: [],
    positions: [],
    lists: {},
    derived: [],
    spans: [],
    saysSomething: [],
    upgrades: [],
    ...description,
  } satisfies RecordFamily<F>
  const { indexes, serials, owners, naturalKey, figures, positions, lists, derived, spans, saysSomething } = family
  const classed: readonly string[] = [...positions, ...Object.keys(lists), ...derived]
  const unknown = [
    ...indexes,
    ...serials,
    ...owners,
    ...naturalKey,
    ...figures,
    ...spans.flat(),
    ...saysSomething,
    ...classed,
  ].find((name) => !(name in family.fields))
  if (unknown !== undefined) throw new RangeError(`${family.en} have no field “${unknown}”`)
  const twice = classed.find((name, at) => classed.indexOf(name) !== at)
  if (twice !== undefined) throw new RangeError(`${family.en}: “${twice}” has two classes`)
  return family
}

/** The class of a field, or of the list an entry belongs to; total, because what is not named otherwise is a fact. */
export function classOf(family: RecordFamily, field: string): FieldClass {
  if (family.positions.includes(field)) return 'position'
  if (fieldOfEntry(field) in family.lists) return 'list'
  return family.derived.includes(field) ? 'derived' : 'fact'
}

/**
 * Where devices disagree about a record: per field every value that still stands, who wrote it and when. Of two values that
 * stand, neither author had seen the other's: whoever had would have replaced it. What each of them did see is what stood
 * before their write, which the log says.
 */
import type { Edit } from './change'
import { isConflict, type FieldState, type FieldValue } from './fieldVersions'
import { entryIn, fieldOfEntry, isEntryName } from './listEntries'
import type { RecordVersions } from './recordVersions'
import { classOf, type FieldClass } from './records/defineRecord'
import type { Json } from './records/field'
import { familyOf, type TableName } from './records/tables'

/** One of the values that stand, with every write that says so. */
export interface Side {
  /** null: the field was cleared. */
  readonly value: Json
  /** By stamp; the last one is the latest. */
  readonly writes: readonly FieldValue[]
}

/** Fields the program works out are never in dispute. */
export type DisputeClass = Exclude<FieldClass, 'derived'>

export interface Dispute {
  readonly field: string
  /** A step of a workflow or a number is decided by whoever leads; of a list no entry may be lost. */
  readonly kind: DisputeClass
  /** Two or more, by their latest stamp: the last one is what the record shows. */
  readonly sides: readonly Side[]
}

/** Marks beside the fields that decide whether a record shows at all. */
const SHOWS: ReadonlySet<string> = new Set(['deleted', 'kept'])

/** What kind of value a disputed field holds; null where the program works it out and nobody has to choose. */
function classOfDispute(table: TableName, field: string): DisputeClass | null {
  if (SHOWS.has(field)) return 'position'
  const kind = classOf(familyOf(table), field)
  return kind === 'derived' ? null : kind
}

/** Is it a field whose value is decided rather than found out? */
export const isPosition = (table: TableName, field: string): boolean => classOfDispute(table, field) === 'position'

/** The fields of a record on which a person has to choose, in the order forms have; those of the company come last. */
export function disputesOf(table: TableName, states: RecordVersions): readonly Dispute[] {
  const disputes = Object.entries(states).flatMap(([field, state]): Dispute[] => {
    const kind = isConflict(state) ? classOfDispute(table, field) : null
    const sides = kind === null ? [] : sidesOf(field, state)
    // Where in its list an entry stands is nothing to choose between.
    return kind === null || sides.length < 2 ? [] : [{ field, kind, sides }]
  })
  if (disputes.length < 2) return disputes
  const order = Object.keys(familyOf(table).fields)
  const placeOf = ({ field }: Dispute): number => {
    const place = order.indexOf(fieldOfEntry(field))
    return place < 0 ? order.length : place
  }
  return disputes.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.field < b.field ? -1 : 1))
}

function sidesOf(field: string, { values }: FieldState): readonly Side[] {
  const sides = new Map<string, FieldValue[]>()
  for (const write of values) {
    const said = JSON.stringify(isEntryName(field) ? entryIn(write.value) : write.value)
    const writes = sides.get(said) ?? []
    // The latest write of a side is its place among the others.
    sides.delete(said)
    sides.set(said, [...writes, write])
  }
  return [...sides.values()].map((writes) => ({ value: writes[0]?.value ?? null, writes }))
}

/** What names a write: no two have the same. */
export const writeName = ({ device, change }: Pick<FieldValue, 'device' | 'change'>): string => `${device} ${change}`

/** The writes a person has looked at; as long as they are the same, nothing else has come in. */
export const writesOf = ({ sides }: Dispute): readonly string[] =>
  sides.flatMap(({ writes }) => writes.map(writeName)).toSorted()

/** The value the record shows until somebody chooses. */
export const shownSide = ({ sides }: Dispute): Side | undefined => sides.at(-1)

/**
 * What stood in the field when somebody wrote to it.
 * @param edit of the change that wrote it; undefined where this device does not hold it
 * @returns null: nothing stood there; undefined: it is not known
 */
export function stoodBefore(edit: Edit | undefined, field: string): Json | undefined {
  if (edit === undefined || !(field in edit.set)) return undefined
  return edit.was?.[field] ?? null
}

/**
 * What goes with a step that was not the right one: what its change wrote to other steps and numbers of the record, and
 * nobody has written since, is again what it was before.
 * @param edit by which the change wrote the step
 */
export function goesWithStep(
  table: TableName,
  states: RecordVersions,
  edit: Edit,
  { device, change }: Pick<FieldValue, 'device' | 'change'>,
): Readonly<Record<string, Json>> {
  const { set, was } = edit
  // Whoever made the record took no step that could be taken back.
  if (was === undefined) return {}
  const isAlone = (field: string): boolean => {
    const [only, another] = states[field]?.values ?? []
    return another === undefined && only?.device === device && only.change === change
  }
  return Object.fromEntries(
    Object.keys(set)
      .filter((field) => isPosition(table, field) && isAlone(field))
      .map((field) => [field, was[field] ?? null]),
  )
}

/** What one device did to the steps and numbers of a record: they belong together and are decided together. */
export interface Way {
  readonly device: string
  /** Its latest write to one of them. */
  readonly last: FieldValue
  readonly values: Readonly<Record<string, Json>>
}

/** The ways a record went on different devices, by the time of their last write; the fields are those of class `position`. */
export function waysOf(disputes: readonly Dispute[]): readonly Way[] {
  const ways = new Map<string, { last: FieldValue; values: Record<string, Json> }>()
  for (const { field, kind, sides } of disputes)
    for (const { value, writes } of kind === 'position' ? sides : [])
      for (const write of writes) {
        const way = ways.get(write.device)
        const last = way === undefined || way.last.stamp < write.stamp ? write : way.last
        ways.set(write.device, { last, values: { ...way?.values, [field]: value } })
      }
  return [...ways].map(([device, way]) => ({ device, ...way })).toSorted((a, b) => a.last.stamp - b.last.stamp)
}

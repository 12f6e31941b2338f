/**
 * What a row about a stored failure says of the records that hang on it: empty fields are filled, what differs is kept
 * for a person to decide, and what is not there yet is new. A cell that is empty says nothing.
 */
import type { Json } from '../../domain/records/field'
import { FIELDS_OF_TABLE, type Origin } from '../../domain/records/tables'
import { bareWords, saysMore, saysSame } from './review/saysSame'

export type ChildTable = 'handlings' | 'replacements' | 'rootCauseAnalyses' | 'correctiveActions'

export interface ChildValue {
  readonly table: ChildTable
  readonly id: string
  readonly failureId: string
  readonly field: string
  /** Null where nothing stood. */
  readonly before: Json
  readonly now: Json
  /** Where it is said. */
  readonly sheet: number
  readonly row: number
}

type Said = Readonly<Record<string, unknown>>

interface Stored {
  readonly id: string
  readonly failureId?: string | undefined
}

export interface ChildRecordComparer {
  /**
   * A row says this of what hangs on a failure.
   * @param stored the records of the failure, the latest last
   * @param names what two of them are told apart by; the first that says the same is meant
   * @param isLastMeant where none says the same, the last one was written anew
   * @returns false when none of them can be meant: it is another one
   */
  readonly say: (
    table: ChildTable,
    stored: readonly Stored[],
    said: Said,
    told: { readonly names: readonly string[]; readonly isLastMeant: boolean },
    origin: Origin | undefined,
  ) => boolean
  /** A row says this of a stored record: what it has is left alone, what it lacks is filled. */
  readonly fill: (table: ChildTable, record: Stored, said: Said, origin: Origin | undefined) => void
  readonly filled: readonly ChildValue[]
  readonly differences: readonly ChildValue[]
}

const placeIn = (origin: Origin | undefined): { readonly sheet: number; readonly row: number } => ({
  sheet: origin?.sheet ?? -1,
  row: origin?.row ?? 0,
})

const isSaid = (value: unknown): value is Json => value !== undefined && value !== null && value !== ''

export function childRecordComparer(): ChildRecordComparer {
  const filled: ChildValue[] = []
  const differences: ChildValue[] = []
  /** What rows before have filled already. */
  const standing = new Map<string, Record<string, Json>>()

  const presentOf = (table: ChildTable, record: Stored): Record<string, Json> => {
    const key = `${table}:${record.id}`
    const present = standing.get(key) ?? { ...(record as unknown as Record<string, Json>) }
    standing.set(key, present)
    return present
  }
  return {
    filled,
    differences,
    fill: (table, record, said, origin) => {
      const present = presentOf(table, record)
      for (const [field, now] of Object.entries(said)) {
        if (!isSaid(now) || isSaid(present[field] ?? null)) continue
        present[field] = now
        const failureId = record.failureId ?? String(said['failureId'] ?? '')
        filled.push({ table, id: record.id, failureId, field, before: null, now, ...placeIn(origin) })
      }
    },
    say: (table, stored, said, { names, isLastMeant }, origin) => {
      const fields = FIELDS_OF_TABLE[table]
      const agrees = (present: Said): boolean =>
        names.some((name) => isSaid(said[name])) &&
        names.every(
          (name) =>
            !isSaid(said[name]) ||
            !isSaid(present[name]) ||
            saysSame(name, fields[name], said[name], present[name] as Json),
        )
      // A ledger joins several records of a kind into one cell: that is all of them again, and nothing new.
      const isPartOf = (present: Said): boolean =>
        names.every((name) => bareWords(String(said[name] ?? '')).includes(bareWords(String(present[name] ?? ''))))
      const all = stored.map((record) => ({ record, present: presentOf(table, record) }))
      const same = all.find(({ present }) => agrees(present))
      if (same === undefined && all.length > 1 && all.every(({ present }) => isPartOf(present))) return true
      const meant = same ?? (isLastMeant ? all.at(-1) : undefined)
      if (meant === undefined) return false
      const { record, present } = meant
      for (const [field, now] of Object.entries(said)) {
        if (!isSaid(now) || fields[field] === undefined) continue
        const before = (present[field] ?? null) as Json
        const value = {
          table,
          id: record.id,
          failureId: record.failureId ?? '',
          field,
          before,
          now,
          ...placeIn(origin),
        }
        if (!isSaid(before)) {
          present[field] = now
          filled.push({ ...value, before: null })
        } else if (saysMore(field, fields[field], now, before)) {
          present[field] = now
          filled.push(value)
        } else if (!saysSame(field, fields[field], now, before)) differences.push(value)
      }
      return true
    },
  }
}

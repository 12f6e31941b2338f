/**
 * What lists say of masters that are there already: empty fields are filled, and what differs is kept for a person to
 * decide. A value that stands is never changed unasked: nobody can tell from a list whether it is newer than what was
 * corrected by hand, and a service date or a quantity moves figures.
 */
import type { PlannedRecord } from '../../domain/importPlan'
import { trainLabel } from '../../domain/trainLabel'
import type { Json } from '../../domain/records/field'
import { FIELDS_OF_TABLE, type RecordOfTable } from '../../domain/records/tables'
import { saysSame } from './review/saysSame'

export type MasterTable = 'products' | 'bomNodes' | 'parties' | 'trains' | 'units' | 'codeItems'

export interface MasterValue {
  readonly table: MasterTable
  readonly id: string
  /** The same record each time the import is worked out anew; the id of a record that is not stored yet is not. */
  readonly key: string
  /** What people call the record. */
  readonly name: string
  readonly field: string
  /** Null where nothing stood. */
  readonly before: Json
  readonly now: Json
  /** The row of the list that says so. */
  readonly sheet: number
  readonly row: number
}

export type MasterOutcome = 'completed' | 'differs' | 'same'

export interface MasterReconciler {
  /**
   * A list says this of a record, stored or planned.
   * @returns whether it filled something, else whether it says something other than what stands
   */
  readonly say: <T extends MasterTable>(
    table: T,
    record: PlannedRecord<T>,
    fields: RecordOfTable[T],
    at: Place,
  ) => MasterOutcome
  /** A record of this import: what later lists add goes right into it. */
  readonly isPlanned: (id: string) => void
  /** Empty fields of stored records that the lists fill. */
  readonly filled: readonly MasterValue[]
  readonly differences: readonly MasterValue[]
}

interface Place {
  readonly sheet: number
  readonly row: number
}

function nameOf(record: Readonly<Record<string, unknown>>): string {
  const { trainNo, vehicleType, name, partNo, serialNo, code, id } = record
  if (typeof trainNo === 'string') return trainLabel(trainNo, typeof vehicleType === 'string' ? vehicleType : '')
  return String([name, partNo, serialNo, code].find((word) => typeof word === 'string' && word !== '') ?? id)
}

export function masterReconciler(): MasterReconciler {
  const planned = new Set<string>()
  /** What stands in stored records once the empty fields are filled. */
  const standing = new Map<string, Record<string, Json>>()
  const filled: MasterValue[] = []
  const differences: MasterValue[] = []
  return {
    filled,
    differences,
    isPlanned: (id) => void planned.add(id),
    say: (table, record, fields, { sheet, row }) => {
      const isNew = planned.has(record.id)
      const place = `${table}:${record.id}`
      const present = isNew
        ? (record as Record<string, unknown>)
        : (standing.get(place) ?? { ...(record as unknown as Record<string, Json>) })
      if (!isNew) standing.set(place, present as Record<string, Json>)
      const key = isNew ? `${table}:${record.origin?.sheet}|${record.origin?.row}` : place
      const name = nameOf(present)
      let outcome: MasterOutcome = 'same'
      for (const [field, said] of Object.entries(fields) as [string, Json | undefined][]) {
        if (said === undefined || said === '') continue
        const before = (present[field] ?? null) as Json
        const value = { table, id: record.id, key, name, field, before, now: said, sheet, row }
        if (before === null || before === '') {
          present[field] = said
          if (!isNew) filled.push({ ...value, before: null })
          outcome = 'completed'
        } else if (!saysSame(field, FIELDS_OF_TABLE[table][field], said, before)) {
          differences.push(value)
          if (outcome === 'same') outcome = 'differs'
        }
      }
      return outcome
    },
  }
}

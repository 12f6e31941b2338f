/** Two records of one failure, beside each other: what the one has that the other lacks, and where they say something else. */
import { isSameJson } from './change'
import { isCompanyKey } from './companyFields'
import { namesIn, withNames } from './otherNames'
import { deviceOfNumber } from './recordNumber'
import { classOf } from './records/defineRecord'
import type { Json } from './records/field'
import { familyOf, FIELDS_OF_TABLE, type StoredRecord, type TableName } from './records/tables'

type Failure = StoredRecord<'failures'>
type Values = Readonly<Record<string, unknown>>

export interface ComparedFailures {
  /** Fields that are empty in the one that stays and that the double fills. */
  readonly filled: readonly { readonly field: string; readonly value: Json }[]
  /** Fields in which both say something else; unless somebody chooses, what stays stands. */
  readonly differing: readonly { readonly field: string; readonly stays: Json; readonly double: Json }[]
  /** Lists of what stays with the entries of the double that it does not have. */
  readonly lists: Readonly<Record<string, readonly Json[]>>
}

/** What tells the records apart and not the occurrences. */
const OF_THE_RECORD: ReadonlySet<string> = new Set(['formerNo', 'duplicateCheck', 'legacy'])

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
const valueOf = (record: object, field: string): Json => ((record as Values)[field] ?? null) as Json

export function comparedFailures(stays: Failure, double: Failure): ComparedFailures {
  const filled: { field: string; value: Json }[] = []
  const differing: { field: string; stays: Json; double: Json }[] = []
  const lists: Record<string, readonly Json[]> = {}
  const company = [...new Set([...Object.keys(stays), ...Object.keys(double)].filter(isCompanyKey))]
  for (const field of [...Object.keys(FIELDS_OF_TABLE.failures), ...company]) {
    const [own, other] = [valueOf(stays, field), valueOf(double, field)]
    const kind = classOf(familyOf('failures'), field)
    if (OF_THE_RECORD.has(field) || kind === 'position' || kind === 'derived' || !isSaid(other)) continue
    if (kind === 'list') {
      const joined = entriesOfBoth(own, other)
      if (joined !== null) lists[field] = joined
    } else if (!isSaid(own)) filled.push({ field, value: other })
    else if (!isSameJson(own, other)) differing.push({ field, stays: own, double: other })
  }
  return { filled, differing, lists }
}

/** null: the double has no entry that is new. */
function entriesOfBoth(own: Json, other: Json): readonly Json[] | null {
  const entries: Json[] = Array.isArray(own) ? [...(own as readonly Json[])] : []
  const had = entries.length
  for (const entry of Array.isArray(other) ? (other as readonly Json[]) : [])
    if (!entries.some((known) => isSameJson(known, entry))) entries.push(entry)
  return entries.length === had ? null : entries
}

/**
 * Do both say the same in every field, in the same state and under one number? A number a device gave by itself, and what was
 * added to tell two alike apart, make no other number of it.
 */
export function isSameInEveryField(stays: Failure, double: Failure): boolean {
  const [one, other] = [comparedFailures(stays, double), comparedFailures(double, stays)]
  const isEmpty = ({ filled, differing, lists }: ComparedFailures): boolean =>
    filled.length + differing.length + Object.keys(lists).length === 0
  const isSameState = stays.state === double.state && stays.closeCode === double.closeCode
  return isEmpty(one) && isEmpty(other) && isSameState && isSameNumber(stays, double)
}

const SUFFIX = /·[0-9A-Z]{4}$/u

function isSameNumber(one: Failure, other: Failure): boolean {
  const official = ({ no = '', formerNo }: Failure): readonly string[] =>
    [no, ...namesIn(formerNo)]
      .filter((name) => name !== '' && deviceOfNumber(name) === null)
      .map((name) => name.replace(SUFFIX, ''))
  const [a, b] = [official(one), official(other)]
  return a.length === 0 || b.length === 0 || a.some((name) => b.includes(name))
}

/** Under which other numbers the one that stays is found from now on. */
export const numbersOf = (stays: Failure, double: Failure): string =>
  withNames(stays.formerNo, [double.no, double.formerNo], [stays.no])

/** References between the records of one failure say which, and are compared by what they lead to. */
const BETWEEN_RECORDS: ReadonlySet<string> = new Set(['handlingId', 'causeId', 'actionId', 'actionIds', 'reversalOf'])

/** What a record that hangs on a failure says, to find the same one on the other side; the program's own fields are left out. */
export function contentOf(table: TableName, record: object): string {
  const family = familyOf(table)
  const said = Object.entries(record)
    .filter(
      ([field, value]) =>
        (field in family.fields || isCompanyKey(field)) &&
        isSaid(value) &&
        !family.owners.includes(field) &&
        !BETWEEN_RECORDS.has(field) &&
        classOf(family, field) !== 'derived' &&
        field !== 'carriedFrom',
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(said)
}

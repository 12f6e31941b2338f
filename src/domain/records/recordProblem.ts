/** Whether a stored record is what the description of its table says, before it is taken in from a file. */
import { isPlainObject } from '../plainObject'
import { fieldOfEntry, isEntryName, isListEntry } from '../listEntries'
import { areVersions } from '../recordVersions'
import type { FieldKind } from './field'
import { familyOf, FIELDS_OF_TABLE, type TableName } from './tables'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isFlag: Check = (value) => typeof value === 'boolean'
const isWhole: Check = (value) => Number.isSafeInteger(value)

const HOLDS: { readonly [K in FieldKind]: Check } = {
  text: isText,
  date: isText,
  moment: isText,
  code: isText,
  choice: isText,
  ref: isText,
  number: Number.isFinite,
  yesNo: isFlag,
  codes: (value) => Array.isArray(value) && value.every(isText),
  structure: (value) => value !== undefined,
}

const STORED: Readonly<Record<string, Check>> = {
  id: (value) => isText(value) && value !== '',
  batchId: isText,
  origin: isOrigin,
  alsoFrom: (value) =>
    isPlainObject(value) && Object.values(value).every((origin) => origin === null || isOrigin(origin)),
  awaits: (value) => value === 'deleted' || value === 'not-deleted',
  kept: isFlag,
  deleted: isFlag,
  versions: areVersions,
}

/** Whether it says where a record stood in an import. */
export function isOrigin(value: unknown): boolean {
  return isPlainObject(value) && isWhole(value['sheet']) && isWhole(value['row']) && areCells(value['cells'])
}

const areCells = (cells: unknown): boolean =>
  cells === undefined || (isPlainObject(cells) && Object.values(cells).every(isText))

/**
 * @returns the name of the first field that holds something else than its description says, '' when it is no record at all,
 * null when nothing is wrong. Fields without a description are left alone: an older version may have had them.
 */
export function recordProblem(table: TableName, record: unknown): string | null {
  if (!isPlainObject(record)) return ''
  if (record['id'] === undefined) return 'id'
  if (record['versions'] === undefined) return 'versions'
  const fields = FIELDS_OF_TABLE[table]
  for (const [name, value] of Object.entries(record)) {
    const kind = fields[name]?.kind
    const check = kind === undefined ? STORED[name] : HOLDS[kind]
    if (check !== undefined && !check(value)) return name
  }
  return null
}

/** Whether values for some fields are of the kinds these fields have; null clears a field. Fields without a description pass. */
export const areFields = (table: TableName, values: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(values).every(([name, value]) => {
    if (isEntryName(name)) return fieldOfEntry(name) in familyOf(table).lists && (value === null || isListEntry(value))
    const kind = FIELDS_OF_TABLE[table][name]?.kind
    if (value === null) return true
    return kind === undefined ? (STORED[name]?.(value) ?? true) && !RESERVED.has(name) : HOLDS[kind](value)
  })

/** What the program keeps beside the fields of a record is nothing a change may write. */
const RESERVED: ReadonlySet<string> = new Set([
  'id',
  'versions',
  'batchId',
  'origin',
  'alsoFrom',
  'awaits',
  '__proto__',
])

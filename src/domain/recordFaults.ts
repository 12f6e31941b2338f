/** What the values of one record say against each other, whoever wrote them: an end before its start, a replacement of nothing. */
import type { TableName } from './records/tables'

export interface RecordFault {
  readonly kind: 'end-before-start' | 'nothing-replaced'
  /** The fields it is about; the first one is where a person puts it right. */
  readonly fields: readonly string[]
}

/** Start and end, by table. */
const SPANS: Readonly<Partial<Record<TableName, readonly (readonly [start: string, end: string])[]>>> = {
  failures: [
    ['occurredAt', 'foundAt'],
    ['unitMadeAt', 'unitInstalledAt'],
  ],
  handlings: [
    ['arriveAt', 'endAt'],
    ['startAt', 'endAt'],
    ['startAt', 'nextCheckAt'],
  ],
  effectVerifications: [['windowStart', 'windowEnd']],
  knowledgeItems: [['publishedOn', 'validUntil']],
}

/** Any of these makes a replacement one; the part alone is what the failure says already. */
const WHAT_WAS_REPLACED = [
  'removedSerial',
  'installedSerial',
  'removedUnitId',
  'installedUnitId',
  'noSerialReason',
  'position',
  'partText',
  'partNoText',
  'reason',
  'reasonText',
  'swNew',
]

const isSaid = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** Two moments are compared as exactly as the coarser one is known: a month is never before a day of itself. */
function isBefore(end: unknown, start: unknown): boolean {
  if (typeof end !== 'string' || typeof start !== 'string' || end === '' || start === '') return false
  const length = Math.min(end.length, start.length, 16)
  return end.slice(0, length) < start.slice(0, length)
}

/** @param record values of one record; text that could not be read counts as not said */
export function recordFaults(table: TableName, record: Readonly<Record<string, unknown>>): readonly RecordFault[] {
  const faults: RecordFault[] = (SPANS[table] ?? [])
    .filter(([start, end]) => isBefore(record[end], record[start]))
    .map(([start, end]) => ({ kind: 'end-before-start', fields: [end, start] }))
  if (table === 'replacements' && !WHAT_WAS_REPLACED.some((name) => isSaid(record[name])))
    faults.push({ kind: 'nothing-replaced', fields: ['removedSerial'] })
  return faults
}

/**
 * Faults an edit brings into a record. One that stood there before is not held against whoever corrects something else.
 * @param before the record before the edit; undefined when it is new
 */
export function faultsOfEdit(
  table: TableName,
  before: Readonly<Record<string, unknown>> | undefined,
  set: Readonly<Record<string, unknown>>,
): readonly RecordFault[] {
  const stood = before === undefined ? [] : recordFaults(table, before)
  return recordFaults(table, { ...before, ...set }).filter(
    ({ kind, fields }) => fields.some((field) => field in set) || !stood.some((fault) => fault.kind === kind),
  )
}

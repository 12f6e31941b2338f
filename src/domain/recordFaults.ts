/** What the values of one record say against each other, whoever wrote them: an end before its start, a replacement of nothing. */
import { familyOf, type TableName } from './records/tables'

export interface RecordFault {
  readonly kind: 'end-before-start' | 'nothing-replaced'
  /** The fields it is about; the first one is where a person puts it right. */
  readonly fields: readonly string[]
}

const isSaid = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** Two moments are compared as exactly as the coarser one is known: a month is never before a day of itself. */
function isBefore(end: unknown, start: unknown): boolean {
  if (typeof end !== 'string' || typeof start !== 'string' || end === '' || start === '') return false
  const length = Math.min(end.length, start.length, 16)
  return end.slice(0, length) < start.slice(0, length)
}

/** @param record values of one record; text that could not be read counts as not said */
export function recordFaults(table: TableName, record: Readonly<Record<string, unknown>>): readonly RecordFault[] {
  const { spans, saysSomething } = familyOf(table)
  const faults: RecordFault[] = spans
    .filter(([start, end]) => isBefore(record[end], record[start]))
    .map(([start, end]) => ({ kind: 'end-before-start', fields: [end, start] }))
  const [first] = saysSomething
  if (first !== undefined && !saysSomething.some((name) => isSaid(record[name])))
    faults.push({ kind: 'nothing-replaced', fields: [first] })
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

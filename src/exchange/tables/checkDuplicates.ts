import { plainText } from '../../domain/plainText'
import type { FieldName } from '../cells/importFields'
import type { FieldValue, ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from './parsedSheet'

const IGNORED = new Set<string>(['remark', 'code'])

interface Seen {
  readonly sheet: string
  readonly record: ParsedRecord
}

/** Marks failures that were written twice in one file, on the later row, and numbers that two different failures share. */
export function checkDuplicates(sheets: readonly ParsedSheet[]): void {
  const byTrainAndDay = new Map<string, Seen[]>()
  const byNumber = new Map<string, Seen>()
  for (const { name, records, columns } of sheets) {
    const numberColumn = columns.find(({ field }) => field === 'failureNo')?.column ?? null
    for (const record of records) {
      const seen: Seen = { sheet: name, record }
      if (record.kind === 'replacement' && record.fields.trainNo !== undefined) noteRepeatedLine(seen, byTrainAndDay)
      if (record.kind !== 'failure' || record.apart === true) continue
      const isRepeated = noteRepetition(seen, byTrainAndDay)
      noteNumber(seen, byNumber, isRepeated, numberColumn)
    }
  }
}

/** A journal line repeats another only when all of it is the same: two valves of one car are changed in one night. */
function noteRepeatedLine(seen: Seen, known: Map<string, Seen[]>): void {
  const { fields, raw } = seen.record
  const key = `line ${fields.trainNo} ${String(fields.occurredAt ?? raw.occurredAt).slice(0, 10)}`
  const others = known.get(key) ?? []
  const twin = others.find((other) => isSame(seen.record, other.record))
  known.set(key, [...others, seen])
  if (twin !== undefined)
    seen.record.issues.push({
      column: null,
      code: twin.sheet === seen.sheet ? 'duplicate-exact' : 'duplicate-near',
      parameters: placeOf(twin),
    })
}

function noteRepetition(seen: Seen, known: Map<string, Seen[]>): boolean {
  const { fields, raw } = seen.record
  const key = `${fields.trainNo ?? raw.trainNo} ${String(fields.occurredAt ?? raw.occurredAt).slice(0, 10)}`
  const others = known.get(key)
  if (!others) {
    known.set(key, [seen])
    return false
  }
  const twin = others.find((other) => isSame(seen.record, other.record))
  const near = twin ?? others.find((other) => isNear(seen.record, other.record))
  others.push(seen)
  if (!near) return false
  // Carried over to the next year's sheet, a row is the same failure but not the same row.
  seen.record.issues.push({
    column: null,
    code: twin?.sheet === seen.sheet ? 'duplicate-exact' : 'duplicate-near',
    parameters: placeOf(near),
  })
  return true
}

const placeOf = ({ sheet, record }: Seen): Record<string, string | number> => ({ sheet, row: record.row })

function isSame(record: ParsedRecord, other: ParsedRecord): boolean {
  return sameEntries(record.fields, other.fields) && sameEntries(unreadOf(record), unreadOf(other))
}

function sameEntries(a: Partial<Record<FieldName, FieldValue>>, b: Partial<Record<FieldName, FieldValue>>): boolean {
  for (const field of new Set([...Object.keys(a), ...Object.keys(b)]) as Set<FieldName>) {
    if (!IGNORED.has(field) && a[field] !== b[field]) return false
  }
  return true
}

function unreadOf({ fields, raw }: ParsedRecord): Partial<Record<FieldName, string>> {
  return Object.fromEntries(Object.entries(raw).filter(([field]) => fields[field as FieldName] === undefined))
}

/** Same train, same day, same car, and the same serial number or the same story. */
function isNear(record: ParsedRecord, other: ParsedRecord): boolean {
  const a = record.fields
  const b = other.fields
  if (a.trainNo === undefined || typeof a.occurredAt !== 'string' || a.occurredAt.length < 10) return false
  if (a.carNo !== undefined && b.carNo !== undefined && a.carNo !== b.carNo) return false
  if (
    a.serialNo !== undefined &&
    b.serialNo !== undefined &&
    plainText(String(a.serialNo)) !== plainText(String(b.serialNo))
  )
    return false
  const story = plainText(String(a.symptom ?? ''))
  const otherStory = plainText(String(b.symptom ?? ''))
  const sameStory = story !== '' && otherStory !== '' && (story.includes(otherStory) || otherStory.includes(story))
  const samePart = a.node !== undefined && plainText(String(a.node)) === plainText(String(b.node ?? ''))
  const sameSerial = a.serialNo !== undefined && b.serialNo !== undefined
  return sameSerial ? sameStory || samePart : sameStory && samePart
}

/** GZ-2016-0153, GZ2016-153 and 2016-153 are one number. */
function noteNumber(seen: Seen, known: Map<string, Seen>, isDuplicate: boolean, column: string | null): void {
  const written = seen.record.fields.failureNo
  if (written === undefined) return
  const folded = plainText(String(written))
  const parts = /(\d{4})\D*(\d+)$/.exec(folded)
  const key = parts ? `${parts[1]}-${Number(parts[2])}` : folded
  const first = known.get(key)
  if (!first) known.set(key, seen)
  else if (!isDuplicate)
    seen.record.issues.push({ column, code: 'number-reused', field: 'failureNo', parameters: placeOf(first) })
}

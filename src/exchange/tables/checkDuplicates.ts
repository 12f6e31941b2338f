import { plainText } from '../../domain/plainText'
import type { FieldName } from '../cells/importFields'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from './parsedSheet'

const IGNORED = new Set<string>(['remark', 'code'])

interface Seen {
  readonly sheet: string
  readonly record: ParsedRecord
}

/** Marks failures that were written twice in one file, on the later row, and numbers that two different failures share. */
export function checkDuplicates(sheets: readonly ParsedSheet[]): void {
  const byTrainAndDay = new Map<string, Group>()
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

/** The records of one train and day: all of them by what they say, and the first of them to be compared one by one. */
interface Group {
  readonly bySignature: Map<string, Seen>
  readonly first: Seen[]
}

/** No train fails more often on a day; where a file has no dates, comparing each with each would never end. */
const MOST_COMPARED = 100

/** The first record that says the very same, if there is one; the record is remembered. */
function twinIn(
  groups: Map<string, Group>,
  key: string,
  seen: Seen,
): { twin: Seen | undefined; before: readonly Seen[] } {
  let group = groups.get(key)
  if (group === undefined) groups.set(key, (group = { bySignature: new Map(), first: [] }))
  const signature = signatureOf(seen.record)
  const twin = group.bySignature.get(signature)
  if (twin === undefined) group.bySignature.set(signature, seen)
  const before = [...group.first]
  if (twin === undefined && group.first.length < MOST_COMPARED) group.first.push(seen)
  return { twin, before }
}

/** A journal line repeats another only when all of it is the same: two valves of one car are changed in one night. */
function noteRepeatedLine(seen: Seen, known: Map<string, Group>): void {
  const { fields, raw } = seen.record
  const { twin } = twinIn(
    known,
    `line ${fields.trainNo} ${String(fields.occurredAt ?? raw.occurredAt).slice(0, 10)}`,
    seen,
  )
  if (twin !== undefined)
    seen.record.issues.push({
      column: null,
      code: twin.sheet === seen.sheet ? 'duplicate-exact' : 'duplicate-near',
      parameters: placeOf(twin),
    })
}

function noteRepetition(seen: Seen, known: Map<string, Group>): boolean {
  const { fields, raw } = seen.record
  const key = `${fields.trainNo ?? raw.trainNo} ${String(fields.occurredAt ?? raw.occurredAt).slice(0, 10)}`
  const { twin, before } = twinIn(known, key, seen)
  const near = twin ?? before.find((other) => isNear(seen.record, other.record))
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

/** All a record says, remarks aside: equal texts for equal records. */
function signatureOf({ fields, raw }: ParsedRecord): string {
  const entries = [
    ...Object.entries(fields).filter(([field]) => !IGNORED.has(field)),
    ...Object.entries(raw).filter(([field]) => !IGNORED.has(field) && fields[field as FieldName] === undefined),
  ]
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
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

/** Compares what the reader made of a workbook with what a careful reader would: fields, records, doubts. */
import type { ParsedRecord } from '../../src/exchange/cells/parsedRecord'
import type { ParsedSheet } from '../../src/exchange/tables/parsedSheet'

/** What an import must reach, on workbooks known and unknown. */
export const LEAST_F1 = 0.985
export const LEAST_RECALL = 0.995
export const MOST_INVENTED = 0.001
export const LEAST_ISSUE_RECALL = 0.95

export interface TruthRecord {
  readonly row: number
  readonly kind: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly absent?: readonly string[]
  readonly duplicateOf?: unknown
}
export interface TruthSheet {
  readonly name: string
  readonly kind: string
  readonly form?: unknown
  readonly optional?: boolean
  readonly anyName?: boolean
  /** one-based */
  readonly headerRows?: readonly number[]
  /** letter of a column → what it holds; null where nothing of ours stands */
  readonly columns?: Readonly<Record<string, string | null>>
  readonly skipped?: readonly { readonly row: number; readonly reason: string }[]
  readonly records: readonly TruthRecord[]
  readonly issues: readonly { readonly row: number; readonly code: string; readonly optional?: boolean }[]
}
/** What a careful reader would read from a file. */
export interface Truth {
  readonly file: string
  readonly exhaustiveIssues: readonly string[]
  readonly sheets: readonly TruthSheet[]
}

const folded = (value: unknown): string =>
  String(value)
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff]+/g, '')
    .replace(/[。；;.]+$/, '')
    .toLowerCase()
const numberKey = (value: unknown): string => folded(value).replace(/^.*?(\d{4})\D*0*(\d+)$/, '$1-$2')

function isSame(field: string, wanted: unknown, found: unknown): boolean {
  if (wanted !== null && typeof wanted === 'object' && 'anyOf' in wanted)
    return (wanted.anyOf as unknown[]).some((each) => isSame(field, each, found))
  if (found === undefined) return false
  if (field === 'failureNo') return numberKey(wanted) === numberKey(found)
  return typeof wanted === 'number' ? Math.abs(wanted - Number(found)) <= 0.5 : folded(wanted) === folded(found)
}

/** A form has one main record; mileage is told apart by train and month; all else by its row. */
const keyOf = (
  sheet: TruthSheet,
  {
    row,
    kind,
    fields,
  }: Pick<ParsedRecord, 'row'> & { readonly kind: string; readonly fields: Readonly<Record<string, unknown>> },
): string =>
  kind === 'mileage'
    ? `${String(fields['trainNo'])} ${String(fields['month'])}`
    : sheet.form !== undefined && kind !== 'replacement'
      ? kind
      : `${kind} ${row}`

/** How far a reading agrees with the truth; figures of several files add up. */
export interface Agreement {
  right: number
  wrong: number
  missing: number
  records: number
  found: number
  invented: number
  doubts: number
  doubted: number
  unjustified: number
}

export function judgeReading(truth: Truth, sheets: readonly ParsedSheet[]): Agreement {
  const counts = {
    right: 0,
    wrong: 0,
    missing: 0,
    records: 0,
    found: 0,
    invented: 0,
    doubts: 0,
    doubted: 0,
    unjustified: 0,
  }
  for (const wanted of truth.sheets.filter(({ optional }) => optional !== true)) {
    const sheet = sheets.find(({ name }) => name === wanted.name) ?? (wanted.anyName === true ? sheets[0] : undefined)
    const found = new Map((sheet?.records ?? []).map((record) => [keyOf(wanted, record), record]))
    for (const record of wanted.records) {
      counts.records += 1
      const mine = found.get(keyOf(wanted, record))
      found.delete(keyOf(wanted, record))
      if (mine !== undefined) counts.found += 1
      const fields: Readonly<Record<string, unknown>> = mine?.fields ?? {}
      for (const [field, value] of Object.entries(record.fields)) {
        if (isSame(field, value, fields[field])) counts.right += 1
        else counts[fields[field] === undefined ? 'missing' : 'wrong'] += 1
      }
      counts.wrong += (record.absent ?? []).filter((field) => fields[field] !== undefined).length
    }
    counts.invented += found.size
    const place = (row: number, code: string): string => (wanted.form === undefined ? `${row} ${code}` : code)
    const said = new Set([
      ...(sheet?.records ?? []).flatMap((record) => record.issues.map(({ code }) => place(record.row, code))),
      ...(sheet?.issues ?? []).map(({ row, code }) => place(row, code)),
    ])
    const justified = new Set(wanted.issues.map(({ row, code }) => place(row, code)))
    for (const key of new Set(
      wanted.issues.filter(({ optional }) => optional !== true).map(({ row, code }) => place(row, code)),
    )) {
      counts.doubts += 1
      if (said.has(key)) counts.doubted += 1
    }
    for (const key of said)
      if (truth.exhaustiveIssues.includes(key.split(' ').at(-1)!) && !justified.has(key)) counts.unjustified += 1
  }
  return counts
}

export const f1Of = ({ right, wrong, missing }: Agreement): number => (2 * right) / (2 * right + 2 * wrong + missing)

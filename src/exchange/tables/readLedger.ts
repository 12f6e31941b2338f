import { firstRecordRow } from './firstRecordRow'
import { saysNothing } from '../cells/cellText'
import { noteDates } from '../cells/noteDates'
import { isLiteral } from '../cells/ourFormats'
import type { FieldName } from '../cells/importFields'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { SkipReason } from './parsedSheet'
import { recordReader } from './recordReader'
import type { RecognisedSheet } from './recogniseSheet'
import { rowPurpose } from './rowPurpose'
import type { SheetGrid } from './sheetGrid'

/** Records of a table and the rows that are none. */
export interface TableReading {
  readonly records: ParsedRecord[]
  readonly skipped: { readonly row: number; readonly reason: SkipReason }[]
  /** odometer tolerance per record, in km, by row */
  readonly tolerances: ReadonlyMap<number, number>
}

/**
 * Reads a failure ledger: one failure per row.
 * @param today later dates are reported as lying in the future, `2016-03-05`
 */
export function readLedger(grid: SheetGrid, sheet: RecognisedSheet, today: string): TableReading {
  const letters = new Map(sheet.columns.map(({ field, column }) => [field, column]))
  const table = withoutNameless(readRows(grid, sheet, 'failure', 2))
  for (const record of table.records) {
    noteMissingNumber(record, letters)
    noteDates(record, letters, today)
    noteOpenEnds(record, letters)
  }
  const trains = sheet.columns.find(({ field }) => field === 'trainNo')
  const isExact = ({ row }: ParsedRecord): boolean => {
    const cell = trains && grid.cell(row - 1, trains.index)
    return cell !== undefined && isLiteral(cell)
  }
  noteLostZeros(table.records, letters.get('trainNo'), isExact)
  return table
}

/** What tells one failure from others; a row with none of it counts or sums those above. */
const NAMES: readonly FieldName[] = [
  'failureNo',
  'trainNo',
  'vehicleType',
  'node',
  'partNo',
  'serialNo',
  'symptom',
  'occurredAt',
  'measure',
  'cause',
]

const COUNT = /^\d{1,6}$/

function withoutNameless({ records, skipped, tolerances }: TableReading): TableReading {
  // A count under 故障编号 is no number of a failure where the others are GZ-2016-0001.
  const counted = records.filter(({ fields }) => COUNT.test(String(fields.failureNo ?? ''))).length
  const isCount = ({ fields }: ParsedRecord): boolean =>
    counted * 2 < records.length && COUNT.test(String(fields.failureNo ?? ''))
  const isNamed = (record: ParsedRecord): boolean =>
    NAMES.some(
      (field) =>
        (record.fields[field] !== undefined || record.raw[field] !== undefined) &&
        !(field === 'failureNo' && isCount(record)),
    ) ||
    record.issues.some(({ code, field }) => code !== 'number-missing' && field !== undefined && NAMES.includes(field))
  return {
    records: records.filter(isNamed),
    skipped: [
      ...skipped,
      ...records.filter((record) => !isNamed(record)).map(({ row }) => ({ row, reason: 'total' as const })),
    ].sort((a, b) => a.row - b.row),
    tolerances,
  }
}

/** Reads every record row of a table, with at least so many known fields. */
export function readRows(
  grid: SheetGrid,
  sheet: RecognisedSheet,
  kind: 'failure' | 'train' | 'replacement',
  leastFields: number,
): TableReading {
  const purpose = rowPurpose(grid, sheet)
  const reader = recordReader(grid, sheet)
  const records: ParsedRecord[] = []
  const skipped: { row: number; reason: SkipReason }[] = []
  const tolerances = new Map<number, number>()
  for (let row = firstRecordRow(sheet); row < sheet.end; row++) {
    const reason = purpose(row)
    if (reason !== 'record') {
      skipped.push({ row: row + 1, reason })
      continue
    }
    const record = reader.read(row, kind)
    if (!hasFields(record, leastFields)) {
      skipped.push({ row: row + 1, reason: 'note' })
      continue
    }
    records.push(record)
    if (reader.toleranceKm() > 0) tolerances.set(row + 1, reader.toleranceKm())
  }
  return { records, skipped, tolerances }
}

function hasFields({ fields, raw }: ParsedRecord, least: number): boolean {
  let count = 0
  for (const values of [fields, raw]) for (const _ in values) if ((count += 1) >= least) return true
  return count >= least
}

type Letters = ReadonlyMap<FieldName | null, string>

function noteMissingNumber(record: ParsedRecord, letters: Letters): void {
  const column = letters.get('failureNo')
  if (column !== undefined && record.fields.failureNo === undefined)
    record.issues.push({ column, code: 'number-missing', field: 'failureNo' })
}

function noteOpenEnds(record: ParsedRecord, letters: Letters): void {
  if (record.fields.closed !== true || !letters.has('actionDoneAt')) return
  if (record.fields.actionDoneAt === undefined && saysNothing(record.raw.actionDoneAt ?? '')) {
    record.issues.push({ column: letters.get('closed') ?? null, code: 'closed-without-date', field: 'closed' })
  }
}

/** 112 among 0108, 0110 … was 0112 before a spreadsheet took it for a number. */
function noteLostZeros(
  records: readonly ParsedRecord[],
  column: string | undefined,
  isExact: (record: ParsedRecord) => boolean,
): void {
  const lengths = new Map<number, number>()
  for (const { fields } of records) {
    if (typeof fields.trainNo === 'string')
      lengths.set(fields.trainNo.length, (lengths.get(fields.trainNo.length) ?? 0) + 1)
  }
  const [usual = 0] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? []
  const full = new Set(
    records.flatMap(({ fields }) =>
      typeof fields.trainNo === 'string' && fields.trainNo.length === usual ? [fields.trainNo] : [],
    ),
  )
  for (const record of records) {
    const found = record.fields.trainNo
    if (typeof found !== 'string' || found.length >= usual || !full.has(found.padStart(usual, '0')) || isExact(record))
      continue
    record.raw.trainNo ??= found
    record.fields.trainNo = found.padStart(usual, '0')
    record.issues.push({ column: column ?? null, code: 'train-zero-lost', field: 'trainNo', parameters: { found } })
  }
}

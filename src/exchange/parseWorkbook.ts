import { checkDuplicates } from './checkDuplicates'
import { checkOdometers } from './checkOdometers'
import type { MileageTotal, Overrides, ParsedColumn, ParsedSheet, ParseResult, SheetOverride, SkipReason } from './parsedSheet'
import type { RawSheet, RawWorkbook } from './rawWorkbook'
import { readBom } from './readBom'
import { readFleet } from './readFleet'
import { readLedger, type TableReading } from './readLedger'
import { readMileage } from './readMileage'
import { readWorkbook } from './readWorkbook'
import { recogniseSheet, type RecognisedColumn, type RecognisedSheet } from './recogniseSheet'
import { sheetGrid, type SheetGrid } from './sheetGrid'

/** How a caller follows and stops a long reading. */
export interface ParseOptions {
  readonly overrides?: Overrides
  /** later dates are reported; the day of the caller, `2016-03-05` */
  readonly today?: string
  readonly progress?: (fraction: number) => void
  readonly cancelled?: () => boolean
}

const BACKUP_NAME = /备份|副本|旧版|作废|backup|bak|copy|old/i
const NOTHING_READ: TableReading = { records: [], skipped: [], tolerances: new Map() }
/** Unzipping and parsing take about two thirds of the time. */
const OPENED = 0.65

/**
 * Reads a workbook into records with the cell each value came from, and everything doubtful as issues.
 * Nothing is dropped silently: a row is a record or is listed as skipped with its reason.
 * A file that cannot be read is one problem; nothing throws.
 */
export function parseWorkbook(bytes: Uint8Array, fileName: string, options: ParseOptions = {}): ParseResult {
  const read = readWorkbook(bytes, fileName)
  if (!read.ok) return read
  options.progress?.(OPENED)
  return parseSheets(read.workbook, fileName, options)
}

/** The same for a workbook already opened: what a person's new decision about a column asks for. */
export function parseSheets(workbook: RawWorkbook, fileName: string, { overrides = {}, today = new Date().toISOString().slice(0, 10), progress, cancelled }: ParseOptions = {}): ParseResult {
  const sheets: ParsedSheet[] = []
  const tolerances: ReadonlyMap<number, number>[] = []
  for (const [index, raw] of workbook.sheets.entries()) {
    if (cancelled?.()) return { ok: false, problem: { code: 'reading-cancelled' } }
    const parsed = parseSheet(raw, overrides[raw.name], today)
    sheets.push(parsed.sheet)
    tolerances.push(parsed.tolerances)
    progress?.(OPENED + ((1 - OPENED) * (index + 1)) / workbook.sheets.length)
  }
  checkDuplicates(sheets)
  checkOdometers(sheets, tolerances)
  return { ok: true, file: fileName, sheets }
}

function parseSheet(raw: RawSheet, override: SheetOverride | undefined, today: string): { sheet: ParsedSheet; tolerances: ReadonlyMap<number, number> } {
  const grid = sheetGrid(raw)
  const recognised = recogniseSheet(grid, override)
  const isBackup = raw.hidden && BACKUP_NAME.test(raw.name) && override?.include !== true && override?.kind === undefined
  const kind = isBackup ? 'other' : recognised.kind
  const reading: TableReading & { totals?: MileageTotal[] } = kind === 'other' ? NOTHING_READ : readTable(grid, recognised, today)
  const sheet: ParsedSheet = {
    name: raw.name,
    hidden: raw.hidden,
    kind,
    ...(isBackup ? { heldBack: recognised.kind } : {}),
    headerRows: recognised.headerRows.map((row) => row + 1),
    columns: recognised.columns.map(withoutPlace),
    records: reading.records,
    issues: [],
    skipped: kind === 'other' ? [] : [...rowsAbove(grid, recognised), ...reading.skipped],
    ...(reading.totals ? { totals: reading.totals } : {}),
    rowCount: grid.rowCount,
  }
  return { sheet, tolerances: reading.tolerances }
}

function readTable(grid: SheetGrid, sheet: RecognisedSheet, today: string): TableReading {
  switch (sheet.kind) {
    case 'failure-ledger': return readLedger(grid, sheet, today)
    case 'mileage-matrix': return readMileage(grid, sheet)
    case 'bom': return readBom(grid, sheet)
    case 'fleet': return readFleet(grid, sheet)
    default: return NOTHING_READ
  }
}

function rowsAbove(grid: SheetGrid, { headerRows }: RecognisedSheet): { row: number; reason: SkipReason }[] {
  const top = headerRows[0] ?? 0
  const rows = Array.from({ length: top }, (_, row) => row).filter((row) => grid.sheet.rows[row]?.some((cell) => cell?.v !== undefined && cell.v !== ''))
  return [...rows.map((row) => ({ row: row + 1, reason: 'title' as const })), ...headerRows.map((row) => ({ row: row + 1, reason: 'header' as const }))]
}

function withoutPlace({ column, header, field, confidence, reason, samples }: RecognisedColumn): ParsedColumn {
  return { column, header, field, confidence, reason, samples }
}

import { firstRecordRow } from './firstRecordRow'
import { noteAsides } from './asides'
import { checkDuplicates } from './checkDuplicates'
import { checkOdometers } from './checkOdometers'
import { checkSerials } from './checkSerials'
import { noteCleanedCells } from './cleanedCells'
import { contradictedColumns, withoutContradictions } from './contradictedColumns'
import { distanceDoubt } from './distanceDoubt'
import { completeParts } from './completeParts'
import { findForms, titleOf } from './forms/findForms'
import { formLabel } from './forms/formLabel'
import { isFormKind, type FormKind } from './forms/formWords'
import { readForms } from './forms/readForms'
import { fullRows } from './fullRows'
import { matchHeader } from './matchHeader'
import type {
  MileageTotal,
  Overrides,
  ParsedColumn,
  ParsedSheet,
  ParseResult,
  SheetOverride,
  SkipReason,
} from './parsedSheet'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { RawSheet, RawWorkbook } from '../open/rawWorkbook'
import { NO_NAMES, type KnownNames } from './meaning/knownNames'
import { readBom } from './readBom'
import { readFleet } from './readFleet'
import { readJournal } from './readJournal'
import { readLedger, type TableReading } from './readLedger'
import { readMileage } from './readMileage'
import { readWorkbook } from '../open/readWorkbook'
import { recogniseSheet, type RecognisedColumn, type RecognisedSheet } from './recogniseSheet'
import { correctedSheet, keepWritten, type CellCorrections } from './correctedSheet'
import { applyWordDecisions, type WordDecisions } from './wordDecisions'
import { sheetGrid, type SheetGrid } from './sheetGrid'
import { splitTables } from './splitTables'
import { turnedBack, turnedSheet } from './turnedSheet'

/** How a caller follows and stops a long reading. */
export interface ParseOptions {
  readonly overrides?: Overrides
  /** what was decided about words without a code */
  readonly words?: WordDecisions
  /** later dates are reported; the day of the caller, `2016-03-05` */
  readonly today?: string
  /** names the database holds, to know columns by */
  readonly known?: KnownNames
  readonly progress?: (fraction: number) => void
  readonly cancelled?: () => boolean
}

const NO_CELLS: CellCorrections = {}
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
  return parseSheets(splitTables(read.workbook), fileName, options)
}

/** The same for a workbook already opened: what a person's new decision about a column asks for. */
export function parseSheets(
  workbook: RawWorkbook,
  fileName: string,
  {
    overrides = {},
    words = {},
    today = new Date().toISOString().slice(0, 10),
    known = NO_NAMES,
    progress,
    cancelled,
  }: ParseOptions = {},
): ParseResult {
  const sheets: ParsedSheet[] = []
  const tolerances: ReadonlyMap<number, number>[] = []
  for (const [index, raw] of workbook.sheets.entries()) {
    if (cancelled?.()) return { ok: false, problem: { code: 'reading-cancelled' } }
    const corrected = correctedSheet(raw, overrides[raw.name]?.cells ?? NO_CELLS)
    const read = parseSheet(corrected, overrides[raw.name], today, known)
    const parsed = reviewed(
      { ...read, sheet: noteAsides(noteCleanedCells(read.sheet, corrected), corrected) },
      raw,
      overrides[raw.name],
    )
    sheets.push(parsed.sheet)
    tolerances.push(parsed.tolerances)
    progress?.(OPENED + ((1 - OPENED) * (index + 1)) / workbook.sheets.length)
  }
  applyWordDecisions(sheets, words, known.company)
  completeParts(sheets)
  checkDuplicates(sheets)
  checkOdometers(sheets, tolerances)
  checkSerials(sheets)
  return { ok: true, file: fileName, sheets }
}

interface SheetReading {
  readonly sheet: ParsedSheet
  readonly tolerances: ReadonlyMap<number, number>
}

/** The reading as a person changed it: corrected cells keep what was written, rows left out are skipped by name. */
function reviewed(
  { sheet, tolerances }: SheetReading,
  raw: RawSheet,
  override: SheetOverride | undefined,
): SheetReading {
  if (override?.cells !== undefined) keepWritten(sheet.records, raw, override.cells)
  const [left, apart] = [new Set(override?.leftOut), new Set(override?.apart)]
  if (left.size === 0 && apart.size === 0) return { sheet, tolerances }
  const records = sheet.records
    .filter(({ row }) => !left.has(row))
    .map((record): ParsedRecord => (apart.has(record.row) ? { ...record, apart: true } : record))
  const leftOut = sheet.records.filter(({ row }) => left.has(row))
  return {
    sheet: {
      ...sheet,
      records,
      leftOut,
      skipped: [...sheet.skipped, ...leftOut.map(({ row }) => ({ row, reason: 'left-out' as const }))],
    },
    tolerances,
  }
}

function parseSheet(
  raw: RawSheet,
  override: SheetOverride | undefined,
  today: string,
  known: KnownNames,
): SheetReading {
  const grid = sheetGrid(raw)
  const tables = recogniseSheet(grid, override, known)
  const isBackup =
    raw.hidden && BACKUP_NAME.test(raw.name) && override?.include !== true && override?.kind === undefined
  const { unitKm, isOdometer } = override ?? {}
  const said = {
    ...(unitKm === undefined ? {} : { unitKm }),
    ...(isOdometer === undefined ? {} : { isOdometer }),
  }
  const base = { name: raw.name, hidden: raw.hidden, issues: [], rowCount: grid.rowCount }
  if (
    override?.kind === undefined &&
    override?.headerRows === undefined &&
    override?.columns === undefined &&
    !isBackup
  ) {
    const beside = readSideBySide(raw, tables, base, today, said)
    if (beside !== null) return askedForUnit(beside, unitKm, known.monthKm)
  }
  const chosenForm = override?.kind !== undefined && isFormKind(override.kind) ? override.kind : undefined
  const isTable =
    chosenForm === undefined &&
    (override?.kind !== undefined || override?.headerRows !== undefined || override?.columns !== undefined)
  const forms = isTable
    ? []
    : findForms(grid, { fields: mostFields(tables), isFilled: isFilled(grid, tables) }, chosenForm)
  if (forms.length > 0) {
    const kind = isBackup ? 'other' : forms[0]!.kind
    const { records, labels } = kind === 'other' ? { records: [], labels: [] } : readForms(grid, forms, today)
    return {
      sheet: {
        ...base,
        ...(isBackup ? { heldBack: forms[0]!.kind } : {}),
        kind,
        headerRows: [],
        columns: [],
        records,
        labels,
        skipped: [],
      },
      tolerances: new Map(),
    }
  }
  const measured = tables.map((table) => ({ ...table, ...said }))
  return askedForUnit(readTables(grid, measured, base, isBackup, today), unitKm, known.monthKm)
}

/** Distances of a size no train runs, or none of those on record, are not taken before a person has said their unit. */
function askedForUnit(
  { sheet, tolerances }: SheetReading,
  unitKm: number | undefined,
  knownKm: number | null,
): SheetReading {
  const doubt = sheet.kind === 'mileage-matrix' && unitKm === undefined ? distanceDoubt(sheet.records, knownKm) : null
  if (doubt === null) return { sheet, tolerances }
  const { totals: _totals, ...rest } = sheet
  return { sheet: { ...rest, records: [], distanceDoubt: doubt }, tolerances }
}

interface TableWithReading {
  readonly table: RecognisedSheet
  readonly reading: TableReading & { readonly totals?: readonly MileageTotal[] }
}

/** A column that is not what its header says is left to a person, and the table read without it. */
function readWithoutContradictions(grid: SheetGrid, table: RecognisedSheet, today: string): TableWithReading {
  const reading = readTable(grid, table, today)
  const against = contradictedColumns(table, reading.records)
  if (against.size === 0) return { table, reading }
  const rest = withoutContradictions(table, against)
  return { table: rest, reading: readTable(grid, rest, today) }
}

function readTables(
  grid: SheetGrid,
  found: readonly RecognisedSheet[],
  base: Pick<ParsedSheet, 'name' | 'hidden' | 'issues' | 'rowCount'>,
  isBackup: boolean,
  today: string,
): SheetReading {
  const read = found.map((table): TableWithReading =>
    isBackup ? { table, reading: NOTHING_READ } : readWithoutContradictions(grid, table, today),
  )
  const tables = read.map(({ table }) => table)
  const readings = read.map(({ reading }) => reading)
  const largest = readings.reduce(
    (best, { records }, at) => (records.length > readings[best]!.records.length ? at : best),
    0,
  )
  const main = tables[largest]!
  const kind = isBackup ? 'other' : main.kind
  const totals = readings.flatMap((reading) => reading.totals ?? [])
  const used = tables.filter((table) => table.kind !== 'other')
  const sheet: ParsedSheet = {
    ...base,
    kind,
    ...(isBackup ? { heldBack: main.kind } : {}),
    headerRows: (used.length > 0 ? used : [main]).flatMap(({ headerRows }) => headerRows.map((row) => row + 1)),
    columns: main.columns.map(withoutPlace),
    records: readings.length === 1 ? readings[0]!.records : readings.flatMap(({ records }) => records),
    skipped:
      kind === 'other'
        ? []
        : [
            ...rowsAbove(grid, tables[0]!),
            ...readings.flatMap(({ skipped }, at) => [...(at === 0 ? [] : headersOf(tables[at]!)), ...skipped]),
          ],
    ...(totals.length > 0 || main.kind === 'mileage-matrix' ? { totals } : {}),
  }
  return {
    sheet,
    tolerances:
      readings.length === 1 ? readings[0]!.tolerances : new Map(readings.flatMap(({ tolerances }) => [...tolerances])),
  }
}

const FEWEST_SIDE_BY_SIDE = 2
const FEWEST_LABELS = 4
/** Right of its labels a form has further labels; records side by side have none. */
const MOST_LABELS_AMONG_VALUES = 0.1
const LIKELY_LABEL = 0.85
const ROWS_WITH_TITLE = 5

/** Records that stand side by side under labels down the first column; null when the sheet is no such table. */
function readSideBySide(
  raw: RawSheet,
  tables: readonly RecognisedSheet[],
  base: Pick<ParsedSheet, 'name' | 'hidden' | 'issues' | 'rowCount'>,
  today: string,
  said: Pick<RecognisedSheet, 'unitKm' | 'isOdometer'>,
): SheetReading | null {
  if (tables.some(({ kind }) => kind !== 'other' && kind !== 'fleet')) return null
  const turned = turnedSheet(raw)
  if (turned === null) return null
  const grid = sheetGrid(turned)
  const [table] = recogniseSheet(grid, undefined)
  if (
    table === undefined ||
    table.kind === 'other' ||
    table.columns.filter(({ field }) => field !== null).length < (table.kind === 'mileage-matrix' ? 2 : FEWEST_LABELS)
  )
    return null
  if (
    table.kind !== 'mileage-matrix' &&
    (mostFields([table]) < mostFields(tables) * 2 ||
      holdsLabels(grid, table, formTitle(raw)) ||
      fullRows(grid, table) < FEWEST_SIDE_BY_SIDE)
  )
    return null
  const { sheet, tolerances } = readTables(grid, [{ ...table, ...said }], base, false, today)
  const trains = new Set(sheet.records.map(({ row }) => row))
  return trains.size < FEWEST_SIDE_BY_SIDE ? null : { sheet: turnedBack(sheet), tolerances }
}

/** What kind of form the sheet says it is, where a text stands alone above it; null for others. */
function formTitle({ rows }: RawSheet): FormKind | null {
  for (const row of rows.slice(0, ROWS_WITH_TITLE)) {
    const [only, second] = (row ?? []).filter((cell) => cell !== undefined && cell.v !== '')
    const kind = only?.t === 's' && second === undefined ? titleOf(String(only.v)) : null
    if (kind !== null) return kind
  }
  return null
}

function holdsLabels(grid: SheetGrid, table: RecognisedSheet, form: FormKind | null): boolean {
  let [labels, all] = [0, 0]
  for (let row = firstRecordRow(table); row < table.end; row++)
    for (const cell of grid.sheet.rows[row] ?? []) {
      if (cell?.t !== 's' || cell.v === '') continue
      all += 1
      const text = String(cell.v)
      if (
        /[:：]\s*$/.test(text) ||
        (matchHeader([text])[0]?.confidence ?? 0) >= LIKELY_LABEL ||
        (form !== null && formLabel(text, form)?.isSure === true)
      )
        labels += 1
    }
  return labels > all * MOST_LABELS_AMONG_VALUES
}

const mostFields = (tables: readonly RecognisedSheet[]): number =>
  Math.max(
    ...tables.map(
      ({ columns }) =>
        new Set(
          columns.flatMap(({ field, confidence, reason }) =>
            reason === 'month' ? [reason + field] : field !== null && confidence >= 0.5 ? [field] : [],
          ),
        ).size,
    ),
  )

const FEWEST_FILLED_ROWS = 5
/** Of a table whose kind is known. */
const FEWEST_COLUMNS = 2
const ROWS_LOOKED_AT = 100

/** Do many rows under a header fill most of its columns? */
const isFilled = (grid: SheetGrid, tables: readonly RecognisedSheet[]): boolean =>
  tables.some(
    (table) =>
      table.columns.filter(({ field }) => field !== null).length >=
        (table.kind === 'other' ? FEWEST_LABELS : FEWEST_COLUMNS) &&
      fullRows(grid, { ...table, end: Math.min(table.end, ROWS_LOOKED_AT) }) >= FEWEST_FILLED_ROWS,
  )

function readTable(grid: SheetGrid, sheet: RecognisedSheet, today: string): TableReading {
  switch (sheet.kind) {
    case 'failure-ledger':
      return readLedger(grid, sheet, today)
    case 'part-replacement-journal':
      return readJournal(grid, sheet, today)
    case 'mileage-matrix':
      return readMileage(grid, sheet)
    case 'bom':
      return readBom(grid, sheet)
    case 'fleet':
      return readFleet(grid, sheet)
    default:
      return NOTHING_READ
  }
}

const headersOf = ({ headerRows }: RecognisedSheet): { row: number; reason: SkipReason }[] =>
  headerRows.map((row) => ({ row: row + 1, reason: 'header' as const }))

function rowsAbove(grid: SheetGrid, table: RecognisedSheet): { row: number; reason: SkipReason }[] {
  const top = table.headerRows[0] ?? table.first ?? 0
  const rows = Array.from({ length: top }, (_, row) => row).filter((row) =>
    grid.sheet.rows[row]?.some((cell) => cell?.v !== undefined && cell.v !== ''),
  )
  return [...rows.map((row) => ({ row: row + 1, reason: 'title' as const })), ...headersOf(table)]
}

function withoutPlace({
  index: _index,
  parts: _parts,
  unitKm: _unitKm,
  company: _company,
  ...column
}: RecognisedColumn): ParsedColumn {
  return column
}

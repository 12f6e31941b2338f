import { firstRecordRow } from './firstRecordRow'
import { plainText } from '../../domain/plainText'
import { cellText } from '../cells/cellText'
import { columnLetter } from '../open/columnLetter'
import { columnHabits, type ColumnHabits } from './columnHabits'
import { headerUnitKm, namesDistanceUnit } from '../cells/readOdometer'
import { readCompanyField } from '../cells/readCompanyField'
import { readTime } from '../cells/readTime'
import { yearIn } from './monthHeader'
import { isLiteral } from '../cells/ourFormats'
import type { FieldName } from '../cells/importFields'
import type { Issue, IssueCode, ParsedRecord, RecordKind } from '../cells/parsedRecord'
import { NO_RESULT, UNREADABLE, type RawCell } from '../open/rawWorkbook'
import { readField, type FieldReading, type ReadingContext } from '../cells/readField'
import type { RecognisedColumn, RecognisedSheet } from './recogniseSheet'
import type { SheetGrid } from './sheetGrid'

const DITTO = new Set([
  '〃',
  '″',
  '′′',
  '"',
  '”',
  '“',
  '``',
  "''",
  '同上',
  '同',
  '同前',
  '上同',
  '同左上',
  'ditto',
  'do.',
  '↑',
  '々',
])
/** “Same as above”. */
export const isDitto = (text: string): boolean => text.length <= 5 && DITTO.has(plainText(text))
/** A column of ever new values, such as serial numbers, is not worth remembering. */
const VALUES_ON_TRIAL = 500

/** Reads rows of one table, top to bottom: “same as above”, vertical merges and missing years need the rows before. */
export interface RecordReader {
  read(row: number, kind: RecordKind): ParsedRecord
  /** how coarse the odometer of the last record read was written, in km */
  toleranceKm(): number
}

/** A cell value that was read before: ledgers say the same few things over and over. */
interface Remembered {
  readonly cell: RawCell
  readonly text: string
  readonly isDitto: boolean
  readonly rowVehicleType: string
  readonly reading: FieldReading
}

interface ColumnState {
  readonly column: RecognisedColumn
  readonly field: FieldName
  readonly letter: string
  readonly unitKm: number
  readonly isMoment: boolean
  readonly habits: ColumnHabits
  readonly remembered: Map<string | number | boolean, Remembered>
  above: Remembered | undefined
  lastDate: string | undefined
  /** how often a remembered value came again */
  hits: number
}

/** Says which cells of a row show the error of a formula. */
function addErrors(record: ParsedRecord, line: readonly (RawCell | undefined)[], states: readonly ColumnState[]): void {
  for (let column = 0; column < line.length; column++) {
    const cell = line[column]
    if (cell?.t !== 'e') continue
    const field = states.find((state) => state.column.index === column)?.field
    record.issues.push({
      column: columnLetter(column),
      code: errorCode(cell),
      ...(field === undefined ? {} : { field }),
    })
  }
}

export function recordReader(grid: SheetGrid, sheet: RecognisedSheet): RecordReader {
  const hiddenRows = new Set(grid.sheet.hiddenRows)
  const firstRow = firstRecordRow(sheet)
  const states = columnStates(grid, sheet)
  const read = new Set(states.map(({ field }) => field))
  const contextOf = readingContext(grid.sheet.date1904, yearIn([sheet.title]) ?? yearIn([grid.sheet.name]))
  let tolerance = 0

  function readRow(row: number, kind: RecordKind): ParsedRecord {
    const record: ParsedRecord = hiddenRows.has(row)
      ? { row: row + 1, kind, fields: {}, cells: {}, raw: {}, issues: [], hidden: true }
      : { row: row + 1, kind, fields: {}, cells: {}, raw: {}, issues: [] }
    tolerance = 0
    const rowText = String(row + 1)
    for (const state of states) readInto(record, state, row, rowText)
    if (read.has('occurredTime')) joinTime(record)
    addErrors(record, grid.sheet.rows[row] ?? [], states)
    return record
  }

  function readInto(record: ParsedRecord, state: ColumnState, row: number, rowText: string): void {
    const { field, letter } = state
    const range = grid.merge(row, state.column.index)
    const origin = range && range.top >= firstRow ? range : undefined
    const cell = origin ? grid.cell(origin.top, origin.left) : grid.cell(row, state.column.index)
    if (cell === undefined || cell.v === undefined || cell.t === 'e') {
      state.above = undefined
      return
    }
    const own = remember(state, cell, String(record.fields.vehicleType ?? ''), contextOf)
    if (own.isDitto && state.above === undefined) {
      record.raw[field] = own.text
      record.issues.push({ column: letter, code: 'nothing-above', field })
      return
    }
    if (!own.isDitto) state.above = own
    if (own.text === '') return
    const address = origin ? columnLetter(origin.left) + (origin.top + 1) : letter + rowText
    const { reading } = state.above!
    if (reading.value !== undefined && reading.toleranceKm !== undefined) tolerance = reading.toleranceKm
    keep(record, state, reading, own.text, address)
    keepMore(record, letter, reading, own.text, address, read)
  }

  return { read: readRow, toleranceKm: () => tolerance }
}

const HAS_HABITS = /At$|Date$|^month$|^odometerKm$/u
const NO_HABITS: ColumnHabits = { dateOrder: null, decimalComma: false }

/** Day and time of day from two cells are one moment; a time nobody can read is said and stays with the day. */
function joinTime({ fields, cells, raw, issues }: ParsedRecord): void {
  const { occurredAt, occurredTime } = fields
  const { occurredTime: cell } = cells
  delete fields.occurredTime
  delete cells.occurredTime
  delete raw.occurredTime
  if (typeof occurredTime !== 'string' || typeof occurredAt !== 'string' || occurredAt.length !== 10) return
  const time = readTime(Number.isNaN(Number(occurredTime)) ? occurredTime : Number(occurredTime))
  if (time === null) {
    issues.push({
      column: cell?.replace(/\d+$/, '') ?? null,
      code: 'date-unreadable',
      field: 'occurredAt',
      parameters: { found: occurredTime },
    })
    return
  }
  raw.occurredAt ??= occurredAt
  raw.occurredAt += ` ${occurredTime}`
  fields.occurredAt = `${occurredAt}T${time}`
}

function columnStates(grid: SheetGrid, sheet: RecognisedSheet): readonly ColumnState[] {
  const { title, columns, end } = sheet
  const rows = [firstRecordRow(sheet), end] as const
  const titleUnit = headerUnitKm(title)
  const states = columns.flatMap((column): ColumnState[] => {
    if (column.field === null) return []
    const unit = headerUnitKm(column.parts.join(''))
    return [
      {
        column,
        field: column.field,
        letter: columnLetter(column.index),
        unitKm: sheet.unitKm ?? (unit === 1 && !namesDistanceUnit(column.header) ? (column.unitKm ?? titleUnit) : unit),
        isMoment: column.field.endsWith('At'),
        habits:
          HAS_HABITS.test(column.field) || column.company?.kind === 'date'
            ? columnHabits(grid, [column.index], rows)
            : NO_HABITS,
        remembered: new Map(),
        above: undefined,
        lastDate: undefined,
        hits: 0,
      },
    ]
  })
  // The vehicle type helps to read the train number, so it is read first.
  return states.sort((a, b) => Number(b.field === 'vehicleType') - Number(a.field === 'vehicleType'))
}

/** What a cell is read with; one object for all cells of a sheet, because there are millions of them. */
type ContextOf = (state: ColumnState, rowVehicleType: string) => ReadingContext

function readingContext(date1904: boolean, titleYear: number | null): ContextOf {
  let dated: ColumnState | undefined
  const context = {
    unitKm: 1,
    date1904,
    rowVehicleType: '',
    dateOrder: null as ColumnHabits['dateOrder'],
    decimalComma: false,
    yearOf: (month: number, day: number) => nearestYear(month, day, dated?.lastDate, titleYear),
  }
  return (state, rowVehicleType) => {
    dated = state
    context.unitKm = state.unitKm
    context.dateOrder = state.habits.dateOrder
    context.decimalComma = state.habits.decimalComma
    context.rowVehicleType = rowVehicleType
    return context
  }
}

type CellToRead = readonly [text: string, cell: RawCell, context: ReadingContext]

function remember(state: ColumnState, cell: RawCell, rowVehicleType: string, contextOf: ContextOf): Remembered {
  const known = state.remembered.get(cell.v)
  if (
    known &&
    known.cell.z === cell.z &&
    known.cell.t === cell.t &&
    (state.field !== 'trainNo' || known.rowVehicleType === rowVehicleType)
  ) {
    state.hits++
    return known
  }
  const literal = isLiteral(cell)
  const text = literal ? String(cell.v) : cellText(cell)
  const repeats = !literal && isDitto(text)
  const reading = repeats || text === '' ? {} : readingOf(state, text, cell, contextOf(state, rowVehicleType))
  const remembered: Remembered = { cell, text, isDitto: repeats, rowVehicleType, reading }
  if (!reading.yearless && (state.remembered.size < VALUES_ON_TRIAL || state.hits > state.remembered.size))
    state.remembered.set(cell.v, remembered)
  return remembered
}

const readingOf = ({ field, column: { company } }: ColumnState, ...cell: CellToRead): FieldReading =>
  company === undefined ? readField(field, ...cell) : readCompanyField(company, ...cell)

/** What was read of a cell for the field of its column. */
function keep(
  record: ParsedRecord,
  state: ColumnState,
  { value, issues }: FieldReading,
  written: string,
  address: string,
): void {
  const { field, letter } = state
  if (value !== undefined) {
    record.fields[field] = value
    record.cells[field] = address
    if (state.isMoment && typeof value === 'string') state.lastDate = value
  }
  if (value === undefined ? issues && issues.length > 0 : String(value) !== written) record.raw[field] = written
  if (issues) for (const code of issues) record.issues.push(issueOf(letter, code, field, written))
}

/** What the cell says for other fields besides. */
function keepMore(
  record: ParsedRecord,
  letter: string,
  { more, moreIssues }: FieldReading,
  written: string,
  address: string,
  read: ReadonlySet<FieldName>,
): void {
  if (more) {
    for (const [name, extra] of Object.entries(more) as [FieldName, string | number][]) {
      // The type is read before the number: where its own cell is empty, the one written with the number counts.
      if (record.fields[name] !== undefined || (read.has(name) && name !== 'delayMin' && name !== 'vehicleType'))
        continue
      record.fields[name] = extra
      record.cells[name] = address
      record.raw[name] = written
    }
  }
  if (moreIssues && !read.has(moreIssues.field))
    for (const code of moreIssues.codes) record.issues.push(issueOf(letter, code, moreIssues.field, written))
}

function issueOf(column: string, code: IssueCode, field: FieldName, found: string): Issue {
  return { column, code, field, parameters: { found } }
}

/** Why a cell that shows an error has no value. */
export function errorCode({ v }: RawCell): IssueCode {
  if (v === NO_RESULT) return 'formula-without-result'
  return v === UNREADABLE ? 'cell-unreadable' : 'formula-error'
}

/** The year that puts a month and day nearest to the date read before; the year of the title when there is none. */
function nearestYear(
  month: number,
  day: number,
  lastDate: string | undefined,
  titleYear: number | null,
): number | null {
  if (lastDate === undefined) return titleYear
  const lastYear = Number(lastDate.slice(0, 4))
  const years = titleYear === null ? [lastYear - 1, lastYear, lastYear + 1] : [titleYear, lastYear]
  const lastDay = dayCount(lastYear, Number(lastDate.slice(5, 7)), Number(lastDate.slice(8, 10) || 15))
  return years.reduce((best, year) =>
    Math.abs(dayCount(year, month, day) - lastDay) < Math.abs(dayCount(best, month, day) - lastDay) ? year : best,
  )
}

const dayCount = (year: number, month: number, day: number): number => year * 366 + month * 30.5 + day

import { firstRecordRow } from './firstRecordRow'
import { plainText } from '../../domain/plainText'
import { cellText, saysNothing } from '../cells/cellText'
import { columnHabits } from './columnHabits'
import { columnLetter } from '../open/columnLetter'
import { matchHeader } from './matchHeader'
import { monthInTitle, monthOfHeader, yearIn, type MonthHeader } from './monthHeader'
import type { Issue, ParsedRecord } from '../cells/parsedRecord'
import type { MileageTotal } from './parsedSheet'
import { headerUnitKm, namesDistanceUnit, readOdometer } from '../cells/readOdometer'
import { errorCode, recordReader } from './recordReader'
import type { TableReading } from './readLedger'
import type { RecognisedColumn, RecognisedSheet } from './recogniseSheet'
import { rowPurpose } from './rowPurpose'
import { twoDigits } from '../cells/serialDate'
import type { SheetGrid } from './sheetGrid'

/** Mileage records, one per filled month, and the yearly sums beside them. */
export interface MileageReading extends TableReading {
  readonly totals: MileageTotal[]
}

type Basis = 'monthly' | 'cumulative'

interface DistanceColumn {
  readonly index: number
  readonly letter: string
  readonly unitKm: number
  readonly basis: Basis
  readonly month: MonthHeader | null
  readonly year: number | null
}

const CUMULATIVE = /累计|累积|里程表|表底|cumulative|accumulated|odometer|total/
const MONTHLY = /月走行|当月|本月|每月|monthly|permonth/

/**
 * Reads a matrix of trains and months, or a list with one train and month per row; the header or the title says
 * whether a number is the month's or the running sum.
 */
export function readMileage(grid: SheetGrid, sheet: RecognisedSheet): MileageReading {
  const titleMonth = sheet.columns.some(({ reason, field }) => reason === 'month' || field === 'month')
    ? null
    : monthInTitle(sheet.title)
  const months = sheet.columns
    .filter((column) => column.reason === 'month' || (titleMonth !== null && isDistance(column)))
    .map((column) => ({
      ...distanceColumn(column, sheet),
      ...(titleMonth === null ? {} : { month: titleMonth, year: titleMonth.year }),
    }))
  const sums = sheet.columns.filter(({ reason }) => reason === 'total').map((column) => distanceColumn(column, sheet))
  const isList = months.length === 0
  const purpose = rowPurpose(grid, sheet)
  const reader = recordReader(grid, {
    ...sheet,
    columns: sheet.columns.filter(
      ({ field }) =>
        field === 'trainNo' || field === 'vehicleType' || (isList && (field === 'month' || field === 'odometerKm')),
    ),
  })
  const rows = [firstRecordRow(sheet), sheet.end] as const
  const { decimalComma } = columnHabits(
    grid,
    [...months, ...sums].map(({ index }) => index),
    rows,
  )
  const reading: MileageReading = { records: [], skipped: [], tolerances: new Map(), totals: [] }

  for (let row = firstRecordRow(sheet); row < sheet.end; row++) {
    const reason = purpose(row)
    if (reason !== 'record') {
      reading.skipped.push({ row: row + 1, reason })
      continue
    }
    const train = reader.read(row, 'mileage')
    if (train.fields.trainNo === undefined) {
      reading.skipped.push({ row: row + 1, reason: 'note' })
      continue
    }
    if (isList)
      reading.records.push(
        listRecord(
          train,
          sheet.isOdometer === true
            ? 'cumulative'
            : basisOf('', plainText(sheet.title + sheet.columns.map(({ header }) => header).join(''))),
        ),
      )
    for (const column of months) {
      const record = monthRecord(grid, row, column, train, decimalComma)
      if (record) reading.records.push(record)
    }
    for (const column of sums) addTotal(reading.totals, grid, row, column, train, decimalComma)
  }
  return reading
}

const isDistance = ({ parts, field, reason }: RecognisedColumn): boolean =>
  field === 'odometerKm' || (reason !== 'total' && field === null && matchHeader(parts)[0]?.field === 'odometerKm')

function distanceColumn(column: RecognisedColumn, sheet: RecognisedSheet): DistanceColumn {
  const header = plainText(column.header)
  const title = plainText(sheet.title)
  const named = column.parts.join('')
  const hasUnit = namesDistanceUnit(named)
  const month = monthOfHeader(column.parts)
  const titleYear = yearIn([sheet.title]) ?? yearIn([sheet.title.split(' ')[0] ?? ''])
  return {
    index: column.index,
    letter: column.column,
    unitKm: sheet.unitKm ?? headerUnitKm(hasUnit ? named : sheet.title),
    basis: sheet.isOdometer === true ? 'cumulative' : basisOf(header, title),
    month,
    year: month?.year ?? yearIn(column.parts) ?? titleYear,
  }
}

/** The column's own words win; a title that explains both ways leaves unmarked columns monthly. */
function basisOf(header: string, title: string): Basis {
  if (CUMULATIVE.test(header)) return 'cumulative'
  if (MONTHLY.test(header) || MONTHLY.test(title)) return 'monthly'
  return CUMULATIVE.test(title) && !/其余|其他/.test(title) ? 'cumulative' : 'monthly'
}

/** One row of a long list: train, month and distance side by side. */
function listRecord(train: ParsedRecord, basis: Basis): ParsedRecord {
  const { odometerKm, month, ...fields } = train.fields
  const { odometerKm: kmCell, ...cells } = train.cells
  if (typeof odometerKm !== 'number' || typeof month !== 'string') return train
  return {
    ...train,
    fields: { ...fields, month: month.slice(0, 7), km: odometerKm, basis },
    cells: kmCell === undefined ? cells : { ...cells, km: kmCell },
  }
}

function monthRecord(
  grid: SheetGrid,
  row: number,
  column: DistanceColumn,
  train: ParsedRecord,
  decimalComma: boolean,
): ParsedRecord | null {
  const cell = grid.cell(row, column.index)
  const text = cellText(cell)
  const address = column.letter + (row + 1)
  if (cell?.t === 'e') return emptyRecord(train, [{ column: column.letter, code: errorCode(cell), field: 'km' }])
  if (text === '' || saysNothing(text)) return null

  const { km, estimated, fromMiles } = readOdometer(text, column.unitKm, decimalComma)
  if (km === undefined || column.year === null || column.month === null) {
    return {
      ...emptyRecord(train, [
        {
          column: column.letter,
          code: km === undefined ? 'odometer-unreadable' : 'date-unreadable',
          field: 'km',
          parameters: { found: text },
        },
      ]),
      raw: { km: text },
    }
  }
  const issues: Issue[] = [...train.issues]
  if (estimated)
    issues.push({ column: column.letter, code: 'odometer-estimated', field: 'km', parameters: { found: text } })
  if (fromMiles)
    issues.push({ column: column.letter, code: 'miles-converted', field: 'km', parameters: { found: text } })
  return {
    ...train,
    fields: { ...train.fields, month: `${column.year}-${twoDigits(column.month.month)}`, km, basis: column.basis },
    cells: { ...train.cells, km: address },
    raw: String(km) === text ? train.raw : { ...train.raw, km: text },
    issues,
  }
}

const emptyRecord = (train: ParsedRecord, issues: readonly Issue[]): ParsedRecord => ({
  ...train,
  issues: [...train.issues, ...issues],
})

function addTotal(
  totals: MileageTotal[],
  grid: SheetGrid,
  row: number,
  column: DistanceColumn,
  train: ParsedRecord,
  decimalComma: boolean,
): void {
  const text = cellText(grid.cell(row, column.index))
  const { km } = saysNothing(text) ? {} : readOdometer(text, column.unitKm, decimalComma)
  if (km === undefined || column.year === null) return
  totals.push({
    row: row + 1,
    trainNo: String(train.fields.trainNo),
    vehicleType: String(train.fields.vehicleType ?? ''),
    year: column.year,
    km,
    cell: columnLetter(column.index) + (row + 1),
  })
}

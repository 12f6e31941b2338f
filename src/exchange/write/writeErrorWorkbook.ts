/**
 * The rows that are not stored yet, on the sheets they were mailed on: same order, same columns, the doubtful cells
 * coloured, and a last column that says why. Dropped on the program again it is read like the file it came from.
 */
import { inLanguage } from '../../i18n/inLanguage'
import { wordsOfImports } from '../../i18n/importWords'
import { reviewEn, reviewZh } from '../../i18n/review'
import type { Moment } from '../../domain/moment'
import type { Language } from '../../i18n/translation'
import { errorWords } from '../cells/errorWords'
import { shownNumber } from '../cells/shownNumber'
import { cellText } from '../cells/cellText'
import { columnLetter } from '../open/columnLetter'
import { writeXlsx } from './ooxml/writeXlsx'
import type { Cell, Row, Sheet } from './ooxml/workbook'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from '../tables/parsedSheet'
import type { RawCell, RawRow, RawSheet } from '../open/rawWorkbook'
import { isDateFormat } from '../cells/serialDate'
import { turnedAddress, turnedSheet } from '../tables/turnedSheet'
import { isSerious } from '../plan/review/seriousIssues'

export interface LeftRows {
  readonly raw: RawSheet
  readonly parsed: ParsedSheet
  /** What a person has corrected so far stands in the workbook. */
  readonly corrected: RawSheet
  readonly rows: ReadonlySet<number>
}

export interface ErrorWorkbookOptions {
  readonly language: Language
  readonly generatedAt: Moment
  readonly build: string
}

const DAYS_FROM_1904 = 1462
const NARROWEST = 8
const WIDEST = 44
const REASON_WIDTH = 48
/** Chinese letters take the room of two. */
const REVIEW = { zh: reviewZh, en: reviewEn }

const WIDE_LETTER = /[⺀-￿]/gu

/**
 * @returns bytes of an .xlsx; null when no row is left
 * @throws  RangeError when there are more rows than a sheet can hold
 */
export function writeErrorWorkbook(
  sheets: readonly LeftRows[],
  { language, generatedAt, build }: ErrorWorkbookOptions,
): Uint8Array | null {
  const left = sheets.filter(({ rows }) => rows.size > 0)
  if (left.length === 0) return null
  const title = inLanguage(language, REVIEW).errorWorkbookTitle
  return writeXlsx({
    title,
    creator: `FRACAS ${build}`,
    createdAt: generatedAt,
    sheets: left.map((one) => errorSheet(one, language, title)),
  })
}

/** As wide as what stands in the column, within bounds. */
const widthOf = (lines: RawSheet['rows'], column: number): number =>
  Math.min(WIDEST, Math.max(NARROWEST, ...lines.map((line) => lengthOf(line?.[column]))))

/** Merged cells of the header, as a workbook names them. */
const mergesAbove = (row: number, merges: RawSheet['merges']): string[] =>
  merges
    .filter(({ bottom }) => bottom < row)
    .map(({ top, left, bottom, right }) => `${columnLetter(left)}${top + 1}:${columnLetter(right)}${bottom + 1}`)

/** A sheet to send back: what was mailed and what it was mended to, its records by row, and where its header ends. */
function sentBack({ raw: mailed, parsed, corrected: mended }: LeftRows) {
  const isTurned = parsed.turned === true
  const all = [...parsed.records, ...(parsed.leftOut ?? [])]
  return {
    // Records that stood side by side get a row each, so that each has its reason.
    raw: isTurned ? (turnedSheet(mailed) ?? mailed) : mailed,
    corrected: isTurned ? (turnedSheet(mended) ?? mended) : mended,
    isTurned,
    isTable: isTurned || parsed.headerRows.length > 0,
    headerEnd: isTurned ? Math.min(...all.map(({ row }) => row)) - 1 : Math.max(...parsed.headerRows, 0),
    records: new Map(all.map((record) => [record.row, record])),
  }
}

function errorSheet(left: LeftRows, language: Language, title: string): Sheet {
  const { issueSentence } = wordsOfImports(language)
  const { errorReasonHeader } = inLanguage(language, REVIEW)
  const { rows } = left
  const { raw, corrected, isTurned, isTable, headerEnd, records } = sentBack(left)
  const width = corrected.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
  // A form is one record over many rows, so the whole sheet is kept; of a table only the rows that are left.
  const kept = corrected.rows.flatMap((line, at) =>
    !isTable || at < headerEnd || rows.has(at + 1) ? [{ line, row: at + 1 }] : [],
  )
  const lines = kept.slice(0, 200).map(({ line }) => line)
  const widths = Array.from({ length: width }, (_, column) => widthOf(lines, column))
  return {
    name: left.raw.name.slice(0, 31),
    widths: [...widths, REASON_WIDTH],
    rows: kept.map(({ line, row }): Row => {
      if (isTable && row <= headerEnd) {
        const heading = row === headerEnd ? ({ value: errorReasonHeader, style: 'header' } as const) : undefined
        return rowOf(line, width, 'header', NOTHING, raw.date1904, heading)
      }
      const record = rows.has(row) ? records.get(row) : undefined
      if (record === undefined) return rowOf(line, width, 'body', NOTHING, raw.date1904, undefined)
      const reason = { value: reasonOf(record, issueSentence), style: 'doubtReason' } as const
      return rowOf(line, width, 'body', doubtfulColumns(record, isTurned), raw.date1904, reason)
    }),
    ...(isTable
      ? {
          frozen: { rows: headerEnd, columns: 0 },
          filter: `A${headerEnd}:${columnLetter(width)}${kept.length}`,
          merges: mergesAbove(headerEnd, raw.merges),
        }
      : {}),
    print: { paper: 'A4', landscape: true, header: title },
  }
}

const NOTHING: ReadonlySet<string> = new Set()

/** Letters of the columns of a record whose cell is in doubt. */
function doubtfulColumns({ issues, cells }: ParsedRecord, isTurned: boolean): ReadonlySet<string> {
  return new Set(
    issues.flatMap(({ column, field, code }) => {
      if (!isSerious(code)) return []
      const address = field === undefined ? undefined : cells[field]
      if (isTurned && address !== undefined) return [turnedAddress(address).replace(/\d+$/u, '')]
      return [column ?? address?.replace(/\d+$/u, '') ?? '']
    }),
  )
}

const reasonOf = (
  { issues }: ParsedRecord,
  sentence: (code: string, parameters: Readonly<Record<string, string | number>>) => string,
): string =>
  issues
    .filter(({ code }) => isSerious(code))
    .map(({ column, code, parameters }) => `${column === null ? '' : `${column}: `}${sentence(code, parameters ?? {})}`)
    .join('\n')

function rowOf(
  line: RawRow,
  width: number,
  look: 'header' | 'body',
  doubtful: ReadonlySet<string>,
  date1904: boolean,
  reason: Cell | undefined,
): Row {
  const cells = Array.from({ length: width }, (_, column): Cell | undefined => {
    const cell = line?.[column]
    const isDoubtful = doubtful.has(columnLetter(column))
    if (cell === undefined) return isDoubtful ? { value: '', style: 'doubtText' } : undefined
    return cellOf(cell, look, isDoubtful, date1904)
  })
  return [...cells, reason]
}

function cellOf(cell: RawCell, look: 'header' | 'body', isDoubtful: boolean, date1904: boolean): Cell {
  if (look === 'header') return { value: cellText(cell), style: 'header' }
  if (cell.t === 'e') return { value: errorWords(cell), style: isDoubtful ? 'doubtText' : 'text' }
  const shown = typeof cell.v === 'number' ? shownNumber(cell.v, cell.z) : null
  if (shown !== null) return { value: shown, style: isDoubtful ? 'doubtText' : 'text' }
  if (typeof cell.v === 'number') {
    const isDate = isDateFormat(cell.z)
    const value = isDate && date1904 ? cell.v + DAYS_FROM_1904 : cell.v
    if (isDate) return { value, style: isDoubtful ? 'doubtDay' : Number.isInteger(value) ? 'day' : 'minute' }
    return { value, style: isDoubtful ? 'doubtNumber' : 'number' }
  }
  if (typeof cell.v === 'boolean') return { value: cell.v, style: isDoubtful ? 'doubtText' : 'text' }
  return { value: String(cell.v), style: isDoubtful ? 'doubtText' : 'wrapped' }
}

const lengthOf = (cell: RawCell | undefined): number => {
  const text = cellText(cell)
  return Math.max(...text.split('\n').map((line) => line.length + (line.match(WIDE_LETTER)?.length ?? 0))) + 2
}

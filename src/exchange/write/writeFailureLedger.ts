import { codeBook, type CodeBook } from '../../domain/codeBook'
import type { Moment } from '../../domain/moment'
import { formatMoment } from '../../i18n/format'
import type { Language } from '../../i18n/translation'
import { wordsOfWorkbooks } from '../../i18n/workbooks'
import type { Fields } from '../../domain/records/field'
import { columnLetter } from '../open/columnLetter'
import { companyLedgerColumns } from './companyColumns'
import { LEDGER_GROUPS, type LedgerColumn, type LedgerContext } from './ledgerColumn'
import { LEDGER_COLUMNS } from './ledgerLayout'
import type { LedgerRow } from '../tables/ledgerRow'
import { aboutSheet } from './ooxml/aboutSheet'
import type { Cell, Range, Row, Sheet } from './ooxml/workbook'
import { writeXlsx } from './ooxml/writeXlsx'

export interface FailureLedgerOptions {
  readonly language: Language
  /** Which failures these are, as a sentence. */
  readonly filterInWords: string
  /** Local civil time. */
  readonly generatedAt: Moment
  readonly build: string
  readonly title?: string
  /** The codes in force; the built-in ones when not given. */
  readonly codes?: CodeBook
  /** Fields the company added to failures; none when not given. */
  readonly company?: Fields
}

/** The group names stand in row 3, the columns in row 4. */
const HEADER_TOP = 3
const HEADER_BOTTOM = 4
const FROZEN_COLUMNS = 2

/**
 * The ledger as customers know it: title, two-row header, one row per failure; then a sheet that says what it is.
 * Read back by our own importer it gives the same records, as far as an import knows their fields.
 *
 * @returns bytes of an .xlsx file; the same rows and options always give the same bytes
 * @throws  RangeError when there are more rows than a sheet can hold
 */
export function writeFailureLedger(rows: readonly LedgerRow[], options: FailureLedgerOptions): Uint8Array {
  const t = wordsOfWorkbooks(options.language)
  const title = options.title ?? t.bookLedgerTitle
  const facts: readonly (readonly [string, string | number])[] = [
    [t.bookTitle, title],
    [t.bookFilter, options.filterInWords],
    [t.bookRows, rows.length],
    [t.bookGenerated, formatMoment(options.generatedAt)],
    [t.bookBuild, options.build],
  ]
  return writeXlsx({
    title,
    creator: t.bookProgram(options.build),
    createdAt: options.generatedAt,
    sheets: [
      ledgerSheet(rows, options),
      aboutSheet(t.bookAboutSheet, facts, t.bookDefinitions, t.bookLedgerDefinitions.split('\n')),
    ],
  })
}

/** The ledger alone, as a sheet of a workbook that holds more. */
export function ledgerSheet(rows: readonly LedgerRow[], options: FailureLedgerOptions): Sheet {
  const t = wordsOfWorkbooks(options.language)
  const title = options.title ?? t.bookLedgerTitle
  const count = String(rows.length)
  const columns = [...LEDGER_COLUMNS, ...companyLedgerColumns(options.company ?? {}, rows)]
  return {
    name: t.bookLedgerSheet,
    widths: columns.map(({ width }) => width),
    rows: ledgerRows(
      rows,
      columns,
      title,
      t.bookLedgerSubtitle(options.filterInWords, count, formatMoment(options.generatedAt)),
      options,
    ),
    merges: headerMerges(columns),
    frozen: { rows: HEADER_BOTTOM, columns: FROZEN_COLUMNS },
    filter: `A${HEADER_BOTTOM}:${columnLetter(columns.length - 1)}${HEADER_BOTTOM + Math.max(1, rows.length)}`,
    print: {
      paper: 'A3',
      landscape: true,
      repeatRows: `${HEADER_TOP}:${HEADER_BOTTOM}`,
      repeatColumns: 'A:B',
      pagesWide: 2,
      header: title,
    },
  }
}

function* ledgerRows(
  rows: readonly LedgerRow[],
  columns: readonly LedgerColumn[],
  title: string,
  subtitle: string,
  options: FailureLedgerOptions,
): Generator<Row> {
  yield [{ value: title, style: 'title' }]
  yield [{ value: subtitle, style: 'note' }]
  yield columns.map(({ group, ...names }, at): Cell => {
    const isFirst = group === undefined || columns[at - 1]?.group !== group
    return {
      value: isFirst ? (group === undefined ? names : LEDGER_GROUPS[group])[options.language] : '',
      style: 'group',
    }
  })
  yield columns.map((column): Cell => ({
    value: column.group === undefined ? '' : column[options.language],
    style: 'header',
  }))

  const context = {
    book: options.codes ?? codeBook([]),
    language: options.language,
    ambiguousTrains: ambiguousTrains(rows),
  }
  let index = 0
  for (const row of rows) {
    index += 1
    const of: LedgerContext = { ...context, index }
    yield columns.map((column) => column.cell(row, of))
  }
}

/** Columns without a group reach over both header rows; a group reaches over its columns. */
function headerMerges(columns: readonly LedgerColumn[]): readonly Range[] {
  const groupOf = (at: number): LedgerColumn['group'] => columns[at]?.group
  return columns.flatMap(({ group }, at): Range[] => {
    if (group === undefined) return [`${columnLetter(at)}${HEADER_TOP}:${columnLetter(at)}${HEADER_BOTTOM}`]
    if (groupOf(at - 1) === group) return []
    let last = at
    while (groupOf(last + 1) === group) last += 1
    return [`${columnLetter(at)}${HEADER_TOP}:${columnLetter(last)}${HEADER_TOP}`]
  })
}

/** 112 beside 0112: both are meant as they are, and the reader must not take one for the other. */
function ambiguousTrains(rows: readonly LedgerRow[]): ReadonlySet<string> {
  const byValue = new Map<string, Set<string>>()
  for (const { names } of rows) {
    const no = names.trainNo ?? ''
    const value = no.replace(/^0+/, '')
    byValue.set(value, (byValue.get(value) ?? new Set()).add(no))
  }
  return new Set([...byValue.values()].filter((numbers) => numbers.size > 1).flatMap((numbers) => [...numbers]))
}

/**
 * What of a report is printed. A brief that is handed round has few pages: its cover with the drawings, its figures, and the
 * head of each short list. Long lists, and tables whose drawing stands on the cover, are there to be read on the screen;
 * they print as soon as somebody clears the print area, and say so.
 */
import { isOneOf } from '../../../domain/closedSet'
import { formatCount } from '../../../i18n/format'
import type { ReportPart } from '../../../metrics/reports/reportKinds'
import { columnLetter } from '../../open/columnLetter'
import type { Cell, Row, Sheet } from '../ooxml/workbook'
import type { ReportContext } from './reportContext'

const NOT_PRINTED = [
  'pareto',
  'trend',
  'ageing',
  'open',
  'repeats',
  'excluded',
  'sites',
  'failures',
  'ledger',
  'parameters',
  'definitions',
] as const satisfies readonly ReportPart[]

/** Of these the worst come first, and the first fill a page. */
const FIRST_ONLY = ['notable', 'custody', 'improvements', 'lessons', 'spares'] as const satisfies readonly ReportPart[]
const FIRST_ROWS = 24
/** With pictures, rows are tall. */
const FIRST_ROWS_WITH_PICTURES = 6

/** @returns the same sheet with the print area of its part, and a word about it in the line under the title */
export function onPaper(sheet: Sheet, part: ReportPart, { t, language }: Pick<ReportContext, 't' | 'language'>): Sheet {
  if (isOneOf(NOT_PRINTED, part))
    return {
      ...sheet,
      // The customers' ledger keeps its own head.
      rows: part === 'ledger' ? sheet.rows : withNote([...sheet.rows], t.reportNotPrinted),
      print: { ...sheet.print, area: 'nothing' },
    }
  if (!isOneOf(FIRST_ONLY, part) || sheet.filter === undefined) return sheet
  const [, header = '1', last = '1'] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/u.exec(sheet.filter) ?? []
  const shown = sheet.pictures === undefined ? FIRST_ROWS : FIRST_ROWS_WITH_PICTURES
  const total = Number(last) - Number(header)
  const print = { ...sheet.print, pagesHigh: 1 }
  if (total <= shown) return { ...sheet, print }
  const count = (value: number): string => formatCount(value, language)
  return {
    ...sheet,
    rows: withNote([...sheet.rows], t.reportPrintedFirst(count(shown), count(total))),
    print: { ...print, area: `A1:${columnLetter(sheet.widths.length - 1)}${Number(header) + shown}` },
  }
}

function withNote(rows: readonly Row[], note: string): readonly Row[] {
  const [title, under, ...rest] = rows
  if (title === undefined) return rows
  const before = under?.[0]?.value
  const cell: Cell = {
    value: typeof before === 'string' && before !== '' ? `${before} · ${note}` : note,
    style: 'note',
  }
  return [title, [cell, ...(under ?? []).slice(1)], ...rest]
}

/** What stands beside the values of a sheet: notes and links on its cells, and rows that are struck through. */
import { cellText } from '../cells/cellText'
import type { ParsedRecord } from '../cells/parsedRecord'
import { columnLetter } from '../open/columnLetter'
import type { CellAside, RawRow, RawSheet } from '../open/rawWorkbook'
import type { ParsedSheet } from './parsedSheet'

const FEWEST_STRUCK = 2

/**
 * Notes and links go into the remark of the failure on their row, with a word where they come from; those of other rows
 * are said to stay behind. Rows that are hidden, or struck through from end to end, are marked.
 */
export function noteAsides(sheet: ParsedSheet, raw: RawSheet): ParsedSheet {
  if (sheet.turned === true) return sheet
  const records = sheet.records.map((record) => {
    const marked = isStruck(raw.rows[record.row - 1]) ? struck(record) : record
    return marked.hidden === true && !sheet.hidden
      ? { ...marked, issues: [...marked.issues, { column: null, code: 'row-hidden' as const }] }
      : marked
  })
  const marked = { ...sheet, records }
  if (raw.asides === undefined) return marked
  const byRow = new Map(records.map((record, at) => [record.row, at]))
  const isForm = sheet.labels !== undefined
  const left: CellAside[] = []
  for (const aside of raw.asides) {
    const text = cellText(raw.rows[aside.row]?.[aside.column])
    if (aside.kind === 'link' && text.includes(aside.text)) continue
    const at = isForm ? lastAbove(records, aside.row + 1) : byRow.get(aside.row + 1)
    const record = at === undefined ? undefined : records[at]
    if (at !== undefined && record?.kind === 'failure') records[at] = withAside(record, aside, text)
    else left.push(aside)
  }
  if (left.length === 0 || sheet.kind === 'other') return marked
  return {
    ...marked,
    issues: [
      ...sheet.issues,
      ...left.map(({ row, column, text }) => ({
        row: row + 1,
        column: columnLetter(column),
        code: 'note-left' as const,
        parameters: { found: text },
      })),
    ],
  }
}

function isStruck(row: RawRow): boolean {
  if (row?.some((cell) => cell?.struck === true) !== true) return false
  const filled = (row ?? []).filter((cell) => cell !== undefined && cellText(cell) !== '')
  return filled.length >= FEWEST_STRUCK && filled.every((cell) => cell?.struck === true)
}

const struck = (record: ParsedRecord): ParsedRecord => ({
  ...record,
  struck: true,
  issues: [...record.issues, { column: null, code: 'struck-through' }],
})

/** The record of the form that a row lies in: the failure that begins last above it. */
function lastAbove(records: readonly ParsedRecord[], row: number): number | undefined {
  let found: number | undefined
  for (const [at, record] of records.entries()) if (record.kind === 'failure' && record.row <= row) found = at
  return found
}

function withAside(record: ParsedRecord, { kind, column, text }: CellAside, cell: string): ParsedRecord {
  const added = kind === 'link' && cell !== '' ? `${cell}: ${text}` : text
  const before = record.fields.remark
  return {
    ...record,
    fields: { ...record.fields, remark: before === undefined ? added : `${String(before)}\n${added}` },
    cells:
      record.cells.remark === undefined ? { ...record.cells, remark: columnLetter(column) + record.row } : record.cells,
    raw:
      before === undefined || record.raw.remark !== undefined ? record.raw : { ...record.raw, remark: String(before) },
    issues: [
      ...record.issues,
      {
        column: columnLetter(column),
        code: kind === 'link' ? 'link-kept' : 'note-kept',
        field: 'remark',
        parameters: { found: text },
      },
    ],
  }
}

/** A sheet without the characters no stored text may hold. */
import { cleanText, storableText } from '../../domain/storableText'
import type { RawCell, RawRow, RawSheet } from './rawWorkbook'

function cleanedCell(cell: RawCell | undefined): RawCell | undefined {
  if (cell === undefined || typeof cell.v !== 'string') return cell
  const { text, removed } = cleanText(cell.v)
  if (text === cell.v) return cell
  return removed === 0 ? { ...cell, v: text } : { ...cell, v: text, removed }
}

function cleanedRow(row: RawRow): RawRow {
  if (row === undefined) return row
  let clean: (RawCell | undefined)[] | null = null
  for (let at = 0; at < row.length; at++) {
    const cell = cleanedCell(row[at])
    if (cell !== row[at]) (clean ??= [...row])[at] = cell
  }
  return clean ?? row
}

/** Cells that lost characters say how many. */
export const cleanedSheet = (sheet: RawSheet): RawSheet => ({
  ...sheet,
  name: storableText(sheet.name),
  rows: sheet.rows.map(cleanedRow),
})

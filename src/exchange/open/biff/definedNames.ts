/**
 * Names as an .xlsx may call them. An .xls ends with column IV, so that `TAX2014` could be a name there; in an .xlsx it is a
 * cell, and a program calls the file damaged. It gets the underline that Excel itself puts before it.
 */
import { columnIndex } from '../columnLetter'

const CELL = /^([A-Z]{1,3})(\d{1,7})$/i
const LAST_COLUMN = 16_383
const LAST_ROW = 1_048_576

export function nameInXlsx(name: string): string {
  const [, letters = '', row = ''] = CELL.exec(name) ?? []
  return letters !== '' &&
    columnIndex(letters.toUpperCase()) <= LAST_COLUMN &&
    Number(row) >= 1 &&
    Number(row) <= LAST_ROW
    ? `_${name}`
    : name
}

/** A stretch of a formula outside of quotes with the names that changed. */
export function withNewNames(formula: string, names: ReadonlySet<string>): string {
  if (names.size === 0) return formula
  return formula.replace(/(?<![\p{L}\p{N}_.$!])[A-Za-z]{1,3}\d{1,7}(?![\p{L}\p{N}_.(!:])/gu, (word) =>
    names.has(word.toLowerCase()) ? nameInXlsx(word) : word,
  )
}

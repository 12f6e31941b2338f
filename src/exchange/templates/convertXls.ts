/** An old .xls as .xlsx, as far as the library carries it: texts, numbers, formulas, merges, widths, heights, number formats, sheet names. */
import * as XLSX from 'xlsx'
import { readWorkbook } from '../readWorkbook'
import { TemplateError } from './templatePackage'

/** Cells of a template; a list of thousands of rows is no form. */
const MOST_ROWS = 20_000

export const isOldWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf

/**
 * Fonts, fills, borders, pictures, drop-downs and the print set-up are not carried over; the screen says so.
 * @throws TemplateError when it cannot be read
 */
export function convertXls(bytes: Uint8Array, fileName: string): Uint8Array {
  const read = readWorkbook(bytes, fileName)
  if (!read.ok) throw new TemplateError(read.problem.code === 'file-encrypted' ? 'template-encrypted' : 'template-not-xlsx')
  if (read.workbook.sheets.some(({ rows }) => rows.length > MOST_ROWS)) throw new TemplateError('template-too-large')
  const book = XLSX.read(bytes, { type: 'array', cellStyles: true, cellNF: true, sheetStubs: true })
  if (book.vbaraw !== undefined) throw new TemplateError('template-has-macros')
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer)
}

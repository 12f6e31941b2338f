/** An old .xls as .xlsx, with its looks, pictures, drop-downs and print set-up; what does not come along is named. */
import * as XLSX from 'xlsx'
import { readBiffWorkbook, type BiffWorkbook } from '../../open/biff/biffWorkbook'
import { RecordEnd } from '../../open/biff/byteCursor'
import { libraryRecords } from '../../open/biff/libraryRecords'
import type { Loss } from '../../open/biff/losses'
import { workbookStream } from '../../open/biff/workbookStream'
import { xlsxFromBiff } from '../xlsxFromXls/xlsxFromBiff'
import { readWorkbook } from '../../open/readWorkbook'
import { TemplateError } from './templatePackage'

/** Cells of a template; a list of thousands of rows is no form. */
const MOST_ROWS = 20_000

export interface ConvertedXls {
  readonly bytes: Uint8Array
  /** What the file has and the .xlsx lacks; empty when everything came along. */
  readonly losses: readonly Loss[]
}

/**
 * Of files older than Excel 97 only what the library carries: texts, numbers, formulas, merges, sheet names.
 * @throws TemplateError when it cannot be read
 */
export function convertXls(bytes: Uint8Array, fileName: string): ConvertedXls {
  const read = readWorkbook(bytes, fileName)
  if (!read.ok)
    throw new TemplateError(read.problem.code === 'file-encrypted' ? 'template-encrypted' : 'template-not-xlsx')
  if (read.workbook.sheets.some(({ rows }) => rows.length > MOST_ROWS)) throw new TemplateError('template-too-large')
  const book = biffWorkbook(bytes)
  if (book !== null && book.sheets.length > 0) return { bytes: xlsxFromBiff(book), losses: [...book.losses] }
  return { bytes: olderAsXlsx(bytes), losses: ['all-looks'] }
}

function olderAsXlsx(bytes: Uint8Array): Uint8Array {
  const stream = workbookStream(bytes)?.stream
  const records = stream === undefined ? null : libraryRecords(stream, 'formulas')
  try {
    const book =
      records === null ? null : XLSX.read(records, { type: 'buffer', cellStyles: true, cellNF: true, sheetStubs: true })
    if (book !== null && book.SheetNames.length > 0)
      return new Uint8Array(
        XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer,
      )
  } catch {
    // The library throws whatever it stumbles over.
  }
  throw new TemplateError('template-not-xlsx')
}

function biffWorkbook(bytes: Uint8Array): BiffWorkbook | null {
  try {
    return readBiffWorkbook(bytes)
  } catch (error) {
    if (error instanceof RecordEnd) throw new TemplateError('template-not-xlsx')
    throw error
  }
}

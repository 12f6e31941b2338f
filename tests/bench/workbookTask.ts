/** The whole of a big ledger written or read, by us or by the library alone. */
import { read, utils, write } from 'xlsx'
import { writeXlsx } from '../../src/exchange/write/ooxml/writeXlsx'
import { readWorkbook } from '../../src/exchange/open/readWorkbook'
import { ledgerSheet, plainRows } from './denseLedger'

export type WorkbookTask = 'write' | 'write-library' | 'read' | 'read-library'

/**
 * @param bytes the workbook to read; not looked at when writing
 * @returns what was written; nothing when reading
 * @throws Error when the workbook cannot be read
 */
export function workbookTask(task: WorkbookTask, bytes: Uint8Array): Uint8Array | null {
  if (task === 'write')
    return writeXlsx({ title: '台账', creator: 'bench', createdAt: '2026-01-01T00:00', sheets: [ledgerSheet()] })
  if (task === 'write-library') {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet(plainRows(), { dense: true }), '台账')
    return new Uint8Array(
      write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer,
    )
  }
  if (task === 'read-library') read(bytes, { dense: true })
  else if (!readWorkbook(bytes, 'ledger.xlsx').ok) throw new Error('the ledger was not read')
  return null
}

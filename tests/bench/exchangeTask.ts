/** One task of the workbooks in a process of its own, so that its memory can be told; prints milliseconds and megabytes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { read, utils, write } from 'xlsx'
import { readWorkbook } from '../../src/exchange/readWorkbook'
import { writeXlsx } from '../../src/exchange/ooxml/writeXlsx'
import { ledgerSheet, plainRows } from './denseLedger'

const MEGABYTE = 2 ** 20
const [task = '', file = ''] = process.argv.slice(2)
const memory = (): number => process.resourceUsage().maxRSS * 1024

async function timed(work: () => unknown): Promise<void> {
  const before = memory()
  const start = performance.now()
  await work()
  console.log(JSON.stringify({ ms: performance.now() - start, mb: memory() / MEGABYTE, grownMb: (memory() - before) / MEGABYTE }))
}

if (task === 'write') await timed(() => writeFileSync(file, writeXlsx({ title: '台账', creator: 'bench', createdAt: '2026-01-01T00:00', sheets: [ledgerSheet()] })))
else if (task === 'write-library') {
  await timed(() => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet(plainRows(), { dense: true }), '台账')
    writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer)
  })
} else {
  const bytes = new Uint8Array(readFileSync(file))
  await timed(() => (task === 'read' ? readWorkbook(bytes, 'ledger.xlsx').ok : read(bytes, { dense: true })))
}

import { readFileSync } from 'node:fs'
import { readingTimes } from './readLedgerFile'
import { median } from './interleaved'
const t = await readingTimes(new Uint8Array(readFileSync('fixtures/excel/big-ledger.xlsx')), 5)
console.log(t, median(t.ours)/median(t.baseline))

/** Reading a ledger as an import does it, and as the spreadsheet library alone does it. */
import { read } from 'xlsx'
import type { ImportPlan } from '../../src/domain/importPlan'
import { parseSheets, parseWorkbook } from '../../src/exchange/tables/parseWorkbook'
import { planImport } from '../../src/exchange/plan/planImport'
import { readWorkbook } from '../../src/exchange/open/readWorkbook'
import { sourceRows } from '../../src/exchange/tables/sourceRows'
import { newId } from '../../src/store/newId'
import { interleaved, type Timings } from './interleaved'

const NAME = 'big-ledger.xlsx'
const TODAY = '2026-01-01'

/** Parse, map, validate, plan; against `read` of the same bytes. */
export const readingTimes = (bytes: Uint8Array, runs: number): Promise<Timings> =>
  interleaved(
    runs,
    () => {
      const parsed = parseWorkbook(bytes, NAME, { today: TODAY })
      if (!parsed.ok) throw new Error(parsed.problem.code)
      planImport([{ name: NAME, size: bytes.length, sha256: '', sheets: parsed.sheets, rows: [] }], newId)
    },
    () => read(bytes, { dense: true }),
  )

/** The plan of the ledger with its source rows, as the importer hands it to the database. */
export function ledgerPlan(bytes: Uint8Array): ImportPlan {
  const opened = readWorkbook(bytes, NAME)
  if (!opened.ok) throw new Error(opened.problem.code)
  const parsed = parseSheets(opened.workbook, NAME, { today: TODAY })
  if (!parsed.ok) throw new Error(parsed.problem.code)
  return planImport(
    [
      {
        name: NAME,
        size: bytes.length,
        sha256: '',
        sheets: parsed.sheets,
        rows: opened.workbook.sheets.map(sourceRows),
      },
    ],
    newId,
  ).plan
}

/** Tables whose truth is known, to be read again with their headers changed. */
import { readdirSync, readFileSync } from 'node:fs'
import { seededRandom, type SeededRandom } from '../../../fixtures/demo/seededRandom'
import type { RawSheet } from '../../../src/exchange/open/rawWorkbook'
import { readWorkbook } from '../../../src/exchange/open/readWorkbook'
import { namesInSheets, type KnownNames } from '../../../src/exchange/tables/meaning/knownNames'
import { parseSheets, parseWorkbook } from '../../../src/exchange/tables/parseWorkbook'
import type { ParsedSheet } from '../../../src/exchange/tables/parsedSheet'
import { splitTables } from '../../../src/exchange/tables/splitTables'
import type { Truth, TruthSheet } from '../judgeReading'
import { fleet, journal, ledger, structure } from '../unseen/tables'
import { unseenFile, type WrittenSheet } from '../unseen/unseenFile'

/** One table with what a careful reader would read from it, and what each of its columns holds. */
export interface BlindSheet {
  readonly id: string
  readonly raw: RawSheet
  readonly truth: TruthSheet
  /** zero-based, repeated ones too */
  readonly headerRows: readonly number[]
  readonly columns: Readonly<Record<string, string | null>>
}

const FOLDER = 'fixtures/excel'
const KINDS = ['failure-ledger', 'part-replacement-journal', 'bom', 'fleet']
/** Enough to know a table by; the largest ledger has 10,000 rows. */
const MOST_ROWS = 400
const TODAY = '2026-01-01'

/** The same ledger is kept as .xls and as .xlsx. */
const isDouble = (name: string): boolean => name.includes('最新版')

export const readAlone = (raw: RawSheet, options: Parameters<typeof parseSheets>[2] = {}): ParsedSheet | undefined => {
  const result = parseSheets(splitTables({ sheets: [raw] }), 'blind.xlsx', { today: TODAY, ...options })
  return result.ok ? result.sheets[0] : undefined
}

export function corpusSheets(): BlindSheet[] {
  return readdirSync(`${FOLDER}/truth`)
    .filter((name) => !isDouble(name))
    .flatMap((name) => {
      const truth = JSON.parse(readFileSync(`${FOLDER}/truth/${name}`, 'utf8')) as Truth
      const file = readdirSync(FOLDER).find((each) => each.replace(/\.[^.]+$/, '') === name.replace('.truth.json', ''))
      if (file === undefined) return []
      const read = readWorkbook(new Uint8Array(readFileSync(`${FOLDER}/${file}`)), file)
      if (!read.ok) return []
      return truth.sheets
        .filter((sheet) => KINDS.includes(sheet.kind) && sheet.form === undefined && sheet.optional !== true)
        .flatMap((sheet): BlindSheet[] => {
          const raw = read.workbook.sheets.find((each) => each.name === sheet.name || sheet.anyName === true)
          return raw === undefined ? [] : [knownSheet(`${file} ${sheet.name}`, raw, sheet)]
        })
    })
}

function knownSheet(id: string, whole: RawSheet, sheet: TruthSheet): BlindSheet {
  const raw = {
    ...whole,
    rows: whole.rows.slice(0, MOST_ROWS),
    merges: whole.merges.filter(({ top }) => top < MOST_ROWS),
  }
  const truth: TruthSheet = {
    ...sheet,
    records: sheet.records.filter(({ row }) => row <= raw.rows.length),
    issues: sheet.issues.filter(({ row }) => row <= raw.rows.length),
  }
  const repeated = (sheet.skipped ?? []).filter(({ reason }) => reason === 'repeated-header').map(({ row }) => row)
  // What the truth does not mention is what the words of the true header say.
  const worded = Object.fromEntries((readAlone(raw)?.columns ?? []).map(({ column, field }) => [column, field]))
  return {
    id,
    raw,
    truth,
    headerRows: [...(sheet.headerRows ?? []), ...repeated].map((row) => row - 1),
    columns: { ...worded, ...sheet.columns },
  }
}

const GENERATED: Readonly<Record<string, (random: SeededRandom) => WrittenSheet>> = {
  ledger: (random) => ledger(random),
  journal: (random) => journal(random),
  fleet: (random) => fleet(random),
  structure: (random) => structure(random),
}

/** Ledgers, journals, fleets and structures of these seeds. */
export function generatedSheets(seeds: readonly number[]): BlindSheet[] {
  return seeds.flatMap((seed) =>
    Object.entries(GENERATED).flatMap(([kind, make]): BlindSheet[] => {
      const random = seededRandom(seed)
      const { name, bytes, truth } = unseenFile([make(random)], random)
      const read = readWorkbook(bytes, name)
      const [sheet] = truth.sheets
      const raw = read.ok ? read.workbook.sheets[0] : undefined
      if (raw === undefined || sheet === undefined) return []
      const headerRows = (sheet.headerRows ?? []).map((row) => row - 1)
      return [{ id: `${kind} ${seed}`, raw, truth: sheet, headerRows, columns: sheet.columns ?? {} }]
    }),
  )
}

/** The fleet list and the product structure of the corpus, as a company has them that imports ledgers. */
export function fleetAndParts(): KnownNames {
  const sheets = readdirSync(FOLDER)
    .filter((name) => /^B[12]-/u.test(name))
    .flatMap((name) => {
      const result = parseWorkbook(new Uint8Array(readFileSync(`${FOLDER}/${name}`)), name, { today: TODAY })
      return result.ok ? result.sheets : []
    })
  return namesInSheets(sheets)
}

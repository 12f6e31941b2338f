/** The same table under other headers: nonsense, none, words of a language the program does not speak, one alone. */
import { seededRandom } from '../../../fixtures/demo/seededRandom'
import type { RawCell, RawSheet } from '../../../src/exchange/open/rawWorkbook'
import { columnLetter } from '../../../src/exchange/open/columnLetter'
import type { TruthRecord, TruthSheet } from '../judgeReading'
import type { BlindSheet } from './blindSheet'
import { FOREIGN_WORDS } from './foreignWords'

const SYLLABLES = ['zu', 'vo', 'fi', 'kra', 'mup', 'xeb', 'gol', 'tiq', 'wob', 'nuj', 'pyl', 'bex']
const SIGNS = ['昰', '犴', '嵴', '夼', '胩', '僇', '叟', '怼', '氍', '鼗']

/** A word that means nothing, the same for the same text. */
function nonsense(text: string, seed: number): string {
  const random = seededRandom([...text].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) % 1_000_003, seed + 7))
  const parts = random.chance(0.5) ? SYLLABLES : SIGNS
  return Array.from({ length: random.between(2, 3) }, () => random.pick(parts)).join('')
}

function renamed(sheet: BlindSheet, word: (text: string, column: number) => string): BlindSheet {
  const headers = new Set(sheet.headerRows)
  const rows = sheet.raw.rows.map((row, at) =>
    headers.has(at)
      ? row?.map((cell, column): RawCell | undefined =>
          cell === undefined || cell.v === '' ? cell : { t: 's', v: word(String(cell.v), column) },
        )
      : row,
  )
  return { ...sheet, raw: { ...sheet.raw, rows } }
}

export const inNonsense = (sheet: BlindSheet, seed = 0): BlindSheet => renamed(sheet, (text) => nonsense(text, seed))

/** Headers in German, French or Spanish; group names and columns of other people's business become nonsense. */
export function inForeignWords(sheet: BlindSheet, seed = 0): BlindSheet {
  const language = seededRandom(seed + sheet.id.length).between(0, 2)
  return renamed(sheet, (text, column) => {
    const field = sheet.columns[columnLetter(column)]
    return (
      (field === null || field === undefined ? undefined : FOREIGN_WORDS[field]?.[language]) ?? nonsense(text, seed)
    )
  })
}

/** One column renamed, all others as they were. */
export const withoutOne = (sheet: BlindSheet, letter: string): BlindSheet =>
  renamed(sheet, (text, column) => (columnLetter(column) === letter ? nonsense(text, 0) : text))

/** The rows of the header gone, as in a copied block. */
export function withoutHeaders(sheet: BlindSheet): BlindSheet {
  const gone = [...new Set(sheet.headerRows)].sort((a, b) => a - b)
  const moved = (row: number): number => row - gone.filter((header) => header < row).length
  const isGone = (row: number): boolean => gone.includes(row)
  const raw: RawSheet = {
    ...sheet.raw,
    rows: Array.from(sheet.raw.rows).filter((_, at) => !isGone(at)),
    merges: sheet.raw.merges
      .filter(({ top, bottom }) => !isGone(top) && !isGone(bottom))
      .map((range) => ({ ...range, top: moved(range.top), bottom: moved(range.bottom) })),
    hiddenRows: sheet.raw.hiddenRows.filter((row) => !isGone(row)).map(moved),
  }
  const record = (one: TruthRecord): TruthRecord => ({ ...one, row: moved(one.row - 1) + 1 })
  const truth: TruthSheet = {
    ...sheet.truth,
    headerRows: [],
    records: sheet.truth.records.map(record),
    issues: sheet.truth.issues.map((issue) => ({ ...issue, row: moved(issue.row - 1) + 1 })),
  }
  return { ...sheet, raw, truth, headerRows: [] }
}

/** How well changed headers are seen through, and whether what is said with confidence is right. */
import { columnLetter } from '../../../src/exchange/open/columnLetter'
import type { ParsedSheet } from '../../../src/exchange/tables/parsedSheet'
import { f1Of, judgeReading, type Agreement } from '../judgeReading'
import type { BlindSheet } from './blindSheet'

/** One column about which something was said. */
export interface Said {
  readonly id: string
  readonly column: string
  readonly confidence: number
  readonly said: string
  readonly wanted: string | null
  readonly reason: string
}

export interface BlindFigures {
  readonly agreement: Agreement
  readonly said: readonly Said[]
}

export function judgeBlind(sheet: BlindSheet, parsed: ParsedSheet | undefined): BlindFigures {
  const truth = { file: sheet.id, exhaustiveIssues: [], sheets: [{ ...sheet.truth, anyName: true }] }
  const agreement = judgeReading(truth, parsed === undefined ? [] : [parsed])
  const said = (parsed?.turned === true ? [] : (parsed?.columns ?? [])).flatMap(
    ({ column, field, confidence, reason }): Said[] =>
      field === null || !(column in sheet.columns)
        ? []
        : [{ id: sheet.id, column, confidence, said: field, wanted: sheet.columns[column] ?? null, reason }],
  )
  return { agreement, said }
}

export function together(all: readonly BlindFigures[]): BlindFigures & { readonly f1: number } {
  const sum = (name: keyof Agreement): number => all.reduce((total, { agreement }) => total + agreement[name], 0)
  const agreement: Agreement = {
    right: sum('right'),
    wrong: sum('wrong'),
    missing: sum('missing'),
    records: sum('records'),
    found: sum('found'),
    invented: sum('invented'),
    doubts: sum('doubts'),
    doubted: sum('doubted'),
    unjustified: sum('unjustified'),
  }
  return { agreement, said: all.flatMap(({ said }) => said), f1: f1Of(agreement) }
}

/** Of what is said at least so surely, how much is right; null where nothing is. */
export function rightShare(said: readonly Said[], least: number, below = Infinity): { right: number; all: number } {
  const among = said.filter(({ confidence }) => confidence >= least && confidence < below)
  return { right: among.filter((one) => one.said === one.wanted).length, all: among.length }
}

/** Letters of the columns that hold something of ours. */
export const heldColumns = (sheet: BlindSheet): string[] =>
  Object.entries(sheet.columns)
    .filter(([letter, field]) => field !== null && sheet.headerRows.some((row) => cellAt(sheet, row, letter)))
    .map(([letter]) => letter)

const cellAt = ({ raw }: BlindSheet, row: number, letter: string): boolean =>
  (raw.rows[row] ?? []).some((cell, at) => cell !== undefined && columnLetter(at) === letter)

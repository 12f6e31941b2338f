import * as XLSX from 'xlsx'
import { readFileSync } from 'node:fs'
import { parseWorkbook } from '../../../src/exchange/tables/parseWorkbook'
import type { Overrides, ParsedSheet } from '../../../src/exchange/tables/parsedSheet'
import type { ParsedRecord } from '../../../src/exchange/cells/parsedRecord'

type Value = string | number | boolean | Date | null

/** Bytes of a workbook with these rows per sheet; merges are ranges such as `A3:A5`. */
export function aWorkbook(
  sheets: Readonly<Record<string, readonly (readonly Value[])[]>>,
  merges: readonly string[] = [],
  write: XLSX.WritingOptions = {},
): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { UTC: true, cellDates: true },
    )
    sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range))
    XLSX.utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', ...write }))
}

/** Sheets of a workbook that must be readable. */
export function sheetsOf(bytes: Uint8Array, overrides: Overrides = {}): readonly ParsedSheet[] {
  const result = parseWorkbook(bytes, 'test.xlsx', { overrides, today: '2020-01-01' })
  if (!result.ok) throw new Error(result.problem.code)
  return result.sheets
}

export const firstSheet = (bytes: Uint8Array, overrides: Overrides = {}): ParsedSheet => sheetsOf(bytes, overrides)[0]!

export const fieldsOf = (records: readonly ParsedRecord[]): ParsedRecord['fields'][] =>
  records.map(({ fields }) => fields)

export const codesOf = ({ issues }: ParsedRecord): string[] => issues.map(({ code }) => code)

export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../fixtures/excel/${name}`, import.meta.url)))

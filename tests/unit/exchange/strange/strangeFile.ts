import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { parseWorkbook } from '../../../../src/exchange/tables/parseWorkbook'
import type { ParsedSheet, ParseResult } from '../../../../src/exchange/tables/parsedSheet'

export const strangeBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(`fixtures/strange/${name}`))

export const parsed = (bytes: Uint8Array, name: string): ParseResult =>
  parseWorkbook(bytes, name, { today: '2020-01-01' })

/** The first sheet of a file that must be readable. */
export function sheetOf(bytes: Uint8Array, name = 'test.xlsx'): ParsedSheet {
  const result = parsed(bytes, name)
  if (!result.ok) throw new Error(result.problem.code)
  return result.sheets[0]!
}

export const strangeSheet = (name: string): ParsedSheet => sheetOf(strangeBytes(name), name)

/** A text as a CSV file. */
export const csv = (text: string): ParsedSheet => sheetOf(new TextEncoder().encode(text), 'test.csv')

/** A workbook whose only sheet holds this XML, in as few parts as make one. */
export const bookOf = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '_rels/.rels':
          '<Relationships><Relationship Id="r" Type="o/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': '<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Type="o/worksheet" Target="worksheets/s.xml"/></Relationships>',
        'xl/worksheets/s.xml': sheet,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
    { level: 1 },
  )

const cell = (text: string): string => `<c t="str"><v>${text}</v></c>`
export const rowOf = (texts: readonly string[]): string => `<row>${texts.map(cell).join('')}</row>`

export const HEADER = ['故障编号', '发生日期', '车型', '车号', '部件名称', '故障现象', '走行公里(km)']

/** A ledger of so many failures, no two alike. */
export const ledgerRows = (count: number): string =>
  Array.from({ length: count }, (_, at) =>
    rowOf([`GZ-2016-${at + 1}`, '2016-03-05', 'CRH380A', String(2001 + at), '中继阀', '漏风', '1000']),
  ).join('')

import { readdirSync } from 'node:fs'
import * as XLSX from 'xlsx'
import { describe, expect, test } from 'vitest'
import type { RawSheet } from '../../../../src/exchange/open/rawWorkbook'
import { Room } from '../../../../src/exchange/open/limits'
import { readXlsxParts } from '../../../../src/exchange/open/xlsx/readXlsxParts'
import { unpackZip } from '../../../../src/exchange/open/unpackZip'
import { readZipDirectory } from '../../../../src/exchange/open/zipDirectory'
import { fixture } from '../aWorkbook'

function ours(bytes: Uint8Array): RawSheet[] | null {
  const directory = readZipDirectory(bytes)
  const parts = directory === null ? null : unpackZip(bytes, directory)
  return parts === null ? null : readXlsxParts(parts, new Room())
}

/** What the spreadsheet library makes of the same bytes, as values by address. */
function library(
  bytes: Uint8Array,
): readonly (readonly [
  name: string,
  cells: Readonly<Record<string, readonly [string, unknown, unknown]>>,
  merges: readonly string[],
])[] {
  const workbook = XLSX.read(bytes, {
    type: 'array',
    cellNF: true,
    cellText: false,
    cellFormula: false,
    cellHTML: false,
    cellDates: false,
    cellStyles: true,
  })
  return workbook.SheetNames.flatMap((name) => {
    const sheet = workbook.Sheets[name]
    if (sheet === undefined) return []
    const cells = Object.entries(sheet)
      .filter(([address]) => !address.startsWith('!'))
      .flatMap(([address, cell]: [string, XLSX.CellObject]) =>
        cell.v === undefined || cell.t === 'z'
          ? []
          : [[address, [cell.t, cell.v, cell.t === 'n' ? cell.z : undefined]] as const],
      )
    return [
      [
        name,
        Object.fromEntries(cells),
        (sheet['!merges'] ?? []).map((range) => XLSX.utils.encode_range(range)).sort(),
      ] as const,
    ]
  })
}

const asTheLibrarySays = (sheets: readonly RawSheet[]): ReturnType<typeof library> =>
  sheets.map(({ name, rows, merges }) => [
    name,
    Object.fromEntries(
      rows.flatMap((row, r) =>
        (row ?? []).flatMap((cell, c) =>
          cell === undefined
            ? []
            : [[XLSX.utils.encode_cell({ r, c }), [cell.t, cell.v, cell.t === 'n' ? cell.z : undefined]]],
        ),
      ),
    ) as Record<string, readonly [string, unknown, unknown]>,
    merges
      .map(({ top, left, bottom, right }) =>
        XLSX.utils.encode_range({ s: { r: top, c: left }, e: { r: bottom, c: right } }),
      )
      .sort(),
  ])

const WORKBOOKS = readdirSync('fixtures/excel').filter(
  (name) => name.endsWith('.xlsx') && !/加密|截断|零字节|不是工作簿|其实是CSV|炸弹|百万空行/u.test(name),
)

describe('our reading of a workbook says what the spreadsheet library says', () => {
  test.each(WORKBOOKS)('%s', (name) => {
    const bytes = fixture(name)
    const sheets = ours(bytes)
    expect(sheets).not.toBeNull()
    expect(asTheLibrarySays(sheets ?? [])).toEqual(library(bytes))
  })

  test('of text with every awkward character, of dates, errors, truth and merges', () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['a & b < c > "d" \'e\'', ' 前后空格 ', '第一行\n第二行', '😀 𠮷', '_x000D_ 不是回车', ''],
      [0, -1.5e-7, 1e21, true, false, { t: 'e', v: 0x17 }],
      [{ t: 'n', v: 42_434, z: 'yyyy-mm-dd' }, { t: 'n', v: 0.5, z: '0.0%' }, null, '0012'],
    ])
    sheet['!merges'] = [XLSX.utils.decode_range('B3:C4')]
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, '表 & 1')
    for (const bookSST of [true, false]) {
      const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST }) as ArrayBuffer)
      expect(asTheLibrarySays(ours(bytes) ?? [])).toEqual(library(bytes))
    }
  })
})

test('what it does not know is left to the library', () => {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['a', 1]]), 'S')
  expect(ours(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsb' }) as ArrayBuffer))).toBeNull()
  expect(ours(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'ods' }) as ArrayBuffer))).toBeNull()
})

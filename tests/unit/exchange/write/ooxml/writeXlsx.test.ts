import { strFromU8, unzipSync } from 'fflate'
import * as XLSX from 'xlsx'
import { describe, expect, test } from 'vitest'
import { text } from '../../../../../src/exchange/write/ooxml/tableSheet'
import type { Row, Workbook } from '../../../../../src/exchange/write/ooxml/workbook'
import { writeXlsx } from '../../../../../src/exchange/write/ooxml/writeXlsx'
import { readWorkbook } from '../../../../../src/exchange/open/readWorkbook'

const bookOf = (rows: Iterable<Row>): Workbook => ({
  title: 't',
  creator: 'c',
  createdAt: '2026-01-01T00:00',
  sheets: [{ name: 'A', widths: [10, 10], rows, print: { paper: 'A4', landscape: false, header: 'h' } }],
})

describe('a workbook', () => {
  test('long enough to be packed quickly comes back cell by cell, through our reader and the library', () => {
    const rows = Array.from({ length: 12_000 }, (_, at): Row =>
      Array.from({ length: 10 }, (_, column) =>
        column % 3 === 0 ? { value: at * column, style: 'count' } : text(`第${at}行 ${column % 3 === 1 ? '' : column}`),
      ),
    )
    const bytes = writeXlsx(bookOf(rows))
    expect(unzipSync(bytes)['xl/worksheets/sheet1.xml']?.length).toBeGreaterThan(4 * 1024 * 1024)
    const ours = readWorkbook(bytes, 'a.xlsx')
    if (!ours.ok) throw new Error(ours.problem.code)
    const theirs = XLSX.utils.sheet_to_json<unknown[]>(XLSX.read(bytes).Sheets['A']!, { header: 1 })
    expect(theirs).toEqual(rows.map((row) => row.map((cell) => cell?.value)))
    expect(ours.workbook.sheets[0]?.rows).toHaveLength(rows.length)
  })

  test('keeps each text once, mends what a cell cannot hold, and marks what looks like a formula as text', () => {
    const words = ['漏风', '=1+1', '漏风', 'a\r\nb', 'a\nb', '\u0000', 'x\u0001y', '+86', '']
    const parts = unzipSync(writeXlsx(bookOf(words.map((word): Row => [text(word), text('|')]))))
    const [sheet, strings] = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'].map((path) =>
      strFromU8(parts[path] as Uint8Array),
    ) as [string, string]
    expect([...strings.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, word]) => word)).toEqual([
      '漏风',
      '|',
      '=1+1',
      'a\nb',
      'xy',
      '+86',
    ])
    const cells = [...sheet.matchAll(/<c r="A\d+" s="(\d+)"(?: t="s"><v>(\d+)<\/v><\/c>|\/>)/g)].map(([, look, at]) => [
      Number(look) % 2 === 1,
      at === undefined ? null : Number(at),
    ])
    expect(cells).toEqual([
      [false, 0],
      [true, 2],
      [false, 0],
      [false, 3],
      [false, 3],
      [false, null],
      [false, 4],
      [true, 5],
      [false, null],
    ])
  })
})

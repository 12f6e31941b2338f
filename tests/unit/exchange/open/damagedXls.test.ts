/** Old .xls files whose records lie about themselves: refused, or read without what lies; never followed without end. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { formulaText } from '../../../../src/exchange/open/biff/formulaText'
import { readWorkbook } from '../../../../src/exchange/open/readWorkbook'
import { sheetPictures } from '../../../../src/exchange/open/sheetPictures'
import { convertXls } from '../../../../src/exchange/write/templates/convertXls'
import { TemplateError } from '../../../../src/exchange/write/templates/templatePackage'

/** A workbook with one of its streams changed. */
function changed(name: string, stream: string, change: (bytes: Buffer) => Buffer): Uint8Array {
  const container = XLSX.CFB.read(readFileSync(`fixtures/xls/${name}.xls`), { type: 'buffer' })
  const entry = XLSX.CFB.find(container, stream)!
  entry.content = change(Buffer.from(entry.content as Uint8Array))
  entry.size = (entry.content as Uint8Array).length
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer)
}

/** The first record of that kind, with its four bytes of head. */
function recordAt(stream: Buffer, type: number): number {
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2))
    if (stream.readUInt16LE(at) === type) return at
  throw new Error(`no record ${type}`)
}

const without = (stream: Buffer, from: number, count: number): Buffer =>
  Buffer.concat([stream.subarray(0, from), stream.subarray(from + count)])

const problem = (bytes: Uint8Array): string => {
  const read = readWorkbook(bytes, 'x.xls')
  return read.ok ? 'read' : read.problem.code
}

const formProblem = (bytes: Uint8Array): string => {
  try {
    return `converted, ${convertXls(bytes, 'x.xls').losses.length} lost`
  } catch (error) {
    return error instanceof TemplateError ? error.code : String(error)
  }
}

test('a formula cut off before it says how long it is', () => {
  const bytes = changed('monthly-summary', 'Workbook', (stream) => {
    const at = recordAt(stream, 0x06)
    const shorter = without(stream, at + 4 + 10, stream.readUInt16LE(at + 2) - 10)
    shorter.writeUInt16LE(10, at + 2)
    return shorter
  })
  expect([problem(bytes), formProblem(bytes)]).toEqual(['file-damaged', 'template-not-xlsx'])
})

test('a formula that promises areas which do not stand behind it', () => {
  const bytes = changed('monthly-summary', 'Workbook', (stream) => {
    const at = recordAt(stream, 0x06)
    const size = stream.readUInt16LE(at + 2)
    // Two areas to come and room for the count of one.
    const tokens = Buffer.from([0x26, 0, 0, 0, 0, 0, 0, 0x26, 0, 0, 0, 0, 0, 0])
    const head = Buffer.from(stream.subarray(at, at + 24))
    head.writeUInt16LE(22 + tokens.length + 2, 2)
    return Buffer.concat([
      stream.subarray(0, at),
      head,
      Buffer.from([tokens.length, 0]),
      tokens,
      Buffer.from([0, 0]),
      stream.subarray(at + 4 + size),
    ])
  })
  expect(problem(bytes)).toBe('file-damaged')
})

test('a cell in a column no .xls has', () => {
  const bytes = changed('ledger', 'Workbook', (stream) => {
    stream.writeUInt16LE(0xff0f, recordAt(stream, 0xfd) + 6)
    return stream
  })
  expect(problem(bytes)).toBe('file-damaged')
})

test('properties that say they are four thousand million do not keep the form from being read', () => {
  const bytes = changed('failure-report', '/\u0005SummaryInformation', (stream) => {
    stream.writeUInt32LE(0xffffffff, stream.readUInt32LE(44) + 4)
    return stream
  })
  expect([problem(bytes), formProblem(bytes)]).toEqual(['read', 'converted, 0 lost'])
})

test('a thousand sheets that all begin in one place are one sheet and many empty ones', () => {
  const bytes = changed('pictures', 'Workbook', (stream) => {
    const at = recordAt(stream, 0x85)
    const sheet = stream.subarray(at, at + 4 + stream.readUInt16LE(at + 2))
    const copies = Buffer.concat(Array.from({ length: 1_000 }, () => sheet))
    const moved = Buffer.concat([stream.subarray(0, at), copies, stream.subarray(at + sheet.length)])
    for (let copy = 0; copy < 1_000; copy += 1)
      moved.writeUInt32LE(stream.readUInt32LE(at + 4) + copies.length - sheet.length, at + copy * sheet.length + 4)
    return moved
  })
  expect(sheetPictures(bytes)).toHaveLength(2)
})

test('a picture that claims to be larger than it may be is left out and said to be missing', () => {
  const bytes = changed('form-with-photo', 'Workbook', (stream) => {
    // The metafile kind, with a size of two thousand million bytes.
    const at = stream.indexOf(Buffer.from([0x1e, 0xf0]), recordAt(stream, 0xeb))
    stream.writeUInt16LE(0x3d40, at - 2)
    stream.writeUInt16LE(0xf01a, at)
    stream.writeUInt32LE(0x7fffffff, at + 6 + 16)
    return stream
  })
  expect(sheetPictures(bytes)).toEqual([])
  expect(convertXls(bytes, 'x.xls').losses).toEqual(['pictures'])
})

test('formulas of rules are written as a person writes them, and what cannot be written is left out', () => {
  const references = {
    sheetOf: (index: number) => (index === 0 ? "Bob's" : null),
    nameOf: (number: number) => (number === 1 ? 'words' : null),
  }
  const text = (...tokens: number[]) => formulaText(Uint8Array.from(tokens), { row: 9, column: 2 }, references)
  // One row up and one column to the left of C10; a fixed cell of another sheet; a percentage in brackets.
  expect(text(0x2c, 0xff, 0xff, 0xff, 0xc0)).toBe('B9')
  expect(text(0x3a, 0, 0, 4, 0, 1, 0)).toBe("'Bob''s'!$B$5")
  expect(text(0x3b, 0, 0, 0, 0, 4, 0, 0, 0, 1, 0x40)).toBe("'Bob''s'!$A$1:B$5")
  expect(text(0x1e, 5, 0, 0x14, 0x15)).toBe('(5%)')
  expect(text(0x17, 2, 0, 0x61, 0x22, 0x1e, 3, 0, 0x08)).toBe('"a"""&3')
  expect(text(0x23, 1, 0, 0, 0)).toBe('words')
  expect(text(0x1e, 1, 0, 0x1e, 2, 0, 0x22, 2, 36, 0)).toBe('AND(1,2)')
  expect(text(0x21, 221, 0)).toBe('TODAY()')
  // Of another program, of another workbook, and not enough to calculate with.
  expect([
    text(0x22, 1, 255, 0),
    text(0x3a, 1, 0, 4, 0, 1, 0),
    text(0x03),
    text(0x1e, 5),
    text(0x1e, 5, 0, 0x1e, 5, 0),
  ]).toEqual([null, null, null, null, null])
})

/**
 * What a file claims must not cost more than what is in it. Each of these once ran for minutes, took gigabytes or threw;
 * a test that does not end is the failure meant here.
 */
import { describe, expect, test } from 'vitest'
import { sheetPictures } from '../../../../src/exchange/open/sheetPictures'
import { mergeIndex } from '../../../../src/exchange/tables/mergeIndex'
import { bookOf, csv, HEADER, ledgerRows, parsed, rowOf, sheetOf, strangeBytes, strangeSheet } from './strangeFile'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const problemOf = (bytes: Uint8Array, name: string): string => {
  const result = parsed(bytes, name)
  return result.ok ? 'read' : result.problem.code
}

describe('places beyond what is there', () => {
  test.each([
    ['address-without-column.xlsx', 2],
    ['width-to-four-billion.xlsx', 2],
    ['columns-hidden-again-and-again.xlsx', 30],
  ])('%s is read', (name, records) => expect(strangeSheet(name).records).toHaveLength(records))

  test('a cell without a column follows the one before it', () =>
    expect(strangeSheet('address-without-column.xlsx').records[1]!.fields.symptom).toBe('漏风'))

  test('a merge over a table is none', () => {
    const { records } = strangeSheet('merged-whole-sheet.xlsx')
    expect(records[1]!.fields).toMatchObject({ failureNo: 'GZ-2016-0001', trainNo: '2601' })
  })

  test.each([
    ['row', '<Row ss:Index="999999999"><Cell/></Row>'],
    ['column', '<Row><Cell ss:Index="99999999"><Data ss:Type="String">x</Data></Cell></Row>'],
    ['width', '<Column ss:Span="99999999" ss:Hidden="1"/><Row><Cell/></Row>'],
    ['merge', '<Row><Cell ss:MergeAcross="16000" ss:MergeDown="1000000"/></Row>'.repeat(500)],
  ])('a %s far outside in SpreadsheetML is damage', (_, xml) =>
    expect(
      problemOf(
        encode(`<?xml version="1.0"?><Workbook><Worksheet ss:Name="a"><Table>${xml}</Table></Worksheet></Workbook>`),
        'a.xls',
      ),
    ).toBe('file-damaged'),
  )

  test('a page may not span a thousand million columns', () => {
    expect(problemOf(encode('<table><tr><td colspan="999999999">a</td></tr></table>'), 'a.xls')).toBe('file-damaged')
    expect(problemOf(strangeBytes('row-a-thousand-million.xls'), 'a.xls')).toBe('file-damaged')
  })

  test('a stray word in the last column does not hide the ledger', () => {
    const far = '<row><c r="XFD40" t="str"><v>x</v></c></row>'
    const xml = `<worksheet><sheetData>${rowOf(HEADER)}${ledgerRows(30)}${far}</sheetData></worksheet>`
    const result = parsed(bookOf(xml), 'a.xlsx')
    expect(result.ok && result.sheets[0]).toMatchObject({ kind: 'failure-ledger', records: { length: 30 } })
  })
})

describe('merges', () => {
  const sheet = (merges: string): string =>
    `<worksheet><sheetData>${rowOf(HEADER)}${ledgerRows(3000)}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`

  test.each([
    ['a thousand over each other', Array.from({ length: 1000 }, (_, at) => `P${at + 2}:T${4000 + at}`)],
    ['a hundred thousand times the whole sheet', Array.from({ length: 100_000 }, () => 'P1:XFD1048576')],
    ['each around the one before', Array.from({ length: 2000 }, (_, at) => `P${2001 - at}:Q${2001 + at}`)],
  ])('%s', (_, ranges) => {
    const xml = sheet(ranges.map((range) => `<mergeCell ref="${range}"/>`).join(''))
    expect(sheetOf(bookOf(xml)).records).toHaveLength(3000)
  })

  test('of those that overlap the first counts, and each row knows its own', () => {
    const range = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right })
    const [first, beside, over] = [range(1, 1, 3, 2), range(2, 4, 2, 6), range(3, 2, 5, 4)]
    const index = mergeIndex({ merges: [first, beside, over], rows: Array.from({ length: 9 }, () => []) })
    expect([index.at(2, 1), index.at(2, 3), index.at(2, 6), index.at(3, 2), index.at(5, 4)]).toEqual([
      first,
      undefined,
      beside,
      first,
      undefined,
    ])
    expect(index.in(2)).toEqual([first, beside])
  })
})

describe('too much of it', () => {
  test('one text shown twenty thousand times', () =>
    expect(problemOf(strangeBytes('long-text-shared.xlsx'), 'a.xlsx')).toBe('too-much-text'))

  test('millions of columns, of lines and of cells', () => {
    expect(problemOf(encode('a,'.repeat(5_000_000)), 'a.csv')).toBe('too-many-columns')
    expect(problemOf(encode('a,b\n'.repeat(3_000_000)), 'a.csv')).toBe('too-many-rows')
    expect(problemOf(encode(`${'a,'.repeat(99)}a\n`.repeat(60_000)), 'a.csv')).toBe('too-many-cells')
  })

  test('a header of sixteen thousand columns', () => {
    const wide = Array.from({ length: 16_000 }, (_, at) => `列名 ${at}`)
    const xml = `<worksheet><sheetData>${rowOf(wide)}${rowOf(wide)}</sheetData></worksheet>`
    expect(sheetOf(bookOf(xml)).kind).toBe('other')
  })

  test('rows and rows of words nobody knows', () => {
    const words = (at: number): string =>
      Array.from({ length: 15 }, (_, place) => `repair part ${at * 15 + place}`).join(',')
    expect(csv(Array.from({ length: 6000 }, (_, at) => words(at)).join('\n')).kind).toBe('other')
  })

  test('ten thousand times the same failure', () => {
    const row = 'GZ-1,2016-03-05,CRH380A,2641,中继阀,漏风,1000'
    const { records } = csv([HEADER.join(','), ...Array.from({ length: 10_000 }, () => row)].join('\n'))
    expect(records).toHaveLength(10_000)
    expect(records[9_999]!.issues).toContainEqual(
      expect.objectContaining({ code: 'duplicate-exact', parameters: { sheet: 'test', row: 2 } }),
    )
  })

  test('a list of 1,500 work orders is never turned on its side', () =>
    expect(strangeSheet('long-narrow-log.csv')).toMatchObject({ kind: 'other', records: [], rowCount: 1501 }))
})

test('pictures are looked for in step with what there is', () => {
  const cells = '<c r="A1" s="1"/>'.repeat(300_000)
  const drawing = '<xdr:wsDr xmlns:xdr="x">' + '<xdr:twoCellAnchor>'.repeat(100_000)
  const bytes = bookOf(`<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`, {
    'xl/cellimages.xml': '<etc:cellImages xmlns:etc="x">' + '<etc:cellImage><xdr:cNvPr name="ID_1"/>'.repeat(100_000),
    'xl/media/image1.png': 'x',
    'xl/drawings/drawing1.xml': drawing,
    'xl/worksheets/_rels/s.xml.rels':
      '<Relationships><Relationship Id="r" Type="o/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
  })
  expect(sheetPictures(bytes)).toEqual([])
})

describe('a cell of twenty thousand equal characters', () => {
  const columns = [
    '故障编号,发生日期,车号,车厢,部件名称,部件序列号,故障现象,走行公里(km),处理情况,是否闭环,处理人,故障等级,严重度,晚点(分)',
    '影响,阶段,处理方式,原因类别,责任单位,数量,换下件编号,是否正线,措施完成日期,备注',
  ].join(',')
  const plain =
    'GZ-1,2016-03-05,2641,3,中继阀,Z1,漏风,1000,更换,是,张工,A,3,5,无,正线,更换,设计,甲,1,X1,是,2016-03-06,x'
  test.each(['0', '2016', 'km', '#', 'Ⅲ', 'I', '.', '。', 'x', '车', '年', '-', ' ', '[A', '①'])('%s', (sign) => {
    const long = `"${sign.repeat(20_000 / sign.length)}!"`
    const row = columns
      .split(',')
      .map(() => long)
      .join(',')
    const { records } = csv([columns, plain, row, plain.replace('GZ-1', 'GZ-2')].join('\n'))
    expect(records).toHaveLength(3)
    expect(records[1]!.fields).not.toHaveProperty('occurredAt')
    expect(records[1]!.issues.map(({ code }) => code)).toContain('date-unreadable')
  })
})

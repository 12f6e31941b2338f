/** Files as other programs write them, or as they arrive: what is in them is read, what was lost is said. */
import { describe, expect, test } from 'vitest'
import { utils, write } from 'xlsx'
import { readWorkbook } from '../../../../src/exchange/open/readWorkbook'
import { sheetPictures } from '../../../../src/exchange/open/sheetPictures'
import { rowsTogether } from '../../../../src/exchange/plan/review/reviewRows'
import { parseWorkbook } from '../../../../src/exchange/tables/parseWorkbook'
import { sourceRows } from '../../../../src/exchange/tables/sourceRows'
import { bookOf, csv, parsed, rowOf, strangeBytes, strangeSheet } from './strangeFile'

const SIX = ['0001', '0002', '0003', '0004', '0005', '0006'].map((number) => `GZ-2016-${number}`)
const numbersOf = (name: string): unknown[] => strangeSheet(name).records.map(({ fields }) => fields.failureNo)
const codesOf = (name: string): string[] =>
  strangeSheet(name).records.flatMap(({ issues }) => issues.map(({ code }) => code))

function cellsOf(bytes: Uint8Array): unknown[][] {
  const result = readWorkbook(bytes, 'x.xlsx')
  if (!result.ok) throw new Error(result.problem.code)
  return Array.from(result.workbook.sheets[0]!.rows, (row) => Array.from(row ?? [], (cell) => cell?.v))
}

describe('a package', () => {
  test('is followed by its relationships, whatever its parts are called', () =>
    expect(numbersOf('workbook2.xlsx')).toEqual(SIX))

  test('tells parts apart by the exact case of their names, and finds one written otherwise', () => {
    const named = (target: string): string =>
      `<Relationships><Relationship Id="r1" Type="o/worksheet" Target="${target}"/></Relationships>`
    const sheet = (text: string): string => `<worksheet><sheetData>${rowOf([text])}</sheetData></worksheet>`
    const parts = { 'xl/worksheets/S.xml': sheet('B'), 'xl/_rels/workbook.xml.rels': named('worksheets/s.xml') }
    expect(cellsOf(bookOf(sheet('a'), parts))).toEqual([['a']])
    expect(cellsOf(bookOf(sheet('a'), { ...parts, 'xl/_rels/workbook.xml.rels': named('worksheets/S.xml') }))).toEqual([
      ['B'],
    ])
    expect(cellsOf(bookOf(sheet('a'), { 'xl/_rels/workbook.xml.rels': named('/XL/Worksheets/S.XML') }))).toEqual([
      ['a'],
    ])
  })

  test('that holds no workbook is none', () => {
    const document = bookOf('', { 'xl/workbook.xml': '<w:document xmlns:w="w"><w:body/></w:document>' })
    expect(readWorkbook(document, 'a.xlsx')).toEqual({ ok: false, problem: { code: 'file-not-a-workbook' } })
  })
})

describe('XML as it is allowed to be written', () => {
  test('text in CDATA', () => expect(cellsOf(strangeBytes('cdata.xlsx'))).toEqual([['故障 <A>']]))

  test('white space of any kind between attributes, quotes of either kind', () => {
    expect(cellsOf(strangeBytes('line-between-attributes.xlsx'))[0]![0]).toBe('kept?')
    const xml = `<worksheet><sheetData><row\tr='2'><c\n r = 'B2'\n t="str"><v >5</v></c></row></sheetData></worksheet>`
    expect(cellsOf(bookOf(xml))).toEqual([[], [undefined, '5']])
  })

  test('a prefix on every tag, comments between them', () => {
    const xml =
      '<?xml version="1.0"?><!-- made by hand --><x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><!-- <c> -->' +
      '<x:c r="A1" t="inlineStr"><x:is><x:t>中继阀</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
    expect(cellsOf(bookOf(xml))).toEqual([['中继阀']])
  })

  test('characters beyond the first 65,536, and those that are none', () => {
    const xml = `<worksheet><sheetData>${rowOf(['&#128512;&#x20BB7;', '&#x110000;', '&amp;lt;'])}</sheetData></worksheet>`
    expect(cellsOf(bookOf(xml))).toEqual([['😀𠮷', '&#x110000;', '&lt;']])
  })

  test('a date written as text, and a cell that points nowhere', () => {
    const xml =
      '<worksheet><sheetData><row><c t="d"><v>2016-03-05T06:15:00</v></c><c t="s"><v>7</v></c></row></sheetData></worksheet>'
    expect(cellsOf(bookOf(xml))).toEqual([['2016-03-05T06:15:00', -2]])
  })
})

describe('what hangs on cells', () => {
  test('pictures that Excel 365 keeps inside them are found, and are no errors', () => {
    expect(sheetPictures(strangeBytes('pictures-in-cells.xlsx')).map(({ row, name }) => [row, name])).toEqual([
      [3, 'image1.png'],
      [5, 'image2.png'],
    ])
    expect(codesOf('pictures-in-cells.xlsx')).toEqual([])
  })

  test('a note goes into the remark of its failure, and is said to', () => {
    const noted = strangeSheet('note-on-cell.xlsx').records.filter(({ issues }) => issues.length > 0)
    expect(noted.map(({ row }) => row)).toHaveLength(1)
    expect(noted[0]!.fields.remark).toBe('2016-03-07 复核：实为上游减压阀故障，责任供应商')
    expect(noted[0]!.issues).toMatchObject([{ code: 'note-kept', field: 'remark' }])
  })

  test('also in an OpenDocument sheet, and in a binary workbook with its link', () => {
    expect(strangeSheet('note-on-cell.ods').records.flatMap(({ fields }) => fields.remark ?? [])).toEqual([
      '2016-03-07 复核：实为上游减压阀故障，责任供应商',
    ])
    const sheet = utils.aoa_to_sheet([
      ['故障编号', '发生日期', '车号', '故障现象', '处理措施'],
      ['GZ-1', '2016-03-05', 'SY200B-2101', '漏风', '见图'],
    ])
    sheet['D2'].c = [{ a: '质量部', t: '复核：管卡松动' }]
    sheet['E2'].l = { Target: 'https://example.org/photo.jpg' }
    const binary = write(
      { SheetNames: ['台账'], Sheets: { 台账: sheet } },
      { type: 'array', bookType: 'xlsb' },
    ) as ArrayBuffer
    const read = parseWorkbook(new Uint8Array(binary), '台账.xlsb')
    expect(read.ok && read.sheets[0]?.records[0]?.fields.remark).toBe(
      '复核：管卡松动\n见图: https://example.org/photo.jpg',
    )
  })

  test('a link is kept as text beside the words it stands under', () => {
    const [first] = strangeSheet('links-on-cells.xlsx').records
    expect(first!.fields.remark).toBe('照片1: 照片/2016-03-05-2641-3车.jpg')
    expect(first!.issues).toMatchObject([{ column: 'M', code: 'link-kept' }])
  })

  test('a row struck through is marked', () => {
    const struck = strangeSheet('row-struck-through.xlsx').records.filter(({ struck }) => struck === true)
    expect(struck).toHaveLength(1)
    expect(struck[0]!.issues).toContainEqual({ column: null, code: 'struck-through' })
  })

  test('rows a filter hides, and those struck through, are marked and can be left out together', () => {
    expect(rowsTogether(strangeSheet('rows-filtered.xlsx'), 'row-hidden')).toHaveLength(2)
    expect(rowsTogether(strangeSheet('row-struck-through.xlsx'), 'struck-through')).toHaveLength(1)
  })

  test('a formula without a result is said on each cell', () => {
    const { records } = strangeSheet('formulas-without-results.xlsx')
    for (const { issues } of records)
      expect(issues.filter(({ code }) => code === 'formula-without-result').map(({ field }) => field)).toEqual(
        expect.arrayContaining(['occurredAt', 'node', 'odometerKm']),
      )
  })
})

describe('values of a workbook', () => {
  test('blank cells that only have looks hold nothing', () => {
    const result = readWorkbook(strangeBytes('blank-formatted.xls'), 'a.xls')
    if (!result.ok) throw new Error(result.problem.code)
    const kept = result.workbook.sheets.flatMap(sourceRows).map(({ cells }) => cells)
    expect(kept.join('')).not.toMatch(
      /undefined|null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null/,
    )
  })

  test('dates whose format is a number only read as dates everywhere', () => {
    const result = readWorkbook(strangeBytes('dates-by-number-only.xlsx'), 'a.xlsx')
    if (!result.ok) throw new Error(result.problem.code)
    expect(result.workbook.sheets.flatMap(sourceRows)[0]!.cells).toContain('2016-03-01')
  })
})

describe('a text file', () => {
  test.each(['bars.csv', 'lines-in-a-cell.csv', 'semicolons-in-text.csv', 'equals-bare.csv', 'equals-quoted.csv'])(
    '%s',
    (name) => expect(numbersOf(name)).toEqual(SIX),
  )

  test('zeros kept by ="…" are kept, and the signs around them are not', () => {
    for (const name of ['equals-bare.csv', 'equals-quoted.csv'])
      expect(strangeSheet(name).records[0]!.fields).toMatchObject({ trainNo: '0641', serialNo: 'ZJF150312' })
  })

  test('any sign between values, when all rows agree', () => {
    for (const sign of ['^', '~', '¦', '\u001f'])
      expect(
        csv(['故障编号,发生日期,车号,故障现象,部件', 'G1,2016-03-05,2641,漏风,阀'].join('\n').replaceAll(',', sign))
          .records,
      ).toHaveLength(1)
  })

  test.each([
    ['gb18030-half-character.csv', 'broken-character'],
    ['gb18030-one-ff.csv', 'broken-character'],
    ['utf8-cut-character.csv', 'broken-character'],
    ['gb18030-one-zero.csv', 'control-characters'],
  ])('%s is read, and the damaged cell is said', (name, code) => {
    expect(numbersOf(name).filter((number) => SIX.includes(String(number))).length).toBeGreaterThanOrEqual(5)
    expect(strangeSheet(name).records).toHaveLength(6)
    expect(codesOf(name)).toEqual([code])
  })

  test('Big5 and Western European are told from GB18030', () => {
    const firstRow = (name: string): unknown[] => cellsOf(strangeBytes(name))[0]!
    expect(firstRow('big5.csv')).toContain('車號')
    expect(strangeSheet('big5.csv').records.map(({ fields: { failureNo, trainNo } }) => [failureNo, trainNo])).toEqual([
      ['GZ-1', '2641'],
      ['GZ-2', '2642'],
    ])
    expect(firstRow('latin1.csv')).toEqual(['Datum', 'Gerät', 'Störung', 'Maßnahme'])
  })

  test('Cyrillic of one byte is refused with its reason, not garbled', () => {
    const text = Uint8Array.from([...'Дата;Поезд;Неисправность'], (sign) => {
      const code = sign.charCodeAt(0)
      return code < 128 ? code : code - 0x410 + 0xc0
    })
    expect(parsed(text, 'a.csv')).toEqual({ ok: false, problem: { code: 'encoding-unknown' } })
  })

  test('UTF-16 without its mark is known by its zeros', () => {
    const text = 'failure,date\nx,2016-03-05'
    const bytes = Uint8Array.from({ length: text.length * 2 }, (_, at) => (at % 2 === 0 ? text.charCodeAt(at / 2) : 0))
    expect(cellsOf(bytes)).toEqual([
      ['failure', 'date'],
      ['x', '2016-03-05'],
    ])
  })
})

/** An old .xls becomes an .xlsx that looks, asks and prints as before; compared with the .xlsx it was once made from. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { LOSSES } from '../../../../../src/exchange/open/biff/losses'
import { readWorkbook } from '../../../../../src/exchange/open/readWorkbook'
import { sheetPictures } from '../../../../../src/exchange/open/sheetPictures'
import { convertXls } from '../../../../../src/exchange/write/templates/convertXls'
import { fillTemplate } from '../../../../../src/exchange/write/templates/fillTemplate'
import { wordsOfTemplates } from '../../../../../src/i18n/templateWords'
import { HAS_OFFICE, printedBook } from '../../../../support/office'
import {
  allOf,
  saysOf,
  wordsOf,
  workbookLooks,
  type CellLooks,
  type SheetLooks,
} from '../../../../support/workbookLooks'

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path))
const converted = (name: string) => convertXls(bytesOf(`fixtures/xls/${name}.xls`), `${name}.xls`)
const TEMPLATES = ['failure-report', 'analysis-report', 'corrective-action', 'ledger', 'monthly-summary']
const originalOf = (name: string): Uint8Array => {
  const besideIt = `fixtures/xls/${name}.xlsx`
  return bytesOf(existsSync(besideIt) ? besideIt : `src/exchange/write/templates/files/${name}.xlsx`)
}

/** LibreOffice gives Chinese words the font this machine has for them, writes TRUE as a formula, and knows no patterns but the solid one. */
const CHINESE_FONT = 'Noto Sans CJK SC'
const comparable = (looks: CellLooks, other: CellLooks): CellLooks => ({
  ...looks,
  font: { ...looks.font, name: other.font['name'] === CHINESE_FONT ? CHINESE_FONT : (looks.font['name'] ?? '') },
})

function expectAlike(
  before: SheetLooks,
  after: SheetLooks,
  isLeftOut: (address: string) => boolean = () => false,
): void {
  const addresses = [...before.cells.keys()].filter((address) => !isLeftOut(address))
  const looksOf = (sheet: SheetLooks, other: SheetLooks) =>
    Object.fromEntries(
      addresses.map((address) => [
        address,
        sheet.cells.has(address) && other.cells.has(address)
          ? comparable(sheet.cells.get(address)!, other.cells.get(address)!)
          : null,
      ]),
    )
  expect(looksOf(after, before)).toEqual(looksOf(before, after))
  expect(
    Object.fromEntries(
      addresses.map((address) => [
        address,
        (after.texts.get(address) ?? '').replace(/^=TRUE$/, '1').replace(/^=#N\/A$/, '#N/A'),
      ]),
    ),
  ).toEqual(Object.fromEntries(addresses.map((address) => [address, before.texts.get(address)])))
  expect(after.merges).toEqual(before.merges)
  before.widths.forEach((width, at) =>
    width === 'hidden' ? expect(after.widths[at]).toBe('hidden') : expect(after.widths[at]).toBeCloseTo(width, 1),
  )
  for (const [row, height] of before.heights)
    expect(Math.abs((after.heights.get(row) ?? 0) - height)).toBeLessThanOrEqual(0.5)
  expect(after.pictures).toEqual(before.pictures)
  for (const element of ['oddHeader', 'oddFooter'])
    expect(wordsOf(after, element).replaceAll(',Regular', ',常规')).toBe(wordsOf(before, element))
  const rules = (sheet: SheetLooks) =>
    allOf(sheet, 'dataValidation').map(({ attributes: { sqref, operator = 'between', ...rest }, inner }) => ({
      ...rest,
      operator,
      inner,
      cells: cellsIn(sqref ?? ''),
    }))
  expect(rules(after)).toEqual(rules(before))
}

const cellsIn = (ranges: string): readonly string[] =>
  ranges
    .split(' ')
    .flatMap((range) => {
      const [, left = '', top = '', right = left, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range) ?? []
      const found: string[] = []
      for (let column = left.charCodeAt(0); column <= right.charCodeAt(0); column += 1)
        for (let row = Number(top); row <= Number(bottom); row += 1) found.push(`${String.fromCharCode(column)}${row}`)
      return found
    })
    .sort()

test.each(TEMPLATES)('%s: every cell looks as in the form the .xls was made from, and so does the paper', (name) => {
  const { bytes, losses } = converted(name)
  expect(losses).toEqual([])
  const [before, after] = [workbookLooks(originalOf(name)), workbookLooks(bytes)]
  expect(after.sheets.map((sheet) => sheet.name)).toEqual(before.sheets.map((sheet) => sheet.name))
  before.sheets.forEach((sheet, at) => expectAlike(sheet, after.sheets[at]!))
  expect(after.names).toEqual(before.names)
  const [first, second] = [before.sheets[0]!, after.sheets[0]!]
  expect(saysOf(second, 'pageMargins')).toEqual(saysOf(first, 'pageMargins'))
  for (const mark of ['paperSize', 'orientation', 'fitToHeight', 'scale'])
    expect([mark, saysOf(second, 'pageSetup')[mark]]).toEqual([mark, saysOf(first, 'pageSetup')[mark]])
  expect(saysOf(second, 'printOptions')).toEqual(saysOf(first, 'printOptions'))
  expect(saysOf(second, 'pageSetUpPr')).toEqual(saysOf(first, 'pageSetUpPr'))
})

test('every kind of font, border, alignment, format and rule comes along', () => {
  const { bytes, losses } = converted('looks')
  expect(losses).toEqual([])
  const [before, after] = [workbookLooks(originalOf('looks')), workbookLooks(bytes)]
  expectAlike(
    before.sheets[0]!,
    after.sheets[0]!,
    (address) => (/^[A-Z][23]$/.test(address) && address !== 'A2') || address === 'G10' || address === 'H10',
  )
  expect(after.names).toEqual(before.names)
})

test('paper, breaks, protection, hidden rows and sheets, outlines and looks of whole rows and columns come along', () => {
  const [first, second, third] = workbookLooks(converted('looks').bytes).sheets as [SheetLooks, SheetLooks, SheetLooks]
  expect(saysOf(first, 'pageSetup')).toEqual({
    paperSize: '8',
    scale: '70',
    firstPageNumber: '3',
    pageOrder: 'overThenDown',
    orientation: 'landscape',
    useFirstPageNumber: '1',
  })
  expect(saysOf(first, 'pageMargins')).toEqual({
    left: '0.4',
    right: '0.5',
    top: '0.9',
    bottom: '0.8',
    header: '0.35',
    footer: '0.25',
  })
  expect(saysOf(first, 'printOptions')).toEqual({ headings: '1', gridLines: '1', verticalCentered: '1' })
  expect(allOf(first, 'brk').map(({ attributes }) => attributes['id'])).toEqual(['14', '8'])
  expect(saysOf(first, 'tabColor')).toEqual({ rgb: 'FFFF0000' })
  expect(saysOf(second, 'pageSetUpPr')).toEqual({ fitToPage: '1' })
  expect(saysOf(second, 'pageSetup')).toMatchObject({ paperSize: '9', fitToHeight: '0', orientation: 'portrait' })
  expect(saysOf(second, 'sheetProtection')).toMatchObject({ password: 'CC1A', sheet: '1', formatCells: '0', sort: '0' })
  expect(second.pictures).toEqual(workbookLooks(originalOf('looks')).sheets[1]?.pictures)
  expect(third.name).toBe('隐藏')
  const rows = allOf(first, 'row').map(({ attributes }) => attributes)
  const row = (number: number) => rows.find(({ r }) => r === String(number)) ?? {}
  expect([row(13)['hidden'], row(14)['outlineLevel'], row(12)['customFormat']]).toEqual(['1', '1', '1'])
  expect(first.widths[13]).toBe('hidden')
  const styled = allOf(first, 'col').find(({ attributes }) => attributes['min'] === '4')?.attributes['style']
  expect(allOf(first, 'c').find(({ attributes }) => attributes['r'] === 'B1')?.attributes['s']).toBe(styled)
})

test('conditional formats keep their conditions and what they change; notes, links and words in several looks stay', () => {
  const { bytes } = converted('looks')
  const parts = unzipSync(bytes)
  const [sheet] = workbookLooks(bytes).sheets as [SheetLooks]
  expect(
    allOf(sheet, 'cfRule').map(({ attributes: { type, operator }, inner }) => [
      type,
      operator,
      inner
        .replace(/<\/?formula>/g, ' ')
        .trim()
        .split(/\s+(?=\S)/),
    ]),
  ).toEqual([
    ['cellIs', 'greaterThan', ['10']],
    ['cellIs', 'between', ['1', '5']],
    ['expression', undefined, ['AND($A15="否",B15<>"")']],
  ])
  expect(allOf(sheet, 'conditionalFormatting').map(({ attributes }) => attributes['sqref'])).toEqual([
    'B15:B20',
    'A15:A20',
  ])
  const changes = [...strFromU8(parts['xl/styles.xml']!).matchAll(/<dxf>.*?<\/dxf>/g)].map(([dxf]) => dxf)
  expect(changes[0]).toMatch(/<b val="1"\/>.*<color rgb="FFFF0000"\/>.*<bgColor rgb="FFFFFF00"\/>/)
  expect(changes[1]).toMatch(/<i val="1"\/>.*<left style="thin"><color rgb="FF0000FF"\/>/)
  expect(changes[2]).toMatch(/<bgColor rgb="FF92D050"\/>/)
  const notes = strFromU8(parts['xl/comments1.xml']!)
  expect(
    [...notes.matchAll(/<comment ref="(\w+)".*?<t [^>]*>([^<]*)</g)].map(([, cell, words]) => [cell, words]),
  ).toEqual([
    ['A10', '第一条批注'],
    ['L25', '最后一格'],
  ])
  expect(allOf(sheet, 'hyperlink').map(({ attributes }) => [attributes['ref'], attributes['location']])).toEqual([
    ['G10', undefined],
    ['H10', "'第 二 张'!B2"],
  ])
  expect(strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels']!)).toContain(
    'Target="https://example.org/a?b=1" TargetMode="External"',
  )
  const item =
    [...strFromU8(parts['xl/sharedStrings.xml']!).matchAll(/<si>.*?<\/si>/gs)]
      .map(([si]) => si)
      .find((si) => si.includes('红粗')) ?? ''
  expect(
    [...item.matchAll(/<r>(.*?)<\/r>/gs)].map(([, run = '']) => [
      /<t[^>]*>([^<]*)/.exec(run)?.[1],
      /<b\/>/.test(run),
      /<i\/>/.test(run),
      /rgb="(\w+)"/.exec(run)?.[1],
    ]),
  ).toEqual([
    ['普通', false, false, undefined],
    ['红粗', true, false, 'FFFF0000'],
    [' ', false, true, undefined],
    ['tail', false, true, undefined],
  ])
})

/** Made with Spreadsheet::WriteExcel, a second program that writes .xls; what stands here is what its script said. */
test('what another program wrote comes along too: patterns, lines, own colours, panes, zoom, grid', () => {
  const { bytes, losses } = converted('writeexcel')
  expect(losses).toEqual(['charts'])
  const { sheets, names } = workbookLooks(bytes)
  const [form, second, third] = sheets as [SheetLooks, SheetLooks, SheetLooks]
  const patterns = [
    'solid FFFF00',
    ...[
      'mediumGray',
      'darkGray',
      'lightGray',
      'darkHorizontal',
      'darkVertical',
      'darkDown',
      'darkUp',
      'darkGrid',
      'darkTrellis',
      'lightHorizontal',
      'lightVertical',
      'lightDown',
      'lightUp',
      'lightGrid',
      'lightTrellis',
      'gray125',
      'gray0625',
    ].map((pattern) => `${pattern} FFFF00 on 0000FF`),
  ]
  expect(patterns.map((_, at) => form.cells.get(`${String.fromCharCode(65 + at)}2`)?.fill)).toEqual(patterns)
  const lines = [
    'thin',
    'medium',
    'dashed',
    'dotted',
    'thick',
    'double',
    'hair',
    'mediumDashed',
    'dashDot',
    'mediumDashDot',
    'dashDotDot',
    'mediumDashDotDot',
    'slantDashDot',
  ]
  expect(lines.map((_, at) => form.cells.get(`${String.fromCharCode(66 + at * 2)}4`)?.border)).toEqual(
    lines.map((line) => ({
      left: `${line} 008000`,
      right: `${line} ink`,
      top: `${line} FF0000`,
      bottom: `${line} 1F6FB4`,
      diagonal: 'none 00',
    })),
  )
  expect(form.cells.get('A6')?.border).toMatchObject({ left: 'none', diagonal: 'double FF0000 11' })
  expect(form.cells.get('A1')?.font).toMatchObject({
    name: 'Times New Roman',
    points: '16',
    bold: 'yes',
    colour: '1F6FB4',
  })
  expect(form.cells.get('A7')?.alignment).toMatchObject({
    vertical: 'distributed',
    wrapText: '1',
    indent: '2',
    shrinkToFit: '1',
  })
  expect([
    form.texts.get('A7'),
    form.texts.get('D8'),
    form.texts.get('E8'),
    form.cells.get('C8')?.protection,
    form.cells.get('D8')?.protection,
  ]).toEqual(['故障描述', '=B8*2', '=IF(C8>0.1,"yes","no")', '00', '11'])
  expect(form.cells.get('A8')?.shows[0]).toBe('2016-01-01')
  expect(saysOf(form, 'pane')).toMatchObject({ xSplit: '1', ySplit: '2', topLeftCell: 'B3', state: 'frozen' })
  expect(saysOf(form, 'sheetView')).toMatchObject({ showGridLines: '0', zoomScale: '75' })
  expect([form.widths[0], form.widths[6], form.heights.get(1), form.heights.get(10)]).toEqual([
    expect.closeTo(23.14, 2),
    'hidden',
    40,
    20,
  ])
  expect(names).toEqual({
    'words|': 'Second!$A$2:$A$3',
    '_TAX2014|': 'Second!$A$2:$A$3',
    '_xlnm._FilterDatabase|1': 'Second!$A$1:$C$11',
    '_xlnm.Print_Area|0': "'Form A'!$A$1:$I$31",
    '_xlnm.Print_Titles|0': "'Form A'!$A:$A,'Form A'!$1:$2",
  })
  expect([
    saysOf(second, 'autoFilter')['ref'],
    saysOf(second, 'sheetView')['showZeros'],
    saysOf(second, 'sheetProtection')['sheet'],
    saysOf(second, 'pageSetup')['scale'],
    saysOf(second, 'tabColor')['rgb'],
    saysOf(second, 'selection')['sqref'],
  ]).toEqual(['A1:C11', '0', '1', '65', 'FFFF0000', 'C5:D6'])
  // A name that would be a cell in an .xlsx is called otherwise, in formulas too.
  expect(second.texts.get('A4')).toBe('=SUM(_TAX2014)+A2')
  expect([third.name, saysOf(third, 'sheetView')['rightToLeft']]).toEqual(['Third', '1'])
  expect(
    allOf(form, 'dataValidation').map(({ attributes: { type, sqref, prompt, errorStyle }, inner }) => [
      type,
      sqref,
      prompt,
      errorStyle,
      inner.replace(/<\/?formula\d>/g, ' ').trim(),
    ]),
  ).toEqual([
    ['list', 'A16', 'one of three', undefined, '"open,high,close"'],
    ['list', 'A17', undefined, undefined, '$E$4:$G$4'],
    ['whole', 'A18', undefined, 'warning', '1  9'],
  ])
  // A note that is always shown stays shown.
  expect(strFromU8(unzipSync(bytes)['xl/drawings/vmlDrawing1.vml']!)).toContain(
    '<x:Row>7</x:Row><x:Column>1</x:Column><x:Visible/>',
  )
  expect(form.pictures.map(({ from }) => from)).toEqual(['2,12', '5,14', '0,19'])
})

/** Made with xlwt, as many of the ledgers in use are. */
test('a form written by xlwt keeps its looks, and a picture it keeps in its own way is said to be missing', () => {
  const { bytes, losses } = converted('xlwt')
  expect(losses).toEqual(['pictures'])
  const [form, other] = workbookLooks(bytes).sheets as [SheetLooks, SheetLooks]
  expect(form.cells.get('A1')).toMatchObject({
    font: { name: '黑体', points: '16', bold: 'yes', underline: 'double', colour: '0000FF' },
    fill: 'solid CCFFCC',
    border: { left: 'thin FF0000', right: 'medium ink', top: 'dashed ink', bottom: 'double ink' },
    alignment: { horizontal: 'center', vertical: 'center' },
  })
  expect(form.cells.get('A2')).toMatchObject({
    font: { italic: 'yes', strike: 'yes' },
    protection: '01',
    alignment: { textRotation: '90', wrapText: '1', indent: '3', vertical: 'top' },
  })
  expect(['A3', 'B3', 'C3', 'D3', 'E3', 'F3', 'A4'].map((cell) => form.texts.get(cell))).toEqual([
    '42370.25',
    '-5',
    '1',
    '=SUM(A3:B3)*2',
    '2.5e+300',
    '123456789012',
    '普通红尾',
  ])
  expect([
    form.widths[0],
    form.widths[1],
    form.heights.get(1),
    allOf(form, 'row').find(({ attributes }) => attributes['r'] === '5')?.attributes['hidden'],
  ]).toEqual([20, 'hidden', 40, '1'])
  expect([
    saysOf(form, 'sheetView')['showGridLines'],
    saysOf(form, 'pane')['ySplit'],
    saysOf(form, 'pageSetup')['orientation'],
    wordsOf(form, 'oddHeader'),
    wordsOf(form, 'oddFooter'),
  ]).toEqual(['0', '2', 'landscape', '&Lleft&Cmid', '&R&P/&N'])
  expect(other.name).toBe('two')
})

test('pictures over rows are found in an .xls as in the .xlsx it was made from', () => {
  const found = (bytes: Uint8Array) =>
    sheetPictures(bytes).map(({ sheet, row, mime, bytes: content }) => ({
      sheet,
      row,
      mime,
      content: Buffer.from(content).toString('base64'),
    }))
  for (const name of [...TEMPLATES, 'looks'])
    expect([name, found(bytesOf(`fixtures/xls/${name}.xls`))]).toEqual([name, found(originalOf(name))])
  expect(found(bytesOf('fixtures/xls/form-with-photo.xls'))).toEqual(
    found(bytesOf('fixtures/excel/CRH5G5146 电源板故障报告.xlsx')),
  )
  // In a group each lies where it is seen.
  expect(sheetPictures(bytesOf('fixtures/xls/pictures.xls')).map(({ row, mime }) => [row, mime])).toEqual([
    [2, 'image/png'],
    [4, 'image/jpeg'],
  ])
  // A bitmap gets the head that makes it a file: its size stands there.
  const bitmap =
    sheetPictures(bytesOf('fixtures/xls/writeexcel.xls')).find(({ mime }) => mime === 'image/bmp')?.bytes ??
    new Uint8Array(6)
  expect([
    String.fromCharCode(bitmap[0]!, bitmap[1]!),
    new DataView(bitmap.buffer, bitmap.byteOffset).getUint32(2, true),
  ]).toEqual(['BM', bitmap.length])
  expect(sheetPictures(bytesOf('fixtures/excel/X-加密97.xls'))).toEqual([])
})

/** The stream of a workbook changed, in the same container. */
function withStream(
  path: string,
  change: (container: ReturnType<typeof XLSX.CFB.read>, stream: Buffer) => void,
): Uint8Array {
  const container = XLSX.CFB.read(readFileSync(path), { type: 'buffer' })
  const entry = XLSX.CFB.find(container, 'Workbook')!
  const stream = Buffer.from(entry.content as Uint8Array)
  entry.content = stream
  change(container, stream)
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer)
}

test('what does not come along is named, and only where the file has it', () => {
  expect(converted('pictures').losses).toEqual(['shapes'])
  const links = converted('links')
  expect(links.losses).toEqual(['external-links'])
  expect(workbookLooks(links.bytes).sheets[0]?.xml).not.toContain('VLOOKUP')
  const withMacros = withStream('fixtures/xls/failure-report.xls', (container) =>
    XLSX.CFB.utils.cfb_add(container, '/_VBA_PROJECT_CUR/VBA/dir', new Uint8Array(600)),
  )
  expect(convertXls(withMacros, 'x.xls').losses).toEqual(['macros'])
  // The object of the chart becomes a button.
  const withButton = withStream('fixtures/xls/writeexcel.xls', (_, stream) => {
    const at = stream.indexOf(Buffer.from([0x15, 0, 0x12, 0, 5, 0]))
    stream[at + 4] = 7
  })
  expect(convertXls(withButton, 'x.xls').losses).toContain('form-controls')
  // The record that says the filter is on becomes one with a condition.
  const withCondition = withStream('fixtures/xls/writeexcel.xls', (_, stream) => {
    const at = stream.indexOf(Buffer.from([0x9d, 0, 2, 0]))
    stream[at] = 0x9e
  })
  expect(convertXls(withCondition, 'x.xls').losses).toContain('filter-criteria')
  expect(
    convertXls(
      new Uint8Array(
        XLSX.write(XLSX.read('<table><tr><td>a</td></tr></table>', { type: 'string' }), {
          type: 'array',
          bookType: 'biff5',
        }) as ArrayBuffer,
      ),
      'x.xls',
    ).losses,
  ).toEqual(['all-looks'])
  for (const language of ['zh', 'en'] as const) {
    const w = wordsOfTemplates(language)
    // Every one has words of its own; a code nobody gave words to would be shown as it is.
    const [before, after] = w.templateConvertedBut(['?']).split('?') as [string, string]
    const words = LOSSES.filter((loss) => loss !== 'all-looks').map((loss) =>
      w.templateConvertedBut([loss]).slice(before.length, -after.length),
    )
    expect(new Set(words).size).toBe(LOSSES.length - 1)
    if (language === 'zh') for (const word of words) expect(word).toMatch(/[\u4e00-\u9fff]/u)
    else for (const word of words) expect(word).not.toMatch(/^[a-z]+-[a-z]+$/u)
  }
})

const OLD_BOOKS = ['fixtures/xls', 'fixtures/excel'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xls') && !name.startsWith('X-'))
    .map((name) => `${folder}/${name}`),
)

test.each(OLD_BOOKS)('%s holds the same values after it was converted, cell by cell', (path) => {
  const read = (bytes: Uint8Array) => {
    const result = readWorkbook(bytes, 'book')
    if (!result.ok) throw new Error(result.problem.code)
    return result.workbook.sheets.map(({ name, hidden, rows, merges, hiddenRows, hiddenColumns, date1904 }) => ({
      name,
      hidden,
      date1904,
      merges: merges.map((merge) => JSON.stringify(merge)).sort(),
      hiddenRows,
      hiddenColumns,
      // An error is told by its number in one kind of file and by its name in the other; an empty text is no value.
      cells: rows.flatMap((row, at) =>
        (row ?? []).flatMap((cell, column) =>
          cell === undefined || cell.v === '' || cell.v === undefined
            ? []
            : [[at, column, cell.t, cell.t === 'e' ? '' : cell.v]],
        ),
      ),
    }))
  }
  const bytes = bytesOf(path)
  expect(read(convertXls(bytes, path).bytes)).toEqual(read(bytes))
})

test('a workbook the library itself wrote as .xls keeps its values, merges and sheets', () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['编号', 1.5, true],
    ['甲', -2, null],
  ])
  sheet['!merges'] = [XLSX.utils.decode_range('A4:B5')]
  const book = XLSX.utils.book_new(sheet, '表 一')
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['x'.repeat(200)]]), '二')
  const { bytes, losses } = convertXls(
    new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer),
    'x.xls',
  )
  expect(losses).toEqual([])
  const [first, second] = workbookLooks(bytes).sheets as [SheetLooks, SheetLooks]
  expect([first.name, Object.fromEntries(first.texts), first.merges]).toEqual([
    '表 一',
    { A1: '编号', B1: '1.5', C1: '1', A2: '甲', B2: '-2' },
    ['A4:B5'],
  ])
  expect(second.texts.get('A1')).toHaveLength(200)
})

test('a converted ledger is filled like any other: new lines, their drop-downs, the picture', () => {
  const record = (at: number) => ({ no: `GZ-${at}` })
  const filled = fillTemplate(
    converted('ledger').bytes,
    {
      sheet: '售后故障信息台账',
      cells: [],
      lines: [{ list: 'failures', firstRow: 5, preparedRows: 30, columns: [{ column: 'B', field: 'no' }] }],
    },
    { cells: {}, lists: { failures: Array.from({ length: 50 }, (_, at) => record(at)) } },
  )
  const [sheet] = workbookLooks(filled).sheets as [SheetLooks]
  expect([sheet.texts.get('B5'), sheet.texts.get('B54')]).toEqual(['GZ-0', 'GZ-49'])
  expect(sheet.cells.get('B54')).toEqual(sheet.cells.get('B5'))
  expect(allOf(sheet, 'dataValidation').map(({ attributes }) => attributes['sqref'])).toContain('V5:V54')
  expect(sheet.pictures).toEqual(workbookLooks(originalOf('ledger')).sheets[0]?.pictures)
})

test.runIf(HAS_OFFICE).each(['ledger', 'looks', 'writeexcel'])(
  '%s prints on as many pages as the .xls',
  (name) => {
    const [before, after] = [printedBook(bytesOf(`fixtures/xls/${name}.xls`)), printedBook(converted(name).bytes)]
    expect(after.pages).toBe(before.pages)
    if (name === 'ledger') expect(after.text).toBe(before.text)
  },
  120_000,
)

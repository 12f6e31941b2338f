/** A line that repeats, on workbooks written here: everything that belongs to it or points at it grows, everything below moves. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { fillTemplate } from '../../../../../src/exchange/write/templates/fillTemplate'
import { HAS_OFFICE, printedBook } from '../../../../support/office'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const text = (address: string, words: string, style = 0): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t>${words}</t></is></c>`
const relations = (...targets: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join('')}</Relationships>`
const override = (part: string, type: string): string =>
  `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`

interface Parts {
  readonly rows: string
  readonly tail: string
  readonly names?: string
  readonly types?: string
  readonly more?: Readonly<Record<string, string>>
}

/** A workbook of one sheet `表`, and a second one that counts on it. */
const workbook = ({ rows, tail, names = '', types = '', more = {} }: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'spreadsheetml.sheet.main')}${override('/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet')}${override('/xl/worksheets/sheet2.xml', 'spreadsheetml.worksheet')}${override('/xl/styles.xml', 'spreadsheetml.styles')}${types}</Types>`,
        '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
        'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/><sheet name="另" sheetId="2" r:id="rId2"/></sheets>${names}</workbook>`,
        'xl/_rels/workbook.xml.rels': relations(
          ['worksheet', 'worksheets/sheet1.xml'],
          ['worksheet', 'worksheets/sheet2.xml'],
          ['styles', 'styles.xml'],
        ),
        'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" borderId="1" applyBorder="1"/></cellXfs></styleSheet>`,
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${rows}</sheetData>${tail}</worksheet>`,
        'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><f>表!D6+SUM(表!D5:D5)</f></c></row></sheetData></worksheet>`,
        ...more,
      }).map(([path, xml]) => [
        path,
        strToU8(xml.startsWith('<?xml') ? xml : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
      ]),
    ),
  )

const partOf = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path] as Uint8Array)
const sheetOf = (bytes: Uint8Array): Record<string, XLSX.CellObject> =>
  XLSX.read(bytes, { sheetStubs: true }).Sheets['表'] as Record<string, XLSX.CellObject>
const LINES = [1, 2, 3, 4].map((at) => ({
  name: `膜板${at}`,
  count: at,
  ok: { kind: 'choice' as const, words: ['是'], text: '是' },
}))

describe('a line of one row', () => {
  const template = workbook({
    rows:
      `<row r="4" ht="20" customHeight="1">${text('A4', '序号', 1)}${text('B4', '名称', 1)}${text('D4', '数量', 1)}${text('E4', '两倍', 1)}${text('F4', '合格', 1)}</row>` +
      `<row r="5" ht="26" customHeight="1"><c r="A5" s="1"/><c r="B5" s="1"/><c r="C5" s="1"/><c r="D5" s="1"/><c r="E5" s="1"><f>D5*2</f></c>${text('F5', '□是 □否', 1)}</row>` +
      `<row r="6">${text('A6', '合计', 1)}<c r="D6" s="1"><f>SUM(D5)</f></c><c r="E6" s="1"><f>SUM(E5:E5)/D6</f></c></row><row r="8">${text('A8', '签字：')}</row>`,
    tail: `<mergeCells count="3"><mergeCell ref="B4:C4"/><mergeCell ref="B5:C5"/><mergeCell ref="A8:E8"/></mergeCells><conditionalFormatting sqref="D5"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>$D$6/2</formula></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="list" sqref="B5"><formula1>"膜板1,膜板2,膜板3,膜板4"</formula1></dataValidation><dataValidation type="whole" sqref="A8"><formula1>1</formula1></dataValidation></dataValidations>`,
    names:
      '<definedNames><definedName name="Total">表!$D$6</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">表!$A$1:$F$8</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">表!$4:$4</definedName></definedNames>',
    types: override('/xl/comments1.xml', 'spreadsheetml.comments'),
    more: {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(['comments', '../comments1.xml']),
      'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>x</author></authors><commentList><comment ref="A4" authorId="0"><text><t>头</t></text></comment><comment ref="A8" authorId="0"><text><t>尾</t></text></comment></commentList></comments>`,
    },
  })
  const filled = fillTemplate(
    template,
    {
      sheet: '表',
      cells: [{ cell: 'A8', field: 'sign' }],
      lines: [
        {
          list: 'parts',
          firstRow: 5,
          preparedRows: 1,
          columns: [
            { column: 'A', field: 'lineNumber' },
            { column: 'B', field: 'name' },
            { column: 'D', field: 'count' },
            { column: 'F', field: 'ok' },
          ],
        },
      ],
    },
    { cells: { sign: '何工' }, lists: { parts: LINES } },
  )
  const sheet = sheetOf(filled)
  const xml = partOf(filled, 'xl/worksheets/sheet1.xml')
  test('its values, looks, heights, merges and formulas are there for every line', () => {
    expect(
      [5, 6, 7, 8].map((row) => [sheet[`A${row}`]?.v, sheet[`B${row}`]?.v, sheet[`D${row}`]?.v, sheet[`E${row}`]?.f]),
    ).toEqual([1, 2, 3, 4].map((at) => [at, `膜板${at}`, at, `D${at + 4}*2`]))
    expect(
      [5, 6, 7, 8].map((row) => [
        xml.includes(`<mergeCell ref="B${row}:C${row}"/>`),
        new RegExp(`<row r="${row}"[^>]*ht="26"`).test(xml),
        xml.includes(`<c r="C${row}" s="1"/>`),
      ]),
    ).toEqual([1, 2, 3, 4].map(() => [true, true, true]))
  })
  test('boxes of the line are there to be ticked in every copy', () => {
    expect([5, 6, 7, 8].map((row) => sheet[`F${row}`]?.v)).toEqual([1, 2, 3, 4].map(() => '☑是 □否'))
  })
  test('a sum of the one line is the sum of all, on this sheet and on others; what lies below has moved', () => {
    expect([sheet['D9']?.f, sheet['E9']?.f, sheet['A11']?.v]).toEqual(['SUM(D5:D8)', 'SUM(E5:E8)/D9', '签字：何工'])
    expect(XLSX.read(filled, { sheetStubs: true }).Sheets['另']?.['A1']?.f).toBe('表!D9+SUM(表!D5:D8)')
  })
  test('formats, drop-downs, names, print area and comments follow', () => {
    expect(xml).toContain('<conditionalFormatting sqref="D5:D8">')
    expect(xml).toContain('<formula>$D$9/2</formula>')
    expect([
      xml.includes('sqref="B5:B8"'),
      xml.includes('sqref="A11"'),
      xml.includes('<mergeCell ref="A11:E11"/>'),
    ]).toEqual([true, true, true])
    const book = partOf(filled, 'xl/workbook.xml')
    expect(
      ['表!$D$9</definedName>', '表!$A$1:$F$11</definedName>', '表!$4:$4</definedName>'].map((name) =>
        book.includes(name),
      ),
    ).toEqual([true, true, true])
    expect(partOf(filled, 'xl/comments1.xml').match(/ref="[^"]+"/g)).toEqual(['ref="A4"', 'ref="A11"'])
  })
  test('LibreOffice opens it, works out the sums and prints one page a sheet', { skip: !HAS_OFFICE }, () => {
    const printed = printedBook(filled)
    expect(printed.pages).toBe(2)
    for (const words of ['膜板4', '合计102', '签字：何工']) expect(printed.text).toContain(words)
  })
})

describe('a line of two rows', () => {
  const template = workbook({
    rows: `<row r="4">${text('A4', '号', 1)}${text('B4', '名称 / 说明', 1)}</row><row r="5" ht="18" customHeight="1"><c r="A5" s="1"/><c r="B5" s="1"/><c r="C5" s="1"/><c r="D5" s="1"/></row><row r="6" ht="30" customHeight="1"><c r="A6" s="1"/>${text('B6', '说明：', 1)}<c r="D6" s="1"><f>D5+1</f></c></row><row r="7">${text('A7', '完', 1)}<c r="D7"><f>SUM(D5:D6)</f></c></row>`,
    tail: `<mergeCells count="2"><mergeCell ref="A5:A6"/><mergeCell ref="B6:C6"/></mergeCells><conditionalFormatting sqref="A5:D6"><cfRule type="expression" priority="1"><formula>$D5&gt;2</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" sqref="D5"><formula1>0</formula1></dataValidation></dataValidations>`,
  })
  const filled = fillTemplate(
    template,
    {
      sheet: '表',
      cells: [],
      lines: [
        {
          list: 'parts',
          firstRow: 5,
          preparedRows: 2,
          rowsPerLine: 2,
          columns: [
            { column: 'A', field: 'lineNumber' },
            { column: 'B', field: 'name' },
            { column: 'D', field: 'count' },
            { column: 'B', field: 'name', down: 1 },
          ],
        },
      ],
    },
    { cells: {}, lists: { parts: LINES } },
  )
  const sheet = sheetOf(filled)
  const xml = partOf(filled, 'xl/worksheets/sheet1.xml')
  test('is copied as a whole, each copy with its own formulas, merges and heights', () => {
    expect(
      [5, 7, 9, 11].map((row) => [
        sheet[`A${row}`]?.v,
        sheet[`B${row}`]?.v,
        sheet[`B${row + 1}`]?.v,
        sheet[`D${row + 1}`]?.f,
      ]),
    ).toEqual([1, 2, 3, 4].map((at) => [at, `膜板${at}`, `说明：膜板${at}`, `D${3 + 2 * at}+1`]))
    for (const row of [5, 7, 9, 11])
      for (const merge of [`A${row}:A${row + 1}`, `B${row + 1}:C${row + 1}`])
        expect(xml).toContain(`<mergeCell ref="${merge}"/>`)
    expect([xml.match(/ht="18"/g)?.length, xml.match(/ht="30"/g)?.length]).toEqual([4, 4])
  })
  test('what covers it all grows, what covers one of its rows comes again, what lies below moves', () => {
    expect(xml).toContain('<conditionalFormatting sqref="A5:D12">')
    expect(xml).toContain('sqref="D5 D7 D9 D11"')
    expect([sheet['A13']?.v, sheet['D13']?.f]).toEqual(['完', 'SUM(D5:D12)'])
  })
  test('LibreOffice opens it with all lines', { skip: !HAS_OFFICE }, () => {
    expect(printedBook(filled).text).toContain('说明：膜板4')
  })
})

test('a table over the line and a chart of it hold all lines', () => {
  const chart =
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:f>表!$A$5</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>表!$B$5:$B$5</c:f></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>'
  const template = workbook({
    rows: `<row r="4">${text('A4', '名称')}${text('B4', '数量')}</row><row r="5"><c r="A5"/><c r="B5"/></row><row r="7">${text('A7', '下面')}</row>`,
    tail: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    types:
      override('/xl/tables/table1.xml', 'spreadsheetml.table') + override('/xl/charts/chart1.xml', 'drawingml.chart'),
    more: {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(['table', '../tables/table1.xml']),
      'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="A4:B5"><autoFilter ref="A4:B5"/><tableColumns count="2"><tableColumn id="1" name="名称"/><tableColumn id="2" name="数量"/></tableColumns></table>`,
      'xl/charts/chart1.xml': chart,
    },
  })
  const filled = fillTemplate(
    template,
    {
      sheet: '表',
      cells: [],
      lines: [
        {
          list: 'parts',
          firstRow: 5,
          preparedRows: 1,
          columns: [
            { column: 'A', field: 'name' },
            { column: 'B', field: 'count' },
          ],
        },
      ],
    },
    { cells: {}, lists: { parts: LINES } },
  )
  expect(partOf(filled, 'xl/tables/table1.xml').match(/ ref="[^"]+"/g)).toEqual([' ref="A4:B8"', ' ref="A4:B8"'])
  expect(partOf(filled, 'xl/charts/chart1.xml').match(/<c:f>[^<]+/g)).toEqual([
    '<c:f>表!$A$5:$A$8',
    '<c:f>表!$B$5:$B$8',
  ])
  expect(sheetOf(filled)['A10']?.v).toBe('下面')
})

describe('notes, threaded comments and pivot tables of a form', () => {
  const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'
  const MICROSOFT = 'http://schemas.microsoft.com/office/2017/10/relationships'
  const ROOT = '{11111111-2222-3333-4444-555555555555}'
  const drawing = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${[3, 7].map((row) => `<v:shape id="s${row}" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Anchor> 1, 15, ${row}, 2, 3, 15, ${row + 4}, 4</x:Anchor><x:Row>${row}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`).join('')}</xml>`
  const field = (name: string, items: string): string => `<cacheField name="${name}" numFmtId="0">${items}</cacheField>`
  const template = workbook({
    rows: `<row r="4">${text('A4', '名称', 1)}${text('B4', '数量', 1)}</row><row r="5"><c r="A5" s="1"/><c r="B5" s="1"/></row><row r="8">${text('A8', '签字')}</row><row r="12">${text('A12', '行标签')}${text('B12', '求和项:数量')}</row><row r="13">${text('A13', '总计')}<c r="B13"><v>0</v></c></row>`,
    tail: '<legacyDrawing r:id="rId2"/>',
    types: `${override('/xl/comments1.xml', 'spreadsheetml.comments')}<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/><Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${override('/xl/pivotTables/pivotTable1.xml', 'spreadsheetml.pivotTable')}${override('/xl/pivotCache/pivotCacheDefinition1.xml', 'spreadsheetml.pivotCacheDefinition')}${override('/xl/pivotCache/pivotCacheRecords1.xml', 'spreadsheetml.pivotCacheRecords')}`,
    names: '<pivotCaches><pivotCache cacheId="1" r:id="rId4"/></pivotCaches>',
    more: {
      'xl/_rels/workbook.xml.rels': relations(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['worksheet', 'worksheets/sheet2.xml'],
        ['styles', 'styles.xml'],
        ['pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
      ).replace(
        '</Relationships>',
        `<Relationship Id="rId5" Type="${MICROSOFT}/person" Target="persons/person.xml"/></Relationships>`,
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        ['comments', '../comments1.xml'],
        ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ['pivotTable', '../pivotTables/pivotTable1.xml'],
      ).replace(
        '</Relationships>',
        `<Relationship Id="rId4" Type="${MICROSOFT}/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
      ),
      'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>a</author><author>tc=${ROOT}</author></authors><commentList><comment ref="A4" authorId="0"><text><t>头注</t></text></comment><comment ref="A8" authorId="1"><text><t>[线程批注] 谁签？</t></text></comment></commentList></comments>`,
      'xl/threadedComments/threadedComment1.xml': `<ThreadedComments xmlns="${THREADS}"><threadedComment ref="A8" dT="2016-03-05T08:00:00.00" personId="{99999999-2222-3333-4444-555555555555}" id="${ROOT}"><text>谁签？</text></threadedComment><threadedComment ref="A8" dT="2016-03-05T09:00:00.00" personId="{99999999-2222-3333-4444-555555555555}" id="{21111111-2222-3333-4444-555555555555}" parentId="${ROOT}"><text>何工</text></threadedComment></ThreadedComments>`,
      'xl/persons/person.xml': `<personList xmlns="${THREADS}"><person displayName="质量部" id="{99999999-2222-3333-4444-555555555555}" userId="q" providerId="None"/></personList>`,
      'xl/drawings/vmlDrawing1.vml': drawing,
      'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relations(['pivotCacheRecords', 'pivotCacheRecords1.xml']),
      'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${OFFICE}" r:id="rId1" recordCount="0"><cacheSource type="worksheet"><worksheetSource ref="A4:B5" sheet="表"/></cacheSource><cacheFields count="2">${field('名称', '<sharedItems/>')}${field('数量', '<sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1"/>')}</cacheFields></pivotCacheDefinition>`,
      'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords xmlns="${MAIN}" count="0"/>`,
      'xl/pivotTables/_rels/pivotTable1.xml.rels': relations([
        'pivotCacheDefinition',
        '../pivotCache/pivotCacheDefinition1.xml',
      ]),
      'xl/pivotTables/pivotTable1.xml': `<pivotTableDefinition xmlns="${MAIN}" name="P" cacheId="1" dataCaption="值"><location ref="A12:B13" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="1"><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="1"><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="求和项:数量" fld="1"/></dataFields></pivotTableDefinition>`,
    },
  })
  const binding = {
    sheet: '表',
    cells: [],
    lines: [
      {
        list: 'parts',
        firstRow: 5,
        preparedRows: 1,
        columns: [
          { column: 'A', field: 'name' },
          { column: 'B', field: 'count' },
        ],
      },
    ],
  }
  const filled = fillTemplate(template, binding, { cells: {}, lists: { parts: LINES } })
  const parts = (bytes: Uint8Array): string[] => Object.keys(unzipSync(bytes)).sort()

  test('what is said below the line moves with its cell, the thread with its answer; what stands above stays', () => {
    expect(partOf(filled, 'xl/comments1.xml').match(/ref="[^"]+"/g)).toEqual(['ref="A4"', 'ref="A11"'])
    expect(partOf(filled, 'xl/threadedComments/threadedComment1.xml').match(/ref="[^"]+"/g)).toEqual([
      'ref="A11"',
      'ref="A11"',
    ])
    expect(partOf(filled, 'xl/threadedComments/threadedComment1.xml')).toContain(`parentId="${ROOT}"`)
    expect(partOf(filled, 'xl/drawings/vmlDrawing1.vml').match(/<x:Row>\d+/g)).toEqual(['<x:Row>3', '<x:Row>10'])
    expect(parts(filled)).toEqual(parts(template))
  })

  test('the source of the pivot table takes in the new lines, the table moves and is worked out anew', () => {
    const cache = partOf(filled, 'xl/pivotCache/pivotCacheDefinition1.xml')
    expect(/<worksheetSource\b[^>]*ref="([^"]+)"/.exec(cache)?.[1]).toBe('A4:B8')
    expect(cache).toContain('refreshOnLoad="1"')
    expect(partOf(filled, 'xl/pivotTables/pivotTable1.xml')).toMatch(/<location\b[^>]*ref="A15:B16"/)
  })

  test('a form that needs no more lines than it has still refreshes its pivot table', () => {
    const one = partOf(
      fillTemplate(template, binding, { cells: {}, lists: { parts: LINES.slice(0, 1) } }),
      'xl/pivotCache/pivotCacheDefinition1.xml',
    )
    expect([one.includes('ref="A4:B5"'), one.includes('refreshOnLoad="1"')]).toEqual([true, true])
  })

  test('LibreOffice opens it, with every line', { skip: !HAS_OFFICE }, () => {
    const printed = printedBook(filled)
    for (const words of ['膜板1', '膜板4', '签字']) expect(printed.text).toContain(words)
  })
})

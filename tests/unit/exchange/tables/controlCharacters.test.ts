/** Characters that no stored text may hold do not come in through any kind of file, and are said where they stood. */
import { utils, write } from 'xlsx'
import { expect, test } from 'vitest'
import { parseWorkbook } from '../../../../src/exchange/tables/parseWorkbook'
import { cellTextOf } from '../../../../src/exchange/write/ooxml/xmlText'
import { aWorkbook, firstSheet } from '../aWorkbook'

const HEADER = ['故障编号', '车型', '车号', '部件名称', '故障现象', '发生时间']
const ROW = ['GZ-2016-0001', 'CRH380A', '2641', '中继\u0001阀', '排风口\u0000漏\u202e风\u007f', '2016-03-05']
const CLEAN = { node: '中继阀', symptom: '排风口漏风' }
const text = [HEADER, ROW].map((row) => row.join(',')).join('\r\n')

const book = (bookType: 'xls' | 'biff8' | 'xlsx'): Uint8Array => {
  const made = utils.book_new()
  utils.book_append_sheet(made, utils.aoa_to_sheet([HEADER, ROW]), '台账')
  return new Uint8Array(write(made, { type: 'array', bookType }))
}

test.each([
  ['台账.xlsx', aWorkbook({ 台账: [HEADER, ROW] })],
  ['台账.xls', book('biff8')],
  ['台账.csv', new TextEncoder().encode(`\ufeff${text.replaceAll('\u0000', '\u0002')}`)],
  [
    '台账.htm',
    new TextEncoder().encode(
      `<table>${[HEADER, ROW].map((row) => `<tr>${row.map((cell) => `<td>${cell.replaceAll('\u0000', '\u0003')}</td>`).join('')}</tr>`).join('')}</table>`,
    ),
  ],
])('%s: removed, and said on the cells they stood in', (name, bytes) => {
  const read = parseWorkbook(bytes, name, { today: '2020-01-01' })
  if (!read.ok) throw new Error(read.problem.code)
  const [record] = read.sheets[0]!.records
  expect(record?.fields).toMatchObject(CLEAN)
  expect(record?.issues.filter(({ code }) => code === 'control-characters')).toEqual([
    expect.objectContaining({ column: 'D', field: 'node', parameters: { count: 1 } }),
    expect.objectContaining({ column: 'E', field: 'symptom' }),
  ])
})

test('a header with such a character is understood, and the row it stands in is named', () => {
  const sheet = firstSheet(
    aWorkbook({
      台账: [HEADER.map((word) => `${word}\u0001`), ROW.map((word) => word.replace(/[^\w\u4e00-\u9fff-]/gu, ''))],
    }),
  )
  expect(sheet.records[0]?.fields).toMatchObject(CLEAN)
  expect(sheet.issues.map(({ row, code }) => [row, code])).toEqual(HEADER.map(() => [1, 'control-characters']))
})

test('a form says it where the field stood', () => {
  const sheet = firstSheet(
    aWorkbook({
      报告: [
        ['机车故障报告单'],
        ['故障编号', 'GZ-2016-0001', '车型', 'CRH380A'],
        ['列车号', '2641', '发生时间', '2016-03-05'],
        ['部件名称', '中继阀', '填报人', '王\u0001工'],
        ['故障现象', '排风口漏风'],
      ],
    }),
  )
  expect(sheet.kind).toBe('failure-form')
  expect(sheet.records[0]).toMatchObject({
    fields: { reporter: '王工' },
    issues: [{ column: 'D', code: 'control-characters', field: 'reporter', parameters: { count: 1 } }],
  })
})

test('a cell corrected by a person is cleaned like one that was mailed', () => {
  const sheet = firstSheet(aWorkbook({ 台账: [HEADER, ROW] }), { 台账: { cells: { D2: '压力\u0007开关' } } })
  expect(sheet.records[0]?.fields.node).toBe('压力开关')
})

test('what is written holds none either', () => {
  expect(cellTextOf(ROW[4]!)).toBe(CLEAN.symptom)
})

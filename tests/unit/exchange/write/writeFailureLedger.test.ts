import { strFromU8, unzipSync } from 'fflate'
import * as XLSX from 'xlsx'
import { describe, expect, test } from 'vitest'
import { codeBook } from '../../../../src/domain/codeBook'
import { LEDGER_COLUMNS } from '../../../../src/exchange/write/ledgerLayout'
import type { LedgerRow } from '../../../../src/exchange/tables/ledgerRow'
import { CUT_MARK } from '../../../../src/exchange/write/ooxml/xmlText'
import { writeFailureLedger, type FailureLedgerOptions } from '../../../../src/exchange/write/writeFailureLedger'
import { firstSheet } from '../aWorkbook'
import { ledgerRowsOf, parsedFile, planOf } from './roundTripRows'

const aRow = (changes: Partial<LedgerRow> = {}): LedgerRow => ({
  failure: { no: 'GZ-2016-0001', state: 'SUBMITTED' },
  handlings: [],
  replacements: [],
  analyses: [],
  actions: [],
  names: { trainNo: '2641' },
  ...changes,
})
const write = (rows: readonly LedgerRow[], options: Partial<FailureLedgerOptions> = {}): Uint8Array =>
  writeFailureLedger(rows, {
    language: 'zh',
    filterInWords: '车型 = CRH380A',
    generatedAt: '2026-01-01T08:30+08:00',
    build: '1a2b3c',
    ...options,
  })
const opened = (bytes: Uint8Array) => XLSX.read(bytes, { cellNF: true, cellStyles: true })
const cellOf = (bytes: Uint8Array, header: string): XLSX.CellObject | undefined => {
  const sheet = opened(bytes).Sheets['故障台账']!
  const at = LEDGER_COLUMNS.findIndex(({ zh }) => zh === header)
  return sheet[XLSX.utils.encode_cell({ r: 4, c: at })] as XLSX.CellObject | undefined
}
const part = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path]!)

test('the first 36 columns are those of the ledger customers know', () => {
  expect(
    LEDGER_COLUMNS.slice(0, 36)
      .map(({ zh }) => zh)
      .join(' '),
  ).toBe(
    '序号 故障编号 配属局/用户 段/车辆段 线路 车型 列车号 车厢号 走行公里(万km) 系统 部件名称 图号/型号 出厂编号 出厂日期 装车日期 发生日期 发现时机 故障现象 故障代码 运营影响 晚点(min) 故障等级 故障性质 是否正线 处理措施 处理方式 换下件号 换上件号 处理人/日期 原因分析 原因类别 责任单位 纠正措施 完成日期 闭环状态 备注',
  )
})

test.each(['zh', 'en'] as const)('our reader knows every column that holds a field (%s)', (language) => {
  const { headerRows, columns } = firstSheet(write([aRow()], { language }))
  expect(headerRows).toEqual([3, 4])
  expect(columns.map(({ field }) => field)).toEqual(LEDGER_COLUMNS.map(({ field }) => field ?? null))
})

describe('cells', () => {
  test.each([
    ['2016', 42370, 'yyyy'],
    ['2016-03', 42430, 'yyyy-mm'],
    ['2016-03-05', 42434, 'yyyy-mm-dd'],
    ['2016-03-05T14:30', 42434.604166666664, 'yyyy-mm-dd hh:mm'],
    ['2016-03-05T14:30+08:00', 42434.604166666664, 'yyyy-mm-dd hh:mm'],
  ])('%s is a real date shown as exactly as it is known', (occurredAt, serial, format) => {
    expect(cellOf(write([aRow({ failure: { occurredAt } })]), '发生日期')).toMatchObject({
      t: 'n',
      v: serial,
      z: format,
    })
  })

  test('a date nobody could read stands as it was written', () => {
    expect(
      cellOf(write([aRow({ failure: { occurredAt: '2016', occurredAtText: '2016.2.30' } })]), '发生日期'),
    ).toMatchObject({ t: 's', v: '2016.2.30' })
  })

  test('kilometres become ten thousands without losing one', () => {
    expect(cellOf(write([aRow({ failure: { odometerKm: 1_234_567 } })]), '走行公里(万km)')).toMatchObject({
      t: 'n',
      v: 123.4567,
      z: '0.0000',
    })
  })

  test.each(['=1+1', '+86 138', '-5', '@SUM(A1)', '\tx'])('%s is text that never becomes a formula', (description) => {
    const bytes = write([aRow({ failure: { description } })])
    expect(cellOf(bytes, '故障现象')).toMatchObject({ t: 's', v: description })
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >/]/u)
    const look = Number(/<c r="R5" s="(\d+)"/.exec(part(bytes, 'xl/worksheets/sheet1.xml'))?.[1])
    expect(part(bytes, 'xl/styles.xml').split('<cellXfs')[1]!.split('<xf ')[look + 1]).toContain('quotePrefix="1"')
  })

  test('serials keep their zeros and every digit', () => {
    const bytes = write([aRow({ failure: { reportedSerial: '001002003004005006' } })])
    expect(cellOf(bytes, '出厂编号')).toMatchObject({ t: 's', v: '001002003004005006', z: '@' })
  })

  test('a text longer than a cell can hold is cut with a mark', () => {
    const value = cellOf(write([aRow({ failure: { description: '漏'.repeat(40_000) } })]), '故障现象')!.v as string
    expect(value).toHaveLength(32_767)
    expect(value.endsWith(CUT_MARK)).toBe(true)
  })

  test('several handlings share a cell and the last one decides', () => {
    const bytes = write([
      aRow({
        handlings: [
          { measure: '复位', method: 'RESET', handler: '何工', endAt: '2016-03-05' },
          { measure: '更换', method: 'SWAP_NEW', handler: '黄工', endAt: '2016-03-08' },
        ],
      }),
    ])
    expect([cellOf(bytes, '处理措施')?.v, cellOf(bytes, '处理人/日期')?.v, cellOf(bytes, '修复日期')?.v]).toEqual([
      '复位\n更换',
      '何工、黄工/2016-03-08',
      42437,
    ])
    expect(firstSheet(bytes).records[0]!.fields).toMatchObject({
      method: 'SWAP_NEW',
      handler: '何工、黄工',
      repairedAt: '2016-03-08',
    })
  })
})

test('a code the company added or renamed comes back as that code', () => {
  const codes = codeBook([
    { list: 'CL-PHASE', code: 'OWN1', zh: '返厂路上', en: 'On its way' },
    { list: 'CL-IMPACT', code: 'SPARE', zh: '换端运行', en: 'Changed ends' },
  ])
  const bytes = write([aRow({ failure: { detectionPhase: 'OWN1', serviceImpact: 'SPARE' } })], { codes })
  expect(cellOf(bytes, '发现时机')?.v).toBe('返厂路上 [OWN1]')
  expect(firstSheet(bytes).records[0]!.fields).toMatchObject({ phase: 'OWN1', impact: 'SPARE' })
})

test('112 beside 0112 stays another train, and an unread mark takes no train from above', () => {
  const bytes = write([
    aRow({ names: { trainNo: '0112' } }),
    aRow({ names: { trainNo: '0113' } }),
    aRow({ names: { trainNo: '112' } }),
    aRow({ failure: { no: 'GZ-2016-0002', state: 'SUBMITTED', trainText: '〃' }, names: {} }),
  ])
  expect(firstSheet(bytes).records.map(({ fields }) => fields.trainNo)).toEqual(['0112', '0113', '112', undefined])
})

test('a node assigned by hand is carried by its part number, whatever words the report used', () => {
  const parts = [
    { id: 'a', partNo: 'BK-1210', name: '中继阀' },
    { id: 'b', partNo: 'BK-1300', name: '控制器' },
  ]
  const file = parsedFile(
    write([
      aRow({
        failure: { nodeText: '中继阀', description: '漏风' },
        names: { trainNo: '2641', nodeName: '控制器', partNo: 'BK-1300' },
      }),
    ]),
    'ledger.xlsx',
  )
  const bom = {
    ...file,
    sheets: [
      {
        ...file.sheets[1]!,
        kind: 'bom' as const,
        records: parts.map(({ partNo, name }, at) => ({
          row: at + 2,
          kind: 'bom-node' as const,
          fields: { partNo, node: name, code: `${at + 1}`, level: '1' },
          cells: {},
          raw: {},
          issues: [],
        })),
      },
    ],
  }
  const [row] = ledgerRowsOf(planOf([bom, file]).plan)
  expect(row).toMatchObject({ failure: { nodeText: '中继阀' }, names: { partNo: 'BK-1300' } })
})

test('states between open and closed survive; a person who closes the row in the workbook wins', () => {
  const states = ['ANALYSIS', 'CANCELLED', 'ARCHIVED', 'VERIFY']
  const bytes = write(
    states.map((state, at) => aRow({ failure: { no: `GZ-2016-000${at}`, state }, names: { trainNo: `264${at}` } })),
  )
  expect(ledgerRowsOf(planOf([parsedFile(bytes, 'a.xlsx')]).plan).map(({ failure }) => failure.state)).toEqual(states)

  const book = opened(bytes)
  book.Sheets['故障台账']![XLSX.utils.encode_cell({ r: 4, c: 34 })] = { t: 's', v: '已闭环' }
  const edited = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }))
  expect(ledgerRowsOf(planOf([parsedFile(edited, 'b.xlsx')]).plan)[0]?.failure.state).toBe('CLOSED')
})

test('the sheet freezes its header, repeats it in print, and can be filtered', () => {
  const bytes = write([aRow(), aRow()])
  expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain(
    '<pane xSplit="2" ySplit="4" topLeftCell="C5" activePane="bottomRight" state="frozen"/>',
  )
  expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A4:AZ6"/>')
  expect(part(bytes, 'xl/workbook.xml')).toContain("'故障台账'!$A:$B,'故障台账'!$3:$4")
})

test('the second sheet says what the file is', () => {
  const rows = XLSX.utils.sheet_to_json<unknown[]>(opened(write([aRow(), aRow()], { title: '七月' })).Sheets['说明']!, {
    header: 1,
  })
  expect(rows.slice(0, 5)).toEqual([
    ['标题', '七月'],
    ['筛选', '车型 = CRH380A'],
    ['行数', 2],
    ['生成时间', '2026-01-01 08:30'],
    ['程序版本', '1a2b3c'],
  ])
})

test('an empty ledger opens, and the same rows give the same bytes', () => {
  expect(opened(write([])).SheetNames).toEqual(['故障台账', '说明'])
  expect(write([aRow()])).toEqual(write([aRow()]))
  expect(part(write([]), 'docProps/core.xml')).toContain('2026-01-01T00:30:00Z')
})

import * as XLSX from 'xlsx'
import { describe, expect, test } from 'vitest'
import { aWorkbook, fieldsOf, firstSheet, fixture, sheetsOf } from '../aWorkbook'

const LEDGER = [
  [
    '序号',
    '故障编号',
    '车型',
    '列车号',
    '车厢号',
    '走行公里(万km)',
    '发生日期',
    '部件名称',
    '故障现象',
    '处理措施',
    '闭环状态',
  ],
  [1, 'GZ-2016-0001', 'CRH380A', '2641', '3车', 12.5, '2016.3.5', '中继阀', '漏风', '更换中继阀', '闭环'],
  [2, 'GZ-2016-0002', 'CRH380A', '2642', '4车', 13.1, '2016.3.9', '电源板', '重启', '更换电源板', '未闭环'],
]

const fieldByHeader = (columns: readonly { header: string; field: string | null }[]): Record<string, string | null> =>
  Object.fromEntries(columns.map(({ header, field }) => [header, field]))

const ledgerWithCars = (values: readonly string[]) =>
  firstSheet(
    aWorkbook({
      台账: [
        ['日期', '车号', '部件', '现象', '处理情况', '故障编号'],
        ...values.map((value, row) => [`2016.3.${row + 1}`, value, '阀', '漏风', '更换', `GZ-2016-000${row}`]),
      ],
    }),
  )

describe('a ledger', () => {
  test('is read the same wherever its table starts and however its columns are ordered', () => {
    const plain = firstSheet(aWorkbook({ 台账: LEDGER }))
    const order = [8, 3, 0, 6, 10, 5, 1, 9, 2, 7, 4]
    const moved = [
      ['2016年故障台账'],
      [],
      ['统计：质量部'],
      ...LEDGER.map((row) => [null, null, '', ...order.map((column) => row[column]!)]),
    ]
    const shuffled = firstSheet(aWorkbook({ 台账: moved }))
    expect(shuffled).toMatchObject({ kind: 'failure-ledger', headerRows: [4] })
    expect(fieldsOf(shuffled.records)).toEqual(fieldsOf(plain.records))
    expect(shuffled.records[0]!.cells.trainNo).toBe('E5')
  })

  test('from a real file survives reversed columns and six rows on top', () => {
    const book = XLSX.read(fixture('L1-机车售后故障台账(2014-2017).xls'), { type: 'array' })
    const rows = XLSX.utils.sheet_to_json<(string | number | null)[]>(book.Sheets[book.SheetNames[0]!]!, {
      header: 1,
      raw: true,
      defval: null,
    })
    const turned = aWorkbook({ 台账: [['机车故障'], [], [], [], [], [], ...rows.map((row) => [...row].reverse())] })
    expect(fieldsOf(firstSheet(turned).records)).toEqual(fieldsOf(firstSheet(aWorkbook({ 台账: rows })).records))
  })

  test('understands English and mixed headers', () => {
    const { kind, columns, records } = firstSheet(
      aWorkbook({
        Failures: [
          [
            'No.',
            'Failure No.',
            'Train No.',
            'Car No.',
            'Date of occurrence',
            'Mileage (km)',
            'Component',
            '故障现象 Symptom',
            'Corrective action',
            'Root cause',
            'Removed S/N',
            'Installed S/N',
            'Status',
          ],
          [
            1,
            'F-2016-0001',
            '2641',
            '3',
            '2016-03-05',
            125000,
            'Relay valve',
            'leak',
            'new seal',
            'wear',
            'ZJ1',
            'ZJ2',
            'closed',
          ],
          [
            2,
            'F-2016-0002',
            '2642',
            '4',
            '2016-03-06',
            135000,
            'Relay valve',
            'leak',
            'new seal',
            'wear',
            'ZJ3',
            'ZJ4',
            'open',
          ],
        ],
      }),
    )
    expect(kind).toBe('failure-ledger')
    expect(fieldByHeader(columns)).toMatchObject({
      'Failure No.': 'failureNo',
      'Train No.': 'trainNo',
      'Date of occurrence': 'occurredAt',
      Component: 'node',
      '故障现象 Symptom': 'symptom',
      'Corrective action': 'action',
      'Root cause': 'cause',
      'Removed S/N': 'removedSerial',
      'Installed S/N': 'installedSerial',
      Status: 'closed',
    })
    expect(records[1]!.fields).toMatchObject({ odometerKm: 135_000, closed: false })
  })

  test('joins the rows of a merged header', () => {
    const { headerRows, columns } = firstSheet(
      aWorkbook(
        {
          台账: [
            ['故障台账'],
            ['故障编号', '车辆信息', null, null, '换下件', null, '换上件', null, '发生日期', '故障现象'],
            [null, '车型', '列车号', '车厢号', '名称', '编号', '名称', '编号', null, null],
            ['GZ-2016-0001', 'CRH5G', '5141', '3', '阀', 'A1', '阀', 'B1', '2016.3.5', '漏风'],
          ],
        },
        ['A1:J1', 'A2:A3', 'B2:D2', 'E2:F2', 'G2:H2', 'I2:I3', 'J2:J3'],
      ),
    )
    expect(headerRows).toEqual([2, 3])
    expect(fieldByHeader(columns)).toMatchObject({
      '车辆信息/列车号': 'trainNo',
      '换下件/编号': 'removedSerial',
      '换上件/编号': 'installedSerial',
      发生日期: 'occurredAt',
    })
  })

  test('decides 车号 by what stands under it', () => {
    expect(ledgerWithCars(['0211', '0212', '0213']).columns[1]!.field).toBe('trainNo')
    expect(ledgerWithCars(['3车', '4车', '06']).columns[1]!.field).toBe('carNo')
  })
})

test('sheets of other kinds are told apart and give no records', () => {
  const sheets = sheetsOf(fixture('L2-售后故障信息台账(2014-2017) -最新版.xlsx'))
  expect(sheets.map(({ name, kind }) => [name, kind])).toEqual([
    ['封面', 'other'],
    ['填写说明', 'other'],
    ['2017年台账', 'failure-ledger'],
    ['2016年台账', 'failure-ledger'],
    ['2015年', 'failure-ledger'],
    ['2014', 'failure-ledger'],
    ['_备份', 'other'],
    ['月度汇总', 'other'],
    ['编码表', 'other'],
    ['Sheet3', 'other'],
  ])
})

test('a hidden backup is held back until someone asks for it', () => {
  const bytes = fixture('L2-售后故障信息台账(2014-2017) -最新版.xlsx')
  const held = sheetsOf(bytes).find(({ name }) => name === '_备份')!
  expect(held).toMatchObject({ hidden: true, kind: 'other', heldBack: 'failure-ledger', records: [] })
  expect(sheetsOf(bytes, { _备份: { include: true } }).find(({ name }) => name === '_备份')!.records).toHaveLength(25)
})

test('a person can overrule a column, the header and the kind', () => {
  const bytes = aWorkbook({ 台账: LEDGER })
  expect(firstSheet(bytes, { 台账: { columns: { H: 'system', J: null } } }).records[0]!.fields).toMatchObject({
    system: '中继阀',
  })
  expect(firstSheet(bytes, { 台账: { columns: { J: null } } }).records[0]!.fields.measure).toBeUndefined()
  expect(firstSheet(bytes, { 台账: { headerRows: [2] } }).headerRows).toEqual([2])
  expect(firstSheet(bytes, { 台账: { kind: 'other' } }).records).toEqual([])
})

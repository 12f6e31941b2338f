/** What columns of other people's ledgers mean, and whom they name. */
import { describe, expect, test } from 'vitest'
import { readTrainNo } from '../../../../src/exchange/cells/readTrainNo'
import { partMatcher } from '../../../../src/exchange/plan/partMatcher'
import { csv, strangeSheet } from './strangeFile'

describe('train numbers as railways write them', () => {
  test('with their car, their section, or no number at all', () =>
    expect(
      strangeSheet('train-numbers.xlsx').records.map(({ fields: { trainNo, vehicleType, carNo, position } }) => [
        trainNo,
        vehicleType,
        carNo ?? position,
      ]),
    ).toEqual([
      ['5108', 'CRH5A', '08'],
      ['5207', 'CRH5G', '8'],
      ['21006', 'HXD', 'A-3'],
      ['26001', 'HXD', 'B-D2'],
      [undefined, 'CRH5A', undefined],
      ['5033', 'CR400BF', '03'],
      ['0112', 'HXD3C', undefined],
    ]))

  test('a type without a number says that the train is missing', () =>
    expect(strangeSheet('train-numbers.xlsx').records[4]!.issues).toContainEqual(
      expect.objectContaining({ code: 'train-unreadable' }),
    ))

  test.each([
    ['2641-42', {}],
    ['CRH380A-2641', { trainNo: '2641', vehicleType: 'CRH380A' }],
    ['SS4-0123B', { trainNo: '0123', vehicleType: 'SS4', position: 'B' }],
    ['2641', { trainNo: '2641' }],
  ])('%s', (written, reading) => expect(readTrainNo(written, '')).toEqual(reading))
})

describe('sentences are the measure', () => {
  test('under the way of repair', () => {
    const [first] = strangeSheet('sentences-under-method.xlsx').records
    expect(first!.fields.measure).toBe('更换阀板，恢复使用。旧件编号：A000')
    expect(first!.fields).not.toHaveProperty('method')
  })

  test('under the result, beside a column of short words that then is the way of repair', () => {
    const [first] = strangeSheet('train-numbers.xlsx').records
    expect(first!.fields).toMatchObject({ measure: '更换阀板，恢复使用。旧件编号：A000', method: 'FIX' })
    expect(first!.raw.method).toBe('现场修理')
    expect(first!.fields).not.toHaveProperty('result')
  })

  test('words of a list stay what they are', () => {
    const { records } = csv(
      '故障编号,发生日期,车号,故障现象,处理方式,处理结果\nG1,2016-03-05,2641,漏风,更换,正常\nG2,2016-03-06,2642,漏风,调整,正常',
    )
    expect(records[0]!.fields).toMatchObject({ method: 'SWAP_NEW', result: 'OK' })
  })
})

test('a module, its number and what happened to it; makers are no parts', () => {
  const { columns, records } = strangeSheet('modules-in-two-header-rows.xlsx')
  expect(records).toHaveLength(3)
  expect(records[0]!.fields).toMatchObject({
    node: 'MK26',
    serialNo: '201400000',
    symptom: '直流母线过压，四象限报故障',
    measure: '更换驱动板，试验合格',
  })
  expect(columns.find(({ header }) => header.startsWith('故障部件、厂家及版本'))?.field).toBeNull()
})

test('fault codes and job numbers alone make a ledger', () => {
  const sheet = strangeSheet('jobs.csv')
  expect([sheet.kind, sheet.records.length]).toEqual(['failure-ledger', 60])
  expect(sheet.records[0]!.fields).toMatchObject({
    failureNo: 'JB5000',
    trainNo: '201',
    node: 'Brake',
    faultCode: 'BR_01',
  })
})

describe('one drawing number in several assemblies', () => {
  const node = (id: string, name: string, partNo: string, parentId?: string) => ({
    id,
    name,
    partNo,
    ...(parentId === undefined ? {} : { parentId }),
  })
  const resolve = partMatcher(
    [
      node('a', '中继阀', 'ZD-11'),
      node('b', '减压阀', 'ZD-12'),
      node('a1', '密封圈', 'MF-01', 'a'),
      node('b1', '密封圈', 'MF-01', 'b'),
    ],
    [],
  )
  test.each([
    ['中继阀', 'a1'],
    ['ZD-12', 'b1'],
    ['', undefined],
    ['防滑阀', undefined],
  ])('the assembly “%s” decides', (parent, nodeId) =>
    expect(resolve({ words: '密封圈', partNo: 'MF-01', serial: '', parent })?.nodeId).toBe(nodeId),
  )

  test('is read from its column', () =>
    expect(strangeSheet('failures-of-that-part.xlsx').records.map(({ fields }) => fields.parentNode)).toContain(
      '中继阀',
    ))
})

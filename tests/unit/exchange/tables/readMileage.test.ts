import { expect, test } from 'vitest'
import { aWorkbook, codesOf, fieldsOf, firstSheet, fixture, sheetsOf } from '../aWorkbook'

test('months, units and basis come from header and title; the yearly sum is kept beside', () => {
  const sheet = firstSheet(
    aWorkbook({
      里程: [
        ['2016年走行公里统计（单位：万km）'],
        ['车型', '列车号', '1月', '2月', '3月(月末累计)', '年累计'],
        ['A型车', '0101', 1.1, '约1.2', 20.5, 3.4],
        ['合计', null, 1.1, 1.2, 20.5, 3.4],
      ],
    }),
  )
  expect(sheet.kind).toBe('mileage-matrix')
  expect(fieldsOf(sheet.records)).toEqual([
    { vehicleType: 'A型车', trainNo: '0101', month: '2016-01', km: 11_000, basis: 'monthly' },
    { vehicleType: 'A型车', trainNo: '0101', month: '2016-02', km: 12_000, basis: 'monthly' },
    { vehicleType: 'A型车', trainNo: '0101', month: '2016-03', km: 205_000, basis: 'cumulative' },
  ])
  expect(codesOf(sheet.records[1]!)).toEqual(['odometer-estimated'])
  expect(sheet.totals).toEqual([{ row: 3, trainNo: '0101', vehicleType: 'A型车', year: 2016, km: 34_000, cell: 'F3' }])
})

test('a first cumulative reading below the months run before it is marked', () => {
  const sheet = sheetsOf(fixture('L5-里程统计.xlsx')).find(({ name }) => name === '2015年动车组')!
  const falls = sheet.records.filter((record) => codesOf(record).includes('odometer-falls'))
  expect(falls.map(({ cells }) => cells.km)).toEqual(['C21', 'H22', 'I30', 'M31'])
})

test('a list with a train and a month per row is read like a matrix', () => {
  const sheet = firstSheet(
    aWorkbook({
      里程: [
        ['列车号', '月份', '走行公里(万km)'],
        ['2641', '2016年3月', 4.5],
        ['2641', '2016-04', 4.75],
        ['2642', '2016.04', '/'],
      ],
    }),
  )
  expect(sheet.kind).toBe('mileage-matrix')
  expect(fieldsOf(sheet.records).slice(0, 2)).toEqual([
    { trainNo: '2641', month: '2016-03', km: 45_000, basis: 'monthly' },
    { trainNo: '2641', month: '2016-04', km: 47_500, basis: 'monthly' },
  ])
})

import { expect, test } from 'vitest'
import { carNamed, looseCar, looseSerial, serialRedirects, withOtherCar } from '../../../src/domain/otherSpellings'

test.each([
  ['SN 00123', 'SN-123'],
  ['sn00123', 'S/N: 123'],
  ['GZ1511-O007', 'GZ1511-0007'],
  ['ZJF-2016-0045', 'ZJF 2016 45'],
  ['编号：000451', '451'],
])('%s and %s may be one item', (one, other) => {
  expect(looseSerial(one)).toBe(looseSerial(other))
  expect(looseSerial(one)).not.toBe('')
})

test.each([
  ['SN 00123', 'SN 00124'],
  ['A-1001', 'B-1001'],
  ['2016-0045', '2017-0045'],
])('%s and %s are two items', (one, other) => expect(looseSerial(one)).not.toBe(looseSerial(other)))

test.each(['新', '1#、2#', '无'])('%s tells no item from others', (text) => expect(looseSerial(text)).toBe(''))

test.each([
  ['01', '1车'],
  ['1', '第01节'],
  ['Mc1', 'MC01'],
  ['3号车', '03'],
])('%s and %s may be one car', (one, other) => expect(looseCar(one)).toBe(looseCar(other)))

test.each([
  ['1', '2'],
  ['10', '1'],
  ['M1', 'T1'],
  ['101', '11'],
])('%s and %s are two cars', (one, other) => expect(looseCar(one)).not.toBe(looseCar(other)))

test('an old spelling of a car leads through two merges, and never round in a circle', () => {
  const first = withOtherCar(undefined, '01', '1')
  const both = withOtherCar(first, '1', 'A1')
  expect(['01', '1', 'A1', '２'].map((car) => carNamed(car, both))).toEqual(['A1', 'A1', 'A1', '２'])
  expect(carNamed('01', withOtherCar(both, 'A1', '01'))).toBe('01')
})

test('a spelling under which an item of its own is known leads nowhere', () => {
  const units = [{ serialNo: 'SN-123', aliases: 'SN 00123；123' }, { serialNo: '123' }]
  expect([...serialRedirects(units)]).toEqual([['SN00123', 'SN-123']])
  expect(serialRedirects([{ serialNo: 'B', aliases: 'A', mergedInto: 'c' }]).size).toBe(0)
})

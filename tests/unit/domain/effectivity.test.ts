import { expect, test } from 'vitest'
import { isSerialFrom, reachOf } from '../../../src/domain/effectivity'

const item = { trainNo: '1104', serials: ['ZJF-0101'], batch: '2301', occurredAt: '2026-03-05T08:00' }

test('serials of one family follow their numbers, however many digits; others cannot be put in order', () => {
  expect(isSerialFrom('SN100', 'SN99')).toBe(true)
  expect(isSerialFrom('SN99', 'SN100')).toBe(false)
  expect(isSerialFrom('SN100', 'SN100')).toBe(true)
  expect(isSerialFrom('ZJ-2019-0900', 'ZJ-2020-0001')).toBe(false)
  expect(isSerialFrom('ZJ-2021-0001', 'ZJ-2020-0900')).toBe(true)
  expect(isSerialFrom('ｓｎ１００', 'SN99')).toBe(true)
  expect(isSerialFrom('AB100', 'SN99')).toBeNull()
  expect(isSerialFrom('', 'SN99')).toBeNull()
  expect(isSerialFrom('valve', 'valve')).toBeNull()
  // More digits than a number holds.
  expect(isSerialFrom('900719925474099301', '900719925474099300')).toBe(true)
})

test('an action reaches what its scope names; what is not on record is unknown, not outside', () => {
  expect(reachOf({ effKind: 'serialFrom', effValue: 'ZJF-0100' }, item)).toBe('inside')
  expect(reachOf({ effKind: 'serialFrom', effValue: 'ZJF-0102' }, item)).toBe('outside')
  expect(reachOf({ effKind: 'serialFrom', effValue: 'ZJF-0100' }, { ...item, serials: [] })).toBe('unknown')
  expect(reachOf({ effKind: 'serialFrom', effValue: 'ZJF-0100' }, { ...item, serials: ['QT-1'] })).toBe('unknown')
  expect(reachOf({ effKind: 'batch', effValue: ' 2301 ' }, item)).toBe('inside')
  expect(reachOf({ effKind: 'batch', effValue: '2302' }, item)).toBe('outside')
  expect(reachOf({ effKind: 'batch', effValue: '2302' }, { ...item, batch: '' })).toBe('unknown')
  expect(reachOf({ effKind: 'trains', effValue: '1104、1106' }, item)).toBe('inside')
  expect(reachOf({ effKind: 'dateFrom', effValue: '2026-04-01' }, item)).toBe('outside')
  expect(reachOf({ effKind: 'serialFrom', effValue: '' }, { ...item, serials: [] })).toBe('inside')
})

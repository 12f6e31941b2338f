import { expect, test } from 'vitest'
import { nextRecordNumber, recordNumber } from '../../../src/domain/recordNumber'

test('a number says its kind, its device and its place', () => {
  expect([
    recordNumber('failure', '7b87', 1),
    recordNumber('problem', '7b87', 42),
    recordNumber('knowledge', '7b87', 1234),
  ]).toEqual(['L-7B87-001', 'P-7B87-042', 'K-7B87-1234'])
})

test('the next one follows the highest of this device, whatever others and imports have given', () => {
  expect(nextRecordNumber('problem', '7b87', [])).toBe('P-7B87-001')
  expect(
    nextRecordNumber('problem', '7b87', [
      'P-7B87-002',
      undefined,
      'P-AAAA-900',
      'K-7B87-050',
      'P-7B87-1x',
      'GZ-2016-7',
    ]),
  ).toBe('P-7B87-003')
  expect(nextRecordNumber('problem', '7b87', ['P-7B87-999'])).toBe('P-7B87-1000')
})

test('a device without a code gives no number', () => {
  expect(() => recordNumber('problem', ' ', 1)).toThrow(RangeError)
  expect(() => nextRecordNumber('problem', '', [])).toThrow(RangeError)
  expect(() => recordNumber('failure', '7b87', 0)).toThrow(RangeError)
})

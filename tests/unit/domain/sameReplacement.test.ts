import { describe, expect, test } from 'vitest'
import { isSameReplacement, type ToldReplacement } from '../../../src/domain/sameReplacement'

const LEDGER: ToldReplacement = {
  failureId: 'f1',
  trainId: 't1',
  at: '2016-03-19',
  removedSerial: 'DY1402-0032',
  installedSerial: 'DY1601-0034',
}
const JOURNAL: ToldReplacement = { ...LEDGER, failureId: undefined, position: '1位' }

describe('one physical replacement', () => {
  test.each<[string, Partial<ToldReplacement>]>([
    ['with the same serials, whatever else is known', {}],
    ['with O for 0 and l for 1', { removedSerial: 'DY14O2-0032', installedSerial: 'dyl601-0034' }],
    ['where one side was left empty', { installedSerial: undefined }],
    ['where one side is no serial', { removedSerial: '1#、2#' }],
    ['entered into the journal a month later', { at: '2016-04-20' }],
    ['of a train nobody named', { trainId: undefined }],
  ])('%s', (_, other) => {
    expect(isSameReplacement(LEDGER, { ...JOURNAL, ...other })).toBe(true)
  })

  test.each<[string, Partial<ToldReplacement>]>([
    ['another part came off', { removedSerial: 'DY1402-0033' }],
    ['another went on', { installedSerial: 'DY1601-0035' }],
    ['it is of another train', { trainId: 't2' }],
    ['it is half a year later', { at: '2016-09-19' }],
    ['only one serial is known, and it is weeks apart', { installedSerial: undefined, at: '2016-04-20' }],
    ['it belongs to another failure', { failureId: 'f2' }],
    ['nothing tells the items', { removedSerial: '', installedSerial: '' }],
  ])('but not where %s', (_, other) => {
    expect(isSameReplacement(LEDGER, { ...JOURNAL, ...other })).toBe(false)
  })

  test('of a small part without serials is told by its words, and by its place where both name one', () => {
    const ring: ToldReplacement = { failureId: 'f1', partText: 'O形密封圈', position: '左1' }
    expect(isSameReplacement(ring, { ...ring, position: undefined })).toBe(true)
    expect(isSameReplacement(ring, { ...ring, position: '右1' })).toBe(false)
    expect(isSameReplacement(ring, { ...ring, partText: '滤芯' })).toBe(false)
    expect(isSameReplacement(ring, { ...ring, failureId: 'f2' })).toBe(false)
  })

  test('a removed item and an installed one of one failure, each alone, are not taken for one', () => {
    const off: ToldReplacement = { failureId: 'f1', removedSerial: 'DY1402-0032' }
    const on: ToldReplacement = { failureId: 'f1', installedSerial: 'DY1601-0034' }
    expect(isSameReplacement(off, on)).toBe(false)
    expect(isSameReplacement(off, LEDGER) && isSameReplacement(on, LEDGER)).toBe(true)
  })
})

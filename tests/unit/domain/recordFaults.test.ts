import { expect, test } from 'vitest'
import { faultsOfEdit, recordFaults } from '../../../src/domain/recordFaults'

const kinds = (table: Parameters<typeof recordFaults>[0], record: object): readonly string[] =>
  recordFaults(table, record as Readonly<Record<string, unknown>>).map(({ kind }) => kind)

test('an end before its start is a fault', () => {
  expect(kinds('handlings', { startAt: '2026-05-07T14:30', endAt: '2026-05-07T13:00' })).toEqual(['end-before-start'])
  expect(kinds('handlings', { startAt: '2026-05-07T14:30', endAt: '2026-05-07T14:30' })).toEqual([])
  expect(kinds('effectVerifications', { windowStart: '2026-05-07', windowEnd: '2026-04-30' })).toEqual([
    'end-before-start',
  ])
})

test('what is known less exactly is no fault while it can be true', () => {
  expect(kinds('handlings', { startAt: '2026-05-07T14:30', endAt: '2026-05-07' })).toEqual([])
  expect(kinds('handlings', { startAt: '2026-05-07', endAt: '2026-05' })).toEqual([])
  expect(kinds('handlings', { startAt: '2026-05-07', endAt: '2026-04' })).toEqual(['end-before-start'])
  expect(kinds('handlings', { endAt: '2026-04' })).toEqual([])
  expect(kinds('handlings', { startAt: { unread: '前天', why: 'not-a-date' }, endAt: '2026-04' })).toEqual([])
})

test('a replacement says what was replaced', () => {
  expect(kinds('replacements', { at: '2026-05-07T14:30', isMainFault: true, bomNodeId: 'n1' })).toEqual([
    'nothing-replaced',
  ])
  expect(kinds('replacements', { removedSerial: ' ' })).toEqual(['nothing-replaced'])
  expect(kinds('replacements', { removedSerial: 'ZJF1503' })).toEqual([])
  expect(kinds('replacements', { noSerialReason: '铭牌磨损' })).toEqual([])
})

test('an edit answers for what it brings, not for what stood there before', () => {
  const wrong = { startAt: '2026-05-07', endAt: '2026-05-01', handler: '张工' }
  const kindsOf = (before: Readonly<Record<string, unknown>> | undefined, set: Readonly<Record<string, unknown>>) =>
    faultsOfEdit('handlings', before, set).map(({ kind }) => kind)
  expect(kindsOf(wrong, { handler: '李工' })).toEqual([])
  expect(kindsOf(wrong, { endAt: '2026-05-02' })).toEqual(['end-before-start'])
  expect(kindsOf(wrong, { endAt: '2026-05-08' })).toEqual([])
  expect(kindsOf({ startAt: '2026-05-07' }, { endAt: '2026-05-01' })).toEqual(['end-before-start'])
  expect(kindsOf(undefined, wrong)).toEqual(['end-before-start'])
  expect(faultsOfEdit('replacements', { position: '' }, { custody: [] })).toEqual([])
  expect(faultsOfEdit('replacements', undefined, { custody: [] })).toHaveLength(1)
})

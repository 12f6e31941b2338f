import { expect, test } from 'vitest'
import { doubledFailures } from '../../../src/metrics/doubledFailures'
import { columnsOf, everyRow, type Row } from './smallWorld'

const pairsOf = (rows: readonly Row[]): number => {
  const columns = columnsOf(rows.map((row) => ({ trainId: 't1', ...row })))
  return doubledFailures(columns, everyRow(columns)).length
}

const ONE: Row = { occurredAt: '2016-03-01T08:15', bomNodeId: 'dryer', description: '干燥器排气不止', batchId: 'here' }
const AGAIN: Row = { ...ONE, batchId: 'there' }

test.each<readonly [string, Row]>([
  ['the same row of a file read on another device', AGAIN],
  ['the same part in other words', { ...AGAIN, description: '干燥器一直排气' }],
  ['the same words at a part nobody assigned', { ...AGAIN, bomNodeId: '', nodeText: '' }],
])('%s is the same failure', (_, again) => expect(pairsOf([ONE, again])).toBe(1))

test.each<readonly [string, Row]>([
  ['another minute', { ...AGAIN, occurredAt: '2016-03-01T08:16' }],
  ['another train', { ...AGAIN, trainId: 't2' }],
  ['the same file', { ...AGAIN, batchId: 'here' }],
  ['another car', { ...AGAIN, carNo: '2' }],
  ['merged already', { ...AGAIN, state: 'MERGED' }],
  ['judged another occurrence', { ...AGAIN, duplicateCheck: 'kept' }],
  ['other words at another part', { ...AGAIN, bomNodeId: 'valve', description: '漏风' }],
])('%s makes another failure', (_, again) => expect(pairsOf([{ ...ONE, carNo: '1' }, again])).toBe(0))

test('where only the day is known, only the same words are the same failure', () => {
  const day = { ...ONE, occurredAt: '2016-03-01' }
  expect(pairsOf([day, { ...day, batchId: 'there' }])).toBe(1)
  expect(pairsOf([day, { ...day, batchId: 'there', description: '干燥器不工作' }])).toBe(0)
})

test('three of a kind are two doubles of the first', () => {
  const columns = columnsOf([ONE, AGAIN, { ...AGAIN, batchId: 'elsewhere' }].map((row) => ({ trainId: 't1', ...row })))
  const [first, second] = doubledFailures(columns, everyRow(columns))
  expect(first?.[0]).toBe(second?.[0])
  expect(first?.[1]).not.toBe(second?.[1])
})

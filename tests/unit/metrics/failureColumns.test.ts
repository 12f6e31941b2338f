import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NUMBER_FIELDS, TEXT_FIELDS } from '../../../src/metrics/columnDescriptions'
import {
  bytesPerRow,
  emptyColumns,
  idAt,
  liveRows,
  packColumns,
  putRow,
  rowOf,
  textAt,
  unpackColumns,
  type FailureColumns,
  type PackedColumns,
} from '../../../src/metrics/failureColumns'
import { sortRows } from '../../../src/metrics/failureFilter'
import { packWords } from '../../../src/metrics/packedWords'
import { failureRow } from '../../../src/metrics/failureRow'
import { aRow, columnsOf, type Row } from './smallWorld'

const everything = (columns: FailureColumns) =>
  Array.from({ length: columns.size }, (_, row) => ({
    id: idAt(columns, row),
    text: TEXT_FIELDS.map((field) => textAt(columns, field, row)),
    number: NUMBER_FIELDS.map((field) => columns.number[field][row]),
    flags: columns.flags[row],
  }))

const word = fc.option(fc.constantFrom('', 'A', '漏风', '2016-03-05'), { nil: undefined })
const row: fc.Arbitrary<Row> = fc
  .record({
    deleted: fc.boolean(),
    kept: fc.boolean(),
    no: word,
    description: word,
    batchId: word,
    delayMin: fc.option(fc.nat(), { nil: undefined }),
  })
  .map(({ delayMin, no, description, batchId, ...rest }) => ({
    ...rest,
    ...(no === undefined ? {} : { no }),
    ...(description === undefined ? {} : { description }),
    ...(batchId === undefined ? {} : { batchId }),
    ...(delayMin === undefined ? {} : { delayMin }),
  }))

test('columns packed and unpacked are the same columns, and go on being filled', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const columns = columnsOf(rows)
      const back = unpackColumns(structuredClone(packColumns(columns)))
      if (back === null) throw new Error('a sound pack was refused')
      expect(everything(back)).toEqual(everything(columns))
      for (const columnsNow of [columns, back]) {
        putRow(columnsNow, aRow({ no: 'new', description: '漏风' }, 100))
        if (rows.length > 0) putRow(columnsNow, aRow({ no: 'changed' }, 0))
      }
      expect(everything(back)).toEqual(everything(columns))
    }),
    { seed: 4 },
  )
})

test('a row put again replaces the one before, with nothing left of it', () => {
  const columns = columnsOf([{ no: 'A', description: '漏风', delayMin: 7 }, { no: 'B' }])
  putRow(columns, aRow({ no: 'A2', deleted: true }, 0))
  expect(columns.size).toBe(2)
  expect(rowOf(columns, 'f0')).toBe(0)
  expect([textAt(columns, 'no', 0), textAt(columns, 'description', 0), textAt(columns, 'no', 1)]).toEqual([
    'A2',
    '',
    'B',
  ])
  expect(columns.number.delayMin[0]).toBeNaN()
})

test('columns grow past the room they were given', () => {
  const columns = emptyColumns(1)
  for (let at = 0; at < 5000; at += 1) putRow(columns, aRow({ no: `n${at}`, delayMin: at }, at))
  expect([
    columns.size,
    textAt(columns, 'no', 4999),
    columns.number.delayMin[4999],
    columns.number.odometerKm[4999],
  ]).toEqual([5000, 'n4999', 4999, Number.NaN])
})

describe('a damaged pack is refused, so that it is built anew', () => {
  const sound = () => packColumns(columnsOf([{ no: 'A' }, { no: 'B' }]))
  const withText = (no: PackedColumns['text']['no']): PackedColumns => ({ ...sound(), text: { ...sound().text, no } })

  test.each([
    ['an id lost', () => ({ ...sound(), ids: packWords(['f0']) })],
    ['ids of an older layout', () => ({ ...sound(), ids: 'f0' as never })],
    ['another size', () => ({ ...sound(), size: 3 })],
    ['flags cut', () => ({ ...sound(), flags: new Uint8Array(1) })],
    ['a text column cut', () => withText({ index: new Uint8Array(1), words: packWords(['', 'A', 'B']) })],
    ['a text column missing', () => ({ ...sound(), text: { ...sound().text, no: undefined as never } })],
    ['a word lost', () => withText({ index: sound().text.no.index, words: packWords(['', 'A']) })],
    ['the nothing lost', () => withText({ index: sound().text.no.index, words: packWords(['A', 'B', 'C']) })],
    ['a letter lost', () => withText({ ...sound().text.no, words: { ...sound().text.no.words, texts: ['A'] } })],
    ['a text of words lost', () => withText({ ...sound().text.no, words: { ...sound().text.no.words, texts: [] } })],
    ['a number column cut', () => ({ ...sound(), number: { ...sound().number, qty: new Float64Array(0) } })],
    ['numbers of another kind', () => ({ ...sound(), number: { ...sound().number, qty: [1, 1] as never } })],
  ])('%s', (_, damaged) => {
    expect(unpackColumns(damaged())).toBeNull()
  })
})

test('a column of a company of its own is kept like the others, and a pack made for other columns is built anew', () => {
  const schema = { text: [...TEXT_FIELDS, 'own:paint'], number: [...NUMBER_FIELDS, 'own:noise'] }
  const columns = emptyColumns(2, schema)
  const row = { id: 'f1', deleted: false, kept: false, no: 'A', 'own:paint': '红', 'own:noise': 81.5 }
  putRow(columns, row)
  putRow(columns, { id: 'f2', deleted: false, kept: false, no: 'B' })
  const packed = structuredClone(packColumns(columns))
  const back = unpackColumns(packed, schema)
  const paint = back?.text['own:paint']
  expect([0, 1].map((at) => paint?.wordAt(paint.index[at] ?? 0))).toEqual(['红', ''])
  expect(Array.from(back?.number['own:noise'] ?? [])).toEqual([81.5, Number.NaN])
  expect(unpackColumns(packed)).toBeNull()
  expect(unpackColumns(packColumns(columnsOf([{ no: 'A' }])), schema)).toBeNull()
})

test('no character in a text moves the texts of other failures when the columns are read again', () => {
  const words = ['漏风\u0001再漏', '\u0000', '\u0001', '\u0001\u0001', '\ud800', '一\n二', '\uffff']
  const columns = columnsOf(words.map((description) => ({ description })))
  const back = unpackColumns(structuredClone(packColumns(columns)))
  expect(back === null ? null : everything(back)).toEqual(everything(columns))
})

describe('the arrays are as wide as what they hold', () => {
  const widths = (columns: FailureColumns) => [
    columns.text.no.index.BYTES_PER_ELEMENT,
    columns.number.odometerKm.BYTES_PER_ELEMENT,
  ]

  test.each([
    [255, [1, 4]],
    [256, [2, 4]],
    [65_536, [4, 4]],
    [70_500, [4, 4]],
  ])('%d different numbers', (count, expected) => {
    const columns = columnsOf(Array.from({ length: count }, (_, at) => ({ no: `n${at}`, odometerKm: at })))
    expect(widths(columns)).toEqual(expected)
    const back = unpackColumns(packColumns(columns))
    for (const read of back === null ? [] : [columns, back])
      expect(
        Array.from({ length: count }, (_, row) => [textAt(read, 'no', row), read.number.odometerKm[row]]).filter(
          ([no, km], at) => no !== `n${at}` || km !== at,
        ),
      ).toEqual([])
    expect(back === null ? null : widths(back)).toEqual(expected)
  })

  test('a number that single precision would change makes its column wider', () => {
    const columns = columnsOf([{ odometerKm: 1_449_000 }, {}, { odometerKm: 16_777_217 }, { odometerKm: 0.1 }])
    expect(Array.from(columns.number.odometerKm.subarray(0, 4))).toEqual([1_449_000, Number.NaN, 16_777_217, 0.1])
  })

  test('one word needs one byte', () => {
    const columns = columnsOf([{ no: 'A' }])
    expect([packColumns(columns).text.no.index.BYTES_PER_ELEMENT, bytesPerRow(columns)]).toEqual([
      1,
      1 + TEXT_FIELDS.length + 4 * NUMBER_FIELDS.length,
    ])
  })
})

test('deleted failures and those of an undone import do not show, unless somebody kept them', () => {
  const columns = columnsOf([
    {},
    { deleted: true },
    { batchId: 'first' },
    { batchId: 'second' },
    { batchId: 'second', kept: true },
    { batchId: 'second', kept: true, deleted: true },
  ])
  expect(Array.from(liveRows(columns, new Set(['second'])))).toEqual([0, 2, 4])
  expect(Array.from(liveRows(columns, new Set()))).toEqual([0, 2, 3, 4])
})

describe('a failure as a row', () => {
  const none = { handlings: [], replacements: [], analyses: [], actions: [] }

  test('has the last handling, every measure once, and a quantity of one when nobody wrote another', () => {
    const row = failureRow(
      { id: 'f', no: 'GZ-1', occurredAt: '2016-03-05T14:30', onMainLine: true, failureClass: ['IND', 'WEAR'] },
      {
        ...none,
        handlings: [
          { measure: '复位', method: 'RESET', endAt: '2016-03-05' },
          { measure: '复位', method: 'RESET' },
          { measure: '更换中继阀', method: 'SWAP_NEW', endAt: '2016-03-07' },
        ],
        replacements: [{ removedSerial: 'A1' }, { removedSerial: 'A2' }, { removedSerial: 'A1' }],
      },
    )
    expect(row).toMatchObject({
      method: 'SWAP_NEW',
      repairedAt: '2016-03-07',
      measure: '复位；更换中继阀',
      removedSerial: 'A1；A2',
      qty: 1,
      onMainLine: 'yes',
      failureClass: 'IND WEAR',
      occurredDay: 16_865,
    })
  })

  test('takes the preliminary cause only until an analysis is there', () => {
    const handlings = [{ prelimCause: '疑似进水', prelimCauseCat: 'ENV' }]
    expect(failureRow({ id: 'f' }, { ...none, handlings })).toMatchObject({ causeCat: 'ENV', causeText: '疑似进水' })
    expect(
      failureRow({ id: 'f' }, { ...none, handlings, analyses: [{ rootCauseCat: 'MFG', rootCauseText: '虚焊' }] }),
    ).toMatchObject({ causeCat: 'MFG', causeText: '虚焊' })
  })

  test('of which only the year is known stands on no day', () => {
    expect(failureRow({ id: 'f', occurredAt: '2016' }, none).occurredDay).toBeUndefined()
    expect(failureRow({ id: 'f', occurredAt: '2016-03' }, none).occurredDay).toBe(16_861)
  })
})

test('stored columns sort as they did before, also after another failure was added', () => {
  const moments = ['2016-03-05T14:30', '2014-01', '2017-12-31', '2016-03-05T09:00']
  const before = columnsOf(moments.map((occurredAt) => ({ occurredAt })))
  const stored = unpackColumns(structuredClone(packColumns(before)))
  if (stored === null) throw new Error('a sound pack was refused')
  const byTime = (columns: FailureColumns) =>
    Array.from(
      sortRows(
        columns,
        liveRows(columns, new Set()),
        [{ field: 'occurredAt', descending: false }],
        (_field, word) => word,
      ),
      (row) => textAt(columns, 'occurredAt', row),
    )
  expect(byTime(stored)).toEqual([...moments].sort())
  putRow(stored, aRow({ occurredAt: '2015-06-01' }, 100))
  expect(byTime(stored)).toEqual([...moments, '2015-06-01'].sort())
  expect(byTime(before)).toEqual([...moments].sort())
})

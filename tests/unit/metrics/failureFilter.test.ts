import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  distinctWords,
  filterRows,
  searchRows,
  sortRows,
  type Filter,
  type LabelOf,
} from '../../../src/metrics/failureFilter'
import { isTextField, type ColumnField } from '../../../src/metrics/columnMeaning'
import { NUMBER_FIELDS, TEXT_FIELDS } from '../../../src/metrics/columnDescriptions'
import { filtersAsText, filtersFromText } from '../../../src/metrics/filterText'
import { fuzzyTest, oneTypoTest, type InitialsOf } from '../../../src/metrics/fuzzyWords'
import { columnsOf, everyRow, type Row } from './smallWorld'

const LABELS: Readonly<Record<string, string>> = {
  NOREL: '不缓解',
  LOWP: '压力不足',
  relay: '中继阀',
  dryer: '干燥器',
  t1: 'CRH380A-2641',
  t2: 'CRH380A-2642',
}
const labelOf: LabelOf = (_, word) => LABELS[word] ?? word
const INITIALS: Readonly<Record<string, string>> = { 中继阀: 'zjf', 干燥器: 'gzq', 不缓解: 'bhj', 压力不足: 'ylbz' }
const initialsOf: InitialsOf = (text) => INITIALS[text] ?? ''

const ROWS: readonly Row[] = [
  {
    no: 'GZ-2016-0001',
    symptomCode: 'NOREL',
    bomNodeId: 'relay',
    trainId: 't1',
    description: '3车制动不缓解',
    delayMin: 12,
    odometerKm: 480_000,
  },
  {
    no: 'GZ-2016-0002',
    symptomCode: 'LOWP',
    bomNodeId: 'dryer',
    trainId: 't2',
    description: '总风压力低，干燥器 漏风',
    measure: '更换干燥剂',
  },
  { no: 'GZ-2016-0003', trainId: 't1', description: '中继阀排风口漏风', delayMin: 3, reportedSerial: 'ZJ1306-0062' },
  { no: 'GZ-2017-0004', symptomCode: 'NOREL', bomNodeId: 'relay', delayMin: 0 },
]
const columns = columnsOf(ROWS)
const passing = (...filters: readonly Filter[]): readonly number[] =>
  Array.from(filterRows(columns, everyRow(columns), filters, labelOf, initialsOf))
const found = (query: string): readonly number[] =>
  Array.from(searchRows(columns, everyRow(columns), query, labelOf, initialsOf))

describe('a filter', () => {
  test('on exact values takes the stored word, not the label, and nothing like it', () => {
    expect(passing({ field: 'symptomCode', op: 'is', values: ['NOREL'] })).toEqual([0, 3])
    expect(passing({ field: 'symptomCode', op: 'is', values: ['NOREL', 'LOWP'] })).toEqual([0, 1, 3])
    expect(passing({ field: 'symptomCode', op: 'is', values: ['NORE'] })).toEqual([])
    expect(passing({ field: 'symptomCode', op: 'is', values: [''] })).toEqual([2])
  })

  test('on other values keeps the blank ones too', () => {
    expect(passing({ field: 'symptomCode', op: 'not', values: ['NOREL'] })).toEqual([1, 2])
  })

  test('on blank or filled works for text and for numbers, and zero is filled', () => {
    expect(passing({ field: 'symptomCode', op: 'blank' })).toEqual([2])
    expect(passing({ field: 'bomNodeId', op: 'filled' })).toEqual([0, 1, 3])
    expect(passing({ field: 'delayMin', op: 'blank' })).toEqual([1])
    expect(passing({ field: 'delayMin', op: 'filled' })).toEqual([0, 2, 3])
  })

  test('between two numbers includes both, may be open on a side, and never takes a blank', () => {
    expect(passing({ field: 'delayMin', op: 'between', from: 3, to: 12 })).toEqual([0, 2])
    expect(passing({ field: 'delayMin', op: 'between', to: 3 })).toEqual([2, 3])
    expect(passing({ field: 'delayMin', op: 'between' })).toEqual([0, 2, 3])
  })

  test('in words reads the label as people see it', () => {
    expect(passing({ field: 'symptomCode', op: 'like', query: '缓解' })).toEqual([0, 3])
    expect(passing({ field: 'trainId', op: 'like', query: '380a 41' })).toEqual([0, 2])
  })

  test('narrows together with the others', () => {
    expect(
      passing({ field: 'symptomCode', op: 'is', values: ['NOREL'] }, { field: 'delayMin', op: 'between', from: 1 }),
    ).toEqual([0])
  })
})

describe('words', () => {
  const matches = (query: string, label: string, initials: InitialsOf | null = initialsOf): boolean =>
    fuzzyTest(query, initials)(label)

  test.each([
    ['中继', '中继阀'],
    ['阀', '中继阀'],
    ['ＢＫ－１２１０', 'bk-1210'],
    ['BK 1210', 'bk-1210'],
    ['漏风', '排风口 漏 风'],
    ['zj*0062', 'ZJ1306-0062'],
    ['中*阀', '中继阀'],
    ['zjf', '中继阀'],
    ['zj', '中继阀'],
    ['relai', 'relay valve'],
    ['rlay', 'relay valve'],
    ['relaay', 'relay valve'],
  ])('“%s” finds “%s”', (query, label) => {
    expect(matches(query, label)).toBe(true)
  })

  test.each([
    ['中断阀', '中继阀'],
    ['中继阀 漏', '中继阀'],
    ['阀*中', '中继阀'],
    ['fjz', '中继阀'],
    ['rxlax', 'relay valve'],
    ['abd', 'abc'],
    ['z.f', '中继阀'],
  ])('“%s” does not find “%s”', (query, label) => {
    expect(matches(query, label)).toBe(false)
  })

  test('initials are only tried where a dictionary of them is there', () => {
    expect(matches('zjf', '中继阀', null)).toBe(false)
  })

  test('nothing typed finds everything', () => {
    expect(matches('  ', '中继阀')).toBe(true)
  })

  test('one letter changed, left out or added is found anywhere in a text', () => {
    const text = fc.array(fc.constantFrom(...'abcd'), { minLength: 4, maxLength: 12 })
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.nat(),
        fc.constantFrom(...'abcdxyz'),
        fc.constantFrom('change', 'add', 'leave out'),
        (before, token, after, at, letter, slip) => {
          const place = at % token.length
          const typed =
            slip === 'change'
              ? token.with(place, letter)
              : slip === 'add'
                ? token.toSpliced(place, 0, letter)
                : token.toSpliced(place, 1)
          expect(oneTypoTest(typed.join(''))([...before, ...token, ...after].join(''))).toBe(true)
        },
      ),
      { seed: 1 },
    )
  })
})

describe('a search', () => {
  test('finds each word in whatever field it stands', () => {
    expect(found('漏风')).toEqual([1, 2])
    expect(found('中继阀')).toEqual([0, 2, 3])
    expect(found('中继阀 漏风')).toEqual([2])
    expect(found('2641 不缓解')).toEqual([0])
    expect(found('干燥剂')).toEqual([1])
    expect(found('zj1306-0062')).toEqual([2])
    expect(found('gz-2017')).toEqual([3])
  })

  test('takes initials of labels', () => {
    expect(found('zjf')).toEqual([0, 3])
  })

  test('looks past blanks and full-width forms', () => {
    expect(found('干燥器漏风')).toEqual([1])
    expect(found('ＧＺ－２０１６－０００２')).toEqual([1])
  })

  test('finds nothing where one word stands nowhere', () => {
    expect(found('漏风 救援')).toEqual([])
  })
})

describe('sorting', () => {
  const sorted = (rows: readonly Row[], field: ColumnField, descending: boolean): readonly number[] => {
    const columns = columnsOf(rows)
    return Array.from(sortRows(columns, everyRow(columns), [{ field, descending }], labelOf))
  }

  test('puts blanks last in both directions', () => {
    const rows = [{}, { delayMin: 5 }, { delayMin: 0 }, {}, { delayMin: 30 }]
    expect(sorted(rows, 'delayMin', false)).toEqual([2, 1, 4, 0, 3])
    expect(sorted(rows, 'delayMin', true)).toEqual([4, 1, 2, 0, 3])
    const texts = [{}, { no: 'B' }, { no: 'A' }, {}]
    expect(sorted(texts, 'no', false)).toEqual([2, 1, 0, 3])
    expect(sorted(texts, 'no', true)).toEqual([1, 2, 0, 3])
  })

  test('keeps equal rows in their order in both directions', () => {
    const rows = [{ symptomCode: 'B' }, { symptomCode: 'A' }, { symptomCode: 'B' }, { symptomCode: 'A' }]
    expect(sorted(rows, 'symptomCode', false)).toEqual([1, 3, 0, 2])
    expect(sorted(rows, 'symptomCode', true)).toEqual([0, 2, 1, 3])
  })

  test('orders moments by time, the coarse one before the finer one it holds', () => {
    expect(
      sorted(
        [
          { occurredAt: '2016-03-05T14:30' },
          { occurredAt: '2016-03' },
          { occurredAt: '2015-12-31' },
          { occurredAt: '2016' },
          { occurredAt: '2016-03-05' },
        ],
        'occurredAt',
        false,
      ),
    ).toEqual([2, 3, 1, 4, 0])
  })

  test('orders labels, not stored words, and numbers in them as numbers', () => {
    expect(sorted([{ no: 'GZ-10' }, { no: 'GZ-9' }, { no: 'GZ-100' }], 'no', false)).toEqual([1, 0, 2])
    expect(sorted([{ bomNodeId: 'relay' }, { bomNodeId: 'dryer' }], 'bomNodeId', false)).toEqual([1, 0])
  })

  test('by several columns lets the first decide, and the next among its equals', () => {
    const columns = columnsOf([
      { symptomCode: 'B', delayMin: 1 },
      { symptomCode: 'A', delayMin: 5 },
      { symptomCode: 'B', delayMin: 9 },
      { symptomCode: 'A' },
    ])
    const by = [
      { field: 'symptomCode', descending: false },
      { field: 'delayMin', descending: true },
    ] as const
    expect(Array.from(sortRows(columns, everyRow(columns), by, labelOf))).toEqual([1, 3, 2, 0])
  })

  test('of a large dictionary is the order of the characters', () => {
    const word = fc.string({ unit: fc.constantFrom(...'01-AZ中阀'), maxLength: 9 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.boolean(), (words, descending) => {
        const rows = words.map((occurredAt) => ({ occurredAt: '', state: occurredAt }))
        const columns = columnsOf(rows)
        // Descriptions of 200,000 failures are compared character by character; moments always are.
        columns.text.occurredAt = columns.text.state
        const mine = Array.from(
          sortRows(columns, everyRow(columns), [{ field: 'occurredAt', descending }], labelOf),
          (row) => words[row] ?? '',
        )
        const filled = words.filter((word) => word !== '').sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        expect(mine).toEqual([...(descending ? filled.reverse() : filled), ...words.filter((word) => word === '')])
      }),
      { seed: 2 },
    )
  })
})

test('distinct words come with their counts, most frequent first', () => {
  expect(distinctWords(columns, everyRow(columns), 'symptomCode')).toEqual([
    { word: 'NOREL', count: 2 },
    { word: '', count: 1 },
    { word: 'LOWP', count: 1 },
  ])
})

describe('filters as a line of text', () => {
  const text = fc.string({ unit: 'binary' })
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
  const filter: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({
      field: fc.constantFrom(...TEXT_FIELDS),
      op: fc.constantFrom('is' as const, 'not' as const),
      values: fc.array(text, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ field: fc.constantFrom(...TEXT_FIELDS), op: fc.constant('like' as const), query: text }),
    fc.record({
      field: fc.constantFrom<ColumnField>(...TEXT_FIELDS, ...NUMBER_FIELDS),
      op: fc.constantFrom('blank' as const, 'filled' as const),
    }),
    fc.record(
      { field: fc.constantFrom(...NUMBER_FIELDS), op: fc.constant('between' as const), from: number, to: number },
      { requiredKeys: ['field', 'op'] },
    ),
  )

  test('read back are the same filters', () => {
    fc.assert(
      fc.property(fc.array(filter, { maxLength: 5 }), (filters) => {
        expect(filtersFromText(filtersAsText(filters))).toEqual(filters)
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  test('look as people may type them', () => {
    expect(
      filtersAsText([
        { field: 'symptomCode', op: 'is', values: ['NOREL', 'LOWP'] },
        { field: 'description', op: 'like', query: '漏风 1.5' },
      ]),
    ).toBe('symptomCode.is.NOREL,LOWP~description.like.漏风 1%2E5')
  })

  test('leave out parts nobody understands', () => {
    expect(filtersFromText('wheel.is.A~symptomCode.looks.B~delayMin.is.3~delayMin.between.5,')).toEqual([
      { field: 'delayMin', op: 'between', from: 5 },
    ])
    expect(isTextField('wheel')).toBe(false)
  })
})

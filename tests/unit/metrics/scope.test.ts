import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import { judge, POPULATIONS, type Judged, type Population } from '../../../src/metrics/judgement'
import { idAt } from '../../../src/metrics/failureColumns'
import { rowsInScope, UNASSIGNED, type Scope } from '../../../src/metrics/scope'
import { aFleet, columnsOf, everyRow, NODES, type Row } from './smallWorld'

describe('what counts', () => {
  const failure = (fields: Partial<Judged>): Judged => ({
    state: 'CLOSED',
    relevance: '',
    chargeable: '',
    serviceImpact: '',
    delayMin: Number.NaN,
    ...fields,
  })
  const verdicts = (fields: Partial<Judged>) => POPULATIONS.map((population) => judge(failure(fields), population))

  test('a failure that nobody has judged counts among all and waits everywhere else', () => {
    expect(verdicts({})).toEqual(['counted', 'not-yet-judged', 'not-yet-judged', 'not-yet-judged'])
    expect(verdicts({ relevance: 'PEND', chargeable: 'OWN', serviceImpact: 'OFFLINE' })).toEqual([
      'counted',
      'not-yet-judged',
      'not-yet-judged',
      'not-yet-judged',
    ])
    expect(judge(failure({ relevance: 'REL', chargeable: 'PEND' }), 'chargeable')).toBe('not-yet-judged')
  })

  test('a failure that is not relevant is so in every narrower population', () => {
    expect(verdicts({ relevance: 'NREL', chargeable: 'OWN', serviceImpact: 'OFFLINE' })).toEqual([
      'counted',
      'not-relevant',
      'not-relevant',
      'not-relevant',
    ])
  })

  test.each([
    ['OWN', 'counted'],
    ['SUP', 'counted'],
    ['OPR', 'not-chargeable'],
    ['INT', 'not-chargeable'],
    ['EXT', 'not-chargeable'],
    ['NONE', 'not-chargeable'],
  ])('responsibility %s is %s', (chargeable, verdict) => {
    expect(judge(failure({ relevance: 'REL', chargeable }), 'chargeable')).toBe(verdict)
  })

  test.each([
    ['DELAY', 4, 'not-service-affecting'],
    ['DELAY', 5, 'counted'],
    ['DELAY', Number.NaN, 'counted'],
    ['OFFLINE', 0, 'counted'],
    ['RESCUE', Number.NaN, 'counted'],
    ['TEMPREPAIR', 60, 'not-service-affecting'],
    ['NONE', Number.NaN, 'not-service-affecting'],
  ])('%s of %d minutes is %s', (serviceImpact, delayMin, verdict) => {
    expect(judge(failure({ relevance: 'REL', serviceImpact, delayMin }), 'service')).toBe(verdict)
  })

  test.each(['CANCELLED', 'MERGED'])('%s reports count nowhere', (state) => {
    expect(new Set(verdicts({ state, relevance: 'REL', chargeable: 'OWN', serviceImpact: 'OFFLINE' }))).toEqual(
      new Set(['cancelled-or-merged']),
    )
  })
})

const scopeOf = (scope: Partial<Scope> = {}, from?: string, to?: string): Scope => ({
  population: 'all',
  vehicleTypes: [],
  depotIds: [],
  partBasis: 'analysed',
  ...(from === undefined ? {} : { from: dayNumber(from) }),
  ...(to === undefined ? {} : { to: dayNumber(to) }),
  ...scope,
})

function placed(rows: readonly Row[], scope: Scope, fleet = aFleet({ nodes: NODES })) {
  const columns = columnsOf(rows)
  const { counted, excluded } = rowsInScope({ columns, live: everyRow(columns), fleet }, scope)
  return {
    counted: Array.from(counted),
    excluded: Object.fromEntries(Object.entries(excluded).map(([why, rows]) => [why, Array.from(rows)])),
  }
}

describe('a failure that was set aside', () => {
  const rows = [{ no: 'F0' }, { no: 'F1' }, { no: 'F2', state: 'CANCELLED' }].map((row) => ({
    occurredAt: '2016-05-01',
    ...row,
  }))
  test('is not counted and says why, and nobody else goes with it', () => {
    expect(placed(rows, scopeOf()).counted).toEqual([0, 1])
    const columns = columnsOf(rows)
    const without = [idAt(columns, 1), 'nobody']
    expect(placed(rows, scopeOf({ without }))).toEqual({
      counted: [0],
      excluded: { 'set-aside': [1], 'cancelled-or-merged': [2] },
    })
  })
})

describe('the period', () => {
  test('holds its first day and not the day it ends on', () => {
    const rows = [
      { occurredAt: '2015-12-31' },
      { occurredAt: '2016-01-01T00:00' },
      { occurredAt: '2016-12-31T23:59' },
      { occurredAt: '2017-01-01' },
    ]
    expect(placed(rows, scopeOf({}, '2016-01-01', '2017-01-01'))).toEqual({ counted: [1, 2], excluded: {} })
  })

  test('a failure without a date is left out and says why', () => {
    expect(placed([{ occurredAt: '2016-05-01' }, {}], scopeOf({}, '2016-01-01', '2017-01-01'))).toEqual({
      counted: [0],
      excluded: { 'date-unknown': [1] },
    })
  })

  test('a failure of which only the year is known counts only where the whole year lies inside', () => {
    const rows = [{ occurredAt: '2016' }]
    expect(placed(rows, scopeOf({}, '2016-01-01', '2017-01-01')).counted).toEqual([0])
    expect(placed(rows, scopeOf({}, '2015-06-01', '2018-01-01')).counted).toEqual([0])
    expect(placed(rows, scopeOf({}, '2016-01-02', '2017-01-01'))).toEqual({
      counted: [],
      excluded: { 'date-too-coarse': [0] },
    })
    expect(placed(rows, scopeOf({}, '2016-01-01', '2016-07-01'))).toEqual({
      counted: [],
      excluded: { 'date-too-coarse': [0] },
    })
    expect(placed(rows, scopeOf({}, '2017-01-01', '2018-01-01'))).toEqual({ counted: [], excluded: {} })
  })

  test('the day it was repaired or closed bounds a year', () => {
    expect(
      placed([{ occurredAt: '2016', repairedAt: '2016-06-30' }], scopeOf({}, '2016-01-01', '2016-07-01')).counted,
    ).toEqual([0])
    expect(
      placed([{ occurredAt: '2016', closedAt: '2016-06-30T12:00' }], scopeOf({}, '2016-01-01', '2016-07-01')).counted,
    ).toEqual([0])
    expect(
      placed([{ occurredAt: '2016', repairedAt: '2016-07-01' }], scopeOf({}, '2016-01-01', '2016-07-01')).excluded,
    ).toEqual({ 'date-too-coarse': [0] })
    expect(
      placed([{ occurredAt: '2016', repairedAt: '2017-02-01' }], scopeOf({}, '2016-01-01', '2016-07-01')).excluded,
    ).toEqual({ 'date-too-coarse': [0] })
    expect(placed([{ occurredAt: '2016', repairedAt: '2016-03-01' }], scopeOf({}, '2016-04-01', '2017-04-01'))).toEqual(
      { counted: [], excluded: {} },
    )
  })
})

describe('the node', () => {
  const rows = [
    { bomNodeId: 'control' },
    { bomNodeId: 'relay' },
    { bomNodeId: 'membrane' },
    { bomNodeId: 'dryer' },
    {},
    { bomNodeId: 'gone' },
  ].map((row) => ({ ...row, occurredAt: '2016-05-01' }))
  const countedAt = (nodeId: string) => placed(rows, scopeOf({ nodeId })).counted

  test('holds everything below it', () => {
    expect(countedAt('control')).toEqual([0, 1, 2])
    expect(countedAt('relay')).toEqual([1, 2])
    expect(countedAt('membrane')).toEqual([2])
  })

  test('that nobody assigned holds failures without a part and with one that is gone', () => {
    expect(countedAt(UNASSIGNED)).toEqual([4, 5])
  })
})

describe('the trains', () => {
  const trains = [
    { id: 'a', vehicleType: 'CRH380A', depotId: 'north' },
    { id: 'b', vehicleType: 'HXD3C', depotId: 'north' },
    { id: 'c', vehicleType: 'CRH380A', depotId: 'south' },
  ]
  const rows = ['a', 'b', 'c', ''].map((trainId) => ({
    occurredAt: '2016-05-01',
    ...(trainId === '' ? {} : { trainId }),
  }))

  test('are chosen by type and home depot, and a failure without a train is then left out', () => {
    expect(placed(rows, scopeOf({ vehicleTypes: ['CRH380A'] }), aFleet({ trains }))).toEqual({
      counted: [0, 2],
      excluded: { 'train-unknown': [3] },
    })
    expect(
      placed(rows, scopeOf({ vehicleTypes: ['CRH380A'], depotIds: ['north'] }), aFleet({ trains })).counted,
    ).toEqual([0])
  })

  test('without a choice, a failure without a train counts', () => {
    expect(placed(rows, scopeOf(), aFleet({ trains })).counted).toEqual([0, 1, 2, 3])
  })
})

test.each<[Population, readonly number[], Readonly<Record<string, readonly number[]>>]>([
  ['all', [0, 1, 2, 3], { 'cancelled-or-merged': [4] }],
  ['relevant', [0, 1], { 'not-relevant': [2], 'not-yet-judged': [3], 'cancelled-or-merged': [4] }],
  [
    'chargeable',
    [0],
    { 'not-chargeable': [1], 'not-relevant': [2], 'not-yet-judged': [3], 'cancelled-or-merged': [4] },
  ],
])('population %s counts and explains each row of the scope', (population, counted, excluded) => {
  const rows = [
    { relevance: 'REL', chargeable: 'OWN' },
    { relevance: 'REL', chargeable: 'EXT' },
    { relevance: 'NREL' },
    {},
    { relevance: 'REL', chargeable: 'OWN', state: 'CANCELLED' },
  ].map((row) => ({ ...row, occurredAt: '2016-05-01' }))
  expect(placed(rows, scopeOf({ population }))).toEqual({ counted, excluded })
})

test.each([300, 70_500])('%d different words in a judged field change no verdict', (count) => {
  // A foreign ledger may hold whatever words it likes where a code is expected.
  const rows = Array.from({ length: count }, (_, at) => ({
    occurredAt: '2016-05-01',
    state: `S${at}`,
    relevance: at % 3 === 0 ? `R${at}` : 'REL',
    chargeable: at % 2 === 0 ? `C${at}` : 'OWN',
    serviceImpact: at % 5 === 0 ? `I${at}` : 'OFFLINE',
  }))
  const [columns, fleet] = [columnsOf(rows), aFleet({ nodes: NODES })]
  const countedBy = (population: Population): number =>
    rowsInScope({ columns, live: everyRow(columns), fleet }, scopeOf({ population })).counted.length
  const expected = (passes: (at: number) => boolean): number => rows.filter((_, at) => passes(at)).length
  expect([countedBy('all'), countedBy('relevant'), countedBy('chargeable'), countedBy('service')]).toEqual([
    count,
    expected((at) => at % 3 !== 0),
    expected((at) => at % 3 !== 0 && at % 2 !== 0),
    expected((at) => at % 3 !== 0 && at % 5 !== 0),
  ])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfDay, dayNumber } from '../../../../src/domain/moment'
import { report, type ReportQuestion } from '../../../../src/metrics/reports/report'
import { reportFigures, reportInputs, restatedFigures } from '../../../../src/metrics/reports/reportFigures'
import { REPORT_KIND_NAMES } from '../../../../src/metrics/reports/reportKinds'
import { aFleet, columnsOf, everyRow, NODES, ran, type Row } from '../smallWorld'

const FLEET = aFleet({
  nodes: NODES,
  trains: [
    { id: 't1', depotId: 'north', vehicleType: 'A' },
    { id: 't2', depotId: 'south', vehicleType: 'B' },
    { id: 't3', depotId: 'new', vehicleType: 'B' },
  ],
  readings: [ran('t1', '2015-01-01', '2016-12-31', 731_000), ran('t2', '2015-01-01', '2016-12-31', 731_000)],
})
const MARCH: ReportQuestion = {
  kind: 'monthly',
  scope: {
    from: dayNumber('2016-03-01'),
    to: dayNumber('2016-04-01'),
    population: 'all',
    vehicleTypes: [],
    depotIds: [],
    partBasis: 'analysed',
  },
  today: dayNumber('2016-04-05'),
}
const asked = (rows: readonly Row[], question: Partial<ReportQuestion> = {}) => {
  const columns = columnsOf(rows)
  return report({ columns, live: everyRow(columns), fleet: FLEET }, { ...MARCH, ...question }, (_, word) => word)
}
const at = (occurredAt: string, row: Row = {}): Row => ({ occurredAt, bomNodeId: 'relay', trainId: 't1', ...row })

describe('a monthly report', () => {
  test('sets the period beside the one before, the year before and the year so far', () => {
    const rows = [
      ...['2016-03-01', '2016-03-31', '2016-02-29', '2015-03-31', '2016-04-01', '2016-01-01'].map((date) => at(date)),
      at('2015-01-05'),
    ]
    const { now, before, yearBefore, thisYear } = asked(rows)
    expect([now, before, yearBefore, thisYear].map(({ counted }) => counted.length)).toEqual([2, 1, 1, 4])
    // Two trains of 1,000 km a day.
    expect([now, before, yearBefore].map(({ exposureKm }) => Math.round(exposureKm))).toEqual([62_000, 58_000, 62_000])
    expect(now.isRecorded && yearBefore.isRecorded).toBe(true)
  })

  test('a year before the records began is not a year without failures', () => {
    expect(asked([at('2016-03-01')]).yearBefore.isRecorded).toBe(false)
  })

  test('days to come have no distance yet', () => {
    const { now, isComplete } = asked([at('2016-03-01')], { today: dayNumber('2016-03-10') })
    expect([Math.round(now.exposureKm), isComplete]).toEqual([20_000, false])
  })

  test('names the parts below with their bounds, also those without a failure', () => {
    const { children } = asked([
      at('2016-03-02', { bomNodeId: 'membrane' }),
      at('2016-03-03', { bomNodeId: 'control' }),
      at('2016-02-03', { bomNodeId: 'dryer' }),
    ])
    expect(children.map(({ nodeId, rows, before, quantity }) => [nodeId, rows.length, before, quantity])).toEqual([
      ['control', 2, 0, 8],
      ['dryer', 0, 1, 1],
    ])
    const [control, dryer] = children
    if (control?.mtbf.status !== 'estimated' || dryer?.mtbf.status !== 'estimated') throw new Error('no distance')
    expect(control.mtbf.mtbf).toBeCloseTo((62_000 * 8) / 2, 3)
    expect([dryer.mtbf.mtbf, dryer.mtbf.sided]).toEqual([null, 'lower'])
  })

  test('counts as open what had occurred and was not closed by the last day, oldest first, by state and age', () => {
    const rows = [
      at('2016-03-25', { state: 'ANALYSIS' }),
      at('2016-03-20', { state: 'ANALYSIS' }),
      at('2016-02-01', { state: 'ACTION' }),
      at('2015-11-01', { state: 'CLOSED', closedAt: '2016-04-02' }),
      at('2016-03-02', { state: 'CLOSED', closedAt: '2016-03-31' }),
      at('2016-03-02', { state: 'CLOSED' }),
      at('2016-04-01', { state: 'ANALYSIS' }),
      at('2016-03-02', { state: 'CANCELLED' }),
    ]
    const { ageing, now } = asked(rows)
    expect(Array.from(ageing.open)).toEqual([3, 2, 1, 0])
    expect(ageing.states.map(({ state, counts }) => [state, counts])).toEqual([
      ['ANALYSIS', [1, 1, 0, 0]],
      ['ACTION', [0, 0, 1, 0]],
      ['closed-since', [0, 0, 0, 1]],
    ])
    expect([ageing.closedUndated, now.closing.closed, now.closing.medianDays]).toEqual([1, 1, 29])
  })

  test('a repeat counts in the period of its second failure', () => {
    const { repeats } = asked([
      at('2016-02-20'),
      at('2016-03-05'),
      at('2015-03-05', { trainId: 't2' }),
      at('2016-03-06', { trainId: 't2' }),
    ])
    expect([Array.from(repeats.rows), repeats.comparable, repeats.pairs.length]).toEqual([[1], 2, 1])
  })

  test('a silent site is missing only when its rhythm says that reports should have come', () => {
    // North reported every three days and has been silent for 40; south reported twice a year and has been for 60.
    const north = Array.from({ length: 100 }, (_, nth) =>
      at(dateOfDay(dayNumber('2016-02-20') - 3 * nth), { depotId: 'north' }),
    )
    const { sites } = asked([
      ...north,
      at('2015-06-01', { depotId: 'south', trainId: 't2' }),
      at('2016-01-31', { depotId: 'south', trainId: 't2' }),
      at('2016-03-05', { depotId: 'east' }),
    ])
    expect(sites.map(({ depotId, verdict, reports }) => [depotId, verdict, reports])).toEqual([
      ['north', 'missing', 0],
      ['south', 'quiet', 0],
      ['new', 'no-rhythm', 0],
      ['east', 'handed-in', 1],
    ])
    expect([sites[0]?.silentDays, sites[0]?.expected.toFixed(1)]).toEqual([40, ((100 / 365) * 40).toFixed(1)])
  })
})

describe('a half-year and a yearly report', () => {
  test('count RAM categories as written, else by the effect on service, over train-kilometres', () => {
    const { ram, now } = asked(
      [
        at('2016-03-01', { serviceImpact: 'RESCUE' }),
        at('2016-03-02', { serviceImpact: 'DELAY' }),
        at('2016-03-03', { serviceImpact: 'NONE' }),
        at('2016-03-04', { serviceImpact: 'NONE', ramCategory: 'major' }),
        at('2016-03-05'),
      ],
      { kind: 'ram', scope: { ...MARCH.scope, nodeId: 'control' } },
    )
    expect(ram.map(({ category, rows }) => [category, rows.length])).toEqual([
      ['significant', 1],
      ['major', 2],
      ['minor', 1],
      ['unknown', 1],
      ['all', 5],
    ])
    // Contracts count the kilometres of trains, whatever hangs under the node.
    expect(new Set(ram.map(({ trainKm }) => Math.round(trainKm)))).toEqual(new Set([Math.round(now.exposure.trainKm)]))
    const [significant] = ram
    expect(significant?.mtbf.status === 'estimated' && Math.round(significant.mtbf.mtbf ?? 0)).toBe(62_000)
  })

  test('split failures and distance by the year in service of the train', () => {
    const served = aFleet({
      nodes: NODES,
      trains: [
        { id: 't1', vehicleType: 'A', serviceDate: '2014-07-01' },
        { id: 't2', vehicleType: 'B', serviceDate: '2015-01-01' },
        { id: 't3', vehicleType: 'B' },
      ],
      readings: [ran('t1', '2015-01-01', '2016-12-31', 731_000), ran('t2', '2015-01-01', '2016-12-31', 731_000)],
    })
    const columns = columnsOf([
      at('2015-02-01'),
      at('2015-12-01'),
      at('2015-03-01', { trainId: 't2' }),
      at('2016-06-30', { trainId: 't2' }),
      at('2016-05-01', { trainId: 't3' }),
    ])
    const ages = report(
      { columns, live: everyRow(columns), fleet: served },
      {
        kind: 'yearly',
        scope: { ...MARCH.scope, from: dayNumber('2016-01-01'), to: dayNumber('2017-01-01') },
        today: dayNumber('2017-06-01'),
      },
      (_, word) => word,
    ).ages
    expect(ages?.lines.map(({ year, trains, rows }) => [year, trains, Array.from(rows)])).toEqual([
      [1, 2, [0, 2]],
      [2, 2, [1, 3]],
      [3, 1, []],
    ])
    // Half a year of the first train, from February on because records begin then, and a year of the second, 1,000 km a day.
    expect(ages?.lines.reduce((sum, { exposureKm }) => sum + exposureKm, 0)).toBeCloseTo(
      2 * 1000 * (dayNumber('2017-01-01') - dayNumber('2015-02-01')),
      0,
    )
    expect(ages?.unknown).toBe(1)
  })

  test('a stored report that did not state a figure is not restated by it', () => {
    const made = asked([at('2016-03-01', { serviceImpact: 'RESCUE' })])
    const older = reportFigures(made).filter(({ name }) => name !== 'ram.failures')
    expect(restatedFigures(older, reportFigures(made))).toEqual([])
  })
})

test('every kind of report agrees with itself, whatever the failures', () => {
  const word = (...words: readonly string[]) => fc.constantFrom('', ...words)
  const row = fc.record({
    occurredAt: fc.oneof(
      fc.constantFrom('', '2016'),
      fc.integer({ min: dayNumber('2014-12-01'), max: dayNumber('2017-01-31') }).map(dateOfDay),
    ),
    bomNodeId: word('control', 'relay', 'membrane', 'dryer', 'gone'),
    trainId: word('t1', 't2', 't9'),
    depotId: word('north'),
    state: fc.constantFrom('CLOSED', 'ANALYSIS', 'CANCELLED'),
    closedAt: word('2016-03-20', '2016-05-01', '2016'),
    severity: word('1', '3'),
    serviceImpact: word('DELAY', 'OFFLINE', 'NONE'),
  })
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 40 }),
      fc.constantFrom(...REPORT_KIND_NAMES),
      fc.integer({ min: dayNumber('2015-01-01'), max: dayNumber('2016-12-31') }),
      fc.integer({ min: 1, max: 400 }),
      (rows, kind, from, length) => {
        const made = asked(rows, {
          kind,
          scope: { ...MARCH.scope, from, to: from + length },
          today: dayNumber('2017-06-01'),
        })
        const { now, failures, ageing, vehicleTypes, trend, children, parts } = made
        expect(Array.from(failures).sort((a, b) => a - b)).toEqual(Array.from(now.counted).sort((a, b) => a - b))
        expect(
          ageing.states.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, ageing.ageUnknown),
        ).toBe(ageing.open.length)
        expect(vehicleTypes.reduce((sum, { figures }) => sum + figures.exposureKm, 0)).toBeCloseTo(now.exposureKm, 3)
        for (const lines of [children, parts])
          expect(lines.reduce((sum, line) => sum + line.rows.length, 0)).toBeLessThanOrEqual(now.counted.length)
        const dated = rows.filter(
          ({ occurredAt, state }) =>
            state !== 'CANCELLED' &&
            occurredAt.length > 4 &&
            dayNumber(occurredAt) >= from &&
            dayNumber(occurredAt) < from + length,
        ).length
        expect(failures.length - made.undated).toBe(dated)
        expect(
          made.ram.reduce((sum, { category, rows: ofLine }) => sum + (category === 'all' ? 0 : ofLine.length), 0),
        ).toBe(now.counted.length)
        expect(trend.points.reduce((sum, { rows: ofPoint }) => sum + ofPoint.length, 0)).toBeGreaterThanOrEqual(dated)
        expect(restatedFigures(reportFigures(made), reportFigures(made))).toEqual([])
      },
    ),
    { seed: 4, numRuns: 150 },
  )
})

describe('a stored report', () => {
  const RECORDED = [at('2016-03-02'), at('2016-02-02'), at('2016-03-09', { state: 'ANALYSIS' })]
  const inputs = (rows: readonly Row[]): string => {
    const columns = columnsOf(rows)
    return [
      ...reportInputs(
        columns,
        FLEET,
        report({ columns, live: everyRow(columns), fleet: FLEET }, MARCH, (_, word) => word),
      ),
    ].join('\n')
  }

  test('names which figures an added failure has changed, and from what to what', () => {
    const changed = restatedFigures(
      reportFigures(asked(RECORDED)),
      reportFigures(asked([...RECORDED, at('2016-03-30', { state: 'ANALYSIS' })])),
    )
    expect(changed).toEqual(
      expect.arrayContaining([
        { name: 'now.failures', of: '', was: 2, is: 3 },
        { name: 'open', of: '', was: 1, is: 2 },
        { name: 'trend.failures', of: '2016-03', was: 2, is: 3 },
      ]),
    )
    expect(changed.some(({ name }) => name.startsWith('before.'))).toBe(false)
  })

  test('has other inputs when a field of a counted failure changes, and the same when an unrelated one does', () => {
    const [first, ...rest] = RECORDED
    expect(inputs([{ ...first, description: '漏风' }, ...rest])).not.toBe(inputs(RECORDED))
    expect(inputs([...RECORDED, at('2016-06-30')])).toBe(inputs(RECORDED))
  })
})

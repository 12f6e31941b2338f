import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import { failedPart } from '../../../src/domain/failedPart'
import type { Failure } from '../../../src/domain/records/failure'
import { actionEffect } from '../../../src/metrics/actionEffect'
import { alikeFailures } from '../../../src/metrics/alikeFailures'
import { emptyColumns, liveRows, putRow, type FailureColumns } from '../../../src/metrics/failureColumns'
import { failureRow } from '../../../src/metrics/failureRow'
import { PLAIN_FIT } from '../../../src/metrics/lifeQuestion'
import { nodeAnalysis } from '../../../src/metrics/nodeAnalysis'
import { nodeFigures } from '../../../src/metrics/nodeFigures'
import { nodeGrowth, nodeLife } from '../../../src/metrics/nodeLife'
import { batchOfPart, serialOfPart, type PartBasis } from '../../../src/metrics/partBasis'
import { DEFAULT_RECURRENCE } from '../../../src/metrics/recurrence'
import { report } from '../../../src/metrics/reports/report'
import { reportFigures, reportInputs } from '../../../src/metrics/reports/reportFigures'
import { REPORT_KIND_NAMES } from '../../../src/metrics/reports/reportKinds'
import { reportRows, rowsNamedBy } from '../../../src/metrics/reports/reportRows'
import { asStored, questionOfStored } from '../../../src/metrics/reports/storedQuestion'
import { fleetExposure, rowsInScope, type Scope } from '../../../src/metrics/scope'
import { similarFailures } from '../../../src/metrics/similarFailures'
import { aFleet, NODES, ran } from './smallWorld'

const FLEET = aFleet({
  nodes: [...NODES, { id: 'switch', parentId: 'control', name: '压力开关', partNo: 'BK-1230', qty: 1, order: 2 }],
  trains: ['t1', 't2'].map((id) => ({ id, trainNo: id, vehicleType: 'A', serviceDate: '2015-01-01', depotId: 'd1' })),
  readings: ['t1', 't2'].map((id) => ran(id, '2015-01-01', '2016-12-31', 731_000)),
})
const NODE_IDS = ['control', 'relay', 'membrane', 'dryer', 'switch']
const NOTHING = { handlings: [], replacements: [], analyses: [], actions: [] }

function columnsFrom(failures: readonly Failure[]): FailureColumns {
  const columns = emptyColumns()
  for (const [at, failure] of failures.entries())
    putRow(
      columns,
      failureRow(
        { id: `f${at}`, state: 'CLOSED', ...failure },
        { ...NOTHING, handlings: [{ method: 'SWAP_NEW', measure: '更换' }] },
      ),
    )
  return columns
}
const scopeOf = (partBasis: PartBasis, nodeId?: string): Scope => ({
  population: 'all',
  vehicleTypes: [],
  depotIds: [],
  partBasis,
  ...(nodeId === undefined ? {} : { nodeId }),
})
const period = { from: dayNumber('2015-01-01'), to: dayNumber('2017-01-01') }
const failuresAt = (columns: FailureColumns, partBasis: PartBasis): Readonly<Record<string, number>> => {
  const live = liveRows(columns, new Set())
  const exposure = fleetExposure(FLEET, ['t1', 't2'], period.from, period.to)
  const { counted } = rowsInScope({ columns, live, fleet: FLEET }, scopeOf(partBasis))
  return Object.fromEntries(
    nodeFigures({ columns, fleet: FLEET }, counted, exposure, partBasis).nodes.map(({ nodeId, failures }) => [
      nodeId,
      failures,
    ]),
  )
}

/** Every figure of a world, in one value that can be laid beside another. */
function figuresOf(failures: readonly Failure[], partBasis: PartBasis) {
  const columns = columnsFrom(failures)
  const live = liveRows(columns, new Set())
  const labelOf = (_: string, word: string): string => word
  const ofNode = (nodeId: string | undefined) => {
    const scope = scopeOf(partBasis, nodeId)
    const { scope: _scope, ...analysis } = nodeAnalysis(
      { columns, live, fleet: FLEET },
      scope,
      DEFAULT_RECURRENCE,
      labelOf,
    )
    return {
      analysis,
      growth: nodeGrowth({ columns, live, fleet: FLEET }, scope),
      life:
        nodeId === undefined
          ? null
          : nodeLife({ columns, live, fleet: FLEET }, scope, { ...PLAIN_FIT, measure: 'km', which: 'all' }),
    }
  }
  const reportOf = (kind: (typeof REPORT_KIND_NAMES)[number]) => {
    const question = { kind, scope: { ...scopeOf(partBasis), ...period }, today: period.to }
    const made = report({ columns, live, fleet: FLEET }, question, labelOf)
    return {
      figures: reportFigures(made),
      parts: reportRows(columns, rowsNamedBy(made), partBasis, labelOf).map(({ id, part, serial }) => [
        id,
        part,
        serial,
      ]),
      repeats: made.repeats,
      spares: made.spares,
    }
  }
  return {
    tree: failuresAt(columns, partBasis),
    nodes: [undefined, ...NODE_IDS].map(ofNode),
    reports: REPORT_KIND_NAMES.map(reportOf),
  }
}

const failure: fc.Arbitrary<Failure> = fc
  .record({
    bomNodeId: fc.constantFrom(undefined, ...NODE_IDS),
    actualNodeId: fc.constantFrom(undefined, undefined, ...NODE_IDS),
    occurredAt: fc.integer({ min: 0, max: 729 }).map((day) => {
      const date = new Date(Date.UTC(2015, 0, 1 + day))
      return date.toISOString().slice(0, 10)
    }),
    trainId: fc.constantFrom('t1', 't2'),
    symptomCode: fc.constantFrom('LEAK_INT', 'NOREL'),
    reportedSerial: fc.constantFrom(undefined, 'A1', 'A2'),
    actualSerial: fc.constantFrom(undefined, undefined, 'A1', 'B2'),
  })
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Failure)

const withoutAnalysis = ({ actualNodeId: _node, actualSerial: _serial, ...failure }: Failure): Failure => failure
/** The same failure as if the report had known at once what analysis found. */
function asIfReported(failure: Failure): Failure {
  const { bomNodeId: _node, reportedSerial: _serial, ...rest } = withoutAnalysis(failure)
  const { nodeId, serial } = failedPart(failure)
  return {
    ...rest,
    ...(nodeId === undefined ? {} : { bomNodeId: nodeId }),
    ...(serial === undefined ? {} : { reportedSerial: serial }),
  }
}

describe('a failure counts at the part that analysis found', () => {
  const relayReported: Failure = {
    bomNodeId: 'relay',
    actualNodeId: 'switch',
    occurredAt: '2016-05-01',
    trainId: 't1',
    symptomCode: 'LEAK_INT',
  }

  test('a relay valve was reported, a pressure switch had failed: the tree says one pressure switch', () => {
    const columns = columnsFrom([relayReported])
    expect(failuresAt(columns, 'analysed')).toEqual({ control: 1, relay: 0, membrane: 0, switch: 1, dryer: 0 })
    expect(failuresAt(columns, 'reported')).toEqual({ control: 1, relay: 1, membrane: 0, switch: 0, dryer: 0 })
  })

  test('every figure is the one of reports that had named that part at once; as reported, the one without analyses', () => {
    let moved = 0
    fc.assert(
      fc.property(fc.array(failure, { minLength: 1, maxLength: 12 }), (failures) => {
        const [analysed, reported] = [figuresOf(failures, 'analysed'), figuresOf(failures, 'reported')]
        expect(analysed).toEqual(figuresOf(failures.map(asIfReported), 'reported'))
        expect(reported).toEqual(figuresOf(failures.map(withoutAnalysis), 'analysed'))
        if (JSON.stringify(analysed.tree) !== JSON.stringify(reported.tree)) moved += 1
      }),
      { numRuns: 12 },
    )
    expect(moved).toBeGreaterThan(3)
  })

  test('the effect of an action asks at it', () => {
    const columns = columnsFrom(
      ['2015-02-01', '2015-09-01', '2016-05-01'].map((occurredAt) => ({ ...relayReported, occurredAt })),
    )
    const live = liveRows(columns, new Set())
    const effectAt = (nodeId: string) => {
      const question = { nodeId, symptomCode: '', effectiveDay: dayNumber('2016-01-01'), trainNos: [], items: null }
      const { before, after } = actionEffect({ columns, live, fleet: FLEET }, question)
      return [before.rows.length, after.rows.length]
    }
    expect(effectAt('switch')).toEqual([2, 1])
    expect(effectAt('relay')).toEqual([0, 0])
  })

  test('failures alike are those that failed alike, not those that looked alike', () => {
    const columns = columnsFrom([relayReported, relayReported, withoutAnalysis(relayReported)])
    expect(alikeFailures(columns, liveRows(columns, new Set()), 'f1')).toEqual([0, 1])
  })

  test('whoever writes a report is shown those that looked like it and those that were of this part', () => {
    const columns = columnsFrom([relayReported, { ...relayReported, bomNodeId: 'dryer', actualNodeId: 'relay' }])
    const question = { nodeId: 'relay', symptomCode: '', trainId: '', day: dayNumber('2016-05-02'), text: '' }
    expect(similarFailures({ columns, live: liveRows(columns, new Set()), fleet: FLEET }, question).lately).toEqual([
      0, 1,
    ])
  })
})

describe('the item a failure counts at', () => {
  test.each<[string, Failure, { readonly serial: string; readonly batch: string }]>([
    ['not analysed: as reported', {}, { serial: 'R1', batch: 'B7' }],
    ['the part confirmed', { actualNodeId: 'relay' }, { serial: 'R1', batch: 'B7' }],
    ['another item of that part', { actualNodeId: 'relay', actualSerial: 'R2' }, { serial: 'R2', batch: '' }],
    ['another part, nobody said which item', { actualNodeId: 'switch' }, { serial: '', batch: '' }],
    ['another part, named', { actualNodeId: 'switch', actualSerial: 'S1' }, { serial: 'S1', batch: '' }],
  ])('%s', (_, analysed, expected) => {
    const failure: Failure = { bomNodeId: 'relay', reportedSerial: 'R1', reportedBatch: 'B7', ...analysed }
    const columns = columnsFrom([failure])
    expect({ serial: serialOfPart(columns, 'analysed', 0), batch: batchOfPart(columns, 'analysed', 0) }).toEqual(
      expected,
    )
    expect({ serial: serialOfPart(columns, 'reported', 0), batch: batchOfPart(columns, 'reported', 0) }).toEqual({
      serial: 'R1',
      batch: 'B7',
    })
    const { serial = '', batch = '' } = failedPart(failure)
    expect({ serial, batch }).toEqual(expected)
  })
})

describe('a report on file from before', () => {
  test('is asked again as it was asked, and its fingerprint says that nothing changed', () => {
    const { partBasis: _, ...scope } = scopeOf('reported')
    const json = JSON.stringify({ kind: 'monthly', scope: { ...scope, ...period }, today: period.to })
    const question = questionOfStored(json)
    expect(question.scope.partBasis).toBe('reported')
    expect(JSON.stringify(asStored(question))).toBe(json)
    const inputs = (failures: readonly Failure[]) => {
      const columns = columnsFrom(failures)
      const made = report({ columns, live: liveRows(columns, new Set()), fleet: FLEET }, question, (_, word) => word)
      return [...reportInputs(columns, FLEET, made)]
    }
    const failure: Failure = { bomNodeId: 'relay', occurredAt: '2016-05-01', trainId: 't1' }
    expect(inputs([{ ...failure, actualNodeId: 'switch', actualSerial: 'S1' }])).toEqual(inputs([failure]))
  })

  test('a question counted as analysed comes back as it was asked, and its fingerprint tells what analysis found', () => {
    const question = { kind: 'monthly' as const, scope: { ...scopeOf('analysed'), ...period }, today: period.to }
    expect(questionOfStored(JSON.stringify(question))).toEqual(question)
    const inputs = (actualNodeId: string) => {
      const columns = columnsFrom([{ bomNodeId: 'relay', actualNodeId, occurredAt: '2016-05-01', trainId: 't1' }])
      return [
        ...reportInputs(
          columns,
          FLEET,
          report({ columns, live: liveRows(columns, new Set()), fleet: FLEET }, question, (_, w) => w),
        ),
      ]
    }
    expect(inputs('switch')).not.toEqual(inputs('dryer'))
    expect(inputs('switch')).not.toEqual(inputs('relay'))
  })
})

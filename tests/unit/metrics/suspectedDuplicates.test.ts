import { expect, test } from 'vitest'
import { DEFAULT_RECURRENCE } from '../../../src/metrics/recurrence'
import { nodeAnalysis, type NodeAnalysis } from '../../../src/metrics/nodeAnalysis'
import { aFleet, columnsOf, everyRow, NODES, ran, type Row } from './smallWorld'

const fleet = aFleet({ nodes: NODES, readings: [ran('t1', '2016-01-01', '2016-12-31', 366_000)] })

function analysed(rows: readonly Row[], question = DEFAULT_RECURRENCE): NodeAnalysis {
  const columns = columnsOf(rows.map((row) => ({ trainId: 't1', bomNodeId: 'dryer', ...row })))
  const scope = {
    nodeId: 'dryer',
    population: 'all' as const,
    partBasis: 'analysed' as const,
    vehicleTypes: [],
    depotIds: [],
  }
  return nodeAnalysis({ columns, live: everyRow(columns), fleet }, scope, question, (_, word) => word)
}

const FIRST: Row = { occurredAt: '2016-03-01', symptomCode: 'LEAK', carNo: '3' }
const AGAIN: Row = { occurredAt: '2016-03-02', symptomCode: 'LEAK', carNo: '3' }
const LATER: Row = { occurredAt: '2016-09-01', symptomCode: 'LEAK' }

test('a twin dated next day is suspected, still counted, and the distance without it stands beside', () => {
  const { counted, duplicates, mtbf, mtbfWithoutDuplicates } = analysed([FIRST, AGAIN, LATER])
  expect(counted).toHaveLength(3)
  expect([[...duplicates.rows], [...duplicates.pairs]]).toEqual([[1], [0, 1]])
  const [three, two] = [mtbf.status === 'estimated' ? mtbf.mtbf : null, mtbfWithoutDuplicates?.mtbf ?? null]
  expect((two ?? 0) / (three ?? 1)).toBeCloseTo(1.5, 10)
})

test.each<readonly [string, Row]>([
  ['another symptom', { ...AGAIN, symptomCode: 'NOISE' }],
  ['another car', { ...AGAIN, carNo: '5' }],
  ['three days later', { ...AGAIN, occurredAt: '2016-03-04' }],
  ['judged another occurrence', { ...AGAIN, duplicateCheck: 'kept' }],
  ['no symptom and other words', { occurredAt: '2016-03-02', description: '漏风' }],
])('%s is another failure', (_, again) => {
  expect(analysed([FIRST, again, LATER]).duplicates.rows).toHaveLength(0)
  expect(analysed([FIRST, again, LATER]).mtbfWithoutDuplicates).toBeNull()
})

test('two serials make two failures; the same words without a symptom one, whatever repeats are asked for', () => {
  const worded: Row = { occurredAt: '2016-03-01', description: '干燥器排气不止' }
  const twin: Row = { ...worded, occurredAt: '2016-03-03' }
  expect(
    analysed([
      { ...worded, reportedSerial: 'A' },
      { ...twin, reportedSerial: 'B' },
    ]).duplicates.rows,
  ).toHaveLength(0)
  for (const question of [DEFAULT_RECURRENCE, { days: 1, km: 0, sameSymptom: true }])
    expect([...analysed([worded, twin], question).duplicates.rows]).toEqual([1])
})

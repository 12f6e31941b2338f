import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import { similarFailures, type BeingWritten } from '../../../src/metrics/similarFailures'
import { aFleet, columnsOf, everyRow, NODES, ran, type Row } from './smallWorld'

/** 100 km a day, all through 2016. */
const FLEET = aFleet({
  nodes: NODES,
  trains: [{ id: 't1' }, { id: 't2' }],
  readings: [ran('t1', '2016-01-01', '2016-12-31', 36_600)],
})
const at = (occurredAt: string, row: Row = {}): Row => ({
  trainId: 't2',
  bomNodeId: 'relay',
  symptomCode: 'LEAK_INT',
  occurredAt,
  state: 'CLOSED',
  ...row,
})

function asked(rows: readonly Row[], writing: Partial<BeingWritten> = {}) {
  const columns = columnsOf(rows)
  return similarFailures(
    { columns, live: everyRow(columns), fleet: FLEET },
    {
      nodeId: 'relay',
      symptomCode: 'LEAK_INT',
      trainId: 't1',
      day: dayNumber('2016-06-30'),
      text: '',
      ...writing,
    },
  )
}

describe('while a failure is written', () => {
  test('the same part with the same symptom counts for 90 days, newest first', () => {
    const rows = [
      at('2016-04-01'),
      at('2016-04-02'),
      at('2016-06-01'),
      at('2016-06-02', { symptomCode: 'NOREL' }),
      at('2016-06-03', { bomNodeId: 'dryer' }),
      at('2016-06-04', { state: 'CANCELLED' }),
      at('2016-07-01'),
    ]
    expect(asked(rows).lately).toEqual([2, 1, 0])
    expect(asked(rows, { symptomCode: '' }).lately).toEqual([3, 2, 1, 0])
  })

  test('the same part of the same train within 30 days came back, whatever the symptom', () => {
    const rows = [
      at('2016-06-10', { trainId: 't1', symptomCode: 'NOREL' }),
      at('2016-06-10'),
      at('2016-05-01', { trainId: 't1' }),
    ]
    // In 60 days this train runs 6,000 km, so the older one is within 30,000 km.
    expect(asked(rows).cameBack).toEqual([0, 2])
    expect(asked([at('2016-05-01', { trainId: 't9' })], { trainId: 't9' }).cameBack).toEqual([])
  })

  test('the fix shown is the one whose words are most alike, the newest among equals', () => {
    const rows = [
      at('2016-01-05', { description: '停车后排风口漏风', measure: '换膜片' }),
      at('2016-02-05', { description: '缓解缓慢', measure: '清洗' }),
      at('2016-03-05', { description: '停车后排风口漏风', measure: '换膜片和弹簧' }),
      at('2016-04-05', { description: '停车后排风口漏风' }),
    ]
    expect(asked(rows, { text: '排风口一直漏风' }).lastFix).toBe(2)
    expect(asked(rows, { text: '缓解很慢' }).lastFix).toBe(1)
    expect(asked(rows, { text: 'nothing alike' }).lastFix).toBe(2)
    expect(asked(rows, { symptomCode: 'NOREL', text: '缓解很慢' }).lastFix).toBe(1)
    expect(asked(rows, { symptomCode: 'NOREL', text: 'nothing alike' }).lastFix).toBe(null)
  })

  test('a part nobody knows has nothing alike', () => {
    expect(asked([at('2016-06-01')], { nodeId: 'gone' })).toEqual({ lately: [], cameBack: [], lastFix: null })
  })
})

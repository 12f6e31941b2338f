import { describe, expect, test } from 'vitest'
import { lifeLine, type LifeEvent } from '../../../src/domain/installations'

const A = { trainId: 'A', carNo: '', position: '1车1位' }
const B = { trainId: 'B', carNo: '', position: '3车2位' }
let made = 0
const event = (fields: Partial<LifeEvent>): LifeEvent => ({
  id: `e${(made += 1)}`,
  kind: 'install',
  at: '',
  place: A,
  odometerKm: null,
  reason: '',
  disposition: '',
  replacementId: '',
  failureId: '',
  isImported: false,
  operator: '',
  finding: '',
  note: '',
  ...fields,
})

describe('the life of a serial', () => {
  test('is the periods between installations and removals, whatever order the records come in', () => {
    const events = [
      event({ at: '2025-03-01', place: B, odometerKm: 50_000 }),
      event({ at: '2024-01-10', odometerKm: 100_000 }),
      event({ kind: 'remove', at: '2024-06-10', odometerKm: 180_000, disposition: 'REPAIR' }),
      event({ kind: 'stockIn', at: '2024-08-01' }),
    ]
    const line = lifeLine(events)
    expect(line.installedPeriods.map(({ place, km, days, to }) => [place.trainId, km, days, to === null])).toEqual([
      ['A', 80_000, 152, false],
      ['B', null, null, true],
    ])
    expect([line.now.kind, line.disagreements]).toEqual(['installed', []])
  })

  test('that begins with a removal was installed before the records begin, for nobody knows how long', () => {
    const [installedPeriod] = lifeLine([
      event({ kind: 'remove', at: '2024-06-10', odometerKm: 180_000 }),
    ]).installedPeriods
    expect([installedPeriod?.from, installedPeriod?.km]).toEqual([null, null])
  })

  test.each([
    ['installed-while-installed', [event({ at: '2024-01-01' }), event({ at: '2024-02-01', place: B })]],
    ['removed-elsewhere', [event({ at: '2024-01-01' }), event({ kind: 'remove', at: '2024-02-01', place: B })]],
    [
      'removed-twice',
      [event({ kind: 'remove', at: '2024-01-01', disposition: 'REPAIR' }), event({ kind: 'remove', at: '2024-02-01' })],
    ],
    [
      'installed-while-away',
      [event({ kind: 'remove', at: '2024-01-01', disposition: 'REPAIR' }), event({ at: '2024-02-01', place: B })],
    ],
    [
      'odometer-backwards',
      [event({ at: '2024-01-01', odometerKm: 9 }), event({ kind: 'remove', at: '2024-02-01', odometerKm: 8 })],
    ],
  ] as const)('shows that it is %s, and changes nothing', (kind, events) => {
    expect(lifeLine(events).disagreements.map((found) => found.kind)).toEqual([kind])
  })

  test('an item without a fault found, or only swapped, may go on at once; a scrapped one never', () => {
    const after = (fields: Partial<LifeEvent>) =>
      lifeLine([event({ kind: 'remove', at: '2024-01-01', ...fields })]).now.kind
    expect([
      after({ disposition: 'NFF' }),
      after({ reason: 'CANN', disposition: 'AWAIT' }),
      after({ disposition: 'SCRAP' }),
      after({ disposition: 'RTV' }),
      after({}),
    ]).toEqual(['stock', 'stock', 'scrapped', 'away', 'away'])
  })
})

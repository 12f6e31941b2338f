import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../../src/domain/moment'
import { nodeAnalysis } from '../../../../src/metrics/nodeAnalysis'
import { planOf } from '../../../../src/metrics/plan/plan'
import { planQuestion } from '../../../../src/metrics/plan/planQuestion'
import { DEFAULT_RECURRENCE } from '../../../../src/metrics/recurrence'
import { aFleet, columnsOf, everyRow, NODES, ran } from '../smallWorld'

/** Two trains, 1,000 km a day each, a dryer on either: 60,000 part-km in a month of 30 days. */
const FLEET = aFleet({
  nodes: NODES,
  trains: [{ id: 't1' }, { id: 't2' }],
  readings: ['t1', 't2'].map((train) => ran(train, '2016-01-01', '2016-12-31', 366_000)),
})

function planned(failures: number, inputs: Readonly<Record<string, string>>, designMdbfKm: number | null = null) {
  const columns = columnsOf(
    Array.from({ length: failures }, (_, at) => ({
      trainId: `t${(at % 2) + 1}`,
      bomNodeId: 'dryer',
      occurredAt: `2016-0${(at % 9) + 1}-10`,
    })),
  )
  const analysis = nodeAnalysis(
    { columns, live: everyRow(columns), fleet: FLEET },
    {
      nodeId: 'dryer',
      from: dayNumber('2016-01-01'),
      to: dayNumber('2017-01-01'),
      population: 'all',
      vehicleTypes: [],
      depotIds: [],
      partBasis: 'analysed',
    },
    DEFAULT_RECURRENCE,
    (_, word) => word,
  )
  return planOf(
    { analysis, node: { designMdbfKm, targetFpmk: null, designMtbfH: null }, life: null, growth: null, repairs: null },
    planQuestion((name) => inputs[name] ?? ''),
  )
}

describe('what must happen to show a target', () => {
  test('nothing can be said without one, and that of the design is taken where nobody enters another', () => {
    expect(planned(3, {}).demonstration).toBeNull()
    expect(planned(3, {}, 500_000).demonstration).toMatchObject({ targetKm: 500_000, isOwnTarget: true })
    expect(planned(3, { ptarget: '200' }, 500_000).demonstration).toMatchObject({
      targetKm: 200_000,
      isOwnTarget: false,
    })
  })

  test('500,000 km at 90 %: 1.151 million without a failure, 1.945 with one (NIST factors 2.30 and 3.89)', () => {
    const lines = planned(3, {}, 500_000).demonstration?.lines ?? []
    expect(lines[0]?.exposureKm).toBeCloseTo(1_151_293, -1)
    expect(lines[1]?.exposureKm).toBeCloseTo(1_944_860, -1)
    expect(lines).toHaveLength(6)
    expect(lines[4]?.chances[0]).toBeCloseTo(0.1, 10)
  })

  test('the month it is reached follows from what the fleet runs, or from what is planned', () => {
    const usual = planned(9, {}, 500_000).demonstration
    // Whole months of 29 to 31 days at 2,000 km a day.
    expect(usual?.pace.trainKmAMonth).toBeGreaterThan(60_000)
    expect(usual?.pace.trainKmAMonth).toBeLessThan(61_500)
    const given = planned(9, { ppace: '109.647' }, 500_000).demonstration
    expect(given?.lines[0]?.months).toBeCloseTo(10.5, 3)
    expect(given?.lines[0]?.month).toBe('2017-11')
    expect(planned(9, { ppace: '0.01' }, 500_000).demonstration?.lines[0]?.month).toBeNull()
  })

  test('where the records count, what was run is taken off, and what is shown already needs nothing more', () => {
    const fresh = planned(3, {}, 100_000).demonstration
    const further = planned(3, { pfrom: 'records', pmost: '9' }, 100_000).demonstration
    const km = fresh?.shown?.exposureKm ?? Number.NaN
    expect(further?.shown?.failures).toBe(3)
    // Three failures and c more, over what was run and what is to come: χ²(0.9; 8 + 2c) ÷ 2 = 6.68, 7.99, 9.27 for c = 0, 1, 2.
    for (const [allowed, factor] of [6.681, 7.994, 9.275].entries())
      expect(further?.lines[allowed]?.exposureKm).toBeCloseTo(Math.max(0, factor * 100_000 - km), -3)
    expect(further?.anyOfThem).toBeNull()
  })

  test('a part with one failure shows its distance ÷ 3.8897 at 90 %', () => {
    const shown = planned(1, { pfrom: 'records' }, 500_000).demonstration?.shown
    expect(shown?.mtbfKm).toBeCloseTo((shown?.exposureKm ?? 0) / 3.8897, -2)
  })
})

describe('what the address says', () => {
  test('nonsense is left to the usual', () => {
    const read = (inputs: Readonly<Record<string, string>>) => planQuestion((name) => inputs[name] ?? '')
    expect(read({ ptarget: '-3', pconf: '87', pmost: '2.5', pfrom: 'yesterday', pitems: '0' })).toEqual(read({}))
    expect(read({ pconf: '95', pmost: '0', ptarget: '500' })).toMatchObject({
      confidence: 0.95,
      mostAllowed: 0,
      targetKm: 500_000,
    })
  })
})

describe('the design value as a prior', () => {
  test('nothing is believed without a weight; failures and distances of belief and records add up', () => {
    expect(planned(4, {}, 100_000).prior).toBeNull()
    const shown = planned(4, { pweight: '2' }, 100_000).prior
    expect(shown).toMatchObject({ priorKm: 100_000, isDesign: true, isContradicted: false })
    expect(shown?.prior).toEqual({ shape: 2, exposure: 200_000 })
    expect(shown?.posterior.shape).toBe(6)
    expect(shown?.posterior.exposure).toBeCloseTo(200_000 + (shown?.exposureKm ?? 0), 6)
  })

  test('a belief that the records cannot be true of is called contradicted', () => {
    expect(planned(9, { pprior: '50000', pweight: '20' }).prior?.isContradicted).toBe(true)
  })
})

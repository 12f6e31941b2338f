/** Failures of a window: when a rule speaks, on which failures, and how often it would by chance. */
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../fixtures/demo/seededRandom'
import { dateOfDay, dayNumber } from '../../../../src/domain/moment'
import { idAt } from '../../../../src/metrics/failureColumns'
import { ruleOutlook } from '../../../../src/metrics/alerts/ruleOutlook'
import { NODES, ran, type Row } from '../smallWorld'
import { aRule, daysAfter, groundOf, regularly } from './alertWorld'

const TODAY = '2026-06-30'
/** One failure in ten days for two years, up to the window of thirty days that ends today. */
const EARLIER = regularly('2024-06-01', '2026-05-31', 10)
const inWindow = (count: number, row: Row = {}): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    trainId: 't1',
    bomNodeId: 'relay',
    occurredAt: daysAfter('2026-06-05', at * 2),
    ...row,
  }))

describe('a number of failures in a window', () => {
  const rule = aRule({ what: 'count', each: 'whole', windowDays: 30, threshold: 5 })

  test('speaks at its threshold, of exactly the failures of the window, since the day that reached it', () => {
    expect(ruleOutlook(groundOf([...EARLIER, ...inWindow(4)], TODAY), rule).signals).toEqual([])
    const ground = groundOf([...EARLIER, ...inWindow(6)], TODAY)
    const [signal, ...others] = ruleOutlook(ground, rule).signals
    expect(others).toEqual([])
    expect(Array.from(signal?.rows ?? [], (row) => idAt(ground.data.columns, row))).toEqual(
      [0, 1, 2, 3, 4, 5].map((at) => `f${EARLIER.length + at}`),
    )
    expect(dateOfDay(signal?.since ?? 0)).toBe('2026-06-13')
    expect(signal?.figures).toMatchObject({ count: 6, least: 5, earlier: 73, measure: 'days', among: 1 })
    expect(signal?.figures.expected).toBeCloseTo(3, 1)
  })

  // 0.1 a day, windows of 30: P(N = 4) = e⁻³ 3⁴/4! = 0.16803, so that a fifth comes 365 × 0.1 × 0.16803 = 6.13 times a year.
  test('says how often chance alone reaches it', () => {
    const { perYear } = ruleOutlook(groundOf([...EARLIER, ...inWindow(2)], TODAY), rule)
    expect(perYear).toBeGreaterThan(6.13 * 0.95)
    expect(perYear).toBeLessThan(6.13 * 1.05)
  })

  test('counts after a clearing only what happened later', () => {
    const ground = groundOf([...EARLIER, ...inWindow(6)], TODAY)
    expect(ruleOutlook(ground, rule, () => dayNumber('2026-06-13')).signals).toEqual([])
    const more = groundOf([...EARLIER, ...inWindow(6), ...inWindow(5, { occurredAt: '2026-06-25' })], TODAY)
    expect(ruleOutlook(more, rule, () => dayNumber('2026-06-22')).signals[0]?.figures.count).toBe(5)
  })

  test('looks at one severity only, when told so', () => {
    const severe = aRule({ what: 'count', each: 'whole', windowDays: 30, threshold: 1, severity: '1' })
    expect(ruleOutlook(groundOf([...EARLIER, ...inWindow(6)], TODAY), severe).signals).toEqual([])
    const [signal] = ruleOutlook(groundOf([...EARLIER, ...inWindow(1, { severity: '1' })], TODAY), severe).signals
    expect(signal?.figures.count).toBe(1)
  })
})

describe('a rate that has risen', () => {
  /** 100,000 km a month for two and a half years. */
  const readings = [ran('t1', '2024-01-01', '2026-06-30', 3_000_000)]
  const words = { nodes: NODES, readings }
  const rule = aRule({ what: 'rate', each: 'node', windowDays: 30, falsePerYear: 0.5 })

  test('is told of the part it is in, and not again of those above it', () => {
    const ground = groundOf([...EARLIER, ...inWindow(9, { bomNodeId: 'membrane' })], TODAY, words)
    const { signals, among } = ruleOutlook(ground, rule)
    expect(signals.map(({ subject }) => subject)).toEqual(['node:membrane'])
    expect(among).toBe(3)
    // 8 × 2 × 3 membranes a train, 3,000,000 km over 912 days.
    expect(signals[0]?.figures.exposure).toBeCloseTo((48 * 3_000_000 * 30) / 912, -2)
    expect(signals[0]?.figures.measure).toBe('partKm')
  })

  test('is no rise where the distance has risen as much', () => {
    const fast = [ran('t1', '2024-01-01', '2026-05-31', 2_900_000), ran('t1', '2026-06-01', '2026-06-30', 300_000)]
    const rows = [...EARLIER, ...inWindow(12)]
    expect(ruleOutlook(groundOf(rows, TODAY, words), rule).signals.map(({ subject }) => subject)).toEqual([
      'node:relay',
    ])
    expect(ruleOutlook(groundOf(rows, TODAY, { nodes: NODES, readings: fast }), rule).signals).toEqual([])
  })

  // Two failures a million kilometres agreed; 98,684 km in 30 days let 0.2 be expected.
  test('is held against a rate that was agreed, and says nothing where no distance is known', () => {
    const agreed = aRule({ what: 'rate', each: 'whole', windowDays: 30, threshold: 2, falsePerYear: 0.1 })
    const [signal] = ruleOutlook(groundOf([...EARLIER, ...inWindow(4)], TODAY, words), agreed).signals
    expect(signal?.figures.expected).toBeCloseTo((2 * 3 * 30) / 912, 3)
    expect(ruleOutlook(groundOf([...EARLIER, ...inWindow(9)], TODAY, { nodes: NODES }), agreed).signals).toEqual([])
  })
})

describe('the same train and part again', () => {
  const trains = ['t1', 't2', 't3', 't4'].map((id) => ({ id, trainNo: id, vehicleType: 'CRH380A' }))
  const spread = EARLIER.map((row, at) => ({ ...row, trainId: `t${(at % 4) + 1}` }))
  const rule = aRule({ what: 'recurrence', windowDays: 30, falsePerYear: 1 })

  test('speaks of one train where others fail as ever', () => {
    const ground = groundOf([...spread, ...inWindow(5, { trainId: 't3' })], TODAY, { nodes: NODES, trains })
    const { signals } = ruleOutlook(ground, rule)
    expect(signals.map(({ subject }) => subject)).toEqual(['train:t3+node:relay'])
    expect(signals[0]?.figures.count).toBe(5)
    // 73 failures of four trains in two years: three quarters of one in thirty days of a train.
    expect(signals[0]?.figures.expected).toBeCloseTo(0.75, 1)
  })

  test('is silent where as many failures are spread over the trains', () => {
    const rows = inWindow(5).map((row, at) => ({ ...row, trainId: `t${(at % 4) + 1}` }))
    expect(ruleOutlook(groundOf([...spread, ...rows], TODAY, { nodes: NODES, trains }), rule).signals).toEqual([])
  })
})

/** Twelve trains with parts that fail at constant rates, independently; nothing ever changes. */
function unchangingFleet(seed: number): Row[] {
  const random = seededRandom(seed)
  const start = dayNumber('2021-01-01')
  const yearly = { control: 6, relay: 30, membrane: 3, dryer: 14 }
  return Object.entries(yearly).flatMap(([bomNodeId, rate]) => {
    const rows: Row[] = []
    for (let at = 0; ;) {
      at += (-Math.log(1 - random.next()) * 365) / rate
      if (at >= dayNumber(TODAY) - start) return rows
      const occurredAt = dateOfDay(start + Math.floor(at))
      rows.push({ bomNodeId, trainId: `t${random.between(1, 12)}`, depotId: `d${random.between(1, 5)}`, occurredAt })
    }
  })
}

describe('false alarms of a fleet that never changes', () => {
  const trains = Array.from({ length: 12 }, (_, at) => ({ id: `t${at + 1}`, trainNo: `${at}`, vehicleType: 'CRH380A' }))
  const FLEETS = 150
  const perYearOf = (rule: ReturnType<typeof aRule>): number => {
    let episodes = 0
    for (let seed = 1; seed <= FLEETS; seed += 1)
      episodes += ruleOutlook(groundOf(unchangingFleet(seed * 7919), TODAY, { nodes: NODES, trains }), rule).past ?? 0
    return episodes / FLEETS / 2
  }

  // Counts are whole numbers, dispersion is estimated from few months and parts above repeat nothing: all of it errs to the
  // quiet side, so that the level is a bound; a rule that hardly ever spoke would be none either.
  test.each([
    ['parts', aRule({ what: 'rate', each: 'node', windowDays: 60, falsePerYear: 1 })],
    ['depots', aRule({ what: 'rate', each: 'depot', windowDays: 60, falsePerYear: 1 })],
    ['trains with the same part', aRule({ what: 'recurrence', windowDays: 90, falsePerYear: 1 })],
  ])('%s together give no more than the one a year that is allowed, and are not dumb', (_, rule) => {
    const perYear = perYearOf(rule)
    expect(perYear).toBeLessThan(1.15)
    expect(perYear).toBeGreaterThan(0.15)
  })

  test('a fixed number comes as often as is said of it', () => {
    const rule = aRule({ what: 'count', each: 'whole', windowDays: 30, threshold: 9 })
    let said = 0
    for (let seed = 1; seed <= FLEETS; seed += 1)
      said += ruleOutlook(groundOf(unchangingFleet(seed * 7919), TODAY, { nodes: NODES, trains }), rule).perYear ?? 0
    const found = perYearOf(rule)
    // Crossings come in clumps, and a clearing after a week begins a new count: what is said is the most it can be.
    expect(found).toBeLessThan((said / FLEETS) * 1.1)
    expect(found).toBeGreaterThan((said / FLEETS) * 0.3)
  })
})

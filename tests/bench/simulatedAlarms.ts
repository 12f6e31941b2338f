/** What alarms when nothing has changed: sites that report on as before, parts whose rate stays. */
import { seededRandom, type SeededRandom } from '../../fixtures/demo/seededRandom'
import { dateOfDay } from '../../src/domain/moment'
import { emptyColumns, putRow } from '../../src/metrics/failureColumns'
import { fleetOf } from '../../src/metrics/fleet'
import { exactRateChart } from '../../src/reliability/exactRateChart'
import { handIns } from '../../src/metrics/reports/handIns'
import type { SimulatedRow } from './simulatedRow'
import { analysed, END, fleetFrom, MONTH_DAYS, MONTHS, START, type OneFailure } from './simulatedWorld'

const SITES = 20
const YEARS = 5
const WEEKS = 12

/** Days on which a site reports: visits at a constant rate, each with one report or a few within four days. */
function reportDays(yearly: number, burst: number, { next }: SeededRandom): readonly number[] {
  const days: number[] = []
  for (let at = 0; at < 365 * YEARS;) {
    at += (-Math.log(1 - next()) * 365 * burst) / yearly
    let reports = 1
    while (next() < 1 - 1 / burst) reports += 1
    for (; reports > 0; reports -= 1) days.push(START + Math.floor(at + (burst > 1 ? 4 * next() : 0)))
  }
  return days
}

/** Of one weekly report over all sites, two to five years after they began. */
const namesInnocent =
  (yearly: number, burst: number) =>
  (seed: number): boolean => {
    const random = seededRandom(seed * 15485863 + yearly)
    const columns = emptyColumns(64)
    for (let site = 0; site < SITES; site += 1)
      for (const day of reportDays(yearly, burst, random))
        putRow(columns, {
          id: `f${columns.size}`,
          deleted: false,
          kept: false,
          depotId: `d${site}`,
          occurredAt: dateOfDay(day),
          occurredDay: day,
        })
    const fleet = fleetOf({ products: [], parties: [], bomNodes: [], trains: [], usageReadings: [] })
    const data = { columns, live: Uint32Array.from({ length: columns.size }, (_, row) => row), fleet }
    const scope = { population: 'all' as const, partBasis: 'analysed' as const, vehicleTypes: [], depotIds: [] }
    const to = START + 365 * 2 + 7 * random.between(0, WEEKS * 12)
    return handIns(data, scope, to - 7, to, (id) => id).some(({ verdict }) => verdict === 'missing')
  }

/** Any month beyond its limits, or any run, on the chart of a part whose rate stays. */
const chartSpeaks =
  (failures: number) =>
  (seed: number): boolean | null => {
    const random = seededRandom(seed * 32452843 + failures)
    const months = Array.from({ length: MONTHS }, (_, at) => {
      const exposure = 0.6 + (0.8 * ((at * 5) % 9)) / 9
      return { count: random.poisson((failures / MONTHS) * exposure), exposure }
    })
    const chart = exactRateChart(months)
    if (chart.status !== 'estimated') return null
    return chart.points.some((point) => point.status === 'estimated' && (point.beyond !== null || point.run !== null))
  }

/** Repeats of failures that have nothing to do with each other, or of fixes that do not hold. */
const repeatsSpeak =
  (perTrain: number, badly: number) =>
  (seed: number): boolean | null => {
    const { next, poisson } = seededRandom(seed * 49979687 + perTrain)
    const failures = Array.from({ length: 40 }, (_, train) =>
      Array.from({ length: poisson(perTrain) }, () => START + Math.floor(next() * MONTHS * MONTH_DAYS)).flatMap((day) =>
        (next() < badly ? [day, Math.min(END - 1, day + 1 + Math.floor(10 * next()))] : [day]).map(
          (on): OneFailure => ({ train, day: on }),
        ),
      ),
    ).flat()
    const { recurrence } = analysed(fleetFrom(40, failures))
    return recurrence.status === 'estimated' && recurrence.byChance !== null ? recurrence.byChance.p < 0.05 : null
  }

export const SIMULATED_ALARMS: readonly SimulatedRow[] = [
  ...[4, 20, 61, 303].map((failures): SimulatedRow => ({
    name: `chart of 48 months shows a signal, rate unchanged, ${failures} failures`,
    promise: '10 %',
    within: [0, 0.2],
    once: chartSpeaks(failures),
  })),
  ...[1.5, 7.5, 25].map((perTrain): SimulatedRow => ({
    name: `repeats called more than chance, independent, ${40 * perTrain} failures`,
    promise: '5 %',
    within: [0, 0.12],
    once: repeatsSpeak(perTrain, 0),
  })),
  {
    name: 'repeats called more than chance, 20 % of the fixes do not hold, 300 failures',
    promise: 'none',
    within: [0, 1],
    once: repeatsSpeak(7.5, 0.2),
  },
  ...[
    [2, 1],
    [10, 1],
    [30, 1],
    [100, 1],
    [10, 3],
    [100, 3],
  ].map(([yearly = 0, burst = 1]): SimulatedRow => ({
    name: `week names a silent site, none is, ${SITES} sites of ${yearly} a year${burst > 1 ? ' in bursts' : ''}`,
    promise: '5 %',
    within: [0, 0.12],
    isSlow: true,
    once: namesInnocent(yearly, burst),
  })),
]

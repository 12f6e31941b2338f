/** How many kilometres a bare number of an odometer column stands for, when no header says so. */
import { readOdometer } from '../../cells/readOdometer'
import { readTrainNo } from '../../cells/readTrainNo'
import { dayOf } from './relations'

const UNITS_KM = [1, 1_000, 10_000] as const
const BARE = /^\d[\d,.]*$/
const MOST_TIMES = 5
const FEWEST_DAYS = 15
const FEWEST_STEPS = 3
/** What a train in service runs on a day, in km: a shunter a little, a fast train three thousand. */
const RUNS_KM = [60, 3_500] as const
/** Nobody writes thousands or ten thousands with so many digits. */
const SURELY_KM = 5_000
const MOST_KM = 10_000_000

/** The columns it takes, row by row; empty texts where nothing stands. */
export interface DistanceColumns {
  readonly distances: readonly string[]
  readonly trains: readonly string[]
  readonly days: readonly string[]
}

/** @returns null where the numbers leave it open, so that a person has to say it */
export function distanceUnit(columns: DistanceColumns): number | null {
  const bare = columns.distances.filter((text) => BARE.test(text))
  if (bare.length === 0) return 1
  const middle = median(bare.map((text) => readOdometer(text, 1).km ?? 0))
  const explicit = columns.distances.flatMap((text) =>
    text === '' || BARE.test(text) ? [] : (readOdometer(text, 1).km ?? []),
  )
  if (explicit.length > 0) {
    const told = median(explicit)
    return UNITS_KM.find((unit) => middle * unit * MOST_TIMES > told && middle * unit < told * MOST_TIMES) ?? null
  }
  if (middle >= SURELY_KM) return 1
  const possible = UNITS_KM.filter((unit) => {
    const rate = usualRate(columns, unit)
    return rate !== null && rate >= RUNS_KM[0] && rate <= RUNS_KM[1] && middle * unit < MOST_KM
  })
  return possible.length === 1 ? possible[0]! : hundredths(bare) && possible.includes(10_000) ? 10_000 : null
}

/** People write ten thousands with two decimals. */
const hundredths = (bare: readonly string[]): boolean =>
  bare.filter((text) => /\.\d\d$/.test(text)).length >= bare.length / 2

function usualRate({ distances, trains, days }: DistanceColumns, unitKm: number): number | null {
  const readings = new Map<string, { day: number; km: number }[]>()
  for (const [row, text] of distances.entries()) {
    const day = dayOf(days[row] ?? '')
    const { km } = readOdometer(text, unitKm)
    const { trainNo } = readTrainNo(trains[row] ?? '', '')
    if (day === null || km === undefined || trainNo === undefined) continue
    readings.set(trainNo, [...(readings.get(trainNo) ?? []), { day, km }])
  }
  const rates = [...readings.values()].flatMap((list) => {
    const sorted = list.sort((a, b) => a.day - b.day)
    return sorted.slice(1).flatMap((reading, at) => {
      const apart = reading.day - sorted[at]!.day
      return apart >= FEWEST_DAYS ? [(reading.km - sorted[at]!.km) / apart] : []
    })
  })
  return rates.length < FEWEST_STEPS ? null : median(rates)
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

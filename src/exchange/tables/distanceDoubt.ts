/** Monthly distances of a size no train runs, or none on record: the unit is asked before a figure rests on them. */
import { KM_PER_MILE } from '../cells/readOdometer'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { DistanceDoubt } from './parsedSheet'

/** Of fewer months nothing is said: a train may stand for repair. */
const FEWEST_MONTHS = 4
/** A train in service moves a little every day, and none runs more than 2,000 km on each day of a month. */
const RUNS_A_MONTH_KM = [100, 62_000] as const

const UNITS_KM = [1, 1_000, 10_000, KM_PER_MILE] as const

/** Between one fleet and another months differ less than this; a wrong unit differs more. */
const MOST_TIMES_KNOWN = 8

/**
 * @param knownKm what trains on record usually run in a month; null where no distance is known
 * @returns null where the months look like those of trains
 */
export function distanceDoubt(records: readonly ParsedRecord[], knownKm: number | null): DistanceDoubt | null {
  const months = records.flatMap(({ fields: { km, basis }, raw }) =>
    basis === 'monthly' && typeof km === 'number' && km > 0 ? [{ km, written: numberIn(raw.km) ?? km }] : [],
  )
  if (months.length < FEWEST_MONTHS) return null
  const middle = months.sort((a, b) => a.km - b.km || a.written - b.written)[Math.floor(months.length / 2)] ?? {
    km: 0,
    written: 0,
  }
  const [slowest, fastest] = RUNS_A_MONTH_KM
  const least = Math.max(slowest, (knownKm ?? 0) / MOST_TIMES_KNOWN)
  const most = Math.min(fastest, (knownKm ?? Infinity) * MOST_TIMES_KNOWN)
  if (middle.km >= least && middle.km <= most) return null
  return {
    middleKm: middle.km,
    months: months.length,
    knownKm: knownKm === null ? null : Math.round(knownKm),
    isLarge: middle.km > most,
    units: UNITS_KM.map((unitKm) => ({ unitKm, middleKm: Math.round(middle.written * unitKm) })),
  }
}

function numberIn(written: string | undefined): number | null {
  const number = Number((written ?? '').replaceAll(/[^\d.]/g, ''))
  return number > 0 ? number : null
}

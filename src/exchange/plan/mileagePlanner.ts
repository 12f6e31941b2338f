/** Mileage rows become readings of a train: month-end odometers, kilometres of a month, and yearly totals. */
import type { IdFor } from '../../domain/naturalId'
import { lastDayOfMonth } from '../../domain/moment'
import type { PlannedRecord } from '../../domain/importPlan'
import type { Origin } from '../../domain/records/tables'
import type { UsageReading } from '../../domain/records/usageReading'
import type { KnownRecords } from './knownRecords'
import { originIn } from './originIn'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from '../tables/parsedSheet'
import type { Places } from './trainRegister'
import type { TrainResolver } from './trainResolver'

export interface MileagePlanner {
  readonly addSheet: (
    sheet: ParsedSheet,
    number: number,
  ) => { readonly added: number; readonly alreadyThere: number; readonly differs: number; readonly unreadable: number }
  readonly added: readonly PlannedRecord<'usageReadings'>[]
}

const keyOf = (reading: { subjectId?: string; basis?: string; from?: string; at?: string }): string =>
  `${reading.subjectId}|${reading.basis}|${reading.from ?? ''}|${reading.at}`

export function mileagePlanner(
  known: KnownRecords,
  trains: TrainResolver,
  placesOf: (record: ParsedRecord) => Places,
  idFor: IdFor,
): MileagePlanner {
  const values = new Map(known.usageReadings.map((reading) => [keyOf(reading), reading.value]))
  const added: PlannedRecord<'usageReadings'>[] = []
  function store(reading: UsageReading, origin: Origin): 'added' | 'alreadyThere' | 'differs' {
    const key = keyOf(reading)
    const before = values.get(key)
    if (before !== undefined) return before === reading.value ? 'alreadyThere' : 'differs'
    values.set(key, reading.value)
    const said = { subjectType: 'train', metric: 'km', ...reading }
    added.push({ id: idFor('usageReadings', said), ...said, origin })
    return 'added'
  }

  return {
    added,
    addSheet: (sheet, number) => {
      const counts = { added: 0, alreadyThere: 0, differs: 0, unreadable: 0 }
      const originOf = originIn(number, [])
      for (const record of sheet.records) {
        const { trainNo, vehicleType } = record.fields
        const origin = originOf(record)
        const subjectId = trains.idOf({ trainNo, vehicleType, ...placesOf(record) }, origin)
        const said = readingOf(record)
        if (subjectId === undefined || said === null) counts.unreadable += 1
        else counts[store({ subjectId, ...said }, origin)] += 1
      }
      const spans = spansOfYears(sheet.records)
      for (const total of sheet.totals ?? []) {
        const span = spans.get(total.year)
        const origin: Origin = { sheet: number, row: total.row, cells: { km: total.cell } }
        const subjectId = trains.idOf(total, origin)
        if (span !== undefined && subjectId !== undefined)
          counts[store({ subjectId, ...distanceIn(span, total.km), source: 'ledger' }, origin)] += 1
      }
      return counts
    },
  }
}

interface Months {
  readonly first: string
  readonly last: string
}

const distanceIn = ({ first, last }: Months, value: number) => ({
  basis: 'distance',
  from: `${first}-01`,
  at: lastDayOfMonth(last),
  value,
})

/** What a row says of its train; null without a month or a distance. */
function readingOf({ fields, issues, raw }: ParsedRecord): UsageReading | null {
  const { month, km, basis } = fields
  if (typeof month !== 'string' || typeof km !== 'number') return null
  const isEstimate = issues.some((issue) => issue.code === 'odometer-estimated')
  return {
    ...(basis === 'cumulative'
      ? { basis: 'cumulative', at: lastDayOfMonth(month), value: km }
      : distanceIn({ first: month, last: month }, km)),
    source: isEstimate ? 'estimate' : 'ledger',
    ...(isEstimate && raw.km !== undefined ? { note: raw.km } : {}),
  }
}

/** Months a yearly total of the sheet speaks of: the first and last of the year with any reading. */
function spansOfYears(records: readonly ParsedRecord[]): ReadonlyMap<number, Months> {
  const spans = new Map<number, Months>()
  for (const { fields } of records) {
    if (typeof fields.month !== 'string') continue
    const year = Number(fields.month.slice(0, 4))
    const span = spans.get(year)
    spans.set(year, {
      first: span === undefined || fields.month < span.first ? fields.month : span.first,
      last: span === undefined || fields.month > span.last ? fields.month : span.last,
    })
  }
  return spans
}

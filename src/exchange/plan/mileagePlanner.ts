/** Mileage rows become readings of a train: month-end odometers, kilometres of a month, and yearly totals. */
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
  newId: () => string,
): MileagePlanner {
  const values = new Map(known.usageReadings.map((reading) => [keyOf(reading), reading.value]))
  const added: PlannedRecord<'usageReadings'>[] = []

  return {
    added,
    addSheet: (sheet, number) => {
      const counts = { added: 0, alreadyThere: 0, differs: 0, unreadable: 0 }
      const store = (reading: UsageReading, origin: Origin): void => {
        const key = keyOf(reading)
        const before = values.get(key)
        if (before !== undefined) {
          if (before === reading.value) counts.alreadyThere += 1
          else counts.differs += 1
          return
        }
        values.set(key, reading.value)
        added.push({ id: newId(), subjectType: 'train', metric: 'km', ...reading, origin })
        counts.added += 1
      }
      /** Months a yearly total of this sheet speaks of: the first and last with any reading. */
      const months = new Map<number, { first: string; last: string }>()
      for (const { fields } of sheet.records) {
        if (typeof fields.month !== 'string') continue
        const year = Number(fields.month.slice(0, 4))
        const span = months.get(year)
        months.set(year, {
          first: span === undefined || fields.month < span.first ? fields.month : span.first,
          last: span === undefined || fields.month > span.last ? fields.month : span.last,
        })
      }
      const originOf = originIn(number, [])
      for (const record of sheet.records) {
        const { month, km, basis, trainNo, vehicleType } = record.fields
        const origin = originOf(record)
        const subjectId = trains.idOf({ trainNo, vehicleType, ...placesOf(record) }, origin)
        if (subjectId === undefined || typeof month !== 'string' || typeof km !== 'number') {
          counts.unreadable += 1
          continue
        }
        const isEstimate = record.issues.some((issue) => issue.code === 'odometer-estimated')
        store(
          {
            subjectId,
            basis: basis === 'cumulative' ? 'cumulative' : 'distance',
            ...(basis === 'cumulative' ? {} : { from: `${month}-01` }),
            at: lastDayOfMonth(month),
            value: km,
            source: isEstimate ? 'estimate' : 'ledger',
            ...(isEstimate && record.raw.km !== undefined ? { note: record.raw.km } : {}),
          },
          origin,
        )
      }
      for (const total of sheet.totals ?? []) {
        const span = months.get(total.year)
        const origin: Origin = { sheet: number, row: total.row, cells: { km: total.cell } }
        const subjectId = trains.idOf(total, origin)
        if (span === undefined || subjectId === undefined) continue
        store(
          {
            subjectId,
            basis: 'distance',
            from: `${span.first}-01`,
            at: lastDayOfMonth(span.last),
            value: total.km,
            source: 'ledger',
          },
          origin,
        )
      }
      return counts
    },
  }
}

/** The fleet every simulation stands on: one part a train, 48 months of 30 days, 400 km a day, monthly sheets. */
import { dateOfDay, dayNumber } from '../../src/domain/moment'
import { emptyColumns, putRow, type FailureRow } from '../../src/metrics/failureColumns'
import type { FieldData } from '../../src/metrics/fieldData'
import { fleetOf } from '../../src/metrics/fleet'
import { nodeAnalysis, type NodeAnalysis } from '../../src/metrics/nodeAnalysis'
import { DEFAULT_RECURRENCE } from '../../src/metrics/recurrence'

export const START = dayNumber('2016-01-01')
export const MONTHS = 48
export const MONTH_DAYS = 30
export const DAY_KM = 400
export const END = START + MONTHS * MONTH_DAYS

export interface OneFailure extends Partial<FailureRow> {
  readonly train: number
  readonly day: number
}

/** @param sheets the months of each train that are on record; all where not given */
export function fleetFrom(
  trains: number,
  failures: readonly OneFailure[],
  sheets: readonly (readonly [train: number, month: number])[] = everyMonth(trains),
): FieldData {
  const columns = emptyColumns(64)
  for (const { train, day, ...said } of failures)
    putRow(columns, {
      id: `f${columns.size}`,
      deleted: false,
      kept: false,
      state: 'CLOSED',
      trainId: `t${train}`,
      bomNodeId: 'part',
      failedNodeId: 'part',
      occurredAt: dateOfDay(day),
      occurredDay: day,
      ...said,
    })
  const fleet = fleetOf({
    products: [],
    parties: [],
    bomNodes: [{ id: 'part', name: 'part', qty: 1, order: 1 }],
    trains: Array.from({ length: trains }, (_, k) => ({ id: `t${k}`, trainNo: `${k}`, vehicleType: 'A' })),
    usageReadings: sheets.map(([train, month], at) => ({
      id: `r${at}`,
      subjectType: 'train',
      metric: 'km',
      basis: 'distance',
      subjectId: `t${train}`,
      from: dateOfDay(START + month * MONTH_DAYS),
      at: dateOfDay(START + (month + 1) * MONTH_DAYS - 1),
      value: MONTH_DAYS * DAY_KM,
    })),
  })
  return { columns, live: Uint32Array.from({ length: columns.size }, (_, row) => row), fleet }
}

const everyMonth = (trains: number): readonly (readonly [number, number])[] =>
  Array.from({ length: trains * MONTHS }, (_, at) => [Math.floor(at / MONTHS), at % MONTHS] as const)

export const analysed = (data: FieldData): NodeAnalysis =>
  nodeAnalysis(
    data,
    { nodeId: 'part', population: 'all', partBasis: 'analysed', vehicleTypes: [], depotIds: [], from: START, to: END },
    DEFAULT_RECURRENCE,
    (_, word) => word,
  )

/** Failures per kilometre of a train of which `perTrain` are expected over all months. */
export const rateOf = (perTrain: number): number => perTrain / (MONTHS * MONTH_DAYS * DAY_KM)

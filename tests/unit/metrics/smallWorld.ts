/** Failures and a fleet small enough to count by hand. */
import { dayNumber } from '../../../src/domain/moment'
import type { BomNode } from '../../../src/domain/records/bomNode'
import type { Train } from '../../../src/domain/records/train'
import type { UsageReading } from '../../../src/domain/records/usageReading'
import { emptyColumns, putRow, type FailureColumns, type FailureRow } from '../../../src/metrics/failureColumns'
import { fleetOf, type Fleet } from '../../../src/metrics/fleet'

export type Row = Partial<Omit<FailureRow, 'occurredDay'>>

/** A row as an import makes it: the day follows from the moment, and a bare year has none. */
export function aRow(row: Row, at = 0): FailureRow {
  const { occurredAt = '' } = row
  return {
    id: `f${at}`,
    deleted: false,
    kept: false,
    state: 'CLOSED',
    // As long as no analysis has named another part.
    ...(row.bomNodeId === undefined ? {} : { failedNodeId: row.bomNodeId }),
    ...(occurredAt.length > 4 ? { occurredDay: dayNumber(occurredAt) } : {}),
    ...row,
  }
}

export function columnsOf(rows: readonly Row[]): FailureColumns {
  const columns = emptyColumns(4)
  for (const [at, row] of rows.entries()) putRow(columns, aRow(row, at))
  return columns
}

export const everyRow = (columns: FailureColumns): Uint32Array =>
  Uint32Array.from({ length: columns.size }, (_, row) => row)

export interface FleetWords {
  readonly nodes?: readonly (BomNode & { readonly id: string })[]
  readonly trains?: readonly (Train & { readonly id: string })[]
  readonly readings?: readonly UsageReading[]
}

export const aFleet = ({
  nodes = [],
  trains = [{ id: 't1', trainNo: '2641', vehicleType: 'CRH380A' }],
  readings = [],
}: FleetWords = {}): Fleet =>
  fleetOf({
    products: [],
    parties: [],
    bomNodes: nodes,
    trains,
    usageReadings: readings.map((reading, at) => ({ id: `r${at}`, subjectType: 'train', metric: 'km', ...reading })),
  })

/** Kilometres run from the start of one day to the end of another. */
export const ran = (subjectId: string, from: string, at: string, value: number): UsageReading => ({
  subjectId,
  basis: 'distance',
  from,
  at,
  value,
})

/** The odometer at the end of a day. */
export const odometer = (subjectId: string, at: string, value: number): UsageReading => ({
  subjectId,
  basis: 'cumulative',
  at,
  value,
})

/** A train with brake control (8 a train) of relay valves (2 each) and their diaphragms (3 each), and a dryer (1). */
export const NODES: readonly (BomNode & { readonly id: string })[] = [
  { id: 'control', name: '制动控制装置', partNo: 'BK-1200', qty: 8, order: 1 },
  { id: 'relay', parentId: 'control', name: '中继阀', partNo: 'BK-1210', qty: 2, order: 1 },
  { id: 'membrane', parentId: 'relay', name: '膜板', partNo: 'BK-1211', qty: 3, order: 1 },
  { id: 'dryer', name: '干燥器', partNo: 'BK-2200', qty: 1, order: 2 },
]

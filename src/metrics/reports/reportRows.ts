/** Failures as the lines of a report: what people read, with the moments as they are stored. */
import type { TextField } from '../columnDescriptions'
import { idAt, textAt, type FailureColumns } from '../failureColumns'
import { partField, serialOfPart, type PartBasis } from '../partBasis'
import type { LabelOf } from '../failureFilter'
import type { Report } from './report'

const FIELDS = [
  'no',
  'occurredAt',
  'trainId',
  'trainText',
  'depotId',
  'carNo',
  'bomNodeId',
  'failedNodeId',
  'nodeText',
  'partNoText',
  'reportedSerial',
  'description',
  'serviceImpact',
  'severity',
  'state',
  'relevance',
  'chargeable',
  'causeCat',
  'causeText',
  'measure',
  'actionText',
  'responsibleText',
  'closedAt',
  'removedSerial',
  'installedSerial',
] as const satisfies readonly TextField[]
type Shown = (typeof FIELDS)[number]
const AS_STORED: ReadonlySet<Shown> = new Set(['occurredAt', 'closedAt'])

export type ReportRow = {
  readonly id: string
  readonly row: number
  readonly occurredDay: number | null
  readonly delayMin: number | null
  /** The part it counts at; as written where no node is known. */
  readonly part: string
  /** Serial of that part. */
  readonly serial: string
} & Readonly<Record<Shown, string>>

export function reportRows(
  columns: FailureColumns,
  rows: Uint32Array,
  partBasis: PartBasis,
  labelOf: LabelOf,
): readonly ReportRow[] {
  const labels = new Map<Shown, (string | undefined)[]>(FIELDS.map((field) => [field, []]))
  const read = (field: Shown, row: number): string => {
    if (AS_STORED.has(field)) return textAt(columns, field, row)
    const { index, words } = columns.text[field]
    const at = index[row] ?? 0
    const known = labels.get(field) ?? []
    return at === 0 ? '' : (known[at] ??= labelOf(field, words[at] ?? ''))
  }
  const number = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value
  return Array.from(rows, (row) => ({
    id: idAt(columns, row),
    row,
    occurredDay: number(columns.number.occurredDay[row]),
    delayMin: number(columns.number.delayMin[row]),
    part: read(partField(partBasis), row) || textAt(columns, 'nodeText', row),
    serial: serialOfPart(columns, partBasis, row),
    ...(Object.fromEntries(FIELDS.map((field) => [field, read(field, row)])) as Record<Shown, string>),
  }))
}

/** Every failure a list of the report names, once. */
export function rowsNamedBy({ failures, ageing, notable, repeats, now }: Report): Uint32Array {
  const named = new Set<number>(failures)
  for (const rows of [ageing.open, notable, ...repeats.pairs.map((pair) => pair.rows), ...Object.values(now.excluded)])
    for (const row of rows ?? []) named.add(row)
  return Uint32Array.from(named)
}

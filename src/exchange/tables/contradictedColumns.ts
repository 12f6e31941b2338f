/** Columns whose header says one thing and whose values another: asked once for the column, not row by row. */
import { isCompanyKey } from '../../domain/companyFields'
import { saysPerTrain } from './readBom'
import type { IssueCode, ParsedRecord } from '../cells/parsedRecord'
import type { Contradiction } from './parsedSheet'
import type { RecognisedColumn, RecognisedSheet } from './recogniseSheet'

/** A value nobody can read as what its header says. */
const UNREAD: ReadonlySet<IssueCode> = new Set(['odometer-unreadable', 'date-unreadable', 'number-unreadable'])
/** A few slips of the pen are asked where they stand. */
const FEWEST_UNREAD = 4
/** Where one value in five is what the header says, the others are slips. */
const MOSTLY = 0.8

/** @returns column letters → what their header says, with how many values are not that; not of columns a person chose */
export function contradictedColumns(
  { kind, columns }: RecognisedSheet,
  records: readonly ParsedRecord[],
): ReadonlyMap<string, Contradiction> {
  const found = unreadColumns(columns, records)
  const quantity = columns.find(({ field }) => field === 'quantity')
  if (kind !== 'bom' || quantity === undefined || quantity.reason === 'chosen' || saysPerTrain(quantity)) return found
  return looksPerTrain(records) ? new Map([...found, [quantity.column, quantityPerTrain(records)]]) : found
}

const quantityPerTrain = (records: readonly ParsedRecord[]): Contradiction => {
  const filled = records.filter(({ fields }) => fields.quantity !== undefined).length
  return { field: 'quantity', unread: filled, filled }
}

function unreadColumns(
  columns: readonly RecognisedColumn[],
  records: readonly ParsedRecord[],
): ReadonlyMap<string, Contradiction> {
  const unread = new Map<string, number>()
  const filled = new Map<string, number>()
  const count = (counts: Map<string, number>, column: string): Map<string, number> =>
    counts.set(column, (counts.get(column) ?? 0) + 1)
  for (const { cells, issues } of records) {
    for (const address of Object.values(cells)) count(filled, (address ?? '').replace(/\d+$/, ''))
    for (const { code, column } of issues)
      if (column !== null && UNREAD.has(code)) {
        count(unread, column)
        count(filled, column)
      }
  }
  return new Map(
    columns.flatMap(({ column, field, reason }) => {
      const [not, all] = [unread.get(column) ?? 0, filled.get(column) ?? 0]
      // The header of a company field is its own name; what cannot be read there is said cell by cell.
      return field === null || isCompanyKey(field) || reason === 'chosen' || not < FEWEST_UNREAD || not < all * MOSTLY
        ? []
        : [[column, { field, unread: not, filled: all }] as const]
    }),
  )
}

/** The table without what its values contradict; a matrix whose months hold no distances is none. */
export function withoutContradictions(
  table: RecognisedSheet,
  against: ReadonlyMap<string, Contradiction>,
): RecognisedSheet {
  const columns = table.columns.map((column): RecognisedColumn => {
    const contradiction = against.get(column.column)
    return contradiction === undefined
      ? column
      : { ...column, field: null, confidence: 0, reason: 'contradicted', against: contradiction }
  })
  const isMonth = ({ reason }: RecognisedColumn): boolean => reason === 'month'
  const isEmptied = table.columns.some(isMonth) && !columns.some(isMonth)
  return { ...table, columns, kind: isEmptied && table.kind === 'mileage-matrix' ? 'other' : table.kind }
}

/** Several nodes below assemblies of which a train has more than one, all with whole multiples of them. */
const FEWEST_BELOW = 4

/**
 * Quantities of a product structure that look like numbers per train though their header does not say so: each node
 * below a repeated assembly has a multiple of its quantity. Read as numbers per assembly they would multiply, and every
 * rate of the part would be too low by that factor.
 * @param records nodes in their order, with `level` and `quantity`
 */
function looksPerTrain(records: readonly ParsedRecord[]): boolean {
  const above: number[] = []
  let below = 0
  for (const { fields } of records) {
    const [level, own] = [Number(fields.level), fields.quantity]
    above.length = Math.min(above.length, Math.max(0, level - 1))
    const parent = above.at(-1) ?? 1
    if (typeof own === 'number' && parent > 1) {
      if (own % parent !== 0) return false
      below += 1
    }
    above.push(typeof own === 'number' ? own : parent)
  }
  return below >= FEWEST_BELOW
}

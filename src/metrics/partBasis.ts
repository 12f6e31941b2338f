/**
 * At which part a failure counts. As analysed: at the part found to have failed, and at the reported one until an analysis
 * has named another. As reported: at the part of the report, whatever analysis found.
 */
import { textAt, type FailureColumns } from './failureColumns'

export const PART_BASES = ['analysed', 'reported'] as const
export type PartBasis = (typeof PART_BASES)[number]

/** The column that holds the part a failure counts at. */
export const partField = (basis: PartBasis): 'failedNodeId' | 'bomNodeId' =>
  basis === 'reported' ? 'bomNodeId' : 'failedNodeId'

/** Is the part a failure counts at the one its report speaks of? */
const isReportedPart = (columns: FailureColumns, basis: PartBasis, row: number): boolean =>
  basis === 'reported' || textAt(columns, 'failedNodeId', row) === textAt(columns, 'bomNodeId', row)

/** Serial of the item a failure counts at; empty where nobody said. The reported serial is none of another part. */
export function serialOfPart(columns: FailureColumns, basis: PartBasis, row: number): string {
  const actual = basis === 'reported' ? '' : textAt(columns, 'actualSerial', row).trim()
  if (actual !== '') return actual
  return isReportedPart(columns, basis, row) ? textAt(columns, 'reportedSerial', row).trim() : ''
}

/** Batch of the item a failure counts at; empty where nobody said. The reported batch is none of another item. */
export function batchOfPart(columns: FailureColumns, basis: PartBasis, row: number): string {
  const reported = textAt(columns, 'reportedSerial', row).trim()
  const isReportedItem =
    isReportedPart(columns, basis, row) && (reported === '' || serialOfPart(columns, basis, row) === reported)
  return isReportedItem ? textAt(columns, 'reportedBatch', row).trim() : ''
}

/** Serials a failure names of the part it counts at and of what came off with it; several replaced parts stand in one text. */
export const serialsAt = (columns: FailureColumns, basis: PartBasis, row: number): readonly string[] =>
  [textAt(columns, 'removedSerial', row), serialOfPart(columns, basis, row)]
    .flatMap((text) => text.split('；'))
    .map((serial) => serial.trim())
    .filter((serial) => serial !== '')

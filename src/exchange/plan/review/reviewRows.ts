/** The rows of a sheet as a person reviews them: every cell that was used, as written and as read, with its doubts. */
import { cellText } from '../../cells/cellText'
import type { FieldName } from '../../cells/importFields'
import type { FieldValue, Issue, IssueCode, ParsedRecord } from '../../cells/parsedRecord'
import type { ParsedSheet, SheetOverride } from '../../tables/parsedSheet'
import type { RawSheet } from '../../open/rawWorkbook'
import { addressIn } from '../../tables/turnedSheet'
import { hasSerious, isSerious } from './seriousIssues'
import { writtenIn } from '../../tables/correctedSheet'

export interface ReviewColumn {
  readonly field: FieldName
  /** Letters of the column; null in forms, whose cells stand anywhere. */
  readonly column: string | null
  readonly header: string
}

/** A doubt with the words its sentence needs, such as the row that is repeated. */
export type DoubtSaid = Pick<Issue, 'code' | 'parameters'>
const said = ({ code, parameters }: Issue): DoubtSaid => ({ code, ...(parameters === undefined ? {} : { parameters }) })

export interface ReviewCell {
  /** Null where the sheet has no cell for the field. */
  readonly address: string | null
  readonly value: FieldValue | null
  /** As the cell reads now: as mailed, or as corrected. */
  readonly text: string
  /** What was mailed, where a correction stands instead. */
  readonly mailed: string | null
  readonly issues: readonly DoubtSaid[]
}

export interface ReviewRow {
  readonly row: number
  readonly isLeftOut: boolean
  /** About the row as a whole. */
  readonly issues: readonly DoubtSaid[]
  /** In the order of the columns. */
  readonly cells: readonly ReviewCell[]
}

export interface ReviewFilter {
  /** Only rows with a doubt of this kind; 'serious' for those that lose a value, 'left-out' for rows not to be stored. */
  readonly only: IssueCode | 'serious' | 'left-out' | null
  /** Part of any text of the row. */
  readonly search: string
}

/** Columns with a meaning, as they stand in the sheet; the fields of forms in the order they first appear. */
export function reviewColumns(sheet: ParsedSheet): readonly ReviewColumn[] {
  const columns = sheet.columns.flatMap(({ column, header, field }): ReviewColumn[] =>
    field === null ? [] : [{ field, column, header }],
  )
  if (columns.length > 0) return columns
  const fields = new Map<FieldName, ReviewColumn>()
  const labels = new Map(
    (sheet.labels ?? []).flatMap(({ field, label }) => (field === null ? [] : [[field as FieldName, label] as const])),
  )
  for (const { cells, raw } of sheet.records)
    for (const field of [...Object.keys(cells), ...Object.keys(raw)] as FieldName[])
      if (!fields.has(field)) fields.set(field, { field, column: null, header: labels.get(field) ?? '' })
  return [...fields.values()]
}

/** All records, left-out ones too, in the order of the sheet, as far as the filter lets them through. */
export function reviewedRecords(
  sheet: ParsedSheet,
  raw: RawSheet,
  { only, search }: ReviewFilter,
): readonly ParsedRecord[] {
  const left = new Set((sheet.leftOut ?? []).map(({ row }) => row))
  const sought = search.trim().toLowerCase()
  return [...sheet.records, ...(sheet.leftOut ?? [])]
    .sort((a, b) => a.row - b.row)
    .filter((record) => {
      if (
        only === 'left-out'
          ? !left.has(record.row)
          : only === 'serious'
            ? !hasSerious(record)
            : only !== null && !record.issues.some(({ code }) => code === only)
      )
        return false
      return (
        sought === '' ||
        (raw.rows[record.row - 1] ?? []).some((cell) => cellText(cell).toLowerCase().includes(sought)) ||
        Object.values(record.fields).some((value) => String(value).toLowerCase().includes(sought))
      )
    })
}

export function reviewRow(
  record: ParsedRecord,
  columns: readonly ReviewColumn[],
  sheet: ParsedSheet,
  raw: RawSheet,
  override: SheetOverride | undefined,
): ReviewRow {
  const corrected = override?.cells ?? {}
  return {
    row: record.row,
    isLeftOut: sheet.leftOut?.some(({ row }) => row === record.row) === true,
    issues: record.issues.filter(({ field }) => field === undefined).map(said),
    cells: columns.map(({ field, column }): ReviewCell => {
      const address = record.cells[field] ?? (column === null ? null : addressIn(sheet, column, record.row))
      const mailed = address === null ? (record.raw[field] ?? '') : writtenIn(raw, address)
      const isCorrected = address !== null && corrected[address] !== undefined
      return {
        address,
        value: record.fields[field] ?? null,
        text: isCorrected ? (corrected[address] ?? '') : mailed,
        mailed: isCorrected ? mailed : null,
        issues: record.issues.filter((issue) => issue.field === field).map(said),
      }
    }),
  }
}

/** Addresses of the cells of one column that say the same as one of them: for mending all alike. */
export function cellsAlike(sheet: ParsedSheet, raw: RawSheet, column: string, written: string): readonly string[] {
  return [...sheet.records, ...(sheet.leftOut ?? [])].flatMap(({ row }) => {
    const address = addressIn(sheet, column, row)
    return writtenIn(raw, address) === written ? [address] : []
  })
}

/** Which rows a person leaves out together. */
export type LeftOutTogether = 'serious' | 'row-hidden' | 'struck-through'

export const rowsTogether = (sheet: ParsedSheet, which: LeftOutTogether): readonly number[] =>
  which === 'serious'
    ? seriousRows(sheet)
    : sheet.records.filter(({ issues }) => issues.some(({ code }) => code === which)).map(({ row }) => row)

/** Rows that would lose a value, for leaving out together or for a workbook of what is left to mend. */
export const seriousRows = (sheet: ParsedSheet): readonly number[] =>
  sheet.records.filter((record) => record.issues.some(({ code }) => isSerious(code))).map(({ row }) => row)

import type { FieldName } from './importFields'

export type RecordKind = 'failure' | 'analysis' | 'action' | 'replacement' | 'mileage' | 'bom-node' | 'train'

export type IssueCode =
  | 'date-unreadable'
  | 'date-two-digit-year'
  | 'date-range'
  | 'month-only'
  | 'year-inferred'
  | 'future-date'
  | 'repaired-before-occurred'
  | 'odometer-unreadable'
  | 'odometer-estimated'
  | 'odometer-falls'
  | 'miles-converted'
  | 'serial-precision-lost'
  | 'serial-confusable'
  | 'severity-conflict'
  | 'severity-unmapped'
  | 'value-unmapped'
  | 'number-unreadable'
  | 'train-unreadable'
  | 'train-zero-lost'
  | 'car-unreadable'
  | 'several-cars'
  | 'several-products'
  | 'number-missing'
  | 'number-reused'
  | 'duplicate-exact'
  | 'duplicate-near'
  | 'closed-without-date'
  | 'formula-error'
  | 'nothing-above'
  | 'level-jumps'
  | 'control-characters'
  | 'train-type-differs'
  | 'broken-character'
  | 'formula-without-result'
  | 'cell-unreadable'
  | 'note-kept'
  | 'link-kept'
  | 'note-left'
  | 'struck-through'
  | 'row-hidden'
  | 'code-became-date'
  | 'date-order-by-column'
  | 'decimal-comma'
  | 'beyond-limits'

export interface Issue {
  /** letters of the column, null when the issue is about the whole row */
  readonly column: string | null
  readonly code: IssueCode
  readonly field?: FieldName
  /** words for the sentence, such as the text found or the row it repeats */
  readonly parameters?: Readonly<Record<string, string | number>>
}

export type FieldValue = string | number | boolean
/** One record of a sheet, with where each value stood and what could not be read. */
export interface ParsedRecord {
  /** one-based */
  readonly row: number
  readonly kind: RecordKind
  readonly fields: Partial<Record<FieldName, FieldValue>>
  /** field → address of its cell, `G12` */
  readonly cells: Partial<Record<FieldName, string>>
  /** the text as written, only where reading changed it or could not read it */
  readonly raw: Partial<Record<FieldName, string>>
  readonly issues: Issue[]
  /** the row was hidden in the sheet */
  readonly hidden?: true
  /** the whole row was struck through */
  readonly struck?: true
  /** a person said that it is a failure of its own, however alike another looks */
  readonly apart?: true
}

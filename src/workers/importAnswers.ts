/** What the import tells the screen: what was read, what would be stored, and what a person should look at. */
import type { FormLabelRead, ParsedColumn, SheetKind, SkipReason } from '../exchange/tables/parsedSheet'
import type { IssueCode } from '../exchange/cells/parsedRecord'
import type { Duplicate } from '../exchange/plan/planFailures'
import type { PlannedImport } from '../exchange/plan/planImport'
import type { FileProblem } from '../exchange/open/rawWorkbook'
import type { FieldDifference } from '../exchange/plan/review/failureDifferences'

export interface SheetSummary {
  readonly name: string
  readonly hidden: boolean
  readonly kind: SheetKind
  readonly heldBack: SheetKind | null
  readonly headerRows: readonly number[]
  readonly columns: readonly ParsedColumn[]
  /** labels of its forms with what they were read as; none in tables */
  readonly labels: readonly FormLabelRead[]
  readonly records: number
  readonly rowCount: number
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>
  readonly issues: Readonly<Partial<Record<IssueCode, number>>>
  /** rows that would lose a value; rows left out; cells a person corrected */
  readonly serious: number
  readonly leftOut: number
  readonly corrected: number
  /** records stand side by side, one a column */
  readonly isTurned: boolean
  /** read as a sheet with the same header was told to be read before */
  readonly isRemembered: boolean
}

export type FileSummary =
  | { readonly ok: true; readonly name: string; readonly size: number; readonly sheets: readonly SheetSummary[] }
  | { readonly ok: false; readonly name: string; readonly size: number; readonly problem: FileProblem }

/** One doubtful cell: where it is, what it says, what was made of it. */
export interface CellIssue {
  readonly file: number
  readonly sheet: string
  readonly row: number
  readonly column: string | null
  readonly code: IssueCode
  readonly field: string | null
  readonly raw: string
  readonly value: string
  readonly parameters: Readonly<Record<string, string | number>>
}

export interface PlanSummary {
  /** Records that would be stored, per table. */
  readonly counts: Readonly<Record<string, number>>
  readonly skipped: Readonly<Record<string, number>>
  readonly duplicates: readonly DuplicateRow[]
  readonly unassigned: PlannedImport['failures']['unassigned']
  readonly assignedBy: PlannedImport['failures']['assignedBy']
  readonly stubTrains: readonly string[]
  readonly unlinked: PlannedImport['unlinked']
  readonly unknown: PlannedImport['unknown']
  /** Rows about failures that are stored: those that say the same, and those that say more or something else. */
  readonly same: number
  readonly changed: readonly ChangedFailure[]
  /** Fields of stored failures that will be changed. */
  readonly taken: number
}

/** A row that tells of a failure told before. */
export interface DuplicateRow {
  readonly file: number
  readonly sheet: string
  readonly row: number
  readonly kind: Duplicate['kind']
  readonly of: string
}

/** A repeated row beside the row that told of the failure first, field by field as written. */
export interface BothRows {
  readonly first: { readonly file: number; readonly sheet: string; readonly row: number }
  readonly lines: readonly { readonly header: string; readonly here: string; readonly there: string }[]
}

/** A stored failure that a row says otherwise. */
export interface ChangedFailure {
  readonly id: string
  readonly no: string
  readonly file: number
  readonly sheet: string
  readonly row: number
  /** `newName`: what a record that this import would make is called. */
  readonly differences: readonly (FieldDifference & { readonly newName: string | null })[]
  /** Fields whose new value was taken over. */
  readonly taken: readonly string[]
}

export interface Preview {
  readonly files: readonly FileSummary[]
  /** Steps of the review that can be taken back. */
  readonly steps: number
  readonly plan: PlanSummary
}

export type ImportStage = 'opening' | 'reading' | 'planning' | 'storing'
export type OnStage = (stage: ImportStage, fraction: number, fileName: string) => void

/** What the import tells the screen: what was read, what would be stored, and what a person should look at. */
import type { DistanceDoubt, FormLabelRead, ParsedColumn, SheetKind, SkipReason } from '../exchange/tables/parsedSheet'
import type { IssueCode } from '../exchange/cells/parsedRecord'
import type { ImportBatch } from '../domain/importBatch'
import type { Json } from '../domain/records/field'
import type { MasterTable } from '../exchange/plan/masterReconciler'
import type { NumberedTrains } from '../exchange/plan/trainRegister'
import type { Duplicate } from '../exchange/plan/planFailures'
import type { PlannedImport } from '../exchange/plan/planImport'
import type { UnattachedReport } from '../exchange/plan/reportOwners'
import type { FileProblem } from '../exchange/open/rawWorkbook'
import type { TableName } from '../domain/records/tables'

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
  readonly distanceDoubt: DistanceDoubt | null
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
  | {
      readonly ok: true
      /** Its place among the files of the import: two files may have one name. */
      readonly at: number
      readonly name: string
      readonly size: number
      readonly sheets: readonly SheetSummary[]
      /** A file of the very same content was imported then, whatever its name was. */
      readonly importedBefore: { readonly at: number; readonly actor: string } | null
    }
  | {
      readonly ok: false
      readonly at: number
      readonly name: string
      readonly size: number
      readonly problem: FileProblem
    }

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
  /** Analyses and actions whose failure a person has to say. */
  readonly unattached: readonly (Omit<UnattachedReport, 'sheet'> & { readonly file: number; readonly sheet: string })[]
  readonly unknown: PlannedImport['unknown']
  /** Rows about failures that are stored: those that say the same, and those that say more or something else. */
  readonly same: number
  readonly changed: readonly ChangedFailure[]
  /** Fields of stored records that a person took over. */
  readonly taken: number
  /** Masters that lists complete or say otherwise, and how many empty fields are filled. */
  readonly masters: readonly ChangedMaster[]
  readonly filled: number
  /** Stored failures that the values taken over close or open again. */
  readonly closes: number
  readonly reopens: number
  /** Sheets without types whose trains were found by their numbers. */
  readonly byNumber: readonly (NumberedTrains & { readonly file: number; readonly sheet: string })[]
}

/** A train, part or place that is there and of which a list says more, or something else. */
export interface ChangedMaster {
  /** The same record each time the import is worked out anew. */
  readonly key: string
  readonly table: MasterTable
  readonly name: string
  readonly file: number
  readonly sheet: string
  readonly row: number
  readonly filled: readonly MasterDifference[]
  readonly differences: readonly MasterDifference[]
  /** Fields whose new value was taken over. */
  readonly taken: readonly string[]
}

export interface MasterDifference {
  readonly field: string
  readonly before: Json
  readonly now: Json
  /** What a record that this import would make is called. */
  readonly newName: string | null
}

/** What came of storing an import. */
export type CommitAnswer =
  | {
      readonly kind: 'stored'
      readonly batch: ImportBatch
      /** False when what was decided could not be kept for the next file; the import itself is stored. */
      readonly isRemembered: boolean
    }
  /** Something was stored or changed since the preview, so it was worked out anew; nothing is stored yet. */
  | { readonly kind: 'outdated'; readonly preview: Preview; readonly counts: readonly PlanChange[] }

/** How many records of a table would be stored by the preview shown before, and by the one worked out anew. */
export interface PlanChange {
  readonly table: string
  readonly before: number
  readonly now: number
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

/** One value of a stored record that a row says otherwise, or first. */
export interface StoredDifference {
  readonly table: TableName
  readonly record: string
  readonly field: string
  /** Null where nothing stands yet. */
  readonly before: Json
  readonly now: Json
  /** What a record that this import would make is called. */
  readonly newName: string | null
}

/** A stored failure that a row says otherwise, with what hangs on it. */
export interface ChangedFailure {
  readonly id: string
  readonly no: string
  /** False where only a report or a journal tells of it. */
  readonly isAgain: boolean
  readonly file: number
  readonly sheet: string
  readonly row: number
  /** Values nothing stood for: filled without asking. */
  readonly filled: readonly StoredDifference[]
  readonly differences: readonly StoredDifference[]
  /** Records the import hangs on it, by table. */
  readonly added: readonly (readonly [table: TableName, count: number])[]
  /** `table:record:field` of each value that was taken over. */
  readonly taken: readonly string[]
}

export const placeOfValue = ({ table, record, field }: Pick<StoredDifference, 'table' | 'record' | 'field'>): string =>
  `${table}:${record}:${field}`

export interface Preview {
  readonly files: readonly FileSummary[]
  /** Steps of the review that can be taken back. */
  readonly steps: number
  readonly plan: PlanSummary
}

export type ImportStage = 'opening' | 'reading' | 'planning' | 'storing'
export type OnStage = (stage: ImportStage, fraction: number, fileName: string) => void

import type { FieldName } from '../cells/importFields'
import type { Issue, ParsedRecord } from '../cells/parsedRecord'
import type { FileProblem } from '../open/rawWorkbook'
import type { CellCorrections } from './correctedSheet'
import type { Meaning } from './meaning/columnMeanings'

export type SheetKind =
  | 'failure-ledger'
  | 'failure-form'
  | 'analysis-form'
  | 'action-form'
  | 'part-replacement-journal'
  | 'mileage-matrix'
  | 'bom'
  | 'fleet'
  | 'other'
export type SkipReason =
  'title' | 'header' | 'repeated-header' | 'subtotal' | 'total' | 'note' | 'signature' | 'blank' | 'left-out'

export type ColumnReason =
  | 'same-name'
  | 'synonym'
  | 'contains'
  | 'values'
  | 'content'
  | 'values-differ'
  | 'contradicted'
  | 'month'
  | 'total'
  | 'level'
  | 'chosen'
  | 'none'

/** What a header says and most values of its column contradict. */
export interface Contradiction {
  readonly field: FieldName
  readonly unread: number
  readonly filled: number
}

export interface ParsedColumn {
  readonly column: string
  /** the parts of a multi-row header joined with “/” */
  readonly header: string
  readonly field: FieldName | null
  /** 0 to 1 */
  readonly confidence: number
  readonly reason: ColumnReason
  /** up to three values under the header */
  readonly samples: readonly string[]
  /** what the column may hold by what stands in it, the likeliest first; none where the header says it */
  readonly guesses?: readonly Meaning[]
  /** the header says a field that the values are not */
  readonly against?: Contradiction
}

/** A label of a form with the value found for it, for a person to see how the form was understood. */
export interface FormLabelRead {
  readonly label: string
  /** address of the value */
  readonly cell: string
  readonly text: string
  readonly field: FieldName | null
}

/** A yearly sum in a mileage sheet: no record of its own, but it bridges missing months. */
export interface MileageTotal {
  readonly row: number
  readonly trainNo: string
  readonly vehicleType: string
  readonly year: number
  readonly km: number
  readonly cell: string
}

/** Distances that no train runs in a month: none is taken until a person says in what unit they are. */
export interface DistanceDoubt {
  /** the middle one, read in the unit the sheet seems to be in */
  readonly middleKm: number
  readonly months: number
  /** what trains on record usually run in a month; null where no distance is known */
  readonly knownKm: number | null
  /** more than a train can run in a month, as readings of the odometer are */
  readonly isLarge: boolean
  /** what that one would be in each unit people use */
  readonly units: readonly { readonly unitKm: number; readonly middleKm: number }[]
}

export interface ParsedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly kind: SheetKind
  /** what the sheet looks like when it was held back as a hidden backup */
  readonly heldBack?: SheetKind
  /** the records stand side by side, so `row` of a record counts columns and `column` of a field counts rows */
  readonly turned?: true
  /** one-based */
  readonly headerRows: readonly number[]
  readonly columns: readonly ParsedColumn[]
  readonly records: ParsedRecord[]
  /** issues of rows that are no records */
  readonly issues: readonly (Issue & { readonly row: number })[]
  readonly skipped: readonly { readonly row: number; readonly reason: SkipReason }[]
  readonly totals?: readonly MileageTotal[]
  readonly distanceDoubt?: DistanceDoubt
  /** labels of the forms of the sheet; none in tables */
  readonly labels?: readonly FormLabelRead[]
  /** records that a person left out; they are listed as skipped */
  readonly leftOut?: readonly ParsedRecord[]
  readonly rowCount: number
}

/** What a person decided about one sheet; the sheet is read again with it. */
export interface SheetOverride {
  readonly kind?: SheetKind
  /** one-based */
  readonly headerRows?: readonly number[]
  /** column letters → field, null to leave the column out */
  readonly columns?: Readonly<Record<string, FieldName | null>>
  /** km of one unit of the distances of a mileage sheet, whatever its headers say */
  readonly unitKm?: number
  /** the distances of a mileage sheet are readings of the odometer, whatever its headers say */
  readonly isOdometer?: true
  /** read a hidden backup all the same */
  readonly include?: boolean
  /** address of a cell → what a person wrote in its place */
  readonly cells?: CellCorrections
  /** rows, one-based, that are not to be stored */
  readonly leftOut?: readonly number[]
  /** rows that are failures of their own, however alike another looks */
  readonly apart?: readonly number[]
}

/** Decisions by sheet name. */
export type Overrides = Readonly<Record<string, SheetOverride>>

export type ParseResult =
  | { readonly ok: true; readonly file: string; readonly sheets: readonly ParsedSheet[] }
  | { readonly ok: false; readonly problem: FileProblem }

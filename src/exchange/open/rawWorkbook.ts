/** A formula whose result the file does not hold, as programs write that cannot calculate. */
export const NO_RESULT = -1
/** A cell of a kind nobody knows, or one that points at a text the file does not hold. */
export const UNREADABLE = -2

/** A cell as the file holds it: number, text, truth value or error, with its number format. */
export interface RawCell {
  readonly t: 's' | 'n' | 'b' | 'e'
  /** of an error its number, or `NO_RESULT`, or `UNREADABLE` */
  readonly v: string | number | boolean
  readonly z?: string
  /** its text is struck through */
  readonly struck?: true
  /** its text holds a character that the file damaged */
  readonly broken?: true
  /** How many characters were taken out of its text that no stored text may hold. */
  readonly removed?: number
}

/** A rectangle of cells, zero-based and inclusive. */
export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What somebody hung on a cell: a note, or where it leads. */
export interface CellAside {
  readonly kind: 'note' | 'link'
  /** zero-based */
  readonly row: number
  /** zero-based */
  readonly column: number
  readonly text: string
}

export type RawRow = readonly (RawCell | undefined)[] | undefined

/** One sheet; `rows` is dense from the first row of the sheet and trimmed after the last value. */
export interface RawSheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly RawRow[]
  readonly merges: readonly CellRange[]
  /** zero-based */
  readonly hiddenRows: readonly number[]
  /** zero-based */
  readonly hiddenColumns: readonly number[]
  readonly date1904: boolean
  readonly asides?: readonly CellAside[]
}

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[]
}

export type FileProblemCode =
  | 'file-empty'
  | 'file-too-large'
  | 'file-truncated'
  | 'file-encrypted'
  | 'file-not-a-workbook'
  | 'file-damaged'
  | 'archive-too-many-parts'
  | 'archive-too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-cells'
  | 'too-much-text'
  | 'encoding-unknown'
  | 'reading-cancelled'
  | 'file-repeated'

/** Why a file could not be read; the sentence lives in `problemSentences.ts`. */
export interface FileProblem {
  readonly code: FileProblemCode
  readonly parameters?: Readonly<Record<string, string | number>>
}

export type ReadResult =
  { readonly ok: true; readonly workbook: RawWorkbook } | { readonly ok: false; readonly problem: FileProblem }

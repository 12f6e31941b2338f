/**
 * One import: the files it read, how their columns were understood, what came of it. Its records count only while
 * its state is `committed`, so taking back an import of any size is one small write.
 */
import { sha256 } from './sha256'

export type ImportState = 'committed' | 'undone'

export interface ImportedSheet {
  readonly file: string
  /** Place of its file among those of the batch: two files may have one name. Absent in batches of older versions. */
  readonly fileAt?: number
  readonly sheet: string
  readonly kind: string
  readonly headerRows: readonly number[]
  /** Column letter → our field and the header as the file has it. */
  readonly columns: readonly {
    readonly column: string
    readonly header: string
    readonly field: string | null
    readonly confidence: number
  }[]
  readonly rowCount: number
}

/** How many new failures said nothing of their state, and what a person took them for; empty for open. */
export interface BlankStates {
  readonly rows: number
  readonly takenFor: string
}

export interface ImportBatch {
  readonly id: string
  readonly at: number
  readonly actor: string
  readonly device: string
  readonly isSample: boolean
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
  readonly sheets: readonly ImportedSheet[]
  /** Records stored per table, counted from the database after the commit. */
  readonly counts: Readonly<Record<string, number>>
  /** First and last id of its failures; ids made together lie together, so its failures are found without an index. */
  readonly failureRange?: readonly [string, string] | null
  /** Failures of earlier imports, or filed by hand, that records of this one hang on; absent in batches of older versions. */
  readonly joinedFailures?: readonly string[]
  /** What its failures without a state were taken for; absent where every row says it, and in batches of older versions. */
  readonly blankStates?: BlankStates
  /** Rows that were not stored, per reason. */
  readonly skipped: Readonly<Record<string, number>>
  /** The change that brought failures and masters stored before up to date, and how many; absent where none were. */
  readonly updates?: { readonly changeId: string; readonly failures: number; readonly masters?: number }
  /** Of its source rows, so that they cannot be exchanged for others; absent in batches of older versions. */
  readonly rowsSha256?: string
  state: ImportState
}

/** The cells of some consecutive source rows as text, so that what was mailed can always be laid beside what was stored. */
export interface ImportedRows {
  readonly batchId: string
  readonly sheet: number
  /** First source row of the chunk (1-based); a chunk holds `ROWS_PER_CHUNK` rows. */
  readonly firstRow: number
  /** JSON of `(string | null)[][]`: one array of cell texts per row. */
  readonly cells: string
}

/** One hash over all source rows of an import; in which order they are given does not matter. */
export const rowsHash = (rows: readonly Omit<ImportedRows, 'batchId'>[]): string =>
  sha256(
    [...rows]
      .sort((a, b) => a.sheet - b.sheet || a.firstRow - b.firstRow)
      .map(({ sheet, firstRow, cells }) => sha256(`${sheet} ${firstRow} ${cells}`))
      .join('\n'),
  )

export const ROWS_PER_CHUNK = 200

/** First row of the chunk that holds `row` (1-based). */
export const chunkOfRow = (row: number): number => Math.floor((row - 1) / ROWS_PER_CHUNK) * ROWS_PER_CHUNK + 1

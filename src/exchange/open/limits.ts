/** How much of a workbook is taken in; what goes beyond is refused in one sentence before it costs time or memory. */
import type { FileProblem } from './rawWorkbook'

export const MOST_ROWS = 200_000
/** Of a sheet, as in every spreadsheet program. */
export const MOST_SHEET_ROWS = 1_048_576
export const MOST_COLUMNS = 16_384
/** Cells that hold something, of all sheets together. */
const MOST_CELLS = 5_000_000
/** Places from the first column to the last that is filled, row by row: a value far to the right costs its whole row. */
const MOST_PLACES = 20_000_000
/** Letters of all cells together; a shared text counts as often as it is shown. */
const MOST_LETTERS = 100_000_000

/** Thrown while a file is taken in; `readWorkbook` answers with its problem. */
export class LimitExceeded extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.code)
  }
}

/** What is left of the limits while the sheets of one file are read. */
export class Room {
  private cells = 0
  private places = 0
  private letters = 0

  /** @throws LimitExceeded when the file holds more cells or letters than are taken in */
  takeCell(value: unknown): void {
    this.cells += 1
    if (this.cells > MOST_CELLS)
      throw new LimitExceeded({ code: 'too-many-cells', parameters: { limit: MOST_CELLS.toLocaleString('en') } })
    if (typeof value !== 'string') return
    this.letters += value.length
    if (this.letters > MOST_LETTERS)
      throw new LimitExceeded({ code: 'too-much-text', parameters: { limit: MOST_LETTERS / 1_000_000 } })
  }

  /** @throws LimitExceeded when the rows reach further right than a table could */
  takePlaces(count: number): void {
    this.places += count
    if (this.places > MOST_PLACES)
      throw new LimitExceeded({ code: 'too-many-cells', parameters: { limit: MOST_PLACES.toLocaleString('en') } })
  }
}

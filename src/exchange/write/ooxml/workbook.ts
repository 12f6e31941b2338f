import type { Moment } from '../../../domain/moment'
import type { StyleName } from './cellStyles'
import type { Chart } from './chart'
import type { Picture } from './picture'

/** One cell: its value and how it looks. Text is always text; facts are values, never formulas. */
export interface Cell {
  readonly value: string | number | boolean
  /** For rows that check facts: worked out by the program that opens the file, `value` is not written. Our own words only, never data. */
  readonly formula?: string
  readonly style: StyleName
}

export type Row = readonly (Cell | undefined)[]

/** A range of cells as people write it, `A3:A4`. */
export type Range = string

export interface PrintSetup {
  readonly paper: 'A4' | 'A3'
  readonly landscape: boolean
  /** Header rows on every page, `3:4`, and columns on every page, `A:B`. */
  readonly repeatRows?: string
  readonly repeatColumns?: string
  /** Over how many pages a row may reach; one when not given. */
  readonly pagesWide?: number
  /** Everything on so many pages, however small it gets; as many as it takes when not given. */
  readonly pagesHigh?: number
  /** What of the sheet is printed; all of it when not given. `nothing` leaves it to whoever clears the print area. */
  readonly area?: Range | 'nothing'
  /** Words at the top of every page; the page number stands at the bottom. */
  readonly header: string
}

export interface Sheet {
  readonly name: string
  /** Widths in characters. */
  readonly widths: readonly number[]
  /** Walked once, so a generator is welcome; a list where there are charts. */
  readonly rows: Iterable<Row>
  readonly charts?: readonly Chart[]
  readonly pictures?: readonly Picture[]
  /** Rows, counted from 0, that are at least so many points tall, such as those a picture lies on. */
  readonly heights?: ReadonlyMap<number, number>
  readonly merges?: readonly Range[]
  /** How many rows and columns stay while the rest scrolls. */
  readonly frozen?: { readonly rows: number; readonly columns: number }
  /** A table with a header; its rows are told apart by thin lines. */
  readonly filter?: Range
  readonly print: PrintSetup
}

export interface Workbook {
  readonly title: string
  /** The program and its build. */
  readonly creator: string
  readonly createdAt: Moment
  /** There are formulas to work out on opening. */
  readonly recalculate?: true
  readonly sheets: readonly Sheet[]
}

/** A drawing on a sheet that is bound to the sheet's own cells: change a cell and the drawing follows. */

export interface ChartSeries {
  /** Column of the values (0 is A); the cell above the first value is the name in the legend. */
  readonly column: number
  readonly shape: 'bar' | 'line' | 'points'
  /** RRGGBB. */
  readonly colour: string
  readonly axis?: 'second'
  readonly dash?: 'dash' | 'dashDot'
  /** Hatched where colour alone must not tell series apart. */
  readonly hatched?: true
  /** Columns with the distances from the value to its upper and lower bound. */
  readonly bounds?: { readonly up: number; readonly down: number }
}

export interface Chart {
  readonly title: string
  /** The sheet whose cells it draws, by its name; its own when not given. */
  readonly of?: string
  /** What the drawing shows, for those who cannot see it. */
  readonly description: string
  /** First and last row of the data, counted from 1; the row above the first holds the names. */
  readonly rows: { readonly first: number; readonly last: number }
  readonly categories: number
  readonly series: readonly ChartSeries[]
  /** Columns upwards, or bars to the right with the first category on top. */
  readonly direction: 'up' | 'right'
  readonly stacked?: true
  readonly axes: { readonly category?: string; readonly value: string; readonly second?: string }
  /** The values of the second axis are shares of one. */
  readonly secondIsShare?: true
  /** The largest value of the first axis, where it must agree with the second. */
  readonly most?: number
  /** Upper left cell (0 is A, 0 is row 1) and how many columns and rows it covers. */
  readonly place: { readonly column: number; readonly row: number; readonly columns: number; readonly rows: number }
}

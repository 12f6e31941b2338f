/** The unit an axis is drawn in: how much of the measure is one, the title of the axis, and the word beside a number. */
export interface AxisUnit {
  readonly divisor: number
  readonly axis: string
  readonly word: string
}

/** Whether this device holds less than it is known to have held. The log only ever grows, so a shorter one was thrown away. */

/** How much was here when it was last looked at. */
export interface DataMark {
  /** In milliseconds. */
  readonly at: number
  /** Entries of the log. */
  readonly entries: number
  readonly failures: number
}

export interface DataLoss {
  /** The most that is known to have been here. */
  readonly had: DataMark
  readonly has: DataMark
}

/** @param marks what the places outside the database remember; null where one remembers nothing */
export function lossOf(has: DataMark, marks: readonly (DataMark | null)[]): DataLoss | null {
  const had = marks.reduce<DataMark | null>(
    (most, mark) => (mark !== null && (most === null || mark.entries > most.entries) ? mark : most),
    null,
  )
  return had === null || had.entries <= has.entries ? null : { had, has }
}

export interface DayBin {
  /** First and last whole day of the bin, both included. */
  readonly from: number
  readonly to: number
  /** Positions of its values in the list given. */
  readonly members: readonly number[]
}

const MOST_BINS = 12
const WIDTHS = [1, 2, 3, 5, 7, 10, 14, 15, 20, 30, 60, 90, 120, 180, 365]

/** Whole days in bins of equal width, starting at day 0, at most twelve of them. */
export function dayBins(days: readonly number[]): readonly DayBin[] {
  if (days.length === 0) return []
  const span = Math.floor(days.reduce((most, day) => Math.max(most, day), 0)) + 1
  const width = WIDTHS.find((width) => Math.ceil(span / width) <= MOST_BINS) ?? Math.ceil(span / MOST_BINS)
  const bins = Array.from({ length: Math.ceil(span / width) }, (_, at) => ({
    from: at * width,
    to: at * width + width - 1,
    members: [] as number[],
  }))
  for (const [at, day] of days.entries()) bins[Math.floor(Math.max(0, day) / width)]?.members.push(at)
  return bins
}

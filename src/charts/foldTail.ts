import type { ParetoBar } from '../metrics/nodeParetos'

export interface FoldedBar extends ParetoBar {
  /** How many bars stand together in this one; 1 for a bar of its own. */
  readonly folded: number
}

const together = (bars: readonly ParetoBar[]): Uint32Array => {
  const rows = new Uint32Array(bars.reduce((sum, bar) => sum + bar.rows.length, 0))
  let at = 0
  for (const bar of bars) {
    rows.set(bar.rows, at)
    at += bar.rows.length
  }
  return rows
}

/**
 * The first bars as they are, the rest as one that carries all their rows. A rest of one bar stays itself: it would
 * take the same room and say less.
 */
export function foldTail(bars: readonly ParetoBar[], shown = 12): readonly FoldedBar[] {
  const alone = bars.map((bar) => ({ ...bar, folded: 1 }))
  if (bars.length <= shown + 1) return alone
  const rest = bars.slice(shown)
  return [
    ...alone.slice(0, shown),
    {
      word: '',
      label: '',
      rows: together(rest),
      share: rest.reduce((sum, bar) => sum + bar.share, 0),
      cumulative: 1,
      vital: false,
      folded: rest.length,
    },
  ]
}

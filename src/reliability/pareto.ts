import type { NotEstimable } from './notEstimable'

export type ParetoItem = { readonly label: string; readonly count: number }

export type ParetoRow = ParetoItem & {
  readonly share: number
  readonly cumulative: number
  /** Among the few rows that together reach the cut. */
  readonly vital: boolean
}

export type Pareto = {
  readonly status: 'estimated'
  readonly total: number
  readonly rows: readonly ParetoRow[]
  /** How many rows, from the largest, it takes to reach the cut. */
  readonly vitalFew: number
}

/**
 * Which few causes make most of the failures: largest first, equal counts in the order of their labels' characters.
 *
 * @param items counts ≥ 0; a label that comes twice is added up
 * @param cut   cumulative share the vital few reach, in (0, 1]
 * @returns     `no-failures` when the counts sum to 0
 * @throws      RangeError when a count is negative or the cut outside (0, 1]
 * @source      Juran, Quality Control Handbook (1951): the vital few
 */
export function pareto(items: readonly ParetoItem[], cut = 0.8): Pareto | NotEstimable<'no-failures'> {
  if (!(cut > 0 && cut <= 1)) throw new RangeError(`cut ${cut} is outside (0, 1]`)
  const counts = new Map<string, number>()
  for (const { label, count } of items) {
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`count ${count} of ${label} is not a count`)
    counts.set(label, (counts.get(label) ?? 0) + count)
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0) return { status: 'not-estimable', reason: 'no-failures' }

  const sorted = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
  let before = 0
  const rows = sorted.map(([label, count]) => {
    const vital = before < cut * total * (1 - 1e-12)
    before += count
    return { label, count, share: count / total, cumulative: before / total, vital }
  })
  return { status: 'estimated', total, rows, vitalFew: rows.filter(({ vital }) => vital).length }
}

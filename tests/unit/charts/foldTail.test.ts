import { expect, test } from 'vitest'
import { foldTail } from '../../../src/charts/foldTail'
import type { ParetoBar } from '../../../src/metrics/nodeParetos'

const barsOf = (counts: readonly number[]): readonly ParetoBar[] => {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let row = 0
  let before = 0
  return counts.map((count, at) => {
    before += count
    return {
      word: `w${at}`,
      label: `label ${at}`,
      rows: Uint32Array.from({ length: count }, () => row++),
      share: count / total,
      cumulative: before / total,
      vital: at < 2,
    }
  })
}

test('up to thirteen bars stand alone', () => {
  expect(foldTail(barsOf([5, 3])).map(({ folded }) => folded)).toEqual([1, 1])
  expect(foldTail(barsOf(Array.from({ length: 13 }, () => 2)))).toHaveLength(13)
  expect(foldTail([])).toEqual([])
})

test('beyond that twelve stand alone and the rest together carries every other row', () => {
  const bars = barsOf(Array.from({ length: 20 }, (_, at) => 40 - at))
  const folded = foldTail(bars)
  const rest = folded.at(-1)!
  expect(folded).toHaveLength(13)
  expect(rest).toMatchObject({ folded: 8, cumulative: 1, vital: false })
  expect([...rest.rows]).toEqual(bars.slice(12).flatMap((bar) => [...bar.rows]))
  expect(folded.reduce((sum, bar) => sum + bar.share, 0)).toBeCloseTo(1, 12)
})

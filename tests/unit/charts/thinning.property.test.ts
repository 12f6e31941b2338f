import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusterByGap } from '../../../src/charts/clusterByGap'
import { thinPoints } from '../../../src/charts/thinPoints'

test('thinning keeps the ends, the order and the limit, and repeats nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 2, max: 1000 }), (length, most) => {
      const points = Array.from({ length }, (_, at) => at)
      const thin = thinPoints(points, most)
      expect(thin).toHaveLength(Math.min(length, most))
      expect([thin[0], thin.at(-1)]).toEqual([points[0], points.at(-1)])
      expect(thin.every((value, at) => at === 0 || value > thin[at - 1]!)).toBe(true)
    }),
  )
})

test('clusters cover every place once, in order, and stay narrower than the gap', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 200 }),
      fc.integer({ min: 1, max: 50 }),
      (values, gap) => {
        const places = [...values].sort((a, b) => a - b)
        const clusters = clusterByGap(places, gap)
        expect(clusters.flatMap(([from, to]) => places.slice(from, to))).toEqual(places)
        expect(clusters.every(([from, to]) => to > from && places[to - 1]! - places[from]! < gap)).toBe(true)
      },
    ),
  )
})

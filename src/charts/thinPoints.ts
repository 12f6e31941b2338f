/** At most `most` of the points, evenly picked in their order; the first and the last always stay. */
export function thinPoints<P>(points: readonly P[], most = 1000): readonly P[] {
  if (points.length <= most) return points
  const step = (points.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, at) => points[Math.round(at * step)]).filter((point) => point !== undefined)
}

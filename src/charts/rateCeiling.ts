import type { UChart } from '../reliability/uChart'

const HARDLY_ANY_EXPOSURE = 3

/**
 * How high the axis of a rate chart should reach. A month that hardly ran has limits so wide, and a rate so wild,
 * that it would flatten all others; it is left above the top edge.
 */
export function rateCeiling(chart: UChart): number {
  const watched = chart.points.filter((point) => point.status === 'estimated')
  const uppers = watched.map((point) => point.upper).sort((a, b) => a - b)
  const usual = uppers[Math.floor((uppers.length - 1) / 2)] ?? 0
  const ordinary = watched.filter((point) => point.upper <= HARDLY_ANY_EXPOSURE * usual)
  return Math.max(usual * 1.2, ...ordinary.map((point) => Math.max(point.rate, Math.min(point.upper, usual * 1.6))))
}

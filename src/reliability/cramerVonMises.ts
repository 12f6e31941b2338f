import { CRAMER_VON_MISES_CRITICAL } from './cramerVonMisesCritical'
import type { NotEstimable } from './notEstimable'
import { usableEvents, type ObservedSystem, type Truncation } from './observedSystem'

export type CramerVonMises = {
  readonly status: 'estimated'
  readonly used: number
  readonly betaUnbiased: number
  readonly statistic: number
}

/**
 * Does a power law fit the failures? The squared distance between the times, raised to the unbiased β, and a uniform
 * spread; compare with `cramerVonMisesCritical`.
 * @param systems failure times since the start of watching, in (0, end]; any one unit
 * @returns       `fewer-than-two-events` after truncation, `event-at-zero`, `no-failure-before-end`
 * @throws        RangeError for times outside [0, end]
 * @source        Crow (1975); MIL-HDBK-189 appendix C
 */
export function cramerVonMises(
  systems: readonly ObservedSystem[],
  truncation: Truncation,
): CramerVonMises | NotEstimable<'fewer-than-two-events' | 'event-at-zero' | 'no-failure-before-end'> {
  const shares = systems
    .flatMap((system) => usableEvents(system, truncation).map((event) => event / system.end))
    .sort((a, b) => a - b)
  const used = shares.length
  if (used < 2) return { status: 'not-estimable', reason: 'fewer-than-two-events' }
  if (shares[0] === 0) return { status: 'not-estimable', reason: 'event-at-zero' }
  const sumLogs = shares.reduce((sum, share) => sum - Math.log(share), 0)
  if (sumLogs === 0) return { status: 'not-estimable', reason: 'no-failure-before-end' }
  const betaUnbiased = (used - 1) / sumLogs
  const statistic = shares.reduce(
    (sum, share, at) => sum + (share ** betaUnbiased - (2 * at + 1) / (2 * used)) ** 2,
    1 / (12 * used),
  )
  return { status: 'estimated', used, betaUnbiased, statistic }
}

/**
 * The value that the statistic exceeds with chance `alpha` when a power law holds; between tabulated counts the nearest
 * smaller one is taken, which the law hardly notices.
 * @param alpha one of the tabulated levels 0.2, 0.15, 0.1, 0.05, 0.02, 0.01, 0.001
 * @throws      RangeError for other levels or fewer than two events
 */
export function cramerVonMisesCritical(used: number, alpha: number): number {
  if (!(used >= 2)) throw new RangeError(`${used} events are too few`)
  const row = [...CRAMER_VON_MISES_CRITICAL].reverse().find(([count]) => count <= used)
  const critical = row?.[1][String(alpha)]
  if (critical === undefined) throw new RangeError(`level ${alpha} is not tabulated`)
  return critical
}

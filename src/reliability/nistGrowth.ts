import type { NotEstimable } from './notEstimable'
import { normalQuantile } from './special/normalQuantile'

export type NistGrowth = {
  readonly status: 'estimated'
  /** 1 − b: positive when the system improves. */
  readonly growth: number
  readonly b: number
  readonly a: number
  readonly mtbf: number
  readonly lower: number
  readonly upper: number | null
}

/**
 * MTBF at the end of an improvement test as the NIST handbook estimates it, with its approximate bounds. A method of its
 * own: use `powerLawBounds` for exact ones.
 * @param events     failure times in (0, end], one unit
 * @param confidence two-sided, in (0, 1)
 * @returns          `fewer-than-two-events`, or `no-failure-before-end`
 * @throws           RangeError for times outside (0, end] or a broken confidence
 * @source           NIST/SEMATECH e-Handbook 8.4.5.2
 */
export function nistGrowth(
  events: readonly number[],
  end: number,
  confidence: number,
): NistGrowth | NotEstimable<'fewer-than-two-events' | 'no-failure-before-end'> {
  const outside = events.find((event) => !(event > 0 && event <= end))
  if (outside !== undefined) throw new RangeError(`event ${outside} is outside (0, ${end}]`)
  if (!(end > 0 && end < Infinity)) throw new RangeError(`end ${end} is not positive`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const n = events.length
  if (n < 2) return { status: 'not-estimable', reason: 'fewer-than-two-events' }
  const logs = events.reduce((sum, event) => sum + Math.log(end / event), 0)
  if (logs === 0) return { status: 'not-estimable', reason: 'no-failure-before-end' }
  const b = (n - 1) / logs
  const mtbf = end / (n * b)
  const z = -normalQuantile((1 - confidence) / 2)
  const wide = n + z ** 2 / 4 + Math.sqrt((n * z ** 2) / 2 + z ** 4 / 16)
  const narrow = n - z * Math.sqrt(n / 2)
  return {
    status: 'estimated',
    growth: 1 - b,
    b,
    a: n / end ** b,
    mtbf,
    lower: (mtbf * n * (n - 1)) / wide ** 2,
    upper: narrow > 0 ? (mtbf * n * (n - 1)) / narrow ** 2 : null,
  }
}

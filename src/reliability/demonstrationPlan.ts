import { demonstrationTime } from './demonstrationTime'
import { poissonCdf } from './special/poissonCdf'

/** A plan on which a part passes that shows no more failures than this by then. */
export type PlannedDemonstration = { readonly allowed: number; readonly exposure: number }

/** Beyond this many allowed failures nobody waits. */
const MOST_ALLOWED = 1000

/**
 * Which distances, with which allowed failures, demonstrate a mean between failures?
 * @param mtbf       the mean to demonstrate, any unit; distances have the same
 * @param confidence in (0, 1), one-sided: a part of exactly this mean passes with chance 1 − confidence
 * @param most       plans for 0 … most allowed failures
 * @throws           RangeError for a mean, confidence or count that is none
 * @source           NIST/SEMATECH e-Handbook 8.3.1.1; MIL-HDBK-338B 8.3.2
 */
export function demonstrationPlans(mtbf: number, confidence: number, most: number): readonly PlannedDemonstration[] {
  if (!(Number.isSafeInteger(most) && most >= 0 && most <= MOST_ALLOWED))
    throw new RangeError(`${most} is no number of failures to allow`)
  return Array.from({ length: most + 1 }, (_, allowed) => ({
    allowed,
    exposure: demonstrationTime(mtbf, allowed, confidence),
  }))
}

/**
 * With which chance does a part of this true mean pass a plan? The operating characteristic: P(N ≤ allowed).
 * @throws RangeError for a plan or mean that is none
 * @source the Poisson law of the count
 */
export function passChance({ allowed, exposure }: PlannedDemonstration, trueMtbf: number): number {
  if (!(trueMtbf > 0)) throw new RangeError(`mean ${trueMtbf} is not positive`)
  if (!(exposure >= 0 && exposure / trueMtbf < Infinity)) throw new RangeError(`exposure ${exposure} is no distance`)
  return poissonCdf(allowed, exposure / trueMtbf)
}

/**
 * With which chance does a part of this true mean pass at least one of several plans, if whichever comes first is taken?
 * Larger than what each of them promises: that is why one has to be chosen beforehand.
 * @param plans with distances and allowed failures that increase
 * @throws      RangeError for plans out of order
 * @source      the count at each distance as a chain of independent Poisson increments
 */
export function anyPassChance(plans: readonly PlannedDemonstration[], trueMtbf: number): number {
  const most = plans.at(-1)?.allowed ?? -1
  if (!(Number.isSafeInteger(most) && most <= MOST_ALLOWED)) throw new RangeError(`${most} failures is not a count`)
  let open = [1]
  let [passed, before] = [0, { allowed: -1, exposure: 0 }]
  for (const plan of plans) {
    const { allowed, exposure } = plan
    if (!(allowed > before.allowed && exposure >= before.exposure)) throw new RangeError('plans are not in order')
    const further = exposure - before.exposure
    const atMost = Array.from({ length: most + 1 }, (_, more) =>
      passChance({ allowed: more, exposure: further }, trueMtbf),
    )
    const next = new Float64Array(most + 1)
    for (const [failures, chance] of open.entries())
      for (let more = 0; failures + more <= most; more += 1)
        next[failures + more] =
          (next[failures + more] ?? 0) + chance * ((atMost[more] ?? 0) - (more === 0 ? 0 : (atMost[more - 1] ?? 0)))
    passed += next.slice(0, allowed + 1).reduce((sum, chance) => sum + chance, 0)
    open = Array.from({ length: most + 1 }, (_, failures) => (failures <= allowed ? 0 : (next[failures] ?? 0)))
    before = plan
  }
  return Math.min(1, passed)
}

import type { Interval } from './life/fittedLaw'

export type BoundedAvailability = { readonly availability: number; readonly lower: number; readonly upper: number }

/** A figure with its bounds. */
export type Bounded = { readonly value: number; readonly bounds: Interval }

/**
 * Availability 1/(1 + rate × mean down time) with bounds, from the bounds of both at one confidence: the logarithm of
 * their product keeps the distances of both to their bounds (MOVER).
 *
 * @param rate     failures per hour of running, with exact bounds, > 0
 * @param downTime mean hours of one, with bounds, > 0
 * @throws         RangeError for figures that are none or lie outside their bounds
 * @source         Zou & Donner (2008), Statistics in Medicine 27: the method of variance estimates recovery
 */
export function availabilityBounds(rate: Bounded, downTime: Bounded): BoundedAvailability {
  for (const { value, bounds } of [rate, downTime])
    if (!(bounds[0] > 0 && bounds[0] <= value && value <= bounds[1] && bounds[1] < Infinity))
      throw new RangeError(`${value} in ${bounds.join(' … ')} is no figure with bounds`)
  const distance = (side: 0 | 1): number =>
    Math.hypot(...[rate, downTime].map(({ value, bounds }) => Math.log(bounds[side] / value)))
  const ratio = rate.value * downTime.value
  const of = (product: number): number => 1 / (1 + product)
  return {
    availability: of(ratio),
    lower: of(ratio * Math.exp(distance(1))),
    upper: of(ratio * Math.exp(-distance(0))),
  }
}

/** How far a part is to run between failures, by what the design says of it. */
import { targetKmOf } from './metTarget'

/** What the design asks of a node, each in its own unit. */
export interface NodeTargets {
  readonly targetFpmk: number | null
  readonly designMtbfH: number | null
  readonly designMdbfKm: number | null
}

/** Assumed until somebody enters the fleet's own, in km/h; hours are always marked as derived. */
export const USUAL_SPEED = 60

/** Kilometres; null where the design says nothing. */
export function targetInKm(node: NodeTargets | null, quantity: number, speed: number): number | null {
  if (node === null) return null
  if (node.designMdbfKm !== null) return node.designMdbfKm
  if (node.targetFpmk) return targetKmOf(node.targetFpmk, quantity)
  return node.designMtbfH ? node.designMtbfH * speed : null
}

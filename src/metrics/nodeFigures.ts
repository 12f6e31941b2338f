/** Failures, exposure, rate and MTBF of every BOM node, rolled up from the leaves. */
import type { MtbfEstimate } from '../reliability/mtbf'
import { mtbf } from '../reliability/mtbf'
import type { NotEstimable } from '../reliability/notEstimable'
import type { FailureColumns } from './failureColumns'
import type { Fleet } from './fleet'
import { partField, type PartBasis } from './partBasis'
import type { FleetExposure } from './scope'

/** Two-sided; what the whole program shows unless a person asks for another. */
export const CONFIDENCE = 0.9

export interface NodeFigures {
  readonly nodeId: string
  /** Failures at the node itself, and with everything below it. */
  readonly own: number
  readonly failures: number
  /** How many of this part one train carries, along the path. */
  readonly quantity: number
  /** Part-kilometres: train-kilometres × quantity × duty cycle. */
  readonly exposureKm: number
  readonly mtbf: MtbfEstimate | NotEstimable<string>
}

/** Kilometres that the parts of a node ran while their trains ran `trainKm`. */
export function partExposure(fleet: Fleet, nodeId: string, trainKm: number): { quantity: number; exposureKm: number } {
  const quantity = fleet.tree.quantityPerTrain(nodeId)
  return { quantity, exposureKm: trainKm * quantity * (fleet.tree.nodes.get(nodeId)?.dutyCycle ?? 1) }
}

export const mtbfOf = (failures: number, exposureKm: number): MtbfEstimate | NotEstimable<string> =>
  mtbf({ failures, exposure: exposureKm, confidence: CONFIDENCE, sided: 'two', termination: 'time' })

/** @param counted rows that count, of any node */
export function nodeFigures(
  columns: FailureColumns,
  counted: Uint32Array,
  fleet: Fleet,
  exposure: FleetExposure,
  partBasis: PartBasis,
): { nodes: readonly NodeFigures[]; unassigned: number } {
  const { index, words } = columns.text[partField(partBasis)]
  const perWord = new Uint32Array(words.length)
  for (const row of counted) perWord[index[row] ?? 0] = (perWord[index[row] ?? 0] ?? 0) + 1
  const own = new Map<string, number>()
  let unassigned = 0
  for (const [at, word] of words.entries()) {
    const count = perWord[at] ?? 0
    if (fleet.tree.nodes.has(word)) own.set(word, count)
    else unassigned += count
  }

  const nodes: NodeFigures[] = []
  const visit = (nodeId: string): number => {
    const at = nodes.length
    nodes.push({
      nodeId,
      own: 0,
      failures: 0,
      quantity: 0,
      exposureKm: 0,
      mtbf: { status: 'not-estimable', reason: 'no-exposure' },
    })
    const mine = own.get(nodeId) ?? 0
    const failures = fleet.tree.childrenOf(nodeId).reduce((sum, child) => sum + visit(child.id), mine)
    const { quantity, exposureKm } = partExposure(fleet, nodeId, exposure.trainKm)
    nodes[at] = { nodeId, own: mine, failures, quantity, exposureKm, mtbf: mtbfOf(failures, exposureKm) }
    return failures
  }
  for (const root of fleet.tree.roots) visit(root.id)
  return { nodes, unassigned }
}

/** Failures, exposure, rate and MTBF of every BOM node, rolled up from the leaves. */
import type { MtbfEstimate } from '../reliability/mtbf'
import { mtbf } from '../reliability/mtbf'
import type { NotEstimable } from '../reliability/notEstimable'
import { withKnownDistance } from './distanceKnown'
import type { FieldData } from './fieldData'
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
  /** Of `failures`, those a rate counts: on days whose distance is known. */
  readonly rated: number
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
  { columns, fleet }: Pick<FieldData, 'columns' | 'fleet'>,
  counted: Uint32Array,
  exposure: FleetExposure,
  partBasis: PartBasis,
): { nodes: readonly NodeFigures[]; unassigned: number } {
  const { index, words } = columns.text[partField(partBasis)]
  const perWordOf = (rows: Uint32Array): Uint32Array => {
    const perWord = new Uint32Array(words.length)
    for (const row of rows) perWord[index[row] ?? 0] = (perWord[index[row] ?? 0] ?? 0) + 1
    return perWord
  }
  const [perWord, ratedPerWord] = [perWordOf(counted), perWordOf(withKnownDistance({ columns, fleet }, counted))]
  const own = new Map<string, { readonly failures: number; readonly rated: number }>()
  let unassigned = 0
  for (const [at, word] of words.entries()) {
    const count = perWord[at] ?? 0
    if (fleet.tree.nodes.has(word)) own.set(word, { failures: count, rated: ratedPerWord[at] ?? 0 })
    else unassigned += count
  }

  const nodes: NodeFigures[] = []
  const visit = (nodeId: string): { readonly failures: number; readonly rated: number } => {
    const at = nodes.length
    nodes.push({
      nodeId,
      own: 0,
      failures: 0,
      rated: 0,
      quantity: 0,
      exposureKm: 0,
      mtbf: { status: 'not-estimable', reason: 'no-exposure' },
    })
    const mine = own.get(nodeId) ?? { failures: 0, rated: 0 }
    const { failures, rated } = fleet.tree.childrenOf(nodeId).reduce((sum, child) => {
      const below = visit(child.id)
      return { failures: sum.failures + below.failures, rated: sum.rated + below.rated }
    }, mine)
    const { quantity, exposureKm } = partExposure(fleet, nodeId, exposure.trainKm)
    nodes[at] = { nodeId, own: mine.failures, failures, rated, quantity, exposureKm, mtbf: mtbfOf(rated, exposureKm) }
    return { failures, rated }
  }
  for (const root of fleet.tree.roots) visit(root.id)
  return { nodes, unassigned }
}

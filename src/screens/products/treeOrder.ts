/** In which order the parts of one assembly stand in the tree, and over which distance their rate is taken. */
import type { TreeNodeView, TreeView } from '../../workers/engineAnswers'

export const TREE_ORDERS = ['bom', 'failures', 'rate', 'rateLower'] as const
export type TreeOrder = (typeof TREE_ORDERS)[number]

/**
 * A rate over what the trains ran adds up along the tree, all products included; one over what the parts ran does not, but
 * tells parts of which a train carries many from parts of which it carries one.
 */
export const TREE_BASES = ['train', 'part'] as const
export type TreeBasis = (typeof TREE_BASES)[number]

export interface NodeRate {
  readonly rate: number
  /** Two-sided 90 %; null while nothing failed. */
  readonly lower: number | null
  readonly upper: number
}

/** Failures per kilometre of trains or of parts, with bounds; null without distance. */
export function nodeRate({ figures }: TreeNodeView, trainKm: number, basis: TreeBasis): NodeRate | null {
  const { mtbf, exposureKm } = figures
  if (mtbf.status !== 'estimated') return null
  const scale = basis === 'train' ? exposureKm / trainKm : 1
  return {
    rate: mtbf.rate * scale,
    lower: mtbf.rateLower === null ? null : mtbf.rateLower * scale,
    upper: mtbf.rateUpper * scale,
  }
}

/** The same nodes from the root down, each assembly's parts with the largest first; equal ones as in the BOM. */
export function inTreeOrder(
  { nodes, exposure }: TreeView,
  order: TreeOrder,
  basis: TreeBasis,
): readonly TreeNodeView[] {
  if (order === 'bom') return nodes
  const below = new Map<string | null, TreeNodeView[]>()
  for (const node of nodes) {
    const siblings = below.get(node.parentId)
    if (siblings === undefined) below.set(node.parentId, [node])
    else siblings.push(node)
  }
  const sizeOf = (node: TreeNodeView): number => {
    if (order === 'failures') return node.figures.failures
    const rate = nodeRate(node, exposure.trainKm, basis)
    return (order === 'rate' ? rate?.rate : rate?.lower) ?? -1
  }
  const ordered: TreeNodeView[] = []
  const visit = (parentId: string | null): void => {
    for (const node of [...(below.get(parentId) ?? [])].sort((a, b) => sizeOf(b) - sizeOf(a))) {
      ordered.push(node)
      visit(node.id)
    }
  }
  visit(null)
  return ordered
}

/**
 * The bill of materials as a tree: parents, children, paths, and how many of each part one train carries.
 * A cycle or a missing parent in the data never hangs or drops a node: such a node becomes a root of its own.
 */
export interface TreeNode {
  readonly id: string
  readonly parentId?: string
  readonly name?: string
  readonly partNo?: string
  readonly qty?: number
  readonly order?: number
}

export interface BomTree<N extends TreeNode = TreeNode> {
  readonly nodes: ReadonlyMap<string, N>
  readonly roots: readonly N[]
  readonly childrenOf: (id: string | null) => readonly N[]
  /** From the root down to the node itself. */
  readonly pathOf: (id: string) => readonly N[]
  /** The node and everything below it. */
  readonly withDescendants: (id: string) => readonly string[]
  /** Product of the quantities along the path: how many of this part are on one train. */
  readonly quantityPerTrain: (id: string) => number
}

const NONE: readonly never[] = []

function reachesItself<N extends TreeNode>(start: N, byId: ReadonlyMap<string, N>): boolean {
  const seen = new Set<string>([start.id])
  for (let at = byId.get(start.parentId ?? ''); at !== undefined; at = byId.get(at.parentId ?? '')) {
    if (at.id === start.id) return true
    if (seen.has(at.id)) return false
    seen.add(at.id)
  }
  return false
}

export function bomTree<N extends TreeNode>(nodes: readonly N[]): BomTree<N> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parentOf = new Map<string, N>()
  for (const node of nodes) {
    const parent = byId.get(node.parentId ?? '')
    if (parent !== undefined && !reachesItself(node, byId)) parentOf.set(node.id, parent)
  }

  const children = new Map<string, N[]>()
  const roots: N[] = []
  for (const node of nodes) {
    const parent = parentOf.get(node.id)
    if (parent === undefined) roots.push(node)
    else children.set(parent.id, [...(children.get(parent.id) ?? []), node])
  }
  const inOrder = (a: N, b: N): number =>
    (a.order ?? 0) - (b.order ?? 0) || (a.partNo ?? '').localeCompare(b.partNo ?? '')
  roots.sort(inOrder)
  for (const list of children.values()) list.sort(inOrder)

  const childrenOf = (id: string | null): readonly N[] => (id === null ? roots : (children.get(id) ?? NONE))
  const pathOf = (id: string): readonly N[] => {
    const path: N[] = []
    for (let at = byId.get(id); at !== undefined; at = parentOf.get(at.id)) path.unshift(at)
    return path
  }
  const withDescendants = (id: string): readonly string[] => [
    id,
    ...childrenOf(id).flatMap((child) => withDescendants(child.id)),
  ]
  const quantityPerTrain = (id: string): number => pathOf(id).reduce((product, node) => product * (node.qty ?? 1), 1)

  return { nodes: byId, roots, childrenOf, pathOf, withDescendants, quantityPerTrain }
}

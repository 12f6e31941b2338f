/** Which nodes of the BOM show: those that a search found, or those whose way up is open. */
import { useMemo, useState } from 'react'
import { useEngine } from '../../panels/useEngine'
import type { TreeNodeView, TreeView } from '../../workers/engineAnswers'

type ById = ReadonlyMap<string, TreeNodeView>

function ancestorsOf(byId: ById, nodeId: string | null): ReadonlySet<string> {
  const ids = new Set<string>()
  for (let at = byId.get(nodeId ?? '')?.parentId ?? null; at !== null; at = byId.get(at)?.parentId ?? null) ids.add(at)
  return ids
}

/** Nodes come from the root down, so a closed one hides all that follow below it. */
function unfolded({ nodes }: TreeView, byId: ById, isOpen: (node: TreeNodeView) => boolean): readonly TreeNodeView[] {
  const hidden = new Set<string>()
  return nodes.filter((node) => {
    const isHidden = node.parentId !== null && (hidden.has(node.parentId) || !isOpen(byId.get(node.parentId) ?? node))
    if (isHidden) hidden.add(node.id)
    return !isHidden
  })
}

export function useBomTree(tree: TreeView, selected: string | null) {
  const [typed, setTyped] = useState('')
  /** Nodes that stand the other way than they would by themselves. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const isSearching = typed.trim() !== ''
  const { answer: hits } = useEngine(isSearching ? `find|${typed}` : null, (engine) => engine.findNodes(typed, 60))
  const byId = useMemo(() => new Map(tree.nodes.map((node) => [node.id, node])), [tree])
  const ancestors = useMemo(() => ancestorsOf(byId, selected), [byId, selected])
  const isOpen = (node: TreeNodeView): boolean => turned.has(node.id) !== (ancestors.has(node.id) || node.level === 1)
  const toggle = (node: TreeNodeView): void =>
    setTurned((before) => {
      const next = new Set(before)
      if (!next.delete(node.id)) next.add(node.id)
      return next
    })
  const visible = isSearching ? (hits ?? []).flatMap((hit) => byId.get(hit.id) ?? []) : unfolded(tree, byId, isOpen)
  return {
    typed,
    setTyped,
    isSearching,
    isOpen,
    toggle,
    visible,
    /** Where what was found stands in the BOM. */
    paths: new Map((hits ?? []).map((hit) => [hit.id, hit.path.slice(0, -1).join(' ▸ ')])),
    hasNoMatch: isSearching && hits !== null && visible.length === 0,
  }
}

/** Search first, tree second: every node with its failures and rate, rolled up from below. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { formatCount, formatFigure } from '../../i18n/format'
import { UNASSIGNED } from '../../metrics/scope'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import type { TreeNodeView, TreeView } from '../../workers/engineAnswers'

interface Props {
  readonly tree: TreeView
  readonly selected: string | null
  readonly onSelect: (nodeId: string | null) => void
}

export function BomTreePanel({ tree, selected, onSelect }: Props) {
  const { t, language } = useText()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const list = useRef<HTMLDivElement>(null)
  const { answer: hits } = useEngine(typed.trim() === '' ? null : `find|${typed}`, (engine) =>
    engine.findNodes(typed, 60),
  )
  const byId = useMemo(() => new Map(tree.nodes.map((node) => [node.id, node])), [tree])
  const most = Math.max(1, ...tree.nodes.filter((node) => node.level === 1).map((node) => node.figures.failures))

  const ancestors = useMemo(() => {
    const ids = new Set<string>()
    for (let at = byId.get(selected ?? '')?.parentId ?? null; at !== null; at = byId.get(at)?.parentId ?? null)
      ids.add(at)
    return ids
  }, [byId, selected])
  const isOpen = (node: TreeNodeView): boolean => open.has(node.id) !== (ancestors.has(node.id) || node.level === 1)
  const toggle = (node: TreeNodeView): void =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(node.id)) next.add(node.id)
      return next
    })
  const hidden = new Set<string>()
  const visible =
    typed.trim() === ''
      ? tree.nodes.filter((node) => {
          const isHidden =
            node.parentId !== null && (hidden.has(node.parentId) || !isOpen(byId.get(node.parentId) ?? node))
          if (isHidden) hidden.add(node.id)
          return !isHidden
        })
      : (hits ?? []).flatMap((hit) => byId.get(hit.id) ?? [])
  const paths = new Map((hits ?? []).map((hit) => [hit.id, hit.path.slice(0, -1).join(' ▸ ')]))

  const onKeyDown = (event: KeyboardEvent, node: TreeNodeView): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])]
    const at = rows.indexOf(event.currentTarget as HTMLElement)
    if (event.key === 'ArrowDown') rows[at + 1]?.focus()
    else if (event.key === 'ArrowUp') rows[at - 1]?.focus()
    else if (event.key === 'ArrowRight' && node.hasChildren && !isOpen(node)) toggle(node)
    else if (event.key === 'ArrowLeft' && node.hasChildren && isOpen(node)) toggle(node)
    else if (event.key === 'Enter' || event.key === ' ') onSelect(node.id)
    else return
    event.preventDefault()
  }

  return (
    <div className="tree">
      <input
        className="input"
        type="search"
        placeholder={t.treeSearch}
        aria-label={t.treeSearch}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="tree-head small muted">
        <span>{t.products}</span>
        <span className="number">{t.treeFailures}</span>
        <span className="number" title={t.treeRateUnit}>
          {t.treeRate}
        </span>
      </div>
      <div role="tree" aria-label={t.productsTitle} ref={list} className="tree-list">
        <div
          role="treeitem"
          tabIndex={0}
          aria-selected={selected === null}
          aria-level={1}
          className="tree-row tree-all"
          onClick={() => onSelect(null)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ' ') {
              event.preventDefault()
              onSelect(null)
            }
          }}
        >
          <span className="tree-name">{t.treeAll}</span>
          <span className="number">{formatCount(tree.counted, language)}</span>
          <span className="number muted">
            {tree.exposure.trainKm > 0 ? formatFigure((tree.counted / tree.exposure.trainKm) * 1e6, language) : '—'}
          </span>
        </div>
        {visible.map((node) => (
          <div
            key={node.id}
            role="treeitem"
            tabIndex={0}
            aria-level={node.level}
            aria-selected={node.id === selected}
            aria-expanded={node.hasChildren && typed.trim() === '' ? isOpen(node) : undefined}
            className="tree-row"
            onClick={() => onSelect(node.id)}
            onKeyDown={(event) => onKeyDown(event, node)}
          >
            <span className="tree-name" style={{ paddingLeft: typed.trim() === '' ? (node.level - 1) * 14 : 0 }}>
              {node.hasChildren && typed.trim() === '' ? (
                <button
                  type="button"
                  tabIndex={-1}
                  className="tree-twist"
                  aria-label={isOpen(node) ? t.treeCollapse(node.name) : t.treeExpand(node.name)}
                  onClick={(event) => {
                    event.stopPropagation()
                    toggle(node)
                  }}
                >
                  {isOpen(node) ? <ChevronDown size={15} aria-hidden /> : <ChevronRight size={15} aria-hidden />}
                </button>
              ) : (
                <span className="tree-twist" />
              )}
              <span className="tree-label">
                <span>{node.name}</span>
                <span className="tree-part">
                  {typed.trim() === '' ? node.partNo : `${node.partNo} · ${paths.get(node.id) ?? ''}`}
                </span>
              </span>
            </span>
            <span className="number tree-count">
              <span
                className="heat"
                style={{ width: `${Math.min(100, (node.figures.failures / most) * 100)}%` }}
                aria-hidden
              />
              {formatCount(node.figures.failures, language)}
            </span>
            <span className="number muted">
              {node.figures.mtbf.status === 'estimated' ? formatFigure(node.figures.mtbf.rate * 1e6, language) : '—'}
            </span>
          </div>
        ))}
        {typed.trim() !== '' && hits !== null && visible.length === 0 ? (
          <p className="muted card-pad">{t.treeNoMatch}</p>
        ) : null}
        {tree.unassigned > 0 ? (
          <div
            role="treeitem"
            tabIndex={0}
            aria-selected={selected === UNASSIGNED}
            aria-level={1}
            className="tree-row"
            onClick={() => onSelect(UNASSIGNED)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault()
                onSelect(UNASSIGNED)
              }
            }}
          >
            <span className="tree-name muted">
              <span className="tree-twist" />
              {t.treeUnassigned}
            </span>
            <span className="number">{formatCount(tree.unassigned, language)}</span>
            <span />
          </div>
        ) : null}
      </div>
    </div>
  )
}

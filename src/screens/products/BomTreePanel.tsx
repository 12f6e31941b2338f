/** Search first, tree second: every node with its failures and rate, rolled up from below, in the order a person chose. */
import { useMemo, useRef, type KeyboardEvent } from 'react'
import { useSearchParams } from 'wouter'
import { oneOf } from '../../domain/closedSet'
import { formatCount, formatFigure } from '../../i18n/format'
import { UNASSIGNED } from '../../metrics/scope'
import { useSetParam } from '../../panels/useSetParam'
import { perMillion } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'
import type { TreeNodeView, TreeView } from '../../workers/engineAnswers'
import { inTreeOrder, nodeRate, TREE_BASES, TREE_ORDERS, type TreeBasis, type TreeOrder } from './treeOrder'
import { TreeChoice, TreeRow } from './TreeRow'
import { useBomTree } from './useBomTree'

interface Props {
  readonly tree: TreeView
  readonly selected: string | null
  readonly onSelect: (nodeId: string | null) => void
}

export function BomTreePanel({ tree: asInBom, selected, onSelect }: Props) {
  const { t } = useText()
  const [params] = useSearchParams()
  const order = oneOf(TREE_ORDERS, params.get('order')) ?? 'bom'
  const basis = oneOf(TREE_BASES, params.get('over')) ?? 'train'
  const tree = useMemo(() => ({ ...asInBom, nodes: inTreeOrder(asInBom, order, basis) }), [asInBom, order, basis])
  const { typed, setTyped, isSearching, isOpen, toggle, visible, paths, hasNoMatch } = useBomTree(tree, selected)
  const list = useRef<HTMLDivElement>(null)
  const most = Math.max(1, ...tree.nodes.filter((node) => node.level === 1).map((node) => node.figures.failures))

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
      <TreeChoices order={order} basis={basis} />
      <div className="tree-head small muted">
        <span>{t.products}</span>
        <span className="number">{t.treeFailures}</span>
        <span className="number">{t.treeRate}</span>
      </div>
      <div role="tree" aria-label={t.productsTitle} ref={list} className="tree-list">
        <AllProducts tree={tree} basis={basis} isSelected={selected === null} onSelect={() => onSelect(null)} />
        {visible.map((node) => (
          <TreeRow
            key={node.id}
            node={node}
            most={most}
            rate={nodeRate(node, tree.exposure.trainKm, basis)}
            basis={basis}
            isSelected={node.id === selected}
            isOpen={isOpen(node)}
            hitPath={isSearching ? (paths.get(node.id) ?? '') : null}
            onToggle={() => toggle(node)}
            onSelect={() => onSelect(node.id)}
            onKeyDown={(event) => onKeyDown(event, node)}
          />
        ))}
        {hasNoMatch ? <p className="muted card-pad">{t.treeNoMatch}</p> : null}
        {tree.unassigned > 0 ? (
          <Unassigned tree={tree} isSelected={selected === UNASSIGNED} onSelect={() => onSelect(UNASSIGNED)} />
        ) : null}
      </div>
    </div>
  )
}

interface ChoiceProps {
  readonly tree: TreeView
  readonly isSelected: boolean
  readonly onSelect: () => void
}

interface AllProps extends ChoiceProps {
  readonly basis: TreeBasis
}

function AllProducts({ tree: { counted, exposure }, basis, isSelected, onSelect }: AllProps) {
  const { t, language } = useText()
  const rate =
    exposure.trainKm > 0 && basis === 'train' ? formatFigure(perMillion(counted / exposure.trainKm), language) : '—'
  return (
    <TreeChoice className="tree-row tree-all" isSelected={isSelected} onSelect={onSelect}>
      <span className="tree-name">{t.treeAll}</span>
      <span className="number">{formatCount(counted, language)}</span>
      <span className="number muted" title={basis === 'part' ? t.treeRateOfAll : t.treeRateOver(basis)}>
        {rate}
      </span>
    </TreeChoice>
  )
}

function Unassigned({ tree: { unassigned }, isSelected, onSelect }: ChoiceProps) {
  const { t, language } = useText()
  return (
    <TreeChoice className="tree-row" isSelected={isSelected} onSelect={onSelect}>
      <span className="tree-name muted">
        <span className="tree-twist" />
        {t.treeUnassigned}
      </span>
      <span className="number">{formatCount(unassigned, language)}</span>
      <span />
    </TreeChoice>
  )
}

/** In which order parts of one assembly stand, and over which distance their rate is taken. */
function TreeChoices({ order, basis }: { readonly order: TreeOrder; readonly basis: TreeBasis }) {
  const { t } = useText()
  const setParam = useSetParam()
  return (
    <div className="tree-choices small">
      <select
        className="input compact-input"
        aria-label={t.treeOrderLabel}
        value={order}
        onChange={(event) => setParam('order', event.target.value === 'bom' ? '' : event.target.value)}
      >
        {TREE_ORDERS.map((one) => (
          <option key={one} value={one}>
            {t.treeOrderLabel}
            {t.colon}
            {t.treeOrder(one)}
          </option>
        ))}
      </select>
      <select
        className="input compact-input"
        aria-label={t.treeRateOverLabel}
        value={basis}
        onChange={(event) => setParam('over', event.target.value === 'train' ? '' : event.target.value)}
      >
        {TREE_BASES.map((one) => (
          <option key={one} value={one}>
            {t.treeRateOver(one)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** One line of the BOM tree: a node with its failures and rate, or a choice that is no node. */
import { perMillion } from '../../reliability/perMillion'
import { ChevronDown, ChevronRight } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { formatCount, formatFigure } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import type { TreeNodeView } from '../../workers/engineAnswers'
import type { NodeRate, TreeBasis } from './treeOrder'

interface RowProps {
  readonly node: TreeNodeView
  /** The most failures of a node at the top, for the bar behind the count. */
  readonly most: number
  /** Null without distance. */
  readonly rate: NodeRate | null
  readonly basis: TreeBasis
  readonly isSelected: boolean
  readonly isOpen: boolean
  /** Where a node that was searched stands; null in the tree, which shows it. */
  readonly hitPath: string | null
  readonly onToggle: () => void
  readonly onSelect: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function TreeRow({
  node,
  most,
  rate,
  basis,
  isSelected,
  isOpen,
  hitPath,
  onToggle,
  onSelect,
  onKeyDown,
}: RowProps) {
  const { language } = useText()
  const { failures } = node.figures
  const opens = node.hasChildren && hitPath === null
  return (
    <div
      role="treeitem"
      tabIndex={0}
      aria-level={node.level}
      aria-selected={isSelected}
      aria-expanded={opens ? isOpen : undefined}
      className="tree-row"
      onClick={onSelect}
      onKeyDown={onKeyDown}
    >
      <span className="tree-name" style={{ paddingLeft: hitPath === null ? (node.level - 1) * 14 : 0 }}>
        {opens ? <Twist name={node.name} isOpen={isOpen} onToggle={onToggle} /> : <span className="tree-twist" />}
        <span className="tree-label">
          <span>{node.name}</span>
          <span className="tree-part">{hitPath === null ? node.partNo : `${node.partNo} · ${hitPath}`}</span>
        </span>
      </span>
      <span className="number tree-count">
        <span className="heat" style={{ width: `${Math.min(100, (failures / most) * 100)}%` }} aria-hidden />
        {formatCount(failures, language)}
      </span>
      <Rate rate={rate} basis={basis} />
    </div>
  )
}

/** The bounds come with the pointer and stand on the page of the node. */
function Rate({ rate, basis }: { readonly rate: NodeRate | null; readonly basis: TreeBasis }) {
  const { t, language } = useText()
  if (rate === null) return <span className="number muted">—</span>
  const show = (value: number): string => formatFigure(perMillion(value), language)
  const unit = t.treeRateOver(basis)
  return (
    <span
      className="number muted"
      title={t.treeRateBounds(show(rate.rate), show(rate.lower ?? 0), show(rate.upper), unit)}
    >
      {show(rate.rate)}
    </span>
  )
}

interface TwistProps {
  readonly name: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Twist({ name, isOpen, onToggle }: TwistProps) {
  const { t } = useText()
  return (
    <button
      type="button"
      tabIndex={-1}
      className="tree-twist"
      aria-label={isOpen ? t.treeCollapse(name) : t.treeExpand(name)}
      onClick={(event) => {
        event.stopPropagation()
        onToggle()
      }}
    >
      {isOpen ? <ChevronDown size={15} aria-hidden /> : <ChevronRight size={15} aria-hidden />}
    </button>
  )
}

interface ChoiceProps {
  readonly className: string
  readonly isSelected: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
}

/** All products, or the failures without a part. */
export function TreeChoice({ className, isSelected, onSelect, children }: ChoiceProps) {
  return (
    <div
      role="treeitem"
      tabIndex={0}
      aria-selected={isSelected}
      aria-level={1}
      className={className}
      onClick={onSelect}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault()
          onSelect()
        }
      }}
    >
      {children}
    </div>
  )
}

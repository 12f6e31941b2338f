/** The line of a group in a table: what its rows share, how many they are, and their sums. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { formatCount, formatShare } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import type { TableLine } from './tableLines'
import { useColumnMeaning } from './useColumnMeaning'

interface Props {
  readonly line: Extract<TableLine, { readonly kind: 'group' }>
  readonly at: number
  readonly start: number
  readonly height: number
  /** Rows of the whole table. */
  readonly ofAll: number
  readonly isActive: boolean
  readonly onToggle: () => void
  readonly onChoose: (() => void) | undefined
}

export function GroupLine({ line, at, start, height, ofAll, isActive, onToggle, onChoose }: Props) {
  const { t, language } = useText()
  const { group, isOpen } = line
  const meaning = useColumnMeaning()(group.field)
  const { rows, trains, nodes, delayMin } = group.totals
  const count = (value: number): string => formatCount(value, language)
  const label = group.label === '' ? t.blankValue : group.label
  const Arrow = isOpen ? ChevronDown : ChevronRight
  return (
    <div
      role="row"
      id={`row-${at}`}
      aria-rowindex={at + 2}
      aria-level={group.level + 1}
      aria-expanded={isOpen}
      className={`ftable-row ftable-group${isActive ? ' is-active' : ''}`}
      style={{ height, transform: `translateY(${start}px)` }}
      onClick={onToggle}
    >
      <div role="gridcell" className="ftable-group-cell" style={{ paddingLeft: 8 + group.level * 20 }}>
        <Arrow size={15} aria-hidden />
        <span className="small muted ftable-group-of">{meaning[language]}</span>
        <strong title={label}>{label}</strong>
        <span className="ftable-share" aria-hidden>
          <span style={{ width: `${(100 * rows) / Math.max(1, ofAll)}%` }} />
        </span>
        <span className="ftable-sum">{t.groupRows(count(rows), formatShare(rows / Math.max(1, ofAll), language))}</span>
        <span className="muted ftable-sum">{t.totalsTrains(count(trains))}</span>
        <span className="muted ftable-sum">{t.totalsNodes(count(nodes))}</span>
        {delayMin === 0 ? null : <span className="muted ftable-sum">{t.totalsDelay(count(delayMin))}</span>}
        {onChoose === undefined ? null : (
          <button
            type="button"
            tabIndex={-1}
            className="button quiet ftable-group-choose"
            onClick={(event) => {
              event.stopPropagation()
              onChoose()
            }}
          >
            {t.groupChoose}
          </button>
        )}
      </div>
    </div>
  )
}

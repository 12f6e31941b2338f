/** One failure as a line of a table. */
import { GitFork } from 'lucide-react'
import { memo, type RefObject } from 'react'
import { formatEntered } from '../i18n/format'
import type { Language } from '../i18n/translation'
import type { ColumnField } from '../metrics/columnMeaning'
import { useText } from '../ui/LanguageContext'
import type { TableRow } from '../workers/engineAnswers'
import { SeverityMark, StateMark } from './StateTags'
import { frozenAt } from './tableShape'
import { useColumnMeaning } from './useColumnMeaning'
import './conflictMark.css'

/** A row that has not arrived. */
export const PENDING: TableRow = { id: '', words: {}, labels: {} }

export interface LinePressed {
  readonly once: (line: number, row: TableRow) => void
  readonly twice: (row: TableRow) => void
  readonly choose: (line: number, index: number, row: TableRow, isRange: boolean) => void
}

interface LineProps {
  readonly row: TableRow
  /** Its place among the rows; groups are not counted. */
  readonly index: number
  /** Its place in the table. */
  readonly line: number
  readonly start: number
  readonly height: number
  readonly fields: readonly ColumnField[]
  readonly frozen: number
  /** In a grouped table: how deep. */
  readonly level: number | undefined
  readonly isActive: boolean
  readonly isSelected: boolean
  /** Undefined where rows cannot be selected. */
  readonly isChosen: boolean | undefined
  /** Devices disagree on one of its fields. */
  readonly isDisputed: boolean
  readonly pressed: RefObject<LinePressed>
}

/** Scrolling draws again only the rows that come into view, so a wheel step stays cheap. */
export const FailureLine = memo(function FailureLine({
  row,
  index,
  line,
  start,
  height,
  fields,
  frozen,
  level,
  isActive,
  isSelected,
  isChosen,
  isDisputed,
  pressed,
}: LineProps) {
  const { language } = useText()
  const meaningOf = useColumnMeaning()
  return (
    <div
      role="row"
      id={`row-${line}`}
      aria-rowindex={line + 2}
      aria-level={level}
      aria-selected={isSelected}
      className={`ftable-row ftable-body${isActive ? ' is-active' : ''}${isChosen === true ? ' is-chosen' : ''}`}
      style={{ height, transform: `translateY(${start}px)` }}
      onClick={() => pressed.current.once(line, row)}
      onDoubleClick={() => pressed.current.twice(row)}
    >
      {isChosen === undefined ? null : (
        <CheckCell
          row={row}
          isChosen={isChosen}
          isFrozen={frozen > 0}
          onChoose={(isRange) => pressed.current.choose(line, index, row, isRange)}
        />
      )}
      {row === PENDING ? (
        <div role="gridcell" className="ftable-td">
          <span className="skeleton" style={{ display: 'block', minHeight: 12, width: 120 }} />
        </div>
      ) : (
        fields.map((field, at) => (
          <div
            role="gridcell"
            key={field}
            className={`ftable-td${meaningOf(field).kind === 'number' ? ' number' : ''}${at < frozen ? ' is-frozen' : ''}`}
            style={frozenAt(at, frozen)}
          >
            {isDisputed && field === 'no' ? <DisputedSign /> : null}
            <Cell field={field} row={row} language={language} isNumber={meaningOf(field).kind === 'number'} />
          </div>
        ))
      )}
    </div>
  )
})

/** Beside the number; the page of the failure says on which fields. */
function DisputedSign() {
  const { t } = useText()
  return (
    <span title={t.conflictsMark}>
      <GitFork className="conflict-sign" size={12} aria-hidden />
      <span className="visually-hidden">{t.conflictsMark}</span>
    </span>
  )
}

interface CheckProps {
  readonly row: TableRow
  readonly isChosen: boolean
  readonly isFrozen: boolean
  readonly onChoose: (isRange: boolean) => void
}

/** The whole cell is the target; the keyboard selects with X, so that the row and not the box holds the focus. */
function CheckCell({ row, isChosen, isFrozen, onChoose }: CheckProps) {
  const { t } = useText()
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      className={isFrozen ? 'ftable-check is-frozen' : 'ftable-check'}
      style={isFrozen ? { position: 'sticky', left: 0, zIndex: 1 } : undefined}
      onClick={(event) => {
        event.stopPropagation()
        onChoose(event.shiftKey)
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isChosen}
        readOnly
        aria-label={t.chooseRow(row.labels['no'] ?? row.words['no'] ?? t.noNumber)}
      />
    </div>
  )
}

interface CellProps {
  readonly field: ColumnField
  readonly row: TableRow
  readonly language: Language
  readonly isNumber: boolean
}

function Cell({ field, row, language, isNumber }: CellProps) {
  const label = row.labels[field] ?? ''
  if (field === 'severity') return <SeverityMark code={row.words[field]} label={label} />
  if (field === 'state') return <StateMark code={row.words[field]} label={label} />
  if (isNumber) return <>{label === '' ? '' : formatEntered(Number(label), language)}</>
  if ((field === 'bomNodeId' || field === 'failedNodeId') && label === '')
    return (
      <span className="muted">
        {row.words['nodeText'] ?? ''}
        {row.words['nodeText'] ? ' ?' : ''}
      </span>
    )
  if (field === 'reportedSerial' || field === 'removedSerial' || field === 'installedSerial' || field === 'no')
    return <span className="mono">{label}</span>
  return <>{label}</>
}

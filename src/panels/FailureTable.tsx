/**
 * Failures as a table of any length: TanStack Table holds the columns and their order, only the rows in view exist, and
 * rows come from the background engine as they scroll into view.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { companyFieldsOfTable } from '../domain/companyFields'
import { columnMeaning, type ColumnField } from '../metrics/columnMeaning'
import type { Sorting } from '../metrics/failureFilter'
import { formatEntered } from '../i18n/format'
import type { Language } from '../i18n/translation'
import { useText } from '../ui/LanguageContext'
import type { TableRow } from '../workers/engineAnswers'
import { FailureTableHead } from './FailureTableHead'
import { SeverityMark, StateMark } from './StateTags'
import { useCompanyFields } from './useCompanyFields'
import { useRowWindow, type RowSource } from './useRowWindow'
import './failureTable.css'

const WIDTHS: Partial<Record<ColumnField, number>> = {
  no: 150,
  state: 108,
  occurredAt: 150,
  trainId: 124,
  bomNodeId: 150,
  failedNodeId: 150,
  description: 320,
  symptomCode: 140,
  serviceImpact: 110,
  severity: 108,
  odometerKm: 110,
  measure: 240,
  causeText: 240,
  actionText: 240,
  depotId: 110,
  customerId: 110,
  nodeText: 140,
  reportedSerial: 130,
  removedSerial: 130,
  installedSerial: 130,
  delayMin: 84,
  carNo: 64,
}
const ROW_HEIGHT = 32

/** Rows that are selected for something to be done with all of them. */
export interface Choosing {
  readonly ids: ReadonlySet<string>
  /** @param isRange from the row chosen last to this one */
  readonly choose: (index: number, id: string, isRange: boolean) => void
  readonly chooseAll: () => void
  readonly clear: () => void
}

const CHECK_WIDTH = 40

interface Props extends RowSource {
  readonly fields: readonly ColumnField[]
  readonly sorting?: Sorting
  readonly onSort?: (sorting: Sorting) => void
  readonly onFilter?: (field: ColumnField) => void
  readonly filtered?: ReadonlySet<ColumnField>
  readonly selectedId?: string | null
  readonly onSelect: (row: TableRow) => void
  readonly onOpen: (row: TableRow) => void
  readonly label: string
  /** Without it rows cannot be selected. */
  readonly choosing?: Choosing
}

interface ActiveRow extends Pick<Props, 'sourceKey' | 'total' | 'selectedId' | 'onSelect' | 'onOpen' | 'choosing'> {
  readonly rows: ReturnType<typeof useRowWindow>
  readonly scrollTo: (index: number) => void
}

/** Where the keyboard stands in the table, and what its keys and a press on a row do. */
function useActiveRow({ sourceKey, total, rows, selectedId, scrollTo, onSelect, onOpen, choosing }: ActiveRow) {
  const [active, setActive] = useState(0)
  useEffect(() => setActive(0), [sourceKey])
  const pressed = useRef<LineProps['pressed']['current']>({ once: NOT_YET, twice: NOT_YET, choose: NOT_YET })
  pressed.current = {
    once: (index, row) => {
      setActive(index)
      if (row !== PENDING) onSelect(row)
    },
    twice: (row) => {
      if (row !== PENDING) onOpen(row)
    },
    choose: (index, row, isRange) => {
      setActive(index)
      if (row !== PENDING) choosing?.choose(index, row.id, isRange)
    },
  }
  const move = (to: number): void => {
    const next = Math.min(total - 1, Math.max(0, to))
    setActive(next)
    scrollTo(next)
    const row = rows.at(next)
    if (row !== undefined && selectedId !== undefined && selectedId !== null) onSelect(row)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows.at(active)
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 20, PageUp: -20, Home: -total, End: total }[
      event.key
    ]
    if (step !== undefined) move(active + step)
    else if (choosing !== undefined && event.key.toLowerCase() === 'x' && row !== undefined)
      choosing.choose(active, row.id, event.shiftKey)
    else if (choosing !== undefined && event.key === 'a' && (event.ctrlKey || event.metaKey)) choosing.chooseAll()
    else if (event.key === ' ' && row !== undefined) onSelect(row)
    else if (event.key === 'Enter' && row !== undefined) onOpen(row)
    else return
    event.preventDefault()
  }
  return { active, pressed, onKeyDown }
}

export function FailureTable({
  total,
  sourceKey,
  load,
  fields,
  sorting,
  onSort,
  onFilter,
  filtered,
  selectedId,
  onSelect,
  onOpen,
  label,
  choosing,
}: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRowWindow({ sourceKey, total, load })
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { want } = rows
  useEffect(() => want(first, last), [want, first, last])
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [sourceKey])
  const { active, pressed, onKeyDown } = useActiveRow({
    sourceKey,
    total,
    rows,
    selectedId,
    scrollTo: virtual.scrollToIndex,
    onSelect,
    onOpen,
    ...(choosing === undefined ? {} : { choosing }),
  })

  const widths = [...(choosing === undefined ? [] : [CHECK_WIDTH]), ...fields.map((field) => WIDTHS[field] ?? 120)]
  const template = widths.map((width) => `${width}px`).join(' ')
  const width = widths.reduce((sum, each) => sum + each, 0)

  return (
    <div className="ftable" ref={scroller}>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={widths.length}
        aria-multiselectable={choosing === undefined ? undefined : true}
        tabIndex={0}
        onKeyDown={onKeyDown}
        aria-activedescendant={total > 0 ? `row-${active}` : undefined}
        className="ftable-grid"
        style={{ minWidth: width }}
      >
        <FailureTableHead
          fields={fields}
          template={template}
          sorting={sorting}
          onSort={onSort}
          onFilter={onFilter}
          filtered={filtered}
          total={total}
          choosing={choosing}
        />
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => (
            <Line
              key={item.key}
              row={rows.at(item.index) ?? PENDING}
              index={item.index}
              start={item.start}
              fields={fields}
              template={template}
              isActive={item.index === active}
              isSelected={rows.at(item.index) !== undefined && rows.at(item.index)?.id === selectedId}
              isChosen={choosing?.ids.has(rows.at(item.index)?.id ?? '')}
              pressed={pressed}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

const NOT_YET = (): void => undefined
const PENDING: TableRow = { id: '', words: {}, labels: {} }

interface LineProps {
  readonly row: TableRow
  readonly index: number
  readonly start: number
  readonly fields: readonly ColumnField[]
  readonly template: string
  readonly isActive: boolean
  readonly isSelected: boolean
  /** Undefined where rows cannot be selected. */
  readonly isChosen: boolean | undefined
  readonly pressed: RefObject<{
    readonly once: (index: number, row: TableRow) => void
    readonly twice: (row: TableRow) => void
    readonly choose: (index: number, row: TableRow, isRange: boolean) => void
  }>
}

/** One row in view. Scrolling draws again only the rows that come into view, so a wheel step stays cheap. */
const Line = memo(function Line({
  row,
  index,
  start,
  fields,
  template,
  isActive,
  isSelected,
  isChosen,
  pressed,
}: LineProps) {
  const { language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  return (
    <div
      role="row"
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={`ftable-row ftable-body${isActive ? ' is-active' : ''}${isChosen === true ? ' is-chosen' : ''}`}
      style={{ gridTemplateColumns: template, height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
      onClick={() => pressed.current.once(index, row)}
      onDoubleClick={() => pressed.current.twice(row)}
    >
      {isChosen === undefined ? null : (
        <CheckCell row={row} isChosen={isChosen} onChoose={(isRange) => pressed.current.choose(index, row, isRange)} />
      )}
      {row === PENDING ? (
        <div role="gridcell" className="ftable-td">
          <span className="skeleton" style={{ display: 'block', minHeight: 12, width: 120 }} />
        </div>
      ) : (
        fields.map((field) => (
          <div
            role="gridcell"
            key={field}
            className={columnMeaning(field, company).kind === 'number' ? 'ftable-td number' : 'ftable-td'}
          >
            <Cell
              field={field}
              row={row}
              language={language}
              isNumber={columnMeaning(field, company).kind === 'number'}
            />
          </div>
        ))
      )}
    </div>
  )
})

/** The whole cell is the target; the keyboard selects with X, so that the row and not the box holds the focus. */
function CheckCell({
  row,
  isChosen,
  onChoose,
}: {
  readonly row: TableRow
  readonly isChosen: boolean
  readonly onChoose: (isRange: boolean) => void
}) {
  const { t } = useText()
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      className="ftable-check"
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

/**
 * Failures as a table of any length: TanStack Table holds the columns, their order and widths, only the rows in view
 * exist, and rows come from the background engine as they scroll into view. Grouped rows stand in an outline.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ColumnField } from '../metrics/columnMeaning'
import type { Sorting } from '../metrics/failureFilter'
import type { TableGroup, TableRow } from '../workers/engineAnswers'
import { FailureLine, PENDING } from './FailureLine'
import { FailureTableHead } from './FailureTableHead'
import { GroupLine } from './GroupLine'
import { groupedLines, plainLines } from './tableLines'
import { shapeOf, standardWidth, type Widths } from './tableShape'
import { useDisputedFailures } from './useConflicts'
import { useRowWindow, type RowSource } from './useRowWindow'
import { useTableKeys } from './useTableKeys'
import './failureTable.css'

const ROW_HEIGHT = 32

/** Rows that are selected for something to be done with all of them. */
export interface Choosing {
  readonly ids: ReadonlySet<string>
  /** @param isRange from the row chosen last to this one */
  readonly choose: (index: number, id: string, isRange: boolean) => void
  /** Adds the rows from `from` up to, but not with, `to`. */
  readonly chooseRange: (from: number, to: number) => void
  readonly chooseAll: () => void
  readonly clear: () => void
}

/** What a person may change about the columns; without it they are as they stand. */
export interface ColumnChanges {
  readonly onSort: (sorting: readonly Sorting[]) => void
  readonly onFilter: (field: ColumnField) => void
  readonly onColumns: (fields: readonly ColumnField[], widths: Widths) => void
  readonly onFreeze: (count: number) => void
  readonly onGroup: (field: ColumnField) => void
}

export interface Outline {
  readonly groups: readonly TableGroup[]
  readonly open: ReadonlySet<string>
  readonly toggle: (key: string) => void
}

interface Props extends RowSource {
  readonly fields: readonly ColumnField[]
  readonly widths?: Widths
  /** How many columns stay in place while one scrolls to the side. */
  readonly frozen?: number
  readonly sorting?: readonly Sorting[]
  readonly changes?: ColumnChanges
  readonly filtered?: ReadonlySet<ColumnField>
  /** Of grouped rows. */
  readonly outline?: Outline | null
  readonly selectedId?: string | null
  readonly onSelect: (row: TableRow) => void
  readonly onOpen: (row: TableRow) => void
  /** Ctrl+C without marked text; with the row the keyboard stands on. */
  readonly onCopy?: (row: TableRow | undefined) => void
  readonly label: string
  /** Without it rows cannot be selected. */
  readonly choosing?: Choosing
}

const NO_WIDTHS: Widths = {}
const NO_TOGGLE = (): void => undefined

/** The lines in view, and rows asked for as they come into view. */
function useLinesInView({ sourceKey, total, load, outline }: Pick<Props, 'sourceKey' | 'total' | 'load' | 'outline'>) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRowWindow({ sourceKey, total, load })
  const groups = outline?.groups
  const open = outline?.open
  const lines = useMemo(
    () => (groups === undefined || open === undefined ? plainLines(total) : groupedLines(groups, open)),
    [groups, open, total],
  )
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { want } = rows
  useEffect(() => {
    for (let at = first; at <= last; at += 1) {
      const line = lines.at(at)
      if (line?.kind === 'row') want(line.index, line.index)
    }
  }, [want, lines, first, last])
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [sourceKey])
  return { scroller, rows, lines, virtual, items }
}

export function FailureTable(props: Props) {
  const { total, fields, widths = NO_WIDTHS, frozen = 0, outline, selectedId, choosing, label } = props
  const { scroller, rows, lines, virtual, items } = useLinesInView(props)
  const { active, setActive, pressed, onKeyDown } = useTableKeys({
    sourceKey: props.sourceKey,
    lines,
    rowAt: rows.at,
    scrollTo: virtual.scrollToIndex,
    selectedId,
    onSelect: props.onSelect,
    onOpen: props.onOpen,
    onToggle: outline?.toggle ?? NO_TOGGLE,
    onCopy: props.onCopy,
    choosing,
  })
  /** Widths while a border is dragged; the address takes them when it is let go. */
  const [dragged, setDragged] = useState<Widths | null>(null)
  const shown = dragged ?? widths
  const shape = shapeOf(
    fields.map((field) => shown[field] ?? standardWidth(field)),
    choosing !== undefined,
  )
  const disputed = useDisputedFailures()
  const isGrouped = outline !== undefined && outline !== null
  const asGrid = {
    ...(isGrouped ? { role: 'treegrid' } : {}),
    'aria-label': label,
    'aria-rowcount': lines.count + 1,
    'aria-colcount': fields.length + (choosing === undefined ? 0 : 1),
    'aria-multiselectable': choosing === undefined ? undefined : true,
    'aria-activedescendant': lines.count > 0 ? `row-${active}` : undefined,
  }
  return (
    <div className="ftable" ref={scroller}>
      <div role="grid" {...asGrid} tabIndex={0} onKeyDown={onKeyDown} className="ftable-grid" style={shape}>
        <FailureTableHead
          fields={fields}
          widths={shown}
          frozen={frozen}
          sorting={props.sorting}
          changes={props.changes}
          filtered={props.filtered}
          total={total}
          choosing={choosing}
          onDrag={setDragged}
        />
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const line = lines.at(item.index)
            if (line?.kind === 'group')
              return (
                <GroupLine
                  key={line.key}
                  line={line}
                  at={item.index}
                  start={item.start}
                  height={ROW_HEIGHT}
                  ofAll={total}
                  isActive={item.index === active}
                  onToggle={() => {
                    setActive(item.index)
                    outline?.toggle(line.key)
                  }}
                  onChoose={
                    choosing === undefined ? undefined : () => choosing.chooseRange(line.group.from, line.group.to)
                  }
                />
              )
            const index = line?.index ?? item.index
            const row = rows.at(index)
            return (
              <FailureLine
                key={`row-${index}`}
                row={row ?? PENDING}
                index={index}
                line={item.index}
                start={item.start}
                height={ROW_HEIGHT}
                fields={fields}
                frozen={frozen}
                level={isGrouped ? (outline.groups.at(-1)?.level ?? 0) + 2 : undefined}
                isActive={item.index === active}
                isSelected={row !== undefined && row.id === selectedId}
                isChosen={choosing?.ids.has(row?.id ?? '')}
                isDisputed={row !== undefined && disputed.has(row.id)}
                pressed={pressed}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** A sheet as a person knows it from their spreadsheet, to choose a cell of. Arrow keys move, Enter chooses. */
import { useEffect, useMemo, useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { columnLetter } from '../../exchange/open/columnLetter'
import type { SheetView, ViewCell } from '../../exchange/write/templates/sheetView'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { useText } from '../../ui/LanguageContext'
import type { CellMark } from './sheetMarks'

interface Props {
  readonly view: SheetView
  readonly chosen: string | null
  readonly marks: ReadonlyMap<string, CellMark>
  readonly lineRows: ReadonlySet<number>
  readonly onChoose: ((address: string) => void) | null
}

const addressOf = ({ column, row }: { readonly column: number; readonly row: number }): string =>
  columnLetter(column) + row
const SMALLEST_ROW = 20

function cellsByRow({ heights, cells }: SheetView): readonly (readonly ViewCell[])[] {
  const rows: ViewCell[][] = heights.map(() => [])
  for (const cell of cells) rows[cell.row - 1]?.push(cell)
  return rows
}

/** Which cell holds a place; a merged one holds several. */
function cellByPlace({ cells }: SheetView): ReadonlyMap<string, ViewCell> {
  const places = new Map<string, ViewCell>()
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rows; row += 1)
      for (let column = cell.column; column < cell.column + cell.columns; column += 1)
        places.set(`${column},${row}`, cell)
  return places
}

/** Where does an arrow key lead from a cell? */
const placeBeside = (key: string, cell: ViewCell): readonly number[] | undefined =>
  ({
    ArrowRight: [cell.column + cell.columns, cell.row],
    ArrowLeft: [cell.column - 1, cell.row],
    ArrowDown: [cell.column, cell.row + cell.rows],
    ArrowUp: [cell.column, cell.row - 1],
  })[key]

export function SheetGrid({ view, chosen, marks, lineRows, onChoose }: Props) {
  const { language } = useText()
  const w = wordsOfTemplates(language)
  const table = useRef<HTMLTableElement>(null)
  const byRow = useMemo(() => cellsByRow(view), [view])
  const owner = useMemo(() => cellByPlace(view), [view])
  const isHere = chosen !== null && view.cells.some((cell) => addressOf(cell) === chosen)
  const stop = isHere ? chosen : view.cells[0] === undefined ? null : addressOf(view.cells[0])
  useEffect(() => {
    const cell = chosen === null ? null : table.current?.querySelector<HTMLElement>(`[data-cell="${chosen}"]`)
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [chosen])

  const move = (event: KeyboardEvent, cell: ViewCell): void => {
    const to = placeBeside(event.key, cell)
    if (to === undefined) {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      onChoose?.(addressOf(cell))
      return
    }
    event.preventDefault()
    const next = owner.get(`${to[0]},${to[1]}`)
    if (next === undefined) return
    onChoose?.(addressOf(next))
    table.current?.querySelector<HTMLElement>(`[data-cell="${addressOf(next)}"]`)?.focus()
  }

  return (
    <div
      className="sheet-room"
      tabIndex={onChoose === null ? 0 : undefined}
      role={onChoose === null ? 'region' : undefined}
      aria-label={onChoose === null ? w.templateGrid(view.name) : undefined}
    >
      <table
        ref={table}
        className="sheet"
        role={onChoose === null ? undefined : 'grid'}
        aria-label={w.templateGrid(view.name)}
        style={{ width: 40 + view.widths.reduce((sum, width) => sum + width, 0) }}
      >
        <ColumnLetters widths={view.widths} />
        <tbody>
          {byRow.map((cells, at) => (
            <tr
              key={`row ${at + 1}`}
              className={view.heights[at] === 0 ? 'is-hidden' : lineRows.has(at + 1) ? 'is-line' : undefined}
              style={{ height: Math.max(SMALLEST_ROW, view.heights[at] ?? SMALLEST_ROW) }}
            >
              <th scope="row">{at + 1}</th>
              {cells.map((cell) => {
                const address = addressOf(cell)
                return (
                  <SheetCell
                    key={address}
                    cell={cell}
                    mark={marks.get(address)}
                    choice={
                      onChoose === null
                        ? null
                        : { isStop: address === stop, isChosen: address === chosen, onChoose, onKeyDown: move }
                    }
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ColumnLetters({ widths }: { readonly widths: SheetView['widths'] }) {
  return (
    <>
      <colgroup>
        <col style={{ width: 40 }} />
        {widths.map((width, at) => (
          <col key={columnLetter(at)} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th aria-hidden />
          {widths.map((_, at) => (
            <th key={columnLetter(at)} scope="col">
              {columnLetter(at)}
            </th>
          ))}
        </tr>
      </thead>
    </>
  )
}

interface CellProps {
  readonly cell: ViewCell
  readonly mark: CellMark | undefined
  /** Null where the sheet is only looked at. */
  readonly choice: {
    readonly isStop: boolean
    readonly isChosen: boolean
    readonly onChoose: (address: string) => void
    readonly onKeyDown: (event: KeyboardEvent, cell: ViewCell) => void
  } | null
}

function SheetCell({ cell, mark, choice }: CellProps) {
  const address = addressOf(cell)
  const chosenBy =
    choice === null
      ? {}
      : {
          role: 'gridcell',
          tabIndex: choice.isStop ? 0 : -1,
          'aria-selected': choice.isChosen,
          'aria-label': [address, cell.text, mark?.words].filter((part) => part !== undefined && part !== '').join(' '),
          onClick: () => choice.onChoose(address),
          onKeyDown: (event: KeyboardEvent) => choice.onKeyDown(event, cell),
        }
  return (
    <td
      data-cell={address}
      colSpan={cell.columns}
      rowSpan={cell.rows}
      className={mark === undefined ? undefined : `is-${mark.kind}`}
      style={lookOf(cell)}
      {...chosenBy}
    >
      {cell.text}
      {mark === undefined ? null : <span className="sheet-mark">{mark.words}</span>}
    </td>
  )
}

function lookOf({ style }: ViewCell): CSSProperties {
  return {
    ...(style.bold === true ? { fontWeight: 700 } : {}),
    ...(style.fill === undefined ? {} : { backgroundColor: style.fill }),
    ...(style.ink === undefined ? {} : { color: style.ink }),
    ...(style.points === undefined ? {} : { fontSize: Math.min(22, Math.max(11, style.points * 1.2)) }),
    ...(style.align === undefined ? {} : { textAlign: style.align }),
    ...(style.upright === undefined ? {} : { verticalAlign: style.upright }),
    ...(style.wraps === true ? { whiteSpace: 'pre-wrap' as const, overflowWrap: 'anywhere' as const } : {}),
    ...(style.hasBorder === true ? { borderColor: '#5b6670' } : {}),
  }
}

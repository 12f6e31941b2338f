/** One row of the reviewed sheet: its tick, its number in the file, and its cells, mended in place. */
import { useRef } from 'react'
import type { ReviewCell, ReviewColumn, ReviewRow } from '../../exchange/plan/review/reviewRows'
import { useText } from '../../ui/LanguageContext'
import type { Place } from './useGridPlace'
import type { ReviewGridState } from './useReviewGrid'

interface RowProps {
  readonly row: ReviewRow
  readonly index: number
  readonly grid: ReviewGridState
}

export function ReviewGridRow({ row, index, grid }: RowProps) {
  const { t } = useText()
  const { doubts } = grid.words
  const { active, setActive } = grid.place
  return (
    <tr aria-rowindex={index + 2} className={row.isLeftOut ? 'is-left-out' : ''}>
      <td className="review-tick">
        <input
          type="checkbox"
          checked={!row.isLeftOut}
          aria-label={t.reviewRowLabel(String(row.row))}
          data-place={`${index}|-1`}
          tabIndex={active.row === index && active.column === -1 ? 0 : -1}
          onFocus={() => setActive({ row: index, column: -1 })}
          onChange={() => grid.toggle(row)}
        />
      </td>
      <th scope="row" className={row.issues.length > 0 ? 'number is-doubtful' : 'number'} title={doubts(row.issues)}>
        {row.row}
      </th>
      {row.cells.map((cell, column) => {
        const meaning = grid.shown.columns[column]
        return meaning === undefined ? null : (
          <CellBox key={meaning.field} cell={cell} meaning={meaning} place={{ row: index, column }} grid={grid} />
        )
      })}
    </tr>
  )
}

interface CellProps {
  readonly cell: ReviewCell
  readonly meaning: ReviewColumn
  readonly place: Place
  readonly grid: ReviewGridState
}

function CellBox({ cell, meaning, place, grid }: CellProps) {
  const { t } = useText()
  const { doubts, titleOf } = grid.words
  /** Whether the cell under the pointer was chosen before it was pressed: a second press mends it, also on a phone. */
  const wasActive = useRef(false)
  const { active, setActive } = grid.place
  const { typed, begin } = grid.mending
  const isActive = active.row === place.row && active.column === place.column
  const state = [
    cell.issues.length > 0 ? 'is-doubtful' : '',
    cell.mailed === null ? '' : 'is-mended',
    cell.value === null && cell.text !== '' && cell.issues.length > 0 ? 'is-unread' : '',
  ].join(' ')
  return (
    <td
      className={state}
      title={titleOf(meaning, cell)}
      data-place={`${place.row}|${place.column}`}
      data-cell={cell.address ?? ''}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => {
        if (typed === null) setActive(place)
      }}
      onPointerDown={() => {
        wasActive.current = isActive
      }}
      onClick={() => {
        if (wasActive.current && typed === null) begin(place)
      }}
      onDoubleClick={() => {
        if (typed === null) begin(place)
      }}
    >
      {typed !== null && isActive ? (
        <CellInput label={t.reviewEdit(cell.address ?? '', meaning.header)} typed={typed} mending={grid.mending} />
      ) : (
        <>
          {cell.text}
          {cell.issues.length > 0 ? <span className="visually-hidden"> {doubts(cell.issues)}</span> : null}
          {cell.mailed === null ? null : <span className="visually-hidden"> {t.reviewCorrected}</span>}
        </>
      )}
    </td>
  )
}

const focusNow = (input: HTMLInputElement | null): void => input?.focus()

interface InputProps {
  readonly label: string
  readonly typed: string
  readonly mending: ReviewGridState['mending']
}

function CellInput({ label, typed, mending: { setTyped, finish, cancel } }: InputProps) {
  return (
    <input
      className="input"
      aria-label={label}
      value={typed}
      ref={focusNow}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void finish()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') {
          event.preventDefault()
          event.stopPropagation()
          void finish()
        }
        if (event.key === 'Escape') {
          event.stopPropagation()
          cancel()
        }
      }}
    />
  )
}

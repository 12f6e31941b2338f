/** Where the keyboard stands in a grid of rows: one place has the tab stop, arrow keys move it and what is scrolled to. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { ROOM, type ReviewedSheet, type ReviewWindow } from './useReviewRows'

export const ROW_HEIGHT = 34
const HEADER_HEIGHT = 36

export interface Place {
  readonly row: number
  /** −1 is the tick. */
  readonly column: number
}

/** Where does this key lead from a place? */
export function placeAfterKey(key: string, { row, column }: Place, lastColumn: number): Place | undefined {
  const steps: Readonly<Record<string, Place>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + ROOM, column },
    PageUp: { row: row - ROOM, column },
    Home: { row, column: -1 },
    End: { row, column: lastColumn },
  }
  return steps[key]
}

function scrollToRow(scroller: HTMLElement, row: number): void {
  const top = row * ROW_HEIGHT
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top + 2 * ROW_HEIGHT > scroller.scrollTop + scroller.clientHeight - HEADER_HEIGHT)
    scroller.scrollTop = top + 2 * ROW_HEIGHT - scroller.clientHeight + HEADER_HEIGHT
}

export function useGridPlace({ file, sheet, filter }: ReviewedSheet, { total, columns }: ReviewWindow) {
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  useEffect(() => {
    setActive({ row: 0, column: 0 })
    box.current?.scrollTo({ top: 0 })
  }, [file, sheet, filter])

  const focus = useCallback((place: Place) => {
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-place="${place.row}|${place.column}"]`)?.focus(),
    )
  }, [])
  const move = (to: Place): void => {
    const next = {
      row: Math.max(0, Math.min(total - 1, to.row)),
      column: Math.max(-1, Math.min(columns.length - 1, to.column)),
    }
    setActive(next)
    if (box.current !== null) scrollToRow(box.current, next.row)
    focus(next)
  }
  return { box, active, setActive, focus, move }
}

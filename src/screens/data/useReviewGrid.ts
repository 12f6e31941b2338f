/** What the grid of a sheet keeps: the rows at hand, the place of the keyboard, what is being typed, and its keys. */
import type { KeyboardEvent } from 'react'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import type { ReviewRow } from '../../exchange/plan/review/reviewRows'
import { importer } from '../../workers/importClient'
import { placeAfterKey, useGridPlace } from './useGridPlace'
import { useMending } from './useMending'
import { useReviewWords } from './useReviewWords'
import { useReviewRows, type ReviewedSheet } from './useReviewRows'

export type ReviewGridState = ReturnType<typeof useReviewGrid>

export function useReviewGrid(
  reviewed: ReviewedSheet,
  onDecide: (file: number, sheet: string, decision: SheetOverride) => Promise<void>,
) {
  const { file, sheet } = reviewed
  const decide = (decision: SheetOverride): Promise<void> => onDecide(file, sheet, decision)
  const { shown, setFrom } = useReviewRows(reviewed)
  const place = useGridPlace(reviewed, shown)
  const { active } = place
  const words = useReviewWords()
  const mending = useMending(reviewed, { ...place, shown, decide })

  const toggle = (row: ReviewRow): void => {
    void importer()
      .leftOutRows(file, sheet)
      .then((left) => decide({ leftOut: row.isLeftOut ? left.filter((one) => one !== row.row) : [...left, row.row] }))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (mending.typed !== null || event.nativeEvent.isComposing) return
    const next = placeAfterKey(event.key, active, shown.columns.length - 1)
    if (next !== undefined) {
      event.preventDefault()
      place.move(next)
    } else if ((event.key === 'Enter' || event.key === 'F2') && active.column >= 0) {
      event.preventDefault()
      mending.begin(active)
    } else if (event.key === ' ' && active.column < 0) {
      event.preventDefault()
      const row = shown.rows[active.row - shown.from]
      if (row !== undefined) toggle(row)
    }
  }
  return { shown, setFrom, words, place, mending, toggle, onKeyDown }
}

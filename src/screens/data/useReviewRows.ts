/** The rows of a sheet around the place it is scrolled to, read again when a decision has changed the preview. */
import { useEffect, useState } from 'react'
import type { ReviewColumn, ReviewFilter, ReviewRow } from '../../exchange/plan/review/reviewRows'
import type { Preview } from '../../workers/importAnswers'
import { importer } from '../../workers/importClient'

/** How many rows are in view, and how many are read beyond them on either side. */
export const ROOM = 12
const BEYOND = 12

export interface ReviewedSheet {
  readonly preview: Preview
  readonly file: number
  readonly sheet: string
  readonly filter: ReviewFilter
}

export interface ReviewWindow {
  readonly columns: readonly ReviewColumn[]
  readonly total: number
  readonly from: number
  readonly rows: readonly ReviewRow[]
}

/** Which rows are at hand, and how many are there in all? */
export function useReviewRows({ preview, file, sheet, filter }: ReviewedSheet) {
  const [from, setFrom] = useState(0)
  const [shown, setShown] = useState<ReviewWindow>({ columns: [], total: 0, from: 0, rows: [] })
  useEffect(() => {
    let isCurrent = true
    const first = Math.max(0, from - BEYOND)
    void importer()
      .rows(file, sheet, filter, first, from + ROOM + BEYOND)
      .then((found) => {
        if (isCurrent) setShown({ ...found, from: first })
      })
    return () => {
      isCurrent = false
    }
  }, [preview, file, sheet, filter, from])
  useEffect(() => setFrom(0), [file, sheet, filter])
  return { shown, setFrom }
}

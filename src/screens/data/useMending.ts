/** Mending what a cell says: typing in one cell, and the offer to mend every cell of its column that says the same. */
import { useEffect, useState } from 'react'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import type { ReviewCell } from '../../exchange/plan/review/reviewRows'
import { importer } from '../../workers/importClient'
import type { Place } from './useGridPlace'
import type { ReviewedSheet, ReviewWindow } from './useReviewRows'

export interface Alike {
  readonly header: string
  readonly mailed: string
  readonly text: string
  readonly addresses: readonly string[]
}

interface Options {
  readonly shown: ReviewWindow
  readonly active: Place
  readonly setActive: (place: Place) => void
  readonly focus: (place: Place) => void
  readonly decide: (decision: SheetOverride) => Promise<void>
}

export function useMending(
  { file, sheet, filter }: ReviewedSheet,
  { shown, active, setActive, focus, decide }: Options,
) {
  const [typed, setTyped] = useState<string | null>(null)
  const [alike, setAlike] = useState<Alike | null>(null)
  useEffect(() => setAlike(null), [file, sheet, filter])

  const cellAt = ({ row, column }: Place): ReviewCell | undefined => shown.rows[row - shown.from]?.cells[column]
  const begin = (place: Place): void => {
    const cell = cellAt(place)
    if (cell?.address == null) return
    setActive(place)
    setTyped(cell.text)
  }
  const cancel = (): void => {
    setTyped(null)
    focus(active)
  }
  const finish = async (): Promise<void> => {
    const cell = cellAt(active)
    const text = typed
    cancel()
    if (cell?.address == null || text === null || text === cell.text) return
    const column = shown.columns[active.column]
    const mailed = cell.mailed ?? cell.text
    await decide({ cells: { [cell.address]: text } })
    if (column?.column == null || mailed === '') return
    const address = cell.address
    const others = (await importer().alike(file, sheet, column.column, mailed)).filter((other) => other !== address)
    setAlike(others.length === 0 ? null : { header: column.header, mailed, text, addresses: others })
  }
  const mendAll = async ({ addresses, text }: Alike): Promise<void> => {
    setAlike(null)
    await decide({ cells: Object.fromEntries(addresses.map((address) => [address, text])) })
  }
  return { typed, setTyped, alike, leaveAlike: () => setAlike(null), begin, cancel, finish, mendAll }
}

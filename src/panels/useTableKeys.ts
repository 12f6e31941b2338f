/** Where the keyboard stands in a failure table, and what its keys and a press on a line do. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { TableRow } from '../workers/engineAnswers'
import type { Choosing } from './FailureTable'
import { PENDING, type LinePressed } from './FailureLine'
import type { TableLines } from './tableLines'

interface Question {
  readonly sourceKey: string
  readonly lines: TableLines
  readonly rowAt: (index: number) => TableRow | undefined
  readonly scrollTo: (line: number) => void
  readonly selectedId: string | null | undefined
  readonly onSelect: (row: TableRow) => void
  readonly onOpen: (row: TableRow) => void
  readonly onToggle: (key: string) => void
  readonly onCopy: ((row: TableRow | undefined) => void) | undefined
  readonly choosing: Choosing | undefined
}

const NOT_YET = (): void => undefined

const isTextMarked = (): boolean => (window.getSelection()?.toString() ?? '') !== ''

export function useTableKeys(question: Question) {
  const { sourceKey, lines, rowAt, scrollTo, selectedId, onSelect, onOpen, onToggle, onCopy, choosing } = question
  const [active, setActive] = useState(0)
  useEffect(() => setActive(0), [sourceKey])
  const pressed = useRef<LinePressed>({ once: NOT_YET, twice: NOT_YET, choose: NOT_YET })
  pressed.current = {
    once: (line, row) => {
      setActive(line)
      if (row !== PENDING) onSelect(row)
    },
    twice: (row) => {
      if (row !== PENDING) onOpen(row)
    },
    choose: (line, index, row, isRange) => {
      setActive(line)
      if (row !== PENDING) choosing?.choose(index, row.id, isRange)
    },
  }
  const rowOf = (line: number): TableRow | undefined => {
    const found = lines.at(line)
    return found?.kind === 'row' ? rowAt(found.index) : undefined
  }
  const move = (to: number): void => {
    const next = Math.min(lines.count - 1, Math.max(0, to))
    setActive(next)
    scrollTo(next)
    const row = rowOf(next)
    if (row !== undefined && selectedId !== undefined && selectedId !== null) onSelect(row)
  }
  /** Keys that open, close and choose the group the keyboard stands on or in; false for all others. */
  const onGroupKey = (key: string): boolean => {
    const line = lines.at(active)
    const above = lines.groupAbove(active)
    if (line?.kind === 'group') {
      const wanted = { ArrowRight: true, ArrowLeft: false, Enter: !line.isOpen, ' ': !line.isOpen }[key]
      if (wanted !== undefined && wanted !== line.isOpen) onToggle(line.key)
      else if (key === 'ArrowRight') move(active + 1)
      else if (key === 'ArrowLeft' && above !== undefined) move(above)
      else if (choosing !== undefined && key.toLowerCase() === 'x') choosing.chooseRange(line.group.from, line.group.to)
      else return wanted !== undefined
      return true
    }
    if (key !== 'ArrowLeft' || above === undefined) return false
    move(above)
    return true
  }
  const onRowKey = ({ key, shiftKey }: KeyboardEvent, isCommand: boolean): boolean => {
    const line = lines.at(active)
    const row = rowOf(active)
    if (isCommand && key.toLowerCase() === 'c' && onCopy !== undefined && !isTextMarked()) onCopy(row)
    else if (isCommand && key.toLowerCase() === 'a' && choosing !== undefined) choosing.chooseAll()
    else if (isCommand || row === undefined || line?.kind !== 'row') return false
    else if (choosing !== undefined && key.toLowerCase() === 'x') choosing.choose(line.index, row.id, shiftKey)
    else if (key === ' ') onSelect(row)
    else if (key === 'Enter') onOpen(row)
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // Buttons in the head have keys of their own.
    if (event.target !== event.currentTarget) return
    const isCommand = event.ctrlKey || event.metaKey
    const step = {
      ArrowDown: 1,
      j: 1,
      ArrowUp: -1,
      k: -1,
      PageDown: 20,
      PageUp: -20,
      Home: -lines.count,
      End: lines.count,
    }[event.key]
    if (step !== undefined && !isCommand) move(active + step)
    else if (!((!isCommand && onGroupKey(event.key)) || onRowKey(event, isCommand))) return
    event.preventDefault()
  }
  return { active, setActive, pressed, onKeyDown }
}

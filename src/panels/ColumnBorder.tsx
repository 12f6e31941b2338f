/** The right border of a column in the head of a table: dragged, it makes the column wider or narrower. */
import { useRef, type PointerEvent } from 'react'
import { useText } from '../ui/LanguageContext'
import { withinWidths } from './tableShape'

interface Props {
  readonly width: number
  readonly onDrag: (width: number) => void
  readonly onEnd: (width: number) => void
  /** Pressed twice. */
  readonly onReset: () => void
}

/** By keyboard the width is changed in the menu of the column. */
export function ColumnBorder({ width, onDrag, onEnd, onReset }: Props) {
  const { t } = useText()
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const widthAt = ({ clientX }: PointerEvent): number | null =>
    from.current === null ? null : withinWidths(from.current.width + clientX - from.current.x)
  const end = (event: PointerEvent): void => {
    const reached = widthAt(event)
    from.current = null
    if (reached !== null) onEnd(reached)
  }
  return (
    <span
      className="ftable-border"
      title={t.columnBorder}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width }
      }}
      onPointerMove={(event) => {
        const reached = widthAt(event)
        if (reached !== null) onDrag(reached)
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={onReset}
    />
  )
}

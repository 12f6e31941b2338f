/** The place a drawing stands in: as wide as it may be, walked with the arrow keys, with room for what floats above. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../ui/LanguageContext'
import './charts.css'

interface Props {
  /** What a screen reader says the drawing is. */
  readonly label: string
  /** Nothing in it can be opened. */
  readonly isStill?: boolean
  readonly children: (width: number, host: HTMLElement) => ReactNode
}

export function ChartStage({ label, isStill = false, children }: Props) {
  const { t } = useText()
  const ref = useRef<HTMLElement>(null)
  const [place, setPlace] = useState<{ readonly width: number; readonly host: HTMLElement } | null>(null)
  useEffect(() => {
    const host = ref.current
    if (host === null) return undefined
    const measure = (): void => {
      const width = Math.floor(host.clientWidth)
      setPlace((known) => (width === 0 || known?.width === width ? known : { width, host }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(host)
    return () => observer.disconnect()
  }, [])
  return (
    // The marks inside are the buttons; this only moves between them.
    <figure
      ref={ref}
      className="chart-stage"
      aria-label={isStill ? label : `${label}. ${t.chartKeys}`}
      onKeyDown={walkMarks}
    >
      {place === null ? null : children(place.width, place.host)}
    </figure>
  )
}

const STEP: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

function walkMarks(event: KeyboardEvent<HTMLElement>): void {
  const step = STEP[event.key]
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  const marks = [...event.currentTarget.querySelectorAll<SVGElement>('[data-mark]')]
  const at = marks.findIndex((mark) => mark === document.activeElement)
  if (at === -1) return
  event.preventDefault()
  marks[Math.max(0, Math.min(marks.length - 1, at + step))]?.focus()
}

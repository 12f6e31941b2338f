/** A number that opens the failures it was made of; with none behind it, just the number. */
import type { OnOpen } from '../../charts/openedMark'

interface Props {
  readonly rows: Uint32Array
  readonly label: string
  readonly onOpen: OnOpen
  readonly children: string
}

export function KpiDoor({ rows, label, onOpen, children }: Props) {
  if (rows.length === 0) return <>{children}</>
  return (
    <button
      type="button"
      className="kpi-door"
      aria-label={`${label} ${children}`}
      onClick={() => onOpen({ label, rows })}
    >
      {children}
    </button>
  )
}

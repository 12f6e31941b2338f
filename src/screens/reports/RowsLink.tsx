/** How many failures stand behind a line of a report; the number opens them. */
import type { OnOpen } from '../../charts/openedMark'
import { formatCount } from '../../i18n/format'
import type { Language } from '../../i18n/translation'

interface Props {
  readonly label: string
  readonly rows: Uint32Array
  readonly language: Language
  readonly onOpen: OnOpen
}

export function RowsLink({ label, rows, language, onOpen }: Props) {
  if (rows.length === 0) return 0
  const count = formatCount(rows.length, language)
  return (
    <button
      type="button"
      className="kpi-link"
      aria-label={`${label}: ${count}`}
      onClick={() => onOpen({ label, rows })}
    >
      {count}
    </button>
  )
}

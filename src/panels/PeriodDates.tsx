/** The first and the last day of a period, as people say them; empty where it is open. */
import { useText } from '../ui/LanguageContext'

interface Props {
  readonly from: string
  readonly to: string
  readonly onChange: (period: { readonly from: string; readonly to: string }) => void
}

export function PeriodDates({ from, to, onChange }: Props) {
  const { t } = useText()
  return (
    <>
      <label>
        {t.scopeFrom}
        <input
          className="input compact-input"
          type="date"
          max={to}
          value={from}
          onChange={(event) => onChange({ from: event.target.value, to })}
        />
      </label>
      <label>
        {t.scopeTo}
        <input
          className="input compact-input"
          type="date"
          min={from}
          value={to}
          onChange={(event) => onChange({ from, to: event.target.value })}
        />
      </label>
    </>
  )
}

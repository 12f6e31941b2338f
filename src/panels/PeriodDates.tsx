/** The first and the last day of a period, as people say them; empty where it is open. */
import { useState } from 'react'
import { useText } from '../ui/LanguageContext'
import { DayInput } from './DayInput'

interface Props {
  readonly from: string
  readonly to: string
  readonly onChange: (period: { readonly from: string; readonly to: string }) => void
}

export function PeriodDates({ from, to, onChange }: Props) {
  const { t } = useText()
  /** An end before its beginning waits for the other day: nothing is asked for a period that is none. */
  const [waiting, setWaiting] = useState<{ readonly from: string; readonly to: string } | null>(null)
  const shown = waiting ?? { from, to }
  const take = (period: { readonly from: string; readonly to: string }): void => {
    const isBackwards = period.from !== '' && period.to !== '' && period.to < period.from
    setWaiting(isBackwards ? period : null)
    if (!isBackwards) onChange(period)
  }
  return (
    <>
      <DayInput label={t.scopeFrom} value={shown.from} edge="first" onChange={(day) => take({ ...shown, from: day })} />
      <DayInput
        label={t.scopeTo}
        value={shown.to}
        edge="last"
        problem={waiting === null ? null : t.periodBackwards}
        onChange={(day) => take({ ...shown, to: day })}
      />
    </>
  )
}

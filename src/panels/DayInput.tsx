/** One day in a bar of choices: typed as people write one or chosen in a calendar, and taken as soon as it is a day. */
import { useId, useState } from 'react'
import { addMonths, dateOfDay, dayNumber, precisionOf } from '../domain/moment'
import { isUnread } from '../domain/typedValue'
import { useText } from '../ui/LanguageContext'
import { DateInput } from './DateInput'
import { unreadInWords } from './unreadInWords'
import './fieldInput.css'
import './dayInput.css'

interface Props {
  readonly label: string
  /** `2025-03-01`, or empty. */
  readonly value: string
  /** Which day of a month or year that is typed alone. */
  readonly edge: 'first' | 'last'
  /** Why this day cannot be; null when it can. */
  readonly problem?: string | null
  readonly onChange: (day: string) => void
}

/** A day as it is; of a month or a year its first or its last. */
function dayAt(typed: string, edge: Props['edge']): string {
  const precision = precisionOf(typed)
  if (precision !== 'month' && precision !== 'year') return typed.slice(0, 10)
  if (edge === 'first') return dateOfDay(dayNumber(typed))
  const next = precision === 'month' ? addMonths(typed, 1) : String(Number(typed) + 1)
  return dateOfDay(dayNumber(next) - 1)
}

export function DayInput({ label, value, edge, problem = null, onChange }: Props) {
  const { t, language } = useText()
  const id = useId()
  const [typed, setTyped] = useState<unknown>(null)
  const take = (next: unknown): void => {
    // What is not a whole day may be on the way to one; it is taken when the field is left.
    const isWhole = next === undefined || (typeof next === 'string' && next.length === 10)
    setTyped(isWhole ? null : next)
    if (isWhole) onChange(next ?? '')
  }
  const leave = (): void => {
    if (typeof typed !== 'string') return
    setTyped(null)
    onChange(dayAt(typed, edge))
  }
  const said = isUnread(typed) ? unreadInWords(typed, t, language) : problem
  return (
    <span className={said === null ? 'day-input' : 'day-input has-problem'}>
      <label htmlFor={id}>{label}</label>
      <DateInput
        id={id}
        kind="date"
        value={typed ?? value}
        onChange={take}
        onDone={leave}
        invalid={said !== null}
        describedBy={said === null ? undefined : `${id}-problem`}
      />
      {said === null ? null : (
        <span id={`${id}-problem`} className="field-problem" role="status">
          {said}
        </span>
      )}
    </span>
  )
}

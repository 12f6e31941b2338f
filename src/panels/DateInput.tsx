/** A day or a moment, typed in any way people write one or chosen in the calendar of the browser. */
import { CalendarDays } from 'lucide-react'
import { useRef } from 'react'
import { isMoment } from '../domain/moment'
import { formatMoment } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { readTypedDate } from './readTyped'
import { TypedInput } from './TypedInput'

interface Props {
  readonly id: string
  readonly kind: 'date' | 'moment'
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly onDone?: () => void
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
}

export function DateInput({ id, kind, value, onChange, onDone, invalid = false, describedBy }: Props) {
  const { t } = useText()
  const native = useRef<HTMLInputElement>(null)
  const text = typeof value === 'string' ? value : ''
  const length = kind === 'date' ? 10 : 16
  const openCalendar = (): void => {
    const input = native.current
    if (input === null) return
    if (typeof input.showPicker === 'function') input.showPicker()
    else input.focus()
  }
  return (
    <TypedInput
      id={id}
      className="typed-date"
      value={value}
      show={(stored) => (typeof stored === 'string' ? formatMoment(stored).slice(0, length) : '')}
      read={(typed) => {
        const reading = readTypedDate(typed, kind)
        // What was stored may say more than is shown, such as its offset; typing it again changes nothing.
        return typeof reading === 'string' && reading === text.slice(0, length) ? text : reading
      }}
      onChange={onChange}
      onDone={onDone}
      placeholder={kind === 'date' ? t.datePlaceholder : t.momentPlaceholder}
      invalid={invalid}
      describedBy={describedBy}
      after={
        <>
          <button
            type="button"
            className="button quiet icon typed-calendar"
            aria-label={t.dateOpenCalendar}
            title={t.dateOpenCalendar}
            onClick={openCalendar}
          >
            <CalendarDays size={17} aria-hidden />
          </button>
          <input
            ref={native}
            className="native-date"
            type={kind === 'date' ? 'date' : 'datetime-local'}
            tabIndex={-1}
            aria-hidden
            value={isMoment(text) && text.length >= length ? text.slice(0, length) : ''}
            onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
          />
        </>
      }
    />
  )
}

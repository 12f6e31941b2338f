/**
 * An input whose text is read: what can be read becomes the value, what cannot stays as it was typed, with its reason, in
 * the place of the value. Once the field is left, a value is shown as it will be stored.
 */
import { useState, type ReactNode } from 'react'
import { isUnread, type Unread } from '../domain/typedValue'

interface Props {
  readonly id: string
  readonly value: unknown
  /** The value in the words of the input. */
  readonly show: (value: unknown) => string
  readonly read: (text: string) => unknown
  readonly onChange: (value: unknown) => void
  /** The person is done with it: it lost the focus, or Enter was pressed. */
  readonly onDone?: (() => void) | undefined
  readonly className?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel'
  readonly placeholder?: string | undefined
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
  readonly after?: ReactNode
}

const isSameReading = (a: unknown, b: unknown): boolean =>
  (isUnread(a) && isUnread(b) && (a as Unread).unread === (b as Unread).unread) || (a ?? null) === (b ?? null)

export function TypedInput({
  id,
  value,
  show,
  read,
  onChange,
  onDone,
  className = '',
  inputMode,
  placeholder,
  invalid,
  describedBy,
  after,
}: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const stored = isUnread(value) ? value.unread : show(value)
  // A value that came from elsewhere, such as “now”, replaces what was typed.
  const text = typed !== null && isSameReading(read(typed), value) ? typed : stored
  return (
    <span className="typed-input">
      <input
        id={id}
        className={`input ${className}`}
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        aria-invalid={invalid === true ? true : undefined}
        aria-describedby={describedBy}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(read(event.target.value))
        }}
        onBlur={() => {
          setTyped(null)
          onDone?.()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onDone?.()
        }}
      />
      {after}
    </span>
  )
}

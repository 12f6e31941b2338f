/** The controls of fields whose answer is one or several of a list: a list to open, or a row of buttons. */
import { useText } from '../ui/LanguageContext'
import type { ControlProps } from './FieldInput'
import { useCodes } from './useCodes'

interface Option {
  readonly value: string
  readonly zh: string
  readonly en: string
}

export function YesNoControl({ value, onChange, id, describedBy, label }: ControlProps) {
  const { t } = useText()
  return (
    <div className="choices" role="group" aria-label={label} id={id} aria-describedby={describedBy} tabIndex={-1}>
      {([true, false] as const).map((answer) => (
        <button
          key={String(answer)}
          type="button"
          className="button"
          aria-pressed={value === answer}
          onClick={() => onChange(value === answer ? undefined : answer)}
        >
          {answer ? t.yes : t.no}
        </button>
      ))}
    </div>
  )
}

export function CodeControl(props: ControlProps) {
  const { book } = useCodes()
  const list = props.field.list === undefined ? [] : book[props.field.list]
  return (
    <OptionControl
      {...props}
      options={list
        .filter((code) => code.isActive || code.code === props.value)
        .map((code) => ({ value: code.code, zh: code.zh, en: code.en }))}
    />
  )
}

/** Several codes at once, each a button that stays pressed. */
export function CodesControl({ value, onChange, id, describedBy, field, label }: ControlProps) {
  const { language } = useText()
  const { book } = useCodes()
  const chosen: readonly string[] = Array.isArray(value) ? value.map(String) : []
  const codes =
    field.list === undefined ? [] : book[field.list].filter((code) => code.isActive || chosen.includes(code.code))
  const toggle = (code: string): void => {
    const next = chosen.includes(code) ? chosen.filter((known) => known !== code) : [...chosen, code]
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <div className="choices" role="group" aria-label={label} id={id} aria-describedby={describedBy} tabIndex={-1}>
      {codes.map((code) => (
        <button
          key={code.code}
          type="button"
          className="button"
          aria-pressed={chosen.includes(code.code)}
          onClick={() => toggle(code.code)}
        >
          {code[language]}
        </button>
      ))}
    </div>
  )
}

export function OptionControl({
  value,
  onChange,
  id,
  invalid,
  describedBy,
  asButtons,
  options,
  label,
}: ControlProps & { readonly options: readonly Option[] }) {
  const { language, t } = useText()
  if (asButtons)
    return (
      <div className="choices" role="group" aria-label={label} id={id} aria-describedby={describedBy} tabIndex={-1}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className="button"
            aria-pressed={value === option.value}
            onClick={() => onChange(value === option.value ? undefined : option.value)}
          >
            {option[language]}
          </button>
        ))}
      </div>
    )
  return (
    <select
      id={id}
      className="input"
      value={typeof value === 'string' ? value : ''}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">{t.notKnown}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option[language]}
        </option>
      ))}
    </select>
  )
}

/** The input of one field, made from its description: the right control for its kind, its label, what is wrong with it. */
import { useEffect, useId, useState, type ReactNode } from 'react'
import type { Field } from '../domain/records/field'
import { cleanText } from '../domain/storableText'
import { useText } from '../ui/LanguageContext'
import { useCodes } from './useCodes'
import './fieldInput.css'

interface Props {
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly required?: boolean
  readonly problem?: string | null
  readonly hint?: ReactNode
  readonly id?: string
  /** Few choices are shown as buttons instead of a list. */
  readonly asButtons?: boolean
  readonly multiline?: boolean
  /** Only these codes are offered first. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel'
}

export function FieldInput({
  field,
  value,
  onChange,
  required,
  problem,
  hint,
  id,
  asButtons,
  multiline,
  inputMode,
}: Props) {
  const { language, t } = useText()
  const generated = useId()
  const inputId = id ?? generated
  const problemId = `${inputId}-problem`
  const label = `${field[language]}${field.unit === undefined ? '' : ` (${field.unit})`}`
  return (
    <div className={problem ? 'field has-problem' : 'field'} id={`${inputId}-field`}>
      <label htmlFor={inputId} className="field-label">
        {label}
        {required === true ? (
          <span className="field-required" aria-hidden>
            {' '}
            *
          </span>
        ) : null}
      </label>
      <Control
        field={field}
        value={value}
        onChange={onChange}
        id={inputId}
        invalid={Boolean(problem)}
        describedBy={problem ? problemId : undefined}
        asButtons={asButtons === true}
        multiline={multiline === true}
        inputMode={inputMode}
        label={label}
      />
      {problem ? (
        <p id={problemId} className="field-problem">
          {problem}
        </p>
      ) : null}
      {typeof value === 'string' && cleanText(value).removed > 0 ? (
        <p className="small muted" role="status">
          {t.textHoldsControls}
        </p>
      ) : null}
      {hint === undefined ? null : <p className="small muted">{hint}</p>}
    </div>
  )
}

interface ControlProps {
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly id: string
  readonly invalid: boolean
  readonly describedBy: string | undefined
  readonly asButtons: boolean
  readonly multiline: boolean
  readonly inputMode: Props['inputMode']
  readonly label: string
}

function Control(props: ControlProps) {
  const { field } = props
  switch (field.kind) {
    case 'code':
      return <CodeControl {...props} />
    case 'codes':
      return <CodesControl {...props} />
    case 'choice':
      return (
        <OptionControl
          {...props}
          options={(field.choices ?? []).map((choice) => ({ value: choice.value, zh: choice.zh, en: choice.en }))}
        />
      )
    case 'yesNo':
      return <YesNoControl {...props} />
    case 'number':
      return <NumberControl {...props} />
    case 'date':
    case 'moment':
      return <MomentControl {...props} />
    default:
      return <TextControl {...props} />
  }
}

function TextControl({ value, onChange, id, invalid, describedBy, multiline, inputMode }: ControlProps) {
  const shared = {
    id,
    className: 'input',
    value: typeof value === 'string' ? value : '',
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
  }
  return multiline ? (
    <textarea
      {...shared}
      rows={3}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  ) : (
    <input
      {...shared}
      type="text"
      inputMode={inputMode}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  )
}

/** Keeps what is typed even while it is not a number yet; full-width digits and thousands separators are understood. */
function NumberControl({ value, onChange, id, invalid, describedBy }: ControlProps) {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  useEffect(() => {
    setTyped((before) => (asNumber(before) === value ? before : value === undefined ? '' : String(value)))
  }, [value])
  return (
    <input
      id={id}
      className="input number"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      aria-invalid={invalid || (typed !== '' && asNumber(typed) === undefined) || undefined}
      aria-describedby={describedBy}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(asNumber(event.target.value))
      }}
    />
  )
}

function asNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/gu, '')
  const value = plain === '' ? Number.NaN : Number(plain)
  return Number.isFinite(value) ? value : undefined
}

function MomentControl({ value, onChange, id, invalid, describedBy, field }: ControlProps) {
  const text = typeof value === 'string' ? value : ''
  const isDay = field.kind === 'date' || (text !== '' && text.length === 10)
  const isCoarse = text !== '' && text.length < 10
  return isCoarse ? (
    <input
      id={id}
      className="input"
      type="text"
      value={text}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  ) : (
    <input
      id={id}
      className="input"
      type={isDay ? 'date' : 'datetime-local'}
      value={isDay ? text.slice(0, 10) : text.slice(0, 16)}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  )
}

function YesNoControl({ value, onChange, id, describedBy, label }: ControlProps) {
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

function CodeControl(props: ControlProps) {
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
function CodesControl({ value, onChange, id, describedBy, field, label }: ControlProps) {
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

function OptionControl({
  value,
  onChange,
  id,
  invalid,
  describedBy,
  asButtons,
  options,
  label,
}: ControlProps & {
  readonly options: readonly { readonly value: string; readonly zh: string; readonly en: string }[]
}) {
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

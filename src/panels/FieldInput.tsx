/** The input of one field, made from its description: the right control for its kind, its label, what is wrong with it. */
import { useId, useState, type ReactNode } from 'react'
import type { Field } from '../domain/records/field'
import { cleanText } from '../domain/storableText'
import { isUnread } from '../domain/typedValue'
import { useText } from '../ui/LanguageContext'
import { CodeControl, CodesControl, OptionControl, YesNoControl } from './ChoiceControl'
import { DateInput } from './DateInput'
import { PeopleNames } from './PeopleNames'
import { readTyped } from './readTyped'
import { TypedInput } from './TypedInput'
import { unreadInWords } from './unreadInWords'
import './fieldInput.css'

interface Props {
  readonly field: Field
  /** Text that could not be read stands in the place of the value and is given back like one. */
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly required?: boolean
  readonly problem?: string | null
  readonly hint?: ReactNode
  readonly id?: string
  /** Few choices are shown as buttons instead of a list. */
  readonly asButtons?: boolean
  readonly multiline?: boolean
  /** A control of another kind for this field. */
  readonly control?: (props: ControlProps) => ReactNode
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel'
}

export function FieldInput({ field, value, required, problem, hint, id, ...rest }: Props) {
  const { language, t } = useText()
  const [isTyping, setTyping] = useState(false)
  const generated = useId()
  const inputId = id ?? generated
  const problemId = `${inputId}-problem`
  const label = `${field[language]}${field.unit === undefined ? '' : ` (${field.unit})`}`
  // While somebody types, half a date is no mistake yet.
  const said = isUnread(value) ? (isTyping ? null : unreadInWords(value, t, language)) : (problem ?? null)
  return (
    <div
      className={said === null ? 'field' : 'field has-problem'}
      id={`${inputId}-field`}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
    >
      <label htmlFor={inputId} className={required === true ? 'field-label is-required' : 'field-label'}>
        {label}
      </label>
      <Control
        {...rest}
        field={field}
        value={value}
        id={inputId}
        invalid={said !== null}
        describedBy={said === null ? undefined : problemId}
        asButtons={rest.asButtons === true}
        multiline={rest.multiline === true}
        inputMode={rest.inputMode}
        label={label}
      />
      {said === null ? null : (
        <p id={problemId} className="field-problem">
          {said}
        </p>
      )}
      {typeof value === 'string' && cleanText(value).removed > 0 ? (
        <p className="small muted" role="status">
          {t.textHoldsControls}
        </p>
      ) : null}
      {hint === undefined ? null : <p className="small muted">{hint}</p>}
    </div>
  )
}

export interface ControlProps {
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

function Control({ control, ...props }: ControlProps & Pick<Props, 'control'>) {
  const { field } = props
  if (control !== undefined) return control(props)
  switch (field.kind) {
    case 'code':
      return <CodeControl {...props} />
    case 'codes':
      return <CodesControl {...props} />
    case 'choice':
      return <OptionControl {...props} options={field.choices ?? []} />
    case 'yesNo':
      return <YesNoControl {...props} />
    case 'number':
      return <NumberControl {...props} />
    case 'date':
    case 'moment':
      return <DateInput {...props} kind={field.kind} />
    default:
      return <TextControl {...props} />
  }
}

function NumberControl({ field, id, value, onChange, invalid, describedBy }: ControlProps) {
  return (
    <TypedInput
      id={id}
      className="number"
      inputMode={field.limits?.whole === true ? 'numeric' : 'decimal'}
      value={value}
      show={(stored) => (typeof stored === 'number' ? String(stored) : '')}
      read={(text) => readTyped(field, text)}
      onChange={onChange}
      invalid={invalid}
      describedBy={describedBy}
    />
  )
}

function TextControl({ field, value, onChange, id, invalid, describedBy, multiline, inputMode }: ControlProps) {
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
    <>
      <input
        {...shared}
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        list={field.suggests === undefined ? undefined : `${id}-people`}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
      {field.suggests === undefined ? null : <PeopleNames id={`${id}-people`} />}
    </>
  )
}

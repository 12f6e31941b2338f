/** Adds a field, or changes what of one may change; beside it the field as it will stand in the form. */
import { useEffect, useId, useState } from 'react'
import {
  COMPANY_KINDS,
  describedField,
  NEEDS_OF_TABLE,
  type CompanyKind,
  type CompanyOption,
} from '../../../domain/companyFields'
import { companyFieldFaults } from '../../../domain/companyFieldFaults'
import { proposedCompanyKey, withOptionCodes } from '../../../domain/companyKey'
import { companyFieldFields, type CompanyField, type CompanyTable } from '../../../domain/records/companyField'
import type { Field, Json } from '../../../domain/records/field'
import { isUnread } from '../../../domain/typedValue'
import { wordsOfCompanyFields } from '../../../i18n/companyFields'
import { FieldInput } from '../../../panels/FieldInput'
import { FormDialog } from '../../../panels/FormDialog'
import { useCommand, useSayDone } from '../../../panels/useCommand'
import { useForm, type Form } from '../../../panels/useForm'
import { usePerson } from '../../../panels/usePerson'
import { saveCompanyField } from '../../../store/companyFields'
import { type StoredCompanyField } from '../../../store/companyFieldRecords'
import { useText } from '../../../ui/LanguageContext'
import { pinyinSyllables } from '../../../workers/pinyin'
import { OptionsEditor } from './OptionsEditor'
import '../../../panels/recordDialog.css'

interface Props {
  readonly table: CompanyTable
  /** null: a new one. */
  readonly definition: StoredCompanyField | null
  readonly all: readonly StoredCompanyField[]
  readonly onClose: () => void
}

export function CompanyFieldDialog(props: Props) {
  const { language } = useText()
  const words = wordsOfCompanyFields(language)
  const { table, definition } = props
  const title = definition === null ? words.addTitle(words.table(table)) : words.editTitle(definition[language] ?? '')
  const form = useForm({
    form: `company-field:${definition?.id ?? `new:${table}`}`,
    record: definition ?? { table, kind: 'text' },
    isNew: definition === null,
    label: {
      title,
      about: words.table(table),
      href: `/data/fields?table=${table}&${definition === null ? 'add=1' : `edit=${definition.id}`}`,
    },
  })
  return form === null ? null : <OpenDialog {...props} form={form} title={title} />
}

/** The definition as it is typed, with the key and the codes it would get. */
function useTyped({ table, definition, all }: Props, form: Form): CompanyField & { readonly id: string } {
  const typed = Object.fromEntries(
    Object.keys(companyFieldFields).flatMap((name) => {
      const value = form.valueOf(name)
      return value === undefined || value === null || value === '' || isUnread(value) ? [] : [[name, value]]
    }),
  ) as CompanyField
  const { zh = '', en = '', key = '' } = typed
  const pinyin = usePinyin(definition === null && en.trim() === '' ? zh : '')
  const taken = new Set(
    all.flatMap((other) => (other.table === table && other.id !== definition?.id ? [other.key ?? ''] : [])),
  )
  return {
    ...typed,
    id: definition?.id ?? '',
    table,
    key: key === '' ? proposedCompanyKey(en, pinyin, taken) : key,
    ...(typed.kind === 'choice'
      ? { options: withOptionCodes(optionsTyped(form)).map((option) => ({ ...option })) as Json }
      : {}),
  }
}

function usePinyin(text: string): string {
  const [spelled, setSpelled] = useState('')
  useEffect(() => {
    let isCurrent = true
    if (text.trim() === '') setSpelled('')
    else
      void pinyinSyllables().then(
        (spell) => (isCurrent ? setSpelled(spell(text)) : undefined),
        () => undefined,
      )
    return () => {
      isCurrent = false
    }
  }, [text])
  return spelled
}

const optionsTyped = (form: Form): readonly CompanyOption[] => {
  const options = form.valueOf('options')
  return Array.isArray(options) ? (options as readonly CompanyOption[]) : []
}

function OpenDialog(props: Props & { readonly form: Form; readonly title: string }) {
  const { table, definition, all, form, title, onClose } = props
  const { t, language } = useText()
  const words = wordsOfCompanyFields(language)
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const typed = useTyped(props, form)
  const [fault] = companyFieldFaults(typed, definition ?? undefined, all)
  const isUntouched = definition !== null && form.changed.length === 0
  const refusal = isUntouched
    ? t.editNothing
    : fault === undefined
      ? undefined
      : t.commandRefusal({ code: 'company-field', why: fault })
  const save = async (): Promise<boolean> => {
    const { id: _id, ...fields } = typed
    const cleared = Object.fromEntries(Object.entries(form.patch()).filter(([, value]) => value === null))
    const end = await command.run(() =>
      saveCompanyField(definition?.id ?? null, { ...cleared, ...fields }, person, { seen: form.seen }),
    )
    if (end.ended !== 'done') return false
    sayDone(definition === null ? words.added(typed[language] ?? '') : words.saved, end.value)
    return true
  }
  return (
    <FormDialog
      title={title}
      form={form}
      fields={companyFieldFields}
      submit={words.save}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <div className="company-form">
        <div className="stack">
          <Inputs form={form} isNew={definition === null} table={table} typed={typed} />
        </div>
        <Preview field={describedField({ ...typed, retiredAt: '' })} />
      </div>
    </FormDialog>
  )
}

interface InputsProps {
  readonly form: Form
  readonly isNew: boolean
  readonly table: CompanyTable
  readonly typed: CompanyField
}

function Inputs({ form, isNew, table, typed }: InputsProps) {
  const { language } = useText()
  const words = wordsOfCompanyFields(language)
  const id = useId()
  const input = (name: keyof typeof companyFieldFields, field: Field, required = false) => (
    <FieldInput
      id={`${id}-${name}`}
      field={field}
      value={form.valueOf(name)}
      required={required}
      onChange={(value) => form.set(name, value)}
    />
  )
  return (
    <>
      {isNew ? (
        <KindChoice value={typed.kind as CompanyKind} onChoose={(kind) => form.set('kind', kind)} />
      ) : (
        <p className="small muted">
          {words.kind(typed.kind as CompanyKind)} · <span className="mono">{typed.key}</span> · {words.kindFixed}
        </p>
      )}
      <div className="form-grid">
        {input('zh', companyFieldFields.zh, true)}
        {input('en', companyFieldFields.en, true)}
      </div>
      <p className="small muted">{words.labelsWhy}</p>
      {isNew ? (
        <div className="field">
          <label className="field-label" htmlFor={`${id}-key`}>
            {words.key}
          </label>
          <input
            id={`${id}-key`}
            className="input mono"
            value={typed.key ?? ''}
            aria-describedby={`${id}-key-why`}
            onChange={(event) => form.set('key', event.target.value === '' ? undefined : event.target.value)}
          />
          <span id={`${id}-key-why`} className="small muted">
            {words.keyWhy}
          </span>
        </div>
      ) : null}
      {typed.kind === 'number' ? (
        <>
          <div className="form-grid">
            {input('unit', companyFieldFields.unit)}
            {input('whole', companyFieldFields.whole)}
            {input('least', companyFieldFields.least)}
            {input('most', companyFieldFields.most)}
          </div>
        </>
      ) : null}
      {typed.kind === 'choice' ? (
        <OptionsEditor options={optionsTyped(form)} onChange={(options) => form.set('options', options)} />
      ) : null}
      <NeedChoice
        id={`${id}-need`}
        table={table}
        value={typed.need ?? ''}
        onChoose={(need) => form.set('need', need === '' ? undefined : need)}
      />
    </>
  )
}

function KindChoice({
  value,
  onChoose,
}: {
  readonly value: CompanyKind
  readonly onChoose: (kind: CompanyKind) => void
}) {
  const { language } = useText()
  const words = wordsOfCompanyFields(language)
  return (
    <div className="field">
      <span className="field-label">{words.kindLabel}</span>
      <div className="choices" role="group" aria-label={words.kindLabel}>
        {COMPANY_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            aria-pressed={kind === value}
            onClick={() => onChoose(kind)}
          >
            {words.kind(kind)}
          </button>
        ))}
      </div>
    </div>
  )
}

interface NeedProps {
  readonly id: string
  readonly table: CompanyTable
  readonly value: string
  readonly onChoose: (need: string) => void
}

function NeedChoice({ id, table, value, onChoose }: NeedProps) {
  const { language } = useText()
  const words = wordsOfCompanyFields(language)
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {words.needLabel}
      </label>
      <select id={id} className="input" value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{words.never}</option>
        {NEEDS_OF_TABLE[table].map((need) => (
          <option key={need} value={need}>
            {words.need(need)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The field as its form will show it; what is typed here goes nowhere. */
function Preview({ field }: { readonly field: Field | null }) {
  const { language } = useText()
  const words = wordsOfCompanyFields(language)
  const [value, setValue] = useState<unknown>(undefined)
  useEffect(() => setValue(undefined), [field?.kind])
  if (field === null) return null
  return (
    <section className="company-preview stack" aria-label={words.preview}>
      <h3>{words.preview}</h3>
      <FieldInput field={field} value={value} required={field.need !== undefined} onChange={setValue} />
      <p className="small muted">{words.previewWhy}</p>
    </section>
  )
}

/** Fills in fields of one record, whatever record it is; the inputs come from the descriptions of its fields. */
import { useLiveQuery } from './useLiveQuery'
import { useDeferredValue, useEffect, useId, useState, type ReactNode } from 'react'
import type { Change } from '../domain/change'
import { companyFieldsOfTable, formCompanyFields } from '../domain/companyFields'
import { needsReason } from '../domain/kpiFields'
import { recordFaults } from '../domain/recordFaults'
import type { CompanyTable } from '../domain/records/companyField'
import type { Fields, Json } from '../domain/records/field'
import type { TableName } from '../domain/records/tables'
import { isUnread } from '../domain/typedValue'
import { useText } from '../ui/LanguageContext'
import type { DraftLabel } from './draftKeeper'
import { FieldInput } from './FieldInput'
import { FormDialog } from './FormDialog'
import { NodeField } from './NodeField'
import type { Asks } from './caseForm'
import { ChangeReason, reasonIn } from './ChangeReason'
import { CompanyFieldInputs } from './CompanyFieldInputs'
import { useCompanyFields } from './useCompanyFields'
import { useCommand, useSayDone } from './useCommand'
import { useForm, type Form } from './useForm'
import { useIsClosed, type Belongs } from './useIsClosed'
import './recordDialog.css'

/** What other records say to the values typed so far. */
export interface Objection {
  readonly text: string
  /** `refused`: cannot be saved like this; `disagrees`: only when the person says so; `noted`: good to know. */
  readonly weight: 'refused' | 'disagrees' | 'noted'
}

/** How a person meant what is to be written. */
export interface Meant {
  readonly why: string
  readonly confirmed: boolean
  /** What the form had read in the fields it writes. */
  readonly seen: Readonly<Record<string, Json>>
}

type Special = (value: unknown, onChange: (value: unknown) => void, id: string) => ReactNode

interface Props<R extends object> {
  readonly title: string
  /** Names the form and the record it is about, so that its draft is found again. */
  readonly form: string
  readonly label?: DraftLabel
  readonly fields: Fields
  readonly names: readonly (keyof R & string)[]
  /** The stored record as it is now, or what a new one begins with. */
  readonly record: R
  readonly isNew?: boolean
  /** What it belongs to; a change of what is closed says why. */
  readonly belongs?: Belongs
  /** What the next step of the failure asks for here; those fields are marked. */
  readonly asks?: Asks | undefined
  readonly multiline: readonly string[]
  /** The field a person came for. */
  readonly focus?: string | null
  /** The table of the record: it says which fields figures are computed from, whose change needs a reason. */
  readonly table: TableName
  /** Inputs of another kind, by field; `id` is what the field is found and focused by. */
  readonly special?: Readonly<Record<string, Special>>
  /** Asked again with every change of the values. */
  readonly check?: (record: R) => Promise<readonly Objection[]>
  /** What the objections come from, in words. */
  readonly checkTitle?: string
  /**
   * @param patch the fields that were touched, null where one was cleared; every field of a new record
   * @returns `refused`: something came between; the dialog stays and shows what the check says now
   */
  readonly onSave: (patch: Partial<R>, meant: Meant) => Promise<Change | null | 'refused'>
  /** Shows the fields the company added to records of this kind as well. */
  readonly company?: CompanyTable
  readonly onClose: () => void
}

export function RecordDialog<R extends object>(props: Props<R>) {
  const { form: name, record, isNew = false, title } = props
  const form = useForm({ form: name, record, isNew, label: { title, ...props.label } })
  return form === null ? null : <OpenRecordDialog {...props} open={form} />
}

function OpenRecordDialog<R extends object>({ open: form, ...given }: Props<R> & { readonly open: Form }) {
  const props = useWithCompanyFields(given)
  const { fields, names, isNew = false, title, onClose, company } = props
  const { t } = useText()
  const id = useId()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const [confirmed, setConfirmed] = useState(false)
  const objections = useObjections(form, names, props)
  const disagrees = objections.some(({ weight }) => weight === 'disagrees')
  const reason = useReason(form, props)
  const asked = props.asks?.fieldsFor(readable(form.values)) ?? NOTHING
  const isEmpty = names.every((field) => form.valueOf(field) === undefined || form.valueOf(field) === '')
  const refused =
    objections.find(({ weight }) => weight === 'refused')?.text ??
    (disagrees && !confirmed ? t.findingsUnconfirmed : undefined)
  const isUntouched = form.changed.length === 0
  // A new form says from the start what it asks for; one that changes a record has nothing to save yet.
  const refusal =
    isEmpty || (!isNew && isUntouched) ? ((isNew ? refused : undefined) ?? t.editNothing) : (refused ?? reason.refusal)
  useFocus(`${id}-${props.focus ?? ''}`)
  const save = async (): Promise<boolean> => {
    const end = await command.run(() =>
      props.onSave(form.patch() as Partial<R>, { why: reason.why, confirmed, seen: form.seen }),
    )
    if (end.ended !== 'done' || end.value === 'refused') return false
    sayDone(end.value === null ? t.editNothing : t.editSaved, end.value)
    return true
  }
  return (
    <FormDialog
      title={title}
      form={form}
      fields={fields}
      submit={t.save}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <NextAsks asks={props.asks} names={names} asked={asked} />
      <div className="form-grid">
        {given.names.map((name) => (
          <RecordField
            key={name}
            form={form}
            name={name}
            id={`${id}-${name}`}
            fields={fields}
            multiline={props.multiline}
            isAsked={asked.has(name)}
            {...(props.special === undefined ? {} : { special: props.special })}
          />
        ))}
      </div>
      {company === undefined ? null : (
        <CompanyFieldInputs
          table={company}
          valueOf={form.valueOf}
          onChange={form.set}
          idOf={(name) => `${id}-${name}`}
          isAsked={(name) => asked.has(name) || fields[name]?.need === 'save'}
        />
      )}
      <Objections
        title={props.checkTitle}
        objections={isUntouched ? objections.filter(({ weight }) => weight !== 'refused') : objections}
        isWarning={refused !== undefined}
        confirmed={disagrees ? confirmed : null}
        onConfirm={setConfirmed}
      />
      {reason.isAsked ? <ChangeReason form={form} isClosed={reason.isClosed} /> : null}
    </FormDialog>
  )
}

/** The form with the company's fields among its own; their inputs stand in a group behind the others. */
function useWithCompanyFields<R extends object>(props: Props<R>): Props<R> {
  const known = useCompanyFields()
  const { company } = props
  if (company === undefined) return props
  const own = formCompanyFields(known, company) as readonly (keyof R & string)[]
  return {
    ...props,
    fields: { ...props.fields, ...companyFieldsOfTable(known, company) },
    names: [...props.names, ...own],
  }
}

const NOTHING: ReadonlySet<string> = new Set()

/** Text that cannot be read says nothing yet. */
const readable = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isUnread(value)))

/** What the mark on a field means, said where there is one. */
function NextAsks({
  asks,
  names,
  asked,
}: {
  readonly asks: Asks | undefined
  readonly names: readonly string[]
  readonly asked: ReadonlySet<string>
}) {
  const { t } = useText()
  return asks === undefined || !names.some((name) => asked.has(name)) ? null : (
    <p className="small muted">{t.nextAsks(t.stepName(asks.step))}</p>
  )
}

/** The reason this change needs: because what it belongs to is closed, or because figures stand on what a field said. */
function useReason<R extends object>(form: Form, { table, record, isNew = false, belongs = {} }: Props<R>) {
  const { t } = useText()
  const stored = record as Readonly<Record<string, unknown>>
  const { id: recordId = '' } = record as { readonly id?: string }
  const isClosed = useIsClosed(table, recordId, belongs)
  const movesFigures =
    !isNew &&
    form.changed.some((field) =>
      needsReason(table, field, {
        before: stored[field],
        after: form.valueOf(field),
        reportedNodeId: stored['bomNodeId'],
      }),
    )
  const why = reasonIn(form).trim()
  const isAsked = isClosed || movesFigures
  const refusal = isAsked && why === '' ? (isClosed ? t.closedWhyNeeded : t.editWhyNeeded) : undefined
  return { why, isAsked, isClosed, refusal }
}

/** What the values say against each other, and what other records say to them. */
function useObjections<R extends object>(
  form: Form,
  names: readonly string[],
  { fields, table, check }: Pick<Props<R>, 'fields' | 'table' | 'check'>,
): readonly Objection[] {
  const { t, language } = useText()
  const values = Object.fromEntries(
    names.map((name) => [name, isUnread(form.valueOf(name)) ? undefined : form.valueOf(name)]),
  )
  const checked = useDeferredValue(values)
  const asked =
    useLiveQuery(async () => (check === undefined ? [] : await check(checked as R)), [JSON.stringify(checked)]) ?? []
  const labelOf = (name: string | undefined): string => fields[name ?? '']?.[language] ?? ''
  const faults = recordFaults(table, values).map(({ kind, fields: [end, start] }): Objection => ({
    text: kind === 'nothing-replaced' ? t.nothingReplaced : t.endBeforeStart(labelOf(end), labelOf(start)),
    weight: 'refused',
  }))
  return [...faults, ...asked]
}

function useFocus(inputId: string): void {
  useEffect(() => {
    const input = document.getElementById(inputId)
    input?.focus()
    input?.scrollIntoView({ block: 'center' })
  }, [inputId])
}

interface FieldProps {
  readonly form: Form
  readonly name: string
  readonly id: string
  readonly fields: Fields
  readonly multiline: readonly string[]
  readonly isAsked: boolean
  readonly special?: Readonly<Record<string, Special>>
}

function RecordField({ form, name, id, fields, multiline, isAsked, special }: FieldProps) {
  const field = fields[name]
  if (field === undefined) return null
  const own = special?.[name]
  const isLong = multiline.includes(name)
  const isWide = isLong || field.kind === 'codes' || field.kind === 'structure'
  const onChange = (value: unknown): void => form.set(name, value)
  const value = form.valueOf(name)
  return (
    <div className={isWide ? 'wide' : ''}>
      {own !== undefined ? (
        <>
          {isAsked ? <span className="field-required">*</span> : null}
          {own(value, onChange, id)}
        </>
      ) : field.kind === 'ref' && field.to === 'bomNodes' ? (
        <NodeField field={field} id={id} value={value} onChange={onChange} required={isAsked} />
      ) : (
        <FieldInput field={field} id={id} value={value} multiline={isLong} onChange={onChange} required={isAsked} />
      )}
    </div>
  )
}

function Objections({
  title,
  objections,
  isWarning,
  confirmed,
  onConfirm,
}: {
  readonly title: string | undefined
  readonly objections: readonly Objection[]
  readonly isWarning: boolean
  /** null: nothing to confirm. */
  readonly confirmed: boolean | null
  readonly onConfirm: (confirmed: boolean) => void
}) {
  const { t } = useText()
  if (objections.length === 0) return null
  return (
    <div className={isWarning ? 'note warn' : 'note'} role="status">
      {title === undefined ? null : <strong>{title}</strong>}
      <ul className="plain-list">
        {objections.map(({ text, weight }) => (
          <li key={text}>
            <span aria-hidden>{weight === 'refused' ? '✕' : weight === 'disagrees' ? '!' : '·'}</span> {text}
          </li>
        ))}
      </ul>
      {confirmed === null ? null : (
        <label className="row">
          <input type="checkbox" checked={confirmed} onChange={(event) => onConfirm(event.target.checked)} />
          {t.findingsConfirm}
        </label>
      )}
    </div>
  )
}

/** Fills in fields of one record, whatever record it is; the inputs come from the descriptions of its fields. */
import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useEffect, useId, useState, type ReactNode } from 'react'
import type { Change } from '../domain/change'
import { needsReason } from '../domain/kpiFields'
import type { Field, Fields } from '../domain/records/field'
import type { TableName } from '../domain/records/tables'
import { undo } from '../store/commit'
import { Dialog } from '../ui/Dialog'
import { useText } from '../ui/LanguageContext'
import { useUnsaved } from '../ui/unsavedInput'
import { useToast } from '../ui/Toasts'
import { FieldInput } from './FieldInput'
import { NodePicker } from './NodePicker'
import { usePerson } from './usePerson'
import './recordDialog.css'

/** What other records say to the values typed so far. */
export interface Objection {
  readonly text: string
  /** `refused`: cannot be saved like this; `disagrees`: only when the person says so; `noted`: good to know. */
  readonly weight: 'refused' | 'disagrees' | 'noted'
}

interface Props<R extends object> {
  readonly title: string
  readonly fields: Fields
  readonly names: readonly (keyof R & string)[]
  readonly record: R
  readonly multiline: readonly string[]
  /** The field a person came for. */
  readonly focus?: string | null
  /** The table of the record: it says which fields figures are computed from, whose change needs a reason. */
  readonly table: TableName
  /** Inputs of another kind, by field; `id` is what the field is found and focused by. */
  readonly special?: Readonly<
    Record<string, (value: unknown, onChange: (value: unknown) => void, id: string) => ReactNode>
  >
  /** Asked again with every change of the values. */
  readonly check?: (record: R) => Promise<readonly Objection[]>
  /** `refused`: something came between; the dialog stays and shows what the check says now. */
  readonly onSave: (record: R, why: string, confirmed: boolean) => Promise<Change | null | 'refused'>
  readonly onClose: () => void
}

export function RecordDialog<R extends object>({
  title,
  fields,
  names,
  record,
  multiline,
  focus,
  table,
  special,
  check,
  onSave,
  onClose,
}: Props<R>) {
  const { t } = useText()
  const person = usePerson()
  const toast = useToast()
  const id = useId()
  const given = record as Readonly<Record<string, unknown>>
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(() =>
    Object.fromEntries(names.map((name) => [name, record[name]])),
  )
  const [why, setWhy] = useState('')
  const changed = names.filter((name) => values[name] !== given[name])
  const isEmpty = Object.values(values).every((value) => value === undefined || value === '')
  const asksWhy = changed.some((name) => needsReason(table, name, given[name]))
  const [confirmed, setConfirmed] = useState(false)
  const checked = useDeferredValue(values)
  const objections =
    useLiveQuery(async () => (check === undefined ? [] : await check(checked as R)), [JSON.stringify(checked)]) ?? []
  const disagrees = objections.some(({ weight }) => weight === 'disagrees')
  const objection = objections.some(({ weight }) => weight === 'refused')
    ? t.findingsRefused
    : disagrees && !confirmed
      ? t.findingsUnconfirmed
      : undefined
  const refusal = isEmpty ? t.editNothing : (objection ?? (asksWhy && why.trim() === '' ? t.editWhyNeeded : undefined))
  useUnsaved(changed.length > 0)
  useEffect(() => {
    if (focus === undefined || focus === null) return
    const input = document.getElementById(`${id}-${focus}`)
    input?.focus()
    input?.scrollIntoView({ block: 'center' })
  }, [focus, id])
  const save = async (): Promise<void> => {
    const change = await onSave(values as R, why.trim(), confirmed)
    if (change === 'refused') return
    toast(
      change === null ? t.editNothing : t.editSaved,
      change === null ? undefined : { label: t.undo, run: () => void undo(change.id, person, t.undoAtOnce) },
    )
    onClose()
  }
  const set =
    (name: string) =>
    (value: unknown): void =>
      setValues((before) => ({ ...before, [name]: value }))
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          {refusal === undefined ? null : <span className="small muted grow">{refusal}</span>}
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => void save()}
          >
            {t.save}
          </button>
        </>
      }
    >
      <div className="form-grid">
        {names.map((name) => {
          const field = fields[name]
          const isWide = multiline.includes(name) || special?.[name] !== undefined || field?.kind === 'codes'
          return field === undefined ? null : (
            <div key={name} className={isWide ? 'wide' : ''}>
              {special?.[name] === undefined ? (
                <Input
                  field={field}
                  id={`${id}-${name}`}
                  value={values[name]}
                  multiline={multiline.includes(name)}
                  onChange={set(name)}
                />
              ) : (
                special[name](values[name], set(name), `${id}-${name}`)
              )}
            </div>
          )
        })}
      </div>
      {objections.length === 0 ? null : (
        <div className={objection === undefined ? 'note' : 'note warn'} role="status">
          <strong>{t.findingsTitle}</strong>
          <ul className="plain-list">
            {objections.map(({ text, weight }) => (
              <li key={text}>
                <span aria-hidden>{weight === 'refused' ? '✕' : weight === 'disagrees' ? '!' : '·'}</span> {text}
              </li>
            ))}
          </ul>
          {disagrees ? (
            <label className="row">
              <input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />
              {t.findingsConfirm}
            </label>
          ) : null}
        </div>
      )}
      {asksWhy ? (
        <label className="field">
          <span className="field-label">{t.editWhy}</span>
          <textarea className="input" value={why} onChange={(event) => setWhy(event.target.value)} />
          <span className="small muted">{t.editWhyHint}</span>
        </label>
      ) : null}
    </Dialog>
  )
}

function Input({
  field,
  id,
  value,
  multiline,
  onChange,
}: {
  readonly field: Field
  readonly id: string
  readonly value: unknown
  readonly multiline: boolean
  readonly onChange: (value: unknown) => void
}) {
  const { language } = useText()
  if (field.kind === 'ref' && field.to === 'bomNodes')
    return (
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {field[language]}
        </label>
        <NodePicker id={id} nodeId={value as string | undefined} onChoose={onChange} />
      </div>
    )
  return <FieldInput field={field} id={id} value={value} multiline={multiline} onChange={onChange} />
}

/** Fills in one record that hangs on a failure. */
import { useState } from 'react'
import type { Change } from '../../domain/change'
import type { Fields } from '../../domain/records/field'
import { FieldInput } from '../../panels/FieldInput'
import { useActor } from '../../panels/useActor'
import { undo } from '../../store/commit'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import { useUnsaved } from '../../ui/unsavedInput'
import { useToast } from '../../ui/Toasts'

interface Props<R extends object> {
  readonly title: string
  readonly fields: Fields
  readonly names: readonly (keyof R & string)[]
  readonly record: R
  readonly multiline: readonly string[]
  readonly onSave: (record: R) => Promise<Change | null>
  readonly onClose: () => void
}

export function RecordDialog<R extends object>({ title, fields, names, record, multiline, onSave, onClose }: Props<R>) {
  const { t } = useText()
  const { actor } = useActor()
  const toast = useToast()
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(() => Object.fromEntries(names.map((name) => [name, record[name]])))
  const isEmpty = Object.values(values).every((value) => value === undefined || value === '')
  useUnsaved(names.some((name) => values[name] !== record[name]))
  const save = async (): Promise<void> => {
    const change = await onSave(values as R)
    toast(change === null ? t.editNothing : t.editSaved, change === null ? undefined : { label: t.undo, run: () => void undo(change.id, actor) })
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose} footer={<><button type="button" className="button" onClick={onClose}>{t.cancel}</button><button type="button" className="button primary" disabled={isEmpty} title={isEmpty ? t.editNothing : undefined} onClick={() => void save()}>{t.save}</button></>}>
      <div className="form-grid">
        {names.map((name) => {
          const field = fields[name]
          return field === undefined ? null : (
            <div key={name} className={multiline.includes(name) ? 'wide' : ''}>
              <FieldInput field={field} value={values[name]} multiline={multiline.includes(name)} onChange={(value) => setValues((before) => ({ ...before, [name]: value }))} />
            </div>
          )
        })}
      </div>
    </Dialog>
  )
}

/** Asks why a record is changed, and says why that is asked. The reason is kept in the draft beside the fields. */
import { useText } from '../ui/LanguageContext'
import type { Form } from './useForm'

const WHY = '#why'

export const reasonIn = (form: Form): string => String(form.valueOf(WHY) ?? '')

export function ChangeReason({ form, isClosed }: { readonly form: Form; readonly isClosed: boolean }) {
  const { t } = useText()
  return (
    <label className="field">
      <span className="field-label">{t.editWhy}</span>
      <textarea className="input" value={reasonIn(form)} onChange={(event) => form.set(WHY, event.target.value)} />
      <span className="small muted">{isClosed ? t.closedWhyHint : t.editWhyHint}</span>
    </label>
  )
}

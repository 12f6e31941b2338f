/** Asks why something is done, in the form that does it. */
import type { Form } from './useForm'

/** The name under which a form holds its reason. */
export const REASON = 'why'

export const reasonOf = (form: Form): string => String(form.valueOf(REASON) ?? '').trim()

export function ReasonField({ form, label }: { readonly form: Form; readonly label: string }) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <textarea
        className="input"
        rows={2}
        value={String(form.valueOf(REASON) ?? '')}
        onChange={(event) => form.set(REASON, event.target.value)}
      />
    </label>
  )
}

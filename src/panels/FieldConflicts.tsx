/** Fields that somebody else changed while a form was open: what is stored beside what was typed, and the choice. */
import type { Fields } from '../domain/records/field'
import { isUnread } from '../domain/typedValue'
import { useText } from '../ui/LanguageContext'
import { useFieldText } from './FailureFacts'
import { useEngine } from './useEngine'
import type { Form } from './useForm'
import './fieldConflicts.css'

export function FieldConflicts({ form, fields }: { readonly form: Form; readonly fields: Fields }) {
  const { t, language } = useText()
  const text = useFieldText()
  const { answer: names } = useEngine(form.conflicts.length === 0 ? null : 'all-names', (engine) => engine.allNames())
  if (form.conflicts.length === 0) return null
  const said = (name: string, value: unknown): string => {
    const field = fields[name]
    if (isUnread(value)) return value.unread
    if (field === undefined || value === undefined || value === null) return t.conflictNothing
    return text(field, value as never, names ?? {}) || t.conflictNothing
  }
  return (
    <section className="note warn stack" role="alert">
      <strong>{t.conflictTitle}</strong>
      <ul className="field-conflicts">
        {form.conflicts.map(({ name, theirs, mine }) => (
          <li key={name}>
            <span className="field-label">{fields[name]?.[language] ?? name}</span>
            <dl>
              <dt>{t.conflictTheirs}</dt>
              <dd>{said(name, theirs)}</dd>
              <dt>{t.conflictMine}</dt>
              <dd>{said(name, mine)}</dd>
            </dl>
            <span className="row">
              <button type="button" className="button" onClick={() => form.takeTheirs(name)}>
                {t.conflictTakeTheirs}
              </button>
              <button type="button" className="button" onClick={() => form.keepMine(name)}>
                {t.conflictKeepMine}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every change of the rules: who, when, why, and what was before. */
import { formatStamp } from '../../i18n/format'
import { fieldName, useFieldValue } from '../../panels/historyWords'
import { useCompanyFields } from '../../panels/useCompanyFields'
import { whoChanged } from '../../panels/whoChanged'
import type { HistoryEntry } from '../../store/history'
import { useText } from '../../ui/LanguageContext'

export function RuleHistory({ history }: { readonly history: readonly HistoryEntry[] }) {
  const { t, language } = useText()
  const company = useCompanyFields()
  const valueOf = useFieldValue()
  return (
    <details>
      <summary>
        {t.alertRulesHistoryTitle} {history.length === 0 ? '' : history.length}
      </summary>
      {history.length === 0 ? (
        <p className="small muted">{t.alertRulesHistoryNone}</p>
      ) : (
        <ol className="entry-list">
          {history.map(({ change, fields, isCreation }) => (
            <li key={change.id} className="small">
              <strong>{whoChanged(change, t)}</strong> <span className="muted">{formatStamp(change.at)}</span>
              {change.why === undefined ? null : `${t.colon}${change.why}`}
              <ul className="plain-list">
                {fields.map((field) => (
                  <li key={`${field.record}${field.field}`}>
                    {field.field === 'deleted'
                      ? t.alertRulesDelete
                      : isCreation
                        ? `${fieldName(field, language, company)}${t.colon}${valueOf(field, field.after)}`
                        : t.ruleChange(
                            fieldName(field, language, company),
                            valueOf(field, field.before),
                            valueOf(field, field.after),
                          )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}

/** One change: who, when, by which command, why, and each field before and after; it can be taken back. */
import { whoChanged } from './whoChanged'
import { isBooking } from '../domain/costs'
import { isWorkflowStep } from '../domain/workflow/transitions'
import { formatStamp } from '../i18n/format'
import type { HistoryEntry } from '../store/history'
import { useText } from '../ui/LanguageContext'
import { fieldName, type HistoryField } from './historyWords'
import { TOUCHES_OTHERS } from './useTakeBack'
import { useCompanyFields } from './useCompanyFields'

interface Props {
  readonly entry: HistoryEntry
  readonly fields: readonly HistoryField[]
  /** Why it cannot be taken back by this person now. */
  readonly refusal: string | undefined
  readonly show: (field: HistoryField, value: unknown) => string
  /** Which of several records a field is of; empty where that is clear. */
  readonly nameOf?: (field: HistoryField) => string
  readonly onTakeBack: () => void
}

export function HistoryEntryCard({ entry, fields, refusal, show, nameOf, onTakeBack }: Props) {
  const { t, language } = useText()
  const company = useCompanyFields()
  const { change, isCreation, isRefused } = entry
  return (
    <li className="card card-pad stack">
      <div className="spread">
        <span>
          <strong>{whoChanged(change, t)}</strong>{' '}
          <span className="muted">
            {formatStamp(change.at)} · {t.commandName(change.command)}
          </span>
        </span>
        {isRefused ? <span className="badge">{t.teamRefusedMark}</span> : null}
        {isRefused ||
        (isCreation && !TOUCHES_OTHERS.has(change.command)) ||
        isWorkflowStep(change.command) ||
        isBooking(change.command) ? null : (
          <button
            type="button"
            className="button quiet"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={onTakeBack}
          >
            {t.historyUndo}
          </button>
        )}
      </div>
      {change.why === undefined ? null : <p>{t.historyWhy(change.why)}</p>}
      <div className="scroll-x">
        <table className="table">
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col">{t.historyBefore}</th>
              <th scope="col">{t.historyAfter}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={`${field.record}-${field.field}`}>
                <th scope="row">
                  {[nameOf?.(field) ?? '', fieldName(field, language, company)]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </th>
                <td>{show(field, field.before)}</td>
                <td>{show(field, field.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </li>
  )
}

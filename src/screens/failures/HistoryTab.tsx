/** Who changed what, when, before and after; each change can be taken back. */
import { useLiveQuery } from 'dexie-react-hooks'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { isWorkflowStep } from '../../domain/workflow/transitions'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { formatStamp } from '../../i18n/format'
import { useFieldText } from '../../panels/FailureFacts'
import { useActor } from '../../panels/useActor'
import { useEngine } from '../../panels/useEngine'
import { undo } from '../../store/commit'
import { historyOf } from '../../store/history'
import { importBatch } from '../../store/imports'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'

export function HistoryTab({ file }: { readonly file: CaseFile }) {
  const { t, language } = useText()
  const { actor } = useActor()
  const toast = useToast()
  const text = useFieldText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const records = [
    `failures:${file.failure.id}`,
    ...file.handlings.map((entry) => `handlings:${entry.id}`),
    ...file.replacements.map((entry) => `replacements:${entry.id}`),
    ...file.analyses.map((entry) => `rootCauseAnalyses:${entry.id}`),
    ...file.actions.map((entry) => `correctiveActions:${entry.id}`),
    ...file.verifications.map((entry) => `effectVerifications:${entry.id}`),
    ...file.attachments.map((entry) => `attachments:${entry.id}`),
  ]
  const history = useLiveQuery(() => historyOf(records), [records.join()])
  const { batchId } = file.failure
  const batch = useLiveQuery(async () => (batchId === undefined ? null : await importBatch(batchId)), [batchId])
  if (history === undefined) return <div className="skeleton" style={{ height: 120 }} />
  const show = (table: keyof typeof FIELDS_OF_TABLE, field: string, value: unknown): string => {
    const described = FIELDS_OF_TABLE[table][field]
    return described === undefined ? String(value ?? '') : text(described, value, names ?? {})
  }
  return (
    <ol className="entry-list">
      {history.map(({ change, fields, isCreation }) => (
        <li key={change.id} className="card card-pad stack">
          <div className="spread">
            <span><strong>{change.actor === '' ? change.device : change.actor}</strong> <span className="muted">{formatStamp(change.at)} · {t.commandName(change.command)}</span></span>
            {isCreation || isWorkflowStep(change.command) ? null : <button type="button" className="button quiet" onClick={() => void undo(change.id, actor).then(() => toast(t.undone))}>{t.historyUndo}</button>}
          </div>
          {change.why === undefined ? null : <p>{t.historyWhy(change.why)}</p>}
          <div className="scroll-x">
            <table className="table">
              <thead><tr><th scope="col" /><th scope="col">{t.historyBefore}</th><th scope="col">{t.historyAfter}</th></tr></thead>
              <tbody>
                {fields.filter(({ field }) => field !== 'failureId').map(({ table, record, field, before, after }) => (
                  <tr key={`${record}-${field}`}><th scope="row">{FIELDS_OF_TABLE[table][field]?.[language] ?? field}</th><td>{show(table, field, before)}</td><td>{show(table, field, after)}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        </li>
      ))}
      {batch === null || batch === undefined ? null : (
        <li className="card card-pad"><strong>{batch.actor}</strong> <span className="muted">{formatStamp(batch.at)}</span><p>{t.historyImported(batch.files.map((file) => file.name).join('、'))}</p></li>
      )}
      {history.length === 0 && batch === null ? <li className="muted">{t.historyEmpty}</li> : null}
    </ol>
  )
}

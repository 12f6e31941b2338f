/** Who changed what, when, before, after and why, change by change or for one field; each change can be taken back. */
import { usePerson } from '../../panels/usePerson'
import { useCommand } from '../../panels/useCommand'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { isBooking } from '../../domain/costs'
import { needsReason } from '../../domain/kpiFields'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { isCommand } from '../../domain/workflow/commands'
import { permits } from '../../domain/workflow/permits'
import { isWorkflowStep } from '../../domain/workflow/transitions'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { formatStamp } from '../../i18n/format'
import { useFieldText } from '../../panels/FailureFacts'
import { useEngine } from '../../panels/useEngine'
import { undo } from '../../store/commit'
import { costsOf } from '../../store/costs'
import { historyOf, type HistoryEntry } from '../../store/history'
import { importBatch } from '../../store/imports'
import type { LaterEdit } from '../../store/laterEdits'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { useToast } from '../../ui/Toasts'

export function HistoryTab({ file }: { readonly file: CaseFile }) {
  const { t, language } = useText()
  const person = usePerson()
  const { isPending, run } = useCommand()
  const toast = useToast()
  const text = useFieldText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const [only, setOnly] = useState('')
  const [undoing, setUndoing] = useState<HistoryEntry | null>(null)
  const costs = useLiveQuery(() => costsOf(file.failure.id), [file.failure.id]) ?? []
  const records = [
    `failures:${file.failure.id}`,
    ...file.handlings.map((entry) => `handlings:${entry.id}`),
    ...file.replacements.map((entry) => `replacements:${entry.id}`),
    ...file.analyses.map((entry) => `rootCauseAnalyses:${entry.id}`),
    ...file.actions.map((entry) => `correctiveActions:${entry.id}`),
    ...file.verifications.map((entry) => `effectVerifications:${entry.id}`),
    ...file.attachments.map((entry) => `attachments:${entry.id}`),
    ...costs.map((entry) => `costEntries:${entry.id}`),
  ]
  const history = useLiveQuery(() => historyOf(records), [records.join()])
  const { batchId, bomNodeId: reportedNodeId } = file.failure
  const batch = useLiveQuery(async () => (batchId === undefined ? null : await importBatch(batchId)), [batchId])
  if (history === undefined) return <div className="skeleton" style={{ height: 120 }} />
  const show = ({ table, field }: HistoryField, value: unknown): string => {
    const described = FIELDS_OF_TABLE[table][field]
    return described === undefined ? String(value ?? '') : text(described, value, names ?? {})
  }
  const nameOf = ({ table, field }: HistoryField): string => FIELDS_OF_TABLE[table][field]?.[language] ?? field
  const author = ({ change }: HistoryEntry): string => (change.actor === '' ? change.device : change.actor)
  const choices = new Map(
    history
      .flatMap(({ fields }) => fields)
      .filter(isShown)
      .map((field) => [keyOf(field), `${t.tableName(field.table)}${t.colon}${nameOf(field)}`]),
  )
  const laterInWords = ({ table, field, actor, at }: LaterEdit): string =>
    [FIELDS_OF_TABLE[table][field]?.[language] ?? field, actor, formatStamp(at)]
      .filter((word) => word !== '')
      .join(' · ')
  const undoNow = async (entry: HistoryEntry, why: string): Promise<void> => {
    const end = await run(() => undo(entry.change.id, person, why))
    if (end.ended !== 'done') return
    if (end.value.ok) toast(t.undone)
    else {
      const later = end.value.why === 'later-edits' ? laterInWords(end.value.later) : ''
      toast(t.undoRefused(end.value.why, later), undefined, 'trouble')
    }
  }
  const refusalOf = ({ change }: HistoryEntry): string | undefined => {
    const against = isCommand(change.command)
      ? permits('undo', person, { failures: [file.failure], undone: change.command })[0]
      : undefined
    return against !== undefined ? t.commandRefusal(against) : isPending ? t.commandPending : undefined
  }
  /** A change that moves a figure is taken back with a reason, any other at once. */
  const takeBack = (entry: HistoryEntry): void => {
    if (
      entry.fields.some(({ table, field, before, after }) =>
        needsReason(table, field, { before: after, after: before, reportedNodeId }),
      )
    )
      setUndoing(entry)
    else void undoNow(entry, '')
  }
  return (
    <div className="stack">
      {choices.size === 0 ? null : (
        <label className="row">
          <span className="small muted">{t.historyField}</span>
          <select className="input compact-input" value={only} onChange={(event) => setOnly(event.target.value)}>
            <option value="">{t.historyAllFields}</option>
            {[...choices]
              .sort(([, a], [, b]) => a.localeCompare(b, language))
              .map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
          </select>
        </label>
      )}
      {only === '' ? null : (
        <ScrollX label={t.historyField} className="card">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.historyWhen}</th>
                <th scope="col">{t.historyWho}</th>
                <th scope="col">{t.historyBefore}</th>
                <th scope="col">{t.historyAfter}</th>
                <th scope="col">{t.historyWhyColumn}</th>
              </tr>
            </thead>
            <tbody>
              {history.flatMap((entry) =>
                entry.fields
                  .filter((field) => keyOf(field) === only)
                  .map((field) => (
                    <tr key={`${entry.change.id}-${field.record}`}>
                      <td className="nowrap">{formatStamp(entry.change.at)}</td>
                      <td>{author(entry)}</td>
                      <td>{show(field, field.before)}</td>
                      <td>{show(field, field.after)}</td>
                      <td>{entry.change.why ?? t.commandName(entry.change.command)}</td>
                    </tr>
                  )),
              )}
            </tbody>
          </table>
        </ScrollX>
      )}
      <ol className="entry-list" hidden={only !== ''}>
        {history.map((entry) => {
          const { change, fields, isCreation } = entry
          return (
            <li key={change.id} className="card card-pad stack">
              <div className="spread">
                <span>
                  <strong>{author(entry)}</strong>{' '}
                  <span className="muted">
                    {formatStamp(change.at)} · {t.commandName(change.command)}
                  </span>
                </span>
                {isCreation || isWorkflowStep(change.command) || isBooking(change.command) ? null : (
                  <button
                    type="button"
                    className="button quiet"
                    disabled={refusalOf(entry) !== undefined}
                    title={refusalOf(entry)}
                    onClick={() => takeBack(entry)}
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
                    {fields.filter(isShown).map((field) => (
                      <tr key={`${field.record}-${field.field}`}>
                        <th scope="row">{nameOf(field)}</th>
                        <td>{show(field, field.before)}</td>
                        <td>{show(field, field.after)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </li>
          )
        })}
        {batch === null || batch === undefined ? null : (
          <li className="card card-pad">
            <strong>{batch.actor}</strong> <span className="muted">{formatStamp(batch.at)}</span>
            <p>{t.historyImported(batch.files.map((file) => file.name).join('、'))}</p>
          </li>
        )}
        {history.length === 0 && batch === null ? <li className="muted">{t.historyEmpty}</li> : null}
      </ol>
      {undoing === null ? null : (
        <UndoDialog
          onUndo={(why) => {
            void undoNow(undoing, why)
            setUndoing(null)
          }}
          onClose={() => setUndoing(null)}
        />
      )}
    </div>
  )
}

type HistoryField = HistoryEntry['fields'][number]

const keyOf = ({ table, field }: HistoryField): string => `${table}:${field}`
const isShown = ({ field }: HistoryField): boolean => field !== 'failureId'

function UndoDialog({ onUndo, onClose }: { readonly onUndo: (why: string) => void; readonly onClose: () => void }) {
  const { t } = useText()
  const [why, setWhy] = useState('')
  const refusal = why.trim() === '' ? t.historyUndoWhy : undefined
  return (
    <Dialog
      title={t.historyUndo}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => onUndo(why)}
          >
            {t.undo}
          </button>
        </>
      }
    >
      <label className="field">
        <span className="field-label">{t.historyUndoWhy}</span>
        <textarea className="input" rows={2} value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
    </Dialog>
  )
}

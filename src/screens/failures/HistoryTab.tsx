/** Who changed what, when, before, after and why, change by change or for one field; each change can be taken back. */
import { whoChanged } from '../../panels/whoChanged'
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState } from 'react'
import type { ImportBatch } from '../../domain/importBatch'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { formatStamp } from '../../i18n/format'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { costsOf } from '../../store/costs'
import { historyOf, type HistoryEntry } from '../../store/history'
import { importBatch } from '../../store/imports'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { TableHead } from '../../ui/TableHead'
import { HistoryEntryCard } from '../../panels/HistoryEntryCard'
import { fieldName, useFieldValue, type HistoryField } from '../../panels/historyWords'
import { useTakeBack } from '../../panels/useTakeBack'
import { useCompanyFields } from '../../panels/useCompanyFields'

const keyOf = ({ table, field }: HistoryField): string => `${table}:${field}`
const isShown = ({ field }: HistoryField): boolean => field !== 'failureId'

/** The changes of a failure and of everything that is shown with it; undefined until they are read. */
function useHistory(file: CaseFile): readonly HistoryEntry[] | undefined {
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
  return useLiveQuery(() => historyOf(records), [records.join()])
}

export function HistoryTab({ file }: { readonly file: CaseFile }) {
  const { t } = useText()
  const { asking, stopAsking, undoNow, refusalOf, takeBack } = useTakeBack(file.failure)
  const show = useFieldValue()
  const [only, setOnly] = useState('')
  const history = useHistory(file)
  const { id, no, batchId } = file.failure
  const batch = useLiveQuery(async () => (batchId === undefined ? null : await importBatch(batchId)), [batchId])
  if (history === undefined) return <div className="skeleton" style={{ height: 120 }} />
  return (
    <div className="stack">
      <FieldChoice history={history} only={only} onChoose={setOnly} />
      {only === '' ? null : <ChangesOfField history={history} only={only} show={show} />}
      <ol className="entry-list" hidden={only !== ''}>
        {history.map((entry) => (
          <HistoryEntryCard
            key={entry.change.id}
            entry={entry}
            fields={entry.fields.filter(isShown)}
            refusal={refusalOf(entry)}
            show={show}
            onTakeBack={() => takeBack(entry)}
          />
        ))}
        {batch === null || batch === undefined ? null : <ImportedWith batch={batch} />}
        {history.length === 0 && batch === null ? <li className="muted">{t.historyEmpty}</li> : null}
      </ol>
      {asking === null ? null : (
        <ReasonDialog
          title={t.historyUndo}
          question={t.historyUndoWhy}
          form={`undo:${asking.change.id}`}
          label={{ about: no ?? '', href: `/failures/${id}?tab=tabHistory` }}
          submit={t.undo}
          needed={t.historyUndoWhy}
          run={(why) => undoNow(asking, why)}
          onClose={stopAsking}
        />
      )}
    </div>
  )
}

/** The import that brought the failure: its first change, before any other. */
function ImportedWith({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useText()
  return (
    <li className="card card-pad">
      <strong>{batch.actor}</strong> <span className="muted">{formatStamp(batch.at)}</span>
      <p>{t.historyImported(batch.files.map((file) => file.name).join(t.listComma))}</p>
    </li>
  )
}

interface FieldProps {
  readonly history: readonly HistoryEntry[]
  /** The key of one field; empty for all. */
  readonly only: string
}

function FieldChoice({ history, only, onChoose }: FieldProps & { readonly onChoose: (key: string) => void }) {
  const { t, language } = useText()
  const company = useCompanyFields()
  const choices = new Map(
    history
      .flatMap(({ fields }) => fields)
      .filter(isShown)
      .map((field) => [keyOf(field), `${t.tableName(field.table)}${t.colon}${fieldName(field, language, company)}`]),
  )
  if (choices.size === 0) return null
  return (
    <label className="row">
      <span className="small muted">{t.historyField}</span>
      <select className="input compact-input" value={only} onChange={(event) => onChoose(event.target.value)}>
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
  )
}

function ChangesOfField({ history, only, show }: FieldProps & { readonly show: ReturnType<typeof useFieldValue> }) {
  const { t } = useText()
  return (
    <ScrollX label={t.historyField} className="card">
      <table className="table">
        <TableHead columns={[t.historyWhen, t.historyWho, t.historyBefore, t.historyAfter, t.historyWhyColumn]} />
        <tbody>
          {history.flatMap((entry) =>
            entry.fields
              .filter((field) => keyOf(field) === only)
              .map((field) => (
                <tr key={`${entry.change.id}-${field.record}`}>
                  <td className="nowrap">{formatStamp(entry.change.at)}</td>
                  <td>{whoChanged(entry.change, t)}</td>
                  <td>{show(field, field.before)}</td>
                  <td>{show(field, field.after)}</td>
                  <td>{entry.change.why ?? t.commandName(entry.change.command)}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </ScrollX>
  )
}

/** Editing a failure. A field that moves a figure needs a reason; everything is one change with one undo. */
import { useState } from 'react'
import { needsReason } from '../domain/kpiFields'
import type { Failure } from '../domain/records/failure'
import { failureFields } from '../domain/records/failure'
import type { Field } from '../domain/records/field'
import type { StoredRecord } from '../domain/records/tables'
import { FACT_GROUPS } from './FailureFacts'
import { FieldInput } from './FieldInput'
import { NodePicker } from './NodePicker'
import { TrainPicker } from './TrainPicker'
import { usePerson } from './usePerson'
import { undo } from '../store/commit'
import { editFailure } from '../store/failures'
import { Dialog } from '../ui/Dialog'
import { useText } from '../ui/LanguageContext'
import { useUnsaved } from '../ui/unsavedInput'
import { useToast } from '../ui/Toasts'

const NOT_EDITED = new Set<keyof Failure>([
  'occurredAtText',
  'trainText',
  'nodeText',
  'partNoText',
  'systemText',
  'reportedAt',
  'closedAt',
  'closedBy',
  'customerId',
  'depotId',
  'lineId',
  'state',
  'actualNodeId',
  'failureClass',
  'closeCode',
])
const WIDE = new Set<keyof Failure>(['description', 'remark', 'environment'])

export function EditDialog({
  failure,
  onClose,
}: {
  readonly failure: StoredRecord<'failures'>
  readonly onClose: () => void
}) {
  const { t, language } = useText()
  const person = usePerson()
  const toast = useToast()
  const [edited, setEdited] = useState<Partial<Record<keyof Failure, unknown>>>({})
  const [why, setWhy] = useState('')
  const valueOf = (name: keyof Failure): unknown => (name in edited ? edited[name] : failure[name])
  const set = (name: keyof Failure, value: unknown): void => setEdited((before) => ({ ...before, [name]: value }))
  const changed = (Object.keys(edited) as (keyof Failure)[]).filter((name) => edited[name] !== failure[name])
  const needsWhy = changed.some((name) => needsReason('failures', name, failure[name])) && why.trim() === ''
  useUnsaved(changed.length > 0)
  const refusal = changed.length === 0 ? t.editNothing : needsWhy ? t.editWhyNeeded : undefined

  const save = async (): Promise<void> => {
    const change = await editFailure(
      failure.id,
      Object.fromEntries(changed.map((name) => [name, edited[name] ?? null])),
      person,
      { why },
    )
    toast(
      change === null ? t.editNothing : t.editSaved,
      change === null
        ? undefined
        : { label: t.undo, run: () => void undo(change.id, person, t.undoAtOnce).then(() => toast(t.undone)) },
    )
    onClose()
  }

  const input = (name: keyof Failure) => {
    const field: Field = failureFields[name]
    if (name === 'trainId')
      return (
        <div className="field" key={name}>
          <span className="field-label">{field[language]}</span>
          <TrainPicker
            label={field[language]}
            trainId={valueOf(name) as string | undefined}
            freeText={failure.trainText}
            onChoose={(id) => set(name, id)}
          />
        </div>
      )
    if (name === 'bomNodeId')
      return (
        <div className="field" key={name}>
          <span className="field-label">{field[language]}</span>
          <NodePicker
            label={field[language]}
            nodeId={valueOf(name) as string | undefined}
            freeText={failure.nodeText}
            onChoose={(id) => set(name, id)}
          />
        </div>
      )
    return (
      <div key={name} className={WIDE.has(name) ? 'wide' : ''}>
        <FieldInput
          field={field}
          value={valueOf(name)}
          onChange={(value) => set(name, value)}
          multiline={WIDE.has(name)}
        />
      </div>
    )
  }

  return (
    <Dialog
      title={`${t.editFailure} ${failure.no ?? ''}`}
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
      {(Object.keys(FACT_GROUPS) as (keyof typeof FACT_GROUPS)[]).map((group) => (
        <fieldset key={group} className="form-group">
          <legend>{t[group]}</legend>
          <div className="form-grid">{FACT_GROUPS[group].filter((name) => !NOT_EDITED.has(name)).map(input)}</div>
        </fieldset>
      ))}
      <label className="field">
        <span className="field-label">{t.editWhy}</span>
        <textarea className="input" value={why} onChange={(event) => setWhy(event.target.value)} />
        <span className="small muted">{t.editWhyHint}</span>
      </label>
    </Dialog>
  )
}

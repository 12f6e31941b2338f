/** Filing a failure: one page on a laptop, one question per row on a phone. Every word is on disk as it is typed. */
import { localPerson } from '../../domain/person'
import { Check, RotateCcw, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { MissingItem } from '../../domain/filingGate'
import { failureFields, type Failure } from '../../domain/records/failure'
import type { Field } from '../../domain/records/field'
import { formatStamp, localMoment } from '../../i18n/format'
import { FieldInput } from '../../panels/FieldInput'
import { reasonInWords } from '../../panels/reasonInWords'
import { NodePicker } from '../../panels/NodePicker'
import { SimilarCards } from '../../panels/SimilarCards'
import { TrainPicker } from '../../panels/TrainPicker'
import { useActor } from '../../panels/useActor'
import { useRole } from '../../panels/useRole'
import { useDraft } from '../../panels/useDraft'
import { fileFailure } from '../../store/failures'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { engine } from '../../workers/engineClient'
import './fileFailure.css'

const MORE: readonly (keyof Failure)[] = [
  'carNo',
  'positionPath',
  'reportedSerial',
  'reportedBatch',
  'faultCode',
  'severity',
  'environment',
  'operatingH',
  'safetyEvent',
  'customerNeedsReport',
  'customerWitness',
  'reporterPhone',
  'remark',
]

const emptyReport = (actor: string): Failure => ({
  occurredAt: localMoment(),
  qty: 1,
  ...(actor === '' ? {} : { reporter: actor }),
})

export function FileFailureScreen() {
  const { t, language } = useText()
  const { actor, setActor } = useActor()
  const { role } = useRole()
  const toast = useToast()
  const [, navigate] = useLocation()
  const initial = useRef(emptyReport(actor))
  const draft = useDraft(initial.current as Record<string, unknown>)
  const [missing, setMissing] = useState<readonly MissingItem[]>([])
  const [isSending, setIsSending] = useState(false)
  const [filed, setFiled] = useState<{
    readonly id: string
    readonly no: string
    readonly train: Pick<Failure, 'trainId' | 'trainText' | 'customerId' | 'depotId' | 'lineId'>
  } | null>(null)
  const [hasNoReading, setHasNoReading] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (draft.fields !== null && typeof draft.fields['noReadingReason'] === 'string') setHasNoReading(true)
  }, [draft.fields])

  if (draft.fields === null)
    return (
      <div className="page narrow" aria-busy="true">
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  const report = draft.fields as Failure
  const set = (change: Partial<Record<keyof Failure, unknown>>): void => {
    draft.set({ ...draft.fields, ...change })
    if (missing.length > 0) setMissing(missing.filter((item) => !(item.field in change)))
  }
  const whyOf = (field: keyof Failure): string | null => {
    const item = missing.find((known) => known.field === field)
    return item === undefined ? null : t.missingWhy(item.why)
  }

  const chooseTrain = async (trainId: string | undefined): Promise<void> => {
    const train = trainId === undefined ? null : await engine().trainOf(trainId)
    set({
      trainId,
      trainText: undefined,
      customerId: train?.operatorId || undefined,
      depotId: train?.depotId || undefined,
    })
  }

  const submit = async (): Promise<void> => {
    setIsSending(true)
    try {
      const clean = Object.fromEntries(
        Object.entries(report).filter(([, value]) => value !== undefined && value !== ''),
      ) as Failure
      const result = await fileFailure(clean, localPerson(report.reporter ?? actor, role), localMoment())
      if (result.ok) {
        if (actor === '' && report.reporter !== undefined) setActor(report.reporter)
        await draft.drop()
        setFiled({
          id: result.id,
          no: result.no,
          train: {
            trainId: report.trainId,
            trainText: report.trainText,
            customerId: report.customerId,
            depotId: report.depotId,
            lineId: report.lineId,
          } as Failure,
        })
        setMissing([])
        toast(t.fileDone(result.no))
      } else {
        setMissing(result.missing)
        const [first] = result.missing
        if (first !== undefined) document.getElementById(`file-${first.field}`)?.focus()
      }
    } catch (error) {
      toast(t.fileFailed(reasonInWords(error, t)))
    }
    setIsSending(false)
  }

  const again = (train: Partial<Failure>): void => {
    setFiled(null)
    setHasNoReading(false)
    draft.set({ ...emptyReport(actor), ...train })
    head.current?.focus()
  }
  const discard = async (): Promise<void> => {
    const before = draft.fields
    await draft.drop()
    draft.set(emptyReport(actor) as Record<string, unknown>)
    setMissing([])
    toast(t.discarded, {
      label: t.undo,
      run: () => {
        if (before !== null) draft.set(before)
      },
    })
  }
  const revert = (): void => {
    const before = draft.fields
    draft.set(draft.base)
    toast(t.fileReverted, {
      label: t.undo,
      run: () => {
        if (before !== null) draft.set(before)
      },
    })
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault()
      void submit()
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault() // Only the button and Ctrl+Enter submit.
  }

  if (filed !== null)
    return (
      <div className="page narrow filed">
        <Check size={44} aria-hidden />
        <h1 ref={head} tabIndex={-1}>
          {t.fileDone(filed.no)}
        </h1>
        <p className="muted">{t.onThisDevice}</p>
        <div className="row">
          <button type="button" className="button primary big" onClick={() => again(filed.train)}>
            {t.fileAgain}
          </button>
          <Link className="button big" href={`/failures/${filed.id}`}>
            {t.openPage}
          </Link>
          <button type="button" className="button big" onClick={() => navigate('/failures')}>
            {t.failures}
          </button>
        </div>
      </div>
    )

  const input = (
    name: keyof Failure,
    options: {
      readonly asButtons?: boolean
      readonly multiline?: boolean
      readonly required?: boolean
      readonly hint?: ReactNode
    } = {},
  ) => (
    <FieldInput
      key={name}
      id={`file-${name}`}
      field={failureFields[name] as Field}
      value={report[name]}
      required={options.required ?? false}
      asButtons={options.asButtons ?? false}
      multiline={options.multiline ?? false}
      hint={options.hint}
      problem={whyOf(name)}
      onChange={(value) => set({ [name]: value })}
    />
  )
  const isDayOnly = (report.occurredAt ?? '').length === 10

  return (
    <form
      className="page narrow file-failure"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <header className="spread">
        <h1 ref={head} tabIndex={-1}>
          {t.fileTitle}
        </h1>
        <div className="row small muted" role="status" aria-live="polite">
          {draft.status === 'failed' ? (
            <span className="field-problem">{t.fileSaveFailed}</span>
          ) : draft.status === 'saving' ? (
            t.fileSaving
          ) : draft.savedAt === null ? (
            ''
          ) : (
            t.fileSaved(formatStamp(draft.savedAt).slice(11))
          )}
          <button type="button" className="button quiet" onClick={revert}>
            <RotateCcw size={14} aria-hidden />
            {t.fileRevert}
          </button>
          <button type="button" className="button quiet" onClick={() => void discard()}>
            <Trash2 size={14} aria-hidden />
            {t.discard}
          </button>
        </div>
      </header>
      {draft.recoveredFrom === null ? null : (
        <p className="note">{t.fileRecovered(formatStamp(draft.recoveredFrom))}</p>
      )}
      {missing.length === 0 ? null : (
        <div className="note warn" role="alert">
          <p>{t.fileMissing(missing.length)}</p>
          <ul className="missing-list">
            {missing.map((item) => (
              <li key={item.field}>
                <a
                  href={`#file-${item.field}`}
                  onClick={(event) => {
                    event.preventDefault()
                    document.getElementById(`file-${item.field}`)?.focus()
                  }}
                >
                  {failureFields[item.field][language]}
                </a>
                {t.colon}
                {t.missingWhy(item.why)}
              </li>
            ))}
          </ul>
        </div>
      )}

      <fieldset className="question">
        <legend>{t.fileWhatFailed}</legend>
        <div className="form-pair">
          <div className={whyOf('trainId') === null ? 'field' : 'field has-problem'}>
            <label className="field-label" htmlFor="file-trainId">
              {failureFields.trainId[language]}
              <span className="field-required" aria-hidden>
                {' '}
                *
              </span>
            </label>
            <TrainPicker
              id="file-trainId"
              trainId={report.trainId}
              freeText={report.trainText}
              invalid={whyOf('trainId') !== null}
              onChoose={(id) => void chooseTrain(id)}
              onFreeText={(typed) => set({ trainId: undefined, trainText: typed })}
            />
            {whyOf('trainId') === null ? null : <p className="field-problem">{whyOf('trainId')}</p>}
          </div>
          <div className={whyOf('bomNodeId') === null ? 'field' : 'field has-problem'}>
            <label className="field-label" htmlFor="file-bomNodeId">
              {failureFields.bomNodeId[language]}
              <span className="field-required" aria-hidden>
                {' '}
                *
              </span>
            </label>
            <NodePicker
              id="file-bomNodeId"
              nodeId={report.bomNodeId}
              freeText={report.nodeText}
              invalid={whyOf('bomNodeId') !== null}
              onChoose={(id) => set({ bomNodeId: id, nodeText: undefined })}
              onFreeText={(typed) => set({ bomNodeId: undefined, nodeText: typed })}
            />
            {whyOf('bomNodeId') === null ? null : <p className="field-problem">{whyOf('bomNodeId')}</p>}
          </div>
        </div>
        <div className="form-pair">
          <div>
            {input('occurredAt', { required: true })}
            <div className="row small">
              <button type="button" className="button quiet" onClick={() => set({ occurredAt: localMoment() })}>
                {t.fileNow}
              </button>
              <label className="row">
                <input
                  type="checkbox"
                  checked={isDayOnly}
                  onChange={(event) =>
                    set({
                      occurredAt: event.target.checked
                        ? (report.occurredAt ?? localMoment()).slice(0, 10)
                        : localMoment(),
                    })
                  }
                />
                {t.fileTimeUncertain}
              </label>
            </div>
          </div>
          {input('qty', { required: true })}
        </div>
      </fieldset>

      <fieldset className="question">
        <legend>{t.fileWhatHappened}</legend>
        {input('symptomCode', { required: true, hint: t.fileSymptomHint })}
        {input('description', {
          required: true,
          multiline: true,
          hint: t.fileDescriptionCount([...(report.description ?? '').trim()].length),
        })}
        <SimilarCards
          report={report}
          onJoin={(problemId) => set({ problemId })}
          onUse={(knowledgeId) => set({ knowledgeId })}
        />
      </fieldset>

      <fieldset className="question">
        <legend>{t.fileEffect}</legend>
        {input('serviceImpact', { required: true, asButtons: true })}
        {report.serviceImpact === 'DELAY' ? input('delayMin', { required: true }) : null}
      </fieldset>

      <fieldset className="question">
        <legend>{t.fileFound}</legend>
        {input('detectionPhase', { required: true, asButtons: true })}
        <div className="form-pair">
          {input('detectionMethod', { required: true })}
          {input('operatingMode', { required: true })}
        </div>
      </fieldset>

      <fieldset className="question">
        <legend>{t.fileReading}</legend>
        <div className="form-pair">
          <div>
            {hasNoReading ? input('noReadingReason', { required: true }) : input('odometerKm', { required: true })}
            <label className="row small">
              <input
                type="checkbox"
                checked={hasNoReading}
                onChange={(event) => {
                  setHasNoReading(event.target.checked)
                  set(event.target.checked ? { odometerKm: undefined } : { noReadingReason: undefined })
                }}
              />
              {t.fileNoReading}
            </label>
          </div>
          <div>
            {input('dataDownloaded', { required: true, asButtons: true })}
            {report.dataDownloaded === false ? input('noDataReason', { required: true }) : null}
          </div>
        </div>
      </fieldset>

      <fieldset className="question">
        <legend>{t.fileWho}</legend>
        {input('reporter', { required: true })}
      </fieldset>

      <details className="question">
        <summary>{t.fileMore}</summary>
        <div className="form-pair">{MORE.map((name) => input(name, { multiline: name === 'remark' }))}</div>
      </details>

      <div className="submit-bar no-print">
        <span className="small muted">{t.fileSubmitHint}</span>
        <button type="submit" className="button primary big" disabled={isSending}>
          {t.fileSubmit}
        </button>
      </div>
    </form>
  )
}

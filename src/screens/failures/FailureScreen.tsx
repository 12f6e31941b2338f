/** One failure: facts, handling, replacements, cause and action, history; editing with a reason where figures change. */
import { permits } from '../../domain/workflow/permits'
import { usePerson } from '../../panels/usePerson'
import { useSayDone } from '../../panels/useCommand'
import { useLiveQuery } from 'dexie-react-hooks'
import { ArrowLeft, ChevronLeft, ChevronRight, Pencil, Printer, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { conflictsOf, unpackVersions, type FieldSet } from '../../domain/recordVersions'
import { failureFields } from '../../domain/records/failure'
import type { GateContext } from '../../domain/workflow/gates'
import type { Field } from '../../domain/records/field'
import { formatMoment, localMoment } from '../../i18n/format'
import { AttachmentList } from '../../panels/AttachmentList'
import { ExportFormMenu } from '../../panels/ExportFormMenu'
import { FailureFacts } from '../../panels/FailureFacts'
import { SeverityTag, StateTag } from '../../panels/StateTags'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { useEngine } from '../../panels/useEngine'
import { useWorkRules } from '../../panels/useWorkRules'
import { caseFileOf } from '../../store/caseFiles'
import { deleteFailure } from '../../store/failures'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { AnalysisTab } from './AnalysisTab'
import { CaseEditor } from '../../panels/CaseEditor'
import { targetFromText, type EditTarget } from '../../panels/editTarget'
import { RecurrenceAfterAction } from './RecurrenceAfterAction'
import { CostsTab } from './CostsTab'
import { HandlingTab } from './HandlingTab'
import { HistoryTab } from './HistoryTab'
import { LoopPanel } from './LoopPanel'
import { rememberedList } from './listOrder'
import './failurePage.css'

const TABS = ['tabFacts', 'tabHandling', 'tabAnalysis', 'tabCosts', 'tabAttachments', 'tabHistory'] as const
type Tab = (typeof TABS)[number]

export function FailureScreen({ id }: { readonly id: string }) {
  const { t, language } = useText()
  const person = usePerson()
  const sayDone = useSayDone()
  const [, navigate] = useLocation()
  const [params, setParams] = useSearchParams()
  // A draft that is continued opens its form.
  const [editing, setEditing] = useState<EditTarget | null>(() => targetFromText(params.get('edit')))
  const [isDeleting, setIsDeleting] = useState(false)
  const file = useLiveQuery(() => caseFileOf(id), [id])
  const rules = useWorkRules()
  // The answer about the failure before stays until this one's comes.
  const { answer: escalation } = useEngine(`escalation|${id}`, async (engine) => ({
    id,
    ...(await engine.escalationContextOf(id)),
  }))
  const tab: Tab = TABS.find((known) => known === params.get('tab')) ?? 'tabFacts'
  const list = rememberedList()
  const { answer: neighbours } = useEngine(
    list === null ? null : `neighbours|${id}|${JSON.stringify(list)}`,
    async (engine) => {
      const ids = list === null ? [] : await engine.idsOf(list)
      const at = ids.indexOf(id)
      return { previous: ids[at - 1] ?? null, next: at < 0 ? null : (ids[at + 1] ?? null) }
    },
  )

  const openTab = (name: Tab): void =>
    setParams((before) => new URLSearchParams([...[...before].filter(([key]) => key !== 'tab'), ['tab', name]]), {
      replace: true,
    })
  const closeEditor = (): void => {
    setEditing(null)
    if (params.has('edit'))
      setParams((before) => new URLSearchParams([...before].filter(([key]) => key !== 'edit')), { replace: true })
  }
  /** Files are added where they are seen; everything else has a form. */
  const edit = (target: EditTarget): void =>
    target.table === 'attachments' ? openTab('tabAttachments') : setEditing(target)

  if (file === undefined || rules === undefined)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 240 }} />
      </div>
    )
  if (file === null)
    return (
      <Empty title={t.failureGone} why={t.failureGoneWhy}>
        <Link className="button primary" href="/failures">
          {t.failures}
        </Link>
      </Empty>
    )
  const { failure } = file
  const context: GateContext = {
    now: localMoment().slice(0, 16),
    escalation: escalation?.id === id ? escalation : {},
    limits: rules.window,
  }
  const { id: _id, batchId: _batch, origin: _origin, versions, ...fields } = failure
  const conflicts = conflictsOf(unpackVersions(versions, fields as unknown as FieldSet))

  const mayNotDelete = permits('delete-failure', person, { failures: [failure] })[0]
  const deletionRefused = mayNotDelete === undefined ? undefined : t.commandRefusal(mayNotDelete)
  return (
    <div className="page failure-page">
      <header className="stack">
        <div className="spread">
          <Link
            className="button quiet"
            href="/failures"
            onClick={(event) => {
              if (history.length > 1 && list !== null) {
                event.preventDefault()
                history.back()
              }
            }}
          >
            <ArrowLeft size={16} aria-hidden />
            {t.failures}
          </Link>
          <div className="row">
            <NeighbourLink id={neighbours?.previous ?? null} label={t.previousFailure}>
              <ChevronLeft size={16} aria-hidden />
            </NeighbourLink>
            <NeighbourLink id={neighbours?.next ?? null} label={t.nextFailure}>
              <ChevronRight size={16} aria-hidden />
            </NeighbourLink>
            <Link className="button" href={`/print/failure/${id}/report`}>
              <Printer size={15} aria-hidden />
              {t.paperMenu}
            </Link>
            <ExportFormMenu failureId={id} />
            <button type="button" className="button" onClick={() => setEditing({ table: 'failures', record: id })}>
              <Pencil size={15} aria-hidden />
              {t.edit}
            </button>
            <button
              type="button"
              className="button quiet"
              disabled={deletionRefused !== undefined}
              title={deletionRefused}
              onClick={() => setIsDeleting(true)}
            >
              <Trash2 size={15} aria-hidden />
              {t.deleteFailure}
            </button>
          </div>
        </div>
        <div className="row">
          <h1 className="mono">{failure.no ?? t.noNumber}</h1>
          <StateTag code={failure.state} />
          <SeverityTag code={failure.severity} />
          <span className="muted">{formatMoment(failure.occurredAt ?? '')}</span>
          {failure.trainId === undefined ? null : <Link href={`/trains/${failure.trainId}`}>{t.dossierOpen}</Link>}
        </div>
        <p className="failure-lead">{failure.description}</p>
        {conflicts.length === 0 ? null : (
          <p className="note warn" role="alert">
            {t.conflictOn(
              conflicts
                .map((field) => (failureFields as Readonly<Record<string, Field>>)[field]?.[language] ?? field)
                .join('、'),
            )}
          </p>
        )}
      </header>
      <RecurrenceAfterAction file={file} person={person} context={context} />
      <LoopPanel file={file} person={person} context={context} onEdit={edit} />
      <div className="tabs" role="tablist">
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls="tab-panel"
            className="tab"
            onClick={() => openTab(name)}
          >
            {t[name]}
            {name === 'tabHandling'
              ? ` ${file.handlings.length + file.replacements.length}`
              : name === 'tabAnalysis'
                ? ` ${file.analyses.length + file.actions.length + file.verifications.length}`
                : name === 'tabAttachments'
                  ? ` ${file.attachments.length}`
                  : ''}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
        {tab === 'tabFacts' ? <FailureFacts dossier={file} /> : null}
        {tab === 'tabHandling' ? <HandlingTab file={file} onEdit={setEditing} /> : null}
        {tab === 'tabAnalysis' ? (
          <AnalysisTab file={file} person={person} now={context.now} onEdit={setEditing} />
        ) : null}
        {tab === 'tabCosts' ? <CostsTab failureId={id} person={person} now={context.now} /> : null}
        {tab === 'tabAttachments' && failure.mergedInto !== undefined ? (
          <p className="note">
            {t.photoMergedInto}{' '}
            <Link href={`/failures/${failure.mergedInto}?tab=tabAttachments`}>{t.photoMergedOpen}</Link>
          </p>
        ) : null}
        {tab === 'tabAttachments' ? <AttachmentList ownerId={id} attachments={file.attachments} /> : null}
        {tab === 'tabHistory' ? <HistoryTab file={file} /> : null}
      </div>
      {editing === null ? null : <CaseEditor file={file} target={editing} onClose={closeEditor} />}
      {isDeleting ? (
        <ReasonDialog
          title={t.deleteFailure}
          question={t.deleteWhy}
          form={`delete-failure:${id}`}
          label={{ about: failure.no ?? '', href: `/failures/${id}` }}
          submit={t.deleteFailure}
          needed={t.deleteWhy}
          isDangerous
          run={(why) => deleteFailure(id, person, why)}
          onDone={(change) => {
            if (change !== null) sayDone(t.deletedFailure, change)
            navigate('/failures')
          }}
          onClose={() => setIsDeleting(false)}
        />
      ) : null}
    </div>
  )
}

function NeighbourLink({
  id,
  label,
  children,
}: {
  readonly id: string | null
  readonly label: string
  readonly children: ReactNode
}) {
  if (id === null)
    return (
      <span className="button quiet icon" aria-disabled="true" title={label}>
        {children}
      </span>
    )
  return (
    <Link className="button quiet icon" href={`/failures/${id}`} aria-label={label} title={label} replace>
      {children}
    </Link>
  )
}

/** One failure: facts, handling, replacements, cause and action, history; editing with a reason where figures change. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { Person } from '../../domain/person'
import type { CaseFile } from '../../domain/workflow/caseFile'
import type { GateContext } from '../../domain/workflow/gates'
import { localMoment } from '../../i18n/format'
import { CaseEditor } from '../../panels/CaseEditor'
import { targetFromText, type EditTarget } from '../../panels/editTarget'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { useSayDone } from '../../panels/useCommand'
import { useEngine } from '../../panels/useEngine'
import { usePerson } from '../../panels/usePerson'
import { useWorkRules } from '../../panels/useWorkRules'
import { caseFileOf } from '../../store/caseFiles'
import { deleteFailure } from '../../store/failures'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { FailureHead } from './FailureHead'
import { FailureTabs, tabIn, type Tab } from './FailureTabs'
import { LoopPanel } from './LoopPanel'
import { RecurrenceAfterAction } from './RecurrenceAfterAction'
import './failurePage.css'

export function FailureScreen({ id }: { readonly id: string }) {
  const { t } = useText()
  const person = usePerson()
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
  const tab = tabIn(params)
  const openTab = (name: Tab): void => setParams((before) => onTab(name, before, ['tab']), { replace: true })
  const closeEditor = (): void => {
    setEditing(null)
    if (params.has('edit')) setParams((before) => onTab(tabIn(before), before, ['tab', 'edit']), { replace: true })
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
  return (
    <div className="page failure-page">
      <FailureHead
        failure={failure}
        onEdit={() => setEditing({ table: 'failures', record: id })}
        onDelete={() => setIsDeleting(true)}
      />
      <RecurrenceAfterAction file={file} person={person} context={context} />
      <LoopPanel file={file} person={person} context={context} onEdit={edit} />
      <FailureTabs file={file} person={person} now={context.now} tab={tab} onTab={openTab} onEdit={setEditing} />
      {editing === null ? null : <CaseEditor file={file} target={editing} onClose={closeEditor} />}
      {isDeleting ? <DeleteDialog failure={failure} person={person} onClose={() => setIsDeleting(false)} /> : null}
    </div>
  )
}

/** The address with this tab, and without what `dropped` names. */
const onTab = (tab: Tab, params: URLSearchParams, dropped: readonly string[]): URLSearchParams =>
  new URLSearchParams([...[...params].filter(([key]) => !dropped.includes(key)), ['tab', tab]])

interface DeleteProps {
  readonly failure: CaseFile['failure']
  readonly person: Person
  readonly onClose: () => void
}

function DeleteDialog({ failure, person, onClose }: DeleteProps) {
  const { t } = useText()
  const sayDone = useSayDone()
  const [, navigate] = useLocation()
  return (
    <ReasonDialog
      title={t.deleteFailure}
      question={t.deleteWhy}
      form={`delete-failure:${failure.id}`}
      label={{ about: failure.no ?? '', href: `/failures/${failure.id}` }}
      submit={t.deleteFailure}
      needed={t.deleteWhy}
      isDangerous
      run={(why) => deleteFailure(failure.id, person, why)}
      onDone={(change) => {
        if (change !== null) sayDone(t.deletedFailure, change)
        navigate('/failures')
      }}
      onClose={onClose}
    />
  )
}

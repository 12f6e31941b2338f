/** One failure of a review: what it is, the steps that can be taken, and what is said about it. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { localMoment } from '../../i18n/format'
import { CaseEditor } from '../../panels/CaseEditor'
import type { EditTarget } from '../../panels/editTarget'
import { ReviewNotes } from '../../panels/ReviewNotes'
import { useEngine } from '../../panels/useEngine'
import { usePerson } from '../../panels/usePerson'
import { useWorkRules } from '../../panels/useWorkRules'
import { caseFileOf } from '../../store/caseFiles'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { LoopPanel } from './LoopPanel'
import { ReviewedFailure } from './ReviewedFailure'

export function ReviewItem({ id }: { readonly id: string }) {
  const { t } = useText()
  const person = usePerson()
  const [, navigate] = useLocation()
  const [editing, setEditing] = useState<EditTarget | null>(null)
  const file = useLiveQuery(() => caseFileOf(id), [id])
  const rules = useWorkRules()
  // The answer about the failure before stays until this one's comes.
  const { answer: escalation } = useEngine(`escalation|${id}`, async (engine) => ({
    id,
    ...(await engine.escalationContextOf(id)),
  }))
  if (file === undefined || rules === undefined) return <div className="skeleton" style={{ height: 320 }} />
  if (file === null) return <Empty title={t.failureGone} why={t.failureGoneWhy} />
  const now = localMoment().slice(0, 16)
  return (
    <>
      <ReviewedFailure file={file} />
      <div className="review-pair">
        <LoopPanel
          file={file}
          person={person}
          context={{ now, escalation: escalation?.id === id ? escalation : {}, limits: rules.window }}
          onEdit={(target) =>
            target.table === 'attachments' ? navigate(`/failures/${id}?tab=tabAttachments`) : setEditing(target)
          }
        />
        <ReviewNotes table="failures" record={file.failure} person={person} day={now.slice(0, 10)} />
      </div>
      {editing === null ? null : <CaseEditor file={file} target={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

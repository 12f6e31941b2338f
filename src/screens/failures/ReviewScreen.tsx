/** Review mode: one failure a page in large text, the steps that can be taken, and what is said about it; then the minutes. */
import { usePerson } from '../../panels/usePerson'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState, type ReactNode } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { failedPart } from '../../domain/failedPart'
import { reviewMinutes } from '../../exchange/write/papers/reviewMinutes'
import { inForce } from '../../domain/workflow/caseFile'
import { reviewNotesOf } from '../../domain/workflow/reviewNotes'
import { formatCount, formatMoment, localMoment } from '../../i18n/format'
import { PaperView } from '../../panels/PaperView'
import { ReviewNotes } from '../../panels/ReviewNotes'
import { ReviewPages } from '../../panels/ReviewPages'
import { SeverityTag, StateTag } from '../../panels/StateTags'
import { useActor } from '../../panels/useActor'
import { useCodes } from '../../panels/useCodes'
import { useEngine } from '../../panels/useEngine'
import { useWorkRules } from '../../panels/useWorkRules'
import { usePaperWords } from '../../panels/usePaperWords'
import { caseFileOf } from '../../store/caseFiles'
import { reviewed } from '../../store/reviews'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { CaseEditor } from '../../panels/CaseEditor'
import type { EditTarget } from '../../panels/editTarget'
import { rememberedList } from './listOrder'
import { LoopPanel } from './LoopPanel'

const MOST = 200
/** What a review board looks at when nobody chose anything else. */
const STATES = ['CLOSE_REVIEW', 'ANALYSIS', 'VERIFY']

export function ReviewScreen() {
  const { t, language } = useText()
  const [params] = useSearchParams()
  const list = params.get('of') === 'list' ? rememberedList() : null
  const query = list ?? {
    language,
    filters: [{ field: 'state' as const, op: 'is' as const, values: STATES }],
    search: '',
    sorting: { field: 'state' as const, descending: false },
  }
  const { answer } = useEngine(`review|${JSON.stringify(query)}`, (engine) => engine.idsOf(query))
  return (
    <ReviewPages
      found={answer === null ? null : answer.slice(0, MOST)}
      from={`${list === null ? t.reviewFromStates : t.reviewFromList}${(answer?.length ?? 0) > MOST ? `${t.semicolon}${t.reviewMost(MOST)}` : ''}`}
      nothing={
        <Empty title={t.reviewNothing} why={t.reviewNothingWhy}>
          <Link className="button primary" href="/failures">
            {t.failures}
          </Link>
        </Empty>
      }
      page={(id) => <Item key={id} id={id} />}
      minutes={(ids, back) => <Minutes ids={ids} back={back} />}
    />
  )
}

function Item({ id }: { readonly id: string }) {
  const { t, language } = useText()
  const { label } = useCodes()
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
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  if (file === undefined || rules === undefined) return <div className="skeleton" style={{ height: 320 }} />
  if (file === null) return <Empty title={t.failureGone} why={t.failureGoneWhy} />
  const { failure, handlings } = file
  const { analyses, actions, verifications } = inForce(file)
  const now = localMoment().slice(0, 16)
  const facts = [
    [
      t.cause,
      analyses
        .map(({ rootCauseText = '', author = '', reviewer = '' }) =>
          [rootCauseText, [author, reviewer].filter((name) => name !== '').join(' → ')]
            .filter((part) => part !== '')
            .join('　'),
        )
        .join('\n'),
    ],
    [
      t.tabHandling,
      handlings
        .map(({ measure = '', result }) =>
          [measure, label('CL-RESULT', result)].filter((part) => part !== '').join('　'),
        )
        .join('\n'),
    ],
    [
      t.action,
      actions
        .map(({ description = '', owner = '', dueAt = '', doneAt }) =>
          [description, owner, doneAt === undefined ? dueAt : `✓ ${formatMoment(doneAt)}`]
            .filter((part) => part !== '')
            .join('　'),
        )
        .join('\n'),
    ],
    [
      t.verifications,
      verifications
        .map(({ result, exposureKm, verifier = '' }) =>
          [
            label('CL-VERR', result),
            exposureKm === undefined ? '' : `${formatCount(exposureKm, language)} km`,
            verifier,
          ]
            .filter((part) => part !== '')
            .join('　'),
        )
        .join('\n'),
    ],
  ] as const
  return (
    <>
      <section className="card card-pad review-item">
        <div className="row">
          <Link className="mono" href={`/failures/${id}`}>
            {failure.no ?? t.noNumber}
          </Link>
          <StateTag code={failure.state} />
          <SeverityTag code={failure.severity} />
          <span className="muted">{label('CL-IMPACT', failure.serviceImpact)}</span>
        </div>
        <p className="review-lead">{failure.description}</p>
        <p className="muted">
          {[
            formatMoment(failure.occurredAt ?? ''),
            names?.[failure.trainId ?? ''] ?? failure.trainText ?? '',
            names?.[failedPart(failure).nodeId ?? ''] ?? failure.nodeText ?? '',
            file.problem === null ? '' : `${file.problem.no ?? ''} ${file.problem.title ?? ''}`,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        <dl className="review-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value === '' ? <span className="muted">—</span> : value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div className="review-pair">
        <LoopPanel
          file={file}
          person={person}
          context={{ now, escalation: escalation?.id === id ? escalation : {}, limits: rules.window }}
          onEdit={(target) =>
            target.table === 'attachments' ? navigate(`/failures/${id}?tab=tabAttachments`) : setEditing(target)
          }
        />
        <ReviewNotes table="failures" record={failure} person={person} day={now.slice(0, 10)} />
      </div>
      {editing === null ? null : <CaseEditor file={file} target={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

/** Everything of this review somebody decided or said something about today. */
function Minutes({ ids, back }: { readonly ids: readonly string[]; readonly back: ReactNode }) {
  const { t } = useText()
  const { label } = useCodes()
  const { actor } = useActor()
  const words = usePaperWords()
  const day = localMoment().slice(0, 10)
  const found = useLiveQuery(() => reviewed(ids, new Date(`${day}T00:00`).getTime()), [ids, day])
  if (found === undefined || words === null)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 480 }} />
      </div>
    )
  const items = found
    .map(({ failure, steps }) => ({
      no: failure.no ?? t.noNumber,
      about: [
        words.nameOf(failure.trainId),
        words.nameOf(failedPart(failure).nodeId),
        failure.title ?? failure.description ?? '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
      state: label('CL-STATE', failure.state),
      decisions: steps.map(t.commandName),
      minutes: reviewNotesOf(failure)
        .filter((note) => note.day === day)
        .map(({ by, text }) => (by === '' || by === actor ? text : `${by}${t.colon}${text}`)),
    }))
    .filter(({ decisions, minutes }) => decisions.length > 0 || minutes.length > 0)
  return <PaperView paper={reviewMinutes(day, actor, items, words)} back={back} />
}

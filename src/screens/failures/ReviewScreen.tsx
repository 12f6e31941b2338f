/** Review mode: one failure a page in large text, the steps that can be taken, and what is said about it; then the minutes. */
import { useLiveQuery } from 'dexie-react-hooks'
import { ChevronLeft, ChevronRight, FileText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { reviewMinutes } from '../../exchange/papers/reviewMinutes'
import { DEFAULT_LIMITS } from '../../domain/workflow/gates'
import { inForce } from '../../domain/workflow/caseFile'
import { reviewNotesOf } from '../../domain/workflow/reviewNotes'
import { formatCount, formatMoment, localMoment } from '../../i18n/format'
import { PaperView } from '../../panels/PaperView'
import { SeverityTag, StateTag } from '../../panels/StateTags'
import { useActor } from '../../panels/useActor'
import { useCodes } from '../../panels/useCodes'
import { useEngine } from '../../panels/useEngine'
import { usePaperWords } from '../../panels/usePaperWords'
import { useRole } from '../../panels/useRole'
import { caseFileOf } from '../../store/caseFiles'
import { reviewed, saveReviewNote } from '../../store/reviews'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { CaseEditor, type EditTarget } from './CaseEditor'
import { rememberedList } from './listOrder'
import { LoopPanel } from './LoopPanel'
import './review.css'

const MOST = 200
/** What a review board looks at when nobody chose anything else. */
const STATES = ['CLOSE_REVIEW', 'ANALYSIS', 'VERIFY']

export function ReviewScreen() {
  const { t, language } = useText()
  const [params, setParams] = useSearchParams()
  const list = params.get('of') === 'list' ? rememberedList() : null
  const query = list ?? { language, filters: [{ field: 'state' as const, op: 'is' as const, values: STATES }], search: '', sorting: { field: 'state' as const, descending: false } }
  const { answer } = useEngine(`review|${JSON.stringify(query)}`, (engine) => engine.idsOf(query))
  // A step takes a failure out of its list; the review goes on through those it began with.
  const [ids, setIds] = useState<readonly string[] | null>(null)
  useEffect(() => {
    if (ids === null && answer !== null) setIds(answer.slice(0, MOST))
  }, [ids, answer])
  const at = Math.min(Math.max(0, Number(params.get('at') ?? '1') - 1), Math.max(0, (ids?.length ?? 1) - 1))
  const go = (to: number): void => setParams((before) => new URLSearchParams([...[...before].filter(([key]) => key !== 'at' && key !== 'minutes'), ['at', String(to + 1)]]), { replace: true })
  const count = ids?.length ?? 0
  const showsMinutes = params.get('minutes') === '1'
  useEffect(() => {
    const turn = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || showsMinutes || document.querySelector('dialog[open]') !== null || target?.closest('input, textarea, select, [contenteditable]') !== null) return
      if (event.key === 'ArrowRight' && at < count - 1) go(at + 1)
      if (event.key === 'ArrowLeft' && at > 0) go(at - 1)
    }
    addEventListener('keydown', turn)
    return () => removeEventListener('keydown', turn)
  })
  if (ids === null) return <div className="page" aria-busy="true"><h1>{t.review}</h1><div className="skeleton" style={{ height: 320 }} /></div>
  if (ids.length === 0) return <div className="page"><h1>{t.review}</h1><Empty title={t.reviewNothing} why={t.reviewNothingWhy}><Link className="button primary" href="/failures">{t.failures}</Link></Empty></div>
  if (showsMinutes) return <Minutes ids={ids} onBack={() => go(at)} />
  const id = ids[at] ?? ''
  return (
    <div className="page review">
      <header className="spread">
        <div><h1>{t.review}</h1><p className="small muted">{list === null ? t.reviewFromStates : t.reviewFromList}{(answer?.length ?? 0) > MOST ? `${t.semicolon}${t.reviewMost(MOST)}` : ''} · {t.reviewKeys}</p></div>
        <div className="row">
          <button type="button" className="button" disabled={at === 0} title={at === 0 ? t.reviewOf(1, count) : undefined} onClick={() => go(at - 1)}><ChevronLeft size={16} aria-hidden />{t.previousFailure}</button>
          <strong className="number" aria-live="polite">{t.reviewOf(at + 1, count)}</strong>
          <button type="button" className="button" disabled={at === count - 1} title={at === count - 1 ? t.reviewOf(count, count) : undefined} onClick={() => go(at + 1)}>{t.nextFailure}<ChevronRight size={16} aria-hidden /></button>
          <button type="button" className="button" onClick={() => setParams((before) => new URLSearchParams([...[...before].filter(([key]) => key !== 'minutes'), ['minutes', '1']]))}><FileText size={16} aria-hidden />{t.reviewMinutes}</button>
        </div>
      </header>
      <Item key={id} id={id} />
    </div>
  )
}

function Item({ id }: { readonly id: string }) {
  const { t, language } = useText()
  const { label } = useCodes()
  const { actor } = useActor()
  const { role } = useRole()
  const [, navigate] = useLocation()
  const [editing, setEditing] = useState<EditTarget | null>(null)
  const file = useLiveQuery(() => caseFileOf(id), [id])
  const { answer: around } = useEngine(`surroundings|${id}`, (engine) => engine.surroundingsOf(id))
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  if (file === undefined) return <div className="skeleton" style={{ height: 320 }} />
  if (file === null) return <Empty title={t.failureGone} why={t.failureGoneWhy} />
  const { failure, handlings } = file
  const { analyses, actions, verifications } = inForce(file)
  const now = localMoment().slice(0, 16)
  const facts = [
    [t.cause, analyses.map(({ rootCauseText = '', author = '', reviewer = '' }) => [rootCauseText, [author, reviewer].filter((name) => name !== '').join(' → ')].filter((part) => part !== '').join('　')).join('\n')],
    [t.tabHandling, handlings.map(({ measure = '', result }) => [measure, label('CL-RESULT', result)].filter((part) => part !== '').join('　')).join('\n')],
    [t.action, actions.map(({ description = '', owner = '', dueAt = '', doneAt }) => [description, owner, doneAt === undefined ? dueAt : `✓ ${formatMoment(doneAt)}`].filter((part) => part !== '').join('　')).join('\n')],
    [t.verifications, verifications.map(({ result, exposureKm, verifier = '' }) => [label('CL-VERR', result), exposureKm === undefined ? '' : `${formatCount(exposureKm, language)} km`, verifier].filter((part) => part !== '').join('　')).join('\n')],
  ] as const
  return (
    <>
      <section className="card card-pad review-item">
        <div className="row"><Link className="mono" href={`/failures/${id}`}>{failure.no ?? t.noNumber}</Link><StateTag code={failure.state} /><SeverityTag code={failure.severity} /><span className="muted">{label('CL-IMPACT', failure.serviceImpact)}</span></div>
        <p className="review-lead">{failure.description}</p>
        <p className="muted">{[formatMoment(failure.occurredAt ?? ''), names?.[failure.trainId ?? ''] ?? failure.trainText ?? '', names?.[failure.actualNodeId ?? failure.bomNodeId ?? ''] ?? failure.nodeText ?? '', file.problem === null ? '' : `${file.problem.no ?? ''} ${file.problem.title ?? ''}`].filter((part) => part !== '').join(' · ')}</p>
        <dl className="review-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value === '' ? <span className="muted">—</span> : value}</dd></div>)}</dl>
      </section>
      <div className="review-pair">
        <LoopPanel file={file} person={{ name: actor, role }} context={{ now, around: around ?? {}, limits: DEFAULT_LIMITS }} onEdit={(target) => (target.table === 'attachments' ? navigate(`/failures/${id}?tab=tabAttachments`) : setEditing(target))} />
        <Notes failure={failure} actor={actor} day={now.slice(0, 10)} />
      </div>
      {editing === null ? null : <CaseEditor file={file} target={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

function Notes({ failure, actor, day }: { readonly failure: Parameters<typeof reviewNotesOf>[0] & { readonly id: string }; readonly actor: string; readonly day: string }) {
  const { t } = useText()
  const toast = useToast()
  const notes = reviewNotesOf(failure)
  const mine = notes.find((note) => note.day === day && note.by === actor)?.text ?? ''
  const [typed, setTyped] = useState(mine)
  const others = notes.filter((note) => note.day !== day || note.by !== actor)
  const save = async (text: string): Promise<void> => {
    if (text.trim() === mine) return
    if ((await saveReviewNote(failure.id, { day, by: actor, text }, actor)) !== null) toast(t.reviewNoteSaved)
  }
  // Turning the page takes the field away without a blur; what was typed is kept all the same.
  const latest = useRef({ typed, mine })
  useEffect(() => {
    latest.current = { typed, mine }
  })
  const { id } = failure
  useEffect(() => () => {
    const { typed, mine } = latest.current
    if (typed.trim() !== mine) void saveReviewNote(id, { day, by: actor, text: typed }, actor)
  }, [id, day, actor])
  return (
    <section className="card card-pad stack" aria-label={t.reviewNotes}>
      <label className="field"><span className="field-label">{t.reviewNotes}</span><textarea className="input review-notes" placeholder={t.reviewNotePlaceholder} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={(event) => void save(event.target.value)} /></label>
      {others.length === 0 ? null : <div><h3>{t.reviewEarlier}</h3><ul>{others.map((note) => <li key={`${note.day}-${note.by}`}>{t.reviewNote(note.day, note.by, note.text)}</li>)}</ul></div>}
    </section>
  )
}

/** Everything of this review somebody decided or said something about today. */
function Minutes({ ids, onBack }: { readonly ids: readonly string[]; readonly onBack: () => void }) {
  const { t } = useText()
  const { label } = useCodes()
  const { actor } = useActor()
  const words = usePaperWords()
  const day = localMoment().slice(0, 10)
  const found = useLiveQuery(() => reviewed(ids, new Date(`${day}T00:00`).getTime()), [ids, day])
  if (found === undefined || words === null) return <div className="page" aria-busy="true"><div className="skeleton" style={{ height: 480 }} /></div>
  const items = found.map(({ failure, steps }) => ({
    no: failure.no ?? t.noNumber, about: [words.nameOf(failure.trainId), words.nameOf(failure.actualNodeId ?? failure.bomNodeId), failure.title ?? failure.description ?? ''].filter((part) => part !== '').join(' · '), state: label('CL-STATE', failure.state),
    decisions: steps.map(t.commandName), minutes: reviewNotesOf(failure).filter((note) => note.day === day).map(({ by, text }) => (by === '' || by === actor ? text : `${by}${t.colon}${text}`)),
  })).filter(({ decisions, minutes }) => decisions.length > 0 || minutes.length > 0)
  return <PaperView paper={reviewMinutes(day, actor, items, words)} back={<button type="button" className="button quiet" onClick={onBack}><ChevronLeft size={16} aria-hidden />{t.review}</button>} />
}

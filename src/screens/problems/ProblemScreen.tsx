/** One problem: what it is, the failures it brought, the steps D0 to D8 with their sign-offs, causes and actions. */
import { useLiveQuery } from 'dexie-react-hooks'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { correctiveActionFields } from '../../domain/records/correctiveAction'
import { effectVerificationFields } from '../../domain/records/effectVerification'
import { missingLesson } from '../../domain/knowledge'
import type { Json } from '../../domain/records/field'
import { problemFields } from '../../domain/records/problem'
import { rootCauseAnalysisFields } from '../../domain/records/rootCauseAnalysis'
import { readWhyTree } from '../../domain/whyTree'
import { cycleOf } from '../../domain/workflow/caseFile'
import { linesOf } from '../../domain/workflow/problemSteps'
import { formatMoment } from '../../i18n/format'
import { AnalysisDiagram } from '../../panels/AnalysisDiagram'
import { RecordFiles } from '../../panels/RecordFiles'
import { RecordFacts } from '../../panels/RecordFacts'
import { SeverityTag, StateTag } from '../../panels/StateTags'
import { useActor } from '../../panels/useActor'
import { WhyTreeView } from '../../panels/WhyTree'
import { addAnalysisToProblem, problemFileOf, type ProblemFile } from '../../store/caseFiles'
import { lessonFromProblem } from '../../store/knowledge'
import { useToast } from '../../ui/Toasts'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { BoardMeetings } from './BoardMeetings'
import { LISTS, ProblemEditor } from './ProblemEditor'
import { ProblemSteps } from './ProblemSteps'

const HIDDEN = ['failureId', 'problemId', 'causeId', 'cycle', 'version', 'occurWhy', 'escapeWhy', 'fishbone', 'actionIds', 'recurrences']

export function ProblemScreen({ id }: { readonly id: string }) {
  const { t, language } = useText()
  const { actor } = useActor()
  const [editing, setEditing] = useState<string | null>(null)
  const file = useLiveQuery(() => problemFileOf(id), [id])
  if (file === undefined) return <div className="page" aria-busy="true"><div className="skeleton" style={{ height: 240 }} /></div>
  if (file === null) return <Empty title={t.problemGone} why={t.failureGoneWhy}><Link className="button primary" href="/problems">{t.problems}</Link></Empty>
  const { problem, failures, analyses, actions, verifications, attachments } = file
  const cycle = failures.reduce((most, failure) => Math.max(most, cycleOf(failure)), 1)

  return (
    <div className="page narrow">
      <Link className="button quiet problem-back" href="/problems"><ArrowLeft size={16} aria-hidden />{t.problems}</Link>
      <header className="spread">
        <div className="row"><h1><span className="mono">{problem.no}</span> {problem.title}</h1><SeverityTag code={problem.severityMax} /></div>
        <div className="row"><Link className="button" href={`/print/problem/${id}`}>{t.paperEightD}</Link><LessonButton file={file} actor={actor} /><button type="button" className="button" onClick={() => setEditing('title')}>{t.edit}</button></div>
      </header>
      <section className="card card-pad stack">
        <RecordFacts fields={problemFields} record={problem} hide={['no', 'title', 'step', 'stepSignoffs', 'state', 'severityMax', 'lessonId', 'frbMeetings', 'reviewNotes', ...LISTS]} />
        {LISTS.map((name) => {
          const lines = linesOf(problem[name] as Json | undefined)
          return lines.length === 0 ? null : <div key={name}><h3>{problemFields[name][language]}</h3><ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul></div>
        })}
        <RecordFiles ownerId={id} attachments={attachments} />
      </section>
      <ProblemSteps problem={problem} onEdit={setEditing} />
      <BoardMeetings problem={problem} />
      <section className="card card-pad stack">
        <h2>{t.problemFailures(failures.length)}</h2>
        <ul className="entry-list">
          {failures.map((failure) => <li key={failure.id} className="row"><Link className="mono" href={`/failures/${failure.id}`}>{failure.no ?? t.noNumber}</Link><StateTag code={failure.state} /><span className="muted">{formatMoment(failure.occurredAt ?? '')}</span><span>{failure.description}</span></li>)}
        </ul>
      </section>
      <section className="card card-pad stack">
        <h2>{t.cause}</h2>
        {analyses.length === 0 ? <p className="muted">{t.analysisNone}</p> : analyses.map((entry) => <div key={entry.id} className="stack"><RecordFacts fields={rootCauseAnalysisFields} record={entry} hide={HIDDEN} /><WhyTreeView nodes={readWhyTree(entry.occurWhy as Json | undefined)} /><AnalysisDiagram analysis={entry} effect={problem.title ?? ''} isFrozen={cycleOf(entry) !== cycle} /><RecordFiles ownerId={entry.id} attachments={attachments} /></div>)}
        {analyses.some((entry) => cycleOf(entry) === cycle) ? null : <div><button type="button" className="button" onClick={() => void addAnalysisToProblem(id, cycle, actor)}>{t.fishStart}</button></div>}
        <h2>{t.action}</h2>
        {actions.length === 0 ? <p className="muted">{t.actionsNone}</p> : actions.map((entry) => <div key={entry.id} className="stack"><RecordFacts fields={correctiveActionFields} record={entry} hide={HIDDEN} /><RecordFiles ownerId={entry.id} attachments={attachments} /></div>)}
        <h2>{t.verifications}</h2>
        {verifications.length === 0 ? <p className="muted">{t.verificationsNone}</p> : verifications.map((entry) => <RecordFacts key={entry.id} fields={effectVerificationFields} record={entry} hide={HIDDEN} />)}
      </section>
      {editing === null ? null : <ProblemEditor problem={problem} focus={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

/** One press makes a lesson of what the problem taught. */
function LessonButton({ file, actor }: { readonly file: ProblemFile; readonly actor: string }) {
  const { t } = useText()
  const toast = useToast()
  const { id, lessonId } = file.problem
  const missing = missingLesson(file)
  const refusal = missing.length === 0 ? undefined : t.lessonNeeds(missing)
  if (lessonId !== undefined) return <Link className="button" href={`/knowledge/${lessonId}`}>{t.lessonOpen}</Link>
  return (
    <>
      <button type="button" className="button" disabled={refusal !== undefined} title={refusal} aria-describedby={refusal === undefined ? undefined : 'lesson-needs'} onClick={() => void lessonFromProblem(id, actor).then((made) => { if (made !== null) toast(t.lessonMade) })}>{t.lessonMake}</button>
      {refusal === undefined ? null : <span id="lesson-needs" className="small muted">{refusal}</span>}
    </>
  )
}

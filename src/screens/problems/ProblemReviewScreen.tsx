/** Problems in review mode: one a page in large text, its steps D0 to D8 and its meetings to decide on; then the minutes. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Json } from '../../domain/records/field'
import { problemFields } from '../../domain/records/problem'
import { meetingsOf } from '../../domain/workflow/boardMeetings'
import { linesOf, signOffsOf, STEPS, unsignedSteps, type SignOff } from '../../domain/workflow/problemSteps'
import { reviewNotesOf } from '../../domain/workflow/reviewNotes'
import { reviewMinutes } from '../../exchange/write/papers/reviewMinutes'
import { formatMoment, localMoment } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import { PaperView } from '../../panels/PaperView'
import { ReviewNotes } from '../../panels/ReviewNotes'
import { ReviewPages } from '../../panels/ReviewPages'
import { SeverityTag, StateTag } from '../../panels/StateTags'
import { useActor } from '../../panels/useActor'
import { usePerson } from '../../panels/usePerson'
import { usePaperWords } from '../../panels/usePaperWords'
import { allProblems, problemFileOf, type ProblemFile } from '../../store/caseFiles'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { BoardMeetings } from './BoardMeetings'
import { IsIsNotTable } from './IsIsNotTable'
import { ProblemEditor } from './ProblemEditor'
import { ProblemSteps } from './ProblemSteps'

export function ProblemReviewScreen() {
  const { t } = useText()
  const problems = useLiveQuery(() => allProblems(), [])
  return (
    <ReviewPages
      found={problems === undefined ? null : problems.map(({ id }) => id).toReversed()}
      from={t.reviewFromProblems}
      nothing={
        <Empty title={t.problemsEmpty} why={t.problemsEmptyWhy}>
          <Link className="button primary" href="/problems">
            {t.problems}
          </Link>
        </Empty>
      }
      page={(id) => <Item key={id} id={id} />}
      minutes={(ids, back) => <Minutes ids={ids} back={back} />}
    />
  )
}

function Item({ id }: { readonly id: string }) {
  const { t } = useText()
  const person = usePerson()
  const [editing, setEditing] = useState<string | null>(null)
  const file = useLiveQuery(() => problemFileOf(id), [id])
  if (file === undefined) return <div className="skeleton" style={{ height: 320 }} />
  if (file === null) return <Empty title={t.problemGone} why={t.failureGoneWhy} />
  const { problem } = file
  return (
    <>
      <ReviewedProblem file={file} />
      <div className="review-pair">
        <ProblemSteps file={file} onEdit={setEditing} />
        <ReviewNotes table="problems" record={problem} person={person} day={localMoment().slice(0, 10)} />
      </div>
      <BoardMeetings problem={problem} />
      {editing === null ? null : <ProblemEditor problem={problem} focus={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

/** A problem on one page in large text: who works on it, its cause and actions, and the failures it brought. */
function ReviewedProblem({ file }: { readonly file: ProblemFile }) {
  const { t, language } = useText()
  const { problem, failures, analyses, actions } = file
  const lists = (['team', 'similarProducts'] as const).map(
    (name) => [problemFields[name][language], linesOf(problem[name] as Json | undefined).join('\n')] as const,
  )
  const facts = [
    ...lists,
    [
      t.cause,
      analyses
        .map(({ rootCauseText = '' }) => rootCauseText)
        .filter((text) => text !== '')
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
  ] as const
  return (
    <section className="card card-pad review-item">
      <div className="row">
        <Link className="mono" href={`/problems/${problem.id}`}>
          {problem.no ?? t.problem}
        </Link>
        <SeverityTag code={problem.severityMax} />
      </div>
      <p className="review-lead">{problem.title}</p>
      {problem.quantified === undefined ? null : <p>{problem.quantified}</p>}
      <dl className="review-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === '' ? <span className="muted">—</span> : value}</dd>
          </div>
        ))}
        <div>
          <dt>{problemFields.isIsNot[language]}</dt>
          <dd>
            <IsIsNotTable stored={problem.isIsNot} />
          </dd>
        </div>
        <div>
          <dt>{t.problemFailures(failures.length)}</dt>
          <FailureLinks failures={failures} />
        </div>
      </dl>
    </section>
  )
}

function FailureLinks({ failures }: Pick<ProblemFile, 'failures'>) {
  const { t } = useText()
  return (
    <dd className="row">
      {failures.map((failure) => (
        <span key={failure.id} className="row">
          <Link className="mono" href={`/failures/${failure.id}`}>
            {failure.no ?? t.noNumber}
          </Link>
          <StateTag code={failure.state} />
        </span>
      ))}
    </dd>
  )
}

function decisionInWords({ step, by, at, result, comment }: SignOff, t: Messages): string {
  const signed = formatMoment(at)
  return result === 'approved'
    ? `${step} ✓ ${t.stepSigned(by, signed)}`
    : `${step} ✕ ${t.stepRejected(by, signed, comment)}`
}

/** Every problem of this review whose steps or meetings somebody signed, or said something about, today. */
function Minutes({ ids, back }: { readonly ids: readonly string[]; readonly back: ReactNode }) {
  const { t } = useText()
  const { actor } = useActor()
  const words = usePaperWords()
  const problems = useLiveQuery(() => allProblems(), [])
  if (problems === undefined || words === null)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 480 }} />
      </div>
    )
  const day = localMoment().slice(0, 10)
  const items = problems
    .filter(({ id }) => ids.includes(id))
    .map((problem) => ({
      no: problem.no ?? '',
      about: [words.nameOf(problem.bomNodeId), problem.title ?? ''].filter((part) => part !== '').join(' · '),
      state: `${STEPS.length - unsignedSteps(problem).length} / ${STEPS.length}`,
      decisions: [
        ...signOffsOf(problem)
          .filter(({ at }) => at.startsWith(day))
          .map((signOff) => decisionInWords(signOff, t)),
        ...meetingsOf(problem).flatMap(({ question, signs }) =>
          signs
            .filter(({ at }) => at.startsWith(day))
            .map(({ by, result, why }) => `${question} ${result === 'approved' ? '✓' : '✕'} ${by} ${why}`.trim()),
        ),
      ],
      minutes: reviewNotesOf(problem)
        .filter((note) => note.day === day)
        .map(({ by, text }) => (by === '' || by === actor ? text : `${by}${t.colon}${text}`)),
    }))
    .filter(({ decisions, minutes }) => decisions.length > 0 || minutes.length > 0)
  return <PaperView paper={reviewMinutes(day, actor, items, words, t.problem)} back={back} />
}

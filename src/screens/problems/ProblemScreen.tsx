/** One problem: what it is, the failures it brought, the steps D0 to D8 with their sign-offs, causes and actions. */
import { usePerson } from '../../panels/usePerson'
import { useLiveQuery } from '../../panels/useLiveQuery'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { Json } from '../../domain/records/field'
import { problemFields } from '../../domain/records/problem'
import { cycleOf } from '../../domain/workflow/caseFile'
import { isIsNotRows } from '../../domain/isIsNot'
import { linesOf, signOffsOf } from '../../domain/workflow/problemSteps'
import { formatCount, formatMoment, localMoment } from '../../i18n/format'
import { CaseEditor } from '../../panels/CaseEditor'
import type { EditTarget } from '../../panels/editTarget'
import { CauseAndAction } from '../../panels/CauseAndAction'
import { RecordFiles } from '../../panels/RecordFiles'
import { ConflictNote } from '../../panels/ConflictNote'
import { CommandButton } from '../../panels/CommandButton'
import { RecordFacts } from '../../panels/RecordFacts'
import { SeverityTag, StateTag } from '../../panels/StateTags'
import { caseFileOf, problemFileOf, type ProblemFile } from '../../store/caseFiles'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { BoardMeetings } from './BoardMeetings'
import { LessonButton } from './LessonButton'
import { IsIsNotTable } from './IsIsNotTable'
import { LISTS, ProblemEditor } from './ProblemEditor'
import { ProblemSteps } from './ProblemSteps'

/** The newest; a phone would be long with all of them. */
const FIRST_FAILURES = 10

/** Causes, actions and effect, further down on the same page. */
const WORK = 'problem-work'
const toWork = (): void => document.getElementById(WORK)?.scrollIntoView({ behavior: 'smooth' })

export function ProblemScreen({ id }: { readonly id: string }) {
  const { t } = useText()
  const [editing, setEditing] = useState<string | null>(useSearchParams()[0].get('edit'))
  const file = useLiveQuery(() => problemFileOf(id), [id])
  if (file === undefined)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 240 }} />
      </div>
    )
  if (file === null)
    return (
      <Empty title={t.problemGone} why={t.failureGoneWhy}>
        <Link className="button primary" href="/problems">
          {t.problems}
        </Link>
      </Empty>
    )
  const { problem } = file
  const failures = file.failures.toSorted((a, b) => ((a.occurredAt ?? '') < (b.occurredAt ?? '') ? 1 : -1))
  const lead = failures.toSorted((a, b) => cycleOf(b) - cycleOf(a))[0]

  return (
    <div className="page narrow">
      <Link className="button quiet problem-back" href="/problems">
        <ArrowLeft size={16} aria-hidden />
        {t.problems}
      </Link>
      <Head file={file} onEdit={() => setEditing('title')} />
      <ConflictNote table="problems" id={problem.id} />
      <Facts file={file} />
      <Steps file={file} onEdit={setEditing} />
      <BoardMeetings problem={problem} />
      <Failures failures={failures} />
      {lead === undefined ? (
        <p className="note">{t.problemNoFailures}</p>
      ) : (
        <div id={WORK} className="stack">
          <ProblemWork file={file} leadId={lead.id} />
        </div>
      )}
      {editing === null ? null : <ProblemEditor problem={problem} focus={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

/** Open on the path that asks for them, and where somebody signs them all the same. */
function Steps({ file, onEdit }: { readonly file: ProblemFile; readonly onEdit: (field: string) => void }) {
  const { t } = useText()
  const { problem } = file
  const steps = <ProblemSteps file={file} onEdit={onEdit} onWork={toWork} />
  return problem.path === '8D' || signOffsOf(problem).length > 0 ? (
    steps
  ) : (
    <details className="card card-pad">
      <summary>{t.problemStepsNotAsked}</summary>
      {steps}
    </details>
  )
}

interface HeadProps {
  readonly file: ProblemFile
  readonly onEdit: () => void
}

function Head({ file, onEdit }: HeadProps) {
  const { t } = useText()
  const { problem } = file
  return (
    <header className="spread">
      <div className="row">
        <h1>
          <span className="mono">{problem.no}</span> {problem.title}
        </h1>
        <SeverityTag code={problem.severityMax} />
      </div>
      <div className="row">
        <Link className="button" href={`/print/problem/${problem.id}`}>
          {t.paperEightD}
        </Link>
        <LessonButton file={file} />
        <CommandButton command="edit-problem" onPress={onEdit}>
          {t.edit}
        </CommandButton>
      </div>
    </header>
  )
}

function Facts({ file: { problem, attachments } }: { readonly file: ProblemFile }) {
  const { language } = useText()
  return (
    <section className="card card-pad stack">
      <RecordFacts
        fields={problemFields}
        record={problem}
        table="problems"
        company="problems"
        hide={[
          'no',
          'title',
          'step',
          'stepSignoffs',
          'state',
          'severityMax',
          'lessonId',
          'frbMeetings',
          'reviewNotes',
          'isIsNot',
          ...LISTS,
        ]}
      />
      {isIsNotRows(problem.isIsNot).length === 0 ? null : (
        <div>
          <h3>{problemFields.isIsNot[language]}</h3>
          <IsIsNotTable stored={problem.isIsNot} />
        </div>
      )}
      {LISTS.map((name) => {
        const lines = linesOf(problem[name] as Json | undefined)
        return lines.length === 0 ? null : (
          <div key={name}>
            <h3>{problemFields[name][language]}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        )
      })}
      <RecordFiles ownerId={problem.id} attachments={attachments} />
    </section>
  )
}

/** The failures it brought, the newest first. */
function Failures({ failures }: Pick<ProblemFile, 'failures'>) {
  const { t, language } = useText()
  const [isWhole, setWhole] = useState(false)
  return (
    <section className="card card-pad stack">
      <h2>{t.problemFailures(failures.length)}</h2>
      <ul className="entry-list">
        {failures.slice(0, isWhole ? failures.length : FIRST_FAILURES).map((failure) => (
          <li key={failure.id} className="row">
            <Link className="mono" href={`/failures/${failure.id}`}>
              {failure.no ?? t.noNumber}
            </Link>
            <StateTag code={failure.state} />
            <span className="muted">{formatMoment(failure.occurredAt ?? '')}</span>
            <span>{failure.description}</span>
          </li>
        ))}
      </ul>
      {isWhole || failures.length <= FIRST_FAILURES ? null : (
        <div>
          <button type="button" className="button" onClick={() => setWhole(true)}>
            {t.importMore(formatCount(failures.length - FIRST_FAILURES, language))}
          </button>
        </div>
      )}
    </section>
  )
}

/** Cause, actions and effect, worked from here as from any of its failures; what is added stands in the cycle the failures are in. */
function ProblemWork({
  file: { problem, analyses, actions, verifications, attachments },
  leadId,
}: {
  readonly file: ProblemFile
  readonly leadId: string
}) {
  const person = usePerson()
  const [editing, setEditing] = useState<EditTarget | null>(null)
  const lead = useLiveQuery(() => caseFileOf(leadId), [leadId])
  if (lead === undefined || lead === null) return null
  const file = { ...lead, problem, analyses, actions, verifications, attachments }
  return (
    <>
      <CauseAndAction file={file} person={person} now={localMoment().slice(0, 16)} onEdit={setEditing} />
      {editing === null ? null : <CaseEditor file={file} target={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

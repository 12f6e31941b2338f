/** What waits for the person at this device, what of it is late, what they wait for, and the board of everything open. */
import { usePerson } from '../../panels/usePerson'
import { Link, useSearchParams } from 'wouter'
import { momentOf, type WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { awaitsSignOff, type OpenSignOff } from '../../domain/workflow/boardMeetings'
import { MOST_ROWS, type TaskList } from '../../domain/workflow/openWork'
import type { Task } from '../../domain/workflow/tasks'
import { formatCount, formatMoment } from '../../i18n/format'
import { SeverityTag } from '../../panels/StateTags'
import { LateBy } from '../../panels/LateBy'
import { ProvisionalMark } from '../../panels/ProvisionalMark'
import { passedInWords, workedInWords } from '../../panels/timeInWords'
import { useEngine } from '../../panels/useEngine'
import { useReopenProposals } from '../../panels/useReopenProposals'
import type { Proposal } from '../../store/recurrenceAfterAction'
import { useText } from '../../ui/LanguageContext'
import { ArchiveNote } from './ArchiveNote'
import { WorkBoard } from './WorkBoard'
import { useOpenWork } from './useOpenWork'
import './work.css'

const VIEWS = ['workMine', 'workLate', 'workAwaited', 'backTab', 'workBoard'] as const
type View = (typeof VIEWS)[number]

export function WorkScreen() {
  const { t, language } = useText()
  const person = usePerson()
  const { name: actor, role } = person
  const [params, setParams] = useSearchParams()
  const work = useOpenWork(person)
  const proposals = useReopenProposals(null)
  const view: View = VIEWS.find((known) => known === params.get('view')) ?? 'workMine'
  if (work === undefined)
    return (
      <div className="page" aria-busy="true">
        <h1>{t.work}</h1>
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  const lists: Readonly<Record<Exclude<View, 'workBoard' | 'backTab'>, TaskList>> = {
    workMine: work.mine,
    workLate: work.late,
    workAwaited: work.awaited,
  }
  const signOffs: Readonly<Partial<Record<View, readonly OpenSignOff[]>>> = {
    workMine: work.signOffs.filter((open) => actor !== '' && open.person === actor),
    workAwaited: work.signOffs.filter((open) => awaitsSignOff(open, actor)),
  }
  return (
    <div className="page">
      <header className="spread">
        <h1>{t.work}</h1>
        <span className="row">
          <Link className="button" href="/review">
            {t.reviewOpen}
          </Link>
          <span className="muted">
            {actor === '' ? t.loopNoName : actor} · {t.roleName(role)}
          </span>
        </span>
      </header>
      {actor === '' ? (
        <p className="note">
          <Link href="/settings">{t.workNoName}</Link>
        </p>
      ) : null}
      {work.unknownYears.length === 0 ? null : (
        <p className="small muted">
          <Link href="/settings#calendar">{t.workYearUnknown(work.unknownYears.join(t.listComma))}</Link>
        </p>
      )}
      <ArchiveNote person={person} />
      <div className="tabs" role="tablist">
        {VIEWS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`work-${name}`}
            aria-selected={view === name}
            aria-controls="work-panel"
            className="tab"
            onClick={() => setParams({ view: name }, { replace: true })}
          >
            {t[name]}
            {name === 'workBoard'
              ? ''
              : ` ${formatCount(name === 'backTab' ? (proposals?.length ?? 0) : lists[name].count + (signOffs[name]?.length ?? 0), language)}`}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="work-panel" aria-labelledby={`work-${view}`}>
        {view === 'workBoard' ? (
          <WorkBoard work={work} person={person} />
        ) : view === 'backTab' ? (
          <Proposals proposals={proposals ?? []} />
        ) : (
          <TaskTable
            calendar={work.rules.calendar}
            list={lists[view]}
            signOffs={signOffs[view] ?? []}
            none={
              view === 'workMine'
                ? t.workNothingMine(actor === '' ? t.loopNoName : actor, t.roleName(role))
                : t.workNothing
            }
          />
        )}
      </div>
    </div>
  )
}

function TaskTable({
  calendar,
  list: { count, first },
  signOffs,
  none,
}: {
  readonly calendar: WorkingCalendar
  readonly list: TaskList
  readonly signOffs: readonly OpenSignOff[]
  readonly none: string
}) {
  const { t, language } = useText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  if (count + signOffs.length === 0) return <p className="muted work-none">{none}</p>
  return (
    <div className="card scroll-x">
      <table className="table work-table">
        <thead>
          <tr>
            <th scope="col">{t.workTask}</th>
            <th scope="col">{t.workFailure}</th>
            <th scope="col">{t.workFor}</th>
            <th scope="col">{t.workDue}</th>
            <th scope="col">{t.workLeft}</th>
            <th scope="col">{t.workInState}</th>
          </tr>
        </thead>
        <tbody>
          {signOffs.map(({ problem, meeting, person }) => (
            <tr key={`${problem.id}-${meeting.at}-${meeting.question}`}>
              <td>
                <strong>{t.workSignOff}</strong>
                <div>
                  <SeverityTag code={problem.severityMax} />
                </div>
              </td>
              <td>
                <Link className="mono" href={`/problems/${problem.id}`}>
                  {problem.no ?? t.problem}
                </Link>{' '}
                <span className="muted small">{problem.title}</span>
                <div className="work-about">{t.workMeeting(formatMoment(meeting.at), meeting.question)}</div>
              </td>
              <td>{person}</td>
              <td className="nowrap">
                <span className="muted">{t.workNoLimit}</span>
              </td>
              <td />
              <td className="muted small">{t.workSigned(meeting.signs.length, meeting.members.length)}</td>
            </tr>
          ))}
          {first.map(({ task, file: { failure } }) => (
            <tr key={`${task.kind}-${task.failureId}-${task.record ?? ''}`}>
              <td>
                <strong>{t.taskName(task.kind)}</strong>
                <div>
                  <SeverityTag code={failure.severity} />
                </div>
              </td>
              <td>
                <Link className="mono" href={`/failures/${failure.id}`}>
                  {failure.no ?? t.noNumber}
                </Link>{' '}
                <span className="muted small">
                  {[
                    names?.[failure.trainId ?? ''] ?? failure.trainText ?? '',
                    names?.[failure.bomNodeId ?? ''] ?? failure.nodeText ?? '',
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
                <div className="work-about">{task.about}</div>
              </td>
              <td>{task.person === '' ? task.roles.map(t.roleName).join(t.slash) : task.person}</td>
              <td className="nowrap">
                {task.due === null ? <span className="muted">{t.workNoLimit}</span> : formatMoment(momentOf(task.due))}
                <ProvisionalMark years={task.clock?.provisionalYears ?? []} />
              </td>
              <td className="nowrap">
                <TimeLeft task={task} calendar={calendar} />
              </td>
              <td>
                {task.clock === null ? (
                  <span className="muted small">
                    {task.kind === 'action' ||
                    task.kind === 'check' ||
                    task.kind === 'approve' ||
                    task.kind === 'answer'
                      ? ''
                      : task.kind === 'resume'
                        ? t.workPaused
                        : t.workNoClock}
                  </span>
                ) : (
                  <>
                    {t.workTotalNet(
                      passedInWords(task.clock.totalMinutes, t, language),
                      workedInWords(task.clock.netMinutes, task.clock, calendar, t, language),
                    )}
                    <ProvisionalMark years={task.clock.provisionalYears} />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > MOST_ROWS ? (
        <p className="small muted card-pad">{t.boardMore(formatCount(count - MOST_ROWS, language))}</p>
      ) : null}
    </div>
  )
}

/** Closed failures that came back, each a way to its evidence and the decision. */
function Proposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const { t } = useText()
  if (proposals.length === 0) return <p className="muted work-none">{t.backNone}</p>
  return (
    <ul className="entry-list">
      {proposals.map(({ closed, action, later }) => (
        <li key={`${closed.id}-${action.id}`} className="card card-pad stack">
          <div className="spread">
            <Link className="mono" href={`/failures/${closed.id}`}>
              {closed.no ?? t.noNumber}
            </Link>
            <Link className="button" href={`/failures/${closed.id}`}>
              {t.backOpen}
            </Link>
          </div>
          <p>{closed.description}</p>
          <p className="muted">
            {t.backWhy(action.description ?? '', formatMoment(action.effectiveAt ?? action.doneAt ?? ''), later.length)}
          </p>
          <p className="small">
            {later
              .map(({ failure }) => `${failure.no ?? t.noNumber} ${formatMoment(failure.occurredAt ?? '')}`)
              .join(t.listComma)}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Late in words and with a mark, never by colour alone. */
export function TimeLeft({
  task,
  calendar,
}: {
  readonly task: Pick<Task, 'leftMinutes' | 'clock' | 'provisionalYears'>
  readonly calendar: WorkingCalendar
}) {
  const { t, language } = useText()
  if (task.leftMinutes === null) return null
  const words = workedInWords(task.leftMinutes, task.clock, calendar, t, language)
  return task.leftMinutes < 0 ? (
    <>
      <LateBy className="work-late" words={words} />
      <ProvisionalMark years={task.provisionalYears} />
    </>
  ) : (
    <span>
      {t.workTimeLeft(words)}
      <ProvisionalMark years={task.provisionalYears} />
    </span>
  )
}

/** Tasks as a table: sign-offs that are waited for, then failures, most urgent first. */
import { Link } from 'wouter'
import { momentOf, type WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { OpenSignOff } from '../../domain/workflow/boardMeetings'
import { MOST_ROWS, type OpenTask, type TaskList } from '../../domain/workflow/openWork'
import type { Task } from '../../domain/workflow/tasks'
import { formatCount, formatMoment } from '../../i18n/format'
import { ProvisionalMark } from '../../panels/ProvisionalMark'
import { SeverityTag } from '../../panels/StateTags'
import { passedInWords, workedInWords } from '../../panels/timeInWords'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import { TableHead } from '../../ui/TableHead'
import { TimeLeft } from './TimeLeft'

interface Props {
  readonly calendar: WorkingCalendar
  readonly list: TaskList
  readonly signOffs: readonly OpenSignOff[]
  /** What is said when nothing waits. */
  readonly none: string
}

export function TaskTable({ calendar, list: { count, first }, signOffs, none }: Props) {
  const { t, language } = useText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  if (count + signOffs.length === 0) return <p className="muted work-none">{none}</p>
  return (
    <div className="card scroll-x">
      <table className="table work-table">
        <TableHead columns={[t.workTask, t.workFailure, t.workFor, t.workDue, t.workLeft, t.workInState]} />
        <tbody>
          {signOffs.map((signOff) => (
            <SignOffRow
              key={`${signOff.problem.id}-${signOff.meeting.at}-${signOff.meeting.question}`}
              signOff={signOff}
            />
          ))}
          {first.map((open) => (
            <TaskRow
              key={`${open.task.kind}-${open.task.failureId}-${open.task.record ?? ''}`}
              open={open}
              calendar={calendar}
              names={names ?? {}}
            />
          ))}
        </tbody>
      </table>
      {count > MOST_ROWS ? (
        <p className="small muted card-pad">{t.boardMore(formatCount(count - MOST_ROWS, language))}</p>
      ) : null}
    </div>
  )
}

function SignOffRow({ signOff: { problem, meeting, person } }: { readonly signOff: OpenSignOff }) {
  const { t } = useText()
  return (
    <tr>
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
  )
}

interface TaskProps {
  readonly open: OpenTask
  readonly calendar: WorkingCalendar
  readonly names: Readonly<Record<string, string>>
}

function TaskRow({ open: { task, file }, calendar, names }: TaskProps) {
  const { t } = useText()
  const { failure } = file
  return (
    <tr>
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
            names[failure.trainId ?? ''] ?? failure.trainText ?? '',
            names[failure.bomNodeId ?? ''] ?? failure.nodeText ?? '',
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
        <TimeInState task={task} calendar={calendar} />
      </td>
    </tr>
  )
}

/** Tasks that no state is timed for. */
const UNTIMED: readonly Task['kind'][] = ['action', 'check', 'submit', 'approve', 'answer']

function TimeInState({ task, calendar }: Pick<TaskProps, 'calendar'> & { readonly task: Task }) {
  const { t, language } = useText()
  const { clock, kind } = task
  if (clock === null)
    return (
      <span className="muted small">
        {UNTIMED.includes(kind) ? '' : kind === 'resume' ? t.workPaused : t.workNoClock}
      </span>
    )
  return (
    <>
      {t.workTotalNet(
        passedInWords(clock.totalMinutes, t, language),
        workedInWords(clock.netMinutes, clock, calendar, t, language),
      )}
      <ProvisionalMark years={clock.provisionalYears} />
    </>
  )
}

/** How long a task has; late in words and with a mark, never by colour alone. */
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { Task } from '../../domain/workflow/tasks'
import { LateBy } from '../../panels/LateBy'
import { ProvisionalMark } from '../../panels/ProvisionalMark'
import { workedInWords } from '../../panels/timeInWords'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly task: Pick<Task, 'leftMinutes' | 'clock' | 'provisionalYears'>
  readonly calendar: WorkingCalendar
}

export function TimeLeft({ task, calendar }: Props) {
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

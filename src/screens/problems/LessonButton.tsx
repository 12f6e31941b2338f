/** One press makes a lesson of what the problem taught. */
import { Link } from 'wouter'
import { missingLesson } from '../../domain/knowledge'
import { permits } from '../../domain/workflow/permits'
import { localMoment } from '../../i18n/format'
import { useCommand } from '../../panels/useCommand'
import { usePerson } from '../../panels/usePerson'
import type { ProblemFile } from '../../store/caseFiles'
import { lessonFromProblem } from '../../store/knowledge'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'

export function LessonButton({ file }: { readonly file: ProblemFile }) {
  const { t } = useText()
  const toast = useToast()
  const person = usePerson()
  const { isPending, run } = useCommand()
  const { id, lessonId } = file.problem
  const missing = missingLesson(file)
  const against = permits('make-lesson', person)[0]
  const refusal =
    missing.length > 0
      ? t.lessonNeeds(missing)
      : against !== undefined
        ? t.commandRefusal(against)
        : isPending
          ? t.commandPending
          : undefined
  const make = async (): Promise<void> => {
    const end = await run(() => lessonFromProblem(id, person, localMoment().slice(0, 10)))
    if (end.ended === 'done' && end.value !== null) toast(t.lessonMade)
  }
  if (lessonId !== undefined)
    return (
      <Link className="button" href={`/knowledge/${lessonId}`}>
        {t.lessonOpen}
      </Link>
    )
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={refusal !== undefined}
        title={refusal}
        aria-describedby={refusal === undefined ? undefined : 'lesson-needs'}
        onClick={() => void make()}
      >
        {t.lessonMake}
      </button>
      {refusal === undefined ? null : (
        <span id="lesson-needs" className="small muted">
          {refusal}
        </span>
      )}
    </>
  )
}

/** What a problem is, edited in one dialog; its lists are typed one entry a line. */
import type { Json } from '../../domain/records/field'
import { problemFields, type ProblemCase } from '../../domain/records/problem'
import type { StoredRecord } from '../../domain/records/tables'
import { linesOf } from '../../domain/workflow/problemSteps'
import { RecordDialog } from '../../panels/RecordDialog'
import { usePerson } from '../../panels/usePerson'
import { editProblem } from '../../store/caseFiles'
import { useText } from '../../ui/LanguageContext'

/** Lists a person types one entry a line. */
export const LISTS = ['team', 'isIsNot', 'similarProducts'] as const
const INPUTS = [
  'title',
  'path',
  'quantified',
  'team',
  'isIsNot',
  'similarProducts',
  'noLessonReason',
] as const satisfies readonly (keyof ProblemCase)[]

export function ProblemEditor({
  problem,
  focus,
  onClose,
}: {
  readonly problem: StoredRecord<'problems'>
  readonly focus: string
  readonly onClose: () => void
}) {
  const { t, language } = useText()
  const person = usePerson()
  const listInput =
    (name: (typeof LISTS)[number]) => (value: unknown, onChange: (value: unknown) => void, inputId: string) => (
      <div className="field">
        <label className="field-label" htmlFor={inputId}>
          {problemFields[name][language]}
        </label>
        <textarea
          id={inputId}
          className="input"
          rows={3}
          aria-describedby={`${inputId}-hint`}
          defaultValue={linesOf(value as Json).join('\n')}
          onBlur={(event) =>
            onChange(
              event.target.value
                .split('\n')
                .map((line) => line.trim())
                .filter((line) => line !== ''),
            )
          }
        />
        <span id={`${inputId}-hint`} className="small muted">
          {t.listOnePerLine}
        </span>
      </div>
    )
  return (
    <RecordDialog<ProblemCase>
      title={t.problem}
      table="problems"
      fields={problemFields}
      names={INPUTS}
      record={problem}
      multiline={['quantified', 'noLessonReason']}
      focus={focus}
      special={Object.fromEntries(LISTS.map((name) => [name, listInput(name)]))}
      onSave={(fields) => editProblem(problem.id, fields as Readonly<Record<string, unknown>>, person)}
      onClose={onClose}
    />
  )
}

/** What a problem is, edited in one dialog; its lists are typed one entry a line. */
import { useState } from 'react'
import type { Json } from '../../domain/records/field'
import { problemFields, type ProblemCase } from '../../domain/records/problem'
import type { StoredRecord } from '../../domain/records/tables'
import { linesOf } from '../../domain/workflow/problemSteps'
import { RecordDialog } from '../../panels/RecordDialog'
import { usePerson } from '../../panels/usePerson'
import { editProblem } from '../../store/caseFiles'
import { useText } from '../../ui/LanguageContext'
import { IsIsNotInput } from './IsIsNotInput'

/** Lists a person types one entry a line. */
export const LISTS = ['team', 'similarProducts'] as const
const INPUTS = [
  'title',
  'path',
  'quantified',
  'team',
  'isIsNot',
  'noContainmentWhy',
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
    (name: (typeof LISTS)[number]) => (value: unknown, onChange: (value: unknown) => void, id: string) => (
      <LinesInput id={id} label={problemFields[name][language]} value={value} onChange={onChange} />
    )
  return (
    <RecordDialog<ProblemCase>
      title={t.problem}
      form={`problems:${problem.id}`}
      label={{ about: problem.no ?? '', href: `/problems/${problem.id}?edit=title` }}
      table="problems"
      company="problems"
      fields={problemFields}
      names={INPUTS}
      record={problem}
      multiline={['quantified', 'noContainmentWhy', 'noLessonReason']}
      focus={focus}
      special={{
        ...Object.fromEntries(LISTS.map((name) => [name, listInput(name)])),
        isIsNot: (value, onChange) => (
          <IsIsNotInput label={problemFields.isIsNot[language]} value={value} onChange={onChange} />
        ),
      }}
      onSave={(patch, meant) => editProblem(problem.id, patch as Readonly<Record<string, unknown>>, person, meant)}
      onClose={onClose}
    />
  )
}

const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A list typed one entry a line; blank lines are let be while somebody types. */
function LinesInput({
  id,
  label,
  value,
  onChange,
}: {
  readonly id: string
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}) {
  const { t } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const stored = linesOf((value ?? undefined) as Json | undefined).join('\n')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="input"
        rows={3}
        aria-describedby={`${id}-hint`}
        value={typed !== null && linesIn(typed).join('\n') === stored ? typed : stored}
        onChange={(event) => {
          const lines = linesIn(event.target.value)
          setTyped(event.target.value)
          onChange(lines.length === 0 ? undefined : lines)
        }}
      />
      <span id={`${id}-hint`} className="small muted">
        {t.listOnePerLine}
      </span>
    </div>
  )
}

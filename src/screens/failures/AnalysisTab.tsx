/** Cause and action of a failure, and the problem they belong to. */
import { Link } from 'wouter'
import type { CaseFile } from '../../domain/workflow/caseFile'
import type { Person } from '../../domain/person'
import type { EditTarget } from '../../panels/editTarget'
import { CommandButton } from '../../panels/CommandButton'
import { CauseAndAction } from '../../panels/CauseAndAction'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly file: CaseFile
  readonly person: Person
  readonly now: string
  readonly onEdit: (target: EditTarget) => void
}

export function AnalysisTab({ file, person, now, onEdit }: Props) {
  const { t } = useText()
  const { failure, problem } = file
  return (
    <div className="stack">
      <div className="spread">
        <h2>{t.problem}</h2>
        <CommandButton
          command="link-problem"
          records={{ failures: [failure] }}
          onPress={() => onEdit({ table: 'failures', record: failure.id, field: 'problemId' })}
        >
          {problem === null ? t.problemMake : t.edit}
        </CommandButton>
      </div>
      {problem === null ? (
        <p className="muted">{t.problemNone}</p>
      ) : (
        <p>
          <Link href={`/problems/${problem.id}`}>
            <span className="mono">{problem.no}</span> {problem.title}
          </Link>
        </p>
      )}
      <CauseAndAction file={file} person={person} now={now} onEdit={onEdit} />
    </div>
  )
}

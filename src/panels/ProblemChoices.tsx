/** The problems there are, each to put failures under it. */
import { useLiveQuery } from './useLiveQuery'
import { allProblems } from '../store/caseFiles'
import { useText } from '../ui/LanguageContext'

interface Props {
  readonly isPending: boolean
  readonly onLink: (problemId: string) => void
}

export function ProblemChoices({ isPending, onLink }: Props) {
  const { t } = useText()
  const known = useLiveQuery(() => allProblems(), [])
  if (known === undefined || known.length === 0) return null
  return (
    <section className="stack">
      <h3>{t.problemLink}</h3>
      <ul className="entry-list">
        {known.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className="button"
              disabled={isPending}
              title={isPending ? t.commandPending : undefined}
              onClick={() => onLink(entry.id)}
            >
              <span className="mono">{entry.no}</span> {entry.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Puts a failure under a problem: a new one, or one that is there already. */
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link } from 'wouter'
import type { CaseFile } from '../domain/workflow/caseFile'
import { usePerson } from './usePerson'
import { allProblems, linkProblem, problemFromFailure } from '../store/caseFiles'
import { Dialog } from '../ui/Dialog'
import { useText } from '../ui/LanguageContext'

export function ProblemDialog({ file, onClose }: { readonly file: CaseFile; readonly onClose: () => void }) {
  const { t } = useText()
  const person = usePerson()
  const { failure, problem } = file
  const known = useLiveQuery(() => allProblems(), [])
  const [title, setTitle] = useState(failure.title ?? failure.description?.slice(0, 40) ?? '')
  const done = (work: Promise<unknown>): void => void work.then(onClose)
  return (
    <Dialog title={t.problem} onClose={onClose}>
      {problem === null ? (
        <>
          <div className="row">
            <label className="field grow">
              <span className="field-label">{t.problemTitle}</span>
              <input className="input" value={title} onChange={(event) => setTitle(event.target.value)} />
            </label>
          </div>
          <button
            type="button"
            className="button primary"
            disabled={title.trim() === ''}
            title={title.trim() === '' ? t.problemTitle : undefined}
            onClick={() => done(problemFromFailure(failure.id, title.trim(), person))}
          >
            {t.problemMake}
          </button>
          {known === undefined || known.length === 0 ? null : (
            <section className="stack">
              <h3>{t.problemLink}</h3>
              <ul className="entry-list">
                {known.map((entry) => (
                  <li key={entry.id}>
                    <button
                      type="button"
                      className="button"
                      onClick={() => done(linkProblem(failure.id, entry.id, person))}
                    >
                      <span className="mono">{entry.no}</span> {entry.title}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      ) : (
        <div className="spread">
          <Link href={`/problems/${problem.id}`}>
            <span className="mono">{problem.no}</span> {problem.title}
          </Link>
          <button type="button" className="button" onClick={() => done(linkProblem(failure.id, null, person))}>
            {t.problemUnlink}
          </button>
        </div>
      )}
    </Dialog>
  )
}

/** Shows the program while its database can be opened, and what to do where the browser forbids it. Never a blank page. */
import { useEffect, useState, type ReactNode } from 'react'
import { useText } from '../ui/LanguageContext'

export function StorageGate({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    // The database is no part of the first load; a part that cannot be fetched is told where it is needed.
    void import('../store/openDatabase')
      .then(({ databaseProblem }) => databaseProblem())
      .then(setProblem, () => undefined)
  }, [])
  if (problem === null) return children
  return (
    <main style={{ maxWidth: 640, margin: '10vh auto', padding: 16 }} className="stack" role="alert">
      <h1>{t.storageBlocked}</h1>
      <p>{t.storageBlockedWhy}</p>
      <p>{t.storageBlockedDo}</p>
      <p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {t.reload}
        </button>
      </p>
      <details>
        <summary>{t.details}</summary>
        <pre style={{ whiteSpace: 'pre-wrap' }}>{problem}</pre>
      </details>
    </main>
  )
}

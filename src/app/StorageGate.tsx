/** Shows the program while its database can be opened, and what to do where it cannot. Never a blank page. */
import { useEffect, useState, type ReactNode } from 'react'
import type { DatabaseProblem } from '../store/openDatabase'
import { isUpgradeAhead } from '../store/schemaVersion'
import { useText } from '../ui/LanguageContext'
import { lazyPart } from '../ui/lazyPart'

/** A copy of the data is kept before opening them would upgrade them. */
const UpgradeCopy = lazyPart(async () => (await import('../panels/UpgradeCopy')).UpgradeCopy, null)

export function StorageGate({ children }: { readonly children: ReactNode }) {
  const [isCopying, setCopying] = useState<boolean | null>(null)
  useEffect(() => {
    void isUpgradeAhead().then(setCopying)
  }, [])
  if (isCopying === null) return null
  return isCopying ? <UpgradeCopy onEnd={() => setCopying(false)} /> : <OpenGate>{children}</OpenGate>
}

function OpenGate({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const [problem, setProblem] = useState<DatabaseProblem | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  useEffect(() => {
    // The database is no part of the first load; a part that cannot be fetched is told where it is needed.
    void import('../store/openDatabase')
      .then(({ databaseProblem }) => databaseProblem(() => setWaiting(true)))
      .then(setProblem, () => undefined)
      .finally(() => setWaiting(false))
  }, [])
  if (problem !== null) return <CannotOpen problem={problem} />
  return isWaiting ? (
    <Notice title={t.storageWaiting}>
      <p>{t.storageWaitingDo}</p>
    </Notice>
  ) : (
    children
  )
}

function CannotOpen({ problem: { kind, detail } }: { readonly problem: DatabaseProblem }) {
  const { t } = useText()
  const isNewer = kind === 'newer'
  return (
    <Notice title={isNewer ? t.storageNewer : t.storageBlocked}>
      <p>{isNewer ? t.storageNewerWhy : t.storageBlockedWhy}</p>
      <p>{isNewer ? t.storageNewerDo : t.storageBlockedDo}</p>
      <p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {t.reload}
        </button>
      </p>
      <details>
        <summary>{t.details}</summary>
        <pre style={{ whiteSpace: 'pre-wrap' }}>{detail}</pre>
      </details>
    </Notice>
  )
}

function Notice({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main style={{ maxWidth: 640, margin: '10vh auto', padding: 16 }} className="stack" role="alert">
      <h1>{title}</h1>
      {children}
    </main>
  )
}

/** How much room the data takes, and whether the browser has promised to keep it. */
import { useEffect, useState } from 'react'
import { formatBytes } from '../../../i18n/format'
import { useText } from '../../../ui/LanguageContext'

export function SpaceCard() {
  const { t, language } = useText()
  const [state, setState] = useState<{
    readonly used: number
    readonly quota: number
    readonly persisted: boolean
  } | null>(null)
  const look = async (): Promise<void> => {
    if (navigator.storage?.estimate === undefined) return
    const [estimate, persisted] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()])
    setState({ used: estimate.usage ?? 0, quota: estimate.quota ?? 0, persisted })
  }
  useEffect(() => {
    void look()
  }, [])
  return (
    <section className="card card-pad stack" aria-label={t.storageTitle}>
      <h2>{t.storageTitle}</h2>
      {state === null ? null : (
        <>
          <p>{t.storageUsed(formatBytes(state.used, language), formatBytes(state.quota, language))}</p>
          <p>{state.persisted ? t.storagePersisted : t.storageNotPersisted}</p>
          {state.persisted ? null : (
            <div>
              <button type="button" className="button" onClick={() => void navigator.storage.persist().then(look)}>
                {t.storageAsk}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  )
}

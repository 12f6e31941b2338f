/** Everything begun on this device and not submitted; nothing while there is none. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { DraftList } from '../../panels/DraftList'
import { allDrafts } from '../../store/drafts'
import { useText } from '../../ui/LanguageContext'

export function HomeDrafts() {
  const { t } = useText()
  const drafts = useLiveQuery(() => allDrafts(), [])
  if (drafts === undefined || drafts.length === 0) return null
  return (
    <section className="card card-pad stack" aria-label={t.draftsTitle}>
      <h2>{t.draftsTitle}</h2>
      <DraftList drafts={drafts} />
    </section>
  )
}

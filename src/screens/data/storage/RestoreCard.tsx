/** A backup back: into an empty store, or beside what is there. */
import { useSearchParams } from 'wouter'
import { useText } from '../../../ui/LanguageContext'
import { TakingIn } from '../handover/TakingIn'
import './storage.css'

export function RestoreCard() {
  const { t } = useText()
  const [params] = useSearchParams()
  const isAsked = params.get('open') === 'restore'
  return (
    <section className={`card card-pad stack${isAsked ? ' is-target' : ''}`} aria-label={t.restoreTitle}>
      <h2>{t.restoreTitle}</h2>
      <p className="small muted">{t.restoreWhy}</p>
      <TakingIn what="backup" />
    </section>
  )
}

/** The failure whose replacement says so. */
import { Link } from 'wouter'
import type { LifeEvent } from '../../domain/installations'
import { useText } from '../../ui/LanguageContext'

export function EventSource({ event }: { readonly event: LifeEvent }) {
  const { t } = useText()
  return event.failureId === '' ? null : (
    <Link className="small" href={`/failures/${event.failureId}?tab=tabHandling`}>
      {t.openPage}
    </Link>
  )
}

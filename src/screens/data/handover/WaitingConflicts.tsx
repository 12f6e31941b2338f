/** After a file was taken in: what waits for somebody to choose, from this file or from before. */
import { Link } from 'wouter'
import { formatCount } from '../../../i18n/format'
import { conflictsHref, useConflictCount } from '../../../panels/useConflicts'
import { useText } from '../../../ui/LanguageContext'

export function WaitingConflicts() {
  const { t, language } = useText()
  const count = useConflictCount()
  if (count === 0) return null
  return (
    <p className="note warn">
      {t.takeInConflicts(formatCount(count, language))} <Link href={conflictsHref()}>{t.conflictsSettle}</Link>
    </p>
  )
}

/** How many records devices disagree on; nothing while they agree. */
import { Link } from 'wouter'
import { formatCount } from '../../i18n/format'
import { conflictsHref, useConflictCount } from '../../panels/useConflicts'
import { useText } from '../../ui/LanguageContext'

export function HomeConflicts() {
  const { t, language } = useText()
  const count = useConflictCount()
  if (count === 0) return null
  return (
    <p className="note warn">
      <Link href={conflictsHref()}>{t.conflictsHome(formatCount(count, language))}</Link>
    </p>
  )
}

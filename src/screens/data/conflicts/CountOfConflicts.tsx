/** How many records wait for a choice, beside Data in the navigation. */
import { formatCount } from '../../../i18n/format'
import { useConflictCount } from '../../../panels/useConflicts'
import { useText } from '../../../ui/LanguageContext'

export function CountOfConflicts() {
  const { language } = useText()
  const count = useConflictCount()
  return count === 0 ? null : <span className="nav-count">{formatCount(count, language)}</span>
}

/** The number of tasks and meetings that wait for the person at this device; nothing where there are none. */
import { formatCount } from '../../i18n/format'
import { usePerson } from '../../panels/usePerson'
import { useText } from '../../ui/LanguageContext'
import { useOpenWork } from './useOpenWork'

export function CountOfMine() {
  const { language } = useText()
  const person = usePerson()
  const work = useOpenWork(person)
  if (work === undefined) return null
  const meetings = work.signOffs.filter((open) => person.name !== '' && open.person === person.name)
  const count = work.mine.count + meetings.length
  return count === 0 ? null : <span className="nav-count">{formatCount(count, language)}</span>
}

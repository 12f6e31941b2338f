/** Who has to go on with a failure, in words: the person where the failure names one, else the roles and the depot. */
import type { StoredRecord } from '../../domain/records/tables'
import { whoIsNext } from '../../domain/workflow/tasks'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'

/** @returns null where nobody has anything to do */
export function useWhoIsNext(): (failure: StoredRecord<'failures'>) => string | null {
  const { t } = useText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  return (failure) => {
    const next = whoIsNext(failure)
    if (next === null) return null
    if (next.person !== '') return next.person
    const depot = failure.depotId === undefined ? '' : (names?.[failure.depotId] ?? '')
    const roles = next.roles.map(t.roleName).join(t.or)
    return depot === '' ? roles : t.roleAt(roles, depot)
  }
}

/** All alerts and rules as they are now, and which of them are for the person at this device. */
import type { Person } from '../../domain/person'
import { localMoment } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import type { AlertsView, AlertView } from '../../workers/alertAnswers'
import { useEngine } from '../useEngine'

/** null while they are worked out. */
export function useAlerts(): AlertsView | null {
  const { language } = useText()
  return useEngine(`alerts|${language}`, (engine) => engine.alerts(localMoment().slice(0, 16), language)).answer
}

/** By name where somebody has taken it, else by the role of the rule. */
export function isAlertFor(
  { state, episode, rule }: Pick<AlertView, 'state' | 'episode' | 'rule'>,
  person: Person,
): boolean {
  if (state === 'taken') return person.name !== '' && episode?.takenBy === person.name
  return rule.toRole === person.role || (state === 'back' && person.name !== '' && episode?.takenBy === person.name)
}

/** Not taken by anybody at the moment. */
export const isOpenAlert = ({ state }: Pick<AlertView, 'state'>): boolean => state !== 'taken' && state !== 'cleared'

/**
 * How many open alerts are for the person at this device, beside Alerts in the navigation. Whoever shows it also writes down
 * what is raised for the first time. It asks again some time after the last change, not with every one.
 */
import { useEffect, useState } from 'react'
import { localMoment, formatCount } from '../../i18n/format'
import { permits } from '../../domain/workflow/permits'
import { asRaised } from '../../panels/alerts/AlertActions'
import { isAlertFor, isOpenAlert } from '../../panels/alerts/useAlerts'
import { useEngineState } from '../../panels/useEngine'
import { useCommand } from '../../panels/useCommand'
import { usePerson } from '../../panels/usePerson'
import { raiseAlerts } from '../../store/alerts'
import { useText } from '../../ui/LanguageContext'
import type { AlertView } from '../../workers/alertAnswers'
import { engine } from '../../workers/engineClient'

const AFTER_CHANGE_MS = 3000
/** Days pass and windows move on without any change. */
const AGAIN_MS = 10 * 60_000

export function CountOfAlerts() {
  const { language } = useText()
  const person = usePerson()
  // Nobody has given it and nobody waits for it: trouble of the store is told by the next command a person gives.
  const { run } = useCommand('here')
  const { version, ready } = useEngineState()
  const [alerts, setAlerts] = useState<readonly AlertView[]>([])
  const [round, setRound] = useState(0)
  const isAsked = alerts.length > 0 || round > 0
  useEffect(() => {
    if (!ready) return undefined
    const waiting = new AbortController()
    const ask = async (): Promise<void> => {
      const now = localMoment().slice(0, 16)
      const { alerts: found } = await engine(waiting.signal).alerts(now, language)
      if (waiting.signal.aborted) return
      setAlerts(found)
      const fresh = found.filter(({ episode, holds }) => episode === undefined && holds)
      if (fresh.length > 0 && permits('raise-alerts', person).length === 0)
        await run(() => raiseAlerts(fresh.map(asRaised), now, person))
    }
    // A question that fails is said in the frame by the engine's own state, a write by its command; the next round tries again.
    const soon = setTimeout(() => void ask().catch(() => undefined), isAsked ? AFTER_CHANGE_MS : 0)
    const later = setTimeout(() => setRound((before) => before + 1), AGAIN_MS)
    return () => {
      waiting.abort()
      clearTimeout(soon)
      clearTimeout(later)
    }
    // Whether it was asked before only decides how soon.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [version, ready, language, person, round, run])
  const mine = alerts.filter((alert) => isOpenAlert(alert) && isAlertFor(alert, person)).length
  return mine === 0 ? null : <span className="nav-count">{formatCount(mine, language)}</span>
}

/** The alerts that wait, most urgent first. */
import { formatCount, localMoment } from '../../i18n/format'
import { alertFound, alertTitle } from '../../panels/alerts/alertInWords'
import { isOpenAlert } from '../../panels/alerts/useAlerts'
import { WeightMark } from '../../panels/alerts/WeightMark'
import { useText } from '../../ui/LanguageContext'
import type { OnPageState } from './BigScreen'
import { useFresh } from './useFresh'
import '../../panels/alerts/alerts.css'

const SHOWN = 4

export function AlertsPage({ onState }: { readonly onState: OnPageState }) {
  const { t, language } = useText()
  const answer = useFresh(
    `kiosk-alerts|${language}`,
    (engine) => engine.alerts(localMoment().slice(0, 16), language),
    onState,
  )
  if (answer === null) return null
  const open = answer.alerts.filter((alert) => isOpenAlert(alert) && alert.holds)
  if (open.length === 0) return <p className="kiosk-none">{t.kioskNoAlerts}</p>
  return (
    <div className="kiosk-bars-page">
      <ol className="kiosk-alerts">
        {open.slice(0, SHOWN).map(({ id, rule, parts, figures }) => (
          <li key={id}>
            <p>
              <WeightMark weight={rule.weight} /> <strong>{alertTitle(rule, parts, t)}</strong>
            </p>
            <p>{alertFound(figures, parts, t, language)}</p>
          </li>
        ))}
      </ol>
      <p>{open.length > SHOWN ? t.kioskMore(formatCount(open.length - SHOWN, language)) : ''}</p>
    </div>
  )
}

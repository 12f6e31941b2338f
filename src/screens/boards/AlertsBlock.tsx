/** The alerts that wait, as a list. */
import { Link } from 'wouter'
import { alertFound, alertTitle } from '../../panels/alerts/alertInWords'
import { isOpenAlert, useAlerts } from '../../panels/alerts/useAlerts'
import { WeightMark } from '../../panels/alerts/WeightMark'
import { useText } from '../../ui/LanguageContext'
import '../../panels/alerts/alerts.css'

export function AlertsBlock() {
  const { t, language } = useText()
  const answer = useAlerts()
  if (answer === null) return <div className="skeleton" style={{ height: 160 }} />
  const open = answer.alerts.filter((alert) => isOpenAlert(alert) && alert.holds)
  return (
    <section className="card card-pad stack" aria-label={t.blockKindName('alerts')}>
      <h3>{t.blockKindName('alerts')}</h3>
      {open.length === 0 ? <p className="muted">{t.alertsNone}</p> : null}
      <ul className="entry-list">
        {open.map(({ id, rule, parts, figures }) => (
          <li key={id}>
            <WeightMark weight={rule.weight} /> <Link href="/alerts">{alertTitle(rule, parts, t)}</Link>
            <p className="small muted">{alertFound(figures, parts, t, language)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The alerts that wait, those for the person at this device first; each says what was found and leads to the rest. */
import { Link } from 'wouter'
import { formatCount } from '../../i18n/format'
import { alertFound, ruleName, subjectName } from '../../panels/alerts/alertInWords'
import { isAlertFor, isOpenAlert, useAlerts } from '../../panels/alerts/useAlerts'
import { WeightMark } from '../../panels/alerts/WeightMark'
import { usePerson } from '../../panels/usePerson'
import { useText } from '../../ui/LanguageContext'
import '../../panels/alerts/alerts.css'

const SHOWN = 4

export function HomeAlerts() {
  const { t, language } = useText()
  const person = usePerson()
  const answer = useAlerts()
  if (answer === null) return <div className="skeleton" style={{ height: 120 }} />
  const open = answer.alerts.filter((alert) => isOpenAlert(alert) && alert.holds)
  const mine = open.filter((alert) => isAlertFor(alert, person))
  const first = [...mine, ...open.filter((alert) => !mine.includes(alert))].slice(0, SHOWN)
  return (
    <section className="card card-pad stack" aria-label={t.alertsHome}>
      <div className="spread">
        <h2>{t.alertsHome}</h2>
        <span className="row">
          {open.length === 0 ? null : (
            <span className="small muted">
              {t.alertsHomeCounts(formatCount(open.length, language), formatCount(mine.length, language))}
            </span>
          )}
          <Link href="/alerts">{t.alertsHomeAll}</Link>
        </span>
      </div>
      {open.length === 0 ? (
        <p className="muted">
          {t.alertsHomeNone(formatCount(answer.rules.filter(({ rule }) => rule.active).length, language))}
        </p>
      ) : (
        <ul className="home-alerts">
          {first.map(({ id, rule, parts, figures }) => (
            <li key={id}>
              <WeightMark weight={rule.weight} />
              <div>
                <Link href="/alerts">
                  {ruleName(rule, t)}
                  {t.colon}
                  {subjectName(parts, t)}
                </Link>
                <p className="small muted">{alertFound(figures, parts, t, language)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

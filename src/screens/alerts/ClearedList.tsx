/** Alerts that were cleared, newest first: by whom, with which outcome. */
import { formatMoment } from '../../i18n/format'
import { ruleName, subjectName } from '../../panels/alerts/alertInWords'
import { useText } from '../../ui/LanguageContext'
import type { ClearedAlert } from '../../workers/alertAnswers'

export function ClearedList({ cleared }: { readonly cleared: readonly ClearedAlert[] }) {
  const { t } = useText()
  if (cleared.length === 0) return <p className="muted alert-none">{t.alertsNoneCleared}</p>
  return (
    <ul className="entry-list">
      {cleared.map(({ episode, rule, parts }) => (
        <li key={episode.id} className="card card-pad stack">
          <div className="spread">
            <strong>
              {rule === undefined ? t.alertsRuleGone : ruleName(rule, t)}
              {t.colon}
              {subjectName(parts, t)}
            </strong>
            <span className="tag alert-state">{t.alertsOutcome(episode.outcome ?? '')}</span>
          </div>
          <p className="small muted">
            {[
              t.alertsSince(episode.since ?? ''),
              t.alertsClearedBy(episode.clearedBy ?? '', formatMoment(episode.clearedAt ?? '')),
            ].join(' · ')}
          </p>
          {episode.note === undefined ? null : <p>{episode.note}</p>}
        </li>
      ))}
    </ul>
  )
}

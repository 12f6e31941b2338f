/** One alert: what was found on which failures, how seldom chance shows it, who has seen and taken it, and what can be done. */
import { Link } from 'wouter'
import { formatCount, formatMoment } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import type { AlertView } from '../../workers/alertAnswers'
import type { OpenedRows } from '../RowsDrawer'
import { AlertActions } from './AlertActions'
import { alertChance, alertFound, ruleName, subjectName } from './alertInWords'
import { WeightMark } from './WeightMark'
import './alerts.css'

interface Props {
  readonly alert: AlertView
  /** Opens the failures behind it. */
  readonly onOpen: (rows: OpenedRows) => void
  readonly heading?: 'h2' | 'h3'
}

export function AlertCard({ alert, onOpen, heading: Heading = 'h2' }: Props) {
  const { t, language } = useText()
  const { rule, parts, figures, rows, holds, state, number } = alert
  const title = `${ruleName(rule, t)}${t.colon}${subjectName(parts, t)}`
  return (
    <article className={holds ? 'card card-pad alert-card' : 'card card-pad alert-card alert-gone'}>
      <header className="row">
        <WeightMark weight={rule.weight} />
        <Heading>{title}</Heading>
        <span className="tag alert-state">{t.alertState(state)}</span>
      </header>
      <p>{alertFound(figures, parts, t, language)}</p>
      <p className="small muted">{alertChance(figures, t, language)}</p>
      <p className="small muted">
        {[
          t.alertsSince(alert.since),
          number > 1 ? t.alertsNumber(formatCount(number, language)) : '',
          t.alertsForRole(t.roleName(rule.toRole)),
          ...doneInWords(alert, t),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {holds ? null : <p className="small alert-gone-note">{t.alertsGone}</p>}
      <div className="row alert-doors">
        {rows.length === 0 ? null : (
          <button type="button" className="button" onClick={() => onOpen({ title, rows })}>
            {t.alertsRows(formatCount(rows.length, language))}
          </button>
        )}
        <PartLink alert={alert} />
        <span className="grow" />
        <AlertActions alerts={[alert]} />
      </div>
    </article>
  )
}

function doneInWords({ episode }: AlertView, t: ReturnType<typeof useText>['t']): readonly string[] {
  if (episode === undefined) return []
  const { seenBy, seenAt, takenBy, takenUntil } = episode
  return [
    seenBy === undefined || takenBy === seenBy ? '' : t.alertsSeenBy(seenBy, formatMoment(seenAt ?? '')),
    takenBy === undefined ? '' : t.alertsTakenBy(takenBy, takenUntil ?? ''),
  ]
}

/** The page of the part it is about. */
function PartLink({ alert: { parts } }: Pick<Props, 'alert'>) {
  const { t } = useText()
  const node = parts.find(({ kind }) => kind === 'node')
  return node === undefined ? null : (
    <Link className="button" href={`/products?node=${encodeURIComponent(node.id)}`}>
      {t.alertsPart}
    </Link>
  )
}

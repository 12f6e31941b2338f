/** What the rules have found: open, taken and cleared alerts, and the rules themselves. */
import { useSearchParams } from 'wouter'
import { oneOf } from '../../domain/closedSet'
import { formatCount } from '../../i18n/format'
import { AlertActions } from '../../panels/alerts/AlertActions'
import { AlertList } from '../../panels/alerts/AlertList'
import { isAlertFor, isOpenAlert, useAlerts } from '../../panels/alerts/useAlerts'
import { usePerson } from '../../panels/usePerson'
import { useText } from '../../ui/LanguageContext'
import type { AlertsView } from '../../workers/alertAnswers'
import { ClearedList } from './ClearedList'
import { RuleList } from './RuleList'
import './alertsScreen.css'

const VIEWS = ['open', 'taken', 'cleared', 'rules'] as const
type View = (typeof VIEWS)[number]

export function AlertsScreen() {
  const { t } = useText()
  const [params, setParams] = useSearchParams()
  const answer = useAlerts()
  const view: View = oneOf(VIEWS, params.get('view')) ?? 'open'
  if (answer === null)
    return (
      <div className="page" aria-busy="true">
        <h1>{t.alertsTitle}</h1>
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  return (
    <div className="page alerts-page">
      <header>
        <h1>{t.alertsTitle}</h1>
        <p className="muted">{t.alertsLead}</p>
      </header>
      <TabList answer={answer} view={view} onChoose={(name) => setParams({ view: name }, { replace: true })} />
      <div role="tabpanel" id="alerts-panel" aria-labelledby={`alerts-${view}`}>
        {view === 'rules' ? (
          <RuleList rules={answer.rules} />
        ) : view === 'cleared' ? (
          <ClearedList cleared={answer.cleared} />
        ) : (
          <Alerts answer={answer} isTaken={view === 'taken'} />
        )}
      </div>
    </div>
  )
}

interface TabProps {
  readonly answer: AlertsView
  readonly view: View
  readonly onChoose: (view: View) => void
}

function TabList({ answer, view, onChoose }: TabProps) {
  const { t, language } = useText()
  const open = answer.alerts.filter(isOpenAlert).length
  const tabs: Readonly<Record<View, readonly [label: string, count: number]>> = {
    open: [t.alertsTabOpen, open],
    taken: [t.alertsTabTaken, answer.alerts.length - open],
    cleared: [t.alertsTabCleared, answer.cleared.length],
    rules: [t.alertsTabRules, answer.rules.length],
  }
  return (
    <div className="tabs" role="tablist">
      {VIEWS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`alerts-${name}`}
          aria-selected={view === name}
          aria-controls="alerts-panel"
          className="tab"
          onClick={() => onChoose(name)}
        >
          {tabs[name][0]} {formatCount(tabs[name][1], language)}
        </button>
      ))}
    </div>
  )
}

/** Those that wait, or those somebody has taken; only those for the person's role, if they like. */
function Alerts({ answer, isTaken }: { readonly answer: AlertsView; readonly isTaken: boolean }) {
  const { t, language } = useText()
  const person = usePerson()
  const [params, setParams] = useSearchParams()
  const onlyMine = params.get('mine') === '1'
  const wanted = answer.alerts.filter(
    (alert) => isOpenAlert(alert) !== isTaken && (!onlyMine || isAlertFor(alert, person)),
  )
  const gone = wanted.filter(({ holds }) => !holds)
  const setMine = (isOn: boolean): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (isOn) next.set('mine', '1')
        else next.delete('mine')
        return next
      },
      { replace: true },
    )
  return (
    <div className="stack">
      <div className="spread">
        <label className="row">
          <input type="checkbox" checked={onlyMine} onChange={(event) => setMine(event.target.checked)} />
          {t.alertsMine(t.roleName(person.role))}
        </label>
        {gone.length === 0 ? null : (
          <AlertActions alerts={gone} clearLabel={t.alertsClearGone(formatCount(gone.length, language))} />
        )}
      </div>
      <AlertList alerts={wanted} none={isTaken ? t.alertsNoneTaken : t.alertsNone} />
    </div>
  )
}

/** How long a failure may stay in each state, by path and priority, and the working day it is counted in. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState } from 'react'
import { Link } from 'wouter'
import { workingMinutesPerDay } from '../../domain/calendar/workingCalendar'
import { LIMITED_STATES, pathsThrough, PRIORITIES, type LimitKey } from '../../domain/workflow/timeLimits'
import { HOURS_SETTING, LIMITS_SETTING, WINDOW_SETTING } from '../../domain/workflow/workRules'
import { formatFigure } from '../../i18n/format'
import { DraftStatus } from '../../panels/DraftNotes'
import { setting } from '../../store/codeItems'
import { historyOfWorkRules } from '../../store/workRules'
import { useText } from '../../ui/LanguageContext'
import { LimitInput } from './LimitInput'
import { RuleHistory, type HistoryProps } from './RuleHistory'
import { useLimitName } from './useLimitName'
import { useRuleForm, type RuleForm, type StoredRules } from './useRuleForm'
import './limits.css'

export function LimitsPanel() {
  const stored = useLiveQuery(
    async () => ({
      hours: await setting(HOURS_SETTING),
      limits: await setting(LIMITS_SETTING),
      window: await setting(WINDOW_SETTING),
      history: await historyOfWorkRules(),
    }),
    [],
  )
  const [isReading, setReading] = useState(false)
  return stored === undefined ? null : <LimitsForm {...stored} isReading={isReading} onRead={setReading} />
}

function LimitsForm({ hours, limits, window, ...reading }: StoredRules & HistoryProps) {
  const { t } = useText()
  const rules = useRuleForm({ hours, limits, window })
  if (rules === null) return null
  return (
    <section className="card card-pad stack" id="limits">
      <div className="spread">
        <h2>{t.rulesTitle}</h2>
        <Link className="button" href="/print/workflow">
          {t.mapOpen}
        </Link>
      </div>
      <p className="small muted">{t.rulesWhy}</p>
      <DayRow rules={rules} />
      <StateRows rules={rules} />
      <WindowRow rules={rules} />
      <RuleFoot rules={rules} />
      <RuleHistory {...reading} />
    </section>
  )
}

interface Props {
  readonly rules: RuleForm
}

function DayRow({ rules }: Props) {
  const { t, language } = useText()
  const { day, readDay, calendar, type, typed } = rules
  const names = { start: t.dayStart, breakStart: t.dayBreakStart, breakEnd: t.dayBreakEnd, end: t.dayEnd }
  return (
    <fieldset className="limit-row">
      <legend>{t.dayTitle}</legend>
      {(['start', 'breakStart', 'breakEnd', 'end'] as const).map((part) => (
        <label key={part} className="field">
          <span className="field-label">{names[part]}</span>
          <input
            className="input"
            type="time"
            value={day[part]}
            aria-invalid={typeof readDay === 'string'}
            onChange={(event) => type({ day: { ...typed.day, [part]: event.target.value } })}
          />
        </label>
      ))}
      <p className="small muted limit-note">
        {typeof readDay === 'string' ? (
          <span className="field-problem">{t.dayRefusal(readDay)}</span>
        ) : (
          t.dayLength(formatFigure(Math.round(workingMinutesPerDay(calendar) / 6) / 10, language))
        )}
      </p>
    </fieldset>
  )
}

function StateRows({ rules }: Props) {
  const { t } = useText()
  const nameOf = useLimitName()
  const input = (key: LimitKey, label: string) => (
    <LimitInput
      key={key}
      label={label}
      name={nameOf(key)}
      typed={rules.limitOf(key)}
      isOwn={rules.isOwn(key)}
      mayBeEmpty={key.startsWith('HANDLING.P')}
      refusal={rules.wrongOf(key)}
      onChange={(next) => rules.type({ limits: { ...rules.typed.limits, [key]: next } })}
    />
  )
  return (
    <>
      {LIMITED_STATES.map((state) => {
        const paths = pathsThrough(state)
        return (
          <fieldset key={state} className="limit-row">
            <legend>{nameOf(state)}</legend>
            {paths.length === 0
              ? input(state, t.rulesAllPaths)
              : paths.map((path) => input(`${state}.${path}`, nameOf.path(path)))}
          </fieldset>
        )
      })}
      <fieldset className="limit-row">
        <legend>{t.rulesPriority}</legend>
        {PRIORITIES.map((priority) => input(`HANDLING.${priority}`, nameOf.priority(priority)))}
        <p className="small muted limit-note">{t.rulesPriorityWhy}</p>
      </fieldset>
    </>
  )
}

function WindowRow({ rules }: Props) {
  const { t } = useText()
  const { window, readWindow, type, typed } = rules
  return (
    <fieldset className="limit-row">
      <legend>{t.windowTitle}</legend>
      {(['days', 'km'] as const).map((part) => (
        <label key={part} className="field">
          <span className="field-label">{part === 'days' ? t.windowDays : t.windowKm}</span>
          <input
            className="input number"
            inputMode="numeric"
            aria-invalid={readWindow === `window-${part}`}
            value={window[part]}
            onChange={(event) => type({ window: { ...typed.window, [part]: event.target.value } })}
          />
        </label>
      ))}
      <p className="small muted limit-note">
        {typeof readWindow === 'string' ? (
          <span className="field-problem">{t.windowRefusal(readWindow)}</span>
        ) : (
          t.windowWhy
        )}
      </p>
    </fieldset>
  )
}

function RuleFoot({ rules }: Props) {
  const { t } = useText()
  const { refusal, resetRefusal, command, form } = rules
  const pending = command.isPending ? t.commandPending : undefined
  return (
    <>
      {rules.isOvertaken ? (
        <p className="note warn row" role="status">
          {t.rulesChangedMeanwhile}
          <button type="button" className="button" onClick={rules.startAnew}>
            {t.rulesTakeTheirs}
          </button>
        </p>
      ) : null}
      <label className="field">
        <span className="field-label">{t.rulesReason}</span>
        <input className="input" value={rules.why} onChange={(event) => rules.setWhy(event.target.value)} />
      </label>
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={refusal !== undefined || command.isPending}
          title={pending ?? refusal}
          onClick={() => void rules.save()}
        >
          {pending ?? t.save}
        </button>
        <button
          type="button"
          className="button"
          disabled={resetRefusal !== undefined || command.isPending}
          title={pending ?? resetRefusal}
          onClick={() => void rules.reset()}
        >
          {t.rulesReset}
        </button>
        {refusal === undefined ? null : (
          <span className={rules.isBad ? 'field-problem' : 'small muted'}>{refusal}</span>
        )}
        <DraftStatus draft={form.draft} />
      </div>
    </>
  )
}

/** How long a failure may stay in each state, by path and priority, and the working day it is counted in. */
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link } from 'wouter'
import { workingCalendar, workingMinutesPerDay, type WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { Json } from '../../domain/records/field'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { ROLES } from '../../domain/workflow/roles'
import { LIMIT_KEYS, LIMITED_STATES, pathsThrough, PRIORITIES, type LimitKey } from '../../domain/workflow/timeLimits'
import { LIMIT_UNITS, type Limit, type LimitUnit } from '../../domain/workflow/stateClock'
import {
  DEFAULT_DAY,
  HOURS_SETTING,
  hoursOf,
  limitsBetween,
  LIMITS_SETTING,
  limitsOf,
  mayChangeRules,
  ownOf,
  readDay,
  readLimit,
  readWindow,
  typedDay,
  typedWindow,
  typedYears,
  windowOf,
  WINDOW_SETTING,
  type LimitRefusal,
  type OwnLimits,
  type TypedDay,
  type TypedWindow,
} from '../../domain/workflow/workRules'
import { formatFigure, formatStamp } from '../../i18n/format'
import { useActor } from '../../panels/useActor'
import { useCodes } from '../../panels/useCodes'
import { useRole } from '../../panels/useRole'
import { setting } from '../../store/codeItems'
import { historyOfWorkRules, saveWorkRules, type RuleChange } from '../../store/workRules'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { useUnsaved } from '../../ui/unsavedInput'
import './limits.css'

interface Typed {
  readonly amount: string
  readonly unit: LimitUnit
}
type TypedLimits = Readonly<Partial<Record<LimitKey, Typed>>>

const asTyped = (limit: Limit | null | undefined): Typed =>
  limit === null || limit === undefined
    ? { amount: '', unit: 'days' }
    : { amount: String(limit.amount), unit: limit.unit }

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

interface FormProps extends HistoryProps {
  readonly hours: Json | undefined
  readonly limits: Json | undefined
  readonly window: Json | undefined
}

function LimitsForm({ hours, limits, window, ...reading }: FormProps) {
  const { t, language } = useText()
  const { actor } = useActor()
  const { role } = useRole()
  const toast = useToast()
  const nameOf = useLimitName()
  const [day, setDay] = useState<Partial<TypedDay>>({})
  const [typed, setTyped] = useState<TypedLimits>({})
  const [watched, setWatched] = useState<Partial<TypedWindow>>({})
  const [why, setWhy] = useState('')
  // The rules as they were when typing began: what is typed stays, and the form says so when they change meanwhile.
  const [typedOver, setTypedOver] = useState<string | null>(null)
  const rules = JSON.stringify([hours, limits, window])
  const type = (change: () => void): void => {
    change()
    setTypedOver((before) => before ?? rules)
  }
  const present = limitsOf(limits)
  const wholeDay: TypedDay = { ...typedDay(hoursOf(hours)), ...day }
  const readHours = readDay(wholeDay)
  const calendar: WorkingCalendar = workingCalendar([], typeof readHours === 'string' ? hoursOf(hours) : readHours)
  const readOf = (key: LimitKey): Limit | null | LimitRefusal => {
    const { amount, unit } = typed[key] ?? asTyped(present[key])
    return readLimit(key, amount, unit, calendar)
  }
  const wrong = LIMIT_KEYS.flatMap((key) => {
    const read = readOf(key)
    return typeof read === 'string' ? [{ key, says: t.limitRefusal(read) }] : []
  })
  const wanted = ownOf(
    Object.fromEntries(
      LIMIT_KEYS.flatMap((key) => {
        const read = readOf(key)
        return typeof read === 'string' ? [] : [[key, read]]
      }),
    ) as OwnLimits,
  )
  const wholeWindow: TypedWindow = { ...typedWindow(windowOf(window)), ...watched }
  const readWatched = readWindow(wholeWindow)
  const isWindowChanged = JSON.stringify(readWatched) !== JSON.stringify(windowOf(window))
  const isDayChanged = JSON.stringify(readHours) !== JSON.stringify(hoursOf(hours))
  const isChanged =
    isDayChanged || isWindowChanged || limitsBetween(limits, wanted as Json).length > 0 || wrong.length > 0
  useUnsaved(isChanged)
  const guard =
    actor === ''
      ? t.refusalName('nobody-named')
      : mayChangeRules(role)
        ? undefined
        : t.rulesRole(ROLES.filter(mayChangeRules).map(t.roleName).join(t.listComma))
  const bad =
    typeof readHours === 'string'
      ? t.dayRefusal(readHours)
      : typeof readWatched === 'string'
        ? t.windowRefusal(readWatched)
        : wrong[0] === undefined
          ? undefined
          : t.limitBad(nameOf(wrong[0].key), wrong[0].says)
  const reason = why.trim() === '' ? t.rulesReasonNeeded : undefined
  const refusal = guard ?? (isChanged ? (bad ?? reason) : t.editNothing)
  const isBuiltIn =
    JSON.stringify(windowOf(window)) === JSON.stringify(windowOf(undefined)) &&
    limitsBetween(undefined, limits).length === 0 &&
    JSON.stringify(hoursOf(hours)) === JSON.stringify(hoursOf(undefined))
  const resetRefusal = guard ?? (isBuiltIn ? t.rulesResetNothing : reason)
  const startAnew = (): void => {
    setDay({})
    setTyped({})
    setWatched({})
    setTypedOver(null)
  }
  const save = async (nextDay: Json, nextLimits: Json, nextWindow: Json): Promise<void> => {
    await saveWorkRules(
      { [HOURS_SETTING]: nextDay, [LIMITS_SETTING]: nextLimits, [WINDOW_SETTING]: nextWindow },
      { name: actor, role },
      why,
    )
    setWhy('')
    startAnew()
    toast(t.rulesSaved)
  }
  const dayToKeep = JSON.stringify(wholeDay) === JSON.stringify(DEFAULT_DAY) ? {} : wholeDay
  const windowToKeep = JSON.stringify(readWatched) === JSON.stringify(windowOf(undefined)) ? {} : readWatched
  const input = (key: LimitKey, label: string) => (
    <LimitInput
      key={key}
      label={label}
      name={nameOf(key)}
      typed={typed[key] ?? asTyped(present[key])}
      isOwn={limitsBetween(undefined, limits).some((own) => own.key === key)}
      mayBeEmpty={key.startsWith('HANDLING.P')}
      refusal={wrong.find((entry) => entry.key === key)?.says}
      onChange={(next) => type(() => setTyped({ ...typed, [key]: next }))}
    />
  )
  return (
    <section className="card card-pad stack" id="limits">
      <div className="spread">
        <h2>{t.rulesTitle}</h2>
        <Link className="button" href="/print/workflow">
          {t.mapOpen}
        </Link>
      </div>
      <p className="small muted">{t.rulesWhy}</p>
      <fieldset className="limit-row">
        <legend>{t.dayTitle}</legend>
        {(['start', 'breakStart', 'breakEnd', 'end'] as const).map((part) => (
          <label key={part} className="field">
            <span className="field-label">
              {{ start: t.dayStart, breakStart: t.dayBreakStart, breakEnd: t.dayBreakEnd, end: t.dayEnd }[part]}
            </span>
            <input
              className="input"
              type="time"
              value={wholeDay[part]}
              aria-invalid={typeof readHours === 'string'}
              onChange={(event) => type(() => setDay({ ...day, [part]: event.target.value }))}
            />
          </label>
        ))}
        <p className="small muted limit-note">
          {typeof readHours === 'string' ? (
            <span className="field-problem">{t.dayRefusal(readHours)}</span>
          ) : (
            t.dayLength(formatFigure(Math.round(workingMinutesPerDay(calendar) / 6) / 10, language))
          )}
        </p>
      </fieldset>
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
      <fieldset className="limit-row">
        <legend>{t.windowTitle}</legend>
        {(['days', 'km'] as const).map((part) => (
          <label key={part} className="field">
            <span className="field-label">{part === 'days' ? t.windowDays : t.windowKm}</span>
            <input
              className="input number"
              inputMode="numeric"
              aria-invalid={readWatched === `window-${part}`}
              value={wholeWindow[part]}
              onChange={(event) => type(() => setWatched({ ...watched, [part]: event.target.value }))}
            />
          </label>
        ))}
        <p className="small muted limit-note">
          {typeof readWatched === 'string' ? (
            <span className="field-problem">{t.windowRefusal(readWatched)}</span>
          ) : (
            t.windowWhy
          )}
        </p>
      </fieldset>
      {isChanged && typedOver !== null && typedOver !== rules ? (
        <p className="note warn row" role="status">
          {t.rulesChangedMeanwhile}
          <button type="button" className="button" onClick={startAnew}>
            {t.rulesTakeTheirs}
          </button>
        </p>
      ) : null}
      <label className="field">
        <span className="field-label">{t.rulesReason}</span>
        <input className="input" value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={refusal !== undefined}
          title={refusal}
          onClick={() => void save(dayToKeep as unknown as Json, wanted as Json, windowToKeep as unknown as Json)}
        >
          {t.save}
        </button>
        <button
          type="button"
          className="button"
          disabled={resetRefusal !== undefined}
          title={resetRefusal}
          onClick={() => void save({}, {}, {})}
        >
          {t.rulesReset}
        </button>
        {refusal === undefined ? null : (
          <span className={isChanged && guard === undefined && bad !== undefined ? 'field-problem' : 'small muted'}>
            {refusal}
          </span>
        )}
      </div>
      <RuleHistory {...reading} />
    </section>
  )
}

interface LimitInputProps {
  readonly label: string
  readonly name: string
  readonly typed: Typed
  readonly isOwn: boolean
  readonly mayBeEmpty: boolean
  readonly refusal: string | undefined
  readonly onChange: (typed: Typed) => void
}

function LimitInput({ label, name, typed, isOwn, mayBeEmpty, refusal, onChange }: LimitInputProps) {
  const { t } = useText()
  return (
    <div className="field">
      <span className="field-label">
        {label}
        {isOwn ? (
          <>
            {' '}
            <span className="chip">{t.rulesOwn}</span>
          </>
        ) : null}
      </span>
      <span className="limit-input">
        <input
          className="input number"
          inputMode="decimal"
          aria-label={name}
          aria-invalid={refusal !== undefined}
          placeholder={mayBeEmpty ? t.limitNone : undefined}
          value={typed.amount}
          onChange={(event) => onChange({ ...typed, amount: event.target.value })}
        />
        <select
          className="input"
          aria-label={t.limitUnitOf(name)}
          value={typed.unit}
          onChange={(event) =>
            onChange({ ...typed, unit: LIMIT_UNITS.find((unit) => unit === event.target.value) ?? typed.unit })
          }
        >
          {LIMIT_UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {t.limitUnit(unit)}
            </option>
          ))}
        </select>
      </span>
      {refusal === undefined ? null : <span className="field-problem">{refusal}</span>}
    </div>
  )
}

/** What a limit is the limit of, in words; `path` and `priority` name the parts. */
function useLimitName() {
  const { t, language } = useText()
  const { label } = useCodes()
  const path = (value: string): string =>
    FIELDS_OF_TABLE.failures['path']?.choices?.find((choice) => choice.value === value)?.[language] ?? value
  const priority = (value: string): string => label('CL-PRIO', value)
  const nameOf = (key: LimitKey): string => {
    const [state = '', part] = key.split('.')
    return [
      label('CL-STATE', state),
      ...(part === undefined ? [] : [part.startsWith('P') ? priority(part) : path(part)]),
    ].join(t.slash)
  }
  return Object.assign(nameOf, { path, priority })
}

interface HistoryProps {
  readonly history: readonly RuleChange[]
  readonly isReading: boolean
  readonly onRead: (isReading: boolean) => void
}

function RuleHistory({ history, isReading, onRead }: HistoryProps) {
  const { t, language } = useText()
  const nameOf = useLimitName()
  const limitText = (limit: Limit | null): string =>
    limit === null ? t.limitNone : t.limitText(formatFigure(limit.amount, language), limit.unit)
  const wordsOf = ({ name, before, after }: RuleChange['rules'][number]): readonly string[] => {
    if (name === LIMITS_SETTING)
      return limitsBetween(before, after).map((change) =>
        t.ruleChange(nameOf(change.key), limitText(change.before), limitText(change.after)),
      )
    if (name === HOURS_SETTING)
      return [[before, after].map((value) => t.dayText(typedDay(hoursOf(value))))].flatMap(([old = '', now = '']) =>
        old === now ? [] : [t.ruleChange(t.dayTitle, old, now)],
      )
    if (name === WINDOW_SETTING)
      return [
        [before, after].map((value) => {
          const { windowDays, kmPerTrain } = windowOf(value)
          return t.windowText(formatFigure(windowDays, language), formatFigure(kmPerTrain, language))
        }),
      ].flatMap(([old = '', now = '']) => (old === now ? [] : [t.ruleChange(t.windowTitle, old, now)]))
    const yearsOf = (value: Json | undefined): string =>
      typedYears(value)
        .map(({ year, off, worked }) => [year, off, worked].filter((part) => part !== '').join(' '))
        .join(t.semicolon)
    return [t.ruleChange(t.calendarTitle, yearsOf(before) || t.calendarBuiltIn, yearsOf(after) || t.calendarBuiltIn)]
  }
  return (
    <details className="limit-history" open={isReading} onToggle={(event) => onRead(event.currentTarget.open)}>
      <summary>
        {t.rulesHistory} {history.length === 0 ? '' : formatFigure(history.length, language)}
      </summary>
      {history.length === 0 ? (
        <p className="small muted">{t.rulesNoHistory}</p>
      ) : (
        <ol className="entry-list">
          {history.map(({ change, rules }) => (
            <li key={change.id} className="small">
              <strong>{change.actor === '' ? change.device : change.actor}</strong>{' '}
              <span className="muted">{formatStamp(change.at)}</span>
              {change.why === undefined ? null : `${t.colon}${change.why}`}
              <ul className="plain-list">
                {rules.flatMap(wordsOf).map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}

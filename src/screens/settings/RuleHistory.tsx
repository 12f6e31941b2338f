/** Every change of the working rules: who, when, why, and what was before. */
import { whoChanged } from '../../panels/whoChanged'
import type { Json } from '../../domain/records/field'
import type { Limit } from '../../domain/workflow/stateClock'
import {
  HOURS_SETTING,
  hoursOf,
  limitsBetween,
  LIMITS_SETTING,
  typedDay,
  typedYears,
  windowOf,
  WINDOW_SETTING,
} from '../../domain/workflow/workRules'
import { formatFigure, formatStamp } from '../../i18n/format'
import type { RuleChange } from '../../store/workRules'
import { useText } from '../../ui/LanguageContext'
import { useLimitName } from './useLimitName'

export interface HistoryProps {
  readonly history: readonly RuleChange[]
  readonly isReading: boolean
  readonly onRead: (isReading: boolean) => void
}

export function RuleHistory({ history, isReading, onRead }: HistoryProps) {
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
              <strong>{whoChanged(change, t)}</strong> <span className="muted">{formatStamp(change.at)}</span>
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

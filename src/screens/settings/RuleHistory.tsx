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

/** What a change of a rule says, rule by rule: before and after in words; nothing where both say the same. */
function useRuleWords(): (rule: RuleChange['rules'][number]) => readonly string[] {
  const { t, language } = useText()
  const nameOf = useLimitName()
  const figure = (value: number): string => formatFigure(value, language)
  const limitText = (limit: Limit | null): string =>
    limit === null ? t.limitNone : t.limitText(figure(limit.amount), limit.unit)
  const changed = (name: string, before: string, after: string): readonly string[] =>
    before === after ? [] : [t.ruleChange(name, before, after)]
  const hoursText = (value: Json | undefined): string => t.dayText(typedDay(hoursOf(value)))
  const windowText = (value: Json | undefined): string => {
    const { windowDays, kmPerTrain } = windowOf(value)
    return t.windowText(figure(windowDays), figure(kmPerTrain))
  }
  const yearsText = (value: Json | undefined): string =>
    typedYears(value)
      .map(({ year, off, worked }) => [year, off, worked].filter((part) => part !== '').join(' '))
      .join(t.semicolon) || t.calendarBuiltIn
  return ({ name, before, after }) => {
    if (name === LIMITS_SETTING)
      return limitsBetween(before, after).map((change) =>
        t.ruleChange(nameOf(change.key), limitText(change.before), limitText(change.after)),
      )
    if (name === HOURS_SETTING) return changed(t.dayTitle, hoursText(before), hoursText(after))
    if (name === WINDOW_SETTING) return changed(t.windowTitle, windowText(before), windowText(after))
    return [t.ruleChange(t.calendarTitle, yearsText(before), yearsText(after))]
  }
}

export function RuleHistory({ history, isReading, onRead }: HistoryProps) {
  const { t, language } = useText()
  const wordsOf = useRuleWords()
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

/** Which failures count, and at which part: period, vehicle types, depots, population. One line that every figure below obeys and names. */
import { dateOfDay } from '../domain/moment'
import { localMoment } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { useEngine } from './useEngine'
import { PartBasisChoice } from './PartBasisChoice'
import { PeriodDates } from './PeriodDates'
import { PopulationChoice } from './PopulationChoice'
import type { ScopeChange } from './useScope'
import type { Scope } from '../metrics/scope'
import './scopeBar.css'

/** The same day one year before, plus a day: a period of twelve months up to and including `day`. */
function yearBefore(day: string): string {
  const [year = '', month = '01', date = '01'] = day.slice(0, 10).split('-')
  const last = date === '29' && month === '02' ? '28' : date
  return `${Number(year) - 1}-${month}-${last}`
}

export function ScopeBar({ scope, change }: { readonly scope: Scope; readonly change: (change: ScopeChange) => void }) {
  const { t, language } = useText()
  const { answer: choices } = useEngine(`choices|${language}`, (engine) => engine.fleetChoices(language))
  const from = scope.from === undefined ? '' : dateOfDay(scope.from)
  const to = scope.to === undefined ? '' : dateOfDay(scope.to - 1)
  const today = localMoment().slice(0, 10)
  return (
    <div className="scope-bar no-print" role="group" aria-label={t.scopePeriodLabel}>
      <PeriodDates from={from} to={to} onChange={change} />
      <button
        type="button"
        className="button quiet"
        aria-pressed={from === '' && to === ''}
        onClick={() => change({ from: null, to: null })}
      >
        {t.scopeWholePeriod}
      </button>
      <button type="button" className="button quiet" onClick={() => change({ from: yearBefore(today), to: today })}>
        {t.scopeLast12}
      </button>
      <Choices
        label={t.scopeTypes}
        chosen={scope.vehicleTypes}
        options={(choices?.vehicleTypes ?? []).map((type) => ({ id: type, label: type }))}
        onChange={(types) => change({ types })}
      />
      <Choices
        label={t.scopeDepots}
        chosen={scope.depotIds}
        options={choices?.depots ?? []}
        onChange={(depots) => change({ depots })}
      />
      <PopulationChoice population={scope.population} onChange={(pop) => change({ pop })} />
      <PartBasisChoice basis={scope.partBasis} onChange={(part) => change({ part })} />
    </div>
  )
}

function Choices({
  label,
  chosen,
  options,
  onChange,
}: {
  readonly label: string
  readonly chosen: readonly string[]
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  const { t } = useText()
  if (options.length < 2) return null
  const words =
    chosen.length === 0
      ? t.all
      : options
          .filter((option) => chosen.includes(option.id))
          .map((option) => option.label)
          .join(t.listComma)
  return (
    <details className="choices-menu">
      <summary className="button">
        {label}
        {t.colon}
        {words}
      </summary>
      <div className="choices-list card">
        {options.map((option) => (
          <label key={option.id}>
            <input
              type="checkbox"
              checked={chosen.includes(option.id)}
              onChange={() =>
                onChange(
                  chosen.includes(option.id) ? chosen.filter((other) => other !== option.id) : [...chosen, option.id],
                )
              }
            />
            {option.label}
          </label>
        ))}
      </div>
    </details>
  )
}

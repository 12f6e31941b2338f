/** Open failures by state; the pieces of a bar are its age classes, and each says its number. */
import type { OnOpen } from '../../charts/openedMark'
import { formatCount } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import type { Report } from '../../metrics/reports/report'

const AGE_LOOKS = ['age-1', 'age-2', 'age-3', 'age-4'] as const

interface Props {
  readonly ageing: Report['ageing']
  readonly t: ReportWords
  readonly language: Language
  readonly onOpen: OnOpen
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0)

export function AgeingBars({ ageing, t, language, onOpen }: Props) {
  const most = Math.max(1, ...ageing.states.map(({ counts }) => sumOf(counts)))
  const ages = t.reportAges.split('|')
  const states = ageing.states.filter(({ counts }) => counts.some((n) => n > 0))
  return (
    <section className="card card-pad stack report-part">
      <div className="spread">
        <h3>{t.reportChartAgeing}</h3>
        {ageing.open.length === 0 ? null : (
          <button
            type="button"
            className="kpi-link no-print"
            onClick={() => onOpen({ label: t.reportSheet('open'), rows: ageing.open })}
          >
            {t.reportOpen} {formatCount(ageing.open.length, language)}
          </button>
        )}
      </div>
      {states.length === 0 ? (
        <p className="muted">{t.reportNone}</p>
      ) : (
        <>
          <ul className="ageing-legend">
            {ages.map((age, at) => (
              <li key={age}>
                <span className={`ageing-piece ${AGE_LOOKS[at] ?? ''}`} aria-hidden />
                {age}
              </li>
            ))}
          </ul>
          <ul className="ageing">
            {states.map(({ state, label, counts }) => (
              <Bar
                key={state}
                name={state === 'closed-since' ? t.reportOpenSince : label}
                counts={counts}
                most={most}
                ages={ages}
                language={language}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface BarProps {
  readonly name: string
  readonly counts: readonly number[]
  /** The longest bar. */
  readonly most: number
  readonly ages: readonly string[]
  readonly language: Language
}

function Bar({ name, counts, most, ages, language }: BarProps) {
  return (
    <li>
      <span>{name}</span>
      <span className="ageing-bar">
        {counts.map((n, at) =>
          n === 0 ? null : (
            <span
              key={ages[at]}
              className={`ageing-piece ${AGE_LOOKS[at] ?? ''}`}
              style={{ width: `${(n / most) * 100}%` }}
            >
              <span className="visually-hidden">{ages[at]}: </span>
              {formatCount(n, language)}
            </span>
          ),
        )}
      </span>
      <span className="number">{formatCount(sumOf(counts), language)}</span>
    </li>
  )
}

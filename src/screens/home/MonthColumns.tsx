/** Failures of thirteen months as columns, the running one hatched; each opens its failures. */
import { Link } from 'wouter'
import { formatCount } from '../../i18n/format'
import type { MonthFailures } from '../../metrics/homeFigures'
import { useText } from '../../ui/LanguageContext'
import { failuresAt } from './failuresAt'

export function MonthColumns({ months }: { readonly months: readonly MonthFailures[] }) {
  const { t, language } = useText()
  const most = Math.max(1, ...months.map(({ failures }) => failures))
  return (
    <figure className="month-columns">
      <figcaption className="small muted">
        {t.homeMonths}
        {t.semicolon}
        {t.homeMonthsWhy}
      </figcaption>
      <ol>
        {months.map(({ month, failures, from, to }, at) => {
          const count = formatCount(failures, language)
          const isRunning = at === months.length - 1
          const words = isRunning ? t.homeMonthRunning(month, count) : t.homeMonth(month, count)
          return (
            <li key={month}>
              <Link href={failuresAt({ field: 'occurredDay', op: 'between', from, to: to - 1 })} title={words}>
                <span className="visually-hidden">{words}</span>
                <span className="month-count">{count}</span>
                <span
                  className={isRunning ? 'month-bar running' : 'month-bar'}
                  style={{ height: `calc((100% - 48px) * ${failures / most})` }}
                  aria-hidden
                />
                <span className="month-name">
                  {month.slice(5)}
                  {month.endsWith('-01') || at === 0 ? <br /> : null}
                  {month.endsWith('-01') || at === 0 ? month.slice(0, 4) : null}
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
    </figure>
  )
}

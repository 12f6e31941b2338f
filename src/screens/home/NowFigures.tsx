/** This month in figures: failures, closed, open, late, the rate of a year; each a way to what it counts. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { dateOfDay, dayNumber } from '../../domain/moment'
import { LIMITED_STATES } from '../../domain/workflow/timeLimits'
import { formatCount, formatFigure, formatShare, localMoment } from '../../i18n/format'
import type { HomeFigures } from '../../metrics/homeFigures'
import { useEngine } from '../../panels/useEngine'
import { usePerson } from '../../panels/usePerson'
import { inMillions, perMillion } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'
import { failuresAt } from './failuresAt'
import { MonthColumns } from './MonthColumns'
import './nowFigures.css'

export function NowFigures() {
  const { t } = useText()
  const today = dayNumber(localMoment())
  const { answer: figures } = useEngine(`home|${today}`, (engine) => engine.home(today))
  if (figures === null) return <div className="skeleton" style={{ height: 190 }} />
  return (
    <section className="card card-pad now" aria-label={t.homeNow}>
      <dl className="now-figures">
        <ThisMonth figures={figures} today={today} />
        <Waiting />
        <Year year={figures.year} />
      </dl>
      <MonthColumns months={figures.months} />
    </section>
  )
}

interface FigureProps {
  readonly name: string
  readonly note: string
  readonly children: ReactNode
}

function Figure({ name, note, children }: FigureProps) {
  return (
    <div className="now-figure">
      <dt>{name}</dt>
      <dd>{children}</dd>
      <dd className="small muted">{note}</dd>
    </div>
  )
}

function ThisMonth({ figures, today }: { readonly figures: HomeFigures; readonly today: number }) {
  const { t, language } = useText()
  const month = figures.months.at(-1)
  if (month === undefined) return null
  const count = (value: number): string => formatCount(value, language)
  const ofMonth = failuresAt({ field: 'occurredDay', op: 'between', from: month.from, to: today })
  const open = failuresAt({ field: 'state', op: 'is', values: LIMITED_STATES })
  return (
    <>
      <Figure
        name={`${t.homeNow} · ${t.homeFailures}`}
        note={t.homeFailuresBefore(count(figures.sameDaysBefore), dateOfDay(today).slice(8))}
      >
        <Link href={ofMonth}>{count(month.failures)}</Link>
      </Figure>
      <Figure name={t.homeOpen} note={`${t.homeClosed} ${count(figures.closedThisMonth)}`}>
        <Link href={open}>{count(figures.open)}</Link>
      </Figure>
    </>
  )
}

/** What is late, and what waits for the person at this device. */
function Waiting() {
  const { t, language } = useText()
  const person = usePerson()
  const { answer: work } = useEngine(`open-work|${person.role}|${person.name}`, (engine) =>
    engine.openWork(person, localMoment().slice(0, 16)),
  )
  const count = (value: number | undefined): string => (value === undefined ? '…' : formatCount(value, language))
  return (
    <>
      <Figure name={t.homeLate} note={work === null ? '' : t.homeLateMine(count(work.late.count))}>
        <Link href="/work?view=workBoard">{count(work?.lateOfAll)}</Link>
      </Figure>
      <Figure name={t.homeMine} note={t.homeMineOf(t.roleName(person.role))}>
        <Link href="/work">{count(work?.mine.count)}</Link>
      </Figure>
    </>
  )
}

function Year({ year: { from, to, failures, trainKm, coverage, mtbf } }: Pick<HomeFigures, 'year'>) {
  const { t, language } = useText()
  const rate = (value: number): string => formatFigure(perMillion(value), language)
  if (mtbf.status !== 'estimated')
    return (
      <Figure name={t.homeYear} note={t.homeYearNone}>
        —
      </Figure>
    )
  const of = t.homeYearOf(
    formatCount(failures, language),
    formatFigure(inMillions(trainKm), language),
    coverage === null ? '—' : formatShare(coverage, language),
  )
  return (
    <Figure
      name={t.homeYear}
      note={`${t.homeYearBounds(rate(mtbf.rateLower ?? 0), rate(mtbf.rateUpper))}${t.semicolon}${of}`}
    >
      <Link href={`/products?view=all&from=${dateOfDay(from)}&to=${dateOfDay(to - 1)}`}>{rate(mtbf.rate)}</Link>{' '}
      <span className="now-unit">{t.homeYearUnit}</span>
    </Figure>
  )
}

/** This month in large figures: failures, closed, open, late, and the rate of a year with its bounds and counts. */
import type { ReactNode } from 'react'
import { dayNumber } from '../../domain/moment'
import { formatCount, formatFigure, localMoment } from '../../i18n/format'
import { usePerson } from '../../panels/usePerson'
import { inMillions, perMillion } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'
import type { OnPageState } from './BigScreen'
import { useFresh } from './useFresh'

export function MonthPage({ onState }: { readonly onState: OnPageState }) {
  const { t, language } = useText()
  const person = usePerson()
  const answer = useFresh(
    'kiosk-month',
    async (engine) => {
      const now = localMoment()
      const [figures, work] = await Promise.all([
        engine.home(dayNumber(now)),
        engine.openWork(person, now.slice(0, 16)),
      ])
      return { figures, late: work.lateOfAll }
    },
    onState,
  )
  if (answer === null) return null
  const { figures, late } = answer
  const count = (value: number): string => formatCount(value, language)
  const { mtbf, failures, trainKm } = figures.year
  const rate = (value: number): string => formatFigure(perMillion(value), language)
  return (
    <dl className="kiosk-tiles">
      <Tile name={t.kioskFailures} note={t.kioskSameDays(count(figures.sameDaysBefore))}>
        {count(figures.months.at(-1)?.failures ?? 0)}
      </Tile>
      <Tile name={t.kioskClosed}>{count(figures.closedThisMonth)}</Tile>
      <Tile name={t.kioskOpen}>{count(figures.open)}</Tile>
      <Tile name={t.kioskLate} isAlarm={late > 0}>
        {count(late)}
      </Tile>
      <Tile
        name={`${t.kioskYear} · ${t.kioskYearUnit}`}
        isWide
        note={
          mtbf.status === 'estimated'
            ? [
                t.kioskBounds(rate(mtbf.rateLower ?? 0), rate(mtbf.rateUpper)),
                t.kioskOver(count(failures), formatFigure(inMillions(trainKm), language)),
              ].join(' · ')
            : t.homeYearNone
        }
      >
        {mtbf.status === 'estimated' ? rate(mtbf.rate) : '—'}
      </Tile>
    </dl>
  )
}

interface TileProps {
  readonly name: string
  readonly note?: string
  readonly isAlarm?: boolean
  readonly isWide?: boolean
  readonly children: ReactNode
}

function Tile({ name, note, isAlarm = false, isWide = false, children }: TileProps) {
  return (
    <div className={isWide ? 'kiosk-tile is-wide' : 'kiosk-tile'}>
      <dt>{name}</dt>
      <dd className={isAlarm ? 'kiosk-number kiosk-alarm' : 'kiosk-number'}>
        {isAlarm ? <span aria-hidden>▲ </span> : null}
        {children}
      </dd>
      {note === undefined ? null : <dd>{note}</dd>}
    </div>
  )
}

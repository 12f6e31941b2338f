/** The rate of each month, and the two levels of a change that is more than luck. */
import { formatCount, formatFigure } from '../i18n/format'
import type { RateChange } from '../metrics/rateChange'
import { inMillions } from '../reliability/perMillion'
import { useText } from '../ui/LanguageContext'
import { ChartLegend } from './ChartLegend'
import type { OnOpen } from './openedMark'
import { linearAxis } from './scales'
import { XyChart, type XyMark } from './XyChart'

interface Props {
  readonly label: string
  readonly change: RateChange
  readonly onOpen: OnOpen
}

interface Mark extends XyMark {
  readonly month: string
}

const [BEFORE, AFTER] = ['var(--series-1)', 'var(--series-2)']
const MOST_TICKS = 8

export function RateChangeChart({ label, change: { months, found, isClaimed }, onOpen }: Props) {
  const { t, language } = useText()
  if (found.status !== 'estimated') return null
  const marks = months.map(({ month, rows, exposureKm }, at): Mark => ({
    month,
    rows,
    x: at + 0.5,
    y: rows.length / inMillions(exposureKm),
  }))
  const figure = (value: number): string => formatFigure(value, language)
  const split = found.lastBefore + 1
  const level = (key: string, colour: string, from: number, to: number, y: number) => ({
    key,
    colour,
    places: [
      [from, y],
      [to, y],
    ] as const,
  })
  return (
    <>
      <XyChart
        label={label}
        x={{
          title: t.changeMonth,
          from: 0,
          to: months.length,
          ticks: (room) => {
            const each = Math.max(1, Math.ceil(months.length / Math.min(room, MOST_TICKS)))
            return months.flatMap(({ month }, at) => (at % each === 0 ? [{ at: at + 0.5, text: month }] : []))
          },
        }}
        y={linearAxis(t.changeRateAxis, Math.max(...marks.map(({ y }) => y)), figure)}
        bands={[]}
        lines={
          isClaimed
            ? [
                level('before', BEFORE, 0, split, found.rateBefore),
                level('after', AFTER, split, months.length, found.rateAfter),
              ]
            : []
        }
        marks={marks}
        dotColour="var(--text-2)"
        describe={(members) => {
          const [first, last] = [members[0], members.at(-1)]
          const span = first?.month === last?.month ? (last?.month ?? '') : `${first?.month} – ${last?.month}`
          return {
            key: `${last?.month}`,
            name: span,
            label: t.changeMark(span, figure(last?.y ?? 0)),
            tip: [
              t.chartOfThese(
                formatCount(
                  members.reduce((sum, { rows }) => sum + rows.length, 0),
                  language,
                ),
              ),
            ],
          }
        }}
        onOpen={onOpen}
      />
      <ChartLegend
        items={[
          { shape: 'dot', colour: 'var(--text-2)', text: t.changePoints },
          ...(isClaimed
            ? [
                { shape: 'line' as const, colour: BEFORE, text: t.changeBeforeLegend },
                { shape: 'line' as const, colour: AFTER, text: t.changeAfterLegend },
              ]
            : []),
        ]}
      />
    </>
  )
}

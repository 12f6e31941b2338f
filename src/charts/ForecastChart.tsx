/** How counts will add up over the months to come: what is expected, and between what the count will lie. */
import { formatFigure } from '../i18n/format'
import type { ForecastPoint } from '../metrics/plan/countForecast'
import { useText } from '../ui/LanguageContext'
import { wholeTicks } from './axisTicks'
import { ChartLegend } from './ChartLegend'
import { linearAxis } from './scales'
import { XyChart, type XyAxis } from './XyChart'

interface Props {
  readonly label: string
  readonly points: readonly ForecastPoint[]
  /** What counts are of. */
  readonly axis: string
  readonly bandLegend: string
}

const COLOUR = 'var(--series-1)'
const MOST_TICKS = 12

/** It ends with the last month. */
const monthsAxis = (title: string, most: number, word: (value: number) => string): XyAxis => ({
  title,
  from: 0,
  to: most,
  ticks: (room) => wholeTicks(most, Math.min(MOST_TICKS, room)).map((at) => ({ at, text: word(at) })),
})

export function ForecastChart({ label, points, axis, bandLegend }: Props) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  const drawn = [{ months: 0, expected: 0, lower: 0, upper: 0 }, ...points]
  return (
    <>
      <XyChart
        label={label}
        x={monthsAxis(t.forecastMonthsAxis, points.at(-1)?.months ?? 1, figure)}
        y={linearAxis(axis, Math.max(1, ...points.map(({ upper }) => upper)), figure)}
        bands={[
          { key: 'seen', colour: COLOUR, places: drawn.map(({ months, lower, upper }) => [months, lower, upper]) },
        ]}
        lines={[
          { key: 'expected', colour: COLOUR, places: drawn.map(({ months, expected }) => [months, expected] as const) },
        ]}
        marks={[]}
        dotColour={COLOUR}
        describe={() => ({ key: '', name: '', label: '', tip: [] })}
        onOpen={() => undefined}
      />
      <ChartLegend
        items={[
          { shape: 'line', colour: COLOUR, text: t.forecastExpectedLegend },
          { shape: 'pale-bar', colour: COLOUR, text: bandLegend },
        ]}
      />
    </>
  )
}

/** How failures add up over the distance run, beside the straight line of a rate that never changed. */
import { useMemo } from 'react'
import { formatCount, formatFigure } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { ChartLegend } from './ChartLegend'
import { ChartStage } from './ChartStage'
import { CumulativeDrawing, type CumulativeData } from './CumulativeDrawing'
import { COLOUR, KM_PER_UNIT } from './DayMarks'
import type { OnOpen } from './openedMark'
import { thinPoints } from './thinPoints'

interface Props extends CumulativeData {
  readonly label: string
  readonly onOpen: OnOpen
}

export function CumulativeChart({ label, days, exposureKm, change, onOpen }: Props) {
  const { t, language } = useText()
  const isByDate = !(exposureKm > 0)
  const total = days.at(-1)?.failures ?? 0
  const drawn = useMemo(() => thinPoints(days, 1000), [days])
  if (total === 0) return null
  const count = (value: number): string => formatCount(value, language)
  const straight =
    change !== undefined
      ? t.chartRateEitherSide
      : isByDate
        ? t.chartConstantRateByDate
        : t.chartConstantRate(formatFigure(total / (exposureKm / KM_PER_UNIT), language))
  return (
    <>
      <ChartStage label={label}>
        {(width, host) => (
          <CumulativeDrawing
            days={days}
            drawn={drawn}
            exposureKm={exposureKm}
            change={change}
            width={width}
            host={host}
            onOpen={onOpen}
          />
        )}
      </ChartStage>
      <ChartLegend
        remarks={[
          ...(isByDate ? [t.chartNotNormalisedRemark] : []),
          ...(drawn.length < days.length ? [t.chartThinned(count(drawn.length), count(days.length))] : []),
        ]}
        items={[
          {
            shape: 'steps',
            colour: COLOUR,
            text: isByDate ? `${t.chartCumulativeSteps} · ${t.chartNotNormalised}` : t.chartCumulativeSteps,
          },
          {
            shape: 'dashes',
            colour: 'var(--text-3)',
            text: straight,
          },
        ]}
      />
    </>
  )
}

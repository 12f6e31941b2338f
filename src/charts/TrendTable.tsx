import { inMillions } from '../reliability/perMillion'
import { formatFigure } from '../i18n/format'
import type { TrendMonth } from '../metrics/nodeAnalysis'
import type { NotEstimable } from '../reliability/notEstimable'
import type { UChart } from '../reliability/uChart'
import { useText } from '../ui/LanguageContext'
import { MarkTable } from './MarkTable'
import type { OnOpen } from './openedMark'
import { verdictOf } from './trendMarks'

interface Props {
  readonly label: string
  readonly months: readonly TrendMonth[]
  readonly chart: UChart | NotEstimable<string>
  readonly onOpen: OnOpen
}

/** The months of a trend with their distance, rate and limits. */
export function TrendTable({ label, months, chart, onOpen }: Props) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  return (
    <MarkTable
      caption={label}
      nameHead={t.chartMonth}
      countHead={t.chartFailures}
      heads={[t.chartExposure, t.chartRate, t.chartLowerLimit, t.chartUpperLimit, t.chartVerdict]}
      rows={months.map(({ month, rows, exposureKm, isPartial }, at) => {
        const point = chart.status === 'estimated' ? chart.points[at] : undefined
        const cells =
          point?.status === 'estimated'
            ? [
                figure(inMillions(exposureKm)),
                figure(point.rate),
                figure(point.lower),
                figure(point.upper),
                verdictOf(point, t),
              ]
            : ['', '', '', '', t.chartNoExposure]
        return { key: month, name: isPartial ? `${month} · ${t.chartPartial}` : month, rows, cells }
      })}
      onOpen={onOpen}
    />
  )
}

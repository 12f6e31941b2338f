/** How many failures the months to come will bring, and how many spares cover them. */
import { ChartFrame } from '../../../charts/ChartFrame'
import { ForecastChart } from '../../../charts/ForecastChart'
import { PlanTable } from '../../../charts/PlanTable'
import { formatCount, formatFigure, formatShare } from '../../../i18n/format'
import type { ForecastPoint } from '../../../metrics/plan/countForecast'
import { inMillions } from '../../../reliability/perMillion'
import { REASONS } from '../../../reliability/reasons'
import { useText } from '../../../ui/LanguageContext'
import { constancyNotes } from './constancyNotes'
import { FillChoice, MonthsChoice } from './PlanControls'
import type { PlanShown } from './PlanTab'

export function PredictionFrame({ name, filter, plan, analysis, param, setParam }: PlanShown) {
  const { t, language } = useText()
  const { prediction: shown } = plan
  const figure = (value: number | null): string => (value === null ? '—' : formatFigure(value, language))
  const count = (value: number): string => formatCount(value, language)
  const share = (value: number): string => formatShare(value, language)
  return (
    <ChartFrame
      title={`${name} — ${t.planTopic('prediction')}`}
      subtitle={
        shown === null
          ? filter
          : [
              t.predictionSubtitle(count(shown.months), figure(inMillions(shown.horizonKm)), share(shown.confidence)),
              t.predictionFrom(count(shown.failures), figure(inMillions(shown.exposureKm))),
              filter,
            ].join(t.semicolon)
      }
      notes={shown === null ? [] : constancyNotes(analysis, t, language)}
      help="prediction"
      empty={shown === null ? REASONS['no-exposure'][language] : null}
      controls={
        <div className="row small life-controls">
          <MonthsChoice param={param} setParam={setParam} />
          <FillChoice param={param} setParam={setParam} />
        </div>
      }
      table={shown === null ? null : <CurveTable points={shown.curve} caption={t.planTopic('prediction')} />}
    >
      {shown === null ? null : (
        <>
          <p className="chart-verdict">
            {t.predictionVerdict(count(shown.seen.lower), count(shown.seen.upper), share(shown.confidence))}
          </p>
          <PlanTable
            caption={t.predictionFigures}
            heads={[t.figureName, t.figureValue, t.planLower, t.planUpper]}
            rows={[
              {
                key: 'seen',
                name: t.predictionSeen(share(shown.confidence)),
                cells: ['—', count(shown.seen.lower), count(shown.seen.upper)],
              },
              {
                key: 'expected',
                name: t.predictionExpectation(share(shown.confidence)),
                cells: [figure(shown.seen.expected), figure(shown.expectation[0]), figure(shown.expectation[1])],
              },
              {
                key: 'growth',
                name: t.predictionGrowth,
                cells:
                  shown.growth === null
                    ? ['—', '—', '—']
                    : [figure(shown.growth.expected), figure(shown.growth.lower), figure(shown.growth.upper)],
              },
              {
                key: 'spares',
                name: t.predictionSpares(share(shown.fill), share(shown.spares.probability)),
                cells: [count(shown.spares.spares), '—', '—'],
              },
            ]}
          />
          {shown.growth === null ? <p className="small muted">{t.predictionNoGrowth}</p> : null}
          <ForecastChart
            label={t.planTopic('prediction')}
            points={shown.curve}
            axis={t.forecastFailuresAxis}
            bandLegend={t.forecastBand(share(shown.confidence))}
          />
        </>
      )}
    </ChartFrame>
  )
}

interface CurveTableProps {
  readonly caption: string
  readonly points: readonly ForecastPoint[]
}

/** The curve as numbers. */
export function CurveTable({ caption, points }: CurveTableProps) {
  const { t, language } = useText()
  return (
    <PlanTable
      caption={caption}
      heads={[t.forecastMonthsAxis, t.forecastExpectedLegend, t.planLower, t.planUpper]}
      rows={points.map(({ months, expected, lower, upper }) => ({
        key: String(months),
        name: formatCount(months, language),
        cells: [formatFigure(expected, language), formatCount(lower, language), formatCount(upper, language)],
      }))}
    />
  )
}

/** An example of lives: the law on Weibull paper with its figures. */
import { ChartFrame } from '../../charts/ChartFrame'
import { FigureTable } from '../../charts/FigureTable'
import { LifeCalculator } from '../../charts/LifeCalculator'
import { lifeFigures } from '../../charts/lifeFigures'
import { LifeFitChoice } from '../../charts/LifeFitChoice'
import { MarkTable } from '../../charts/MarkTable'
import { WeibullPlot } from '../../charts/WeibullPlot'
import { formatCount, formatFigure, formatPercentile } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import type { ExampleAnalysis } from '../../metrics/exampleData'
import type { LifeQuestion } from '../../metrics/lifeQuestion'
import { REASONS } from '../../reliability/reasons'
import { useText } from '../../ui/LanguageContext'
import { NO_ROWS, nothing, type NamedExample } from './namedExample'

type Life = Extract<ExampleAnalysis, { readonly kind: 'lives' }>['analysis']

interface Props extends NamedExample, Pick<LifeQuestion, 'bounds' | 'beside'> {
  readonly life: Life
  readonly choose: (name: 'bounds' | 'beside', value: string) => void
}

/** What to beware of before the line is believed. */
function notesOn(life: Life, t: Messages, language: Language): readonly string[] {
  return [
    ...(life.beside !== null && 'reason' in life.beside
      ? [life.beside.reason === 'left-truncated' ? t.besideLeftTruncated : REASONS[life.beside.reason][language]]
      : []),
    ...(life.isFew ? [t.lifeFew(formatCount(life.failed, language))] : []),
    ...(life.isBent ? [t.lifeBent] : []),
  ]
}

export function ExampleLives({ title, unit, life, bounds, beside, choose }: Props) {
  const { t, language } = useText()
  const { word } = unit
  const count = (value: number): string => formatCount(value, language)
  return (
    <ChartFrame
      title={`${title} — ${t.chartWeibull}`}
      subtitle={t.lifeSubtitle(
        t.groupName('all'),
        count(life.failed),
        count(life.suspended),
        word,
        bounds === 'ratio' ? t.boundsRatio : t.boundsFisher,
      )}
      help="weibull"
      controls={
        <div className="row small life-controls">
          <LifeFitChoice bounds={bounds} beside={beside} choose={choose} />
        </div>
      }
      notes={notesOn(life, t, language)}
      table={
        <MarkTable
          caption={t.chartWeibull}
          nameHead={word}
          countHead={t.chartFailures}
          heads={[t.lifeFailedAxis]}
          onOpen={nothing}
          rows={life.points.map(({ age, failed }, at) => ({
            key: `${at}`,
            name: formatFigure(age, language),
            rows: NO_ROWS,
            count: 1,
            cells: [formatPercentile(failed, language)],
          }))}
        />
      }
    >
      <p className="chart-verdict">
        {life.verdict === 'early' ? t.lifeEarly : life.verdict === 'wear-out' ? t.lifeWearOut : t.lifeUndecided}
      </p>
      <WeibullPlot label={t.chartWeibull} analysis={life} rows={[]} unit={unit} onOpen={nothing} />
      {life.fit.status === 'fitted' ? <LifeCalculator law={life.fit.law} unit={unit} /> : null}
      <FigureTable caption={t.lifeFigures} figures={lifeFigures(life, unit, t, language)} />
    </ChartFrame>
  )
}

/** Lives on Weibull paper: points of failures, the line of greatest likelihood and its bounds. */
import { formatCount, formatFigure, formatPercentile } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { LifeAnalysis } from '../metrics/lifeAnalysis'
import { useText } from '../ui/LanguageContext'
import type { AxisUnit } from './axisUnit'
import { ChartLegend, DASH_DOTS, DASHES, type LegendItem } from './ChartLegend'
import type { OnOpen } from './openedMark'
import { logAxis, weibullAxis, weibullPlace } from './scales'
import { XyChart, type Place, type XyBand, type XyLine, type XyMark } from './XyChart'

interface Props {
  readonly label: string
  readonly analysis: LifeAnalysis
  /** Rows of the failures in the order of the points; empty where none of this program stand behind them. */
  readonly rows: readonly number[]
  readonly unit: AxisUnit
  readonly onOpen: OnOpen
}

interface Mark extends XyMark {
  readonly age: number
  readonly failed: number
}

const POINTS = 'var(--series-1)'
const LAW = 'var(--series-2)'
const BESIDE = 'var(--series-3)'

export function WeibullPlot({ label, analysis, rows, unit, onOpen }: Props) {
  const { t, language } = useText()
  const { points } = analysis
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const figure = (value: number): string => formatFigure(value, language)
  const share = (value: number): string => formatPercentile(value, language)
  const marks = points.map(({ age, failed }, at): Mark => ({
    age: age / unit.divisor,
    failed,
    x: Math.log(age / unit.divisor),
    y: weibullPlace(failed),
    rows: new Uint32Array(rows[at] === undefined ? [] : [rows[at]]),
  }))
  const curve = curveOf(analysis)
  return (
    <>
      <XyChart
        label={label}
        x={logAxis(
          unit.axis,
          (curve[0]?.age ?? first.age) / unit.divisor,
          (curve.at(-1)?.age ?? last.age) / unit.divisor,
          figure,
          1.02,
        )}
        y={weibullAxis(t.lifeFailedAxis, first.failed, last.failed, share)}
        bands={bandsOf(analysis, unit)}
        lines={linesOf(analysis, unit)}
        marks={marks}
        dotColour={POINTS}
        describe={(members) => {
          const [from, to] = [members[0], members.at(-1)]
          const age = `${figure(to?.age ?? 0)} ${unit.word}`
          return {
            key: `${to?.age}|${to?.failed}`,
            name: age,
            label: t.lifeMark(age, share(to?.failed ?? 0)),
            tip: [
              t.chartOfThese(formatCount(members.length, language)),
              ...(members.length > 1 ? [t.chartRange(figure(from?.age ?? 0), age)] : []),
            ],
          }
        }}
        onOpen={onOpen}
      />
      <ChartLegend items={legendOf(analysis, t, figure)} />
    </>
  )
}

const curveOf = ({ fit }: LifeAnalysis) => (fit.status === 'fitted' ? fit.curve : [])
const besideOf = ({ beside }: LifeAnalysis) => (beside !== null && 'curve' in beside ? beside : null)

const placeIn =
  ({ divisor }: AxisUnit) =>
  (age: number, share: number): Place => [Math.log(age / divisor), weibullPlace(share)]

/** The bounds as a band; bounds of the likelihood ratio are lines of their own. */
function bandsOf(analysis: LifeAnalysis, unit: AxisUnit): readonly XyBand[] {
  const curve = curveOf(analysis)
  if (curve.length === 0 || analysis.ratio !== null) return []
  const places = curve.map(
    ({ age, lower, upper }) => [Math.log(age / unit.divisor), weibullPlace(lower), weibullPlace(upper)] as const,
  )
  return [{ key: 'bounds', colour: LAW, places }]
}

function linesOf(analysis: LifeAnalysis, unit: AxisUnit): readonly XyLine[] {
  const place = placeIn(unit)
  const curve = curveOf(analysis)
  const beside = besideOf(analysis)
  const { ratio } = analysis
  return [
    ...(curve.length === 0
      ? []
      : [
          {
            key: 'law',
            colour: LAW,
            places: curve.map(({ age, failed }) => place(age, failed)),
            ...(analysis.isFew ? { dashes: DASHES } : {}),
          },
        ]),
    ...(ratio === null
      ? []
      : (['lower', 'upper'] as const).map((side) => ({
          key: side,
          colour: LAW,
          dashes: DASHES,
          places: ratio.percentiles
            .filter((percentile) => percentile[side] > 0 && percentile[side] < Infinity)
            .map((percentile) => place(percentile[side], percentile.share)),
        }))),
    ...(beside === null
      ? []
      : [
          {
            key: 'beside',
            colour: BESIDE,
            dashes: DASH_DOTS,
            places: beside.curve.map(({ age, failed }) => place(age, failed)),
          },
        ]),
  ]
}

function legendOf(analysis: LifeAnalysis, t: Messages, figure: (value: number) => string): readonly LegendItem[] {
  const { fit, ratio } = analysis
  const beside = besideOf(analysis)
  return [
    {
      shape: 'dot',
      colour: POINTS,
      text: analysis.positions === 'benard' ? t.lifePointsBenard : t.lifePointsLimit,
    },
    ...(fit.status === 'fitted'
      ? [
          {
            shape: analysis.isFew ? ('dashes' as const) : ('line' as const),
            colour: LAW,
            text: t.lifeLawLegend(figure(fit.beta)),
          },
          ratio === null
            ? { shape: 'pale-bar' as const, colour: LAW, text: t.lifeBandLegend }
            : { shape: 'dashes' as const, colour: LAW, text: t.ratioLegend },
        ]
      : []),
    ...(beside === null
      ? []
      : [{ shape: 'dash-dots' as const, colour: BESIDE, text: t.besideLegend(beside.kind, figure(beside.beta)) }]),
  ]
}

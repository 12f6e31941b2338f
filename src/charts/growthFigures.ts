/** The figures of a growth curve as lines of a table. */
import { formatFigure, formatP } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { Growth } from '../metrics/growth'
import { REASONS } from '../reliability/reasons'
import type { Figure } from './FigureTable'

/** @param unit what one of the axis is, and its word */
export function growthFigures(
  growth: Growth,
  unit: { readonly divisor: number; readonly word: string },
  t: Messages,
  language: Language,
): readonly Figure[] {
  const figure = (value: number | null): string => (value === null ? '—' : formatFigure(value, language))
  const inUnit = (value: number | null): string =>
    value === null ? '—' : `${formatFigure(value / unit.divisor, language)}`
  const { law, laplace, milHdbk189, fitTest, next } = growth
  return [
    ...(law.status === 'estimated'
      ? [
          {
            key: 'beta',
            name: t.figureBeta,
            value: figure(law.fit.beta),
            lower: figure(law.betaExact[0]),
            upper: figure(law.betaExact[1]),
            remark: t.figureExactBeta,
          },
          {
            key: 'now',
            name: `${t.figureInstantaneous}（${unit.word}）`,
            value: inUnit(law.fit.instantaneousMtbf),
            lower: inUnit(law.instantaneousMtbfCrow[0]),
            upper: inUnit(law.instantaneousMtbfCrow[1]),
            remark: t.figureCrow,
          },
          {
            key: 'mean',
            name: `${t.figureCumulative}（${unit.word}）`,
            value: inUnit(law.fit.cumulativeMtbf),
            lower: inUnit(law.cumulativeMtbfCrow[0]),
            upper: inUnit(law.cumulativeMtbfCrow[1]),
            remark: t.figureHpp,
          },
        ]
      : [{ key: 'beta', name: t.figureBeta, value: '—', remark: REASONS[law.reason][language] }]),
    fitTest.status === 'estimated'
      ? {
          key: 'fit',
          name: t.figureFitName,
          value: figure(fitTest.statistic),
          remark: t.figureCritical(figure(fitTest.critical)),
        }
      : { key: 'fit', name: t.figureFitName, value: '—', remark: REASONS[fitTest.reason][language] },
    milHdbk189.status === 'estimated'
      ? {
          key: 'mil',
          name: t.figureMil(figure(milHdbk189.degrees)),
          value: figure(milHdbk189.chiSquare),
          remark: t.figureP(formatP(milHdbk189.pTwoSided, language)),
        }
      : { key: 'mil', name: t.figureMil('—'), value: '—', remark: REASONS[milHdbk189.reason][language] },
    laplace.status === 'estimated'
      ? {
          key: 'laplace',
          name: t.figureLaplaceU,
          value: figure(laplace.u),
          remark: t.figureP(formatP(laplace.pTwoSided, language)),
        }
      : { key: 'laplace', name: t.figureLaplaceU, value: '—', remark: REASONS[laplace.reason][language] },
    ...(next === null
      ? []
      : isRefused(growth)
        ? [
            {
              key: 'next',
              name: t.figureNext(`${inUnit(next.exposure)} ${unit.word}`),
              value: '—',
              remark: t.growthNoForecast,
            },
          ]
        : [
            {
              key: 'next',
              name: t.figureNext(`${inUnit(next.exposure)} ${unit.word}`),
              value: figure(next.expected),
              lower: figure(next.lower),
              upper: figure(next.upper),
              remark: t.figureExpectation,
            },
          ]),
  ]
}

const isRefused = ({ fitTest }: Growth): boolean => fitTest.status === 'estimated' && fitTest.isRefused

const TREND_LEVEL = 0.1

/** Where the power law is refused its β says nothing; the Laplace test, which needs no such law, speaks instead. */
export function growthVerdict(growth: Growth, t: Messages): string {
  if (growth.verdict === null || !isRefused(growth)) return verdictOfShape(growth, t)
  const { laplace } = growth
  if (laplace.status !== 'estimated' || laplace.pTwoSided >= TREND_LEVEL) return t.growthNoTrendByTest
  return laplace.u < 0 ? t.growthImprovingByTest : t.growthDeterioratingByTest
}

const verdictOfShape = (growth: Growth, t: Messages): string =>
  growth.verdict === 'improving'
    ? t.growthImproving
    : growth.verdict === 'deteriorating'
      ? t.growthDeteriorating
      : growth.verdict === 'none'
        ? t.growthNone
        : t.growthTooFew

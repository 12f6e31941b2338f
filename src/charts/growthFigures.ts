/** The figures of a growth curve as lines of a table. */
import { formatFigure, formatP } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { Growth } from '../metrics/growth'
import { REASONS } from '../reliability/reasons'
import type { AxisUnit } from './axisUnit'
import type { Figure } from './FigureTable'

interface In {
  /** What one of the axis is, and its word. */
  readonly unit: Pick<AxisUnit, 'divisor' | 'word'>
  readonly t: Messages
  readonly language: Language
}

const figureIn =
  ({ language }: In) =>
  (value: number | null): string =>
    value === null ? '—' : formatFigure(value, language)
const exposureIn =
  ({ unit, language }: In) =>
  (value: number | null): string =>
    value === null ? '—' : formatFigure(value / unit.divisor, language)

export function growthFigures(growth: Growth, unit: In['unit'], t: Messages, language: Language): readonly Figure[] {
  const words = { unit, t, language }
  const { law } = growth
  return [
    ...(law.status === 'estimated'
      ? lawFigures(law, words)
      : [{ key: 'beta', name: t.figureBeta, value: '—', remark: REASONS[law.reason][language] }]),
    ...testFigures(growth, words),
    ...nextFigure(growth, words),
  ]
}

type EstimatedLaw = Extract<Growth['law'], { readonly status: 'estimated' }>

/** The power law: its shape, and the distance between failures now and over the whole period. */
function lawFigures(law: EstimatedLaw, words: In): readonly Figure[] {
  const { t, unit } = words
  const [figure, inUnit] = [figureIn(words), exposureIn(words)]
  return [
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
}

/** Whether the law fits, and whether there is a trend at all. */
function testFigures({ fitTest, milHdbk189, laplace }: Growth, words: In): readonly Figure[] {
  const { t, language } = words
  const figure = figureIn(words)
  return [
    fitTest.status === 'estimated'
      ? {
          key: 'fit',
          name: t.figureFitName,
          value: figure(fitTest.statistic),
          remark: t.figureCritical(figure(fitTest.critical)),
        }
      : { key: 'fit', name: t.figureFitName, value: '—', remark: REASONS[fitTest.reason][language] },
    milFigure(milHdbk189, words),
    laplaceFigure(laplace, t.figureLaplaceU, words),
  ]
}

type InWords = Pick<In, 't' | 'language'>

/** MIL-HDBK-189: is the time between failures the same all along? */
export function milFigure(test: Growth['milHdbk189'], { t, language }: InWords): Figure {
  return test.status === 'estimated'
    ? {
        key: 'mil',
        name: t.figureMil(formatFigure(test.degrees, language)),
        value: formatFigure(test.chiSquare, language),
        remark: t.figureP(formatP(test.pTwoSided, language)),
      }
    : { key: 'mil', name: t.figureMil('—'), value: '—', remark: REASONS[test.reason][language] }
}

/** Laplace: do failures lie towards the end or the beginning? The name says over what. */
export function laplaceFigure(test: Growth['laplace'], name: string, { t, language }: InWords): Figure {
  return test.status === 'estimated'
    ? {
        key: 'laplace',
        name,
        value: formatFigure(test.u, language),
        remark: t.figureP(formatP(test.pTwoSided, language)),
      }
    : { key: 'laplace', name, value: '—', remark: REASONS[test.reason][language] }
}

/** What is expected further on; nothing where the law does not fit. */
function nextFigure(growth: Growth, words: In): readonly Figure[] {
  const { next } = growth
  if (next === null) return []
  const { t, unit } = words
  const figure = figureIn(words)
  const named = { key: 'next', name: t.figureNext(`${exposureIn(words)(next.exposure)} ${unit.word}`) }
  if (isRefused(growth)) return [{ ...named, value: '—', remark: t.growthNoForecast }]
  return [
    {
      ...named,
      value: figure(next.expected),
      lower: figure(next.lower),
      upper: figure(next.upper),
      remark: t.figureExpectation,
    },
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

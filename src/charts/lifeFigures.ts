/** The figures of a set of lives as lines of a table. */
import { formatCount, formatFigure, formatPercentile } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { LifeAnalysis } from '../metrics/lifeAnalysis'
import type { NodeLife } from '../metrics/nodeLife'
import { percentileLife } from '../reliability/life/fittedLaw'
import { REASONS } from '../reliability/reasons'
import type { AxisUnit } from './axisUnit'
import type { Figure } from './FigureTable'

interface In {
  readonly unit: Pick<AxisUnit, 'divisor' | 'word'>
  readonly t: Messages
  readonly language: Language
}

const figureIn =
  ({ language }: In) =>
  (value: number): string =>
    formatFigure(value, language)
const lifeIn =
  ({ unit, language }: In) =>
  (value: number): string =>
    formatFigure(value / unit.divisor, language)
const unitIn =
  ({ unit }: In) =>
  (name: string): string =>
    `${name}（${unit.word}）`

export function lifeFigures(
  analysis: LifeAnalysis,
  unit: In['unit'],
  t: Messages,
  language: Language,
): readonly Figure[] {
  const words = { unit, t, language }
  const { fit } = analysis
  return [
    ...(fit.status === 'fitted'
      ? fitFigures(analysis, fit, words)
      : [{ key: 'beta', name: t.figureBeta, value: '—', remark: REASONS[fit.reason][language] }]),
    ...besideFigures(analysis, words),
    ...weibayesFigures(analysis, words),
    ...rankingFigures(analysis, words),
  ]
}

type Fitted = Extract<LifeAnalysis['fit'], { readonly status: 'fitted' }>

/** The law, the lives by which shares have failed, and their mean; beyond what was observed they are extrapolated. */
function fitFigures({ ratio, points }: LifeAnalysis, fit: Fitted, words: In): readonly Figure[] {
  const { t, language } = words
  const [figure, inUnit, withUnit] = [figureIn(words), lifeIn(words), unitIn(words)]
  const observed = points.at(-1)?.failed ?? 0
  const extrapolated = { remark: t.figureExtrapolated(formatPercentile(observed, language)) }
  const [beta, eta] = [ratio?.beta ?? fit.betaBounds, ratio?.eta ?? fit.etaBounds]
  return [
    { key: 'beta', name: t.figureBeta, value: figure(fit.beta), lower: figure(beta[0]), upper: figure(beta[1]) },
    {
      key: 'eta',
      name: withUnit(t.figureEta),
      value: inUnit(fit.eta),
      lower: inUnit(eta[0]),
      upper: inUnit(eta[1]),
    },
    ...(ratio === null
      ? fit.percentiles
      : ratio.percentiles.filter(({ share }) => fit.percentiles.some((own) => own.share === share))
    )
      .filter(({ share }) => share !== 0.632)
      .map(({ share, life, lower, upper }) => ({
        key: `b${share}`,
        name: withUnit(t.figureBp(String(Math.round(share * 100)))),
        value: inUnit(life),
        lower: inUnit(lower),
        upper: inUnit(upper),
        ...(share > observed ? extrapolated : {}),
      })),
    {
      key: 'mean',
      name: withUnit(t.figureMean),
      value: inUnit(fit.mean),
      ...(observed < 0.5 ? extrapolated : {}),
    },
  ]
}

const SUPERPOSED_SHARES = [0.1, 0.5] as const

/** The law of all parts together, where nobody knows which part of a train failed. */
export function superposedFigures(
  found: NonNullable<NodeLife['superposed']>,
  unit: In['unit'],
  t: Messages,
  language: Language,
): readonly Figure[] {
  const words = { unit, t, language }
  const [figure, inUnit, withUnit] = [figureIn(words), lifeIn(words), unitIn(words)]
  if (found.status !== 'fitted')
    return [
      {
        key: 'superposed',
        name: t.figureSuperposed(t.figureBeta),
        value: '—',
        remark: REASONS[found.reason][language],
      },
    ]
  const { beta, betaBounds, eta, etaBounds, mean, law, trains, failed } = found
  return [
    {
      key: 'superposed-beta',
      name: t.figureSuperposed(t.figureBeta),
      value: figure(beta),
      lower: figure(betaBounds[0]),
      upper: figure(betaBounds[1]),
      remark: t.figureSuperposedTrains(formatCount(trains, language), formatCount(failed, language)),
    },
    {
      key: 'superposed-eta',
      name: t.figureSuperposed(withUnit(t.figureEta)),
      value: inUnit(eta),
      lower: inUnit(etaBounds[0]),
      upper: inUnit(etaBounds[1]),
    },
    ...SUPERPOSED_SHARES.map((share) => {
      const { life, bounds } = percentileLife(law, share)
      return {
        key: `superposed-b${share}`,
        name: t.figureSuperposed(withUnit(t.figureBp(String(Math.round(share * 100))))),
        value: inUnit(life),
        lower: inUnit(bounds[0]),
        upper: inUnit(bounds[1]),
      }
    }),
    { key: 'superposed-mean', name: t.figureSuperposed(withUnit(t.figureMean)), value: inUnit(mean) },
  ]
}

/** The law drawn beside it. */
function besideFigures({ beside, ranking }: LifeAnalysis, words: In): readonly Figure[] {
  if (beside === null || !('curve' in beside)) return []
  const { t } = words
  const [figure, inUnit, withUnit] = [figureIn(words), lifeIn(words), unitIn(words)]
  const twoParameters = ranking.find(({ distribution }) => distribution === 'weibull')?.aicc
  return [
    {
      key: 'beside-beta',
      name: t.figureBeside(beside.kind, 'β'),
      value: figure(beside.beta),
      ...(beside.rSquared === null ? {} : { remark: t.figureRSquared(figure(beside.rSquared)) }),
    },
    { key: 'beside-eta', name: withUnit(t.figureBeside(beside.kind, 'η')), value: inUnit(beside.eta) },
    ...(beside.kind === 'threshold'
      ? [
          {
            key: 'beside-gamma',
            name: withUnit(t.figureBeside(beside.kind, 'γ')),
            value: inUnit(beside.gamma),
            ...(beside.aicc === null || twoParameters === undefined
              ? {}
              : { remark: t.figureThreshold(figure(beside.aicc - twoParameters)) }),
          },
        ]
      : []),
  ]
}

/** With few failures: the life at a shape that was assumed. */
function weibayesFigures({ weibayes, isFew }: LifeAnalysis, words: In): readonly Figure[] {
  if (weibayes === null || !isFew) return []
  const { t } = words
  const [figure, inUnit, withUnit] = [figureIn(words), lifeIn(words), unitIn(words)]
  return [
    {
      key: 'weibayes',
      name: withUnit(t.figureWeibayes(figure(weibayes.beta))),
      value: weibayes.eta === null ? '—' : inUnit(weibayes.eta),
      lower: inUnit(weibayes.etaLower),
      remark: t.figureWeibayesOnly,
    },
  ]
}

/** Which law fits best, and which of them cannot be told apart. */
function rankingFigures({ ranking }: LifeAnalysis, words: In): readonly Figure[] {
  const { t } = words
  const figure = figureIn(words)
  const best = ranking[0]?.aicc ?? 0
  return ranking.map(({ distribution, aicc, cannotBeToldApart }, at) => ({
    key: distribution,
    name: `${t.lawName(distribution)} · ${t.rankingAicc}`,
    value: figure(aicc - best),
    remark: cannotBeToldApart
      ? at === 0 && ranking[1]?.cannotBeToldApart !== true
        ? t.rankingBest
        : t.rankingSame
      : t.rankingWorse,
  }))
}

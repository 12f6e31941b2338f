/** The figures of a set of lives as lines of a table. */
import { formatFigure, formatPercentile } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { LifeAnalysis } from '../metrics/lifeAnalysis'
import { REASONS } from '../reliability/reasons'
import type { Figure } from './FigureTable'

export function lifeFigures(
  { fit, ratio, beside, weibayes, ranking, isFew, points }: LifeAnalysis,
  unit: { readonly divisor: number; readonly word: string },
  t: Messages,
  language: Language,
): readonly Figure[] {
  const figure = (value: number): string => formatFigure(value, language)
  const inUnit = (value: number): string => formatFigure(value / unit.divisor, language)
  const withUnit = (name: string): string => `${name}（${unit.word}）`
  const observed = points.at(-1)?.failed ?? 0
  const best = ranking[0]?.aicc ?? 0
  const [beta, eta] =
    fit.status !== 'fitted'
      ? ([
          [0, 0],
          [0, 0],
        ] as const)
      : [ratio?.beta ?? fit.betaBounds, ratio?.eta ?? fit.etaBounds]
  const twoParameters = ranking.find(({ distribution }) => distribution === 'weibull')?.aicc
  return [
    ...(fit.status === 'fitted'
      ? [
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
              ...(share > observed ? { remark: t.figureExtrapolated(formatPercentile(observed, language)) } : {}),
            })),
          {
            key: 'mean',
            name: withUnit(t.figureMean),
            value: inUnit(fit.mean),
            ...(observed < 0.5 ? { remark: t.figureExtrapolated(formatPercentile(observed, language)) } : {}),
          },
        ]
      : [{ key: 'beta', name: t.figureBeta, value: '—', remark: REASONS[fit.reason][language] }]),
    ...(beside === null || !('curve' in beside)
      ? []
      : [
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
        ]),
    ...(weibayes === null || !isFew
      ? []
      : [
          {
            key: 'weibayes',
            name: withUnit(t.figureWeibayes(figure(weibayes.beta))),
            value: weibayes.eta === null ? '—' : inUnit(weibayes.eta),
            lower: inUnit(weibayes.etaLower),
            remark: t.figureWeibayesOnly,
          },
        ]),
    ...ranking.map(({ distribution, aicc, cannotBeToldApart }, at) => ({
      key: distribution,
      name: `${t.lawName(distribution)} · ${t.rankingAicc}`,
      value: figure(aicc - best),
      remark: cannotBeToldApart
        ? at === 0 && ranking[1]?.cannotBeToldApart !== true
          ? t.rankingBest
          : t.rankingSame
        : t.rankingWorse,
    })),
  ]
}

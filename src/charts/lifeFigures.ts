/** The figures of a set of lives as lines of a table. */
import { formatFigure, formatPercentile } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { LifeAnalysis } from '../metrics/lifeAnalysis'
import { REASONS } from '../reliability/reasons'
import type { Figure } from './FigureTable'

export function lifeFigures({ fit, weibayes, ranking, isFew, points }: LifeAnalysis, unit: { readonly divisor: number; readonly word: string }, t: Messages, language: Language): readonly Figure[] {
  const figure = (value: number): string => formatFigure(value, language)
  const inUnit = (value: number): string => formatFigure(value / unit.divisor, language)
  const withUnit = (name: string): string => `${name}（${unit.word}）`
  const observed = points.at(-1)?.failed ?? 0
  const best = ranking[0]?.aicc ?? 0
  return [
    ...(fit.status === 'fitted'
      ? [
          { key: 'beta', name: t.figureBeta, value: figure(fit.beta), lower: figure(fit.betaBounds[0]), upper: figure(fit.betaBounds[1]) },
          { key: 'eta', name: withUnit(t.figureEta), value: inUnit(fit.eta), lower: inUnit(fit.etaBounds[0]), upper: inUnit(fit.etaBounds[1]) },
          ...fit.percentiles.filter(({ share }) => share !== 0.632).map(({ share, life, lower, upper }) => ({ key: `b${share}`, name: withUnit(t.figureBp(String(Math.round(share * 100)))), value: inUnit(life), lower: inUnit(lower), upper: inUnit(upper), ...(share > observed ? { remark: t.figureExtrapolated(formatPercentile(observed, language)) } : {}) })),
          { key: 'mean', name: withUnit(t.figureMean), value: inUnit(fit.mean), ...(observed < 0.5 ? { remark: t.figureExtrapolated(formatPercentile(observed, language)) } : {}) },
        ]
      : [{ key: 'beta', name: t.figureBeta, value: '—', remark: REASONS[fit.reason][language] }]),
    ...(weibayes === null || !isFew ? [] : [{ key: 'weibayes', name: withUnit(t.figureWeibayes(figure(weibayes.beta))), value: weibayes.eta === null ? '—' : inUnit(weibayes.eta), lower: inUnit(weibayes.etaLower), remark: t.figureWeibayesOnly }]),
    ...ranking.map(({ distribution, aicc, cannotBeToldApart }, at) => ({ key: distribution, name: `${t.lawName(distribution)} · ${t.rankingAicc}`, value: figure(aicc - best), remark: cannotBeToldApart ? (at === 0 && ranking[1]?.cannotBeToldApart !== true ? t.rankingBest : t.rankingSame) : t.rankingWorse })),
  ]
}

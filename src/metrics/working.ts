/**
 * How each figure of a node came about: what went in, the values between, the result, and on whose authority. The
 * same object is printed on the screen and into the workbook, so that nobody has to take a number on trust.
 */
import { HELP, type HelpTopic } from '../reliability/help'
import { PLAN_WORKING_NAMES } from './plan/planWorkingNames'
import { REASONS, type Reason } from '../reliability/reasons'
import { perMillion } from '../reliability/perMillion'
import { chiSquareQuantile } from '../reliability/special/chiSquareQuantile'
import type { NodeAnalysis } from './nodeAnalysis'
import { CONFIDENCE } from './nodeFigures'
import type { NodeGrowth, NodeLife } from './nodeLife'
import { FALSE_FINDINGS, type RateRanking } from './rateRanking'
import type { TrainScatter } from './trainScatter'

/** What a line is called. `symbol` is the letter in the formula. */
export interface WorkingLine {
  readonly name: WorkingName
  readonly symbol: string
  /** null where there is none; `why` then says so. */
  readonly value: number | string | null
  readonly unit: string
  readonly why?: Reason
}

export interface Working {
  readonly topic: HelpTopic
  readonly lines: readonly WorkingLine[]
  readonly source: string
}

/** Words of the lines; one without a translation does not compile. */
export const WORKING_NAMES = {
  counted: { zh: '计入的故障', en: 'Failures counted' },
  excluded: { zh: '未计入的故障', en: 'Failures not counted' },
  undated: { zh: '其中只知年份', en: 'Of these only the year is known' },
  trains: { zh: '列车', en: 'Trains' },
  trainKm: { zh: '列车公里', en: 'Train-kilometres' },
  perTrain: { zh: '每列数量', en: 'Quantity per train' },
  exposure: { zh: '部件里程', en: 'Part-kilometres' },
  coverage: { zh: '里程覆盖', en: 'Share of days with known distance' },
  confidence: { zh: '置信度', en: 'Confidence' },
  chiLow: { zh: 'χ² 下分位数', en: 'χ² lower quantile' },
  chiHigh: { zh: 'χ² 上分位数', en: 'χ² upper quantile' },
  point: { zh: '点估计', en: 'Point estimate' },
  lower: { zh: '下界', en: 'Lower bound' },
  upper: { zh: '上界', en: 'Upper bound' },
  scatterUnits: { zh: '比较散布的列车（组）', en: 'Trains (or groups) compared for scatter' },
  scatterSum: { zh: '皮尔逊 χ²', en: 'Pearson χ²' },
  scatterRatio: { zh: '方差 ÷ 均值', en: 'Variance ÷ mean' },
  robustLower: { zh: '故障率稳健下界', en: 'Rate, robust lower bound' },
  robustUpper: { zh: '故障率稳健上界', en: 'Rate, robust upper bound' },
  binomialTheta: { zh: '负二项 θ', en: 'Negative binomial θ' },
  binomialLower: { zh: '故障率下界（负二项）', en: 'Rate, lower bound (negative binomial)' },
  binomialUpper: { zh: '故障率上界（负二项）', en: 'Rate, upper bound (negative binomial)' },
  highestShrunk: { zh: '最高的收缩后故障率', en: 'Highest shrunken rate' },
  different: { zh: '与其余不同的组（校正后）', en: 'Groups that differ (adjusted)' },
  categories: { zh: '类别数', en: 'Categories' },
  vitalFew: { zh: '关键少数', en: 'Vital few' },
  months: { zh: '月数', en: 'Months' },
  center: { zh: '中心线', en: 'Centre line' },
  beyond: { zh: '超出控制限的月份', en: 'Months beyond the limits' },
  rated: { zh: '其中当天里程已知', en: 'Of these, on days with known distance' },
  laplaceByDate: { zh: '拉普拉斯 U（没有里程，按日期）', en: 'Laplace U (by date, no distance known)' },
  laplace: { zh: '拉普拉斯 U（按累计里程）', en: 'Laplace U (over cumulative distance)' },
  pValue: { zh: '双侧 p', en: 'p, two-sided' },
  comparable: { zh: '可比较的故障', en: 'Failures that can be compared' },
  repeats: { zh: '重复', en: 'Repeats' },
  share: { zh: '重复率', en: 'Repeat share' },
  repeatsExpected: { zh: '互不相干时按偶然的重复', en: 'Repeats expected of independent failures' },
  drawn: { zh: '参加计算的故障', en: 'Failures used' },
  run: { zh: '观察到的里程（天数）', en: 'Exposure watched (days where no distance)' },
  sumLogs: { zh: '对数比之和', en: 'Sum of log ratios' },
  beta: { zh: '形状', en: 'Shape' },
  betaLower: { zh: '形状下界', en: 'Shape, lower' },
  betaUpper: { zh: '形状上界', en: 'Shape, upper' },
  lambda: { zh: '尺度', en: 'Scale' },
  instantaneous: { zh: '瞬时 MTBF', en: 'Instantaneous MTBF' },
  fitTest: { zh: '拟合检验', en: 'Fit test' },
  critical: { zh: '5% 临界值', en: '5% critical value' },
  milHdbk: { zh: 'MIL-HDBK-189 χ²', en: 'MIL-HDBK-189 χ²' },
  failed: { zh: '失效', en: 'Failed' },
  suspended: { zh: '右截尾', en: 'Suspensions' },
  soundRemovals: { zh: '其中未失效换下（两组合计）', en: 'Of these removed without failure (both groups)' },
  assumedEnds: { zh: '说不清是哪一件的', en: 'Ends of unknown parts' },
  wholeTrains: { zh: '自投运起观察的列车', en: 'Trains watched since in service' },
  superposedFailed: { zh: '其中的失效', en: 'Failures on them' },
  leftTruncated: { zh: '左截断', en: 'Under watch late (left truncation)' },
  eta: { zh: '特征寿命', en: 'Characteristic life' },
  etaLower: { zh: '特征寿命下界', en: 'Characteristic life, lower' },
  etaUpper: { zh: '特征寿命上界', en: 'Characteristic life, upper' },
  logLikelihood: { zh: '对数似然', en: 'Log-likelihood' },
  modeShare: { zh: '到最大年龄因此失效的份额', en: 'Share failed in this kind by the greatest age' },
  combinedB10: { zh: '合成 B10', en: 'Combined B10' },
  groupFailures: { zh: '本组故障', en: 'Failures of the group' },
  groupExposure: { zh: '本组暴露量', en: 'Exposure of the group' },
  groupRate: { zh: '本组故障率', en: 'Rate of the group' },
  groupRatio: { zh: '与参照之比', en: 'Ratio to the reference' },
  ratioLower: { zh: '比值下界', en: 'Ratio, lower bound' },
  ratioUpper: { zh: '比值上界', en: 'Ratio, upper bound' },
  pAdjusted: { zh: '校正后 p', en: 'Adjusted p' },
  logRank: { zh: '对数秩检验', en: 'Log-rank test' },
  failedExpected: { zh: '寿命相同时应失效', en: 'Failures expected if all lived alike' },
  coefficients: { zh: '系数个数', en: 'Coefficients' },
  likelihoodRatio: { zh: '似然比', en: 'Likelihood ratio' },
  proportional: { zh: '比例性检验', en: 'Test of proportionality' },
  hazardRatio: { zh: '失效率之比（考克斯）', en: 'Ratio of failure rates (Cox)' },
  lifeRatio: { zh: '寿命之比（威布尔）', en: 'Ratio of lives (Weibull)' },
  units: { zh: '在观察的列车', en: 'Trains under observation' },
  mean: { zh: '到最大年龄的平均累积故障', en: 'Mean cumulative failures at the greatest age' },
  ...PLAN_WORKING_NAMES,
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>
export type WorkingName = keyof typeof WORKING_NAMES

export const workingWords = (name: WorkingName, language: 'zh' | 'en'): string => WORKING_NAMES[name][language]
export const reasonWords = (reason: Reason, language: 'zh' | 'en'): string => REASONS[reason][language]
export const formulaOf = (topic: HelpTopic, language: 'zh' | 'en'): string => HELP[topic][language].formula

export const workingLine = (
  name: WorkingName,
  symbol: string,
  value: number | string | null,
  unit = '',
  why?: Reason,
): WorkingLine => ({ name, symbol, value, unit, ...(why === undefined ? {} : { why }) })

const line = workingLine

const trendClock = (clock: NodeAnalysis['clock']): WorkingName => (clock === 'km' ? 'laplace' : 'laplaceByDate')

const workingOfTrend = ({ trend, laplace, clock }: NodeAnalysis): Working => ({
  topic: 'trend',
  source: 'Shewhart; exact limits: Przyborowski & Wilenski (1940). Laplace: Kvaløy & Lindqvist (1998), NIST 8.2.3.4',
  lines: [
    line('months', '', trend.months.length),
    ...(trend.chart.status === 'estimated'
      ? [
          line('center', 'ū', trend.chart.center, '/10⁶ km'),
          line(
            'beyond',
            '',
            trend.chart.points.filter((point) => point.status === 'estimated' && point.beyond !== null).length,
          ),
        ]
      : [line('center', 'ū', null, '', trend.chart.reason)]),
    ...(laplace.status === 'estimated'
      ? [
          line('drawn', 'n', laplace.used),
          line(trendClock(clock), 'U', laplace.u),
          line('pValue', 'p', laplace.pTwoSided),
        ]
      : [line(trendClock(clock), 'U', null, '', laplace.reason)]),
  ],
})

function workingOfRanking({ groups, isSpread }: RateRanking): Working {
  const [first] = groups
  return {
    topic: 'ranking',
    source: 'Gaver & O’Muircheartaigh (1987); Benjamini & Hochberg (1995)',
    lines: [
      line('categories', 'm', groups.length),
      ...(first === undefined || !isSpread
        ? []
        : [
            line('highestShrunk', '(θ + n) ÷ (T₀ + T)', perMillion(first.shrunk.rate), '/10⁶ km'),
            line('lower', '', perMillion(first.shrunk.lower), '/10⁶ km'),
            line('upper', '', perMillion(first.shrunk.upper), '/10⁶ km'),
          ]),
      line('different', 'p ≤ 0.1', groups.filter(({ adjustedP }) => adjustedP <= FALSE_FINDINGS).length),
    ],
  }
}

const workingOfScatter = (scatter: TrainScatter): Working => {
  const { units, chiSquare, degrees, p, ratio, lower, upper, negativeBinomial } = scatter
  const unit = '/10⁶ km'
  return {
    topic: 'scatter',
    source: 'McCullagh & Nelder (1989) ch. 6.2; White (1982); Cameron & Trivedi (2013) ch. 3.3',
    lines: [
      line('scatterUnits', 'm', units),
      line('scatterSum', `χ²(${degrees})`, chiSquare),
      line('pValue', 'p', p),
      line('scatterRatio', 'χ²/(m − 1)', ratio),
      line('robustLower', '', perMillion(lower), unit),
      line('robustUpper', '', perMillion(upper), unit),
      ...(negativeBinomial === null
        ? []
        : [
            line('binomialTheta', 'θ', negativeBinomial.theta),
            line('binomialLower', '', perMillion(negativeBinomial.lower), unit),
            line('binomialUpper', '', perMillion(negativeBinomial.upper), unit),
          ]),
    ],
  }
}

export function workingOfNode(analysis: NodeAnalysis): readonly Working[] {
  const { mtbf, exposure, recurrence, paretos } = analysis
  const n = analysis.rated.length
  const outside = (1 - CONFIDENCE) / 2
  const isTwoSided = mtbf.status === 'estimated' && mtbf.sided === 'two'
  const bars = paretos.symptomCode
  return [
    {
      topic: 'mtbf',
      source: 'NIST/SEMATECH e-Handbook 8.4.5.1; MIL-HDBK-338B 8.3.2.5.2',
      lines: [
        line('counted', '', analysis.counted.length),
        line('rated', 'n', n),
        line(
          'excluded',
          '',
          Object.values(analysis.excluded).reduce((sum, rows) => sum + (rows?.length ?? 0), 0),
        ),
        line('undated', '', analysis.undated),
        line('trains', '', exposure.trains),
        line('trainKm', '', exposure.trainKm, 'km'),
        line('perTrain', '', analysis.quantity),
        line('exposure', 'T', analysis.exposureKm, 'km'),
        line('coverage', '', exposure.coverage),
        line('confidence', '1 − α', CONFIDENCE),
        ...(mtbf.status !== 'estimated'
          ? [line('point', 'T/n', null, 'km', mtbf.reason)]
          : [
              line(
                'chiHigh',
                isTwoSided ? 'χ²(0.95; 2n+2)' : 'χ²(0.9; 2)',
                chiSquareQuantile(isTwoSided ? outside : 1 - CONFIDENCE, 2 * n + 2, 'upper'),
              ),
              ...(isTwoSided ? [line('chiLow', 'χ²(0.05; 2n)', chiSquareQuantile(outside, 2 * n))] : []),
              line('point', 'T/n', mtbf.mtbf, 'km', ...(mtbf.mtbf === null ? (['no-failures'] as const) : [])),
              line('lower', '2T/χ²', mtbf.lower, 'km'),
              line('upper', '2T/χ²', mtbf.upper, 'km', ...(mtbf.upper === null ? (['no-failures'] as const) : [])),
            ]),
      ],
    },
    ...(analysis.scatter === null ? [] : [workingOfScatter(analysis.scatter)]),
    workingOfRanking(analysis.rankings.trainId),
    {
      topic: 'pareto',
      source: 'Juran',
      lines: [
        line('counted', 'n', analysis.counted.length),
        line('categories', '', bars.length),
        line('vitalFew', '', bars.filter(({ vital }) => vital).length),
      ],
    },
    workingOfTrend(analysis),
    {
      topic: 'recurrence',
      source: 'same train and part, within the limits of the immediately preceding failure',
      lines:
        recurrence.status === 'estimated'
          ? [
              line('comparable', 'n', recurrence.comparable),
              line('repeats', 'r', recurrence.repeats.length),
              line('share', 'r/n', recurrence.share),
              ...(recurrence.byChance === null
                ? []
                : [
                    line('repeatsExpected', 'Σ (n − 1)(1 − (1 − w/L)ⁿ)', recurrence.byChance.expected),
                    line('pValue', 'p', recurrence.byChance.p),
                  ]),
            ]
          : [line('share', 'r/n', null, '', recurrence.reason)],
    },
  ]
}

export function workingOfGrowth(growth: NodeGrowth): Working {
  const { law, fitTest, milHdbk189, events, end } = growth
  const unit = growth.measure === 'km' ? 'km' : 'd'
  return {
    topic: 'growth',
    source: 'Crow (1975) TR-138, Crow (1982); MIL-HDBK-189 (1981) appendix C',
    lines: [
      line('drawn', 'n', events.length),
      line('run', 'T', end, unit),
      line(
        'sumLogs',
        'Σ ln(T/tᵢ)',
        events.reduce((sum, { exposure }) => sum + Math.log(end / exposure), 0),
      ),
      ...(law.status !== 'estimated'
        ? [line('beta', 'β', null, '', law.reason)]
        : [
            line('beta', 'β', law.fit.beta),
            line('betaLower', 'β·χ²(0.05; 2n)/2n', law.betaExact[0]),
            line('betaUpper', 'β·χ²(0.95; 2n)/2n', law.betaExact[1]),
            line('lambda', 'λ', law.fit.lambda, ''),
            line('instantaneous', 'T/(nβ)', law.fit.instantaneousMtbf, unit),
            line('lower', '', law.instantaneousMtbfCrow[0], unit),
            line('upper', '', law.instantaneousMtbfCrow[1], unit),
          ]),
      ...(fitTest.status === 'estimated'
        ? [line('fitTest', 'C²', fitTest.statistic), line('critical', '', fitTest.critical)]
        : [line('fitTest', 'C²', null, '', fitTest.reason)]),
      ...(milHdbk189.status === 'estimated'
        ? [line('milHdbk', '2Σ ln(T/tᵢ)', milHdbk189.chiSquare), line('pValue', 'p', milHdbk189.pTwoSided)]
        : []),
    ],
  }
}

/** Where lives are not identified: what the trains show together. */
function linesOfSuperposed(found: NonNullable<NodeLife['superposed']>, unit: string): readonly WorkingLine[] {
  if (found.status !== 'fitted') return [line('beta', 'β', null, '', found.reason)]
  const { beta, betaBounds, eta, etaBounds, logLikelihood, trains, failed } = found
  return [
    line('wholeTrains', '', trains),
    line('superposedFailed', '', failed),
    line('beta', 'β', beta),
    line('betaLower', '', betaBounds[0]),
    line('betaUpper', '', betaBounds[1]),
    line('eta', 'η', eta, unit),
    line('etaLower', '', etaBounds[0], unit),
    line('etaUpper', '', etaBounds[1], unit),
    line('logLikelihood', 'ln Σ L', logLikelihood),
  ]
}

export function workingOfLife({ analysis, lives, mcf, superposed }: NodeLife): readonly Working[] {
  const { fit } = analysis
  const unit = lives.measure === 'km' ? 'km' : 'd'
  const soundRemovals = Object.values(lives.removals).reduce((sum, { count }) => sum + count, 0)
  return [
    {
      topic: 'weibull',
      source:
        superposed === null
          ? 'Meeker & Escobar (1998) ch. 8 and 11.6; Lawless (2003) ch. 5.2'
          : 'Zhang, Tian, Escobar & Meeker (2017), Technometrics 59: superimposed renewal processes',
      lines: [
        line('failed', 'r', analysis.failed),
        line('suspended', '', analysis.suspended),
        line('soundRemovals', '', soundRemovals),
        line('leftTruncated', '', analysis.leftTruncated),
        ...(superposed !== null
          ? [line('assumedEnds', '', lives.assumed), ...linesOfSuperposed(superposed, unit)]
          : fit.status !== 'fitted'
            ? [line('beta', 'β', null, '', fit.reason)]
            : [
                line('beta', 'β', fit.beta),
                line('betaLower', '', fit.betaBounds[0]),
                line('betaUpper', '', fit.betaBounds[1]),
                line('eta', 'η', fit.eta, unit),
                line('etaLower', '', fit.etaBounds[0], unit),
                line('etaUpper', '', fit.etaBounds[1], unit),
                line('logLikelihood', 'ln L', fit.logLikelihood),
              ]),
      ],
    },
    {
      topic: 'mcf',
      source: 'Nelson (1988, 1995); Lawless & Nadeau (1995)',
      lines:
        mcf.status === 'estimated'
          ? [
              line('units', '', mcf.units),
              line('drawn', 'n', mcf.events),
              line('mean', 'MCF', mcf.points.at(-1)?.mean ?? null),
              line('lower', '', mcf.points.at(-1)?.lower ?? null),
              line('upper', '', mcf.points.at(-1)?.upper ?? null),
            ]
          : [line('mean', 'MCF', null, '', mcf.reason)],
    },
  ]
}

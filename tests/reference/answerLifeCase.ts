import { adjustedAndersonDarling } from '../../src/reliability/life/adjustedAndersonDarling'
import { exponentialFit } from '../../src/reliability/life/exponentialFit'
import { intervalWeibull } from '../../src/reliability/life/intervalWeibull'
import { kaplanMeier, type NullableInterval, type SurvivalStep } from '../../src/reliability/life/kaplanMeier'
import type { LifeData } from '../../src/reliability/life/lifeData'
import type { LifeDistribution } from '../../src/reliability/life/lifeFamily'
import { lifeFit, type LifeFit } from '../../src/reliability/life/lifeFit'
import { medianRanks } from '../../src/reliability/life/medianRanks'
import { rankedDistributions } from '../../src/reliability/life/rankedDistributions'
import { rankRegression } from '../../src/reliability/life/rankRegression'
import { weibayes } from '../../src/reliability/life/weibayes'
import { weibullFit } from '../../src/reliability/life/weibullFit'
import { weibullLikelihoodBounds } from '../../src/reliability/life/weibullLikelihoodBounds'
import { weibullWithThreshold } from '../../src/reliability/life/weibullWithThreshold'
import { mcfDifference, meanCumulativeFunction, type McfStep } from '../../src/reliability/meanCumulativeFunction'
import { mtbf } from '../../src/reliability/mtbf'

import { cumulativeIncidence } from '../../src/reliability/life/cumulativeIncidence'
import { coxRegression } from '../../src/reliability/life/coxRegression'
import { logRank } from '../../src/reliability/life/logRank'
import { weibullRegression } from '../../src/reliability/life/weibullRegression'

type Answer = Readonly<Record<string, unknown>>

type LifeCase = {
  failures: number[]
  censored?: number[]
  failure_weights?: number[]
  censored_weights?: number[]
  entries?: number[]
  confidence?: number
  p?: number
  mission?: number
  dist?: LifeDistribution
  ranks?: 'benard' | 'exact'
  direction?: 'RRX' | 'RRY'
  beta?: number
}

const livesOf = ({ failures, censored = [], failure_weights, censored_weights, entries }: LifeCase): LifeData => ({
  failures,
  suspensions: censored,
  ...(failure_weights === undefined ? {} : { failureCounts: failure_weights }),
  ...(censored_weights === undefined ? {} : { suspensionCounts: censored_weights }),
  ...(entries === undefined ? {} : { entries }),
})

const common = (fit: LifeFit): Answer => ({
  mu: fit.mu,
  sigma: fit.sigma,
  loglik: fit.logLikelihood,
  var_mu: fit.varianceMu,
  var_sigma: fit.varianceSigma,
  cov_mu_sigma: fit.covariance,
  n: fit.units,
  r: fit.failed,
  AIC: fit.criteria.aic,
  AICc: fit.criteria.aicc,
  BIC: fit.criteria.bic,
})

function answerWeibull(c: LifeCase): Answer {
  const lives = livesOf(c)
  const fit = weibullFit(lives, c.confidence ?? 0.95)
  if (fit.status === 'not-estimable') {
    const bound = mtbf({
      failures: 0,
      exposure: [...lives.suspensions].reduce((sum, age) => sum + age, 0),
      confidence: 0.95,
      sided: 'lower',
      termination: 'time',
    })
    return { status: fit.reason, exponential_mtbf_lower_95: bound.status === 'estimated' ? bound.lower : null }
  }
  const percentile = fit.life.percentileLife(c.p ?? 0.1)
  const mission = c.mission === undefined ? undefined : fit.life.reliabilityAt(c.mission)
  return {
    ...common(fit.life),
    eta: fit.eta,
    beta: fit.beta,
    var_eta: fit.varianceEta,
    var_beta: fit.varianceBeta,
    cov_eta_beta: fit.covarianceEtaBeta,
    eta_ci: fit.etaBounds,
    beta_ci: fit.betaBounds,
    Bp: percentile.life,
    Bp_ci: percentile.bounds,
    mean: fit.mean,
    R_mission: mission?.reliability,
    R_mission_ci: mission?.bounds,
  }
}

function answerFamily(distribution: LifeDistribution) {
  return (c: LifeCase): Answer => {
    const fit = lifeFit(livesOf(c), distribution, c.confidence ?? 0.95)
    if (fit.status === 'not-estimable')
      return { status: fit.reason === 'shape-unbounded' ? 'not-estimable' : fit.reason }
    const percentile = fit.percentileLife(c.p ?? 0.1)
    return {
      ...common(fit),
      mu_ci: fit.muBounds,
      sigma_ci: fit.sigmaBounds,
      Bp: percentile.life,
      Bp_ci: percentile.bounds,
      median: fit.percentileLife(0.5).life,
      mean: Math.exp(fit.mu + fit.sigma ** 2 / 2),
      alpha: Math.exp(fit.mu),
      beta: 1 / fit.sigma,
    }
  }
}

const column = (steps: readonly SurvivalStep[], kind: 'plain' | 'log' | 'logLog', side: 0 | 1): (number | null)[] =>
  steps.map((step) => (step[kind] satisfies NullableInterval)[side])
const edge = (steps: readonly McfStep[], kind: 'bounds' | 'logBounds', side: 0 | 1): (number | null)[] =>
  steps.map((step) => step[kind]?.[side] ?? null)
const systemsOf = (systems: { events: number[]; T: number }[]) => systems.map(({ events, T }) => ({ events, end: T }))

type CausesCase = {
  time: number[]
  failed: number[]
  entry?: number[]
  covariates: Record<string, number[]>
  cluster?: number[]
}
const episodesOf = ({ time, failed, entry, covariates }: CausesCase) =>
  time.map((exit, at) => ({
    entry: entry?.[at] ?? 0,
    exit,
    failed: failed[at] === 1,
    causes: Object.values(covariates).map((values) => values[at] ?? 0),
  }))
const byCause = ({ covariates }: CausesCase, values: readonly number[]) =>
  Object.fromEntries(Object.keys(covariates).map((name, at) => [name, values[at]]))

const methods: Readonly<Record<string, (inputs: never) => Answer>> = {
  'life.weibull2.mle': answerWeibull,
  'life.weibull2.lrci': (c: LifeCase) => {
    const answer = weibullLikelihoodBounds(livesOf(c), c.confidence ?? 0.95)
    if (answer.status === 'not-estimable') return { status: answer.reason }
    const { life, bounds } = answer.percentile(c.p ?? 0.1)
    return {
      eta: answer.fit.eta,
      beta: answer.fit.beta,
      loglik: answer.fit.life.logLikelihood,
      beta_ci: answer.beta,
      eta_ci: answer.eta,
      Bp: life,
      Bp_ci: bounds,
    }
  },
  'life.lognormal.mle': answerFamily('lognormal'),
  'life.loglogistic.mle': answerFamily('loglogistic'),
  'life.normal.mle': answerFamily('normal'),
  'life.exponential.mle': (c: LifeCase) => {
    const fit = exponentialFit(livesOf(c), c.confidence ?? 0.95)
    if (fit.status === 'not-estimable') return { status: fit.reason }
    return {
      theta: fit.theta,
      lambda: 1 / fit.theta,
      loglik: fit.logLikelihood,
      total_time: fit.totalTime,
      n: fit.units,
      r: fit.failed,
      theta_ci_log: fit.thetaBoundsFisher,
      theta_ci_time: fit.thetaBoundsExact,
      AIC: fit.criteria.aic,
      AICc: fit.criteria.aicc,
      BIC: fit.criteria.bic,
    }
  },
  'life.weibull3.mle': (c: LifeCase) => {
    const fit = weibullWithThreshold(livesOf(c))
    if (fit.status === 'not-estimable') return { status: fit.reason }
    return {
      eta: fit.eta,
      beta: fit.beta,
      gamma: fit.gamma,
      loglik: fit.logLikelihood,
      AIC: fit.criteria.aic,
      AICc: fit.criteria.aicc,
      BIC: fit.criteria.bic,
    }
  },
  'life.interval.weibull': (c: { lower: number[]; upper: (number | null)[]; weights: number[] }) => {
    const fit = intervalWeibull(
      c.lower.map((from, at) => ({ from, to: c.upper[at] ?? Infinity, count: c.weights[at] ?? 1 })),
    )
    if (fit.status === 'not-estimable') return { status: fit.reason }
    return {
      mu: fit.mu,
      sigma: fit.sigma,
      eta: fit.eta,
      beta: fit.beta,
      loglik: fit.logLikelihood,
      se_mu: fit.errorMu,
      se_sigma: fit.errorSigma,
    }
  },
  'life.medianRanks': (c: LifeCase) => {
    const points = medianRanks(livesOf(c))
    return {
      times: points.map(({ age }) => age),
      adjusted_ranks: points.map((point) => point.adjustedRank),
      benard: points.map((point) => point.benard),
      exact: points.map((point) => point.exact),
    }
  },
  'life.rr': (c: LifeCase) => {
    const line = rankRegression(
      livesOf(c),
      c.dist ?? 'weibull',
      c.ranks ?? 'benard',
      c.direction === 'RRX' ? 'xOnY' : 'yOnX',
    )
    if (line.status === 'not-estimable') return { status: line.reason }
    return { mu: line.mu, sigma: line.sigma, r2: line.rSquared, eta: Math.exp(line.mu), beta: 1 / line.sigma }
  },
  'life.weibayes': (c: LifeCase) => {
    const answer = weibayes(livesOf(c), c.beta ?? 1, c.confidence ?? 0.9)
    return { eta: answer.eta, eta_lower: answer.etaLower }
  },
  'life.adjustedAD': (c: LifeCase) => {
    const fit = lifeFit(livesOf(c), c.dist ?? 'weibull', 0.95)
    return fit.status === 'not-estimable' ? { status: fit.reason } : { AD: adjustedAndersonDarling(livesOf(c), fit) }
  },
  'life.rankDistributions': (c: LifeCase) => {
    const ranked = rankedDistributions(livesOf(c)).map(
      ({ distribution, aicc }) => [distribution === 'weibull' ? 'weibull2' : distribution, aicc] as const,
    )
    return { AICc: Object.fromEntries(ranked), order: ranked.map(([name]) => name) }
  },
  'life.km': (c: LifeCase) => {
    const steps = kaplanMeier(livesOf(c), c.confidence ?? 0.95)
    return {
      times: steps.map((step) => step.age),
      n_risk: steps.map((step) => step.atRisk),
      n_event: steps.map((step) => step.failed),
      survival: steps.map((step) => step.survival),
      std_err: steps.map((step) => step.standardError),
      lower_plain: column(steps, 'plain', 0),
      upper_plain: column(steps, 'plain', 1),
      lower_log: column(steps, 'log', 0),
      upper_log: column(steps, 'log', 1),
      lower_loglog: column(steps, 'logLog', 0),
      upper_loglog: column(steps, 'logLog', 1),
      cumhaz_na: steps.map((step) => step.cumulativeHazard),
      se_cumhaz: steps.map((step) => step.cumulativeHazardError),
    }
  },
  'life.logrank': (c: { time: number[]; failed: number[]; group: (string | number)[]; entry?: number[] }) => {
    const answer = logRank(
      [...new Set(c.group)].map((name) => {
        const of = c.time.flatMap((age, at) => (c.group[at] === name ? [{ age, failed: c.failed[at] === 1, at }] : []))
        return {
          failures: of.filter(({ failed }) => failed).map(({ age }) => age),
          suspensions: of.filter(({ failed }) => !failed).map(({ age }) => age),
          ...(c.entry === undefined ? {} : { entries: of.map(({ at }) => c.entry?.[at] ?? 0) }),
        }
      }),
    )
    if (answer.status === 'not-estimable') return { status: answer.reason }
    return {
      chi2: answer.chiSquare,
      df: answer.degrees,
      p: answer.p,
      observed: answer.groups.map(({ failed }) => failed),
      expected: answer.groups.map(({ expected }) => expected),
    }
  },
  'life.weibull.regression': (c: CausesCase) => {
    const fit = weibullRegression(episodesOf(c), c.cluster ?? null)
    if (fit.status === 'not-estimable') return { status: fit.reason }
    return {
      intercept: fit.intercept,
      coef: byCause(c, fit.coefficients),
      se: byCause(
        c,
        fit.coefficients.map((_, at) => Math.sqrt(fit.covariance[at + 1]?.[at + 1] ?? 0)),
      ),
      hazard: byCause(
        c,
        fit.hazard.map(({ logRatio }) => logRatio),
      ),
      hazard_se: byCause(
        c,
        fit.hazard.map(({ error }) => error),
      ),
      scale: fit.scale,
      loglik: fit.logLikelihood,
    }
  },
  'life.cox': (c: CausesCase) => {
    const fit = coxRegression(episodesOf(c), c.cluster ?? null)
    if (fit.status === 'not-estimable') return { status: fit.reason }
    return {
      coef: byCause(c, fit.coefficients),
      se: byCause(
        c,
        fit.coefficients.map((_, at) => Math.sqrt(fit.covariance[at]?.[at] ?? 0)),
      ),
      loglik: fit.logLikelihood,
      lr: fit.likelihoodRatio,
      zph_chi2: byCause(
        c,
        fit.proportional.map((test) => test?.chiSquare ?? Number.NaN),
      ),
      zph_global: fit.allProportional?.chiSquare,
    }
  },
  'life.cumulativeIncidence': (c: { time: number[]; mode: string[]; censored: string; at: number[] }) => {
    const names = [...new Set(c.mode)].filter((name) => name !== c.censored)
    const agesOf = (name: string): number[] => c.time.filter((_, at) => c.mode[at] === name)
    const answer = cumulativeIncidence({ modes: names.map(agesOf), suspensions: agesOf(c.censored) }, 0.95)
    if (answer.status === 'not-estimable') return { status: answer.reason }
    return Object.fromEntries(
      names.flatMap((name, mode) => {
        const last = c.at.map((age) => answer.modes[mode]?.findLast((step) => step.age <= age))
        return [
          [name.toLowerCase(), last.map((step) => step?.share ?? 0)],
          [`se_${name.toLowerCase()}`, last.map((step) => step?.standardError ?? 0)],
        ]
      }),
    )
  },
  'mcf.nonparametric': (c: { systems: { events: number[]; T: number }[]; confidence: number }) => {
    const answer = meanCumulativeFunction(systemsOf(c.systems), c.confidence)
    if (answer.status === 'not-estimable') return { status: answer.reason }
    const { steps } = answer
    return {
      times: steps.map((step) => step.time),
      n_events: steps.map((step) => step.events),
      n_risk: steps.map((step) => step.atRisk),
      mcf: steps.map((step) => step.mean),
      var_robust: steps.map((step) => step.variance),
      lower: edge(steps, 'bounds', 0),
      upper: edge(steps, 'bounds', 1),
      lower_log: edge(steps, 'logBounds', 0),
      upper_log: edge(steps, 'logBounds', 1),
      var_poisson: steps.map((step) => step.poissonVariance),
    }
  },
  'mcf.difference': (c: {
    systems_a: { events: number[]; T: number }[]
    systems_b: { events: number[]; T: number }[]
    times: number[]
    confidence: number
  }) => {
    const rows = mcfDifference(systemsOf(c.systems_a), systemsOf(c.systems_b), c.times, c.confidence)
    return {
      times: rows.map(({ time }) => time),
      difference: rows.map(({ difference }) => difference),
      lower: rows.map(({ bounds }) => bounds?.[0] ?? null),
      upper: rows.map(({ bounds }) => bounds?.[1] ?? null),
    }
  },
}

/** The life-data and recurrence part of `answerCase`; ages a method must refuse are answered as the case says it. */
export function answerLifeCase(method: string, inputs: unknown): Answer | undefined {
  try {
    return methods[method]?.(inputs as never)
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('is not positive'))
      return { status: 'invalid-input', reason: 'non-positive time' }
    throw error
  }
}

/**
 * A script for R that recomputes the figures of a node from the same inputs, and prints its value beside ours. It
 * needs nothing but base R and the package `survival` that comes with it.
 */
import type { NoComparison, NodeComparison } from '../../metrics/compare/nodeComparison'
import type { NoSeveralCauses, SeveralCauses } from '../../metrics/compare/severalCauses'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import type { NodeGrowth, NodeLife } from '../../metrics/nodeLife'
import { POINT_LEVEL } from '../../reliability/exactRateChart'
import { inMillions, perMillion } from '../../reliability/perMillion'
import { causesScript, comparisonScript } from './comparisonScript'
import { modesScript } from './modesScript'
import type { Plan } from '../../metrics/plan/plan'
import { planScript } from './planScript'
import { rateChangeScript } from './rateChangeScript'
import { rNumber as number, rVector as vector } from './rVector'
import { superposedScript } from './superposedScript'

export interface RScriptAbout {
  readonly title: string
  readonly filter: string
  readonly generatedAt: string
  readonly build: string
}

/** What else the page was asked for. */
export interface RScriptBeside {
  readonly plan?: Plan
  readonly comparison?: NodeComparison | NoComparison
  readonly causes?: SeveralCauses | NoSeveralCauses | null
}

/** Names of parts are data: in a comment nothing of them is run. */
const comment = (text: string): string => `# ${text.replace(/[\r\n\u0085\u2028\u2029]+/gu, ' ')}`

export function writeRScript(
  analysis: NodeAnalysis,
  growth: NodeGrowth,
  life: NodeLife | null,
  about: RScriptAbout,
  beside: RScriptBeside = {},
): string {
  return [
    comment(about.title),
    comment(about.filter),
    comment(`${about.generatedAt} · ${about.build}`),
    'compare <- function(name, r, program) cat(sprintf("%-28s R %.10g  program %.10g  relative ' +
      'difference %.1e\\n", name, r, program, abs(r - program) / max(abs(program), 1e-300)))',
    mtbfPart(analysis),
    ...scatterPart(analysis),
    trendPart(analysis),
    growthPart(growth),
    ...rateChangeScript(analysis),
    ...(life === null ? [] : [lifePart(life), modesScript(life)].filter((part) => part !== null)),
    ...(beside.plan === undefined ? [] : planScript(beside.plan)),
    ...(beside.comparison?.status === 'compared' ? comparisonScript(beside.comparison) : []),
    ...(beside.causes?.status === 'fitted' ? [causesScript(beside.causes)] : []),
    '',
  ].join('\n\n')
}

function mtbfPart({ mtbf }: NodeAnalysis): string {
  if (mtbf.status !== 'estimated') return comment('MTBF: no exposure')
  const head = [
    '# --- MTBF with chi-square bounds, time-terminated, 90 %',
    `n <- ${mtbf.failures}; T <- ${number(mtbf.exposure)}; conf <- ${mtbf.confidence}`,
  ]
  if (mtbf.mtbf === null)
    return [...head, `compare("mtbf.lower", T / -log(1 - conf), ${number(mtbf.lower)})`].join('\n')
  return [
    ...head,
    `compare("mtbf", T / n, ${number(mtbf.mtbf)})`,
    `compare("mtbf.lower", 2 * T / qchisq(1 - (1 - conf) / 2, 2 * n + 2), ${number(mtbf.lower)})`,
    `compare("mtbf.upper", 2 * T / qchisq((1 - conf) / 2, 2 * n), ${number(mtbf.upper)})`,
  ].join('\n')
}

function scatterPart({ scatter }: NodeAnalysis): readonly string[] {
  if (scatter === null) return []
  const { counts, chiSquare, p, lower, upper, negativeBinomial } = scatter
  return [
    [
      '# --- scatter over trains: Pearson, robust bounds, negative binomial',
      vector(
        'perTrain',
        counts.map(({ failures }) => failures),
      ),
      vector(
        'ran',
        counts.map(({ exposure }) => inMillions(exposure)),
      ),
      'm <- length(perTrain); u <- sum(perTrain) / sum(ran); gap <- perTrain - u * ran',
      `compare("scatter.chi2", sum(gap^2 / (u * ran)), ${number(chiSquare)})`,
      `compare("scatter.p", pchisq(sum(gap^2 / (u * ran)), m - 1, lower.tail = FALSE), ${number(p)})`,
      's <- sqrt(m / (m - 1) * sum(gap^2)) / sum(perTrain)',
      `compare("scatter.lower", u * exp(-qt(0.95, m - 1) * s), ${number(perMillion(lower))})`,
      `compare("scatter.upper", u * exp(qt(0.95, m - 1) * s), ${number(perMillion(upper))})`,
      ...(negativeBinomial === null
        ? []
        : [
            'nb <- MASS::glm.nb(perTrain ~ 1 + offset(log(ran)), control = glm.control(epsilon = 1e-12, maxit = 200))',
            `compare("scatter.theta", nb$theta, ${number(negativeBinomial.theta)})`,
            `compare("scatter.nb.rate", exp(coef(nb)[[1]]), ${number(perMillion(negativeBinomial.rate))})`,
          ]),
    ].join('\n'),
  ]
}

function trendPart({ trend }: NodeAnalysis): string {
  if (trend.chart.status !== 'estimated') return comment('u chart: no exposure')
  const ran = trend.months.filter(({ exposureKm }) => exposureKm > 0)
  return [
    '# --- u chart: failures and distance (10^6 km) per month',
    vector(
      'count',
      ran.map(({ rows }) => rows.length),
    ),
    vector(
      'distance',
      ran.map(({ exposureKm }) => inMillions(exposureKm)),
    ),
    `compare("u.center", sum(count) / sum(distance), ${number(trend.chart.center)})`,
    '# exact limits: given all failures, those of a month are binomial by its share of the distance',
    `share <- distance / sum(distance); rarer <- function(p) sum(p <= ${POINT_LEVEL} / (2 * length(count)))`,
    'beyond <- rarer(pbinom(count - 1, sum(count), share, lower.tail = FALSE)) + rarer(pbinom(count, sum(count), share))',
    `compare("u.beyond", beyond, ${trend.chart.outOfLimits.length})`,
  ].join('\n')
}

function growthPart({ law, laplace, milHdbk189, fitTest, events, end }: NodeGrowth): string {
  if (
    law.status !== 'estimated' ||
    events.length < 2 ||
    laplace.status !== 'estimated' ||
    milHdbk189.status !== 'estimated'
  )
    return comment('growth: too few failures')
  return [
    '# --- growth: power law (Crow-AMSAA) over cumulative exposure, time-terminated',
    vector(
      't',
      events.map(({ exposure }) => exposure),
    ),
    `end <- ${number(end)}; n <- length(t)`,
    'beta <- n / sum(log(end / t))',
    `compare("growth.beta", beta, ${number(law.fit.beta)})`,
    `compare("growth.beta.lower", beta * qchisq(0.05, 2 * n) / (2 * n), ${number(law.betaExact[0])})`,
    `compare("growth.beta.upper", beta * qchisq(0.95, 2 * n) / (2 * n), ${number(law.betaExact[1])})`,
    `compare("growth.mtbf.now", end / (n * beta), ${number(law.fit.instantaneousMtbf)})`,
    '# Crow (1982): P(N = k) is proportional to y^k / (k! (k-1)!), k >= 1',
    'atMost <- function(k, y) { j <- 1:max(4 * k + 200, ceiling(6 * sqrt(y)) + 200); w ' +
      '<- j * log(y) - lfactorial(j) - lfactorial(j - 1); w <- exp(w - max(w)); sum(w[j <= k]) / sum(w) }',
    'root <- function(f) exp(uniroot(f, c(log(n^2) - 12, log(n^2) + 12), tol = 1e-13)$root)',
    'compare("growth.mtbf.lower", end / (n * beta) * n^2 / root(function(l) atMost(n, exp(l)) - 0.05), ' +
      `${number(law.instantaneousMtbfCrow[0])})`,
    'compare("growth.mtbf.upper", end / (n * beta) * n^2 / root(function(l) atMost(n - 1, exp(l)) - ' +
      `0.95), ${number(law.instantaneousMtbfCrow[1])})`,
    `compare("laplace.u", (sum(t) - n * end / 2) / (end * sqrt(n / 12)), ${number(laplace.u)})`,
    `compare("milhdbk189", 2 * sum(log(end / t)), ${number(milHdbk189.chiSquare)})`,
    'compare("milhdbk189.p", 2 * min(pchisq(2 * sum(log(end / t)), 2 * n), pchisq(2 * sum(log(end / t)), ' +
      `2 * n, lower.tail = FALSE)), ${number(milHdbk189.pTwoSided)})`,
    ...(fitTest.status === 'estimated'
      ? [
          'bu <- (n - 1) / sum(log(end / t))',
          'compare("cramer.von.mises", 1 / (12 * n) + sum(((sort(t) / end)^bu - (2 * seq_len(n) - 1) / (2 * ' +
            `n))^2), ${number(fitTest.statistic)})`,
        ]
      : []),
  ].join('\n')
}

function lifePart(life: NodeLife): string {
  const { analysis, group } = life
  const { fit } = analysis
  const superposed = superposedScript(life)
  if (superposed !== null) return superposed
  if (fit.status !== 'fitted') return comment('Weibull: not estimable')
  const ages = [
    ...group.failed.map(({ age }) => ({ age, status: 1, count: 1 })),
    ...group.suspensions.map((age, at) => ({ age, status: 0, count: group.suspensionCounts[at] ?? 1 })),
  ]
  const logs =
    '- sum(count * ifelse(status == 1, log(b) - b * log(e) + (b - 1) * log(age), 0)) + sum(count * (age ' +
    '/ e)^b) - sum(entryCount * (entry / e)^b)'
  const isLeftTruncated = analysis.leftTruncated > 0
  const last = analysis.points.at(-1)
  return [
    '# --- Weibull law of lives; status 1 failed, 0 still in use; entry: ages at which parts came under watch late',
    'library(survival)',
    vector(
      'age',
      ages.map(({ age }) => age),
    ),
    vector(
      'status',
      ages.map(({ status }) => status),
    ),
    vector(
      'count',
      ages.map(({ count }) => count),
    ),
    ...(isLeftTruncated ? [vector('entry', group.entries), vector('entryCount', group.entryCounts)] : []),
    ...(isLeftTruncated
      ? [
          '# survreg knows no late entry, so the likelihood is written out',
          `minusLogL <- function(p) { b <- exp(p[1]); e <- exp(p[2]); ${logs} }`,
          `fit <- optim(c(0, log(max(age))), minusLogL, method = "BFGS", control = list(reltol = 1e-15, maxit = 5000))`,
          'fit <- optim(fit$par, minusLogL, method = "Nelder-Mead", control = list(reltol = 1e-16, maxit = 5000))',
          'covariance <- solve(optimHess(fit$par, minusLogL, control = list(ndeps = c(1e-4, 1e-4))))',
          'beta <- exp(fit$par[1]); eta <- exp(fit$par[2]); logL <- -fit$value; se <- sqrt(diag(covariance))',
        ]
      : [
          'fit <- survreg(Surv(age, status) ~ 1, weights = count, dist = "weibull")',
          'beta <- 1 / fit$scale; eta <- exp(coef(fit)[[1]]); logL <- fit$loglik[2]; se <- sqrt(diag(vcov(fit)))[2:1]',
        ]),
    `compare("weibull.beta", beta, ${number(fit.beta)})`,
    `compare("weibull.beta.lower", beta * exp(-qnorm(0.95) * se[1]), ${number(fit.betaBounds[0])})`,
    `compare("weibull.beta.upper", beta * exp(qnorm(0.95) * se[1]), ${number(fit.betaBounds[1])})`,
    `compare("weibull.eta", eta, ${number(fit.eta)})`,
    `compare("weibull.b10", eta * (-log(0.9))^(1 / beta), ${number(fit.percentiles.find(({ share }) => share === 0.1)?.life ?? null)})`,
    `compare("weibull.logL", logL, ${number(fit.logLikelihood)})`,
    ...(isLeftTruncated && last !== undefined
      ? [
          '# Kaplan-Meier with late entry: which part came late does not matter, only how many are at risk',
          'one <- order(-rep(age, count)); ages <- rep(age, count)[one]; events ' +
            '<- rep(status, count)[one]; late <- sort(rep(entry, entryCount), decreasing = TRUE)',
          'start <- c(late, rep(0, length(ages) - length(late)))',
          'km <- summary(survfit(Surv(start, ages, events) ~ 1))',
          'steps <- c(1, km$surv); k <- length(km$surv)',
          'compare("kaplan.meier.last", 1 - steps[k] + (steps[k] - steps[k + 1]) * (km$n.event[k] - 0.5) / ' +
            `km$n.event[k], ${number(last.failed)})`,
        ]
      : []),
  ].join('\n')
}

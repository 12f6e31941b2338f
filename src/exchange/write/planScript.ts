/** The R lines that work the plans of a node out again. */
import type { CountForecast } from '../../metrics/plan/countForecast'
import type { Demonstration } from '../../metrics/plan/demonstration'
import type { LifeDemonstrationPlan } from '../../metrics/plan/lifeDemonstrationPlan'
import type { ReturnsForecast } from '../../metrics/plan/returnsForecast'
import type { Maintainability } from '../../metrics/plan/maintainability'
import type { ReplacementPlan } from '../../metrics/plan/replacementPlan'
import type { PriorPlan } from '../../metrics/plan/priorPlan'
import type { Plan } from '../../metrics/plan/plan'
import { rVector as vector } from './rVector'

const compared = (name: string, r: string, program: number): string => `compare("${name}", ${r}, ${program})`

export const planScript = ({
  demonstration,
  lifeDemonstration,
  prediction,
  returns,
  maintainability,
  replacement,
  prior,
}: Plan): readonly string[] => [
  ...(demonstration === null ? [] : [demonstrationPart(demonstration)]),
  ...(lifeDemonstration === null ? [] : [lifeDemonstrationPart(lifeDemonstration)]),
  ...(prediction === null ? [] : [predictionPart(prediction)]),
  ...(returns?.status === 'estimated' ? [returnsPart(returns)] : []),
  ...(replacement?.status === 'estimated' ? [replacementPart(replacement)] : []),
  ...(prior === null ? [] : [priorPart(prior)]),
  ...(maintainability === null ? [] : repairPart(maintainability)),
]

function demonstrationPart({ targetKm, confidence, countedFrom, shown, lines, anyOfThem }: Demonstration): string {
  const before = countedFrom === 'records' && shown !== null ? shown : { failures: 0, exposureKm: 0 }
  return [
    '# --- what must happen to show an MTBF: distance with at most c failures, and who would pass',
    `target <- ${targetKm}; C <- ${confidence}; n0 <- ${before.failures}; T0 <- ${before.exposureKm}`,
    ...(shown === null
      ? []
      : [
          compared(
            'plan.shown.confidence',
            `pchisq(2 * ${shown.exposureKm} / target, 2 * ${shown.failures} + 2)`,
            shown.confidence,
          ),
          compared('plan.shown.mtbf', `2 * ${shown.exposureKm} / qchisq(C, 2 * ${shown.failures} + 2)`, shown.mtbfKm),
        ]),
    'toRun <- function(c) max(0, target * qchisq(C, 2 * (n0 + c) + 2) / 2 - T0)',
    ...lines.flatMap(({ allowed, exposureKm, chances }) => [
      compared(`plan.run.${allowed}`, `toRun(${allowed})`, exposureKm),
      compared(`plan.pass.twice.${allowed}`, `ppois(${allowed}, toRun(${allowed}) / (2 * target))`, chances[2] ?? 0),
    ]),
    ...(anyOfThem === null
      ? []
      : [
          'open <- 1; passed <- 0; ran <- 0 # whichever plan comes first, for a part that only just meets the target',
          `for (c in 0:${lines.length - 1}) { more <- dpois(0:${lines.length}, (toRun(c) - ran) / target); ran <- toRun(c)`,
          `  now <- sapply(0:${lines.length}, function(k) sum(open * ifelse(k - seq_along(open) + 1 >= 0, ` +
            'more[pmax(1, k - seq_along(open) + 2)], 0)))',
          '  passed <- passed + sum(now[seq_len(c + 1)]); now[seq_len(c + 1)] <- 0; open <- now }',
          compared('plan.any', 'passed', anyOfThem),
        ]),
  ].join('\n')
}

function lifeDemonstrationPart({ items, share, lifeKm, shape, confidence, lines }: LifeDemonstrationPlan): string {
  return [
    '# --- what must happen to show a life: items that each run so far with at most c of them failing',
    `N <- ${items}; beta0 <- ${shape}; eta0 <- ${lifeKm} / (-log(1 - ${share}))^(1 / beta0); C <- ${confidence}`,
    'each <- function(c) eta0 * (-log(1 - qbeta(C, c + 1, N - c)))^(1 / beta0)',
    ...lines.flatMap(({ allowed, eachKm, chances }) => [
      compared(`plan.each.${allowed}`, `each(${allowed})`, eachKm),
      compared(
        `plan.life.twice.${allowed}`,
        `pbinom(${allowed}, N, 1 - exp(-(each(${allowed}) / (2 * eta0))^beta0))`,
        chances[2] ?? 0,
      ),
    ]),
  ].join('\n')
}

function predictionPart({
  failures,
  exposureKm,
  horizonKm,
  confidence,
  seen,
  expectation,
  fill,
  spares,
}: CountForecast) {
  return [
    '# --- failures to come: prediction limits by the conditional binomial, the expectation, spares',
    `n <- ${failures}; T <- ${exposureKm}; H <- ${horizonKm}; a <- (1 - ${confidence}) / 2; y <- 0:${seen.upper + 20}`,
    compared('plan.seen.lower', 'min(y[pbinom(n - 1, n + y, T / (T + H), lower.tail = FALSE) > a])', seen.lower),
    compared('plan.seen.upper', 'max(y[pbinom(n, n + y, T / (T + H)) > a])', seen.upper),
    compared('plan.expected.lower', `${failures === 0 ? '0' : 'qgamma(a, n)'} / T * H`, expectation[0]),
    compared('plan.expected.upper', 'qgamma(1 - a, n + 1) / T * H', expectation[1]),
    compared('plan.spares', `qnbinom(${fill}, n + 0.5, T / (T + H))`, spares.spares),
  ].join('\n')
}

function returnsPart({ ages, counts, eachKm, beta, etaKm, expected }: ReturnsForecast): string {
  return [
    '# --- returns of the parts in use: each fails with chance 1 - R(t + m) / R(t)',
    vector('inUse', ages),
    vector('parts', counts),
    `alive <- function(t) exp(-(t / ${etaKm})^${beta})`,
    compared('plan.returns', `sum(parts * (1 - alive(inUse + ${eachKm}) / alive(inUse)))`, expected),
  ].join('\n')
}

function repairPart({ times, repairs, confidence, inherent, ratePerHour }: Maintainability): readonly string[] {
  if (times.status !== 'estimated') return []
  return [
    [
      '# --- repair times: lognormal by maximum likelihood, bounds of mean and 95th percentile (Zou & Donner), availability',
      vector(
        'hours',
        repairs.map(({ hours }) => hours),
      ),
      `x <- log(hours); n <- length(x); a <- (1 - ${confidence}) / 2; z <- qnorm(1 - a); v <- var(x); s <- sqrt(v)`,
      'lo <- (n - 1) * v / qchisq(1 - a, n - 1); hi <- (n - 1) * v / qchisq(a, n - 1); k <- qnorm(0.95)',
      compared('repair.mean', 'exp(mean(x) + mean((x - mean(x))^2) / 2)', times.mean),
      compared('repair.mean.lower', 'exp(mean(x) + v / 2 - sqrt(z^2 * v / n + ((v - lo) / 2)^2))', times.meanBounds[0]),
      compared('repair.mean.upper', 'exp(mean(x) + v / 2 + sqrt(z^2 * v / n + ((hi - v) / 2)^2))', times.meanBounds[1]),
      compared('repair.median.upper', 'exp(mean(x) + qt(1 - a, n - 1) * s / sqrt(n))', times.medianBounds[1]),
      compared('repair.m95', 'exp(mean(x) + k * sqrt(mean((x - mean(x))^2)))', times.m95),
      compared(
        'repair.m95.upper',
        'exp(mean(x) + k * s + sqrt(z^2 * v / n + k^2 * (sqrt(hi) - s)^2))',
        times.m95Bounds[1],
      ),
      ...(inherent === null || ratePerHour === null
        ? []
        : [
            compared(
              'repair.availability',
              `1 / (1 + ${ratePerHour} * exp(mean(x) + mean((x - mean(x))^2) / 2))`,
              inherent.availability,
            ),
          ]),
    ].join('\n'),
  ]
}

function replacementPart({
  plannedCost,
  failureCost,
  beta,
  etaKm,
  toFailure,
  best,
  overhaul,
}: ReplacementPlan): string {
  return [
    '# --- replacement before failure: cost per km over the age, its lowest point searched by R itself',
    `cp <- ${plannedCost}; cf <- ${failureCost}; b <- ${beta}; e <- ${etaKm}`,
    compared('cost.failure', 'cf / (e * gamma(1 + 1 / b))', toFailure),
    'cost <- function(T) (cp * exp(-(T / e)^b) + cf * (1 - exp(-(T / e)^b))) / ' +
      '(e * gamma(1 + 1 / b) * pgamma((T / e)^b, 1 / b))',
    ...(best === null
      ? []
      : [
          `found <- optimize(cost, c(${best.ageKm / 2}, ${best.ageKm * 2}), tol = 1e-3)`,
          compared('cost.best', 'found$objective', best.cost),
          '# the curve is flat there, so the age itself is told to half its digits only',
          compared('cost.age', 'found$minimum', best.ageKm),
        ]),
    ...(overhaul === null ? [] : [compared('cost.overhaul', 'e * (cp / (cf * (b - 1)))^(1 / b)', overhaul.ageKm)]),
  ].join('\n')
}

function priorPart({ prior, failures, exposureKm, confidence, believedAfter }: PriorPlan): string {
  return [
    '# --- design value as a gamma prior of the rate, with the records',
    `a <- ${prior.shape} + ${failures}; b <- ${prior.exposure} + ${exposureKm}; C <- ${confidence}`,
    compared('prior.median', '1 / qgamma(0.5, a, b)', believedAfter.median),
    compared('prior.lower', '1 / qgamma((1 + C) / 2, a, b)', believedAfter.lower),
    compared('prior.upper', '1 / qgamma((1 - C) / 2, a, b)', believedAfter.upper),
  ].join('\n')
}

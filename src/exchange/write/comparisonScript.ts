/** The R lines that work a comparison of groups out again, from the same counts and lives. */
import type { GroupLives, LivesOfGroup } from '../../metrics/compare/groupLives'
import type { NodeComparison } from '../../metrics/compare/nodeComparison'
import type { SeveralCauses } from '../../metrics/compare/severalCauses'
import { inMillions } from '../../reliability/perMillion'

const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? 'NA' : value === Infinity ? 'Inf' : String(value)
const vector = (name: string, values: ArrayLike<number>): string => {
  const lines: string[] = []
  for (let at = 0; at < values.length; at += 8)
    lines.push(
      `  ${Array.from(values)
        .slice(at, at + 8)
        .map(number)
        .join(', ')}`,
    )
  return `${name} <- c(\n${lines.join(',\n')}\n)`
}

/** Groups are numbered in the order of the table; their names are data and stand in comments only. */
export function comparisonScript(found: NodeComparison): readonly string[] {
  return [ratesPart(found), ...(found.lives === null || 'reason' in found.lives ? [] : [livesPart(found.lives)])]
}

function ratesPart({ groups, scatter }: NodeComparison): string {
  const [reference] = groups.flatMap(({ isReference }, at) => (isReference ? [at + 1] : []))
  const isWide = scatter?.isBeyondChance === true
  const tested = groups.flatMap(({ ratio }, at) => (ratio === null ? [] : [at + 1]))
  return [
    '# --- rates of groups: ratio to the reference with exact bounds, or widened by the scatter of trains in their groups',
    vector(
      'n',
      groups.map(({ rows }) => rows.length),
    ),
    vector(
      'T',
      groups.map(({ exposureKm }) => inMillions(exposureKm)),
    ),
    `reference <- ${reference ?? 'NA'}; scatter <- ${number(isWide ? scatter.ratio : null)}`,
    `degrees <- ${number(isWide ? scatter.degrees : null)}`,
    'other <- function(x, i) if (is.na(reference)) sum(x) - x[i] else x[reference]',
    'ratioOf <- function(i) {',
    '  a <- n[i]; b <- other(n, i); s <- T[i]; r <- other(T, i)',
    '  if (!is.na(scatter) && a > 0 && b > 0) {',
    '    se <- sqrt(max(1, scatter) * (1 / a + 1 / b)); l <- log(a / s * r / b); q <- qt(0.95, degrees)',
    '    return(c(exp(l), exp(l - q * se), exp(l + q * se), 2 * pt(-abs(l) / se, degrees)))',
    '  }',
    '  low <- if (a == 0) 0 else qbeta(0.05, a, b + 1); high <- if (b == 0) 1 else qbeta(0.95, a + 1, b); share <- s / (s + r)',
    '  p <- min(1, 2 * min(pbinom(a, a + b, share), pbinom(a - 1, a + b, share, lower.tail = FALSE)))',
    '  c(a / s * r / b, low / (1 - low) * r / s, high / (1 - high) * r / s, p)',
    '}',
    `tested <- c(${tested.join(', ')})`,
    'found <- sapply(tested, ratioOf); adjusted <- p.adjust(found[4, ], "BH")',
    ...groups.flatMap(({ ratio, adjustedP }, at) => {
      const place = tested.indexOf(at + 1) + 1
      return ratio === null
        ? []
        : [
            ...(ratio.ratio === null
              ? []
              : [`compare("group.${at + 1}.ratio", found[1, ${place}], ${number(ratio.ratio)})`]),
            `compare("group.${at + 1}.lower", found[2, ${place}], ${number(ratio.lower)})`,
            ...(ratio.upper === null
              ? []
              : [`compare("group.${at + 1}.upper", found[3, ${place}], ${number(ratio.upper)})`]),
            `compare("group.${at + 1}.p", found[4, ${place}], ${number(ratio.p)})`,
            `compare("group.${at + 1}.p.adjusted", adjusted[${place}], ${number(adjustedP)})`,
          ]
    }),
  ].join('\n')
}

function livesPart({ groups, test }: GroupLives): string {
  if (test.status !== 'estimated') return '# log-rank test: nothing to compare'
  const told = (of: (lives: LivesOfGroup['lives']) => ArrayLike<number>): number[] =>
    groups.flatMap(({ lives }) => Array.from(of(lives)))
  const numbered = (of: (lives: LivesOfGroup['lives']) => ArrayLike<number>): number[] =>
    groups.flatMap(({ lives }, at) => Array.from(of(lives), () => at + 1))
  const countsOf = (ages: ArrayLike<number>, counts: ArrayLike<number> | undefined): ArrayLike<number> =>
    counts ?? Array.from(ages, () => 1)
  return [
    '# --- lives of groups: log-rank test; a part is at risk from just after its entry on, whichever part came late',
    vector(
      'failedAge',
      told(({ failures }) => failures),
    ),
    vector(
      'failedGroup',
      numbered(({ failures }) => failures),
    ),
    vector(
      'soundAge',
      told(({ suspensions }) => suspensions),
    ),
    vector(
      'soundCount',
      told(({ suspensions, suspensionCounts }) => countsOf(suspensions, suspensionCounts)),
    ),
    vector(
      'soundGroup',
      numbered(({ suspensions }) => suspensions),
    ),
    vector(
      'lateAge',
      told(({ entries = [] }) => entries),
    ),
    vector(
      'lateCount',
      told(({ entries = [], entryCounts }) => countsOf(entries, entryCounts)),
    ),
    vector(
      'lateGroup',
      numbered(({ entries = [] }) => entries),
    ),
    `m <- ${groups.length}; O <- E <- numeric(m); V <- matrix(0, m, m)`,
    'per <- function(group, weight) sapply(1:m, function(g) sum(weight[group == g]))',
    'for (t in sort(unique(failedAge))) {',
    '  d <- per(failedGroup, as.numeric(failedAge == t)); risk <- per(failedGroup, as.numeric(failedAge >= t)) +',
    '    per(soundGroup, soundCount * (soundAge >= t)) - per(lateGroup, lateCount * (lateAge >= t))',
    '  r <- sum(risk); s <- risk / r; O <- O + d; E <- E + sum(d) * s',
    '  if (r > 1) V <- V + sum(d) * (r - sum(d)) / (r - 1) * (diag(s, m) - s %o% s)',
    '}',
    'use <- which(diag(V) > 1e-9)[-1]',
    `compare("logrank.chi2", c(t((O - E)[use]) %*% solve(V[use, use], (O - E)[use])), ${number(test.chiSquare)})`,
    ...test.groups.map(
      ({ expected }, at) => `compare("logrank.expected.${at + 1}", E[${at + 1}], ${number(expected)})`,
    ),
  ].join('\n')
}

/** Columns are numbered in the order of the table. */
export function causesScript(found: SeveralCauses): string {
  const { episodes, columns, causes, shape, clusters } = found
  const names = columns.map((_, at) => `x${at + 1}`)
  const effects = causes.flatMap(({ levels }) => levels.flatMap(({ effect }) => (effect === null ? [] : [effect])))
  return [
    "# --- several causes at once: Cox's model with Efron's ties, and Weibull regression with late entry",
    'library(survival)',
    vector(
      'from',
      episodes.map(({ entry }) => entry),
    ),
    vector(
      'to',
      episodes.map(({ exit }) => exit),
    ),
    vector(
      'event',
      episodes.map(({ failed }) => (failed ? 1 : 0)),
    ),
    vector(
      'times',
      episodes.map(({ count = 1 }) => count),
    ),
    ...names.map((name, at) =>
      vector(
        name,
        episodes.map((episode) => episode.causes[at] ?? 0),
      ),
    ),
    `one <- rep(seq_along(from), times); X <- cbind(${names.join(', ')})[one, , drop = FALSE]`,
    'from <- from[one]; to <- to[one]; event <- event[one]',
    'cox <- coxph(Surv(from, to, event) ~ X, ties = "efron", control = coxph.control(eps = 1e-12, iter.max = 60))',
    'se <- sqrt(diag(vcov(cox))); q <- qnorm(0.95)',
    ...(clusters === null
      ? []
      : [
          vector('train', clusters),
          '# parts of one train may hang together: robust variance over trains; of ties R shares the steps a little otherwise',
          'train <- train[one]; k <- length(unique(train))',
          'robust <- coxph(Surv(from, to, event) ~ X, ties = "efron", cluster = train, control = coxph.control(eps = 1e-12))',
          'se <- sqrt(diag(robust$var) * k / (k - 1)); q <- qt(0.95, k - 1)',
        ]),
    ...effects.map(
      ({ hazard }, at) => `compare("cox.${at + 1}", exp(coef(cox)[[${at + 1}]]), ${number(hazard.ratio)})`,
    ),
    ...effects.map(
      ({ hazard }, at) =>
        `compare("cox.${at + 1}.lower", exp(coef(cox)[[${at + 1}]] - q * se[[${at + 1}]]), ${number(hazard.lower)})`,
    ),
    `compare("cox.logL", cox$loglik[2], ${number(found.logLikelihood)})`,
    ...(found.allProportional === null
      ? []
      : [
          'z <- cox.zph(cox, transform = function(t) log(t), terms = FALSE)$table',
          `compare("cox.proportional", z[nrow(z), 1], ${number(found.allProportional.chiSquare)})`,
        ]),
    ...(shape === null
      ? []
      : [
          'unit <- exp(mean(log(to))); centre <- colMeans(X); Z <- sweep(X, 2, centre)',
          'minusLogL <- function(p) { b <- exp(p[1]); l <- p[2] + Z %*% p[-(1:2)]',
          '  -sum(event * (b * log(to / unit) - l + p[1])) + sum(exp(b * log(to / unit) - l)) -',
          '    sum(exp(b * log(pmax(from, 1e-300) / unit) - l) * (from > 0)) }',
          'start <- c(0, log(sum(to - from) / sum(event) / unit), rep(0, ncol(X)))',
          'fit <- optim(start, minusLogL, method = "BFGS", control = list(reltol = 1e-15, maxit = 5000))',
          'fit <- optim(fit$par, minusLogL, method = "BFGS", control = list(reltol = 1e-16, maxit = 5000))',
          `compare("weibull.shape", exp(fit$par[1]), ${number(shape)})`,
          ...effects.flatMap(({ weibull }, at) =>
            weibull === null
              ? []
              : [
                  `compare("weibull.life.${at + 1}", exp(fit$par[${at + 3}] / exp(fit$par[1])), ${number(weibull.life.ratio)})`,
                ],
          ),
        ]),
  ].join('\n')
}

/** The R lines that look for one change of the rate over the months, with the exact chance of one as large by luck. */
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import { rateChange } from '../../metrics/rateChange'
import { inMillions } from '../../reliability/perMillion'
import { rVector } from './rVector'

/** R holds a table of all failures squared for it; beyond this that takes minutes. */
const MOST_FAILURES = 3000

export function rateChangeScript(analysis: NodeAnalysis): readonly string[] {
  const { months, found } = rateChange(analysis)
  const total = months.reduce((sum, { rows }) => sum + rows.length, 0)
  if (found.status !== 'estimated' || total > MOST_FAILURES) return []
  return [
    [
      '# --- one change of the rate: the best split of the months, and the chance of one as good under a constant rate',
      rVector(
        'inMonth',
        months.map(({ rows }) => rows.length),
      ),
      rVector(
        'ranInMonth',
        months.map(({ exposureKm }) => inMillions(exposureKm)),
      ),
      'N <- sum(inMonth); m <- length(inMonth); S <- cumsum(ranInMonth) / sum(ranInMonth)',
      'xlog <- function(x, s) ifelse(x == 0, 0, x * log(x / s))',
      'gain <- function(x, s) 2 * (xlog(x, s) + xlog(N - x, 1 - s) - N * log(N))',
      'gains <- gain(cumsum(inMonth)[-m], S[-m]); at <- which.max(gains)',
      `compare("change.month", at, ${found.lastBefore + 1})`,
      `compare("change.ratio", max(gains), ${found.likelihoodRatio})`,
      `compare("change.before", sum(inMonth[1:at]) / sum(ranInMonth[1:at]), ${found.rateBefore})`,
      'v <- c(1, rep(0, N)); p <- 0',
      'for (k in 1:(m - 1)) { q <- if (k == 1) S[1] else (S[k] - S[k - 1]) / (1 - S[k - 1]); w <- rep(0, N + 1)',
      '  for (b in 0:N) if (v[b + 1] > 0) w[(b:N) + 1] <- w[(b:N) + 1] + v[b + 1] * dbinom(0:(N - b), N - b, q)',
      '  out <- gain(0:N, S[k]) >= max(gains) * (1 - 1e-9); p <- p + sum(w[out]); w[out] <- 0; v <- w }',
      `compare("change.p", p, ${found.p})`,
    ].join('\n'),
  ]
}

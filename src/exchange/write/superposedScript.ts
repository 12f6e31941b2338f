/** The R lines that find the law of parts nobody told apart again: over the sets of parts that may be alive, from the same trains. */
import type { NodeLife } from '../../metrics/nodeLife'
import { toEighthRemoval, type SuperposedEvent } from '../../reliability/life/superposedWeibull'

const LIKELIHOOD = `# --- Weibull law of superposed renewals: which part of a train failed is summed out
# at: age of the train; off: 1 failed, 0 removed sound, NA nothing came off; among: number of the fitting that came off,
# -1 an original, -2 any part without a serial, -3 any part; used: age of what went on, NA nothing; named: it has a serial
logL <- function(train, mu, beta) {
  H <- function(x) ifelse(x > 0, exp(beta * (log(x) - mu)), 0)
  w <- function(age, used, failed) ifelse(failed & age <= used, 0,
    exp(ifelse(failed, log(beta) - mu + (beta - 1) * (log(pmax(age, 1e-300)) - mu), 0) - H(age) + H(used)))
  start <- used <- c(); named <- c(); sets <- list(integer(0)); weight <- 1; offs <- 0
  for (i in seq_along(train$at)) {
    at <- train$at[i]
    if (!is.na(train$off[i])) {
      failed <- train$off[i] == 1; among <- train$among[i]; next_ <- new.env(); keep <- list()
      put <- function(set, x) { key <- paste(c("s", set), collapse = " ")
        old <- next_[[key]]; assign(key, (if (is.null(old)) 0 else old) + x, next_); keep[[key]] <<- set }
      for (s in seq_along(sets)) {
        alive <- sets[[s]]; originals <- train$slots - offs + length(start) - length(alive)
        if (originals > 0 && among < 0) put(alive, weight[s] * originals * w(at, 0, failed))
        for (p in alive) if (among == p - 1 || among == -3 || (among == -2 && !named[p]))
          put(setdiff(alive, p), weight[s] * w(at - start[p] + used[p], used[p], failed))
      }
      sets <- unname(keep); weight <- sapply(names(keep), function(key) next_[[key]]); offs <- offs + 1
    }
    if (!is.na(train$used[i])) {
      start <- c(start, at); used <- c(used, train$used[i]); named <- c(named, train$named[i] == 1)
      sets <- lapply(sets, function(set) c(set, length(start)))
    }
  }
  log(sum(weight * sapply(sets, function(set) exp(-(train$slots - offs + length(start) - length(set)) * H(train$end)) *
    prod(w(train$end - start[set] + used[set], used[set], rep(FALSE, length(set)))))))
}`

const numbers = (values: readonly (number | null)[]): string =>
  `c(${values.map((value) => (value === null ? 'NA' : String(value))).join(', ')})`

function amongOf({ off }: SuperposedEvent): number | null {
  if (off === undefined) return null
  return off.among === 'unnamed' ? -2 : off.among === 'nothing' ? -3 : off.among
}

/** Null where lives are known, or nothing was found. */
export function superposedScript({ superposed, lives }: NodeLife): string | null {
  if (superposed?.status !== 'fitted') return null
  const { beta, eta, logLikelihood } = superposed
  const trains = lives.trains.map(toEighthRemoval).map(({ slots, end, events }) => {
    const each = (value: (event: SuperposedEvent) => number | null): string => numbers(events.map(value))
    return [
      `  list(slots = ${slots}, end = ${end}, at = ${each(({ at }) => at)}`,
      `    off = ${each(({ off }) => (off === undefined ? null : Number(off.isFailure)))}`,
      `    among = ${each(amongOf)}`,
      `    used = ${each(({ on }) => on?.used ?? null)}`,
      `    named = ${each(({ on }) => (on === undefined ? null : Number(on.isNamed)))})`,
    ].join(',\n')
  })
  return [
    LIKELIHOOD,
    `trains <- list(\n${trains.join(',\n')}\n)`,
    'minus <- function(p) -sum(sapply(trains, logL, mu = p[1], beta = exp(p[2])))',
    `fit <- optim(c(${Math.log(eta) + 0.05}, ${Math.log(beta) - 0.05}), minus, method = "BFGS", ` +
      'control = list(reltol = 1e-14, ndeps = c(1e-5, 1e-5)))',
    `compare("superposed.beta", exp(fit$par[2]), ${beta})`,
    `compare("superposed.eta", exp(fit$par[1]), ${eta})`,
    `compare("superposed.logL", -fit$value, ${logLikelihood})`,
  ].join('\n')
}

/** The R lines that work the shares of competing kinds of failure, and their combined B10, out again. */
import type { NodeLife } from '../../metrics/nodeLife'

const numbers = (name: string, values: ArrayLike<number>): string => `${name} <- c(${Array.from(values).join(', ')})`

/** Kinds are numbered in the order of the table. @returns null where none compete */
export function modesScript({ modes, group }: NodeLife): string | null {
  if (modes === null) return null
  const { suspensions, suspensionCounts, entries, entryCounts, failed } = group
  const kindOf = new Map(modes.modes.flatMap(({ rows }, at) => Array.from(rows, (row) => [row, at + 1] as const)))
  const laws = modes.modes.flatMap(({ law }) => (law === null ? [] : [law]))
  return [
    '# --- kinds of failure that compete: Aalen-Johansen, and the B10 of all laws combined',
    numbers(
      'age',
      failed.map(({ age }) => age),
    ),
    numbers(
      'kind',
      failed.map(({ row }) => kindOf.get(row) ?? 0),
    ),
    numbers('soundAge', suspensions),
    numbers('soundCount', suspensionCounts),
    numbers('lateAge', entries),
    numbers('lateCount', entryCounts),
    `share <- numeric(${modes.modes.length}); alive <- 1`,
    'for (t in sort(unique(age))) {',
    '  d <- tabulate(kind[age == t], length(share))',
    '  n <- sum(age >= t) + sum(soundCount[soundAge >= t]) - sum(lateCount[lateAge >= t])',
    '  share <- share + alive * d / n; alive <- alive * (1 - sum(d) / n)',
    '}',
    ...modes.modes.map(
      ({ steps }, at) => `compare("modes.share.${at + 1}", share[${at + 1}], ${steps.at(-1)?.share ?? 'NA'})`,
    ),
    ...(modes.b10 === null
      ? []
      : [
          numbers(
            'beta',
            laws.map(({ beta }) => beta),
          ),
          numbers(
            'eta',
            laws.map(({ eta }) => eta),
          ),
          'b10 <- exp(uniroot(function(l) sum((exp(l) / eta)^beta) + log(0.9), log(range(eta)) - c(20, 0), tol = 1e-13)$root)',
          `compare("modes.b10", b10, ${modes.b10.life})`,
        ]),
  ].join('\n')
}

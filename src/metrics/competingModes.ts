/** Kinds of failure that compete for the life of a part: which share each takes, and what all of them leave. */
import { cumulativeIncidence, type IncidenceStep } from '../reliability/life/cumulativeIncidence'
import { seriesOfWeibulls, type SeriesLife } from '../reliability/life/seriesOfWeibulls'
import { weibullFit } from '../reliability/life/weibullFit'
import { textAt, type FailureColumns } from './failureColumns'
import { FEW_FAILURES, type FittedWeibull } from './lifeAnalysis'
import type { FailureKind } from './lifeQuestion'
import { CONFIDENCE } from './nodeFigures'
import type { LifeGroup } from './partLives'

export interface ModeShare {
  /** Empty: no kind written; `*`: kinds with few failures, taken together. */
  readonly word: string
  readonly rows: Uint32Array
  readonly steps: readonly (IncidenceStep & { readonly rows: Uint32Array })[]
  /** Of this mode alone, the others as suspensions; null where there is none. */
  readonly law: Pick<FittedWeibull, 'beta' | 'betaBounds' | 'eta' | 'etaBounds'> | null
}

export interface CompetingModes {
  readonly field: FailureKind['field']
  /** Most failures first. */
  readonly modes: readonly ModeShare[]
  /** Age by which 10 % have failed in any mode, by the laws of all modes; null where a mode has no law. */
  readonly b10: SeriesLife | null
  /** Suspensions and failures together. */
  readonly parts: number
  readonly longest: number
}

export const OTHER_MODES = '*'
/** As many are drawn; the rest are one more. */
const MOST_MODES = 4
const B10 = 0.1

/** @returns null where fewer than two kinds of failure ended a life */
export function competingModes(
  columns: FailureColumns,
  group: LifeGroup,
  field: FailureKind['field'],
): CompetingModes | null {
  const byWord = new Map<string, LifeGroup['failed'][number][]>()
  for (const life of group.failed) {
    const word = textAt(columns, field, life.row)
    const known = byWord.get(word)
    if (known === undefined) byWord.set(word, [life])
    else known.push(life)
  }
  const ranked = [...byWord].toSorted(([, one], [, other]) => other.length - one.length)
  const main = ranked.filter(([word, failed], at) => at < MOST_MODES && word !== '' && failed.length >= FEW_FAILURES)
  const rest = ranked.filter((one) => !main.includes(one)).flatMap(([, failed]) => failed)
  const kinds = rest.length === 0 ? main : [...main, [OTHER_MODES, rest] as const]
  if (kinds.length < 2 || main.length === 0) return null
  const { suspensions, suspensionCounts, entries, entryCounts } = group
  const shared = { suspensions, suspensionCounts, entries, entryCounts }
  const found = cumulativeIncidence(
    { ...shared, modes: kinds.map(([, failed]) => failed.map(({ age }) => age)) },
    CONFIDENCE,
  )
  if (found.status !== 'estimated') return null
  const laws = kinds.map(([word]) => lawOf(group, byRow(kinds, word)))
  return {
    field,
    modes: kinds.map(([word, failed], at): ModeShare => {
      const law = laws[at] ?? null
      return {
        word,
        rows: Uint32Array.from(failed.map(({ row }) => row)).sort(),
        steps: withRows(found.modes[at] ?? [], failed),
        law:
          law === null ? null : { beta: law.beta, betaBounds: law.betaBounds, eta: law.eta, etaBounds: law.etaBounds },
      }
    }),
    b10: laws.every((law) => law !== null)
      ? seriesOfWeibulls(
          laws.map(({ life }) => life),
          B10,
        )
      : null,
    parts: group.failed.length + suspensionCounts.reduce((sum, count) => sum + count, 0),
    longest: Math.max(0, ...suspensions, ...group.failed.map(({ age }) => age)),
  }
}

type Kinds = readonly (readonly [string, readonly LifeGroup['failed'][number][]])[]

const byRow = (kinds: Kinds, word: string): ReadonlySet<number> =>
  new Set(kinds.find(([one]) => one === word)?.[1].map(({ row }) => row))

/** A part that failed in another way lived at least as long in this one. */
function lawOf(group: LifeGroup, rows: ReadonlySet<number>) {
  const [own, others] = [
    group.failed.filter(({ row }) => rows.has(row)),
    group.failed.filter(({ row }) => !rows.has(row)),
  ]
  const { suspensions, suspensionCounts, entries, entryCounts } = group
  const found = weibullFit(
    {
      failures: own.map(({ age }) => age),
      suspensions: [...suspensions, ...others.map(({ age }) => age)],
      suspensionCounts: [...suspensionCounts, ...others.map(() => 1)],
      entries,
      entryCounts,
    },
    CONFIDENCE,
  )
  return found.status === 'fitted' ? found : null
}

function withRows(steps: readonly IncidenceStep[], failed: readonly LifeGroup['failed'][number][]): ModeShare['steps'] {
  const ordered = failed.toSorted((a, b) => a.age - b.age)
  let at = 0
  return steps.map((step) => {
    const rows = Uint32Array.from(ordered.slice(at, at + step.failed).map(({ row }) => row))
    at += step.failed
    return { ...step, rows }
  })
}

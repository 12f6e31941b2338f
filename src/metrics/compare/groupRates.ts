/** Failures and exposure of groups: each rate with its bounds, its ratio to the others, and what is left of it beside them. */
import { adjustedP } from '../../reliability/adjustedP'
import type { UnitCount } from '../../reliability/dispersion'
import { empiricalBayesRates, type ShrunkRate } from '../../reliability/empiricalBayesRates'
import type { MtbfEstimate } from '../../reliability/mtbf'
import type { NotEstimable } from '../../reliability/notEstimable'
import { rateRatio } from '../../reliability/rateRatio'
import { ratioWithScatter, scatterWithinGroups, type ScatterWithin } from '../../reliability/scatterWithinGroups'
import { CONFIDENCE, mtbfOf } from '../nodeFigures'
import { joinedRows } from '../rowGroups'
import { expectingEnough, SCATTER_LEVEL } from '../trainScatter'

/** Failures and part-kilometres of one group. */
export interface GroupCount {
  readonly word: string
  readonly label: string
  readonly rows: Uint32Array
  readonly exposureKm: number
  /** Failures and part-kilometres of each train in it; null where groups are not of trains. */
  readonly units: readonly UnitCount[] | null
}

/** `ratio` and `upper` are null where nothing bounds the ratio. */
export interface GroupRatio {
  readonly ratio: number | null
  readonly lower: number
  readonly upper: number | null
  /** Two-sided, agrees with the bounds. */
  readonly p: number
}

export interface ComparedGroup extends Omit<GroupCount, 'units'> {
  /** Trains that ran in it; null where groups are not of trains. */
  readonly trains: number | null
  readonly mtbf: MtbfEstimate | NotEstimable<string>
  /** To the reference: the chosen group, or all others together. Null for the reference itself, and where nothing failed. */
  readonly ratio: GroupRatio | null
  /** Of that p among all groups: of those ≤ 0.1 at most 10 % are false on average. */
  readonly adjustedP: number | null
  readonly shrunk: ShrunkRate
  readonly isReference: boolean
}

export interface GroupRates {
  readonly groups: readonly ComparedGroup[]
  readonly failures: number
  readonly exposureKm: number
  /** False: groups scatter no more than at one rate. */
  readonly isSpread: boolean
  /** Over trains inside their groups; where beyond chance, ratios have been widened by it. */
  readonly scatter: (ScatterWithin & { readonly isBeyondChance: boolean }) | null
}

/**
 * @param counts    groups with exposure, at least two
 * @param reference the word of the group all others are set against; each is set against all others where no group has it
 */
export function groupRates(counts: readonly GroupCount[], reference: string): GroupRates {
  const chosen = counts.find(({ word }) => word === reference)
  const all = sumOf(counts)
  const found = scatterWithinGroups(counts.map(({ units }) => expectingEnough(units ?? [])))
  const scatter =
    found.status === 'estimated' && counts.every(({ units }) => units !== null)
      ? { ...found, isBeyondChance: found.p < SCATTER_LEVEL }
      : null
  const ratios = counts.map((group) =>
    group === chosen
      ? null
      : ratioOf(countOf(group), chosen === undefined ? without(all, group) : countOf(chosen), scatter),
  )
  const tested = ratios.flatMap((ratio) => (ratio === null ? [] : [ratio.p]))
  const adjusted = adjustedP(tested, 'bh')
  let next = 0
  const shrunken = empiricalBayesRates(counts.map(countOf), CONFIDENCE)
  const rate = all.exposure > 0 ? all.failures / all.exposure : 0
  return {
    failures: all.failures,
    exposureKm: all.exposure,
    isSpread: shrunken.status === 'estimated',
    scatter,
    groups: counts.map(({ units, ...group }, at): ComparedGroup => {
      const ratio = ratios[at] ?? null
      const p = ratio === null ? null : (adjusted[next] ?? 1)
      if (ratio !== null) next += 1
      const shared = { rate, lower: rate, upper: rate }
      return {
        ...group,
        trains: units === null ? null : units.length,
        mtbf: mtbfOf(group.rows.length, group.exposureKm),
        ratio,
        adjustedP: p,
        shrunk: shrunken.status === 'estimated' ? (shrunken.rates[at] ?? shared) : shared,
        isReference: group.word === chosen?.word,
      }
    }),
  }
}

const countOf = ({ rows, exposureKm }: Pick<GroupCount, 'rows' | 'exposureKm'>): UnitCount => ({
  failures: rows.length,
  exposure: exposureKm,
})
const sumOf = (counts: readonly GroupCount[]): UnitCount => ({
  failures: joinedRows(counts.map(({ rows }) => rows)).length,
  exposure: counts.reduce((sum, { exposureKm }) => sum + exposureKm, 0),
})
const without = (all: UnitCount, group: GroupCount): UnitCount => ({
  failures: all.failures - group.rows.length,
  exposure: all.exposure - group.exposureKm,
})

/** Exact where failures are Poisson; wider where they scatter more, and then only where both sides have some. */
function ratioOf(group: UnitCount, other: UnitCount, scatter: GroupRates['scatter']): GroupRatio | null {
  const exact = rateRatio(group, other, CONFIDENCE)
  if (exact.status !== 'estimated') return null
  if (scatter?.isBeyondChance === true) {
    const wide = ratioWithScatter(group, other, scatter, CONFIDENCE)
    if (wide.status === 'estimated') return wide
  }
  const { ratio, lower, upper, pCentral } = exact
  return { ratio, lower, upper, p: pCentral }
}

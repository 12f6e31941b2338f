/** Which trains, depots, types of train or parts below a node fail more often than the others, told so that few failures do not lead. */
import { groupedBy } from '../domain/groupedBy'
import { adjustedP } from '../reliability/adjustedP'
import { empiricalBayesRates, type ShrunkRate } from '../reliability/empiricalBayesRates'
import { rateRatio, type RateRatio } from '../reliability/rateRatio'
import type { FieldData } from './fieldData'
import type { LabelOf } from './failureFilter'
import { CONFIDENCE, partExposure } from './nodeFigures'
import { partField } from './partBasis'
import type { Period } from './recordedPeriod'
import type { Scope } from './scope'
import { groupingBy, groupRows, joinedRows, type RowGroup } from './rowGroups'
import { exposureBetween } from './trainUsage'

export const RANKED_BY = ['trainId', 'depotId', 'vehicleType', 'child'] as const
export type RankedBy = (typeof RANKED_BY)[number]

export interface RankedGroup {
  readonly word: string
  readonly label: string
  readonly rows: Uint32Array
  readonly exposureKm: number
  readonly rate: number
  /** Drawn to the mean of all groups by what little the group says itself. */
  readonly shrunk: ShrunkRate
  /** Against all other groups together; null where they have no exposure or nothing failed. */
  readonly ratio: RateRatio | null
  /** Of that ratio, among all groups: of those ≤ 0.1 at most 10 % are false on average. */
  readonly adjustedP: number
}

export interface RateRanking {
  /** Highest shrunken rate first. */
  readonly groups: readonly RankedGroup[]
  /** False: the groups scatter no more than chance lets them, and share one rate. */
  readonly isSpread: boolean
}

/** At most this share of what a ranking calls different is not. */
export const FALSE_FINDINGS = 0.1

interface Ranking {
  readonly trains: readonly string[]
  readonly rated: Uint32Array
  readonly period: Period
  /** Part-kilometres per train-kilometre of the node. */
  readonly perTrainKm: number
}

/** Failures and distance of the same groups: a failure counts for the depot and type of its train, whatever is written on it. */
export function rateRankings(
  data: FieldData,
  scope: Scope,
  ranking: Ranking,
  labelOf: LabelOf,
): Readonly<Record<RankedBy, RateRanking>> {
  const { columns, fleet } = data
  const { trains, rated, period, perTrainKm } = ranking
  const km = new Map(
    trains.map((id) => {
      const usage = fleet.usage.get(id)
      return [id, usage === undefined ? 0 : exposureBetween(usage, period.from, period.to).km] as const
    }),
  )
  const ofTrains = groupRows(rated, groupingBy(columns.text.trainId))
  const byTrain = (groupOf: (trainId: string) => string, label: (word: string) => string): RateRanking => {
    const exposure = new Map<string, number>()
    for (const [id, run] of km) exposure.set(groupOf(id), (exposure.get(groupOf(id)) ?? 0) + run * perTrainKm)
    const failed = [...groupedBy(ofTrains, ({ word }) => groupOf(word))]
    return ranked(
      failed.map(([word, groups]) => ({ word, rows: joinedRows(groups.map(({ rows }) => rows)) })),
      exposure,
      label,
    )
  }
  return {
    trainId: byTrain(
      (id) => id,
      (id) => labelOf('trainId', id),
    ),
    depotId: byTrain(
      (id) => fleet.trains.get(id)?.depotId ?? '',
      (id) => labelOf('depotId', id),
    ),
    vehicleType: byTrain(
      (id) => fleet.trains.get(id)?.vehicleType ?? '',
      (word) => word,
    ),
    child: byChild(data, scope, ranking, km, labelOf),
  }
}

function byChild(
  { columns, fleet }: FieldData,
  { nodeId, partBasis }: Scope,
  { rated }: Ranking,
  km: ReadonlyMap<string, number>,
  labelOf: LabelOf,
): RateRanking {
  const children = nodeId === undefined ? fleet.tree.roots : fleet.tree.childrenOf(nodeId)
  const trainKm = [...km.values()].reduce((sum, run) => sum + run, 0)
  const childOf = new Map(
    children.flatMap(({ id }) => fleet.tree.withDescendants(id).map((below) => [below, id] as const)),
  )
  const grouping = groupingBy(columns.text[partField(partBasis)], (word) => childOf.get(word) ?? '')
  return ranked(
    groupRows(rated, grouping),
    new Map(children.map(({ id }) => [id, partExposure(fleet, id, trainKm).exposureKm])),
    (id) => labelOf('bomNodeId', id),
  )
}

function ranked(
  failed: readonly RowGroup[],
  exposure: ReadonlyMap<string, number>,
  label: (word: string) => string,
): RateRanking {
  const rows = new Map(failed.map((group) => [group.word, group.rows]))
  const words = [...exposure].flatMap(([word, run]) => (word !== '' && run > 0 ? [word] : []))
  const units = words.map((word) => ({ failures: rows.get(word)?.length ?? 0, exposure: exposure.get(word) ?? 0 }))
  const all = units.reduce(
    (sum, unit) => ({ failures: sum.failures + unit.failures, exposure: sum.exposure + unit.exposure }),
    { failures: 0, exposure: 0 },
  )
  const shrunken = empiricalBayesRates(units, CONFIDENCE)
  const ratios = units.map((unit) => {
    const others = { failures: all.failures - unit.failures, exposure: all.exposure - unit.exposure }
    const ratio = rateRatio(unit, others, CONFIDENCE)
    return ratio.status === 'estimated' ? ratio : null
  })
  const adjusted = adjustedP(
    ratios.map((ratio) => ratio?.pCentral ?? 1),
    'bh',
  )
  const mean = all.exposure > 0 ? all.failures / all.exposure : 0
  return {
    isSpread: shrunken.status === 'estimated',
    groups: words
      .map((word, at): RankedGroup => {
        const { failures, exposure: run } = units[at] ?? { failures: 0, exposure: 1 }
        return {
          word,
          label: label(word),
          rows: rows.get(word) ?? new Uint32Array(),
          exposureKm: run,
          rate: failures / run,
          shrunk: shrunken.status === 'estimated' ? (shrunken.rates[at] ?? sharedRate(mean)) : sharedRate(mean),
          ratio: ratios[at] ?? null,
          adjustedP: adjusted[at] ?? 1,
        }
      })
      .sort((a, b) => b.shrunk.rate - a.shrunk.rate || b.rate - a.rate || a.label.localeCompare(b.label)),
  }
}

const sharedRate = (rate: number): ShrunkRate => ({ rate, lower: rate, upper: rate })

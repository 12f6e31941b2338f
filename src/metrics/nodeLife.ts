/** Questions about time and age of one node: growth over exposure, lives of its parts, failures by age of the trains. */
import type { ItemEvent } from '../domain/itemEvent'
import type { LifeData } from '../reliability/life/lifeData'
import { superposedWeibull, type SuperposedWeibull } from '../reliability/life/superposedWeibull'
import type { NotEstimable } from '../reliability/notEstimable'
import { textAt, type FailureColumns } from './failureColumns'
import type { FieldData } from './fieldData'
import { ageBetween, type AgeMeasure } from './age'
import { competingModes, type CompetingModes } from './competingModes'
import { growth, type Growth } from './growth'
import { compareGroups, lifeAnalysis, withoutIdentity, type Comparison, type LifeAnalysis } from './lifeAnalysis'
import { FAILURE_KINDS, type FailureKind, type NodeLifeQuestion } from './lifeQuestion'
import { meanCumulative, type MeanCumulative, type UnitWithRows } from './meanCumulative'
import { withKnownDistance, withoutKnownDistance } from './distanceKnown'
import { eventsOverExposure } from './eventsOverExposure'
import { joinedRows } from './rowGroups'
import { areIdentified, groupOf, partLives, type LifeGroup, type LifeGroupName, type PartLives } from './partLives'
import { CONFIDENCE } from './nodeFigures'
import { recordedPeriod, type Period } from './recordedPeriod'
import { rowsInScope, trainsInScope, type Scope } from './scope'
import { trainScatter, type TrainScatter } from './trainScatter'

/** A failure, and what had been run by then. */
export interface EventOnClock {
  readonly exposure: number
  readonly row: number
}

export interface NodeGrowth extends Growth {
  /** Part-kilometres, or days where no distance is known. */
  readonly measure: AgeMeasure
  /** In order. */
  readonly events: readonly EventOnClock[]
  /** Failures on days without known distance, or of which only the year is known. */
  readonly leftOut: Uint32Array
  readonly from: number
  readonly to: number
  /** Failure records begin later than the period asked for. */
  readonly isLeftTruncated: boolean
  /** Of the failures over the trains: beyond chance, failures come in clusters or trains differ, and every bound here is too narrow. */
  readonly scatter: TrainScatter | null
}

export function nodeGrowth(data: FieldData, scope: Scope): NodeGrowth {
  const { from, to, known } = recordedPeriod(data, scope)
  const { counted } = rowsInScope(data, { ...scope, from, to })
  const rated = withKnownDistance(data, counted)
  const { measure, rows, exposures, leftOut, end } = eventsOverExposure(data, scope, rated, { from, to })
  return {
    ...growth(Array.from(exposures), end),
    measure,
    events: Array.from(rows, (row, at) => ({ row, exposure: exposures[at] ?? 0 })),
    leftOut: joinedRows([leftOut, withoutKnownDistance(counted, rated)]),
    from,
    to,
    scatter: trainScatter(data, trainsInScope(data.fleet, scope), rated, { from, to }, 1),
    isLeftTruncated: known.from < from && scope.from === undefined,
  }
}

export interface NodeLife {
  readonly lives: PartLives
  readonly which: LifeGroupName | 'all'
  /** As analysed: of the chosen kind of failure only. */
  readonly group: LifeGroup
  /** Kinds of failure among the parts of the group, most frequent first. */
  readonly kinds: readonly (FailureKind & { readonly count: number })[]
  readonly analysis: LifeAnalysis
  /**
   * Several parts of this kind are on a train and serials or places are missing, so nobody knows which one failed:
   * the law of all parts together, from what the trains show. Null where lives are known.
   */
  readonly superposed: SuperposedWeibull | NotEstimable<'no-failures' | 'no-maximum' | 'no-whole-trains'> | null
  /** Do original and later fitted parts live alike? Null where one of them has too few failures to tell, or none is known. */
  readonly alike: Comparison | null
  readonly mcf: MeanCumulative | NotEstimable<string>
  /** Of all kinds, whichever one is looked at; null where not asked for, or where fewer than two ended a life. */
  readonly modes: CompetingModes | null
  /** As of its growth: trains that differ make β look smaller than it is. */
  readonly scatter: TrainScatter | null
  /** The item is repaired and used on, and its failures have a trend: times between them are no lives. */
  readonly isRepairedWithTrend: boolean
}

/** Two-sided level at which a trend is mentioned. */
const TREND = 0.1

/** @param items what the histories of the items of the node say, beside the failures */
export function nodeLife(
  data: FieldData,
  scope: Scope,
  question: NodeLifeQuestion,
  items: readonly ItemEvent[] = [],
): NodeLife {
  const { columns } = data
  const { measure, which, kind, modesBy } = question
  const lives = partLives(data, { ...scope, nodeId: scope.nodeId ?? '' }, measure, items)
  const isKnown = areIdentified(lives)
  const whole = groupOf(lives, which)
  const group = kind === null ? whole : ofKind(columns, whole, kind)
  const { laplace, scatter } = nodeGrowth(data, scope)
  const isRepaired = lives.leftOut['repaired-on'] !== undefined || lives.leftOut['part-below'] !== undefined
  return {
    lives,
    which,
    group,
    kinds: kindsOf(columns, whole),
    analysis: isKnown ? lifeAnalysis(dataOf(group), question) : withoutIdentity(dataOf(group)),
    superposed: isKnown ? null : superposedOf(lives),
    isRepairedWithTrend: isRepaired && laplace.status === 'estimated' && laplace.enough && laplace.pTwoSided < TREND,
    alike: isKnown ? compareGroups(dataOf(lives.original), dataOf(lives.replacement)) : null,
    scatter,
    modes: isKnown && modesBy !== null ? competingModes(columns, whole, modesBy) : null,
    mcf:
      lives.watch === null
        ? { status: 'not-estimable', reason: 'no-failures' }
        : meanCumulative(trainsByAge(data, scope, measure, lives.watch)),
  }
}

const superposedOf = ({ trains }: PartLives): NodeLife['superposed'] =>
  trains.length === 0 ? { status: 'not-estimable', reason: 'no-whole-trains' } : superposedWeibull(trains, CONFIDENCE)

/** Competing risks: a part that failed in another way lived at least as long in this one. */
function ofKind(columns: FailureColumns, group: LifeGroup, { field, word }: FailureKind): LifeGroup {
  const isOf = ({ row }: LifeGroup['failed'][number]): boolean => textAt(columns, field, row) === word
  const others = group.failed.filter((life) => !isOf(life))
  return {
    ...group,
    failed: group.failed.filter(isOf),
    suspensions: [...group.suspensions, ...others.map(({ age }) => age)],
    suspensionCounts: [...group.suspensionCounts, ...others.map(() => 1)],
  }
}

function kindsOf(columns: FailureColumns, { failed }: LifeGroup): NodeLife['kinds'] {
  return FAILURE_KINDS.flatMap((field) => {
    const counts = new Map<string, number>()
    for (const { row } of failed) {
      const word = textAt(columns, field, row)
      if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    return [...counts].sort((a, b) => b[1] - a[1]).map(([word, count]) => ({ field, word, count }))
  })
}

const dataOf = (group: LifeGroup): LifeData => ({ ...group, failures: group.failed.map(({ age }) => age) })

/** Each train as a unit that ages: its failures of the node and everything below it, from in-service on. */
function trainsByAge(data: FieldData, scope: Scope, measure: AgeMeasure, watch: Period): readonly UnitWithRows[] {
  const { columns, fleet } = data
  const { counted } = rowsInScope(data, { ...scope, from: watch.from, to: watch.to })
  const byTrain = new Map<string, number[]>()
  for (const row of counted) {
    if (Number.isNaN(columns.number.occurredDay[row])) continue
    const train = textAt(columns, 'trainId', row)
    const rows = byTrain.get(train)
    if (rows === undefined) byTrain.set(train, [row])
    else rows.push(row)
  }
  return trainsInScope(fleet, scope).flatMap((id) => {
    const usage = fleet.usage.get(id)
    const service = usage?.inServiceFrom ?? null
    if (usage === undefined || service === null) return []
    const end = ageBetween(
      usage,
      measure,
      service,
      measure === 'km' ? Math.min(watch.to, usage.firstDay + usage.km.length) : watch.to,
    )
    const start = service < watch.from ? ageBetween(usage, measure, service, watch.from) : 0
    if (end === null || start === null || !(end > start)) return []
    const aged = (byTrain.get(id) ?? []).flatMap((row) => {
      const age = ageBetween(usage, measure, service, (columns.number.occurredDay[row] ?? 0) + 0.5)
      return age === null || age < start || age > end ? [] : [{ age, row }]
    })
    return [{ start, end, events: aged.map(({ age }) => age), rows: aged.map(({ row }) => row) }]
  })
}

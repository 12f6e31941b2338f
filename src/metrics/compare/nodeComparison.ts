/** Groups of one node side by side: rates, lives, cumulative failures and growth of each, and how they differ. */
import type { ItemEvent } from '../../domain/itemEvent'
import { funnelLimits, type FunnelLimit } from '../../reliability/funnelLimits'
import type { NotEstimable } from '../../reliability/notEstimable'
import { withKnownDistance, withoutKnownDistance } from '../distanceKnown'
import type { LabelOf } from '../failureFilter'
import type { FieldData } from '../fieldData'
import { partExposure } from '../nodeFigures'
import { areIdentified, partLives, type PartLives } from '../partLives'
import type { TrainStay } from '../partStays'
import { recordedPeriod, type Period } from '../recordedPeriod'
import { joinedRows } from '../rowGroups'
import { fleetExposure, rowsInScope, trainsInScope, UNASSIGNED, type Scope } from '../scope'
import { isOfParts, isOfTrains, type CompareQuestion, type ComparedBy, type GroupsOfNodes } from './compareQuestion'
import {
  comparable,
  countsOfNodes,
  countsOfParts,
  countsOfTrains,
  groupLabel,
  recordedWords,
  type GroupCounts,
  type NoGroups,
} from './groupCounts'
import { groupHistories, type HistoryOfGroup } from './groupHistories'
import { groupLives, type GroupLives } from './groupLives'
import { groupRates, type GroupRates } from './groupRates'
import {
  ageClassStarts,
  ageWord,
  staysByAge,
  staysByBatch,
  staysByOrigin,
  staysByTrain,
  type GroupedStay,
} from './groupedStays'
import { trainGroups } from './trainGroups'

/** What the items of the node say: their fittings and removals, and the batch of each serial. */
export interface KnownItems {
  readonly events: readonly ItemEvent[]
  /** Empty where nobody wrote it. */
  readonly batchOf: (serial: string) => string
}

export const NO_ITEMS: KnownItems = { events: [], batchOf: () => '' }

export interface NodeComparison extends GroupRates {
  readonly status: 'compared'
  readonly by: ComparedBy
  readonly period: Period
  /** Part-kilometres of a train-kilometre; 1 for all products. */
  readonly perTrainKm: number
  /** Failures that stand beside: on days without known distance, and of no group. */
  readonly withoutDistance: Uint32Array
  readonly unplaced: Uint32Array
  readonly unplacedKm: number
  readonly funnel: Funnel | null
  readonly lives: GroupLives | NotEstimable<'parts-not-identified'> | null
  /** Null for groups that are not trains, or that trains come back to. */
  readonly histories: readonly HistoryOfGroup[] | null
}

export type NoComparison = (NoGroups | NotEstimable<'parts-not-identified'>) & { readonly by: ComparedBy }

/** How many words each grouping has, of those that need no lives to count. */
export type RecordedWords = ReturnType<typeof recordedWords>

/** Limits a group stays within by chance, in 95 and in 99.8 of 100. */
export interface Funnel {
  readonly inner: readonly FunnelLimit[]
  readonly outer: readonly FunnelLimit[]
}

/** Groupings that trains come back to, or that are the age itself: no history of one group can be told. */
const WITHOUT_HISTORY: ReadonlySet<ComparedBy> = new Set(['season', 'trainAge'])

export interface ComparisonAnswer {
  readonly comparison: NodeComparison | NoComparison
  readonly recorded: RecordedWords
}

export function nodeComparison(
  data: FieldData,
  scope: Scope,
  question: CompareQuestion,
  labelOf: LabelOf,
  items: KnownItems = NO_ITEMS,
): ComparisonAnswer {
  const { fleet } = data
  const recorded = recordedPeriod(data, scope)
  const trains = trainsInScope(fleet, scope)
  const period = { from: recorded.from, to: recorded.to }
  const { counted } = rowsInScope(data, { ...scope, ...period })
  const rated = withKnownDistance(data, counted)
  const withoutDistance = withoutKnownDistance(counted, rated)
  const { trainKm } = fleetExposure(fleet, trains, period.from, period.to)
  const isPart = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  const perTrainKm = isPart ? partExposure(fleet, scope.nodeId, 1).exposureKm : 1
  const asked: Asked = {
    data,
    scope,
    question,
    labelOf,
    items,
    trains,
    period,
    rated,
    perTrainKm,
    trainKm,
    isPart,
  }
  const found = isOfTrains(question.by)
    ? byTrains(asked)
    : isOfParts(question.by)
      ? byParts(asked)
      : byNodes(asked, question.by)
  const words = recordedWords(fleet, trains, isPart ? scope.nodeId : undefined)
  if ('reason' in found) return { recorded: words, comparison: { ...found, by: question.by } }
  const { counts, lives, histories, unplaced, unplacedKm, ...rest } = found
  const ran = counts.filter(({ exposureKm }) => exposureKm > 0)
  const rates = groupRates(ran, question.reference)
  return {
    recorded: words,
    comparison: {
      status: 'compared',
      by: question.by,
      period,
      perTrainKm,
      ...rates,
      withoutDistance: rest.withoutDistance ?? withoutDistance,
      unplaced,
      unplacedKm,
      funnel: funnelOf(rates),
      lives,
      histories,
    },
  }
}

interface Asked {
  readonly data: FieldData
  readonly scope: Scope
  readonly question: CompareQuestion
  readonly labelOf: LabelOf
  readonly items: KnownItems
  readonly trains: readonly string[]
  readonly period: Period
  readonly rated: Uint32Array
  readonly perTrainKm: number
  readonly trainKm: number
  readonly isPart: boolean
}

type Found = GroupCounts & Pick<NodeComparison, 'lives' | 'histories'> & { readonly withoutDistance?: Uint32Array }

function byTrains(asked: Asked): Found | NoGroups {
  const { data, question, trains, period, labelOf, perTrainKm, isPart } = asked
  if (!isOfTrains(question.by)) return { status: 'not-estimable', reason: 'group-not-recorded' }
  const groups = trainGroups(data.fleet, { ...question, by: question.by }, period)
  const found = countsOfTrains(data, question.by, groups, asked, groupLabel(labelOf))
  const none = comparable(found)
  if (none !== null) return none
  const words = found.counts.map(({ word }) => word)
  const followed = isPart ? followedParts(asked, question.measure) : null
  return {
    ...found,
    lives:
      followed === null
        ? null
        : 'reason' in followed
          ? followed
          : groupLives(staysByTrain(data.fleet, followed.stays, groups, question.measure), words),
    histories: WITHOUT_HISTORY.has(question.by)
      ? null
      : groupHistories(data, groups, found.counts, trains, {
          measure: question.measure,
          perTrainKm,
          reference: question.reference,
        }),
  }
}

function byNodes({ data, scope, labelOf, trainKm, ...asked }: Asked, by: GroupsOfNodes): Found | NoGroups {
  const found = countsOfNodes(data, scope, by, asked, trainKm, groupLabel(labelOf))
  return comparable(found) ?? { ...found, lives: null, histories: null }
}

/** Rates are over what the parts ran; lives may be asked in days beside. */
function byParts(asked: Asked): Found | NoGroups | NotEstimable<'parts-not-identified'> {
  const { data, scope, question, isPart, items } = asked
  if (!isPart) return { status: 'not-estimable', reason: 'group-not-recorded' }
  const followed = followedParts(asked, 'km')
  if ('reason' in followed) return followed
  const { stays, lives } = followed
  const starts = ageClassStarts(stays, 'km')
  const groupedBy = (of: readonly TrainStay[]): readonly GroupedStay[] =>
    question.by === 'partAge'
      ? staysByAge(of, starts)
      : question.by === 'batch'
        ? staysByBatch(of, items.batchOf)
        : staysByOrigin(of)
  const order =
    question.by === 'partAge'
      ? starts.map((_, at) => ageWord(starts, at))
      : question.by === 'origin'
        ? ['original', 'replacement']
        : null
  const dutyCycle = data.fleet.tree.nodes.get(scope.nodeId ?? '')?.dutyCycle ?? 1
  const found = countsOfParts(groupedBy(stays), order, dutyCycle)
  if ('reason' in found) return found
  const none = comparable(found)
  if (none !== null) return none
  const measured = question.measure === 'km' ? followed : followedParts(asked, question.measure)
  return {
    ...found,
    unplaced: joinedRows([found.unplaced, ...Object.values(lives.leftOut)]),
    // Failures without known distance are among those no life could be made of.
    withoutDistance: new Uint32Array(),
    histories: null,
    lives:
      question.by === 'partAge'
        ? null
        : 'reason' in measured
          ? measured
          : groupLives(
              groupedBy(measured.stays),
              found.counts.map(({ word }) => word),
            ),
  }
}

function followedParts(
  { data, scope, items }: Asked,
  measure: CompareQuestion['measure'],
): { readonly stays: readonly TrainStay[]; readonly lives: PartLives } | NotEstimable<'parts-not-identified'> {
  const stays: TrainStay[] = []
  const lives = partLives(data, { ...scope, nodeId: scope.nodeId ?? '' }, measure, items.events, (stay) =>
    stays.push(stay),
  )
  return areIdentified(lives) ? { stays, lives } : { status: 'not-estimable', reason: 'parts-not-identified' }
}

/** Fewer groups show no funnel. */
const FEWEST_FOR_FUNNEL = 3
const CURVE = 60
const INNER = 0.05
const OUTER = 0.002

function funnelOf({ groups, failures, exposureKm }: GroupRates): Funnel | null {
  if (groups.length < FEWEST_FOR_FUNNEL || failures === 0) return null
  const ran = groups.map((group) => group.exposureKm)
  const most = Math.min(exposureKm, Math.max(...ran) * 1.1)
  const least = Math.min(Math.min(...ran) / 1.5, most / 12)
  const exposures = Array.from({ length: CURVE + 1 }, (_, at) => least * (most / least) ** (at / CURVE))
  const drawn = exposures.map((own) => Math.min(own, exposureKm))
  return {
    inner: funnelLimits(failures, exposureKm, drawn, INNER),
    outer: funnelLimits(failures, exposureKm, drawn, OUTER),
  }
}

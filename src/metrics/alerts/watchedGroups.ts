/** The groups a rule looks at, each with its failures in the order of their days and what it ran. */
import type { AlertRule, WatchedEach } from '../../domain/alerts/alertRule'
import { subjectText, type SubjectPart } from '../../domain/alerts/alertSubject'
import { groupedBy } from '../../domain/groupedBy'
import type { FailureColumns } from '../failureColumns'
import { keepRows, textAt } from '../failureColumns'
import type { Fleet } from '../fleet'
import { partExposure } from '../nodeFigures'
import { groupRows, type Grouping } from '../rowGroups'
import { trainsInScope } from '../scope'
import { EVERYTHING, type AlertGround } from './alertGround'

export interface WatchedGroup {
  readonly subject: string
  readonly parts: readonly SubjectPart[]
  /** In the order of their days. */
  readonly rows: Uint32Array
  /** Of these trains distance counts; their key names them. */
  readonly trainsKey: string
  readonly trains: readonly string[]
  /** Part-kilometres a train-kilometre. */
  readonly perTrainKm: number
  /** Depth in the product tree, for a part; parts below are told before those above. */
  readonly depth: number
}

type OfTrain = Exclude<WatchedEach, 'whole' | 'node' | 'train'>

/** The depot, operator or type of a failure is that of its train; where no train is known, what is written on it. */
const FIELD_OF_TRAIN = { depot: 'depotId', operator: 'operatorId', vehicleType: 'vehicleType' } as const

export function wordOfTrain(fleet: Fleet, columns: FailureColumns, each: OfTrain, row: number): string {
  const train = fleet.trains.get(textAt(columns, 'trainId', row))
  const own = train?.[FIELD_OF_TRAIN[each]]
  if (own !== undefined) return own
  return each === 'depot'
    ? textAt(columns, 'depotId', row)
    : each === 'operator'
      ? textAt(columns, 'customerId', row)
      : ''
}

/** Failures a rule looks at, whatever it groups them by. */
export function rowsOfRule({ data, dated, isRated }: AlertGround, rule: AlertRule, onlyRated: boolean): Uint32Array {
  const { columns, fleet } = data
  const { failedNodeId, severity, trainId } = columns.text
  const nodes = rule.bomNodeId === undefined ? null : new Set(fleet.tree.withDescendants(rule.bomNodeId))
  const inNode = failedNodeId.words.map((word) => nodes === null || nodes.has(word))
  const isSeverity = severity.words.map((word) => rule.severity === undefined || word === rule.severity)
  const trains = new Set(trainsOfRule(fleet, rule))
  const limitsTrains = rule.depotId !== undefined || rule.vehicleType !== undefined
  const isTrain = trainId.words.map((word) => !limitsTrains || trains.has(word))
  return keepRows(
    dated,
    (row) =>
      (!onlyRated || isRated[row] === 1) &&
      inNode[failedNodeId.index[row] ?? 0] === true &&
      isSeverity[severity.index[row] ?? 0] === true &&
      (isTrain[trainId.index[row] ?? 0] === true || isUnknownTrainThere(columns, rule, row)),
  )
}

/** A failure without a train belongs to the depot that is written on it. */
const isUnknownTrainThere = (columns: FailureColumns, { depotId, vehicleType }: AlertRule, row: number): boolean =>
  depotId !== undefined &&
  vehicleType === undefined &&
  textAt(columns, 'trainId', row) === '' &&
  textAt(columns, 'depotId', row) === depotId

export const trainsOfRule = (fleet: Fleet, { depotId, vehicleType }: AlertRule): readonly string[] =>
  trainsInScope(fleet, {
    ...EVERYTHING,
    depotIds: depotId === undefined ? [] : [depotId],
    vehicleTypes: vehicleType === undefined ? [] : [vehicleType],
  })

/** @param onlyRated failures of days without known distance are left aside */
export function watchedGroups(ground: AlertGround, rule: AlertRule, onlyRated = false): readonly WatchedGroup[] {
  const { data } = ground
  const { columns, fleet } = data
  const rows = rowsOfRule(ground, rule, onlyRated)
  const trains = trainsOfRule(fleet, rule)
  const trainsKey = `${rule.depotId ?? ''}|${rule.vehicleType ?? ''}`
  const perTrainKm = rule.bomNodeId === undefined ? 1 : partExposure(fleet, rule.bomNodeId, 1).exposureKm
  const scope: readonly SubjectPart[] = rule.bomNodeId === undefined ? [] : [{ kind: 'node', id: rule.bomNodeId }]
  const { each } = rule
  if (each === 'whole') {
    const parts = scope.length === 0 ? [{ kind: 'whole' as const, id: '' }] : scope
    return [{ subject: subjectText(parts), parts, rows, trainsKey, trains, perTrainKm, depth: 0 }]
  }
  if (each === 'node') return nodeGroups(ground, rule, rows, { trains, trainsKey })
  const trainId = columns.text.trainId
  const grouping: Grouping =
    each === 'train'
      ? { words: trainId.words, of: (row) => trainId.index[row] ?? 0 }
      : wordGrouping(rows, columns.size, (row) => wordOfTrain(fleet, columns, each, row))
  const trainsOf = groupedBy(trains, (id) =>
    each === 'train' ? id : (fleet.trains.get(id)?.[FIELD_OF_TRAIN[each]] ?? ''),
  )
  return groupRows(rows, grouping).flatMap(({ word, rows }): WatchedGroup[] => {
    if (word === '') return []
    const parts: readonly SubjectPart[] = [{ kind: each, id: word }, ...scope]
    return [
      {
        subject: subjectText(parts),
        parts,
        rows,
        trains: trainsOf.get(word) ?? [],
        trainsKey: `${trainsKey}|${each}|${word}`,
        perTrainKm,
        depth: 0,
      },
    ]
  })
}

function wordGrouping<W extends string | number>(
  rows: Uint32Array,
  size: number,
  wordOf: (row: number) => W,
): Grouping {
  const words: string[] = []
  const numbers = new Map<W, number>()
  const of = new Uint32Array(size)
  for (const row of rows) {
    const word = wordOf(row)
    let number = numbers.get(word)
    if (number === undefined) {
      number = words.push(String(word)) - 1
      numbers.set(word, number)
    }
    of[row] = number
  }
  return { words, of: (row) => of[row] ?? 0 }
}

/** Every part with failures at itself or below, deepest first. */
function nodeGroups(
  { data }: AlertGround,
  rule: AlertRule,
  rows: Uint32Array,
  of: Pick<WatchedGroup, 'trains' | 'trainsKey'>,
): readonly WatchedGroup[] {
  const { columns, fleet } = data
  const { failedNodeId } = columns.text
  const within = rule.bomNodeId === undefined ? null : new Set(fleet.tree.withDescendants(rule.bomNodeId))
  const above = failedNodeId.words.map((word) =>
    fleet.tree
      .pathOf(word)
      .filter(({ id }) => within === null || within.has(id))
      .map(({ id }) => id),
  )
  const places = new Map<string, number[]>()
  for (const row of rows)
    for (const id of above[failedNodeId.index[row] ?? 0] ?? []) {
      const known = places.get(id)
      if (known === undefined) places.set(id, [row])
      else known.push(row)
    }
  return [...places]
    .map(([id, own]): WatchedGroup => {
      const parts: readonly SubjectPart[] = [{ kind: 'node', id }]
      return {
        ...of,
        subject: subjectText(parts),
        parts,
        rows: Uint32Array.from(own),
        perTrainKm: partExposure(fleet, id, 1).exposureKm,
        depth: fleet.tree.pathOf(id).length,
      }
    })
    .sort((a, b) => b.depth - a.depth || (a.subject < b.subject ? -1 : 1))
}

/** The same train and the same part: pairs with at least two failures, and the part's rate over all trains. */
export interface WatchedPair extends WatchedGroup {
  readonly nodeId: string
}

export function watchedPairs(ground: AlertGround, rule: AlertRule): readonly WatchedPair[] {
  const { columns } = ground.data
  const { failedNodeId, trainId } = columns.text
  const rows = keepRows(
    rowsOfRule(ground, rule, false),
    (row) => failedNodeId.index[row] !== 0 && trainId.index[row] !== 0,
  )
  const nodes = failedNodeId.wordCount
  const pairs = wordGrouping(
    rows,
    columns.size,
    (row) => (trainId.index[row] ?? 0) * nodes + (failedNodeId.index[row] ?? 0),
  )
  return groupRows(rows, pairs).flatMap(({ word, rows }): WatchedPair[] => {
    if (rows.length < 2) return []
    const pair = Number(word)
    const [id, nodeId] = [trainId.wordAt(Math.floor(pair / nodes)), failedNodeId.wordAt(pair % nodes)]
    const parts: readonly SubjectPart[] = [
      { kind: 'train', id },
      { kind: 'node', id: nodeId },
    ]
    return [{ subject: subjectText(parts), parts, rows, nodeId, trains: [id], trainsKey: id, perTrainKm: 1, depth: 0 }]
  })
}

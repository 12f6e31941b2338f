/** Failures and exposure of the groups of a node, each kind of group by what the records say of it. */
import type { UnitCount } from '../../reliability/dispersion'
import type { NotEstimable } from '../../reliability/notEstimable'
import { textAt } from '../failureColumns'
import type { LabelOf } from '../failureFilter'
import type { FieldData } from '../fieldData'
import type { Fleet } from '../fleet'
import { partExposure } from '../nodeFigures'
import { partField } from '../partBasis'
import type { Period } from '../recordedPeriod'
import { groupingBy, groupRows, type Grouping } from '../rowGroups'
import type { Scope } from '../scope'
import { exposureBetween } from '../trainUsage'
import type { ComparedBy, GroupsOfNodes } from './compareQuestion'
import type { GroupCount } from './groupRates'
import { exposureOf, failedRowsOf, type GroupedStay } from './groupedStays'
import type { TrainGroups } from './trainGroups'

export interface GroupCounts {
  readonly counts: readonly GroupCount[]
  /** Failures that belong to no group, because nothing on record says to which. */
  readonly unplaced: Uint32Array
  /** Exposure of no group. */
  readonly unplacedKm: number
}

export type NoGroups = NotEstimable<
  'group-not-recorded' | 'group-unknown-in-use' | 'fewer-than-two-groups' | 'no-exposure'
>

/** Words people read, for groups that are named by records. */
export type GroupLabel = (by: ComparedBy, word: string) => string

export const groupLabel =
  (labelOf: LabelOf): GroupLabel =>
  (by, word) =>
    by === 'depotId' || by === 'lineId'
      ? labelOf(by, word)
      : by === 'operatorId' || by === 'supplierId'
        ? labelOf('customerId', word)
        : word

interface Rated {
  readonly trains: readonly string[]
  /** Failures that a rate counts. */
  readonly rated: Uint32Array
  readonly period: Period
  /** Part-kilometres per train-kilometre. */
  readonly perTrainKm: number
}

type Cells = Map<string, Map<string, { failures: number; exposure: number }>>

/** A failure of which only the year is known belongs to a group of its train that never changes, and to no other. */
export function countsOfTrains(
  data: FieldData,
  by: ComparedBy,
  groups: TrainGroups,
  asked: Rated,
  label: GroupLabel,
): GroupCounts {
  const { columns, fleet } = data
  const { cells, unplacedKm } = exposureOfGroups(fleet, groups, asked)
  const grouping = groupOfRow(columns, groups, ['', ...cells.keys()])
  const rowsOf = new Map(groupRows(asked.rated, grouping).map((group) => [group.word, group.rows]))
  const counts = [...cells].map(([word, ofGroup]): GroupCount => {
    const rows = rowsOf.get(word) ?? new Uint32Array()
    for (const { word: train, rows: ofTrain } of groupRows(rows, groupingBy(columns.text.trainId))) {
      const cell = ofGroup.get(train)
      if (cell !== undefined) cell.failures = ofTrain.length
    }
    const units: readonly UnitCount[] = [...ofGroup.values()].filter(({ exposure }) => exposure > 0)
    const exposureKm = units.reduce((sum, { exposure }) => sum + exposure, 0)
    return { word, label: label(by, word), rows, exposureKm, units }
  })
  return { counts: inOrder(counts, groups.order), unplaced: rowsOf.get('') ?? new Uint32Array(), unplacedKm }
}

/** Part-kilometres of each train in each group. */
function exposureOfGroups(
  fleet: Fleet,
  { stretchesOf }: TrainGroups,
  { trains, period, perTrainKm }: Rated,
): { readonly cells: Cells; readonly unplacedKm: number } {
  const cells: Cells = new Map()
  let unplacedKm = 0
  for (const id of trains) {
    const usage = fleet.usage.get(id)
    if (usage === undefined) continue
    let left = exposureBetween(usage, period.from, period.to).km
    for (const { word, from, to } of stretchesOf(id)) {
      const { km } = exposureBetween(usage, from, to)
      left -= km
      const ofGroup = cells.get(word) ?? new Map<string, { failures: number; exposure: number }>()
      cells.set(word, ofGroup)
      ofGroup.set(id, { failures: 0, exposure: (ofGroup.get(id)?.exposure ?? 0) + km * perTrainKm })
    }
    // What rounding leaves of a train that is in a group throughout is no distance.
    if (left > 1) unplacedKm += left * perTrainKm
  }
  return { cells, unplacedKm }
}

/** @param words of all groups, the empty one of none first */
function groupOfRow(
  columns: FieldData['columns'],
  { stretchesOf, isSettled }: TrainGroups,
  words: readonly string[],
): Grouping {
  const numberOf = new Map(words.map((word, at) => [word, at]))
  const days = columns.number.occurredDay
  return {
    words,
    of: (row) => {
      const day = days[row] ?? Number.NaN
      const stretches = stretchesOf(textAt(columns, 'trainId', row))
      const found = Number.isNaN(day)
        ? isSettled
          ? stretches[0]
          : undefined
        : stretches.find(({ from, to }) => day >= from && day < to)
      return numberOf.get(found?.word ?? '') ?? 0
    },
  }
}

/** Words no group has come last, as they are. */
const inOrder = (counts: readonly GroupCount[], order: readonly string[] | null): readonly GroupCount[] =>
  order === null
    ? counts.toSorted((a, b) => a.label.localeCompare(b.label))
    : counts.toSorted((a, b) => order.indexOf(a.word) - order.indexOf(b.word))

/**
 * Each part below the node, and the node itself, counts for the supplier or revision written on it, or else on the part
 * that holds it. Of parts inside each other with one word the outermost brings the exposure.
 */
export function countsOfNodes(
  { columns, fleet }: FieldData,
  { nodeId, partBasis }: Scope,
  by: GroupsOfNodes,
  { rated }: Rated,
  trainKm: number,
  label: GroupLabel,
): GroupCounts {
  const wordOf = new Map<string, string>()
  const exposure = new Map<string, number>()
  const visit = (id: string, above: string): void => {
    const own = fleet.tree.nodes.get(id)?.[by] ?? ''
    const word = own === '' ? above : own
    wordOf.set(id, word)
    if (word !== '' && word !== above)
      exposure.set(word, (exposure.get(word) ?? 0) + partExposure(fleet, id, trainKm).exposureKm)
    for (const child of fleet.tree.childrenOf(id)) visit(child.id, word)
  }
  for (const id of nodeId === undefined ? fleet.tree.roots.map((root) => root.id) : [nodeId]) visit(id, '')
  const grouping = groupingBy(columns.text[partField(partBasis)], (id) => wordOf.get(id) ?? '')
  const rowsOf = new Map(groupRows(rated, grouping).map((group) => [group.word, group.rows]))
  const counts = [...exposure].map(([word, exposureKm]): GroupCount => ({
    word,
    label: label(by, word),
    rows: rowsOf.get(word) ?? new Uint32Array(),
    exposureKm,
    units: null,
  }))
  return { counts: inOrder(counts, null), unplaced: rowsOf.get('') ?? new Uint32Array(), unplacedKm: 0 }
}

/** With less of what parts in use have run than this known by group, rates of groups are those of the failed alone. */
const ENOUGH_KNOWN = 0.8

/** @param dutyCycle part-kilometres per kilometre of its train */
export function countsOfParts(
  stays: readonly GroupedStay[],
  order: readonly string[] | null,
  dutyCycle: number,
): GroupCounts | NoGroups {
  const groups = new Map<string, GroupedStay[]>()
  for (const stay of stays) {
    const known = groups.get(stay.word)
    if (known === undefined) groups.set(stay.word, [stay])
    else known.push(stay)
  }
  const unknown = groups.get('') ?? []
  groups.delete('')
  if (groups.size === 0) return { status: 'not-estimable', reason: 'group-not-recorded' }
  const unplacedKm = exposureOf(unknown) * dutyCycle
  if (unplacedKm > (1 - ENOUGH_KNOWN) * exposureOf(stays) * dutyCycle)
    return { status: 'not-estimable', reason: 'group-unknown-in-use' }
  const counts = [...groups].map(([word, ofGroup]): GroupCount => ({
    word,
    label: word,
    rows: failedRowsOf(ofGroup),
    exposureKm: exposureOf(ofGroup) * dutyCycle,
    units: null,
  }))
  return { counts: inOrder(counts, order), unplaced: failedRowsOf(unknown), unplacedKm }
}

/** Are there two groups that ran, so that there is something to compare? */
export function comparable({ counts, unplacedKm }: GroupCounts): NoGroups | null {
  const ran = counts.filter(({ exposureKm }) => exposureKm > 0)
  if (counts.length === 0) return { status: 'not-estimable', reason: 'group-not-recorded' }
  if (ran.length === 0 && unplacedKm === 0) return { status: 'not-estimable', reason: 'no-exposure' }
  return ran.length < 2 ? { status: 'not-estimable', reason: 'fewer-than-two-groups' } : null
}

/** Which groupings tell trains or parts below apart at all: how many words each has. */
export function recordedWords(fleet: Fleet, trains: readonly string[], nodeId: string | undefined) {
  const wordsOf = (words: readonly (string | undefined)[]): number =>
    new Set(words.filter((word) => word !== undefined && word !== '')).size
  const of = trains.map((id) => fleet.trains.get(id))
  const nodes =
    nodeId === undefined
      ? [...fleet.tree.nodes.values()]
      : fleet.tree.withDescendants(nodeId).map((id) => fleet.tree.nodes.get(id))
  return {
    vehicleType: wordsOf(of.map((train) => train?.vehicleType)),
    depotId: wordsOf(of.map((train) => train?.depotId)),
    operatorId: wordsOf(of.map((train) => train?.operatorId)),
    lineId: wordsOf(of.map((train) => train?.lineId)),
    projectNo: wordsOf(of.map((train) => train?.projectNo)),
    supplierId: wordsOf(nodes.map((node) => node?.supplierId)),
    revision: wordsOf(nodes.map((node) => node?.revision)),
  } as const
}

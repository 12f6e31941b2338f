/** Which nodes and trains a person means by what was typed, and what a screen says about one of them. */
import { namesIn } from '../domain/otherNames'
import { plainText } from '../domain/plainText'
import { partyLabel, trainLabel, type Fleet } from './fleet'
import type { InitialsOf } from './fuzzyWords'

type FleetNode = NonNullable<ReturnType<Fleet['tree']['nodes']['get']>>
type FleetTrain = NonNullable<ReturnType<Fleet['trains']['get']>>

export interface NodeHit {
  readonly id: string
  readonly name: string
  readonly partNo: string
  /** Names from the top of the product down to the node itself. */
  readonly path: readonly string[]
  /** Ended: still found, after all others. */
  readonly isPast?: true
}

export interface NodeTitle extends NodeHit {
  readonly targetFpmk: number | null
  readonly designMtbfH: number | null
  readonly designMdbfKm: number | null
  readonly criticality: string
}

export interface TrainHit {
  readonly id: string
  readonly label: string
  readonly depot: string
  readonly operator: string
  /** Scrapped: still found, after all others. */
  readonly isPast?: true
}

export interface TrainTitle extends TrainHit {
  readonly vehicleType: string
  readonly trainNo: string
  readonly depotId: string
  readonly operatorId: string
  readonly line: string
}

/** What is in use comes before what is not any more. */
const lastIfPast = (a: NodeHit | TrainHit, b: NodeHit | TrainHit): number =>
  Number(a.isPast === true) - Number(b.isPast === true)

/** How well a record matches: 0 is the very thing typed, -1 is no match. */
type Match = number

const NO_MATCH = -1

/** Nodes whose name, part number, other names or pinyin initials contain what was typed; best matches first. */
export function findNodes(fleet: Fleet, typed: string, limit: number, initialsOf: InitialsOf): readonly NodeHit[] {
  const wanted = plainText(typed)
  const hits: { match: Match; hit: NodeHit }[] = []
  for (const node of fleet.tree.nodes.values()) {
    const match = nodeMatch(node, wanted, initialsOf)
    if (match !== NO_MATCH) hits.push({ match, hit: nodeHit(fleet, node) })
  }
  hits.sort(
    (a, b) =>
      lastIfPast(a.hit, b.hit) ||
      a.match - b.match ||
      a.hit.path.length - b.hit.path.length ||
      (a.hit.partNo < b.hit.partNo ? -1 : 1),
  )
  return hits.slice(0, limit).map(({ hit }) => hit)
}

function nodeMatch(node: FleetNode, wanted: string, initialsOf: InitialsOf): Match {
  if (wanted === '') return 5
  const name = plainText(node.name ?? '')
  const partNo = plainText(node.partNo ?? '')
  if (partNo === wanted || name === wanted) return 0
  if (name.startsWith(wanted) || partNo.startsWith(wanted)) return 1
  const initials = initialsOf(node.name ?? '')
  if (initials.startsWith(wanted)) return 2
  if (name.includes(wanted) || partNo.includes(wanted) || plainText(node.aliases ?? '').includes(wanted)) return 3
  return initials.includes(wanted) ? 4 : NO_MATCH
}

function nodeHit(fleet: Fleet, node: FleetNode): NodeHit {
  return {
    id: node.id,
    name: node.name ?? '',
    partNo: node.partNo ?? '',
    path: fleet.tree.pathOf(node.id).map((step) => step.name ?? ''),
    ...(node.active === false ? { isPast: true } : {}),
  }
}

/** Words as a name is compared with them: neither case nor blanks nor hyphens tell two names apart. */
const nameKey = (text: string): string => plainText(text).replace(/[-_‐-―·]/gu, '')

const only = <H>(hits: readonly H[]): H | null => (hits.length === 1 ? (hits[0] ?? null) : null)

/**
 * The one train these words name: type and number, or the number alone where no other train has it. Words that name a type
 * are never matched by their number.
 */
export function trainNamed(fleet: Fleet, words: string): TrainHit | null {
  const wanted = nameKey(words)
  const bare = nameKey(words.replace(/\s*(?:号车?|车)\s*$/u, ''))
  if (bare === '') return null
  const trains = [...fleet.trains.values()]
  const labelled = trains.filter(({ id }) => [wanted, bare].includes(nameKey(trainLabel(fleet, id))))
  const numbered = trains.filter(({ trainNo }) => [wanted, bare].includes(nameKey(trainNo ?? '')))
  const found = only(
    labelled.length > 0 ? labelled : numbered.length > 0 ? numbered : trains.filter(bearsFormerly([wanted, bare])),
  )
  return found === null ? null : trainHit(fleet, found)
}

/** Trains that had such a number before, alone or with their type. */
const bearsFormerly =
  (wanted: readonly string[]) =>
  ({ aliases, vehicleType = '' }: FleetTrain): boolean =>
    namesIn(aliases).some((number) => [number, vehicleType + number].some((name) => wanted.includes(nameKey(name))))

/** The one part these words name: by part number, else by exactly its name or another name of it. */
export function nodeNamed(fleet: Fleet, words: string): NodeHit | null {
  const wanted = nameKey(words)
  if (wanted === '') return null
  const nodes = [...fleet.tree.nodes.values()]
  const numbered = nodes.filter(
    ({ name = '', partNo = '' }) => nameKey(partNo) === wanted || nameKey(name + partNo) === wanted,
  )
  const isNamed = ({ name = '', aliases = '' }: FleetNode): boolean =>
    [name, ...aliases.split(/[,，;；、|\n]/u)].some((known) => nameKey(known) === wanted)
  const found = only(numbered.length > 0 ? numbered : nodes.filter(isNamed))
  return found === null ? null : nodeHit(fleet, found)
}

export function nodeTitle(fleet: Fleet, id: string): NodeTitle | null {
  const node = fleet.tree.nodes.get(id)
  if (node === undefined) return null
  return {
    ...nodeHit(fleet, node),
    targetFpmk: node.targetFpmk ?? null,
    designMtbfH: node.designMtbfH ?? null,
    designMdbfKm: node.designMdbfKm ?? null,
    criticality: node.criticality ?? '',
  }
}

/** Trains whose number, label, depot or operator contain what was typed; best matches first. */
export function findTrains(fleet: Fleet, typed: string, limit: number, initialsOf: InitialsOf): readonly TrainHit[] {
  const wanted = plainText(typed)
  const hits: { match: Match; hit: TrainHit }[] = []
  for (const train of fleet.trains.values()) {
    const hit = trainHit(fleet, train)
    const match = trainMatch(train, hit, wanted, initialsOf)
    if (match !== NO_MATCH) hits.push({ match, hit })
  }
  hits.sort(
    (a, b) =>
      lastIfPast(a.hit, b.hit) ||
      a.match - b.match ||
      a.hit.label.localeCompare(b.hit.label, 'zh-CN', { numeric: true }),
  )
  return hits.slice(0, limit).map(({ hit }) => hit)
}

function trainMatch(train: FleetTrain, hit: TrainHit, wanted: string, initialsOf: InitialsOf): Match {
  if (wanted === '') return 3
  const number = plainText(train.trainNo ?? '')
  const label = plainText(hit.label)
  const bare = nameKey(wanted)
  if (number === wanted || (bare !== '' && nameKey(hit.label) === bare)) return 0
  if (number.startsWith(wanted) || label.startsWith(wanted)) return 1
  if (label.includes(wanted) || (bare !== '' && nameKey(hit.label).includes(bare))) return 2
  if (plainText(train.aliases ?? '').includes(wanted)) return 2
  const places = hit.depot + hit.operator
  return plainText(places).includes(wanted) || initialsOf(places).includes(wanted) ? 3 : NO_MATCH
}

function trainHit(fleet: Fleet, train: FleetTrain): TrainHit {
  return {
    id: train.id,
    label: trainLabel(fleet, train.id),
    depot: partyLabel(fleet, train.depotId ?? ''),
    operator: partyLabel(fleet, train.operatorId ?? ''),
    ...(train.status === 'scrapped' ? { isPast: true } : {}),
  }
}

export function trainTitle(fleet: Fleet, id: string): TrainTitle | null {
  const train = fleet.trains.get(id)
  if (train === undefined) return null
  return {
    ...trainHit(fleet, train),
    line: partyLabel(fleet, train.lineId ?? ''),
    vehicleType: train.vehicleType ?? '',
    trainNo: train.trainNo ?? '',
    depotId: train.depotId ?? '',
    operatorId: train.operatorId ?? '',
  }
}

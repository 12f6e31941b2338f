/** What is known about a failure while it is being written: how often it happened lately, whether it came back here, what helped last time. */
import { plainText } from '../domain/plainText'
import { ALIKE_DAYS } from './alikeFailures'
import { textAt, type FailureColumns } from './failureColumns'
import type { Fleet } from './fleet'
import { DEFAULT_RECURRENCE } from './recurrence'
import { exposureBetween } from './trainUsage'

export interface BeingWritten {
  readonly nodeId: string
  /** Empty while nobody has chosen one: then every symptom counts. */
  readonly symptomCode: string
  readonly trainId: string
  readonly day: number
  readonly text: string
}

export interface SimilarFailures {
  /** Same node (or what hangs below it) and symptom in the 90 days before, newest first. */
  readonly lately: readonly number[]
  /** Same node on the same train within 30 days or 30,000 km before: the last repair may not have held. */
  readonly cameBack: readonly number[]
  /** The failure of this node whose measure is on record: the same symptom first, then the most alike words; null where none is alike. */
  readonly lastFix: number | null
}

/** The same symptom says more than any number of shared letters. */
const SAME_KIND = 1e6
const GONE = new Set(['CANCELLED', 'MERGED', 'DRAFT'])

export function similarFailures(columns: FailureColumns, live: Uint32Array, fleet: Fleet, { nodeId, symptomCode, trainId, day, text }: BeingWritten): SimilarFailures {
  const { bomNodeId, symptomCode: symptoms, trainId: trains, measure } = columns.text
  // Somebody else may have named the failed part more exactly: what hangs below counts too.
  const below = new Set(fleet.tree.withDescendants(nodeId))
  const isNode = Uint8Array.from(bomNodeId.words, (word) => (word !== '' && below.has(word) ? 1 : 0))
  const symptom = symptomCode === '' ? null : symptoms.words.indexOf(symptomCode)
  const train = trainId === '' ? -1 : trains.words.indexOf(trainId)
  const usage = fleet.usage.get(trainId)
  const days = columns.number.occurredDay
  const typed = pairsOf(text)

  const lately: number[] = []
  const cameBack: number[] = []
  let lastFix: number | null = null
  let [mostAlike, newest] = [-1, Number.NEGATIVE_INFINITY]
  for (const row of live) {
    if (isNode[bomNodeId.index[row] ?? 0] === 0 || GONE.has(textAt(columns, 'state', row))) continue
    const since = day - (days[row] ?? Number.NaN)
    if (!(since >= 0)) continue
    const isSameKind = symptom === null || symptoms.index[row] === symptom
    if (isSameKind && since <= ALIKE_DAYS) lately.push(row)
    if (train > 0 && trains.index[row] === train && (since <= DEFAULT_RECURRENCE.days || (usage !== undefined && isWithinKm(usage, days[row] ?? 0, day)))) cameBack.push(row)
    if (measure.index[row] === 0) continue
    const shared = sharedPairs(typed, textAt(columns, 'description', row))
    if (!isSameKind && shared === 0) continue
    const alike = shared + (isSameKind ? SAME_KIND : 0)
    if (alike > mostAlike || (alike === mostAlike && (days[row] ?? 0) > newest)) [mostAlike, newest, lastFix] = [alike, days[row] ?? 0, row]
  }
  const newestFirst = (rows: number[]): number[] => rows.sort((a, b) => (days[b] ?? 0) - (days[a] ?? 0))
  return { lately: newestFirst(lately), cameBack: newestFirst(cameBack), lastFix }
}

function isWithinKm(usage: NonNullable<ReturnType<Fleet['usage']['get']>>, from: number, to: number): boolean {
  const { km, knownDays, serviceDays } = exposureBetween(usage, from, to)
  return serviceDays > 0 && knownDays === serviceDays && km <= DEFAULT_RECURRENCE.km
}

/** Every two neighbouring letters: works for Chinese, which writes no spaces, and for English alike. */
function pairsOf(text: string): ReadonlySet<string> {
  const plain = plainText(text)
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))
}

function sharedPairs(typed: ReadonlySet<string>, text: string): number {
  if (typed.size === 0) return 0
  let shared = 0
  for (const pair of pairsOf(text)) if (typed.has(pair)) shared += 1
  return shared
}

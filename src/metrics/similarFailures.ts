/**
 * What is known about a failure while it is being written: how often it happened lately, whether it came back here,
 * what helped last time.
 */
import { plainText } from '../domain/plainText'
import { ALIKE_DAYS } from '../domain/workflow/alikeFailure'
import { textAt, type FailureColumns } from './failureColumns'
import type { FieldData } from './fieldData'
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
  /** Same node (or what hangs below it), as reported or as analysed, and symptom in the 90 days before, newest first. */
  readonly lately: readonly number[]
  /** Same node on the same train within 30 days or 30,000 km before: the last repair may not have held. */
  readonly cameBack: readonly number[]
  /** The failure of this node whose measure is on record: the same symptom first, then the most alike words; null where none is alike. */
  readonly lastFix: number | null
}

const GONE = new Set(['CANCELLED', 'MERGED', 'DRAFT'])

/**
 * A person who writes a report knows only what it looks like: earlier ones that looked like it and turned out to be of
 * another part help as much as those that were of this one.
 * @param below the node and what hangs below it: somebody else may have named the failed part more exactly
 */
function ofNode({ text: { bomNodeId, failedNodeId } }: FailureColumns, below: ReadonlySet<string>) {
  const [isReportedHere, isFailedHere] = [bomNodeId, failedNodeId].map(({ words }) =>
    Uint8Array.from(words, (word) => (word !== '' && below.has(word) ? 1 : 0)),
  ) as [Uint8Array, Uint8Array]
  return (row: number): boolean =>
    isReportedHere[bomNodeId.index[row] ?? 0] === 1 || isFailedHere[failedNodeId.index[row] ?? 0] === 1
}

export function similarFailures(
  { columns, live, fleet }: FieldData,
  { nodeId, symptomCode, trainId, day, text }: BeingWritten,
): SimilarFailures {
  const { symptomCode: symptoms, trainId: trains, measure, state } = columns.text
  const isOfNode = ofNode(columns, new Set(fleet.tree.withDescendants(nodeId)))
  const isGone = Uint8Array.from(state.words, (word) => (GONE.has(word) ? 1 : 0))
  const symptom = symptomCode === '' ? null : symptoms.words.indexOf(symptomCode)
  const train = trainId === '' ? -1 : trains.words.indexOf(trainId)
  const usage = fleet.usage.get(trainId)
  const days = columns.number.occurredDay

  const lately: number[] = []
  const cameBack: number[] = []
  // The same symptom says more than any number of shared letters: words are compared among these, else among the others.
  const [fixedAlike, fixedOtherwise]: [number[], number[]] = [[], []]
  for (const row of live) {
    if (!isOfNode(row) || isGone[state.index[row] ?? 0] === 1) continue
    const since = day - (days[row] ?? Number.NaN)
    if (!(since >= 0)) continue
    const isSameKind = symptom === null || symptoms.index[row] === symptom
    if (isSameKind && since <= ALIKE_DAYS) lately.push(row)
    if (
      train > 0 &&
      trains.index[row] === train &&
      (since <= DEFAULT_RECURRENCE.days || (usage !== undefined && isWithinKm(usage, days[row] ?? 0, day)))
    )
      cameBack.push(row)
    if (measure.index[row] !== 0) (isSameKind ? fixedAlike : fixedOtherwise).push(row)
  }
  const newestFirst = (rows: number[]): number[] => rows.sort((a, b) => (days[b] ?? 0) - (days[a] ?? 0))
  const lastFix =
    fixedAlike.length > 0 ? mostAlike(columns, fixedAlike, text, 0) : mostAlike(columns, fixedOtherwise, text, 1)
  return { lately: newestFirst(lately), cameBack: newestFirst(cameBack), lastFix }
}

/** The row whose description shares most with the text, the newest among equals; null where none shares `least`. */
function mostAlike(columns: FailureColumns, rows: readonly number[], text: string, least: number): number | null {
  const typed = typedPairs(text)
  const days = columns.number.occurredDay
  if (typed.count < least) return null
  let [found, most, newest]: [number | null, number, number] = [null, least, Number.NEGATIVE_INFINITY]
  for (const row of rows) {
    const on = days[row] ?? 0
    // Nothing can share more than everything: then only what is newer matters.
    if (most === typed.count && found !== null && on <= newest) continue
    const shared = typed.count === 0 ? 0 : typed.sharedWith(textAt(columns, 'description', row))
    if (shared > most || (shared === most && on > newest)) [found, most, newest] = [row, shared, on]
  }
  return found
}

function isWithinKm(usage: NonNullable<ReturnType<Fleet['usage']['get']>>, from: number, to: number): boolean {
  const { km, knownDays, serviceDays } = exposureBetween(usage, from, to)
  return serviceDays > 0 && knownDays === serviceDays && km <= DEFAULT_RECURRENCE.km
}

/**
 * Every two neighbouring letters: works for Chinese, which writes no spaces, and for English alike. Looked up by letter
 * codes in a table made once, because every text of a part is compared at each key stroke.
 */
function typedPairs(text: string): { readonly count: number; readonly sharedWith: (text: string) => number } {
  const plain = plainText(text)
  const firsts = new Uint16Array(65_536)
  const places = new Map<number, number>()
  let distinct = 0
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const first = plain.charCodeAt(at)
    firsts[first] ||= distinct += 1
    const key = (firsts[first] ?? 0) * 65_536 + plain.charCodeAt(at + 1)
    if (!places.has(key)) places.set(key, places.size)
  }
  const counted = new Int32Array(places.size)
  let round = 0
  return {
    count: places.size,
    sharedWith: (other) => {
      const letters = plainText(other)
      round += 1
      let shared = 0
      for (let at = 0; at + 1 < letters.length; at += 1) {
        const first = firsts[letters.charCodeAt(at)] ?? 0
        if (first === 0) continue
        const place = places.get(first * 65_536 + letters.charCodeAt(at + 1))
        if (place === undefined || counted[place] === round) continue
        counted[place] = round
        shared += 1
      }
      return shared
    },
  }
}

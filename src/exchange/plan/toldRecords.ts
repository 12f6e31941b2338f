/**
 * Causes or actions of failures that an import adds, each once. A ledger says it in a word, the report of its own says it
 * whole: that is one record, in the fuller words, with what each of them knew.
 */
import { groupedBy } from '../../domain/groupedBy'
import { tellsNoMore } from './review/saysSame'

interface Told {
  readonly id: string
  readonly failureId?: string | undefined
  readonly reportNo?: string | undefined
}

export interface ToldRecords<R> {
  readonly added: readonly R[]
  readonly has: (failureId: string) => boolean
  /**
   * @param isNew it came with the row of a new failure, of which nothing can be there yet
   * @returns false when it is one that is there already
   */
  readonly add: (record: R, isNew?: boolean) => boolean
}

/**
 * @param words the field that says what it is
 * @param say what is told of a stored record: it is filled, and what differs is kept to be decided
 */
export function toldRecords<R extends Told, K extends Told>(
  known: readonly K[],
  words: keyof R & keyof K & string,
  say: (stored: K, said: R) => void,
): ToldRecords<R> {
  const added: R[] = []
  const places = new Map<string, number[]>()
  let knownOf: ReadonlyMap<string | undefined, readonly K[]> | undefined
  /** Gathered when a failure is first told of again: a ledger of new failures never asks. */
  const knownWith = (failureId: string): readonly K[] => {
    knownOf ??= groupedBy(known, (one) => one.failureId)
    return knownOf.get(failureId) ?? []
  }
  const textOf = (record: Told): string => String((record as unknown as Record<string, unknown>)[words] ?? '')
  const isSame = (a: Told, b: Told): boolean => {
    if (a.reportNo !== undefined && b.reportNo !== undefined) return a.reportNo === b.reportNo
    const [one, other] = [textOf(a), textOf(b)]
    return one === '' || other === '' || tellsNoMore(one, other) || tellsNoMore(other, one)
  }
  return {
    added,
    has: (failureId) => places.has(failureId) || knownWith(failureId).length > 0,
    add: (record, isNew = false) => {
      const failureId = record.failureId ?? ''
      const stored = isNew ? undefined : knownWith(failureId).find((one) => isSame(one, record))
      if (stored !== undefined) {
        say(stored, record)
        return false
      }
      const own = places.get(failureId) ?? []
      const at = own.find((place) => isSame(added[place]!, record))
      if (at !== undefined) {
        const first = added[at]!
        const isFuller = textOf(record).length > textOf(first).length
        added[at] = { ...record, ...first, ...(isFuller ? { [words]: record[words] } : {}) }
        return false
      }
      places.set(failureId, [...own, added.length])
      added.push(record)
      return true
    },
  }
}

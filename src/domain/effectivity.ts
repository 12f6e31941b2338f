/** For which items a corrective action holds: from a serial on, for a batch, for listed trains, or from a day on. */
import { isSameItem, serialIdentity } from './serialIdentity'
import { isMoment, type Moment } from './moment'
import type { CorrectiveAction } from './records/correctiveAction'

/** Whether the action reached an item. `unknown`: what is on record does not say what the scope asks for. */
export type Reach = 'inside' | 'outside' | 'unknown'

/** What is known of an item that failed; empty where nothing is. */
export interface Reached {
  readonly trainNo: string
  readonly serials: readonly string[]
  readonly batch: string
  readonly occurredAt: Moment
}

/** Numbers as people list them: spaces, commas or lines between them. */
export const listedWords = (text: string): readonly string[] =>
  text.split(/[\s,，、;；]+/u).filter((word) => word !== '')

/**
 * Does a serial come at or after another? Serials of one family have the same letters and signs at the same places and
 * differ in their numbers, which count as numbers: SN99 comes before SN100.
 * @returns null when they are not of one family, so that nobody can tell
 */
export function isSerialFrom(serial: string, first: string): boolean | null {
  const [a, b] = [serial, first].map((text) => serialIdentity(text).split(/(\d+)/u))
  if (a === undefined || b === undefined || a.length !== b.length || a.length < 2) return null
  for (const [at, part] of a.entries()) if (at % 2 === 0 && part !== b[at]) return null
  for (let at = 1; at < a.length; at += 2) {
    const [mine, other] = [BigInt(a[at] ?? '0'), BigInt(b[at] ?? '0')]
    if (mine !== other) return mine > other
  }
  return true
}

/** An action without a value holds for everything. */
export function reachOf(
  { effKind, effValue = '' }: Pick<CorrectiveAction, 'effKind' | 'effValue'>,
  { trainNo, serials, batch, occurredAt }: Reached,
): Reach {
  const wanted = effValue.trim()
  if (wanted === '') return 'inside'
  switch (effKind) {
    case 'trains':
      return trainNo === '' ? 'unknown' : listedWords(wanted).includes(trainNo) ? 'inside' : 'outside'
    case 'batch':
      return batch.trim() === '' ? 'unknown' : isSameItem(batch, wanted) ? 'inside' : 'outside'
    case 'serialFrom': {
      const answers = serials.map((serial) => isSerialFrom(serial, wanted))
      return answers.includes(true) ? 'inside' : answers.includes(false) ? 'outside' : 'unknown'
    }
    case 'dateFrom':
      return isMoment(wanted) && wanted.length >= 10 && occurredAt < wanted ? 'outside' : 'inside'
    default:
      return 'inside'
  }
}

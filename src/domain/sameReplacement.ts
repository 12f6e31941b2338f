/**
 * Whether two records tell of one physical replacement. A ledger, a journal and a form write down the same change of a
 * part, each with what its author knew; counted twice it would end one life twice.
 */
import { plainText } from './plainText'
import { confusableIdentity, isTellingSerial } from './serialIdentity'

export interface ToldReplacement {
  readonly failureId?: string | undefined
  readonly trainId?: string | undefined
  readonly at?: string | undefined
  readonly partText?: string | undefined
  readonly removedSerial?: string | undefined
  readonly installedSerial?: string | undefined
  readonly position?: string | undefined
}

type Side = 'same' | 'open' | 'differs'

/** A side without a serial, or with what is none, may be any. */
function sideOf(a = '', b = ''): Side {
  if (!isTellingSerial(a) || !isTellingSerial(b)) return 'open'
  return confusableIdentity(a) === confusableIdentity(b) ? 'same' : 'differs'
}

const DAY_MS = 86_400_000
/** Written down when the train was next in the depot, or copied into the journal at the end of the month. */
const DAYS_APART_BOTH = 45
/** One serial may be taken off and put on again; within a few days it is one change. */
const DAYS_APART_ONE = 5

function daysApart(a = '', b = ''): number {
  if (a.length < 10 || b.length < 10) return 0
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / DAY_MS
}

const hasSerial = ({ removedSerial = '', installedSerial = '' }: ToldReplacement): boolean =>
  isTellingSerial(removedSerial) || isTellingSerial(installedSerial)

/** A small part without serials is told by its words, and by its place where both name one. */
function isSameSmallPart(a: ToldReplacement, b: ToldReplacement): boolean {
  if (hasSerial(a) || hasSerial(b)) return false
  const place = (told: ToldReplacement): string => plainText(told.position ?? '')
  const same = (name: 'partText' | 'removedSerial' | 'installedSerial'): boolean =>
    plainText(a[name] ?? '') === plainText(b[name] ?? '')
  if (place(a) !== '' && place(b) !== '' && place(a) !== place(b)) return false
  return same('partText') && same('removedSerial') && same('installedSerial')
}

/**
 * Serials decide: none may differ, and one must be the same. Of one failure that is enough; between a failure and a line
 * that names none, train and days must allow it.
 */
export function isSameReplacement(a: ToldReplacement, b: ToldReplacement): boolean {
  const isOfOneFailure = a.failureId !== undefined && a.failureId === b.failureId
  if (!isOfOneFailure && a.failureId !== undefined && b.failureId !== undefined) return false
  const trainsDiffer = a.trainId !== undefined && b.trainId !== undefined && a.trainId !== b.trainId
  const days = daysApart(a.at, b.at)
  if (isSameSmallPart(a, b)) return isOfOneFailure || (a.trainId !== undefined && a.trainId === b.trainId && days === 0)
  const sides = [sideOf(a.removedSerial, b.removedSerial), sideOf(a.installedSerial, b.installedSerial)]
  if (sides.includes('differs') || !sides.includes('same')) return false
  if (isOfOneFailure) return true
  return !trainsDiffer && days <= (sides.includes('open') ? DAYS_APART_ONE : DAYS_APART_BOTH)
}

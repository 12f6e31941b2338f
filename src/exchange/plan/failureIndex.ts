/** Finds the failure a row, form or journal line speaks of, among those in the database and those planned so far. */
import type { FailureIdentity } from '../../domain/failureIdentity'
import { plainText } from '../../domain/plainText'
import { failureNumberKey } from './failureNumberKey'
import { bareWords } from './review/saysSame'
import { confusableIdentity, isTellingSerial } from '../../domain/serialIdentity'

/** A failure and the row it came from: null when the database has it. */
export interface IndexedFailure extends FailureIdentity {
  readonly sheet: number | null
  readonly row: number | null
}

/** What a report says that can tell its failure from others. */
export type Sighting = Omit<FailureIdentity, 'id'>

/** What a line of a replacement journal says. */
export interface ReplacementSighting {
  readonly trainId: string
  readonly at: string
  readonly part: string
  readonly removedSerial: string
}

/** What a report of its own says of the failure it belongs to. */
export type ReportWords = Pick<Sighting, 'trainId' | 'occurredAt' | 'serial'>

export interface FailureIndex {
  readonly add: (failure: IndexedFailure) => void
  /** A second report gives the failure a number of its own. */
  readonly alsoKnownAs: (no: string, failure: IndexedFailure) => void
  readonly withId: (id: string) => IndexedFailure | undefined
  /** The failure that is the same occurrence. */
  readonly same: (sighting: Sighting, sheet: number) => IndexedFailure | undefined
  /** The one failure of a number; undefined when several different ones share it. */
  readonly ofNumber: (no: string) => IndexedFailure | undefined
  readonly allOfNumber: (no: string) => readonly IndexedFailure[]
  /** Whether nothing that a report says of train, item and day speaks against it. */
  readonly mayBe: (report: ReportWords, failure: IndexedFailure) => boolean
  /** Failures of the same item, and of the same train within a month, the nearest first. */
  readonly alike: (report: ReportWords) => readonly IndexedFailure[]
  /** The one failure a part was replaced for. */
  readonly ofReplacement: (line: ReplacementSighting) => IndexedFailure | undefined
}

/** A part is changed on the day of its failure or when the train is next in the depot. */
const DAYS_TO_REPLACEMENT = 5
const DAYS_TO_REPLACEMENT_OF_SERIAL = 45
/** A report gives the day it was found or written, a ledger the day of the failure. */
const DAYS_TO_REPORT = 31
const DAY_MS = 86_400_000

/** Days between two dates; none where one of them is not known to the day. */
const daysBetween = (a: string, b: string): number =>
  a.length < 10 || b.length < 10 ? 0 : Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / DAY_MS

/** A serial for comparing; empty where it tells no item from others. */
const serialKey = (serial: string): string => (isTellingSerial(serial) ? confusableIdentity(serial) : '')

const agrees = (a: string, b: string): boolean => a === '' || b === '' || a === b
/** Two dates of which one may be coarser: the day, its month, its year. */
const datesAgree = (a: string, b: string): boolean =>
  a === '' || b === '' || a.slice(0, 10).startsWith(b.slice(0, 10)) || b.slice(0, 10).startsWith(a.slice(0, 10))
const tellsSame = (a: string, b: string): boolean => a !== '' && b !== '' && (a.includes(b) || b.includes(a))

export function failureIndex(known: readonly FailureIdentity[]): FailureIndex {
  const byNumber = new Map<string, IndexedFailure[]>()
  const byTrainDay = new Map<string, IndexedFailure[]>()
  const byTrain = new Map<string, IndexedFailure[]>()
  /** Those of which only the month or the year is known: a few. */
  const coarseByTrain = new Map<string, IndexedFailure[]>()
  const byId = new Map<string, IndexedFailure>()
  const put = (map: Map<string, IndexedFailure[]>, key: string, failure: IndexedFailure): void => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [failure])
    else list.push(failure)
  }
  const coarselySame = (sighting: Sighting, sheet: number): IndexedFailure | undefined => {
    const { trainId, occurredAt } = sighting
    const ofTrain = (occurredAt.length < 10 ? byTrain : coarseByTrain).get(trainId) ?? []
    const isSame = isSameOccurrence(sighting)
    return onlyOne(ofTrain.filter((other) => other.sheet !== sheet && isSameItemThen(sighting, other) && isSame(other)))
  }
  const index: FailureIndex = {
    withId: (id) => byId.get(id),
    add: (failure) => {
      byId.set(failure.id, failure)
      if (failure.no !== '') put(byNumber, failureNumberKey(failure.no), failure)
      if (failure.trainId === '') return
      if (failure.occurredAt !== '') put(byTrainDay, `${failure.trainId}|${failure.occurredAt.slice(0, 10)}`, failure)
      put(byTrain, failure.trainId, failure)
      if (failure.occurredAt.length < 10) put(coarseByTrain, failure.trainId, failure)
    },
    alsoKnownAs: (no, failure) => {
      const others = byNumber.get(failureNumberKey(no)) ?? []
      if (no !== '' && !others.some(({ id }) => id === failure.id)) put(byNumber, failureNumberKey(no), failure)
    },
    same: (sighting, sheet) => {
      const { no, trainId, occurredAt, description } = sighting
      const numbered =
        no === ''
          ? undefined
          : byNumber
              .get(failureNumberKey(no))
              ?.find((other) => agrees(trainId, other.trainId) && datesAgree(occurredAt, other.occurredAt))
      if (numbered !== undefined) return numbered
      if (trainId === '' || occurredAt === '' || description === '') return undefined
      const ofDay = byTrainDay.get(`${trainId}|${occurredAt.slice(0, 10)}`) ?? []
      const isSame = isSameOccurrence(sighting)
      return (
        ofDay.find(isSame) ?? onlyOne(ofDay.filter(tellsSameStory(sighting, sheet))) ?? coarselySame(sighting, sheet)
      )
    },
    allOfNumber: (no) => (no === '' ? [] : (byNumber.get(failureNumberKey(no)) ?? [])),
    ofNumber: (no) => {
      return onlyOne(index.allOfNumber(no))
    },
    mayBe: (report, failure) =>
      agrees(report.trainId, failure.trainId) &&
      agrees(serialKey(report.serial), serialKey(failure.serial)) &&
      daysBetween(report.occurredAt, failure.occurredAt) <= DAYS_TO_REPORT,
    alike: (report) => {
      const serial = serialKey(report.serial)
      const isNear = (failure: IndexedFailure): boolean =>
        (serial !== '' && serialKey(failure.serial) === serial) ||
        (report.occurredAt !== '' && daysBetween(report.occurredAt, failure.occurredAt) <= DAYS_TO_REPORT)
      return (byTrain.get(report.trainId) ?? [])
        .filter(isNear)
        .sort((a, b) => daysBetween(report.occurredAt, a.occurredAt) - daysBetween(report.occurredAt, b.occurredAt))
    },
    ofReplacement: (line) =>
      line.trainId === '' || line.at.length < 10 ? undefined : replacedFor(line, byTrain.get(line.trainId) ?? []),
  }
  for (const failure of known) index.add({ ...failure, sheet: null, row: null })
  return index
}

/** One failure may be known under several descriptions: those of the ones merged into it. */
const onlyOne = (found: readonly IndexedFailure[]): IndexedFailure | undefined =>
  found.every(({ id }) => id === found[0]?.id) ? found.at(-1) : undefined

/** Shorter words are those of many failures. */
const FEWEST_LETTERS_OF_STORY = 6

/**
 * Another file tells of the same train, day and story and calls the part otherwise: the same occurrence. Within one sheet
 * two rows are two failures.
 */
function tellsSameStory(sighting: Sighting, sheet: number): (other: IndexedFailure) => boolean {
  const { no, description, serial } = sighting
  const words = bareWords(description)
  return (other) =>
    other.sheet !== sheet &&
    words.length >= FEWEST_LETTERS_OF_STORY &&
    words === bareWords(other.description) &&
    agrees(failureNumberKey(no), failureNumberKey(other.no)) &&
    agrees(serialKey(serial), serialKey(other.serial))
}

/** One report gives the day, the other only its month; the item that failed, or the part with the same story, is the same. */
function isSameItemThen({ occurredAt, serial, part, description }: Sighting, other: IndexedFailure): boolean {
  if (other.occurredAt === '' || !datesAgree(occurredAt, other.occurredAt)) return false
  const [own, others] = [serialKey(serial), serialKey(other.serial)]
  if (own !== '' && others !== '') return own === others
  const words = bareWords(description)
  return part === other.part && words.length >= FEWEST_LETTERS_OF_STORY && words === bareWords(other.description)
}

/** Does a failure of the same train and day tell of what was sighted? */
function isSameOccurrence({ no, part, description, serial }: Sighting): (other: IndexedFailure) => boolean {
  const words = plainText(description)
  const own = serialKey(serial)
  return (other) => {
    const others = plainText(other.description)
    if (part !== other.part || !agrees(own, serialKey(other.serial)) || !tellsSame(words, others)) return false
    // Under different numbers only the same serial or the very same words are one occurrence.
    return (
      no === '' ||
      other.no === '' ||
      failureNumberKey(no) === failureNumberKey(other.no) ||
      (own !== '' && own === serialKey(other.serial)) ||
      words === others
    )
  }
}

/** Of the failures of a train, the latest of the same serial before the replacement, else the only nearest one of the part. */
function replacedFor(
  { at, part, removedSerial }: ReplacementSighting,
  ofTrain: readonly IndexedFailure[],
): IndexedFailure | undefined {
  const day = Date.parse(at.slice(0, 10))
  const near = ofTrain
    .flatMap((failure) => {
      const days =
        failure.occurredAt.length < 10 ? Number.NaN : (day - Date.parse(failure.occurredAt.slice(0, 10))) / DAY_MS
      return days >= 0 && days <= DAYS_TO_REPLACEMENT_OF_SERIAL ? [{ failure, days }] : []
    })
    .sort((a, b) => a.days - b.days)
  const serial = serialKey(removedSerial)
  const ofSerial = near.find(({ failure }) => serial !== '' && serialKey(failure.serial) === serial)
  if (ofSerial !== undefined) return ofSerial.failure
  const ofPart = near.filter(
    ({ failure, days }) =>
      days <= DAYS_TO_REPLACEMENT && part !== '' && failure.part === part && agrees(serial, serialKey(failure.serial)),
  )
  const nearest = ofPart.filter(({ days }) => days === ofPart[0]!.days)
  return nearest.length === 1 ? nearest[0]!.failure : undefined
}

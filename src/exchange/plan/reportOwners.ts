/**
 * Which failure a report of an analysis or of an action belongs to: the one of its number. A number nobody has yet is
 * waited for; one that several failures bear, or that contradicts the train, is decided by a person among candidates.
 */
import type { KnownChildRecords } from '../../domain/knownChildRecords'
import type { Origin } from '../../domain/records/tables'
import type { WhyUnattached } from '../../domain/whyUnattached'
import type { FailureIndex, IndexedFailure } from './failureIndex'
import { failureNumberKey } from './failureNumberKey'

/** What a report says that can tell its failure from others, and what it is called. */
export interface ReportSighting {
  readonly kind: 'analysis' | 'action'
  readonly origin: Origin
  /** The cause or the action. */
  readonly words: string
  readonly no: string
  readonly trainId: string
  readonly occurredAt: string
  readonly serial: string
  /** As failures name theirs (`FailureIdentity`); it chooses among several, and contradicts none: analysis may find another. */
  readonly part: string
  readonly reportNo: string
}

export interface Candidate {
  /** Names it in a decision: the id of a stored failure, the place of one that the import brings. */
  readonly key: string
  readonly no: string
  /** As people name it; empty where it is not known. */
  readonly train: string
  readonly occurredAt: string
  readonly description: string
}

/** A report that a person has to attach. */
export interface UnattachedReport {
  readonly sheet: number
  readonly row: number
  /** Names it in a decision. */
  readonly place: string
  readonly kind: ReportSighting['kind']
  readonly reportNo: string
  readonly no: string
  readonly words: string
  readonly why: WhyUnattached
  readonly candidates: readonly Candidate[]
  /** The key of the candidate it was attached to; empty when nobody has decided. */
  readonly attachedTo: string
}

/** Place of a report → key of the failure it was attached to. */
export type AttachedReports = ReadonlyMap<string, string>

export interface ReportOwner {
  /** Of a failure that is there, or the id that the failure of the number will have; none where a person decides. */
  readonly failureId: string | undefined
  readonly isThere: boolean
}

export interface ReportOwners {
  readonly of: (report: ReportSighting) => ReportOwner
  /** Reports whose failure is not certain. */
  readonly unattached: readonly UnattachedReport[]
  /** The id an earlier analysis or action has reserved for the failure of this number, which was not there yet. */
  readonly reservedId: (no: string) => string | undefined
}

const MOST_CANDIDATES = 8

/** What was decided, and how reports and failures are named for it. */
export interface Attaching {
  readonly attached: AttachedReports
  /** A row of a sheet of the import, by the same name each time the import is worked out anew. */
  readonly placeOf: (sheet: number, row: number) => string
  readonly trainName: (trainId: string) => string
}

const certain = ({ id }: IndexedFailure): ReportOwner => ({ failureId: id, isThere: true })

export function reportOwners(
  known: KnownChildRecords,
  index: FailureIndex,
  { attached, placeOf, trainName }: Attaching,
  newId: () => string,
): ReportOwners {
  const keyOf = ({ id, sheet, row }: IndexedFailure): string =>
    sheet === null || row === null ? id : placeOf(sheet, row)
  const candidateOf = (failure: IndexedFailure): Candidate => ({
    key: keyOf(failure),
    no: failure.no,
    train: trainName(failure.trainId),
    occurredAt: failure.occurredAt,
    description: failure.description,
  })
  /** What was decided about a report holds for the next file that has it. */
  const settled = new Map(
    [...known.analyses, ...known.actions].flatMap(({ reportNo, failureNoText, failureId }) =>
      reportNo === undefined || failureId === undefined ? [] : [[`${reportNo}|${failureNoText ?? ''}`, failureId]],
    ),
  )
  const unattached: UnattachedReport[] = []
  const reserved = new Map<string, string>()
  for (const { failureId, failureNoText } of [...known.analyses, ...known.actions])
    if (failureId !== undefined && failureNoText !== undefined) reserved.set(failureNumberKey(failureNoText), failureId)

  const reservation = (no: string): string => {
    const key = failureNumberKey(no)
    const failureId = reserved.get(key) ?? newId()
    reserved.set(key, failureId)
    return failureId
  }
  const attachedFailure = (key: string, candidates: readonly IndexedFailure[]): IndexedFailure | undefined =>
    candidates.find((one) => keyOf(one) === key) ?? index.withId(key)

  return {
    reservedId: (no) => (no === '' ? undefined : reserved.get(failureNumberKey(no))),
    unattached,
    of: (report) => {
      const before = report.reportNo === '' ? undefined : settled.get(`${report.reportNo}|${report.no}`)
      const settledFailure = before === undefined ? undefined : index.withId(before)
      if (settledFailure !== undefined) return certain(settledFailure)
      const numbered = index.allOfNumber(report.no)
      const possibleOnes = numbered.filter((one) => index.mayBe(report, one))
      const ofPart = possibleOnes.filter(({ part }) => part !== '' && part === report.part)
      const fitting = ofPart.length === 1 ? ofPart : possibleOnes
      const [only] = fitting
      if (fitting.length === 1 && only !== undefined) return certain(only)
      const why: WhyUnattached =
        report.no === ''
          ? 'no-number'
          : numbered.length === 0
            ? 'number-unknown'
            : fitting.length === 0
              ? 'train-differs'
              : 'number-shared'
      const possible = [...new Set([...(fitting.length === 0 ? numbered : fitting), ...index.alike(report)])].slice(
        0,
        MOST_CANDIDATES,
      )
      const { kind, origin, words, no, reportNo } = report
      const place = placeOf(origin.sheet, origin.row)
      const key = attached.get(place) ?? ''
      const chosen = key === '' ? undefined : attachedFailure(key, possible)
      unattached.push({
        sheet: origin.sheet,
        row: origin.row,
        place,
        kind,
        reportNo,
        no,
        words,
        why,
        candidates: possible.map(candidateOf),
        attachedTo: chosen === undefined ? '' : key,
      })
      if (chosen !== undefined) return certain(chosen)
      return { failureId: why === 'number-unknown' ? reservation(no) : undefined, isThere: false }
    },
  }
}

/**
 * Where the parts are that came off: under way or in a workshop without an end, how long repairs took, and how many examined
 * parts had nothing wrong. Read from the steps people recorded; what nobody recorded is counted, not guessed.
 */
import { custodyOf, endsCustody, type CustodyKind, type CustodyStep } from '../../domain/custody'
import { dayNumber, isMoment, precisionOf } from '../../domain/moment'
import type { Replacement } from '../../domain/records/replacement'
import { quantileSorted } from 'simple-statistics'
import { keepRows, textAt, type FailureColumns } from '../failureColumns'
import type { Period } from '../recordedPeriod'

export interface PartOut {
  readonly replacementId: string
  readonly failureId: string
  readonly part: string
  readonly serial: string
  readonly tag: string
  /** The last step up to the end of the period; never one that ends the way. */
  readonly kind: CustodyKind
  /** Who got it last; who repaired it still has it. Empty where nobody said. */
  readonly place: string
  readonly doc: string
  readonly sinceDay: number
  /** Days since the first step, and since the last one. */
  readonly ageDays: number
  readonly hereDays: number
  /** Days past the day it should have been returned; null when not due or no day was said. */
  readonly overdueDays: number | null
}

export interface TurnRound {
  readonly finished: number
  readonly medianDays: number | null
  readonly ninetiethDays: number | null
  /** Sent and neither repaired, returned, scrapped nor found beyond repair by the end of the period. */
  readonly open: number
  readonly oldestOpenDays: number | null
  /** Ended in the period without a repair: scrapped or not repairable. */
  readonly lost: number
}

export interface NoFaultFound {
  readonly found: number
  readonly of: number
}

export interface Custody {
  /** Ages are as of this day. */
  readonly day: number
  /** What the figures were read from: parts with a step up to that day. */
  readonly parts: readonly RemovedPart[]
  /** Oldest first. */
  readonly out: readonly PartOut[]
  readonly turnRound: TurnRound
  /** Parts that came off in the period, and those of them without any step. */
  readonly removed: number
  readonly withoutStep: number
  /** Of the period's failures with a bench finding, those where the bench found nothing wrong. */
  readonly benchNff: NoFaultFound
  /** Of the period's failures handled on site, those verified as not reproduced. */
  readonly fieldNff: NoFaultFound
}

export type RemovedPart = Replacement & { readonly id: string }

const dayOf = (moment: string | undefined): number | null =>
  moment !== undefined && isMoment(moment) && precisionOf(moment) !== 'year' && precisionOf(moment) !== 'month'
    ? dayNumber(moment.slice(0, 10))
    : null

interface DatedStep extends CustodyStep {
  readonly day: number
}

/** The steps of which the day is known, as far as the report looks. */
const datedSteps = (steps: ReturnType<typeof custodyOf>, lastDay: number): readonly DatedStep[] =>
  steps.flatMap((step): DatedStep[] => {
    const at = dayOf(step.at)
    return at === null || at > lastDay ? [] : [{ ...step, day: at }]
  })

/** @param took days of each stay that is over; @param waiting days so far of each that is not */
function turnRoundOf(took: readonly number[], waiting: readonly number[], lost: number): Custody['turnRound'] {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number): number | null => (sorted.length === 0 ? null : quantileSorted(sorted, share))
  return {
    finished: took.length,
    medianDays: at(0.5),
    ninetiethDays: at(0.9),
    open: waiting.length,
    oldestOpenDays: waiting.length === 0 ? null : Math.max(...waiting),
    lost,
  }
}

/** Of the failures examined on a bench, and of those handled in the field, how many had no fault to be found. */
function noFaultFound(columns: FailureColumns, counted: Uint32Array): Pick<Custody, 'benchNff' | 'fieldNff'> {
  const isHandled = (row: number): boolean =>
    (['method', 'measure', 'handler', 'result'] as const).some((field) => textAt(columns, field, row) !== '')
  const examined = keepRows(counted, (row) => !['', 'PEND'].includes(textAt(columns, 'benchFinding', row)))
  const handled = keepRows(counted, isHandled)
  return {
    benchNff: {
      found: keepRows(examined, (row) => textAt(columns, 'benchFinding', row) === 'NFF').length,
      of: examined.length,
    },
    fieldNff: {
      found: keepRows(handled, (row) => textAt(columns, 'verified', row) === 'NFF').length,
      of: handled.length,
    },
  }
}

/**
 * @param parts   replacements of failures the report looks at
 * @param removedDay  the day a part came off, where its replacement has none
 * @param nameOf  how the part of a node is called
 */
export function custodyLines(
  columns: FailureColumns,
  counted: Uint32Array,
  parts: readonly RemovedPart[],
  { from, to }: Period,
  removedDay: (part: RemovedPart) => number | null,
  nameOf: (part: RemovedPart) => string,
): Custody {
  const day = to - 1
  const out: PartOut[] = []
  const read: RemovedPart[] = []
  const took: number[] = []
  const waiting: number[] = []
  let lost = 0
  let removed = 0
  let withoutStep = 0
  for (const part of parts) {
    const all = custodyOf(part)
    const steps = datedSteps(all, day)
    const offDay = dayOf(part.at) ?? removedDay(part)
    if (offDay !== null && offDay >= from && offDay < to) {
      removed += 1
      if (all.length === 0) withoutStep += 1
    }
    const last = steps.at(-1)
    if (last === undefined) continue
    read.push(part)
    if (!endsCustody(last.kind)) out.push(partOut(part, steps, last, day, nameOf(part)))
    for (const [at, sent] of steps.entries()) {
      if (sent.kind !== 'sentToRepair') continue
      const end = steps.slice(at + 1).find(({ kind }) => kind !== 'handedOver')
      // Sent on to another workshop: the stay there is a repair of its own.
      if (end === undefined) waiting.push(day - sent.day)
      else if (end.day >= from && (end.kind === 'repaired' || end.kind === 'backInStock')) took.push(end.day - sent.day)
      else if (end.day >= from && (end.kind === 'scrapped' || end.kind === 'notRepairable')) lost += 1
    }
  }
  return {
    day,
    removed,
    withoutStep,
    parts: read,
    out: out.sort((a, b) => b.ageDays - a.ageDays || (a.replacementId < b.replacementId ? -1 : 1)),
    turnRound: turnRoundOf(took, waiting, lost),
    ...noFaultFound(columns, counted),
  }
}

function partOut(part: RemovedPart, steps: readonly DatedStep[], last: DatedStep, day: number, name: string): PartOut {
  const due = dayOf(part.returnDue)
  const sinceDay = steps[0]?.day ?? last.day
  return {
    replacementId: part.id,
    failureId: part.failureId ?? '',
    part: name,
    serial: part.removedSerial ?? '',
    tag: part.tagNo ?? '',
    kind: last.kind,
    place: steps.findLast(({ to }) => to !== '')?.to ?? last.from,
    doc: last.doc,
    sinceDay,
    ageDays: day - sinceDay,
    hereDays: day - last.day,
    overdueDays: due === null || due >= day ? null : day - due,
  }
}

/**
 * Ledger rows and failure forms become failures with what hangs on them. A report of a failure already known (same
 * number, or same train, day, part and text) is not stored a second time; what the first left empty it fills.
 */
import { plainText } from '../../domain/plainText'
import type { PlannedRecord } from '../../domain/importPlan'
import type { Origin } from '../../domain/records/tables'
import { completedBy, failureFromRecord, textOf, type FoundNames } from './failureFromRecord'
import type { FailureIndex, IndexedFailure, Sighting } from './failureIndex'
import type { MatchedPart } from './partMatcher'
import { originIn } from './originIn'
import type { ParsedColumn } from '../tables/parsedSheet'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { PartResolver } from './partResolver'
import type { ChildRecordPlanner, PartLine } from './childRecordPlanner'
import type { PartyResolver } from './partyResolver'
import type { TrainResolver } from './trainResolver'

export interface FailureRows {
  readonly sheet: number
  /** A ledger usually says whether a row is closed; a form is filled in when the failure is new. */
  readonly isLedger: boolean
  /** failures, each followed by the lines of its parts list */
  readonly records: readonly ParsedRecord[]
  readonly columns: readonly ParsedColumn[]
}

export interface Duplicate {
  readonly sheet: number
  readonly row: number
  readonly kind: 'within-file' | 'across-files' | 'in-database'
  /** Number of the failure it repeats, as people know it. */
  readonly of: string
  /** The row that told of it first; null when the database did. */
  readonly first: { readonly sheet: number; readonly row: number } | null
}

/** A row about a failure that the database has: what it would be as a failure of its own. */
export interface SeenAgain {
  readonly sheet: number
  readonly row: number
  /** Of the failure in the database. */
  readonly id: string
  readonly now: PlannedRecord<'failures'>
}

export interface PlannedFailures {
  readonly failures: readonly PlannedRecord<'failures'>[]
  readonly duplicates: readonly Duplicate[]
  readonly again: readonly SeenAgain[]
  /** New failures of ledgers whose row does not say whether it is closed. */
  readonly withoutState: number
  /** `sheet|row` → the failure that the row tells of, new or known. */
  readonly failureOfRow: ReadonlyMap<string, string>
}

const NO_LINES: readonly PartLine[] = []

export interface Resolvers {
  readonly parts: PartResolver
  readonly trains: TrainResolver
  readonly parties: PartyResolver
  readonly index: FailureIndex
  readonly childRecords: ChildRecordPlanner
  /** The car a spelling of it stands for. */
  readonly carOf: (carNo: string, trainId?: string) => string
  /** What was decided a row without a state means; undefined while nobody has. */
  readonly blankState: string | undefined
}

/**
 * The year a failure number was given in. It dates a failure whose own date cannot be read or lies in the future, to
 * the year and no closer; the date as written is kept beside it.
 */
const yearOfNumber = (no: string): string => /(?:^|\D)((?:19|20)\d\d)\D+\d+$/u.exec(plainText(no))?.[1] ?? ''

export function planFailures(
  sheets: readonly FailureRows[],
  resolvers: Resolvers,
  newId: () => string,
): PlannedFailures {
  const { parts, index, childRecords } = resolvers
  const list = failureList(index)
  const failureOfRow = new Map<string, string>()
  let withoutState = 0

  for (const { sheet, isLedger, records, columns } of sheets) {
    const originOf = originIn(sheet, columns)
    for (const [at, record] of records.entries()) {
      if (record.kind !== 'failure') continue
      const repeated = repeatedRow(record, sheet)
      if (repeated !== null) {
        list.duplicates.push(repeated)
        continue
      }
      const origin = originOf(record)
      const { sighting, part, found } = meaningOf(record, origin, resolvers)
      const before = record.apart === true ? undefined : index.same(sighting, sheet)
      const id = before?.id ?? (record.apart === true ? undefined : childRecords.reservedId(sighting.no)) ?? newId()
      const where = { sheet, row: record.row }
      failureOfRow.set(`${where.sheet}|${where.row}`, id)
      const asksState = isLedger && !saysState(record)
      const failure = failureFromRecord(record, id, origin, {
        ...found,
        blankState: asksState ? resolvers.blankState : undefined,
      })
      const lines = partLinesAfter(records, at, originOf, parts)
      if (before === undefined) {
        if (asksState) withoutState += 1
        list.add(failure, sighting, where)
        parts.count(record, part)
      } else list.addAgain(failure, record, before, where)
      const own = { failureId: id, bomNodeId: part?.nodeId, origin, lines }
      if (before?.sheet === null) childRecords.sayAgain(record, own)
      else childRecords.addOwn(record, { ...own, isNew: before === undefined })
    }
  }
  return { failures: list.failures, duplicates: list.duplicates, again: list.again, withoutState, failureOfRow }
}

interface Place {
  readonly sheet: number
  readonly row: number
}

interface FailureList {
  readonly failures: readonly PlannedRecord<'failures'>[]
  readonly duplicates: Duplicate[]
  readonly again: readonly SeenAgain[]
  readonly add: (failure: PlannedRecord<'failures'>, sighting: Sighting, where: Place) => void
  /** A row about a failure that is there already; what a planned one lacks, it fills. */
  readonly addAgain: (
    failure: PlannedRecord<'failures'>,
    record: ParsedRecord,
    before: IndexedFailure,
    where: Place,
  ) => void
}

function failureList(index: FailureIndex): FailureList {
  const failures: PlannedRecord<'failures'>[] = []
  const duplicates: Duplicate[] = []
  const again: SeenAgain[] = []
  const planned = new Map<string, { readonly at: number; readonly firstRow: Place }>()
  return {
    failures,
    duplicates,
    again,
    add: (failure, sighting, where) => {
      index.add({ id: failure.id, ...sighting, ...where })
      planned.set(failure.id, { at: failures.length, firstRow: where })
      failures.push(failure)
    },
    addAgain: (failure, record, before, where) => {
      const first = planned.get(before.id)
      duplicates.push({
        ...where,
        kind: before.sheet === null ? 'in-database' : before.sheet === where.sheet ? 'within-file' : 'across-files',
        of: before.no || `#${where.row}`,
        first: first?.firstRow ?? null,
      })
      index.alsoKnownAs(textOf(record, 'failureNo'), before)
      if (before.sheet === null) again.push({ ...where, id: before.id, now: withStateSaid(failure, record) })
      if (first !== undefined) failures[first.at] = completedBy(failures[first.at]!, failure, record)
    },
  }
}

const saysState = ({ fields }: ParsedRecord): boolean =>
  fields.closed !== undefined || fields.workflowState !== undefined

/** A row without a state is one of an open failure when it is new, and says nothing of the state of a stored one. */
function withStateSaid(failure: PlannedRecord<'failures'>, record: ParsedRecord): PlannedRecord<'failures'> {
  if (saysState(record)) return failure
  const { state: _state, closedAt: _closedAt, ...said } = failure
  return said
}

/** A row of which its own sheet says that it repeats another. */
function repeatedRow(record: ParsedRecord, sheet: number): Duplicate | null {
  const repeated = record.issues.find(({ code }) => code === 'duplicate-exact' || code === 'duplicate-near')
  if (repeated === undefined) return null
  return {
    sheet,
    row: record.row,
    kind: 'within-file',
    of: textOf(record, 'failureNo') || `#${String(repeated.parameters?.['row'] ?? '')}`,
    first: { sheet, row: Number(repeated.parameters?.['row']) },
  }
}

interface Meaning {
  readonly sighting: Sighting
  readonly part: MatchedPart | null
  readonly found: Omit<FoundNames, 'blankState'>
}

/** What the words of a row mean, and what tells its failure from others. */
function meaningOf(record: ParsedRecord, origin: Origin, { parts, trains, parties, carOf }: Resolvers): Meaning {
  const { trainNo, vehicleType, operator, depot, line } = record.fields
  const customerId = parties.idOf('operator', operator)
  const depotId = parties.idOf('depot', depot, customerId)
  const lineId = parties.idOf('line', line)
  const trainId = trains.idOf({ trainNo, vehicleType, operatorId: customerId, depotId, lineId }, origin)
  const part = parts.ofRecord(record)
  const isBelievable = !record.issues.some(
    ({ field, code }) => field === 'occurredAt' && (code === 'future-date' || code === 'date-unreadable'),
  )
  const no = textOf(record, 'failureNo')
  const occurredAt = isBelievable ? textOf(record, 'occurredAt') : yearOfNumber(no)
  return {
    sighting: {
      no,
      trainId: trainId ?? '',
      occurredAt,
      part: part?.nodeId ?? plainText(textOf(record, 'node')),
      description: textOf(record, 'symptom'),
      serial: textOf(record, 'serialNo'),
    },
    part,
    found: {
      carNo: carOf(textOf(record, 'carNo'), trainId),
      trainId,
      customerId,
      depotId,
      lineId,
      bomNodeId: part?.nodeId,
      occurredAt,
      isBelievable,
    },
  }
}

function partLinesAfter(
  records: readonly ParsedRecord[],
  at: number,
  originOf: (record: ParsedRecord) => Origin,
  parts: PartResolver,
): readonly PartLine[] {
  if (records[at + 1]?.kind !== 'replacement') return NO_LINES
  return linesAfter(records, at).map((record) => ({
    record,
    origin: originOf(record),
    bomNodeId: parts.ofRecord(record)?.nodeId,
  }))
}

function linesAfter(records: readonly ParsedRecord[], at: number): readonly ParsedRecord[] {
  let end = at + 1
  while (records[end]?.kind === 'replacement') end += 1
  return records.slice(at + 1, end)
}

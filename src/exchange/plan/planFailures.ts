/**
 * Ledger rows and failure forms become failures with what hangs on them. A report of a failure already known (same
 * number, or same train, day, part and text) is not stored a second time; what the first left empty it fills.
 */
import { plainText } from '../../domain/plainText'
import type { PlannedRecord } from '../../domain/importPlan'
import { completedBy, failureFromRecord, textOf } from './failureFromRecord'
import type { FailureIndex } from './failureIndex'
import { originIn } from './originIn'
import type { ParsedColumn } from '../tables/parsedSheet'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { PartResolver } from './partResolver'
import type { ChildRecordPlanner, PartLine } from './childRecordPlanner'
import type { PartyResolver } from './partyResolver'
import type { TrainResolver } from './trainResolver'

export interface FailureRows {
  readonly sheet: number
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
}

/**
 * The year a failure number was given in. It dates a failure whose own date cannot be read or lies in the future, to
 * the year and no closer; the date as written is kept beside it.
 */
const yearOfNumber = (no: string): string => /(?:^|\D)((?:19|20)\d\d)\D+\d+$/u.exec(plainText(no))?.[1] ?? ''

export function planFailures(
  sheets: readonly FailureRows[],
  { parts, trains, parties, index, childRecords }: Resolvers,
  newId: () => string,
): PlannedFailures {
  const failures: PlannedRecord<'failures'>[] = []
  const placeOf = new Map<string, number>()
  const firstRow = new Map<string, { readonly sheet: number; readonly row: number }>()
  const duplicates: Duplicate[] = []
  const again: SeenAgain[] = []
  const failureOfRow = new Map<string, string>()

  for (const { sheet, records, columns } of sheets) {
    const originOf = originIn(sheet, columns)
    for (const [at, record] of records.entries()) {
      if (record.kind !== 'failure') continue
      const { fields, row } = record
      const no = textOf(record, 'failureNo')
      const repeated = record.issues.find(
        (issue) => issue.code === 'duplicate-exact' || issue.code === 'duplicate-near',
      )
      if (repeated !== undefined) {
        duplicates.push({
          sheet,
          row,
          kind: 'within-file',
          of: no || `#${String(repeated.parameters?.['row'] ?? '')}`,
          first: { sheet, row: Number(repeated.parameters?.['row']) },
        })
        continue
      }
      const origin = originOf(record)
      const customerId = parties.idOf('operator', fields.operator)
      const depotId = parties.idOf('depot', fields.depot, customerId)
      const lineId = parties.idOf('line', fields.line)
      const { trainNo, vehicleType } = fields
      const trainId = trains.idOf({ trainNo, vehicleType, operatorId: customerId, depotId, lineId }, origin)
      const part = parts.ofRecord(record)
      const isBelievable = !record.issues.some(
        (issue) => issue.field === 'occurredAt' && (issue.code === 'future-date' || issue.code === 'date-unreadable'),
      )
      const occurredAt = isBelievable ? textOf(record, 'occurredAt') : yearOfNumber(no)
      const sighting = {
        no,
        trainId: trainId ?? '',
        occurredAt,
        part: part?.nodeId ?? plainText(textOf(record, 'node')),
        description: textOf(record, 'symptom'),
        serial: textOf(record, 'serialNo'),
      }
      const before = record.apart === true ? undefined : index.same(sighting)
      const id = before?.id ?? (record.apart === true ? undefined : childRecords.reservedId(no)) ?? newId()
      failureOfRow.set(`${sheet}|${row}`, id)
      const failure = failureFromRecord(record, id, origin, {
        trainId,
        customerId,
        depotId,
        lineId,
        bomNodeId: part?.nodeId,
        occurredAt,
        isBelievable,
      })
      const lines =
        records[at + 1]?.kind === 'replacement'
          ? linesAfter(records, at).map((line) => ({
              record: line,
              origin: originOf(line),
              bomNodeId: parts.ofRecord(line)?.nodeId,
            }))
          : NO_LINES
      if (before === undefined) {
        index.add({
          id,
          no,
          trainId: sighting.trainId,
          occurredAt,
          part: sighting.part,
          description: sighting.description,
          serial: sighting.serial,
          sheet,
        })
        placeOf.set(id, failures.length)
        firstRow.set(id, { sheet, row })
        failures.push(failure)
        parts.count(record, part)
      } else {
        duplicates.push({
          sheet,
          row,
          kind: before.sheet === null ? 'in-database' : before.sheet === sheet ? 'within-file' : 'across-files',
          of: before.no || `#${row}`,
          first: firstRow.get(before.id) ?? null,
        })
        index.alsoKnownAs(no, before)
        if (before.sheet === null) again.push({ sheet, row, id: before.id, now: failure })
        const place = placeOf.get(id)
        if (place !== undefined) failures[place] = completedBy(failures[place]!, failure, record)
      }
      // A ledger that repeats what the database has adds nothing; a form may bring a parts list of its own.
      if (before === undefined || before.sheet !== null)
        childRecords.addOwn(record, {
          failureId: id,
          bomNodeId: part?.nodeId,
          origin,
          lines,
          isNew: before === undefined,
        })
      else if (lines.length > 0)
        childRecords.addOwn(
          { ...record, fields: {} },
          { failureId: id, bomNodeId: part?.nodeId, origin, lines, isNew: false },
        )
    }
  }
  return { failures, duplicates, again, failureOfRow }
}

function linesAfter(records: readonly ParsedRecord[], at: number): readonly ParsedRecord[] {
  let end = at + 1
  while (records[end]?.kind === 'replacement') end += 1
  return records.slice(at + 1, end)
}

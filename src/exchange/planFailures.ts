/**
 * Ledger rows become failures with what hangs on them: handling, part replacement, analysis, action. A row that
 * describes a failure already known (same number, or same train, day, part and text) is not stored a second time.
 */
import { plainText } from '../domain/plainText'
import type { PlannedRecord } from '../domain/importPlan'
import type { KnownRecords } from './knownRecords'
import { originIn } from './originIn'
import type { FieldName, ParsedColumn, ParsedRecord } from './parsedSheet'
import { partResolver, type PartReason } from './partResolver'
import type { BomDesk } from './planBom'
import type { PartyDesk } from './planParties'
import type { TrainDesk } from './planTrains'

export interface FailureRows {
  readonly sheet: number
  readonly records: readonly ParsedRecord[]
  readonly columns: readonly ParsedColumn[]
}

export interface Duplicate {
  readonly sheet: number
  readonly row: number
  readonly kind: 'within-file' | 'across-files' | 'in-database'
  /** Number of the failure it repeats, as people know it. */
  readonly of: string
}

/** Words that no node fits, with the rows that use them: for a person to decide once. */
export interface UnassignedWords {
  readonly words: string
  readonly partNo: string
  readonly count: number
}

export interface PlannedFailures {
  readonly failures: readonly PlannedRecord<'failures'>[]
  readonly handlings: readonly PlannedRecord<'handlings'>[]
  readonly replacements: readonly PlannedRecord<'replacements'>[]
  readonly rootCauseAnalyses: readonly PlannedRecord<'rootCauseAnalyses'>[]
  readonly correctiveActions: readonly PlannedRecord<'correctiveActions'>[]
  readonly duplicates: readonly Duplicate[]
  readonly unassigned: readonly UnassignedWords[]
  readonly assignedBy: Readonly<Partial<Record<PartReason, number>>>
}

/** The states of the workflow, as a ledger tells them apart. */
const LEDGER_STATE: Readonly<Record<string, string>> = { CLOSED: 'CLOSED', ARCHIVED: 'CLOSED', VERIFY: 'VERIFY', CLOSE_REVIEW: 'VERIFY' }
const STATE_OF_CLOSED: Readonly<Record<string, string>> = { true: 'CLOSED', false: 'SUBMITTED', verifying: 'VERIFY' }

/** `GZ-2016-0153`, `gz2016-153` and `2016-153` are the same number: the year and the count decide. */
export function failureNumberKey(no: string): string {
  const match = /(\d{4})\D*(\d+)$/u.exec(plainText(no))
  return match === null ? plainText(no) : `${match[1]}-${Number(match[2])}`
}

/**
 * The year a failure number was given in. It dates a failure whose own date cannot be read or lies in the future, to
 * the year and no closer; the date as written is kept beside it.
 */
const yearOfNumber = (no: string): string => /(?:^|\D)((?:19|20)\d\d)\D+\d+$/u.exec(plainText(no))?.[1] ?? ''

/** The record without its empty fields. */
function without<R extends object>(record: R): R {
  const fields = record as Record<string, unknown>
  const filled: Record<string, unknown> = {}
  for (const name in fields) if (fields[name] !== undefined && fields[name] !== '') filled[name] = fields[name]
  return filled as R
}

export function planFailures(sheets: readonly FailureRows[], known: KnownRecords, bom: BomDesk, trains: TrainDesk, parties: PartyDesk, newId: () => string): PlannedFailures {
  const text = (record: ParsedRecord, field: FieldName): string => {
    const value = record.fields[field]
    return value === undefined ? '' : String(value)
  }
  const evidence = (record: ParsedRecord) => ({ words: text(record, 'node'), partNo: text(record, 'partNo'), serial: text(record, 'serialNo') })
  const resolve = partResolver(bom.all(), sheets.flatMap(({ records }) => records.map(evidence)))

  const seen = new Map<string, { readonly of: string; readonly sheet: number | null }>()
  /** Number + train + day, and train + day + part + text: either is enough to be the same occurrence. */
  const identities = (no: string, trainId: string, occurredAt: string, part: string, description: string): readonly string[] => [
    ...(no === '' || trainId === '' ? [] : [`n|${failureNumberKey(no)}|${trainId}|${occurredAt.slice(0, 10)}`]),
    ...(trainId === '' || occurredAt === '' || description === '' ? [] : [`t|${trainId}|${occurredAt.slice(0, 10)}|${part}|${plainText(description)}`]),
  ]
  for (const failure of known.failures)
    for (const identity of identities(failure.no, failure.trainId, failure.occurredAt, failure.part, failure.description)) seen.set(identity, { of: failure.no, sheet: null })

  const failures: PlannedRecord<'failures'>[] = []
  const handlings: PlannedRecord<'handlings'>[] = []
  const replacements: PlannedRecord<'replacements'>[] = []
  const rootCauseAnalyses: PlannedRecord<'rootCauseAnalyses'>[] = []
  const correctiveActions: PlannedRecord<'correctiveActions'>[] = []
  const duplicates: Duplicate[] = []
  const unassigned = new Map<string, { words: string; partNo: string; count: number }>()
  const assignedBy: Partial<Record<PartReason, number>> = {}

  for (const { sheet, records, columns } of sheets) {
    const originOf = originIn(sheet, columns)
    for (const record of records) {
      const { fields, row } = record
      const origin = originOf(record)
      const no = text(record, 'failureNo')
      const repeated = record.issues.find((issue) => issue.code === 'duplicate-exact' || issue.code === 'duplicate-near')
      if (repeated !== undefined) {
        duplicates.push({ sheet, row, kind: 'within-file', of: no || `#${String(repeated.parameters?.['row'] ?? '')}` })
        continue
      }
      const trainId = trains.idOf(fields.trainNo, fields.vehicleType, origin)
      const assigned = text(record, 'assignedPartNo')
      const part = resolve(assigned === '' ? evidence(record) : { ...evidence(record), partNo: assigned })
      const isBelievable = !record.issues.some((issue) => issue.field === 'occurredAt' && (issue.code === 'future-date' || issue.code === 'date-unreadable'))
      const occurredAt = isBelievable ? text(record, 'occurredAt') : yearOfNumber(no)
      const mine = identities(no, trainId ?? '', occurredAt, part?.nodeId ?? plainText(text(record, 'node')), text(record, 'symptom'))
      const before = mine.map((identity) => seen.get(identity)).find((found) => found !== undefined)
      if (before !== undefined) {
        duplicates.push({ sheet, row, kind: before.sheet === null ? 'in-database' : before.sheet === sheet ? 'within-file' : 'across-files', of: before.of })
        continue
      }
      for (const identity of mine) seen.set(identity, { of: no || `#${row}`, sheet })

      if (part === null) {
        const words = text(record, 'node')
        const key = `${words}|${text(record, 'partNo')}`
        const group = unassigned.get(key) ?? { words, partNo: text(record, 'partNo'), count: 0 }
        group.count += 1
        unassigned.set(key, group)
      } else assignedBy[part.reason] = (assignedBy[part.reason] ?? 0) + 1

      const operatorId = parties.idOf('operator', fields.operator)
      const closed = fields.closed === undefined ? undefined : STATE_OF_CLOSED[String(fields.closed)]
      // A person who closes a row in the workbook means it, whatever the finer state beside it still says.
      const finer = text(record, 'workflowState')
      const state = finer !== '' && (closed === undefined || closed === (LEDGER_STATE[finer] ?? 'SUBMITTED')) ? finer : (closed ?? 'SUBMITTED')
      const id = newId()
      failures.push(without({
        id,
        origin,
        legacy: true,
        no,
        state,
        occurredAt,
        occurredAtText: isBelievable ? undefined : (record.raw.occurredAt ?? text(record, 'occurredAt')),
        customerId: operatorId,
        depotId: parties.idOf('depot', fields.depot, operatorId),
        lineId: parties.idOf('line', fields.line),
        trainId,
        trainText: trainId === undefined ? (record.raw.trainNo ?? text(record, 'trainNo')) : undefined,
        carNo: text(record, 'carNo'),
        bomNodeId: part?.nodeId,
        nodeText: text(record, 'node'),
        partNoText: text(record, 'partNo'),
        systemText: text(record, 'system'),
        reportedSerial: text(record, 'serialNo'),
        reportedBatch: text(record, 'batchNo'),
        unitMadeAt: text(record, 'mfgDate'),
        unitInstalledAt: text(record, 'installedAt'),
        qty: typeof fields.quantity === 'number' ? fields.quantity : 1,
        odometerKm: typeof fields.odometerKm === 'number' ? fields.odometerKm : undefined,
        odometerEstimated: record.issues.some((issue) => issue.code === 'odometer-estimated') ? true : undefined,
        detectionPhase: text(record, 'phase'),
        description: text(record, 'symptom'),
        faultCode: text(record, 'faultCode'),
        serviceImpact: text(record, 'impact'),
        delayMin: typeof fields.delayMin === 'number' ? fields.delayMin : undefined,
        severity: text(record, 'severity'),
        faultLevel: text(record, 'faultLevel'),
        onMainLine: typeof fields.onMainLine === 'boolean' ? fields.onMainLine : undefined,
        responsibleText: text(record, 'responsible'),
        closedAt: closed === 'CLOSED' ? text(record, 'actionDoneAt') : undefined,
        remark: text(record, 'remark'),
        cycle: 1,
      }))
      const measure = text(record, 'measure')
      const method = text(record, 'method')
      const handler = text(record, 'handler')
      const repairedAt = text(record, 'repairedAt')
      const result = text(record, 'result')
      const hasHandling = measure !== '' || method !== '' || handler !== '' || repairedAt !== '' || result !== ''
      const handlingId = hasHandling ? newId() : undefined
      if (handlingId !== undefined) handlings.push(without({ id: handlingId, origin, failureId: id, measure, method, handler, endAt: repairedAt, result }))
      const removedSerial = text(record, 'removedSerial')
      const installedSerial = text(record, 'installedSerial')
      if (removedSerial !== '' || installedSerial !== '')
        replacements.push(without({ id: newId(), origin, failureId: id, handlingId, bomNodeId: part?.nodeId, removedSerial, installedSerial, at: repairedAt, isMainFault: true }))
      const causeText = text(record, 'cause')
      const causeCat = text(record, 'causeCategory')
      if (causeText !== '' || causeCat !== '') rootCauseAnalyses.push(without({ id: newId(), origin, failureId: id, rootCauseText: causeText, rootCauseCat: causeCat }))
      const action = text(record, 'action')
      if (action !== '') correctiveActions.push(without({ id: newId(), origin, failureId: id, type: 'PERM', description: action, doneAt: text(record, 'actionDoneAt'), department: text(record, 'responsible') }))
    }
  }
  return {
    failures, handlings, replacements, rootCauseAnalyses, correctiveActions, duplicates, assignedBy,
    unassigned: [...unassigned.values()].sort((a, b) => b.count - a.count),
  }
}

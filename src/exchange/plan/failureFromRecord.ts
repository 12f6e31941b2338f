/** One ledger row or failure form as the fields of a failure. */
import { isCompanyKey } from '../../domain/companyFields'
import type { PlannedRecord } from '../../domain/importPlan'
import type { CompanyValues } from '../../domain/records/companyField'
import type { Failure } from '../../domain/records/failure'
import type { Origin } from '../../domain/records/tables'
import type { FieldName } from '../cells/importFields'
import type { ParsedRecord } from '../cells/parsedRecord'

/** The record without its empty fields. */
export function filled<R extends object>(record: R): R {
  const fields = record as Record<string, unknown>
  const kept: Record<string, unknown> = {}
  for (const name in fields) if (fields[name] !== undefined && fields[name] !== '') kept[name] = fields[name]
  return kept as R
}

export const textOf = ({ fields }: ParsedRecord, field: FieldName): string => {
  const value = fields[field]
  return value === undefined ? '' : String(value)
}

/** The states of the workflow, as a ledger tells them apart. */
const LEDGER_STATE: Readonly<Record<string, string>> = {
  CLOSED: 'CLOSED',
  ARCHIVED: 'CLOSED',
  VERIFY: 'VERIFY',
  CLOSE_REVIEW: 'VERIFY',
}
const STATE_OF_CLOSED: Readonly<Record<string, string>> = { true: 'CLOSED', false: 'SUBMITTED', verifying: 'VERIFY' }

/** What the resolvers found for the words of the record. */
export interface FoundNames {
  readonly trainId: string | undefined
  readonly carNo: string
  readonly customerId: string | undefined
  readonly depotId: string | undefined
  readonly lineId: string | undefined
  readonly bomNodeId: string | undefined
  /** as far as it can be believed; empty when unknown */
  readonly occurredAt: string
  readonly isBelievable: boolean
  /** What was decided a row without a state means. */
  readonly blankState: string | undefined
}

/** A person who closes a row in the workbook means it, whatever the finer state beside it still says. */
const stateOf = (closed: string | undefined, finer: string): string =>
  finer !== '' && (closed === undefined || closed === (LEDGER_STATE[finer] ?? 'SUBMITTED'))
    ? finer
    : (closed ?? 'SUBMITTED')

export function failureFromRecord(
  record: ParsedRecord,
  id: string,
  origin: Origin,
  found: FoundNames,
): PlannedRecord<'failures'> {
  const text = (field: FieldName): string => textOf(record, field)
  const number = (field: FieldName): number | undefined =>
    typeof record.fields[field] === 'number' ? record.fields[field] : undefined
  const repairedAt = text('repairedAt')
  const isClosedByRepair = found.blankState === 'closed-by-repair' && repairedAt !== ''
  const closed =
    found.blankState === 'true' || isClosedByRepair
      ? 'CLOSED'
      : record.fields.closed === undefined
        ? undefined
        : STATE_OF_CLOSED[String(record.fields.closed)]
  return filled({
    id,
    origin,
    legacy: true,
    no: text('failureNo'),
    state: stateOf(closed, text('workflowState')),
    occurredAt: found.occurredAt,
    occurredAtText: found.isBelievable ? undefined : (record.raw.occurredAt ?? text('occurredAt')),
    customerId: found.customerId,
    depotId: found.depotId,
    lineId: found.lineId,
    trainId: found.trainId,
    trainText: found.trainId === undefined ? (record.raw.trainNo ?? text('trainNo')) : undefined,
    carNo: found.carNo,
    positionPath: text('position'),
    bomNodeId: found.bomNodeId,
    nodeText: text('node'),
    partNoText: text('partNo'),
    systemText: text('system'),
    reportedSerial: text('serialNo'),
    reportedBatch: text('batchNo'),
    unitMadeAt: text('mfgDate'),
    unitInstalledAt: text('installedAt'),
    qty: number('quantity') ?? 1,
    odometerKm: number('odometerKm'),
    odometerEstimated: record.issues.some((issue) => issue.code === 'odometer-estimated') ? true : undefined,
    detectionPhase: text('phase'),
    description: text('symptom'),
    faultCode: text('faultCode'),
    serviceImpact: text('impact'),
    delayMin: number('delayMin'),
    severity: text('severity'),
    faultLevel: text('faultLevel'),
    onMainLine: typeof record.fields.onMainLine === 'boolean' ? record.fields.onMainLine : undefined,
    responsibleText: text('responsible'),
    symptomCode: text('symptomCode'),
    detectionMethod: text('detectionMethod'),
    operatingMode: text('operatingMode'),
    dataDownloaded: typeof record.fields.dataDownloaded === 'boolean' ? record.fields.dataDownloaded : undefined,
    noDataReason: text('noDataReason'),
    noReadingReason: text('noReadingReason'),
    reporter: text('reporter'),
    reportedAt: text('reportedAt'),
    closedAt: closed === 'CLOSED' ? text('actionDoneAt') || (isClosedByRepair ? repairedAt : '') : undefined,
    remark: text('remark'),
    cycle: 1,
    ...companyValues(record),
  })
}

/** What the row says in fields the company added. */
function companyValues({ fields }: ParsedRecord): CompanyValues {
  const said: CompanyValues = {}
  for (const name in fields) if (isCompanyKey(name)) said[name] = fields[name]
  return said
}

/** A form gives the day of the report, a ledger the minute: the finer one says all the other does. */
const isFinerMoment = (second: unknown, first: unknown): boolean =>
  typeof second === 'string' && typeof first === 'string' && DAY.test(first) && second.startsWith(`${first}T`)
const DAY = /^\d{4}-\d\d-\d\d$/u

/** What a second report of the same failure may add, and the field of the sheet it stood in. */
const ADDITIONS: readonly (readonly [keyof Failure, FieldName])[] = [
  ['no', 'failureNo'],
  ['customerId', 'operator'],
  ['depotId', 'depot'],
  ['lineId', 'line'],
  ['trainId', 'trainNo'],
  ['carNo', 'carNo'],
  ['positionPath', 'position'],
  ['bomNodeId', 'partNo'],
  ['nodeText', 'node'],
  ['partNoText', 'partNo'],
  ['systemText', 'system'],
  ['reportedSerial', 'serialNo'],
  ['reportedBatch', 'batchNo'],
  ['unitMadeAt', 'mfgDate'],
  ['unitInstalledAt', 'installedAt'],
  ['odometerKm', 'odometerKm'],
  ['detectionPhase', 'phase'],
  ['description', 'symptom'],
  ['faultCode', 'faultCode'],
  ['serviceImpact', 'impact'],
  ['delayMin', 'delayMin'],
  ['severity', 'severity'],
  ['faultLevel', 'faultLevel'],
  ['onMainLine', 'onMainLine'],
  ['responsibleText', 'responsible'],
  ['symptomCode', 'symptomCode'],
  ['detectionMethod', 'detectionMethod'],
  ['operatingMode', 'operatingMode'],
  ['dataDownloaded', 'dataDownloaded'],
  ['noDataReason', 'noDataReason'],
  ['noReadingReason', 'noReadingReason'],
  ['reporter', 'reporter'],
  ['reportedAt', 'reportedAt'],
]

/**
 * Fills what the first report of a failure left empty from a second one; nothing that stands is changed. The origin of
 * a field filled so names its sheet: `3!F9`.
 * @returns the failure, the same object when nothing was missing
 */
export function completedBy(
  failure: PlannedRecord<'failures'>,
  second: PlannedRecord<'failures'>,
  record: ParsedRecord,
): PlannedRecord<'failures'> {
  const added: Record<string, unknown> = {}
  const cells: Record<string, string> = {}
  const own = Object.keys(second).flatMap((name) => (isCompanyKey(name) ? [[name, name] as const] : []))
  for (const [name, field] of [...ADDITIONS, ...own]) {
    if (second[name] === undefined || (failure[name] !== undefined && !isFinerMoment(second[name], failure[name])))
      continue
    added[name] = second[name]
    const cell = record.cells[field]
    if (cell !== undefined && second.origin !== undefined) cells[field] = `${second.origin.sheet}!${cell}`
  }
  if (Object.keys(added).length === 0) return failure
  if (added['odometerKm'] !== undefined && second.odometerEstimated === true) added['odometerEstimated'] = true
  const { trainText: _read, ...rest } = failure
  const origin =
    failure.origin === undefined ? {} : { origin: { ...failure.origin, cells: { ...failure.origin.cells, ...cells } } }
  return { ...(added['trainId'] === undefined ? failure : rest), ...added, ...origin }
}

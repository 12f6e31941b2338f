/**
 * Every column of the failure table, described once: what it is called, and what of a failure and its records stands in
 * it. The columns in memory, the rows they are filled from, labels and filters all follow from here.
 */
import { isCompanyKey } from '../domain/companyFields'
import { failedPart } from '../domain/failedPart'
import { dayNumber, isMoment, precisionOf } from '../domain/moment'
import { correctiveActionFields, type CorrectiveAction } from '../domain/records/correctiveAction'
import { failureFields, type Failure } from '../domain/records/failure'
import type { CompanyKey } from '../domain/records/companyField'
import type { Field, Fields } from '../domain/records/field'
import { handlingFields, type Handling } from '../domain/records/handling'
import { replacementFields, type Replacement } from '../domain/records/replacement'
import { rootCauseAnalysisFields, type RootCauseAnalysis } from '../domain/records/rootCauseAnalysis'
import type { Stored } from '../domain/records/tables'

/** What of the records that belong to a failure stands in its row (see `domain/childRecords`), in the order they came about. */
export interface FailureParts {
  readonly handlings: readonly Handling[]
  readonly replacements: readonly Replacement[]
  readonly analyses: readonly RootCauseAnalysis[]
  readonly actions: readonly CorrectiveAction[]
}

export type StoredFailure = Failure & Omit<Stored, 'versions'>

export interface ColumnDescription<V> {
  readonly field: Field
  /** Nothing and an empty text are the same: the cell is empty. */
  readonly value: (failure: StoredFailure, parts: FailureParts) => V | undefined
}

const asText = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : Array.isArray(value)
      ? value.join(' ')
      : typeof value === 'boolean'
        ? value
          ? 'yes'
          : 'no'
        : String(value)

const joined = (values: readonly (string | undefined)[]): string =>
  [...new Set(values.filter((value) => value !== undefined && value !== ''))].join('；')

/** A field of the failure itself. */
const own = (name: keyof typeof failureFields): ColumnDescription<string> => ({
  field: failureFields[name],
  value: (failure) => asText(failure[name]),
})

const BATCH: Field = { kind: 'ref', to: 'importBatches', zh: '导入批次', en: 'Import' }

const FAILED_PART: Field = {
  kind: 'ref',
  to: 'bomNodes',
  zh: '故障部件（按分析确认）',
  en: 'Faulty part (as analysed)',
}

/** The day, where at least the month is known. */
function dayOf({ occurredAt }: Failure): number | undefined {
  return occurredAt !== undefined && isMoment(occurredAt) && precisionOf(occurredAt) !== 'year'
    ? dayNumber(occurredAt)
    : undefined
}

export const TEXT_COLUMNS = {
  no: own('no'),
  state: own('state'),
  occurredAt: own('occurredAt'),
  customerId: own('customerId'),
  depotId: own('depotId'),
  lineId: own('lineId'),
  trainId: own('trainId'),
  trainText: own('trainText'),
  carNo: own('carNo'),
  bomNodeId: own('bomNodeId'),
  failedNodeId: {
    field: FAILED_PART,
    value: (failure) => failedPart(failure).nodeId,
  },
  nodeText: own('nodeText'),
  partNoText: own('partNoText'),
  systemText: own('systemText'),
  reportedSerial: own('reportedSerial'),
  reportedBatch: own('reportedBatch'),
  actualSerial: own('actualSerial'),
  detectionPhase: own('detectionPhase'),
  detectionMethod: own('detectionMethod'),
  operatingMode: own('operatingMode'),
  symptomCode: own('symptomCode'),
  description: own('description'),
  faultCode: own('faultCode'),
  serviceImpact: own('serviceImpact'),
  severity: own('severity'),
  faultLevel: own('faultLevel'),
  onMainLine: own('onMainLine'),
  safetyEvent: own('safetyEvent'),
  relevance: own('relevance'),
  relevanceReason: own('relevanceReason'),
  chargeable: own('chargeable'),
  responsibleText: own('responsibleText'),
  failureClass: own('failureClass'),
  reporter: own('reporter'),
  closedAt: own('closedAt'),
  duplicateCheck: own('duplicateCheck'),
  problemId: own('problemId'),
  remark: own('remark'),
  formerNo: own('formerNo'),
  batchId: {
    field: BATCH,
    value: (failure) => failure.batchId,
  },
  method: {
    field: handlingFields.method,
    value: (_, { handlings }) => handlings.at(-1)?.method,
  },
  measure: {
    field: handlingFields.measure,
    value: (_, { handlings }) => joined(handlings.map(({ measure }) => measure)),
  },
  handler: {
    field: handlingFields.handler,
    value: (_, { handlings }) => joined(handlings.map(({ handler }) => handler)),
  },
  result: {
    field: handlingFields.result,
    value: (_, { handlings }) => handlings.at(-1)?.result,
  },
  repairedAt: {
    field: handlingFields.endAt,
    value: (_, { handlings }) => handlings.at(-1)?.endAt,
  },
  removedSerial: {
    field: replacementFields.removedSerial,
    value: (_, { replacements }) => joined(replacements.map(({ removedSerial }) => removedSerial)),
  },
  installedSerial: {
    field: replacementFields.installedSerial,
    value: (_, { replacements }) => joined(replacements.map(({ installedSerial }) => installedSerial)),
  },
  removalReason: {
    field: replacementFields.reason,
    value: (_, { replacements }) => joined(replacements.map(({ reason }) => reason)),
  },
  /** Where on the train; of the failure, and where it is silent of what came off. */
  position: {
    field: failureFields.positionPath,
    value: ({ positionPath = '' }, { replacements }) =>
      positionPath === '' ? joined(replacements.map(({ position }) => position)) : positionPath,
  },
  causeCat: {
    field: rootCauseAnalysisFields.rootCauseCat,
    value: (_, { analyses, handlings }) =>
      analyses.findLast(({ rootCauseCat }) => rootCauseCat !== undefined)?.rootCauseCat ??
      handlings.at(-1)?.prelimCauseCat,
  },
  causeText: {
    field: rootCauseAnalysisFields.rootCauseText,
    value: (_, { analyses, handlings }) =>
      joined(
        analyses.length > 0
          ? analyses.map(({ rootCauseText }) => rootCauseText)
          : handlings.map(({ prelimCause }) => prelimCause),
      ),
  },
  actionText: {
    field: correctiveActionFields.description,
    value: (_, { actions }) => joined(actions.map(({ description }) => description)),
  },
  actionDoneAt: {
    field: correctiveActionFields.doneAt,
    value: (_, { actions }) => actions.at(-1)?.doneAt,
  },
  ramCategory: own('ramCategory'),
  verified: own('verified'),
  benchFinding: {
    field: rootCauseAnalysisFields.benchFinding,
    value: (_, { analyses }) => analyses.findLast(({ benchFinding }) => benchFinding !== undefined)?.benchFinding,
  },
} as const satisfies Readonly<Record<string, ColumnDescription<string>>>

export const NUMBER_COLUMNS = {
  occurredDay: { field: failureFields.occurredAt, value: dayOf },
  odometerKm: { field: failureFields.odometerKm, value: ({ odometerKm }) => odometerKm },
  delayMin: { field: failureFields.delayMin, value: ({ delayMin }) => delayMin },
  qty: { field: failureFields.qty, value: ({ qty = 1 }) => qty },
} as const satisfies Readonly<Record<string, ColumnDescription<number>>>

export type TextField = keyof typeof TEXT_COLUMNS
export type NumberField = keyof typeof NUMBER_COLUMNS

export const TEXT_FIELDS = Object.keys(TEXT_COLUMNS) as readonly TextField[]
export const NUMBER_FIELDS = Object.keys(NUMBER_COLUMNS) as readonly NumberField[]

/** The columns of the fields a company added to failures; those of numbers are numbers, all others words. */
export const companyColumns = (
  company: Fields,
): { readonly text: readonly CompanyKey[]; readonly number: readonly CompanyKey[] } => {
  const names = Object.keys(company).filter(isCompanyKey)
  return {
    text: names.filter((name) => company[name]?.kind !== 'number'),
    number: names.filter((name) => company[name]?.kind === 'number'),
  }
}

/** The word of a company field in its column; a value of another kind than the column's stands in none. */
export const companyWord = (value: unknown): string => asText(value)

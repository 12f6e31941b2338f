/** What each column of the failure table means: its labels, and how a stored word becomes what people read. */
import { isOneOf } from '../domain/closedSet'
import type { CodeListName } from '../domain/codeListName'
import { correctiveActionFields } from '../domain/records/correctiveAction'
import { failureFields } from '../domain/records/failure'
import type { Field } from '../domain/records/field'
import { handlingFields } from '../domain/records/handling'
import { replacementFields } from '../domain/records/replacement'
import { rootCauseAnalysisFields } from '../domain/records/rootCauseAnalysis'
import { NUMBER_FIELDS, TEXT_FIELDS, type NumberField, type TextField } from './failureColumns'

export type ColumnField = TextField | NumberField

export interface ColumnMeaning {
  readonly kind: 'text' | 'moment' | 'code' | 'ref' | 'yesNo' | 'number'
  readonly zh: string
  readonly en: string
  readonly list?: CodeListName
  readonly to?: string
  readonly unit?: string
}

const BATCH: Field = { kind: 'ref', to: 'importBatches', zh: '导入批次', en: 'Import' }

const FAILED_PART: Field = {
  kind: 'ref',
  to: 'bomNodes',
  zh: '故障部件（按分析确认）',
  en: 'Faulty part (as analysed)',
}

const DERIVED: Partial<Record<ColumnField, Field>> = {
  batchId: BATCH,
  failedNodeId: FAILED_PART,
  occurredDay: failureFields.occurredAt,
  method: handlingFields.method,
  measure: handlingFields.measure,
  handler: handlingFields.handler,
  result: handlingFields.result,
  repairedAt: handlingFields.endAt,
  removedSerial: replacementFields.removedSerial,
  installedSerial: replacementFields.installedSerial,
  causeCat: rootCauseAnalysisFields.rootCauseCat,
  causeText: rootCauseAnalysisFields.rootCauseText,
  actionText: correctiveActionFields.description,
  actionDoneAt: correctiveActionFields.doneAt,
  benchFinding: rootCauseAnalysisFields.benchFinding,
}

const meaningOf = (field: Field): ColumnMeaning => ({
  kind:
    field.kind === 'code'
      ? 'code'
      : field.kind === 'ref'
        ? 'ref'
        : field.kind === 'yesNo'
          ? 'yesNo'
          : field.kind === 'number'
            ? 'number'
            : field.kind === 'moment' || field.kind === 'date'
              ? 'moment'
              : 'text',
  zh: field.zh,
  en: field.en,
  ...(field.list === undefined ? {} : { list: field.list }),
  ...(field.to === undefined ? {} : { to: field.to }),
  ...(field.unit === undefined ? {} : { unit: field.unit }),
})

export const COLUMN_MEANING = Object.fromEntries(
  [...TEXT_FIELDS, ...NUMBER_FIELDS].map((field) => {
    const described = DERIVED[field] ?? (failureFields as Readonly<Record<string, Field>>)[field]
    if (described === undefined) throw new Error(`column ${field} is not described`)
    return [field, meaningOf(described)]
  }),
) as Readonly<Record<ColumnField, ColumnMeaning>>

export const isNumberField = (field: string): field is NumberField => isOneOf(NUMBER_FIELDS, field)
export const isTextField = (field: string): field is TextField => isOneOf(TEXT_FIELDS, field)

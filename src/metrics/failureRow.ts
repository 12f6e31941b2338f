/** One failure with the records that belong to it or to its problem, as the row that tables, search and figures read. */
import { isOneOf } from '../domain/closedSet'
import { failedPart } from '../domain/failedPart'
import { dayNumber, isMoment, precisionOf } from '../domain/moment'
import type { CorrectiveAction } from '../domain/records/correctiveAction'
import type { Failure } from '../domain/records/failure'
import type { Handling } from '../domain/records/handling'
import type { Replacement } from '../domain/records/replacement'
import type { RootCauseAnalysis } from '../domain/records/rootCauseAnalysis'
import type { Stored } from '../domain/records/tables'
import { TEXT_FIELDS, type FailureRow, type TextField } from './failureColumns'

/** What of the records that belong to a failure stands in its row (see `domain/childRecords`), in the order they came about. */
export interface FailureParts {
  readonly handlings: readonly Handling[]
  readonly replacements: readonly Replacement[]
  readonly analyses: readonly RootCauseAnalysis[]
  readonly actions: readonly CorrectiveAction[]
}

/** Columns that are worked out; all others are fields of the failure itself. */
const WORKED_OUT = [
  'failedNodeId',
  'method',
  'measure',
  'handler',
  'result',
  'repairedAt',
  'removedSerial',
  'installedSerial',
  'causeCat',
  'causeText',
  'actionText',
  'actionDoneAt',
  'benchFinding',
] as const satisfies readonly TextField[]
type OwnTextField = Exclude<TextField, (typeof WORKED_OUT)[number]>
const OWN_TEXT_FIELDS = TEXT_FIELDS.filter((field): field is OwnTextField => !isOneOf(WORKED_OUT, field))

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

export function failureRow(failure: Failure & Omit<Stored, 'versions'>, parts: FailureParts): FailureRow {
  const row: Record<string, string | number | boolean> = {
    id: failure.id,
    deleted: failure.deleted === true,
    kept: failure.kept === true,
  }
  for (const field of OWN_TEXT_FIELDS) {
    const value = asText(failure[field])
    if (value !== '') row[field] = value
  }
  if (failure.occurredAt !== undefined && isMoment(failure.occurredAt) && precisionOf(failure.occurredAt) !== 'year')
    row['occurredDay'] = dayNumber(failure.occurredAt)
  if (failure.odometerKm !== undefined) row['odometerKm'] = failure.odometerKm
  if (failure.delayMin !== undefined) row['delayMin'] = failure.delayMin
  row['qty'] = failure.qty ?? 1

  row['failedNodeId'] = failedPart(failure).nodeId ?? ''
  const { handlings, replacements, analyses, actions } = parts
  const last = handlings.at(-1)
  row['method'] = last?.method ?? ''
  row['result'] = last?.result ?? ''
  row['repairedAt'] = last?.endAt ?? ''
  row['measure'] = joined(handlings.map((handling) => handling.measure))
  row['handler'] = joined(handlings.map((handling) => handling.handler))
  row['removedSerial'] = joined(replacements.map((replacement) => replacement.removedSerial))
  row['installedSerial'] = joined(replacements.map((replacement) => replacement.installedSerial))
  row['causeCat'] =
    analyses.findLast(({ rootCauseCat }) => rootCauseCat !== undefined)?.rootCauseCat ?? last?.prelimCauseCat ?? ''
  row['causeText'] = joined(
    analyses.length > 0
      ? analyses.map((analysis) => analysis.rootCauseText)
      : handlings.map((handling) => handling.prelimCause),
  )
  row['benchFinding'] = analyses.findLast(({ benchFinding }) => benchFinding !== undefined)?.benchFinding ?? ''
  row['actionText'] = joined(actions.map((action) => action.description))
  row['actionDoneAt'] = actions.at(-1)?.doneAt ?? ''
  return row as unknown as FailureRow
}

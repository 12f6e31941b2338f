/**
 * Fields that figures are computed from. Whoever changes what such a field said gives a reason, which stays in the history;
 * saying it for the first time needs none, because then nothing that was reported becomes something else.
 */
import type { Edit } from './change'
import type { TableName } from './records/tables'

export const FIGURE_FIELDS: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  failures: [
    'occurredAt',
    'trainId',
    'bomNodeId',
    'actualNodeId',
    'odometerKm',
    'operatingH',
    'qty',
    'serviceImpact',
    'delayMin',
    'severity',
    'relevance',
    'relevanceReason',
    'chargeable',
    'failureClass',
    'detectionPhase',
  ],
  replacements: ['at', 'bomNodeId', 'removedSerial', 'installedSerial', 'position', 'odometerKm'],
  usageReadings: ['value', 'at', 'from', 'isReset'],
  correctiveActions: ['effKind', 'effValue', 'effectiveAt', 'doneAt'],
  contractTargets: [
    'bomNodeId',
    'vehicleType',
    'operatorId',
    'category',
    'population',
    'measure',
    'value',
    'confidencePct',
  ],
  effectVerifications: ['windowStart', 'windowEnd', 'exposureKm', 'trains', 'result'],
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Does it move a figure when this field stops saying what it said? */
export const needsReason = (table: TableName, field: string, before: unknown): boolean =>
  FIGURE_FIELDS[table]?.includes(field) === true && isSaid(before)

/** The changes among these edits that need a reason, as `table.field`. */
export const fieldsNeedingReason = (edits: readonly Edit[]): readonly string[] =>
  edits.flatMap(({ table, set, was }) =>
    was === undefined
      ? []
      : Object.keys(set)
          .filter((field) => needsReason(table, field, was[field]))
          .map((field) => `${table}.${field}`),
  )

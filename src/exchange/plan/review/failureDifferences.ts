/** What a newer workbook says about a failure that is stored, field by field: old beside new, for a person to take over. */
import { isCompanyKey } from '../../../domain/companyFields'
import { failureFields, type Failure } from '../../../domain/records/failure'
import { saysMore, saysSame } from './saysSame'
import type { Field, Json } from '../../../domain/records/field'

/** Fields a workbook may change. The state of a failure that was filed here moves by its steps alone. */
const COMPARED = [
  'no',
  'occurredAt',
  'customerId',
  'depotId',
  'lineId',
  'trainId',
  'carNo',
  'positionPath',
  'bomNodeId',
  'reportedSerial',
  'reportedBatch',
  'unitMadeAt',
  'unitInstalledAt',
  'odometerKm',
  'detectionPhase',
  'description',
  'faultCode',
  'serviceImpact',
  'delayMin',
  'severity',
  'faultLevel',
  'onMainLine',
  'responsibleText',
  'symptomCode',
  'detectionMethod',
  'operatingMode',
  'dataDownloaded',
  'noDataReason',
  'noReadingReason',
  'reporter',
  'reportedAt',
  'closedAt',
  'remark',
] as const satisfies readonly (keyof Failure)[]
const OF_LEGACY = ['state'] as const satisfies readonly (keyof Failure)[]

export interface FieldDifference {
  readonly field: keyof Failure
  /** Null where nothing stands yet. */
  readonly before: Json
  readonly now: Json
  /** It says all that stands there, more exactly. */
  readonly saysMore: boolean
}

/** An empty cell changes nothing: what a workbook leaves out is no statement. */
export function failureDifferences(stored: Failure, now: Failure): readonly FieldDifference[] {
  const own = Object.keys(now).filter(isCompanyKey)
  return [...COMPARED, ...(stored.legacy === true ? OF_LEGACY : []), ...own].flatMap((field): FieldDifference[] => {
    const [before, after] = [stored[field], now[field]]
    const described: Field | undefined = isCompanyKey(field) ? undefined : failureFields[field]
    return after === undefined || saysSame(field, described, after, before ?? null)
      ? []
      : [
          {
            field,
            before: before ?? null,
            now: after,
            saysMore: saysMore(field, described, after, before ?? null),
          },
        ]
  })
}

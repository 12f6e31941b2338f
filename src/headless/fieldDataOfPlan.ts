/** The field data of a plan that never saw a database: for the commands and the tests that measure an import. */
import { childRecordsByFailure } from '../domain/childRecords'
import type { ImportPlan } from '../domain/importPlan'
import { emptyColumns, liveRows, putRow, reserve } from '../metrics/failureColumns'
import { failureRow } from '../metrics/failureRow'
import type { FieldData } from '../metrics/fieldData'
import { fleetOf } from '../metrics/fleet'

export function fieldDataOfPlan({ records }: ImportPlan): FieldData {
  const childrenOf = childRecordsByFailure({
    handlings: records.handlings ?? [],
    replacements: records.replacements ?? [],
    analyses: records.rootCauseAnalyses ?? [],
    actions: records.correctiveActions ?? [],
    verifications: records.effectVerifications ?? [],
  })
  const columns = emptyColumns()
  reserve(columns, records.failures?.length ?? 0)
  for (const failure of records.failures ?? []) putRow(columns, failureRow(failure, childrenOf(failure)))
  return {
    columns,
    live: liveRows(columns, new Set()),
    fleet: fleetOf({
      products: records.products ?? [],
      bomNodes: records.bomNodes ?? [],
      parties: records.parties ?? [],
      trains: records.trains ?? [],
      usageReadings: records.usageReadings ?? [],
    }),
  }
}

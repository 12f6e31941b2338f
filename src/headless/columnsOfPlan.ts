/** The failure columns of a plan that never saw a database: for the commands and the tests that measure an import. */
import { childRecordsByFailure } from '../domain/childRecords'
import type { ImportPlan } from '../domain/importPlan'
import { emptyColumns, putRow, reserve, type FailureColumns } from '../metrics/failureColumns'
import { failureRow } from '../metrics/failureRow'
import { fleetOf, type Fleet } from '../metrics/fleet'

export function columnsOfPlan({ records }: ImportPlan): { columns: FailureColumns; fleet: Fleet } {
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
    fleet: fleetOf({
      products: records.products ?? [],
      bomNodes: records.bomNodes ?? [],
      parties: records.parties ?? [],
      trains: records.trains ?? [],
      usageReadings: records.usageReadings ?? [],
    }),
  }
}

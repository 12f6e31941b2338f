/** The failure columns of a plan that never saw a database: for the commands and the tests that measure an import. */
import type { ImportPlan } from '../domain/importPlan'
import { emptyColumns, putRow, reserve, type FailureColumns } from '../metrics/failureColumns'
import { failureRow } from '../metrics/failureRow'
import { fleetOf, type Fleet } from '../metrics/fleet'

const groupBy = <R extends { readonly failureId?: string }>(records: readonly R[] = []): ReadonlyMap<string, R[]> => {
  const groups = new Map<string, R[]>()
  for (const record of records) {
    const group = groups.get(record.failureId ?? '')
    if (group === undefined) groups.set(record.failureId ?? '', [record])
    else group.push(record)
  }
  return groups
}

export function columnsOfPlan({ records }: ImportPlan): { columns: FailureColumns; fleet: Fleet } {
  const handlings = groupBy(records.handlings)
  const replacements = groupBy(records.replacements)
  const analyses = groupBy(records.rootCauseAnalyses)
  const actions = groupBy(records.correctiveActions)
  const columns = emptyColumns()
  reserve(columns, records.failures?.length ?? 0)
  for (const failure of records.failures ?? [])
    putRow(
      columns,
      failureRow(failure, {
        handlings: handlings.get(failure.id) ?? [],
        replacements: replacements.get(failure.id) ?? [],
        analyses: analyses.get(failure.id) ?? [],
        actions: actions.get(failure.id) ?? [],
      }),
    )
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

import type { ImportPlan } from '../../../../src/domain/importPlan'
import type { LedgerRow } from '../../../../src/exchange/tables/ledgerRow'
import { parseWorkbook } from '../../../../src/exchange/tables/parseWorkbook'
import { planImport, type ParsedFile } from '../../../../src/exchange/plan/planImport'

export function parsedFile(bytes: Uint8Array, name: string): ParsedFile {
  const result = parseWorkbook(bytes, name, { today: '2026-01-01' })
  if (!result.ok) throw new Error(result.problem.code)
  return { name, size: bytes.length, sha256: '', sheets: result.sheets, rows: [] }
}

export function planOf(files: readonly ParsedFile[]) {
  let next = 0
  return planImport(files, () => `id${(next += 1)}`)
}

function groupBy<R extends { readonly failureId?: string }>(
  records: readonly R[] = [],
): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>()
  for (const record of records)
    groups.set(record.failureId ?? '', [...(groups.get(record.failureId ?? '') ?? []), record])
  return groups
}

/** The rows of a ledger that holds every failure of a plan. */
export function ledgerRowsOf({ records }: ImportPlan): LedgerRow[] {
  const trains = new Map(records.trains?.map((train) => [train.id, train]))
  const parties = new Map(records.parties?.map((party) => [party.id, party.name]))
  const nodes = new Map(records.bomNodes?.map((node) => [node.id, node]))
  const handlings = groupBy(records.handlings)
  const replacements = groupBy(records.replacements)
  const analyses = groupBy(records.rootCauseAnalyses)
  const actions = groupBy(records.correctiveActions)
  return (records.failures ?? []).map((failure) => {
    const train = trains.get(failure.trainId ?? '')
    const node = nodes.get(failure.bomNodeId ?? '')
    return {
      failure,
      handlings: handlings.get(failure.id) ?? [],
      replacements: replacements.get(failure.id) ?? [],
      analyses: analyses.get(failure.id) ?? [],
      actions: actions.get(failure.id) ?? [],
      names: {
        trainNo: train?.trainNo,
        vehicleType: train?.vehicleType,
        operator: parties.get(failure.customerId ?? ''),
        depot: parties.get(failure.depotId ?? ''),
        line: parties.get(failure.lineId ?? ''),
        nodeName: node?.name,
        partNo: node?.partNo,
      },
    }
  })
}

const IDS = new Set([
  'id',
  'origin',
  'failureId',
  'handlingId',
  'bomNodeId',
  'trainId',
  'customerId',
  'depotId',
  'lineId',
])
const withoutIds = (record: object): object =>
  Object.fromEntries(
    Object.entries(record).filter(([name, value]) => !IDS.has(name) && value !== undefined && value !== ''),
  )

/** A row without ids, which differ from import to import; what they stand for is in the names. */
export const substance = ({ failure, handlings, replacements, analyses, actions, names }: LedgerRow): object => ({
  failure: withoutIds(failure),
  handlings: handlings.map(withoutIds),
  replacements: replacements.map(withoutIds),
  analyses: analyses.map(withoutIds),
  actions: actions.map(withoutIds),
  names: withoutIds(names),
})

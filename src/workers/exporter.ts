/** Writing workbooks in the background: reads the records by id, resolves the names, hands back the bytes. */
import { companyFieldsOf, companyFieldsOfTable } from '../domain/companyFields'
import { codeBook } from '../domain/codeBook'
import type { LedgerRow } from '../exchange/tables/ledgerRow'
import { writeFailureLedger } from '../exchange/write/writeFailureLedger'
import type { NodeSummaryAbout } from '../exchange/write/nodeSummary/nodeSummaryAbout'
import { writeNodeSummary } from '../exchange/write/writeNodeSummary'
import type { NodeAnalysis } from '../metrics/nodeAnalysis'
import type { Language } from '../i18n/translation'
import { fleetOf, type Fleet } from '../metrics/fleet'
import type { FailureDossier } from '../store/failures'
import { readReference, type Reference } from '../store/reference'
import { dossiersOf } from '../store/snapshots'

export interface LedgerAbout {
  readonly language: Language
  readonly filterInWords: string
  readonly generatedAt: string
  readonly build: string
}

/** Records read at once; enough to be quick, few enough to stay small. */
const CHUNK = 500

export function ledgerRow(dossier: FailureDossier, fleet: Fleet): LedgerRow {
  const { failure, handlings, replacements, analyses, actions } = dossier
  const train = fleet.trains.get(failure.trainId ?? '')
  const node = fleet.tree.nodes.get(failure.bomNodeId ?? '')
  const system = fleet.tree.pathOf(failure.bomNodeId ?? '')[0]
  const name = (id: string | undefined): string | undefined => fleet.parties.get(id ?? '')?.name
  return {
    failure,
    handlings,
    replacements,
    analyses,
    actions,
    names: Object.fromEntries(
      Object.entries({
        trainNo: train?.trainNo,
        vehicleType: train?.vehicleType,
        operator: name(failure.customerId),
        depot: name(failure.depotId),
        line: name(failure.lineId),
        nodeName: node?.name,
        partNo: node?.partNo,
        system: system?.name,
      }).filter(([, value]) => value !== undefined && value !== ''),
    ),
  }
}

/** The failures with these ids as rows of the ledger, in their order. */
export async function ledgerRowsOf(ids: readonly string[], reference: Reference): Promise<LedgerRow[]> {
  const fleet = fleetOf(reference)
  const rows: LedgerRow[] = []
  for (let from = 0; from < ids.length; from += CHUNK)
    for (const dossier of await dossiersOf(ids.slice(from, from + CHUNK))) rows.push(ledgerRow(dossier, fleet))
  return rows
}

export async function failureLedger(
  ids: readonly string[],
  about: LedgerAbout,
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
  const reference = await readReference()
  const rows = await ledgerRowsOf(ids, reference)
  const company = companyFieldsOfTable(companyFieldsOf(reference.companyFields), 'failures')
  return {
    bytes: writeFailureLedger(rows, { ...about, codes: codeBook(reference.codeItems), company }),
    rows: rows.length,
  }
}

export function nodeSummary(analysis: NodeAnalysis, about: NodeSummaryAbout): Uint8Array {
  return writeNodeSummary(analysis, about)
}

/** How master records read: where their pages are, which kind of place a field asks for. */
import type { MasterTable } from '../domain/masterData'

export const masterHref = (table: MasterTable, id: string): string => `/master/${table}/${encodeURIComponent(id)}`

/** The kind of place a field names; any where it may be several. */
const KIND_OF_FIELD: Readonly<Record<string, string>> = {
  operatorId: 'operator',
  depotId: 'depot',
  lineId: 'line',
  supplierId: 'supplier',
}
export const kindOfField = (field: string): string => KIND_OF_FIELD[field] ?? ''

/** How master records read: where their pages are, which kind of place a field asks for, what a new one begins with. */
import type { MasterTable } from '../domain/masterData'
import type { CommandName } from '../domain/workflow/commands'

export const masterHref = (table: MasterTable, id: string): string => `/master/${table}/${encodeURIComponent(id)}`

/** The kind of place a field names; any where it may be several. */
const KIND_OF_FIELD: Readonly<Record<string, string>> = {
  operatorId: 'operator',
  depotId: 'depot',
  lineId: 'line',
  supplierId: 'supplier',
}
export const kindOfField = (field: string): string => KIND_OF_FIELD[field] ?? ''

export const commandToAdd = (table: MasterTable): CommandName =>
  table === 'products' || table === 'bomNodes' ? 'add-part' : 'add-fleet'

/** What a new record begins with, of the words that named none. */
export function presetOfWords(table: MasterTable, words: string, kind: string): Readonly<Record<string, unknown>> {
  if (table === 'trains') return { ...trainOf(words), status: 'service' }
  if (table === 'units') return { serialNo: words }
  return {
    name: words,
    ...(table === 'bomNodes' ? { qty: 1 } : {}),
    ...(table === 'parties' && kind !== '' ? { kind } : {}),
  }
}

/** `CRH380A-2641` is a type and a number. */
function trainOf(words: string): Readonly<Record<string, string>> {
  const [, vehicleType, trainNo] = /^(.*[A-Za-z].*)[-‐\s]+(\d+)$/u.exec(words.trim()) ?? []
  return vehicleType === undefined || trainNo === undefined ? { trainNo: words.trim() } : { vehicleType, trainNo }
}

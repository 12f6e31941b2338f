/** The blank forms as files of the program, fetched when first used. */
import type { BuiltInTemplate } from './builtInTemplates'

const ADDRESSES: Readonly<Record<BuiltInTemplate, URL>> = {
  'failure-report': new URL('./files/failure-report.xlsx', import.meta.url),
  'analysis-report': new URL('./files/analysis-report.xlsx', import.meta.url),
  'corrective-action': new URL('./files/corrective-action.xlsx', import.meta.url),
  ledger: new URL('./files/ledger.xlsx', import.meta.url),
  'monthly-summary': new URL('./files/monthly-summary.xlsx', import.meta.url),
}

export async function builtInFile(name: BuiltInTemplate): Promise<Uint8Array> {
  const response = await fetch(ADDRESSES[name])
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

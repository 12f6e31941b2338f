/** A template the company brought, with its binding, as it is stored under the setting `template:<id>`. */
import type { Json } from '../../domain/records/field'
import type { BoundCell, BoundLines, TemplateBinding } from './templateBinding'

/** What is exported into it: one failure with its parts list, or many failures as lines. */
export type TemplateUse = 'failure' | 'ledger'

export interface OwnTemplate {
  readonly id: string
  readonly name: string
  readonly use: TemplateUse
  /** The file in base64. */
  readonly file: string
  readonly binding: TemplateBinding
}

export const LARGEST_OWN_TEMPLATE = 2 * 1024 * 1024

export const settingOfTemplate = ({ name, use, file, binding }: Omit<OwnTemplate, 'id'>): Json => ({
  name, use, file,
  sheet: binding.sheet,
  cells: binding.cells.map(({ cell, field }) => ({ cell, field })),
  lines: binding.lines.map(({ list, firstRow, preparedRows, columns }) => ({ list, firstRow, preparedRows, columns: columns.map(({ column, field }) => ({ column, field })) })),
})

type JsonObject = Readonly<Record<string, Json>>
const objects = (json: Json | undefined): readonly JsonObject[] => (Array.isArray(json) ? (json as readonly Json[]).filter((entry): entry is JsonObject => typeof entry === 'object' && entry !== null && !Array.isArray(entry)) : [])
const words = (json: Json | undefined): string => (typeof json === 'string' ? json : '')
const rows = (json: Json | undefined): number => (typeof json === 'number' && Number.isInteger(json) && json > 0 ? json : 1)

/** null for what is not a template. */
export function storedTemplate(id: string, json: Json | undefined): OwnTemplate | null {
  const [stored] = objects(json === undefined ? [] : [json])
  if (stored === undefined || words(stored['file']) === '') return null
  const cells = objects(stored['cells']).map((entry): BoundCell => ({ cell: words(entry['cell']), field: words(entry['field']) })).filter(({ cell }) => /^[A-Z]{1,3}\d+$/.test(cell))
  const lines = objects(stored['lines']).map((entry): BoundLines => ({
    list: words(entry['list']), firstRow: rows(entry['firstRow']), preparedRows: rows(entry['preparedRows']),
    columns: objects(entry['columns']).map((column) => ({ column: words(column['column']), field: words(column['field']) })).filter(({ column }) => /^[A-Z]{1,3}$/.test(column)),
  }))
  return { id, name: words(stored['name']), use: stored['use'] === 'ledger' ? 'ledger' : 'failure', file: words(stored['file']), binding: { sheet: words(stored['sheet']), cells, lines } }
}

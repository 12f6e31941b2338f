import type { FieldName } from '../cells/importFields'
import type { FieldValue, ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from './parsedSheet'

const PROPERTIES: readonly FieldName[] = ['criticality', 'designMtbfH']

interface Known {
  readonly value: FieldValue
  readonly cell: string
}

/**
 * A workbook often lists one part twice, once with its properties and once without the columns for them. A part
 * without a property takes it from the sheet that has it, with that sheet's cell as origin; where sheets disagree, it stays open.
 */
export function completeParts(sheets: readonly ParsedSheet[]): void {
  const boms = sheets.filter(({ kind }) => kind === 'bom')
  if (boms.length < 2) return
  for (const property of PROPERTIES) {
    const known = new Map<string, Known | null>()
    for (const { name, records } of boms) for (const record of records) remember(known, record, property, name)
    for (const { records, columns } of boms) {
      if (columns.some(({ field }) => field === property)) continue
      for (const record of records) {
        const found = known.get(keyOf(record))
        if (!found) continue
        record.fields[property] = found.value
        record.cells[property] = found.cell
      }
    }
  }
}

function remember(known: Map<string, Known | null>, record: ParsedRecord, property: FieldName, sheet: string): void {
  const value = record.fields[property]
  const key = keyOf(record)
  if (value === undefined || key === '') return
  const before = known.get(key)
  if (before === undefined) known.set(key, { value, cell: `${sheet}!${record.cells[property] ?? ''}` })
  else if (before !== null && before.value !== value) known.set(key, null)
}

const keyOf = ({ fields }: ParsedRecord): string =>
  typeof fields.partNo === 'string' ? fields.partNo.toUpperCase() : ''

/** A file that was written before two spellings of a serial were said to be one goes on writing the old one. */
import { serialIdentity } from '../../domain/serialIdentity'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from '../tables/parsedSheet'

const SERIALS = ['serialNo', 'removedSerial', 'installedSerial'] as const

/**
 * The sheet with the serials that stay; what stood in the cells stays beside them.
 * @param stays identity of an old spelling → the serial that stays
 */
export function withSurvivingSerials(sheet: ParsedSheet, stays: ReadonlyMap<string, string>): ParsedSheet {
  if (stays.size === 0) return sheet
  const respelled = (record: ParsedRecord): ParsedRecord => {
    const said = SERIALS.flatMap((field) => {
      const serial = record.fields[field]
      const other = typeof serial === 'string' ? stays.get(serialIdentity(serial)) : undefined
      return other === undefined ? [] : [[field, other] as const]
    })
    return said.length === 0 ? record : { ...record, fields: { ...record.fields, ...Object.fromEntries(said) } }
  }
  return { ...sheet, records: sheet.records.map(respelled) }
}

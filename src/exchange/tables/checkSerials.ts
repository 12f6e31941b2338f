import { confusableIdentity, isTellingSerial, likelySerial, serialIdentity } from '../../domain/serialIdentity'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from './parsedSheet'

const SERIAL_FIELDS = ['serialNo', 'removedSerial', 'installedSerial'] as const
type SerialField = (typeof SERIAL_FIELDS)[number]

/** A letter that looks like a digit, beside a digit. */
const MAY_BE_MISTYPED = /\d[-_ ./]*[oOIl]|[oOIl][-_ ./]*\d/u

interface Sighting {
  readonly record: ParsedRecord
  readonly field: SerialField
  readonly column: string | null
  readonly serial: string
}

/**
 * Marks serials in which a letter stands for a digit, over all sheets of a file: those written in two ways, where the
 * more frequent one is proposed, and those with a letter between digits. What is stored stays as written.
 */
export function checkSerials(sheets: readonly ParsedSheet[]): void {
  const doubtful = new Set<string>()
  each(sheets, ({ serial }) => {
    if (MAY_BE_MISTYPED.test(serial) && isTellingSerial(serial)) doubtful.add(confusableIdentity(serial))
  })
  if (doubtful.size === 0) return
  const items = new Map<string, Sighting[]>()
  each(sheets, (sighting) => {
    const item = confusableIdentity(sighting.serial)
    if (doubtful.has(item)) items.set(item, [...(items.get(item) ?? []), sighting])
  })
  for (const sightings of items.values()) {
    const proposal = proposalFor(sightings.map(({ serial }) => serial))
    for (const { record, field, column, serial } of sightings)
      if (serialIdentity(serial) !== serialIdentity(proposal))
        record.issues.push({ column, code: 'serial-confusable', field, parameters: { found: serial, proposal } })
  }
}

function each(sheets: readonly ParsedSheet[], see: (sighting: Sighting) => void): void {
  for (const sheet of sheets)
    for (const record of sheet.records)
      for (const field of SERIAL_FIELDS) {
        const serial = record.fields[field]
        if (typeof serial !== 'string') continue
        see({ record, field, serial, column: record.cells[field]?.replace(/\d+$/u, '') ?? columnOf(sheet, field) })
      }
}

const columnOf = ({ columns }: ParsedSheet, wanted: SerialField): string | null =>
  columns.find(({ field }) => field === wanted)?.column ?? null

/** The spelling most rows agree on; among equals the one that reads as digits. */
function proposalFor(serials: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const serial of serials) {
    const meant = likelySerial(serial)
    counts.set(meant, (counts.get(meant) ?? 0) + 1)
  }
  const digitsOf = (serial: string): number => serial.replace(/\D/gu, '').length
  const [[best = ''] = []] = [...counts].sort((a, b) => b[1] - a[1] || digitsOf(b[0]) - digitsOf(a[0]))
  return best
}

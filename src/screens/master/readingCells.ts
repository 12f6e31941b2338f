/** The cells of the readings grid: which reading stands in which month of which train, and how a typed one is stored. */
import { lastDayOfMonth } from '../../domain/moment'
import type { ReadingLine } from '../../domain/readingChecks'
import type { StoredRecord } from '../../domain/records/tables'
import { lineOf, type TypedReading } from '../../store/usageReadings'

export type Basis = ReadingLine['basis']

type Readings = ReadonlyMap<string, readonly StoredRecord<'usageReadings'>[]>

export const cellKey = (trainId: string, month: string): string => `${month}|${trainId}`

/** The month of a reading that belongs into the grid; null for one in the middle of a month. */
function monthOf({ basis, at, from, isReset }: ReadingLine): string | null {
  const month = at.slice(0, 7)
  if (at !== lastDayOfMonth(month) || isReset === true) return null
  return basis === 'distance' && from !== `${month}-01` ? null : month
}

/** What stands in every cell of a basis, by its key. */
export function storedCells(readings: Readings, basis: Basis): Readonly<Record<string, number>> {
  const cells: Record<string, number> = {}
  for (const [trainId, lines] of readings)
    for (const reading of lines) {
      const line = lineOf(reading)
      const month = line === null || line.basis !== basis ? null : monthOf(line)
      if (line !== null && month !== null) cells[cellKey(trainId, month)] = line.km
    }
  return cells
}

/** @param km null takes the reading out */
export function readingOfCell(key: string, km: number | null, basis: Basis): TypedReading {
  const [month = '', trainId = ''] = key.split('|')
  return {
    trainId,
    basis,
    at: lastDayOfMonth(month),
    km,
    ...(basis === 'distance' ? { from: `${month}-01`, source: 'ledger' } : {}),
  }
}

/** A block of cells as a spreadsheet copies it: rows of columns. */
export const blockOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => line.split('\t'))

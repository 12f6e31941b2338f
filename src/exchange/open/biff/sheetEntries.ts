/**
 * The sheets an old .xls lists, with where their records begin.
 *
 * @source [MS-XLS] 2.4.28 BoundSheet8
 */
import { ByteCursor } from './byteCursor'
import type { BiffRecord } from './records'

export interface SheetEntry {
  /** Its place among all sheets, charts and macros too. */
  readonly number: number
  /** Where its records begin in the stream, and where those of another sheet do. */
  readonly start: number
  readonly end: number
  readonly state: 'visible' | 'hidden' | 'veryHidden'
  readonly isWorksheet: boolean
  readonly isChart: boolean
  readonly name: string
}

const SHEET = 0x85
const STATES = ['visible', 'hidden', 'veryHidden'] as const
const WORKSHEET = 0
const CHART = 2

/**
 * Sheets never share records: each ends where the next one begins, so that no list of sheets makes a file longer than it is.
 * @throws RecordEnd when an entry is cut short
 */
export function sheetEntries(globals: readonly BiffRecord[], streamBytes: number): readonly SheetEntry[] {
  const listed = globals
    .filter(({ type }) => type === SHEET)
    .map(({ data }, number) => {
      const cursor = new ByteCursor(data)
      const [start, state, kind] = [cursor.u32(), cursor.u8() & 3, cursor.u8()]
      return {
        number,
        start,
        state: STATES[state] ?? 'visible',
        isWorksheet: kind === WORKSHEET,
        isChart: kind === CHART,
        name: cursor.text(1),
      }
    })
  const starts = [...new Set(listed.map(({ start }) => start))].sort((a, b) => a - b)
  const ends = new Map(starts.map((start, at) => [start, starts[at + 1] ?? streamBytes]))
  const taken = new Set<number>()
  return listed.map((sheet) => {
    const end = taken.has(sheet.start) ? sheet.start : (ends.get(sheet.start) ?? sheet.start)
    taken.add(sheet.start)
    return { ...sheet, end }
  })
}

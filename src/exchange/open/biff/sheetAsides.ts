/** What stands beside the values of an old .xls: notes and links on cells, and cells whose text is struck through. */
import type { CellAside } from '../rawWorkbook'
import { RecordEnd } from './byteCursor'
import { readLooks } from './cellLooks'
import { readLinks } from './hyperlinks'
import { readLibraryParts } from './libraryParts'
import { libraryRecords } from './libraryRecords'
import { allRecords, recordsFrom } from './records'
import { readCells } from './sheetCells'
import { sheetEntries } from './sheetEntries'

export interface SheetAsides {
  readonly asides: readonly CellAside[]
  /** Cells struck through, as `row * 256 + column`. */
  readonly struck: ReadonlySet<number>
}

const [NOTE, LINK, BIFF8] = [0x1c, 0x1b8, 0x0600]

/** By the name of the sheet; nothing where a record ends early, because the values were read without them. */
export function sheetAsides(stream: Uint8Array): ReadonlyMap<string, SheetAsides> {
  if (new DataView(stream.buffer, stream.byteOffset).getUint16(4, true) !== BIFF8) return new Map()
  try {
    return readAsides(stream)
  } catch (error) {
    if (error instanceof RecordEnd) return new Map()
    throw error
  }
}

function readAsides(stream: Uint8Array): ReadonlyMap<string, SheetAsides> {
  const types = new Set(Array.from(allRecords(stream, 0), ({ type }) => type))
  const globals = [...recordsFrom(stream, 0)]
  const { fonts, looks } = readLooks(globals)
  const isStruck = looks.map(({ font }) => fonts[font]?.strike === true)
  const shown = types.has(NOTE) ? libraryRecords(stream, 'formulas') : null
  const notes = shown === null ? null : readLibraryParts(shown).sheets
  const found = new Map<string, SheetAsides>()
  if (notes === null && !types.has(LINK) && !isStruck.includes(true)) return found
  for (const { name, start, end, isWorksheet } of sheetEntries(globals, stream.length)) {
    if (!isWorksheet) continue
    const records = [...recordsFrom(stream.subarray(0, end), start)]
    const links = readLinks(records).flatMap(({ row, column, target }): CellAside[] =>
      target === null || target === '' ? [] : [{ kind: 'link', row, column, text: target }],
    )
    const said = (notes?.get(name)?.notes ?? []).map(({ row, column, text }): CellAside => ({
      kind: 'note',
      row,
      column,
      text: text.trim(),
    }))
    const struck = isStruck.includes(true)
      ? readCells(records).flatMap(({ row, column, look }) => (isStruck[look] === true ? [row * 256 + column] : []))
      : []
    found.set(name, { asides: [...said, ...links].filter(({ text }) => text !== ''), struck: new Set(struck) })
  }
  return found
}

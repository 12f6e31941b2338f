import { cellText } from '../../cells/cellText'
import type { RawCell } from '../../open/rawWorkbook'
import type { SheetGrid } from '../sheetGrid'
import { formLabel, type FormLabel } from './formLabel'
import type { FormKind } from './formWords'

/** A part of a sheet, zero-based and inclusive. */
export interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** A filled cell of a form with the room its merge gives it. */
export interface Place {
  readonly row: number
  readonly column: number
  readonly bottom: number
  readonly right: number
  readonly text: string
  readonly cell: RawCell
  readonly label: FormLabel | null
}

/** A form to look around in: what stands right of a cell, and what below it. */
export interface FormGrid {
  readonly block: Block
  readonly places: readonly Place[]
  readonly rows: ReadonlyMap<number, readonly Place[]>
  right(place: Place): Place | undefined
  below(place: Place): Place | undefined
}

const WIDEST_GAP = 6

/** From the top, each row from the left; a merged cell once. */
function filledPlaces(grid: SheetGrid, block: Block, kind: FormKind): readonly Place[] {
  const places: Place[] = []
  for (let row = block.top; row <= block.bottom; row++) {
    const line = grid.sheet.rows[row]
    if (line === undefined) continue
    for (let column = block.left; column <= Math.min(block.right, line.length - 1); column++) {
      const cell = line[column]
      const text = cellText(cell)
      const range = grid.merge(row, column)
      if (cell === undefined || text === '' || (range !== undefined && (range.top !== row || range.left !== column)))
        continue
      places.push({
        row,
        column,
        bottom: range?.bottom ?? row,
        right: range?.right ?? column,
        text,
        cell,
        label: typeof cell.v === 'number' ? null : formLabel(text, kind),
      })
    }
  }
  return places
}

/** The filled cells of a block, each with what it may be a label for. */
export function formGrid(grid: SheetGrid, block: Block, kind: FormKind): FormGrid {
  const places = filledPlaces(grid, block, kind)
  const rows = new Map<number, Place[]>()
  for (const place of places) rows.set(place.row, [...(rows.get(place.row) ?? []), place])
  const byAddress = new Map(places.map((place) => [`${place.row} ${place.column}`, place]))
  const at = (row: number, column: number): Place | undefined => {
    const range = grid.merge(row, column)
    return byAddress.get(range === undefined ? `${row} ${column}` : `${range.top} ${range.left}`)
  }

  return {
    block,
    places,
    rows,
    right: (place) => {
      let gap = 0
      for (let column = place.right + 1; column <= block.right && gap <= WIDEST_GAP; gap++) {
        const found = at(place.row, column)
        if (found !== undefined) return found
        // An empty merged cell right of a label is where its value would stand.
        if (grid.merge(place.row, column) !== undefined) return undefined
        column++
      }
      return undefined
    },
    below: (place) => {
      const found = place.bottom < block.bottom ? at(place.bottom + 1, place.column) : undefined
      return found?.column === place.column && found.row > place.bottom ? found : undefined
    },
  }
}

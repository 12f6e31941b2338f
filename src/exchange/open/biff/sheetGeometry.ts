/** Where the cells of a sheet lie on paper, to place drawings that an old .xls places by shares of cells. */
import type { Anchor, Share } from './drawnShapes'
import type { SheetLayout } from './sheetLayout'

/** A corner as a drawing of an .xlsx names it; offsets in English metric units. */
export interface Corner {
  readonly column: number
  readonly columnOffset: number
  readonly row: number
  readonly rowOffset: number
}

export interface SheetGeometry {
  readonly cornersOf: (anchor: Anchor, share: Share) => { readonly from: Corner; readonly to: Corner }
}

const COLUMNS = 256
const ROWS = 65_536
const UNITS_OF_PIXEL = 9_525
const UNITS_OF_POINT = 12_700
/** Width of a digit in the usual font; only offsets inside a cell depend on it. */
const PIXELS_OF_DIGIT = 7
const PADDING = 5
/** Characters a column holds when a file says nothing. */
const USUAL_CHARACTERS = 8

export function sheetGeometry(layout: SheetLayout): SheetGeometry {
  const usual =
    (layout.usualWidth ?? (layout.usualCharacters ?? USUAL_CHARACTERS) + PADDING / PIXELS_OF_DIGIT) * PIXELS_OF_DIGIT
  const widths = Array.from({ length: COLUMNS }, () => usual)
  for (const { first, last, width, isHidden } of layout.columns)
    widths.fill(isHidden ? 0 : width * PIXELS_OF_DIGIT, first, last + 1)
  const across = edges(COLUMNS, (column) => (widths[column] ?? usual) * UNITS_OF_PIXEL)
  const down = edges(ROWS, (row) => {
    const own = layout.rows.get(row)
    return own?.isHidden === true || (own === undefined && layout.hidesUsualRows)
      ? 0
      : (own?.height ?? layout.usualHeight) * UNITS_OF_POINT
  })
  return {
    cornersOf: (anchor, share) => {
      const [left, right] = [place(across, anchor.left, anchor.leftPart), place(across, anchor.right, anchor.rightPart)]
      const [top, bottom] = [place(down, anchor.top, anchor.topPart), place(down, anchor.bottom, anchor.bottomPart)]
      const corner = (x: number, y: number): Corner => {
        const [column, row] = [cellAt(across, left + (right - left) * x), cellAt(down, top + (bottom - top) * y)]
        return { column: column.at, columnOffset: column.offset, row: row.at, rowOffset: row.offset }
      }
      return {
        from:
          share.left === 0 && share.top === 0
            ? {
                column: anchor.left,
                columnOffset: offset(across, anchor.left, anchor.leftPart),
                row: anchor.top,
                rowOffset: offset(down, anchor.top, anchor.topPart),
              }
            : corner(share.left, share.top),
        to:
          share.right === 1 && share.bottom === 1
            ? {
                column: anchor.right,
                columnOffset: offset(across, anchor.right, anchor.rightPart),
                row: anchor.bottom,
                rowOffset: offset(down, anchor.bottom, anchor.bottomPart),
              }
            : corner(share.right, share.bottom),
      }
    },
  }
}

/** Where each cell begins, and where the last one ends. */
function edges(count: number, size: (at: number) => number): Float64Array {
  const found = new Float64Array(count + 1)
  for (let at = 0; at < count; at += 1) found[at + 1] = (found[at] ?? 0) + size(at)
  return found
}

const offset = (starts: Float64Array, at: number, part: number): number =>
  Math.round(((starts[at + 1] ?? 0) - (starts[at] ?? 0)) * part)

const place = (starts: Float64Array, at: number, part: number): number => (starts[at] ?? 0) + offset(starts, at, part)

function cellAt(starts: Float64Array, place: number): { readonly at: number; readonly offset: number } {
  let [low, high] = [0, starts.length - 2]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return { at: low, offset: Math.max(0, Math.round(place - (starts[low] ?? 0))) }
}

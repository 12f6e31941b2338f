import { CELL_STYLES, type StyleName } from './cellStyles'
import type { Row } from './workbook'

const POINTS_PER_LINE = 14
const TITLE_POINTS = 22
const TALLEST = 409
const WRAPPED: ReadonlySet<StyleName> = new Set(
  (Object.keys(CELL_STYLES) as StyleName[]).filter((name) => 'wrap' in CELL_STYLES[name]),
)
/** Chinese signs and other wide ones take two columns of digits. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g

/**
 * How tall a row must be for its wrapped cells to be read in full, in points; not every program works it out on opening.
 * @returns null where the usual height does
 */
export function rowHeight(row: Row, widths: readonly number[]): number | null {
  let lines = 1
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column]
    if (cell === undefined || typeof cell.value !== 'string') continue
    if (cell.style === 'title') return TITLE_POINTS
    if (WRAPPED.has(cell.style)) lines = Math.max(lines, linesOf(cell.value, widths[column] ?? 8))
  }
  return lines === 1 ? null : Math.min(TALLEST, lines * POINTS_PER_LINE)
}

function linesOf(text: string, width: number): number {
  if (text.length * 2 < width && !text.includes('\n')) return 1
  return text
    .split('\n')
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil((line.length + (line.match(WIDE)?.length ?? 0)) / (width - 1))),
      0,
    )
}

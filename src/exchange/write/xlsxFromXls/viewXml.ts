/** How a sheet is looked at: grid, zoom, what stands still when it is scrolled, what is selected. */
import { columnLetter } from '../../open/columnLetter'
import type { SheetLayout } from '../../open/biff/sheetLayout'

const PANES = ['bottomRight', 'topRight', 'bottomLeft', 'topLeft'] as const
const [
  FORMULAS,
  GRID,
  HEADINGS,
  FROZEN,
  ZEROS,
  USUAL_GRID_COLOUR,
  FROM_RIGHT,
  OUTLINE,
  FROZEN_ONLY,
  SELECTED,
  BREAK_PREVIEW,
] = [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0x100, 0x200, 0x800]

export function viewXml(layout: SheetLayout, isActive: boolean): string {
  const { window, zoom } = layout
  if (window === null)
    return `<sheetViews><sheetView${isActive ? ' tabSelected="1"' : ''} workbookViewId="0"/></sheetViews>`
  const has = (bit: number): boolean => (window.flags & bit) !== 0
  const attributes = [
    has(FORMULAS) ? ' showFormulas="1"' : '',
    has(GRID) ? '' : ' showGridLines="0"',
    has(HEADINGS) ? '' : ' showRowColHeaders="0"',
    has(ZEROS) ? '' : ' showZeros="0"',
    has(FROM_RIGHT) ? ' rightToLeft="1"' : '',
    has(SELECTED) || isActive ? ' tabSelected="1"' : '',
    has(OUTLINE) ? '' : ' showOutlineSymbols="0"',
    has(USUAL_GRID_COLOUR) || window.gridColour > 64 ? '' : ' defaultGridColor="0"',
    has(BREAK_PREVIEW) ? ' view="pageBreakPreview"' : '',
    window.top > 0 || window.left > 0 ? ` topLeftCell="${columnLetter(window.left & 0xff)}${window.top + 1}"` : '',
    has(USUAL_GRID_COLOUR) || window.gridColour > 64 ? '' : ` colorId="${window.gridColour}"`,
    zoomXml('zoomScale', zoom),
    zoomXml('zoomScaleNormal', window.pageZoom),
    zoomXml('zoomScaleSheetLayoutView', window.breakZoom),
  ]
  return (
    '<sheetViews>' +
    `<sheetView${attributes.join('')} workbookViewId="0">${paneXml(layout)}${selectionsXml(layout)}` +
    '</sheetView></sheetViews>'
  )
}

const zoomXml = (name: string, percent: number | null): string =>
  percent === null || percent < 10 || percent > 400 ? '' : ` ${name}="${percent}"`

const isFrozen = ({ window }: SheetLayout): boolean => ((window?.flags ?? 0) & FROZEN) !== 0

function paneXml(layout: SheetLayout): string {
  const { pane, window } = layout
  if (pane === null || (pane.x === 0 && pane.y === 0)) return ''
  const state = isFrozen(layout)
    ? ((window?.flags ?? 0) & FROZEN_ONLY) !== 0
      ? ' state="frozen"'
      : ' state="frozenSplit"'
    : ''
  return (
    `<pane${pane.x > 0 ? ` xSplit="${pane.x}"` : ''}${pane.y > 0 ? ` ySplit="${pane.y}"` : ''} ` +
    `topLeftCell="${columnLetter(pane.left & 0xff)}${pane.top + 1}" activePane="${activePane(pane)}"` +
    `${state}/>`
  )
}

/** A pane that is not there cannot be the active one. */
function activePane({ x, y, active }: NonNullable<SheetLayout['pane']>): (typeof PANES)[number] {
  const there = x > 0 && y > 0 ? [0, 1, 2, 3] : x > 0 ? [1, 3] : [2, 3]
  return PANES[there.includes(active) ? active : (there[0] ?? 3)] ?? 'topLeft'
}

function selectionsXml({ selections, pane }: SheetLayout): string {
  const isSplit = pane !== null && (pane.x > 0 || pane.y > 0)
  const seen = new Set<number>()
  return selections
    .flatMap(({ pane: number, row, column, ranges }) => {
      if (seen.has(number) || number > 3 || (!isSplit && number !== 3) || ranges.length === 0) return []
      seen.add(number)
      const cell = (column: number, row: number): string => `${columnLetter(column & 0xff)}${row + 1}`
      const chosen = ranges.map(({ top, left, bottom, right }) =>
        top === bottom && left === right ? cell(left, top) : `${cell(left, top)}:${cell(right, bottom)}`,
      )
      return [
        `<selection${isSplit && number !== 3 ? ` pane="${PANES[number]}"` : ''} activeCell="` +
          `${cell(column, row)}" sqref="${chosen.join(' ')}"/>`,
      ]
    })
    .join('')
}

/**
 * Widths, heights, merges, window, paper and protection of a sheet of an old .xls.
 *
 * @source [MS-XLS] 2.4.53 ColInfo, 2.4.221 Row, 2.4.87 DefaultRowHeight, 2.4.168 MergeCells, 2.4.346 Window2, 2.4.189
 *   Pane, 2.4.257 Setup, 2.4.351 WsBool, 2.4.122 HorizontalPageBreaks, 2.4.137 HeaderFooter
 */
import type { CellRange } from '../rawWorkbook'
import { ByteCursor, tolerant } from './byteCursor'
import type { BiffRecord } from './records'

export interface ColumnLayout {
  /** Zero-based, inclusive. */
  readonly first: number
  readonly last: number
  /** In characters of the usual font. */
  readonly width: number
  readonly look: number
  readonly isHidden: boolean
  readonly level: number
  readonly isCollapsed: boolean
}

export interface RowLayout {
  /** In points; null when it is the usual one. */
  readonly height: number | null
  readonly isOwnHeight: boolean
  readonly isHidden: boolean
  readonly look: number | null
  readonly level: number
  readonly isCollapsed: boolean
}

export interface PageBreak {
  /** The break stands before this row or column. */
  readonly before: number
  readonly from: number
  readonly to: number
}

export interface SheetLayout {
  readonly columns: ColumnLayout[]
  readonly rows: Map<number, RowLayout>
  readonly merges: CellRange[]
  usualWidth: number | null
  usualCharacters: number | null
  usualHeight: number
  hasOwnUsualHeight: boolean
  hidesUsualRows: boolean
  window: {
    readonly flags: number
    readonly top: number
    readonly left: number
    readonly gridColour: number
    readonly breakZoom: number
    readonly pageZoom: number
  } | null
  zoom: number | null
  pane: {
    readonly x: number
    readonly y: number
    readonly top: number
    readonly left: number
    readonly active: number
  } | null
  readonly selections: {
    readonly pane: number
    readonly row: number
    readonly column: number
    readonly ranges: readonly CellRange[]
  }[]
  /** Flags of WSBOOL: bit 6 sums below, 7 sums right, 8 fit to page. */
  flags: number
  readonly margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number }
  setup: {
    readonly paper: number
    readonly scale: number
    readonly firstPage: number
    readonly pagesWide: number
    readonly pagesHigh: number
    readonly flags: number
    readonly copies: number
  } | null
  header: string
  footer: string
  otherPages: {
    readonly flags: number
    readonly evenHeader: string
    readonly evenFooter: string
    readonly firstHeader: string
    readonly firstFooter: string
  } | null
  isCentredAcross: boolean
  isCentredDown: boolean
  printsGrid: boolean
  printsHeadings: boolean
  rowBreaks: readonly PageBreak[]
  columnBreaks: readonly PageBreak[]
  protection: { isOn: boolean; password: number; objects: boolean; scenarios: boolean; allowed: number | null }
  tabColour: number | null
}

const LAST_COLUMN = 255
/** Twentieths of a point. */
const TWIPS = 20
const NO_COLOUR = 0x7f
const ENHANCED_PROTECTION = 2

type Read = (cursor: ByteCursor, layout: SheetLayout) => void

const READERS: Readonly<Record<number, Read>> = {
  0x7d: readColumn,
  0x208: readRow,
  0x55: (cursor, layout) => {
    layout.usualCharacters = cursor.u16()
  },
  0x99: (cursor, layout) => {
    layout.usualWidth = cursor.u16() / 256
  },
  0x225: (cursor, layout) => {
    const flags = cursor.u16()
    layout.usualHeight = (cursor.u16() & 0x7fff) / TWIPS
    layout.hasOwnUsualHeight = (flags & 1) !== 0
    layout.hidesUsualRows = (flags & 2) !== 0
  },
  0xe5: (cursor, layout) => {
    layout.merges.push(...readRanges(cursor))
  },
  0x23e: (cursor, layout) => {
    const [flags, top, left, gridColour] = [cursor.u16(), cursor.u16(), cursor.u16(), cursor.u32()]
    const [breakZoom, pageZoom] = cursor.left >= 4 ? [cursor.u16(), cursor.u16()] : [0, 0]
    layout.window = { flags, top, left, gridColour, breakZoom, pageZoom }
  },
  0xa0: (cursor, layout) => {
    const [over, under] = [cursor.u16(), cursor.u16()]
    layout.zoom = under === 0 ? null : Math.round((over / under) * 100)
  },
  0x41: (cursor, layout) => {
    layout.pane = { x: cursor.u16(), y: cursor.u16(), top: cursor.u16(), left: cursor.u16(), active: cursor.u8() }
  },
  0x1d: (cursor, layout) => {
    const [pane, row, column] = [cursor.u8(), cursor.u16(), cursor.u16()]
    cursor.skip(2)
    const ranges = Array.from({ length: Math.min(cursor.u16(), Math.floor(cursor.left / 6)) }, (): CellRange => {
      const [top, bottom, left, right] = [cursor.u16(), cursor.u16(), cursor.u8(), cursor.u8()]
      return { top, left, bottom, right }
    })
    layout.selections.push({ pane, row, column, ranges })
  },
  0x81: (cursor, layout) => {
    layout.flags = cursor.u16()
  },
  0x26: (cursor, layout) => {
    layout.margins.left = inches(cursor, layout.margins.left)
  },
  0x27: (cursor, layout) => {
    layout.margins.right = inches(cursor, layout.margins.right)
  },
  0x28: (cursor, layout) => {
    layout.margins.top = inches(cursor, layout.margins.top)
  },
  0x29: (cursor, layout) => {
    layout.margins.bottom = inches(cursor, layout.margins.bottom)
  },
  0xa1: (cursor, layout) => {
    const [paper, scale, firstPage, pagesWide, pagesHigh, flags] = [
      cursor.u16(),
      cursor.u16(),
      cursor.i16(),
      cursor.u16(),
      cursor.u16(),
      cursor.u16(),
    ]
    cursor.skip(4)
    layout.margins.header = inches(cursor, layout.margins.header)
    layout.margins.footer = inches(cursor, layout.margins.footer)
    layout.setup = { paper, scale, firstPage, pagesWide, pagesHigh, flags, copies: cursor.left >= 2 ? cursor.u16() : 1 }
  },
  0x14: (cursor, layout) => {
    layout.header = cursor.left > 2 ? cursor.text() : ''
  },
  0x15: (cursor, layout) => {
    layout.footer = cursor.left > 2 ? cursor.text() : ''
  },
  0x89c: readOtherPages,
  0x83: (cursor, layout) => {
    layout.isCentredAcross = cursor.u16() !== 0
  },
  0x84: (cursor, layout) => {
    layout.isCentredDown = cursor.u16() !== 0
  },
  0x2b: (cursor, layout) => {
    layout.printsGrid = cursor.u16() !== 0
  },
  0x2a: (cursor, layout) => {
    layout.printsHeadings = cursor.u16() !== 0
  },
  0x1b: (cursor, layout) => {
    layout.rowBreaks = readBreaks(cursor)
  },
  0x1a: (cursor, layout) => {
    layout.columnBreaks = readBreaks(cursor)
  },
  0x12: (cursor, layout) => {
    layout.protection.isOn = cursor.u16() !== 0
  },
  0x13: (cursor, layout) => {
    layout.protection.password = cursor.u16()
  },
  0x63: (cursor, layout) => {
    layout.protection.objects = cursor.u16() !== 0
  },
  0xdd: (cursor, layout) => {
    layout.protection.scenarios = cursor.u16() !== 0
  },
  0x867: (cursor, layout) => {
    cursor.skip(12)
    if (cursor.u16() !== ENHANCED_PROTECTION) return
    cursor.skip(5)
    layout.protection.allowed = cursor.u32()
  },
  0x862: (cursor, layout) => {
    cursor.skip(16)
    const colour = cursor.u32() & 0x7f
    layout.tabColour = colour === NO_COLOUR ? null : colour
  },
}

/** What a record cut short would have said stays as usual. */
export function readLayout(records: readonly BiffRecord[]): SheetLayout {
  const layout: SheetLayout = {
    columns: [],
    rows: new Map(),
    merges: [],
    usualWidth: null,
    usualCharacters: null,
    usualHeight: 12.75,
    hasOwnUsualHeight: false,
    hidesUsualRows: false,
    window: null,
    zoom: null,
    pane: null,
    selections: [],
    flags: 0,
    margins: { left: 0.75, right: 0.75, top: 1, bottom: 1, header: 0.5, footer: 0.5 },
    setup: null,
    header: '',
    footer: '',
    otherPages: null,
    isCentredAcross: false,
    isCentredDown: false,
    printsGrid: false,
    printsHeadings: false,
    rowBreaks: [],
    columnBreaks: [],
    protection: { isOn: false, password: 0, objects: false, scenarios: false, allowed: null },
    tabColour: null,
  }
  for (const { type, data, joins } of records) {
    const read = READERS[type]
    if (read !== undefined) tolerant(() => read(new ByteCursor(data, joins), layout))
  }
  return layout
}

function readColumn(cursor: ByteCursor, layout: SheetLayout): void {
  const [first, last, width, look, flags] = [cursor.u16(), cursor.u16(), cursor.u16(), cursor.u16(), cursor.u16()]
  if (first > last || first > LAST_COLUMN) return
  layout.columns.push({
    first,
    last: Math.min(last, LAST_COLUMN),
    width: width / 256,
    look,
    isHidden: (flags & 1) !== 0,
    level: (flags >> 8) & 7,
    isCollapsed: (flags & 0x1000) !== 0,
  })
}

function readRow(cursor: ByteCursor, layout: SheetLayout): void {
  const row = cursor.u16()
  cursor.skip(4)
  const height = cursor.u16()
  cursor.skip(4)
  const [flags, look] = [cursor.u16(), cursor.u16()]
  layout.rows.set(row, {
    height: (height & 0x8000) === 0 ? height / TWIPS : null,
    isOwnHeight: (flags & 0x40) !== 0,
    isHidden: (flags & 0x20) !== 0,
    look: (flags & 0x80) === 0 ? null : look & 0xfff,
    level: flags & 7,
    isCollapsed: (flags & 0x10) !== 0,
  })
}

/** Ranges with their count before them: first and last row, first and last column. */
export function readRanges(cursor: ByteCursor): readonly CellRange[] {
  return Array.from({ length: Math.min(cursor.u16(), Math.floor(cursor.left / 8)) }, () => {
    const [top, bottom, left, right] = [cursor.u16(), cursor.u16(), cursor.u16(), cursor.u16()]
    return { top, left, bottom, right: Math.min(right, LAST_COLUMN) }
  }).filter(({ top, left, bottom, right }) => top <= bottom && left <= right)
}

function readBreaks(cursor: ByteCursor): readonly PageBreak[] {
  return Array.from({ length: Math.min(cursor.u16(), Math.floor(cursor.left / 6)) }, () => ({
    before: cursor.u16(),
    from: cursor.u16(),
    to: cursor.u16(),
  }))
}

function inches(cursor: ByteCursor, usual: number): number {
  const value = cursor.f64()
  // Centimetres leave a rounding error at the end.
  return value >= 0 && value < 50 ? Number(value.toPrecision(12)) : usual
}

/** Headers of even and first pages; those of a view someone saved under a name belong to that view. */
function readOtherPages(cursor: ByteCursor, layout: SheetLayout): void {
  cursor.skip(12)
  if (cursor.bytes(16).some((byte) => byte !== 0)) return
  const flags = cursor.u16()
  const lengths = [cursor.u16(), cursor.u16(), cursor.u16(), cursor.u16()]
  const [evenHeader = '', evenFooter = '', firstHeader = '', firstFooter = ''] = lengths.map((length) =>
    length === 0 ? '' : cursor.text(),
  )
  layout.otherPages = { flags, evenHeader, evenFooter, firstHeader, firstFooter }
}

/**
 * How cells look in an old .xls: fonts, number formats, formats of cells, named styles, and the colours they name.
 *
 * @source [MS-XLS] 2.4.122 Font, 2.4.126 Format, 2.4.353 XF with 2.5.20 CellXF, 2.4.269 Style, 2.4.188 Palette, 2.4.355 XFExt
 */
import { INDEXED_COLOURS } from '../indexedColours'
import { ByteCursor, tolerant } from './byteCursor'
import type { BiffRecord } from './records'

/** `#rrggbb`, a colour of the system by its number (64 ink, 65 paper), or the one a program would choose. */
export type Colour = string | 64 | 65 | 'auto'

export interface Font {
  readonly name: string
  readonly points: number
  readonly bold: boolean
  readonly italic: boolean
  readonly strike: boolean
  readonly outline: boolean
  readonly shadow: boolean
  readonly script: 'superscript' | 'subscript' | null
  readonly underline: 'single' | 'double' | 'singleAccounting' | 'doubleAccounting' | null
  readonly family: number
  readonly charset: number
  readonly colour: Colour
}

export interface Edge {
  /** Number of the line style; 0 is none. */
  readonly line: number
  readonly colour: Colour
}

export interface Border {
  readonly left: Edge
  readonly right: Edge
  readonly top: Edge
  readonly bottom: Edge
  readonly diagonal: Edge
  readonly goesDown: boolean
  readonly goesUp: boolean
}

export interface Fill {
  /** Number of the pattern; 0 is none, 1 solid. */
  readonly pattern: number
  readonly fore: Colour
  readonly back: Colour
}

export interface Alignment {
  readonly horizontal: number
  readonly vertical: number
  readonly wraps: boolean
  readonly justifiesLast: boolean
  readonly rotation: number
  readonly indent: number
  readonly shrinks: boolean
  readonly readingOrder: number
}

export interface CellLook {
  readonly font: number
  readonly format: number
  readonly isStyle: boolean
  /** The style it comes from, by its number among all looks. */
  readonly parent: number
  readonly isLocked: boolean
  readonly hidesFormula: boolean
  readonly quotePrefix: boolean
  readonly alignment: Alignment
  readonly border: Border
  readonly fill: Fill
  /** Six bits: number, font, alignment, border, fill, protection. In a style a set bit means "leave as it is". */
  readonly used: number
}

export interface NamedStyle {
  readonly look: number
  readonly builtIn: { readonly id: number; readonly level: number } | null
  readonly name: string
}

export interface Looks {
  readonly fonts: readonly Font[]
  readonly formats: ReadonlyMap<number, string>
  readonly looks: readonly CellLook[]
  readonly styles: readonly NamedStyle[]
  readonly colourOf: (index: number) => Colour
}

const [FONT, FORMAT, XF, STYLE, PALETTE, XF_EXTENSION] = [0x31, 0x41e, 0xe0, 0x293, 0x92, 0x87d]
const FIRST_OF_PALETTE = 8
const SYSTEM_INK = 64
const SYSTEM_PAPER = 65

/** @throws RecordEnd when a record is cut short */
export function readLooks(globals: readonly BiffRecord[]): Looks {
  const palette = [...INDEXED_COLOURS]
  for (const record of globals) if (record.type === PALETTE) readPalette(record, palette)
  const colourOf = (index: number): Colour => {
    if (index === SYSTEM_INK || index === SYSTEM_PAPER) return index
    return palette[index < FIRST_OF_PALETTE ? index : index - FIRST_OF_PALETTE] ?? 'auto'
  }
  const fonts: Font[] = []
  const formats = new Map<number, string>()
  const looks: CellLook[] = []
  const styles: NamedStyle[] = []
  for (const record of globals) {
    const cursor = new ByteCursor(record.data, record.joins)
    if (record.type === FONT) fonts.push(readFont(cursor, colourOf))
    else if (record.type === FORMAT) formats.set(cursor.u16(), cursor.text())
    else if (record.type === XF) looks.push(readLook(cursor, colourOf))
    else if (record.type === STYLE) styles.push(readStyle(cursor))
    else if (record.type === XF_EXTENSION) tolerant(() => extendLook(cursor, looks, fonts))
  }
  return { fonts, formats, looks, styles, colourOf }
}

/** Fonts are numbered without a 4, as Excel has counted since its first version. */
export const fontAt = (number: number): number => (number > 4 ? number - 1 : number)

function readPalette({ data }: BiffRecord, palette: string[]): void {
  const cursor = new ByteCursor(data)
  const count = Math.min(cursor.u16(), palette.length)
  for (let at = 0; at < count; at += 1) {
    palette[at] = hexColour(cursor.bytes(3))
    cursor.skip(1)
  }
}

const hexColour = (bytes: Uint8Array): string =>
  `#${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`

const UNDERLINES: Readonly<Record<number, Font['underline']>> = {
  1: 'single',
  2: 'double',
  0x21: 'singleAccounting',
  0x22: 'doubleAccounting',
}
const AUTOMATIC = 0x7fff
const BOLD_FROM = 600

export const underlineOf = (number: number): Font['underline'] => UNDERLINES[number] ?? null
export const isBold = (weight: number): boolean => weight >= BOLD_FROM
const scriptOf = (number: number): Font['script'] => (number === 1 ? 'superscript' : number === 2 ? 'subscript' : null)

function readFont(cursor: ByteCursor, colourOf: (index: number) => Colour): Font {
  const [height, flags, colour, weight, script] = [cursor.u16(), cursor.u16(), cursor.u16(), cursor.u16(), cursor.u16()]
  const [underline, family, charset] = [cursor.u8(), cursor.u8(), cursor.u8()]
  cursor.skip(1)
  return {
    name: cursor.text(1),
    points: height / 20,
    bold: isBold(weight),
    italic: (flags & 2) !== 0,
    strike: (flags & 8) !== 0,
    outline: (flags & 0x10) !== 0,
    shadow: (flags & 0x20) !== 0,
    script: scriptOf(script),
    underline: underlineOf(underline),
    family,
    charset,
    colour: colour === AUTOMATIC ? 'auto' : colourOf(colour),
  }
}

function readLook(cursor: ByteCursor, colourOf: (index: number) => Colour): CellLook {
  const [font, format, protection, align, more, lines, sides] = [
    cursor.u16(),
    cursor.u16(),
    cursor.u16(),
    cursor.u16(),
    cursor.u16(),
    cursor.u16(),
    cursor.u16(),
  ]
  const [ends, colours] = [cursor.u32(), cursor.u16()]
  const edge = (line: number, colour: number): Edge => ({ line: line & 15, colour: colourOf(colour & 127) })
  return {
    font: fontAt(font),
    format,
    isStyle: (protection & 4) !== 0,
    parent: protection >> 4,
    isLocked: (protection & 1) !== 0,
    hidesFormula: (protection & 2) !== 0,
    quotePrefix: (protection & 8) !== 0,
    alignment: {
      horizontal: align & 7,
      vertical: (align >> 4) & 7,
      wraps: (align & 8) !== 0,
      justifiesLast: (align & 0x80) !== 0,
      rotation: align >> 8,
      indent: more & 15,
      shrinks: (more & 16) !== 0,
      readingOrder: (more >> 6) & 3,
    },
    border: {
      left: edge(lines, sides),
      right: edge(lines >> 4, sides >> 7),
      top: edge(lines >> 8, ends),
      bottom: edge(lines >> 12, ends >> 7),
      diagonal: edge(ends >> 21, ends >> 14),
      goesDown: (sides & 0x4000) !== 0,
      goesUp: (sides & 0x8000) !== 0,
    },
    fill: { pattern: ends >>> 26, fore: colourOf(colours & 127), back: colourOf((colours >> 7) & 127) },
    used: (more >> 10) & 63,
  }
}

function readStyle(cursor: ByteCursor): NamedStyle {
  const head = cursor.u16()
  const look = head & 0xfff
  if ((head & 0x8000) !== 0) return { look, builtIn: { id: cursor.u8(), level: cursor.u8() }, name: '' }
  return { look, builtIn: null, name: cursor.text() }
}

const RGB = 2
const [FORE, BACK, TOP, BOTTOM, LEFT, RIGHT, DIAGONAL, INK] = [4, 5, 7, 8, 9, 10, 11, 13]

/** Programs since 2007 add the exact colour where the palette holds only a near one. */
function extendLook(cursor: ByteCursor, looks: CellLook[], fonts: Font[]): void {
  cursor.skip(14)
  const number = cursor.u16()
  cursor.skip(2)
  const count = cursor.u16()
  for (let at = 0; at < count && cursor.left >= 4; at += 1) {
    const [kind, size] = [cursor.u16(), cursor.u16()]
    const body = new ByteCursor(cursor.bytes(Math.max(0, size - 4)))
    const look = looks[number]
    if (
      look === undefined ||
      body.left < 8 ||
      ![FORE, BACK, TOP, BOTTOM, LEFT, RIGHT, DIAGONAL, INK].includes(kind) ||
      body.u16() !== RGB
    )
      continue
    body.skip(2)
    looks[number] = withColour(look, kind, hexColour(body.bytes(3)), fonts)
  }
}

function withColour(look: CellLook, kind: number, colour: string, fonts: Font[]): CellLook {
  const { fill, border } = look
  if (kind === FORE) return { ...look, fill: { ...fill, fore: colour } }
  if (kind === BACK) return { ...look, fill: { ...fill, back: colour } }
  if (kind === INK) {
    const font = fonts[look.font]
    if (font === undefined || font.colour === colour) return look
    // A font is shared by looks of other colours.
    fonts.push({ ...font, colour })
    return { ...look, font: fonts.length - 1 }
  }
  const side = { [TOP]: 'top', [BOTTOM]: 'bottom', [LEFT]: 'left', [RIGHT]: 'right', [DIAGONAL]: 'diagonal' }[kind] as
    'top' | 'bottom' | 'left' | 'right' | 'diagonal'
  return { ...look, border: { ...border, [side]: { ...border[side], colour } } }
}

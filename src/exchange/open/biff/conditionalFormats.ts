/**
 * Conditional formats as Excel 97 to 2003 knew them: a comparison or a formula, and what then looks different.
 *
 * @source [MS-XLS] 2.4.56 CondFmt, 2.4.42 CF, 2.5.92 DXFN
 */
import type { CellRange } from '../rawWorkbook'
import { ByteCursor, tolerant } from './byteCursor'
import { isBold, underlineOf, type Border, type Colour, type Edge, type Fill, type Font } from './cellLooks'
import { formulaText } from './formulaText'
import type { BiffRecord } from './records'
import { readRanges } from './sheetLayout'
import type { SheetReferences } from './sheetReferences'

/** What a rule changes; the rest stays as the cell has it. */
export interface ChangedLook {
  readonly font: Partial<Pick<Font, 'bold' | 'italic' | 'strike' | 'underline' | 'colour' | 'points'>>
  readonly fill: Partial<Fill> | null
  readonly border: Partial<Pick<Border, 'left' | 'right' | 'top' | 'bottom'>> | null
  /** A number format of its own, or the number of a built-in one. */
  readonly format: string | number | null
}

export interface ConditionalRule {
  /** One of eight comparisons; 0 is a formula. */
  readonly comparison: number
  readonly formula1: string
  readonly formula2: string
  readonly look: ChangedLook
}

export interface ConditionalFormat {
  readonly ranges: readonly CellRange[]
  readonly rules: readonly ConditionalRule[]
}

const [HEAD, RULE] = [0x1b0, 0x1b1]
/** Colour scales, data bars, icons and whatever else came with Excel 2007. */
const NEWER_RULE = 0x87a
const IS_FORMULA = 2

/** @returns the formats, and how many rules cannot be carried over */
export function readConditionalFormats(
  records: readonly BiffRecord[],
  references: SheetReferences,
  colourOf: (index: number) => Colour,
): { readonly formats: readonly ConditionalFormat[]; readonly leftOut: number } {
  const formats: { ranges: readonly CellRange[]; base: { row: number; column: number }; rules: ConditionalRule[] }[] =
    []
  let [all, read] = [0, 0]
  for (const { type, data, joins } of records) {
    const cursor = new ByteCursor(data, joins)
    if (type === NEWER_RULE) all += 1
    else if (type === HEAD)
      tolerant(() => {
        cursor.skip(4)
        const [row, , column] = [cursor.u16(), cursor.u16(), cursor.u16(), cursor.u16()]
        formats.push({ ranges: readRanges(cursor), base: { row, column }, rules: [] })
      })
    else if (type === RULE) {
      all += 1
      const format = formats.at(-1)
      tolerant(() => {
        const rule = format === undefined ? null : readRule(cursor, format.base, references, colourOf)
        if (rule === null || format === undefined || format.ranges.length === 0) return
        format.rules.push(rule)
        read += 1
      })
    }
  }
  return { formats: formats.filter(({ rules }) => rules.length > 0), leftOut: all - read }
}

function readRule(
  cursor: ByteCursor,
  base: { readonly row: number; readonly column: number },
  references: SheetReferences,
  colourOf: (index: number) => Colour,
): ConditionalRule | null {
  const [kind, comparison, size1, size2] = [cursor.u8(), cursor.u8(), cursor.u16(), cursor.u16()]
  const formulas = cursor.data.length - size1 - size2
  const look = readChangedLook(cursor, colourOf)
  cursor.at = Math.max(formulas, cursor.at)
  const formula = (size: number): string | null => (size === 0 ? '' : formulaText(cursor.bytes(size), base, references))
  const [formula1, formula2] = [formula(size1), formula(size2)]
  return formula1 === null || formula2 === null || formula1 === ''
    ? null
    : { comparison: kind === IS_FORMULA ? 0 : comparison, formula1, formula2, look }
}

const bit = (flags: number, at: number): boolean => ((flags >>> at) & 1) === 1

function readChangedLook(cursor: ByteCursor, colourOf: (index: number) => Colour): ChangedLook {
  const flags = cursor.u32()
  const more = cursor.u16()
  const format = bit(flags, 25) ? readFormat(cursor, bit(more, 0)) : null
  const font = bit(flags, 26) ? readChangedFont(cursor, colourOf) : {}
  if (bit(flags, 27)) cursor.skip(8)
  const border = bit(flags, 28) ? readBorder(cursor, flags, colourOf) : null
  const fill = bit(flags, 29) ? readFill(cursor, flags, colourOf) : null
  return { font, fill, border, format: bit(flags, 19) ? null : format }
}

function readFormat(cursor: ByteCursor, isOwn: boolean): string | number {
  if (!isOwn) {
    cursor.skip(1)
    return cursor.u8()
  }
  cursor.skip(2)
  return cursor.text()
}

/** A size or a colour that stays as it is. */
const UNCHANGED = 0xffffffff

function readChangedFont(cursor: ByteCursor, colourOf: (index: number) => Colour): ChangedLook['font'] {
  cursor.skip(64)
  const [height, style, weight] = [cursor.u32(), cursor.u32(), cursor.u16()]
  cursor.skip(2)
  const underline = cursor.u8()
  cursor.skip(3)
  const colour = cursor.u32()
  cursor.skip(4)
  const [styleKept, , underlineKept, weightKept] = [cursor.u32(), cursor.u32(), cursor.u32(), cursor.u32()]
  cursor.skip(14)
  return {
    ...(height === UNCHANGED || height === 0 ? {} : { points: height / 20 }),
    ...((weightKept & 1) === 0 && weight !== 0xffff ? { bold: isBold(weight) } : {}),
    ...(bit(styleKept, 1) ? {} : { italic: bit(style, 1) }),
    ...(bit(styleKept, 7) ? {} : { strike: bit(style, 7) }),
    ...((underlineKept & 1) === 0 ? { underline: underlineOf(underline) } : {}),
    ...(colour === UNCHANGED || colour >= 0x7fff ? {} : { colour: colourOf(colour) }),
  }
}

function readBorder(cursor: ByteCursor, flags: number, colourOf: (index: number) => Colour): ChangedLook['border'] {
  const [lines, sides, ends] = [cursor.u16(), cursor.u16(), cursor.u32()]
  const edge = (line: number, colour: number): Edge => ({ line: line & 15, colour: colourOf(colour & 127) })
  return {
    ...(bit(flags, 10) ? {} : { left: edge(lines, sides) }),
    ...(bit(flags, 11) ? {} : { right: edge(lines >> 4, sides >> 7) }),
    ...(bit(flags, 12) ? {} : { top: edge(lines >> 8, ends) }),
    ...(bit(flags, 13) ? {} : { bottom: edge(lines >> 12, ends >> 7) }),
  }
}

function readFill(cursor: ByteCursor, flags: number, colourOf: (index: number) => Colour): Partial<Fill> {
  const [pattern, colours] = [cursor.u16() >> 10, cursor.u16()]
  return {
    ...(bit(flags, 16) ? {} : { pattern }),
    ...(bit(flags, 17) ? {} : { fore: colourOf(colours & 127) }),
    ...(bit(flags, 18) ? {} : { back: colourOf((colours >> 7) & 127) }),
  }
}

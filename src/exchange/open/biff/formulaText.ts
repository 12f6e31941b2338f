/**
 * A formula as a person writes it, from the tokens an old .xls keeps: those of drop-downs, rules for input and conditional
 * formats. Formulas of cells are read by the library.
 *
 * @source [MS-XLS] 2.5.198 Parsed formulas; 2.5.198.17 Ftab for the numbers of the functions
 */
import { columnLetter } from '../columnLetter'
import { ByteCursor, RecordEnd } from './byteCursor'
import { FUNCTIONS } from './functionNames'
import type { SheetReferences } from './sheetReferences'

const OPERATORS: Readonly<Record<number, string>> = {
  0x03: '+',
  0x04: '-',
  0x05: '*',
  0x06: '/',
  0x07: '^',
  0x08: '&',
  0x09: '<',
  0x0a: '<=',
  0x0b: '=',
  0x0c: '>=',
  0x0d: '>',
  0x0e: '<>',
  0x0f: ' ',
  0x10: ',',
  0x11: ':',
}
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
}
const MOST_TOKENS = 2_000
const LONGEST = 8_192

export const errorText = (code: number): string => ERRORS[code] ?? '#N/A'

/** The cell a formula stands in: what is relative counts from it. Zero-based. */
export interface Base {
  readonly row: number
  readonly column: number
}

/** @returns null when it holds something that cannot be written down here, such as a function of another program */
export function formulaText(tokens: Uint8Array, base: Base, references: SheetReferences): string | null {
  const cursor = new ByteCursor(tokens)
  const stack: string[] = []
  try {
    for (let seen = 0; cursor.left > 0; seen += 1) {
      if (seen > MOST_TOKENS || !readToken(cursor, stack, base, references) || (stack.at(-1)?.length ?? 0) > LONGEST)
        return null
    }
  } catch (error) {
    if (error instanceof RecordEnd) return null
    throw error
  }
  return stack.length === 1 ? (stack[0] ?? null) : null
}

function readToken(cursor: ByteCursor, stack: string[], base: Base, references: SheetReferences): boolean {
  const raw = cursor.u8()
  // Three classes of operands have the same meaning.
  const token = raw < 0x20 ? raw : (raw & 0x1f) | 0x20
  const push = (text: string | null | undefined): boolean => {
    if (text === null || text === undefined) return false
    stack.push(text)
    return true
  }
  const call = (name: string | undefined, count: number): boolean => {
    if (name === undefined || stack.length < count) return false
    return push(`${name}(${stack.splice(stack.length - count, count).join(',')})`)
  }
  const operator = OPERATORS[token]
  if (operator !== undefined) {
    const [left, right] = stack.splice(-2)
    return right !== undefined && push(`${left}${operator}${right}`)
  }
  switch (token) {
    case 0x12:
      return push(prefixed('+', stack.pop()))
    case 0x13:
      return push(prefixed('-', stack.pop()))
    case 0x14:
      return push(prefixed('', stack.pop(), '%'))
    case 0x15:
      return push(prefixed('(', stack.pop(), ')'))
    case 0x16:
      return push('')
    case 0x17:
      return push(`"${cursor.text(1).replaceAll('"', '""')}"`)
    case 0x19:
      return readAttribute(cursor, call)
    case 0x1c:
      return push(errorText(cursor.u8()))
    case 0x1d:
      return push(cursor.u8() === 0 ? 'FALSE' : 'TRUE')
    case 0x1e:
      return push(String(cursor.u16()))
    case 0x1f:
      return push(written(cursor.f64()))
    case 0x21: {
      const known = FUNCTIONS.get(cursor.u16())
      return known !== undefined && known.count >= 0 && call(known.name, known.count)
    }
    case 0x22: {
      const count = cursor.u8() & 0x7f
      return call(FUNCTIONS.get(cursor.u16() & 0x7fff)?.name, count)
    }
    case 0x23: {
      const name = references.nameOf(cursor.u16())
      cursor.skip(2)
      return push(name)
    }
    case 0x24:
      return push(cellAt(cursor.u16(), cursor.u16()))
    case 0x25:
      return push(readArea(cursor, (row, column) => cellAt(row, column)))
    case 0x26:
    case 0x27:
    case 0x28:
      return skipped(cursor, 6)
    case 0x29:
      return skipped(cursor, 2)
    case 0x2a:
      return skipped(cursor, 4) && push('#REF!')
    case 0x2b:
      return skipped(cursor, 8) && push('#REF!')
    case 0x2c:
      return push(relativeCell(cursor.u16(), cursor.u16(), base))
    case 0x2d:
      return push(readArea(cursor, (row, column) => relativeCell(row, column, base)))
    case 0x3a:
      return push(onSheet(references.sheetOf(cursor.u16()), cellAt(cursor.u16(), cursor.u16())))
    case 0x3b:
      return push(
        onSheet(
          references.sheetOf(cursor.u16()),
          readArea(cursor, (row, column) => cellAt(row, column)),
        ),
      )
    default:
      return false
  }
}

const written = (number: number): string | null => (Number.isFinite(number) ? String(number).toUpperCase() : null)

const prefixed = (before: string, text: string | undefined, after = ''): string | null =>
  text === undefined ? null : before + text + after

const onSheet = (sheet: string | null, reference: string): string | null =>
  sheet === null ? null : `'${sheet.replaceAll("'", "''")}'!${reference}`

function skipped(cursor: ByteCursor, count: number): boolean {
  cursor.skip(count)
  return true
}

/** Hints for whoever calculates; only the sum of one argument says something of its own. */
function readAttribute(cursor: ByteCursor, call: (name: string, count: number) => boolean): boolean {
  const kind = cursor.u8()
  const value = cursor.u16()
  if ((kind & 0x04) !== 0) return skipped(cursor, (value + 1) * 2)
  return (kind & 0x10) === 0 || call('SUM', 1)
}

const IS_RELATIVE_ROW = 0x8000
const IS_RELATIVE_COLUMN = 0x4000

const cellAt = (row: number, column: number): string =>
  `${(column & IS_RELATIVE_COLUMN) === 0 ? '$' : ''}${columnLetter(column & 0xff)}${(column & IS_RELATIVE_ROW) === 0 ? '$' : ''}${row + 1}`

/** Rows and columns count from the base and come round at the edge of the sheet. */
function relativeCell(row: number, column: number, base: Base): string {
  const flags = column & (IS_RELATIVE_ROW | IS_RELATIVE_COLUMN)
  const at = (flags & IS_RELATIVE_COLUMN) === 0 ? column & 0xff : (base.column + column) & 0xff
  return cellAt((flags & IS_RELATIVE_ROW) === 0 ? row : (base.row + row) & 0xffff, at | flags)
}

function readArea(cursor: ByteCursor, cell: (row: number, column: number) => string): string {
  const [top, bottom, left, right] = [cursor.u16(), cursor.u16(), cursor.u16(), cursor.u16()]
  return `${cell(top, left)}:${cell(bottom, right)}`
}

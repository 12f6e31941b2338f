/** How references move when rows are put in below a row: cells, ranges, formulas. */
import { anyOf, inTurn } from '../../cells/joinedPatterns'

export interface Insertion {
  /** New rows stand below this one. */
  readonly below: number
  readonly count: number
  /** Rows of the line that is copied; 1 unless given. */
  readonly height?: number
}

/** A sheet before a reference, with quotes where its name needs them. */
const SHEET = /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?/u
/** A cell, a range of cells, or whole rows; not a part of a longer name. */
const REFERENCE = inTurn(
  /(?<![\p{L}\p{N}_.$])/u,
  /(?:(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?[A-Z]{1,3})(\$?)(\d{1,7}))?|(\$?)(\d{1,7}):(\$?)(\d{1,7}))/u,
  /(?![\p{L}\p{N}_(!.])/u,
)
/** Text in quotes, a structured reference, or a reference with the sheet it names. */
const TOKEN = new RegExp(anyOf(/"(?:[^"]|"")*"/u, /\[[^\]]*\]/u, inTurn(SHEET, REFERENCE)), 'gu')

export const movedRow = (row: number, { below, count }: Insertion): number => (row > below ? row + count : row)

/** The last row of a range: one that ends with the repeated lines grows with them. */
const movedEnd = (first: number, last: number, { below, count }: Insertion): number =>
  last > below || (last === below && first <= below) ? last + count : last

/** Ranges as attributes write them, `A1 B5:V34`. Whole columns stay. */
export const movedRanges = (ranges: string, insertion: Insertion): string =>
  ranges
    .split(/\s+/)
    .map((range) => {
      const [, firstColumn = '', first = '', lastColumn, last] =
        /^(\$?[A-Z]+\$?)(\d+)(?::(\$?[A-Z]+\$?)(\d+))?$/.exec(range) ?? []
      if (first === '') return range
      if (last === undefined) return firstColumn + movedRow(Number(first), insertion)
      const end = movedEnd(Number(first), Number(last), insertion)
      return `${firstColumn}${movedRow(Number(first), insertion)}:${lastColumn ?? ''}${end}`
    })
    .join(' ')

/**
 * Ranges of what a cell of the line has and its copies have too (formats, drop-downs, guards): a range that ends in the line
 * grows; one that covers only some rows of a line of several comes again in every copy.
 */
export function repeatedRanges(ranges: string, insertion: Insertion): string {
  const { below, count, height = 1 } = insertion
  return ranges
    .split(/\s+/)
    .flatMap((range) => {
      const [, left = '', first = '', right = left, last = first] =
        /^(\$?[A-Z]+\$?)(\d+)(?::(\$?[A-Z]+\$?)(\d+))?$/.exec(range) ?? []
      const [top, bottom] = [Number(first), Number(last)]
      if (first === '' || top > below || bottom <= below - height) return [movedRanges(range, insertion)]
      const isWholeLine = top <= below - height + 1 && bottom >= below
      if (isWholeLine) return [`${left}${top}:${right}${movedEnd(top, bottom, insertion)}`]
      if (top <= below - height || bottom > below) return [movedRanges(range, insertion)]
      const one = (down: number): string =>
        top === bottom && left === right ? `${left}${top + down}` : `${left}${top + down}:${right}${bottom + down}`
      return Array.from({ length: count / height + 1 }, (_, at) => one(at * height))
    })
    .join(' ')
}

/** Of a chart: what shows the one line shows all of them. */
export const grownReference = (formula: string, sheet: string, insertion: Insertion): string =>
  eachReference(movedFormula(formula, sheet, false, insertion), sheet, false, (reference) => {
    const { prefix, column, fixed, row, row2, isRows } = reference
    const isLine = (insertion.height ?? 1) === 1 && row === insertion.below && row2 === null && !isRows
    return isLine ? `${prefix}${column}${fixed}${row}:${column}${fixed}${row + insertion.count}` : written(reference)
  })

const written = ({ prefix, column, fixed, row, column2, fixed2, row2, isRows }: Reference): string =>
  isRows
    ? `${prefix}${fixed}${row}:${fixed2}${row2 ?? row}`
    : `${prefix}${column}${fixed}${row}${row2 === null ? '' : `:${column2}${fixed2}${row2}`}`

/** A sum of the one line, `SUM(D5)`, as one of a range, which then grows. */
export const grownSums = (formula: string, { below, height = 1 }: Insertion): string =>
  height > 1
    ? formula
    : formula.replace(
        /\b((?:SUM|COUNTA?|AVERAGE|MAX|MIN)\(|SUBTOTAL\(\d+,)(\$?[A-Z]{1,3}\$?)(\d+)\)/g,
        (whole, start: string, column: string, row: string) =>
          Number(row) === below ? `${start}${column}${row}:${column}${row})` : whole,
      )

/**
 * A formula (as XML text) after rows were put into `sheet`.
 * @param isOnSheet whether the formula stands on that sheet, so that references without a sheet mean it
 */
export function movedFormula(formula: string, sheet: string, isOnSheet: boolean, insertion: Insertion): string {
  return eachReference(formula, sheet, isOnSheet, ({ prefix, column, fixed, row, column2, fixed2, row2, isRows }) => {
    const first = movedRow(row, insertion)
    if (row2 === null) return `${prefix}${column}${fixed}${first}`
    const last = movedEnd(row, row2, insertion)
    return isRows
      ? `${prefix}${fixed}${first}:${fixed2}${last}`
      : `${prefix}${column}${fixed}${first}:${column2}${fixed2}${last}`
  })
}

/** The formula of a line as it reads `down` rows further down: relative rows up to the end of that line go along. */
export function copiedFormula(formula: string, sheet: string, down: number, insertion: Insertion): string {
  const copied = (fixed: string, row: number): number =>
    fixed === '' && row <= insertion.below ? row + down : movedRow(row, insertion)
  return eachReference(formula, sheet, true, ({ prefix, column, fixed, row, column2, fixed2, row2, isRows }) => {
    if (isRows) return `${prefix}${fixed}${copied(fixed, row)}:${fixed2}${copied(fixed2, row2 ?? row)}`
    return row2 === null
      ? `${prefix}${column}${fixed}${copied(fixed, row)}`
      : `${prefix}${column}${fixed}${copied(fixed, row)}:${column2}${fixed2}${copied(fixed2, row2)}`
  })
}

/** A formula other cells share, as it reads in a cell that many rows and columns away. */
export function sharedFormulaAt(formula: string, rows: number, moveColumn: (column: string) => string): string {
  return eachReference(
    formula,
    '',
    true,
    ({ prefix, column, fixed, row, column2, fixed2, row2, isRows }) => {
      const moved = (mark: string, at: number): number => (mark === '' ? at + rows : at)
      const aside = (name: string): string => (name.startsWith('$') ? name : moveColumn(name))
      if (isRows) return `${prefix}${fixed}${moved(fixed, row)}:${fixed2}${moved(fixed2, row2 ?? row)}`
      return (
        `${prefix}${aside(column)}${fixed}${moved(fixed, row)}` +
        `${row2 === null ? '' : `:${aside(column2)}${fixed2}${moved(fixed2, row2)}`}`
      )
    },
    true,
  )
}

interface Reference {
  readonly prefix: string
  readonly column: string
  readonly fixed: string
  readonly row: number
  readonly column2: string
  readonly fixed2: string
  readonly row2: number | null
  /** Whole rows, `3:4`. */
  readonly isRows: boolean
}

function eachReference(
  formula: string,
  sheet: string,
  isOnSheet: boolean,
  rewrite: (reference: Reference) => string,
  ofAnySheet = false,
): string {
  return formula.replace(
    TOKEN,
    (
      whole: string,
      name: string | undefined,
      column?: string,
      fixed?: string,
      row?: string,
      column2?: string,
      fixed2?: string,
      row2?: string,
      mark?: string,
      from?: string,
      mark2?: string,
      to?: string,
    ) => {
      if (row === undefined && from === undefined) return whole
      const isOurs =
        ofAnySheet ||
        (name === undefined
          ? isOnSheet
          : name.replace(/^'|'$/g, '').replaceAll("''", "'").replaceAll('&amp;', '&').replaceAll('&apos;', "'") ===
            sheet)
      if (!isOurs) return whole
      const prefix = name === undefined ? '' : `${name}!`
      return row === undefined
        ? rewrite({
            prefix,
            column: '',
            fixed: mark ?? '',
            row: Number(from),
            column2: '',
            fixed2: mark2 ?? '',
            row2: Number(to),
            isRows: true,
          })
        : rewrite({
            prefix,
            column: column ?? '',
            fixed: fixed ?? '',
            row: Number(row),
            column2: column2 ?? '',
            fixed2: fixed2 ?? '',
            row2: row2 === undefined ? null : Number(row2),
            isRows: false,
          })
    },
  )
}

/**
 * The is / is-not table of a problem: what is seen, what might be seen as well but is not, and what sets the two apart
 * (Kepner & Tregoe, The Rational Manager, 1965; D2 of an 8D). What explains a cause has to explain both.
 */
import { isPlainObject } from './plainObject'

/** The questions of the table, in their order. */
export const IS_IS_NOT_ABOUT = ['what', 'where', 'when', 'extent'] as const
export type IsIsNotAbout = (typeof IS_IS_NOT_ABOUT)[number]

export interface IsIsNotRow {
  /** Null for a line that answers none of the four, such as one typed as a sentence. */
  readonly about: IsIsNotAbout | null
  readonly is: string
  readonly isNot: string
  readonly distinction: string
}

/** `是：…｜不是：…`, as people wrote the lines of the table before it had columns. */
const WRITTEN = /^(?:是|IS)\s*[：:]\s*(?<is>[^｜|]*?)\s*(?:[｜|]\s*(?:不是|IS NOT)\s*[：:]\s*(?<isNot>.*))?$/iu

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const isAbout = (value: unknown): value is IsIsNotAbout => (IS_IS_NOT_ABOUT as readonly unknown[]).includes(value)

function rowOf(entry: unknown): IsIsNotRow | null {
  if (typeof entry === 'string') {
    const { is, isNot = '' } = WRITTEN.exec(entry.trim())?.groups ?? {}
    return { about: null, is: is ?? entry.trim(), isNot: isNot.trim(), distinction: '' }
  }
  if (!isPlainObject(entry)) return null
  const { about, is, isNot, distinction } = entry as Readonly<Record<string, unknown>>
  return {
    about: isAbout(about) ? about : null,
    is: textOf(is),
    isNot: textOf(isNot),
    distinction: textOf(distinction),
  }
}

const isFilled = ({ is, isNot, distinction }: IsIsNotRow): boolean => `${is}${isNot}${distinction}` !== ''

/** The rows as they are stored, lines of earlier versions among them; entries nobody understands are left out. */
export const isIsNotRows = (stored: unknown): readonly IsIsNotRow[] =>
  Array.isArray(stored)
    ? (stored as readonly unknown[]).flatMap((entry) => {
        const row = rowOf(entry)
        return row === null || !isFilled(row) ? [] : [row]
      })
    : []

/** What is stored of a table: rows that say something; undefined where none does. */
export function storedIsIsNot(rows: readonly IsIsNotRow[]): readonly IsIsNotRow[] | undefined {
  const filled = rows.filter(isFilled)
  return filled.length === 0 ? undefined : filled
}

/** The table a form shows: a row for each of the four questions, then those that answer none. */
export const formIsIsNot = (rows: readonly IsIsNotRow[]): readonly IsIsNotRow[] => [
  ...IS_IS_NOT_ABOUT.flatMap((about) => {
    const own = rows.filter((row) => row.about === about)
    return own.length > 0 ? own : [{ about, is: '', isNot: '', distinction: '' }]
  }),
  ...rows.filter(({ about }) => about === null),
]

/** A row as one line that needs no language. */
export const isIsNotLine = ({ is, isNot, distinction }: IsIsNotRow): string =>
  [is === '' ? '' : `= ${is}`, isNot === '' ? '' : `≠ ${isNot}`, distinction === '' ? '' : `→ ${distinction}`]
    .filter((part) => part !== '')
    .join('　')

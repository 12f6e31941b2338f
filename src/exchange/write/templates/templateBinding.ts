/** Which value goes into which cell of a company's own workbook. */
import type { Moment } from '../../../domain/moment'

/** A bound cell: its address on the sheet and the field it takes. */
export interface BoundCell {
  readonly cell: string
  readonly field: string
}

/** A line that repeats: how many rows the template has ready for it, and what each column takes. */
export interface BoundLines {
  /** Name of the list the lines come from. */
  readonly list: string
  readonly firstRow: number
  readonly preparedRows: number
  /** Rows one line takes; 1 unless given. */
  readonly rowsPerLine?: number
  /** `down` says in which row of the line a column stands; 0 is the first. */
  readonly columns: readonly { readonly column: string; readonly field: string; readonly down?: number }[]
}

export interface TemplateBinding {
  readonly sheet: string
  readonly cells: readonly BoundCell[]
  readonly lines: readonly BoundLines[]
}

/** A binding as a stored record keeps it; null when it is none. */
export function readBinding(stored: unknown): TemplateBinding | null {
  const { sheet, cells, lines } = (stored ?? {}) as Partial<Record<keyof TemplateBinding, unknown>>
  if (typeof sheet !== 'string' || !Array.isArray(cells) || !Array.isArray(lines)) return null
  return stored as TemplateBinding
}

/**
 * A value on its way into a cell. A `choice` ticks the box of the first of its words the cell offers, or takes the word of
 * the cell's drop-down list; `blanks` fills the gaps of a printed sentence one after the other.
 */
export type TemplateValue =
  | string
  | number
  | { readonly kind: 'date'; readonly moment: Moment }
  | { readonly kind: 'choice'; readonly words: readonly string[]; readonly text: string; readonly blank?: string }
  | { readonly kind: 'blanks'; readonly parts: readonly string[]; readonly text: string }

export type TemplateRecord = Readonly<Record<string, TemplateValue | undefined>>

export interface TemplateData {
  readonly cells: TemplateRecord
  readonly lists: Readonly<Record<string, readonly TemplateRecord[]>>
}

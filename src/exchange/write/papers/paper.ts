/**
 * A document on paper: headed sections of facts, text and tables. The print view and the workbook are both drawn from it,
 * so that they cannot say different things.
 */
export interface PaperTable {
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}

export interface PaperSection {
  readonly heading: string
  /** Label and value; an empty value is a blank to fill in by hand. */
  readonly facts?: readonly (readonly [label: string, value: string])[]
  readonly lines?: readonly string[]
  readonly table?: PaperTable
  /** Said where the section has nothing. */
  readonly none?: string
}

export interface Paper {
  readonly title: string
  readonly subtitle: string
  /** Names the file. */
  readonly no: string
  readonly landscape?: boolean
  readonly sections: readonly PaperSection[]
  /** Who signs at the foot: a line and a date for each. */
  readonly signatures?: readonly string[]
}

export const hasNothing = ({ facts, lines, table }: PaperSection): boolean =>
  (facts?.length ?? 0) === 0 && (lines?.length ?? 0) === 0 && (table?.rows.length ?? 0) === 0

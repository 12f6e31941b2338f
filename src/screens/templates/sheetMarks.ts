/** What is written over the cells of a sheet: the fields bound to them, and those that are proposed. */
import type { Fields } from '../../domain/records/field'
import type { ProposedBinding } from '../../exchange/write/templates/proposeBinding'
import type { TemplateBinding } from '../../exchange/write/templates/templateBinding'
import { fieldOf, type TemplateKind } from '../../exchange/write/templates/templateKinds'
import type { Language } from '../../i18n/translation'

export interface CellMark {
  readonly words: string
  readonly kind: 'bound' | 'proposed' | 'follows'
}

type Marks = ReadonlyMap<string, CellMark>

/** Which word stands over which cell? What is bound covers what is proposed. */
export function sheetMarks(
  binding: TemplateBinding,
  open: ProposedBinding,
  kind: TemplateKind,
  language: Language,
  company: Fields,
): Marks {
  const words = (field: string, list?: string): string => fieldOf(kind, field, company, list)?.[language] ?? `${field}?`
  return new Map([...proposedMarks(open, words), ...boundMarks(binding, words)])
}

type Words = (field: string, list?: string) => string

function proposedMarks({ cells, lines }: ProposedBinding, words: Words): Marks {
  const marks = new Map<string, CellMark>()
  for (const { cell, field } of cells) marks.set(cell, { words: words(field), kind: 'proposed' })
  for (const { columns, firstRow, list } of lines)
    for (const { column, field, down = 0 } of columns)
      marks.set(`${column}${firstRow + down}`, { words: words(field, list), kind: 'proposed' })
  return marks
}

function boundMarks({ cells, lines }: TemplateBinding, words: Words): Marks {
  const marks = new Map<string, CellMark>()
  for (const { cell, field } of cells) marks.set(cell, { words: words(field), kind: 'bound' })
  for (const { columns, firstRow, list, preparedRows, rowsPerLine = 1 } of lines)
    for (const { column, field, down = 0 } of columns)
      for (let row = firstRow + down; row < firstRow + preparedRows; row += rowsPerLine)
        marks.set(
          `${column}${row}`,
          row === firstRow + down ? { words: words(field, list), kind: 'bound' } : { words: '″', kind: 'follows' },
        )
  return marks
}

/** Which rows belong to a line of a list? */
export const rowsOfLines = ({ lines }: TemplateBinding): ReadonlySet<number> =>
  new Set(lines.flatMap(({ firstRow, preparedRows }) => Array.from({ length: preparedRows }, (_, at) => firstRow + at)))

/** The columns of the failure list as its address says them: which, how wide, how many stay in place while one scrolls. */
import { isColumnField, isNumberField, type ColumnField, type TextKey } from '../../metrics/columnMeaning'
import type { Sorting } from '../../metrics/failureFilter'
import { withinWidths, type Widths } from '../../panels/tableShape'

/** More groups inside groups than this cannot be read. */
export const MOST_LEVELS = 3

const parts = (text: string | null): readonly string[] => (text ?? '').split(',').filter((part) => part !== '')

/** `no:180,state`: what nobody understands is left out. */
export function columnsFromText(text: string | null): {
  readonly fields: readonly ColumnField[]
  readonly widths: Widths
} {
  const fields: ColumnField[] = []
  const widths: Widths = {}
  for (const part of parts(text)) {
    const [field = '', wide = ''] = part.split(':')
    if (!isColumnField(field) || fields.includes(field)) continue
    fields.push(field)
    const width = Number(wide)
    if (width > 0 && withinWidths(width) === width) widths[field] = width
  }
  return { fields, widths }
}

export const columnsAsText = (fields: readonly ColumnField[], widths: Widths): string =>
  fields.map((field) => (widths[field] === undefined ? field : `${field}:${widths[field]}`)).join(',')

/** `depotId.asc,occurredAt.desc`: the first decides first. */
export const sortingFromText = (text: string | null): readonly Sorting[] =>
  parts(text).flatMap((part) => {
    const [field = '', direction] = part.split('.')
    return isColumnField(field) ? [{ field, descending: direction === 'desc' }] : []
  })

export const sortingAsText = (sorting: readonly Sorting[]): string =>
  sorting.map(({ field, descending }) => `${field}.${descending ? 'desc' : 'asc'}`).join(',')

const isWords = (field: string): field is TextKey => isColumnField(field) && !isNumberField(field)

export const groupsFromText = (text: string | null): readonly TextKey[] =>
  [...new Set(parts(text).filter(isWords))].slice(0, MOST_LEVELS)

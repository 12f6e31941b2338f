/** Rows of a table put under their groups, and the groups of those under theirs, as an outline with a row range each. */
import { isCompanyKey } from '../domain/companyFields'
import { COLUMN_MEANING, type TextKey } from './columnMeaning'
import type { FailureColumns } from './failureColumns'
import { textColumn } from './failureFilter'
import { groupingBy, groupRows, joinedRows, type Grouping, type RowGroup } from './rowGroups'

/** One line of the outline. Its rows lie side by side in `rows`, from `from` up to, but not with, `to`. */
export interface OutlineGroup {
  /** 0 for the outermost. */
  readonly level: number
  readonly field: TextKey
  /** The stored word; of a moment its month, `2025-06`. */
  readonly word: string
  readonly from: number
  readonly to: number
}

export interface GroupedRows {
  /** The rows in the order of the outline, within a group in the order they came in. */
  readonly rows: Uint32Array
  /** Each before the groups inside it. */
  readonly groups: readonly OutlineGroup[]
}

/** How many groups an outline may have. A column of sentences makes one per row, which nobody can read. */
export const MOST_GROUPS = 5_000

/** Which of two groups of a column comes first; negative for the first of them. */
export type GroupOrder = (field: TextKey, one: RowGroup, other: RowGroup) => number

const MONTH = 'YYYY-MM'.length

/** Moments are grouped by their month; less precise ones stay what they are. */
const groupingOf = (columns: FailureColumns, field: TextKey): Grouping =>
  !isCompanyKey(field) && COLUMN_MEANING[field].kind === 'moment'
    ? groupingBy(textColumn(columns, field), (word) => word.slice(0, MONTH))
    : groupingBy(textColumn(columns, field))

/**
 * Which groups do these rows make, column by column from the outside in?
 * @returns how many there would be at least, when they are more than an outline may have
 */
export function groupedRows(
  columns: FailureColumns,
  rows: Uint32Array,
  fields: readonly TextKey[],
  order: GroupOrder,
): GroupedRows | { readonly tooMany: number } {
  const groupings = fields.map((field) => ({ field, grouping: groupingOf(columns, field) }))
  const groups: OutlineGroup[] = []
  const parts: Uint32Array[] = []
  let found = 0
  const walk = (inside: Uint32Array, level: number, start: number): void => {
    const next = groupings[level]
    if (next === undefined) {
      parts.push(inside)
      return
    }
    const { field, grouping } = next
    const made = groupRows(inside, grouping)
    found += made.length
    if (found > MOST_GROUPS) return
    let from = start
    for (const group of made.toSorted((a, b) => order(field, a, b))) {
      const to = from + group.rows.length
      groups.push({ level, field, word: group.word, from, to })
      walk(group.rows, level + 1, from)
      from = to
    }
  }
  walk(rows, 0, 0)
  return found > MOST_GROUPS ? { tooMany: found } : { rows: joinedRows(parts), groups }
}

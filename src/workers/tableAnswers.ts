/** The failure table: which rows a query has and in which order, a page of them, their sums, and the values to choose from. */
import { isCompanyKey } from '../domain/companyFields'
import { COLUMN_MEANING, type ColumnField, type TextKey } from '../metrics/columnMeaning'
import type { TextField } from '../metrics/columnDescriptions'
import { idAt, type FailureColumns } from '../metrics/failureColumns'
import { distinctWords, filterRows, searchRows, sortRows, wordRanks, type LabelOf } from '../metrics/failureFilter'
import type { InitialsOf } from '../metrics/fuzzyWords'
import { rowsInScope } from '../metrics/scope'
import type { Language, TablePage, TableQuery, TableRow } from './engineAnswers'
import type { EngineView } from './engineView'
import { pinyinInitials } from './pinyin'

const KEPT_QUERIES = 6

export class TableAnswers {
  /** Rows of the latest queries, in their order, until the data changes. */
  private readonly permutations = new Map<string, Uint32Array>()
  private readonly ranks = new Map<string, Uint32Array>()

  forgetRows(): void {
    this.permutations.clear()
  }

  forgetLabels(): void {
    this.ranks.clear()
  }

  /** Places of the words of a column in the order of their labels, kept until it gains a word or a label changes. */
  ranksOf(view: EngineView, field: TextKey, language: Language): Uint32Array {
    // What people wrote is its own label in every language.
    const key = !isCompanyKey(field) && COLUMN_MEANING[field].kind === 'text' ? field : `${language}|${field}`
    const known = this.ranks.get(key)
    if (known !== undefined && known.length === view.columns.text[field]?.wordCount) return known
    const ranks = wordRanks(view.columns, field, view.labelOf(language))
    this.ranks.set(key, ranks)
    return ranks
  }

  async rowsOf(view: EngineView, query: TableQuery): Promise<Uint32Array> {
    const key = `${view.version}|${JSON.stringify(query)}`
    const known = this.permutations.get(key)
    if (known !== undefined) return known
    const { columns, live } = view
    const labelOf = view.labelOf(query.language)
    const base = query.scope === undefined ? live : rowsInScope(view, query.scope).counted
    const isTyped = query.search.trim() !== '' || query.filters.some((filter) => filter.op === 'like')
    const initialsOf: InitialsOf | null = isTyped ? await pinyinInitials() : null
    const searched = query.search.trim() === '' ? base : searchRows(columns, base, query.search, labelOf, initialsOf)
    const filtered = filterRows(columns, searched, query.filters, labelOf, initialsOf)
    const sorted = sortRows(columns, filtered, query.sorting, labelOf, (field) =>
      this.ranksOf(view, field, query.language),
    )
    if (this.permutations.size >= KEPT_QUERIES) this.permutations.delete([...this.permutations.keys()][0] ?? '')
    this.permutations.set(key, sorted)
    return sorted
  }

  async page(
    view: EngineView,
    query: TableQuery,
    from: number,
    to: number,
    fields: readonly ColumnField[],
  ): Promise<TablePage> {
    const rows = await this.rowsOf(view, query)
    return {
      version: view.version,
      total: rows.length,
      from,
      rows: describedRows(view, rows.subarray(from, to), fields, query.language),
    }
  }

  /** Distinct values of one column under all other conditions of the query, most frequent first. */
  async options(
    view: EngineView,
    query: TableQuery,
    field: TextKey,
  ): Promise<readonly { readonly word: string; readonly label: string; readonly count: number }[]> {
    const others = { ...query, filters: query.filters.filter((filter) => filter.field !== field) }
    const labelOf = view.labelOf(query.language)
    return distinctWords(view.columns, await this.rowsOf(view, others), field)
      .slice(0, 500)
      .map(({ word, count }) => ({ word, count, label: labelOf(field, word) }))
  }

  /** Sums over the rows of a query, for the foot of the table. */
  async totals(
    view: EngineView,
    query: TableQuery,
  ): Promise<{ readonly rows: number; readonly delayMin: number; readonly trains: number; readonly nodes: number }> {
    const rows = await this.rowsOf(view, query)
    const { text, number } = view.columns
    let delayMin = 0
    for (const row of rows) delayMin += number.delayMin[row] || 0
    return {
      rows: rows.length,
      delayMin,
      trains: differentWords(text.trainId, rows),
      nodes: differentWords(text.failedNodeId, rows),
    }
  }
}

/** How many different words these rows have in a column; nothing is no word. */
function differentWords({ index, wordCount }: FailureColumns['text'][TextField], rows: Uint32Array): number {
  const isSeen = new Uint8Array(wordCount)
  for (let at = 0; at < rows.length; at += 1) isSeen[index[rows[at] ?? 0] ?? 0] = 1
  isSeen[0] = 0
  return isSeen.reduce((sum, seen) => sum + seen, 0)
}

/** Rows with their stored words and what people read, field by field. */
export function describedRows(
  view: EngineView,
  rows: Uint32Array,
  fields: readonly ColumnField[],
  language: Language,
): readonly TableRow[] {
  const labelOf = view.labelOf(language)
  return Array.from(rows, (row) => described(view.columns, row, fields, labelOf))
}

function described(columns: FailureColumns, row: number, fields: readonly ColumnField[], labelOf: LabelOf): TableRow {
  const words: Record<string, string> = {}
  const labels: Record<string, string> = {}
  for (const field of fields) {
    const numbers = columns.number[field]
    if (numbers !== undefined) {
      const value = numbers[row] ?? Number.NaN
      words[field] = Number.isNaN(value) ? '' : String(value)
      labels[field] = words[field]
    } else {
      const column = columns.text[field]
      const word = column?.wordAt(column.index[row] ?? 0) ?? ''
      words[field] = word
      labels[field] = word === '' ? '' : labelOf(field as TextKey, word)
    }
  }
  return { id: idAt(columns, row), words, labels }
}

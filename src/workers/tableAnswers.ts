/** The failure table: which rows a query has and in which order, a page of them, their sums, and the values to choose from. */
import { isCompanyKey } from '../domain/companyFields'
import { COLUMN_MEANING, type ColumnField, type TextKey } from '../metrics/columnMeaning'
import type { TextField } from '../metrics/columnDescriptions'
import { idAt, type FailureColumns } from '../metrics/failureColumns'
import { distinctWords, filterRows, searchRows, sortRows, wordRanks, type LabelOf } from '../metrics/failureFilter'
import { groupedRows, type GroupOrder, type OutlineGroup } from '../metrics/groupedRows'
import type { InitialsOf } from '../metrics/fuzzyWords'
import { rowsInScope } from '../metrics/scope'
import type { Language, RowTotals, TableOutline, TablePage, TableQuery, TableRow } from './engineAnswers'
import type { EngineView } from './engineView'
import { pinyinInitials } from './pinyin'

const KEPT_QUERIES = 6

export class TableAnswers {
  /** Rows of the latest queries, in their order, until the data changes. */
  private readonly answered = new Map<string, Answered>()
  private readonly ranks = new Map<string, Uint32Array>()

  forgetRows(): void {
    this.answered.clear()
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
    return (await this.answer(view, query)).rows
  }

  private async answer(view: EngineView, query: TableQuery): Promise<Answered> {
    const key = `${view.version}|${JSON.stringify(query)}`
    const known = this.answered.get(key)
    if (known !== undefined) return known
    const answered = this.grouped(view, query, await this.sorted(view, query))
    if (this.answered.size >= KEPT_QUERIES) this.answered.delete([...this.answered.keys()][0] ?? '')
    this.answered.set(key, answered)
    return answered
  }

  private async sorted(view: EngineView, query: TableQuery): Promise<Uint32Array> {
    const { columns, live } = view
    const labelOf = view.labelOf(query.language)
    const base = query.scope === undefined ? live : rowsInScope(view, query.scope).counted
    const isTyped = query.search.trim() !== '' || query.filters.some((filter) => filter.op === 'like')
    const initialsOf: InitialsOf | null = isTyped ? await pinyinInitials() : null
    const searched = query.search.trim() === '' ? base : searchRows(columns, base, query.search, labelOf, initialsOf)
    const filtered = filterRows(columns, searched, query.filters, labelOf, initialsOf)
    return sortRows(columns, filtered, query.sorting, labelOf, (field) => this.ranksOf(view, field, query.language))
  }

  /** Groups stand in the order the table is sorted by where their column is; else months lately first, others by size. */
  private grouped(view: EngineView, { groupedBy = [], sorting, language }: TableQuery, rows: Uint32Array): Answered {
    if (groupedBy.length === 0) return { rows, outline: [] }
    const { compare } = new Intl.Collator('zh-CN', { numeric: true })
    const labelOf = view.labelOf(language)
    const order: GroupOrder = (field, one, other) => {
      // What has no value comes last whatever the order.
      if (one.word === '' || other.word === '') return Number(one.word === '') - Number(other.word === '')
      const asked = sorting.find((each) => each.field === field)
      const isMoment = !isCompanyKey(field) && COLUMN_MEANING[field].kind === 'moment'
      if (asked === undefined && !isMoment && one.rows.length !== other.rows.length)
        return other.rows.length - one.rows.length
      const sign = (asked?.descending ?? isMoment) ? -1 : 1
      return sign * compare(labelOf(field, one.word), labelOf(field, other.word))
    }
    const made = groupedRows(view.columns, rows, groupedBy, order)
    return 'tooMany' in made ? { rows, outline: made } : { rows: made.rows, outline: made.groups }
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
  async totals(view: EngineView, query: TableQuery): Promise<RowTotals> {
    return summing(view.columns)(await this.rowsOf(view, query))
  }

  /** The groups of a query with their sums. */
  async outline(view: EngineView, query: TableQuery): Promise<TableOutline> {
    const { rows, outline } = await this.answer(view, query)
    if ('tooMany' in outline) return outline
    const labelOf = view.labelOf(query.language)
    const totalsOf = summing(view.columns)
    return {
      groups: outline.map((group) => ({
        ...group,
        label: group.word === '' ? '' : labelOf(group.field, group.word),
        totals: totalsOf(rows.subarray(group.from, group.to)),
      })),
    }
  }

  /** Some rows of a query, or all of them, in its order. */
  async chosen(
    view: EngineView,
    query: TableQuery,
    ids: readonly string[],
    fields: readonly ColumnField[],
  ): Promise<readonly TableRow[]> {
    const wanted = new Set(ids)
    const rows = (await this.rowsOf(view, query)).filter((row) => wanted.has(idAt(view.columns, row)))
    return describedRows(view, rows, fields, query.language)
  }
}

interface Answered {
  readonly rows: Uint32Array
  readonly outline: readonly OutlineGroup[] | { readonly tooMany: number }
}

/** Sums rows, of a whole table or of one group after the other. */
function summing({ text, number }: FailureColumns): (rows: Uint32Array) => RowTotals {
  const [trains, nodes] = [differentWords(text.trainId), differentWords(text.failedNodeId)]
  return (rows) => {
    let delayMin = 0
    for (let at = 0; at < rows.length; at += 1) delayMin += number.delayMin[rows[at] ?? 0] || 0
    return { rows: rows.length, delayMin, trains: trains(rows), nodes: nodes(rows) }
  }
}

/** How many different words rows have in a column; nothing is no word. */
function differentWords({ index, wordCount }: FailureColumns['text'][TextField]): (rows: Uint32Array) => number {
  // The number of the question marks the words seen in it, so that nothing is cleared between questions.
  const seenIn = new Uint32Array(wordCount)
  let question = 0
  return (rows) => {
    question += 1
    seenIn[0] = question
    let count = 0
    for (let at = 0; at < rows.length; at += 1) {
      const word = index[rows[at] ?? 0] ?? 0
      if (seenIn[word] === question) continue
      seenIn[word] = question
      count += 1
    }
    return count
  }
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

import { plainText } from '../../../domain/plainText'
import { cellText } from '../../cells/cellText'
import type { SheetGrid } from '../sheetGrid'
import { formLabel } from './formLabel'
import type { Block } from './formGrid'
import { FORM_TITLES, type FormKind } from './formWords'

/** One form of a sheet. */
export interface FormPlace {
  readonly kind: FormKind
  readonly block: Block
}

const LONGEST_TITLE = 40
const MOST_IN_TITLE_ROW = 2
const ROWS_SAMPLED = 80
const FEWEST_FIELDS = 4
const FEWEST_TITLED_FIELDS = 3
const FEWEST_LABEL_ROWS = 2
/** A form names clearly more fields, in all its rows together, than any of its rows could as a table header. */
const MORE_THAN_A_TABLE = 1.3
/** … and more clearly where rows and rows of values stand under that header. */
const MORE_THAN_A_FILLED_TABLE = 2.2
/** “Failure report No.” asks for the number of a report and is not the title of one. */
const NAMES_A_VALUE = /(?:\bno\.?|no\.|number|date|编号|单号|日期|单位)[:：]?$/
/** Explanations, code lists and covers also stand as words beside words. */
const NO_FORM =
  /填写说明|填表说明|使用说明|编码表|代码表|数据字典|字段说明|目录|封面|readme|instructions|legend|codelist/

/** What kind of form a text is the title of; null for other texts. */
export function titleOf(text: string): FormKind | null {
  if (text.length > LONGEST_TITLE || /[:：]\s*\S/.test(text)) return null
  const folded = plainText(text).replace(/[()【】[\]（）《》<>]/g, '')
  if (NAMES_A_VALUE.test(folded)) return null
  return FORM_TITLES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

/**
 * The forms of a sheet, none when it is a table.
 * @param table how many fields the best header of the sheet names, and whether many rows are filled under it
 * @param chosen the kind a person gave the sheet
 */
export function findForms(
  grid: SheetGrid,
  table: { readonly fields: number; readonly isFilled: boolean },
  chosen: FormKind | undefined,
): FormPlace[] {
  if (NO_FORM.test(plainText(grid.sheet.name)) && chosen === undefined) return []
  const [first] = titlesIn(grid, ROWS_SAMPLED)
  const kind = chosen ?? first?.kind ?? kindByLabels(grid)
  const { fields, rows } = labelsIn(grid, kind)
  const isTitled = first !== undefined || chosen !== undefined
  if (fields < (isTitled ? FEWEST_TITLED_FIELDS : FEWEST_FIELDS) || rows < FEWEST_LABEL_ROWS) return []
  if (chosen === undefined && fields < table.fields * (table.isFilled ? MORE_THAN_A_FILLED_TABLE : MORE_THAN_A_TABLE))
    return []
  const titles = titlesIn(grid, grid.rowCount)
  const blocks = titles.length > 1 ? blocksUnder(titles, grid) : blocksByRepetition(grid, kind)
  return blocks.map(({ block, kind: own }) => ({ kind: chosen ?? own ?? kind, block }))
}

const FIRST_MEANINGS = 50
/** A label that the lists of this kind of form hold, not one that only resembles it. */
function isOwnLabel(text: string, kind: FormKind): boolean {
  const label = formLabel(text, kind)
  return label !== null && label.fields.length > 0 && label.rank < FIRST_MEANINGS
}

interface Title {
  readonly row: number
  readonly column: number
  readonly kind: FormKind
}

function titlesIn(grid: SheetGrid, rows: number): Title[] {
  const titles: Title[] = []
  for (const [row, line] of grid.sheet.rows.slice(0, rows).entries()) {
    const filled = (line ?? []).flatMap((cell, column) =>
      cell?.t === 's' && cellText(cell) !== '' ? [{ column, text: cellText(cell) }] : [],
    )
    if (filled.length === 0 || filled.length > MOST_IN_TITLE_ROW) continue
    for (const { column, text } of filled) {
      const kind = titleOf(text)
      if (kind === null) continue
      // “Corrective action” over a report is its title; beside its text, or further down, it is a label.
      const mayBeLabel = filled.length > 1 || titles.length > 0
      if (!mayBeLabel || !isOwnLabel(text, kind)) titles.push({ row, column, kind })
    }
  }
  return titles
}

/** Without a title, the labels that only one kind of form has decide. */
function kindByLabels(grid: SheetGrid): FormKind {
  const words = plainText(
    Array.from(grid.sheet.rows.slice(0, ROWS_SAMPLED), (line) =>
      (line ?? []).map((cell) => (cell?.t === 's' ? cellText(cell) : '')).join(' '),
    ).join(' '),
  )
  if (/计划完成|实际完成|归零结论|措施编号|plannedcompletion|actualcompletion|actionno/.test(words))
    return 'action-form'
  return /分析过程|分析人|故障机理|失效机理|分析结论|分析报告编号|analysisno|mechanism|analysedby|analyzedby/.test(
    words,
  )
    ? 'analysis-form'
    : 'failure-form'
}

function labelsIn(grid: SheetGrid, kind: FormKind): { fields: number; rows: number } {
  const fields = new Set<string>()
  let rows = 0
  for (const line of grid.sheet.rows.slice(0, ROWS_SAMPLED)) {
    let isLabelRow = false
    for (const cell of line ?? []) {
      if (cell?.t !== 's') continue
      for (const word of String(cell.v).split(/[:：]/, 1)) {
        const label = formLabel(cellText({ t: 's', v: word }), kind)
        const [field] = label?.isSure === true ? label.fields : []
        if (field === undefined) continue
        fields.add(field)
        isLabelRow = true
      }
    }
    if (isLabelRow) rows++
  }
  return { fields: fields.size, rows }
}

interface FoundBlock {
  readonly block: Block
  readonly kind?: FormKind
}

/** From each title to the next one below it; titles beside each other share the rows. */
function blocksUnder(titles: readonly Title[], grid: SheetGrid): FoundBlock[] {
  const rows = [...new Set(titles.map(({ row }) => row))]
  return titles.map(({ row, column, kind }) => {
    const nextRow = rows.find((other) => other > row) ?? grid.rowCount
    const beside = titles
      .filter((other) => other.row === row)
      .map((other) => other.column)
      .sort((a, b) => a - b)
    const nextColumn = beside.find((other) => other > column) ?? grid.columnCount
    return {
      kind,
      block: { top: row, bottom: nextRow - 1, left: beside[0] === column ? 0 : column, right: nextColumn - 1 },
    }
  })
}

/** Forms without titles begin where the first label of the sheet stands again. */
function blocksByRepetition(grid: SheetGrid, kind: FormKind): FoundBlock[] {
  const whole: Block = { top: 0, bottom: grid.rowCount - 1, left: 0, right: grid.columnCount - 1 }
  const first = firstLabel(grid, kind)
  if (first === null) return [{ block: whole }]
  const starts = grid.sheet.rows.flatMap((line, row) => (startOf(line?.[first.column]) === first.word ? [row] : []))
  if (starts.length < 2) return [{ block: whole }]
  return starts.map((top, at) => ({
    block: { ...whole, top: at === 0 ? 0 : top, bottom: (starts[at + 1] ?? grid.rowCount) - 1 },
  }))
}

const startOf = (cell: Parameters<typeof cellText>[0]): string => plainText(cellText(cell).split(/[:：]/, 1)[0] ?? '')

function firstLabel(grid: SheetGrid, kind: FormKind): { column: number; word: string } | null {
  for (const line of grid.sheet.rows) {
    for (const [column, cell] of (line ?? []).entries()) {
      const label = cell?.t === 's' ? formLabel(cellText(cell).split(/[:：]/, 1)[0]!.trim(), kind) : null
      if (label?.isSure === true && label.fields.length > 0) return { column, word: startOf(cell) }
    }
  }
  return null
}

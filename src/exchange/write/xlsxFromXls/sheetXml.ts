/** One sheet of an old .xls as the sheet part of an .xlsx. */
import { columnLetter } from '../../open/columnLetter'
import { xmlCellText, xmlText } from '../ooxml/xmlText'
import type { CellRange } from '../../open/rawWorkbook'
import type { BiffSheet } from '../../open/biff/biffWorkbook'
import type { Colour } from '../../open/biff/cellLooks'
import type { ConditionalFormat } from '../../open/biff/conditionalFormats'
import { errorText } from '../../open/biff/formulaText'
import type { CellLink } from '../../open/biff/hyperlinks'
import type { InputRule } from '../../open/biff/inputRules'
import type { CellFormula, LibrarySheet } from '../../open/biff/libraryParts'
import type { BiffCell, CellValue } from '../../open/biff/sheetCells'
import type { ColumnLayout, RowLayout } from '../../open/biff/sheetLayout'
import { pageXml } from './pageXml'
import { colourXml } from './stylesXml'
import { viewXml } from './viewXml'

export interface SheetContext {
  readonly styleOf: (look: number) => number
  readonly colourOf: (index: number) => Colour
  /** Place in the shared strings of a text that only this cell has. */
  readonly placeOf: (value: CellValue & { readonly kind: 'text' }) => number
  /** Shared strings there are. */
  readonly sharedCount: number
  /** Number of the first of this sheet's conditional looks. */
  readonly firstChangedLook: number
  readonly isActive: boolean
  /** Relations to links outside, in the order of `links`; null for one inside the workbook. */
  readonly linkRelations: readonly (string | null)[]
  readonly drawingRelation: string | null
  readonly notesRelation: string | null
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function sheetXml(sheet: BiffSheet, library: LibrarySheet | undefined, context: SheetContext): string {
  const { layout } = sheet
  const colour = layout.tabColour === null ? 'auto' : context.colourOf(layout.tabColour)
  const tab = colour === 'auto' ? '' : colourXml('tabColor', colour)
  const outline =
    (layout.flags & 0xc0) === 0xc0
      ? ''
      : `<outlinePr${(layout.flags & 0x40) === 0 ? ' summaryBelow="0"' : ''}${(layout.flags & 0x80) === 0 ? ' summaryRight="0"' : ''}/>`
  const fits = (layout.flags & 0x100) !== 0 ? '<pageSetUpPr fitToPage="1"/>' : ''
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">`,
    tab + outline + fits === '' ? '' : `<sheetPr>${tab}${outline}${fits}</sheetPr>`,
    dimensionXml(sheet.cells),
    viewXml(layout, context.isActive),
    formatXml(sheet),
    columnsXml(layout.columns, context.styleOf),
    `<sheetData>${rowsXml(sheet, library?.formulas ?? new Map(), context)}</sheetData>`,
    protectionXml(sheet),
    library?.filter === null || library === undefined
      ? ''
      : `<autoFilter ref="${xmlText(library.filter.replaceAll('$', ''))}"/>`,
    layout.merges.length === 0
      ? ''
      : `<mergeCells count="${layout.merges.length}">` +
        `${layout.merges.map((range) => `<mergeCell ref="${rangeText(range)}"/>`).join('')}</mergeCells>`,
    conditionalXml(sheet.conditionalFormats, context.firstChangedLook),
    rulesXml(sheet.rules),
    linksXml(sheet.links, context.linkRelations),
    pageXml(layout),
    context.drawingRelation === null ? '' : `<drawing r:id="${context.drawingRelation}"/>`,
    context.notesRelation === null ? '' : `<legacyDrawing r:id="${context.notesRelation}"/>`,
    '</worksheet>',
  ].join('')
}

const rangeText = ({ top, left, bottom, right }: CellRange): string => {
  const first = `${columnLetter(left)}${top + 1}`
  return top === bottom && left === right ? first : `${first}:${columnLetter(right)}${bottom + 1}`
}

function dimensionXml(cells: readonly BiffCell[]): string {
  const [first, last] = [cells[0], cells.at(-1)]
  if (first === undefined || last === undefined) return ''
  let [left, right] = [first.column, first.column]
  for (const { column } of cells) {
    if (column < left) left = column
    if (column > right) right = column
  }
  return `<dimension ref="${rangeText({ top: first.row, left, bottom: last.row, right })}"/>`
}

function formatXml({ layout }: BiffSheet): string {
  const rowLevel = Math.max(0, ...[...layout.rows.values()].map(({ level }) => level))
  const columnLevel = Math.max(0, ...layout.columns.map(({ level }) => level))
  const characters = layout.usualCharacters
  return (
    `<sheetFormatPr${characters === null ? '' : ` baseColWidth="${characters}"`}` +
    `${layout.usualWidth === null ? '' : ` defaultColWidth="${layout.usualWidth}"`} defaultRowHeight="` +
    `${layout.usualHeight}"` +
    `${layout.hasOwnUsualHeight ? ' customHeight="1"' : ''}` +
    `${layout.hidesUsualRows ? ' zeroHeight="1"' : ''}` +
    `${rowLevel > 0 ? ` outlineLevelRow="${rowLevel}"` : ''}` +
    `${columnLevel > 0 ? ` outlineLevelCol="${columnLevel}"` : ''}/>`
  )
}

/** Characters a column of an .xlsx can be wide. */
const WIDEST = 255

/** Columns in order; where two records speak of one column, the first one counts. */
function columnsXml(columns: readonly ColumnLayout[], styleOf: (look: number) => number): string {
  let next = 0
  const written = columns
    .toSorted((a, b) => a.first - b.first)
    .flatMap(({ first, last, width, look, isHidden, level, isCollapsed }) => {
      if (first < next) return []
      next = last + 1
      const style = styleOf(look)
      return [
        `<col min="${first + 1}" max="${last + 1}" width="${Math.min(width, WIDEST)}"` +
          `${style === 0 ? '' : ` style="${style}"`} customWidth="1"${isHidden ? ' hidden="1"' : ''}` +
          `${level > 0 ? ` outlineLevel="${level}"` : ''}${isCollapsed ? ' collapsed="1"' : ''}/>`,
      ]
    })
  return written.length === 0 ? '' : `<cols>${written.join('')}</cols>`
}

function rowsXml(
  { cells, layout }: BiffSheet,
  formulas: ReadonlyMap<number, CellFormula>,
  context: SheetContext,
): string {
  const byRow = new Map<number, BiffCell[]>()
  for (const cell of cells) {
    const row = byRow.get(cell.row)
    if (row === undefined) byRow.set(cell.row, [cell])
    else row.push(cell)
  }
  return [...new Set([...byRow.keys(), ...layout.rows.keys()])]
    .sort((a, b) => a - b)
    .map((row) => {
      const inner = (byRow.get(row) ?? [])
        .map((cell) => cellXml(cell, formulas.get(row * 256 + cell.column), context))
        .join('')
      const attributes = rowAttributes(layout.rows.get(row), context.styleOf)
      return inner === '' && attributes === ''
        ? ''
        : `<row r="${row + 1}"${attributes}${inner === '' ? '/>' : `>${inner}</row>`}`
    })
    .join('')
}

function rowAttributes(row: RowLayout | undefined, styleOf: (look: number) => number): string {
  if (row === undefined) return ''
  return (
    `${row.look === null ? '' : ` s="${styleOf(row.look)}" customFormat="1"`}` +
    `${row.height === null ? '' : ` ht="${row.height}"`}` +
    `${row.isOwnHeight && row.height !== null ? ' customHeight="1"' : ''}` +
    `${row.isHidden ? ' hidden="1"' : ''}${row.level > 0 ? ` outlineLevel="${row.level}"` : ''}${row.isCollapsed ? ' collapsed="1"' : ''}`
  )
}

function cellXml(cell: BiffCell, formula: CellFormula | undefined, context: SheetContext): string {
  const style = context.styleOf(cell.look)
  const start = `<c r="${columnLetter(cell.column)}${cell.row + 1}"${style === 0 ? '' : ` s="${style}"`}`
  const calculated =
    formula === undefined || !cell.isFormula
      ? ''
      : `<f${formula.range === null ? '' : ` t="array" ref="${xmlText(formula.range)}"`}>${xmlText(formula.text)}</f>`
  const { value } = cell
  if (value === null) return calculated === '' ? `${start}/>` : `${start}>${calculated}</c>`
  if (value.kind === 'number') return `${start}>${calculated}<v>${value.number}</v></c>`
  if (value.kind === 'truth') return `${start} t="b">${calculated}<v>${value.isTrue ? 1 : 0}</v></c>`
  if (value.kind === 'error') return `${start} t="e">${calculated}<v>${errorText(value.code)}</v></c>`
  if (value.kind === 'shared')
    return value.index < context.sharedCount ? `${start} t="s"><v>${value.index}</v></c>` : `${start}/>`
  if (calculated !== '') return `${start} t="str">${calculated}<v>${xmlCellText(value.text.text)}</v></c>`
  return value.text.text === '' ? `${start}/>` : `${start} t="s"><v>${context.placeOf(value)}</v></c>`
}

/** What a protected sheet still lets people do, by its bit. */
const ALLOWED = [
  ['formatCells', 2],
  ['formatColumns', 3],
  ['formatRows', 4],
  ['insertColumns', 5],
  ['insertRows', 6],
  ['insertHyperlinks', 7],
  ['deleteColumns', 8],
  ['deleteRows', 9],
  ['sort', 11],
  ['autoFilter', 12],
  ['pivotTables', 13],
] as const
const [SELECT_LOCKED, SELECT_UNLOCKED] = [10, 14]

function protectionXml({ layout: { protection } }: BiffSheet): string {
  if (!protection.isOn) return ''
  const { allowed } = protection
  const may = (bit: number): boolean => allowed !== null && ((allowed >> bit) & 1) === 1
  const forbidden =
    allowed === null
      ? ''
      : `${may(SELECT_LOCKED) ? '' : ' selectLockedCells="1"'}${may(SELECT_UNLOCKED) ? '' : ' selectUnlockedCells="1"'}`
  return (
    '<sheetProtection' +
    (protection.password === 0
      ? ''
      : ` password="${protection.password.toString(16).toUpperCase().padStart(4, '0')}"`) +
    ` sheet="1"${protection.objects ? ' objects="1"' : ''}${protection.scenarios ? ' scenarios="1"' : ''}` +
    `${ALLOWED.map(([name, bit]) => (may(bit) ? ` ${name}="0"` : '')).join('')}${forbidden}/>`
  )
}

const COMPARISONS = [
  '',
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual',
] as const

/** Excel 2003 took the first rule that holds and asked no other. */
function conditionalXml(formats: readonly ConditionalFormat[], firstLook: number): string {
  let number = 0
  return formats
    .map(({ ranges, rules }) => {
      const inner = rules.map(({ comparison, formula1, formula2 }) => {
        const kind =
          comparison === 0 ? 'type="expression"' : `type="cellIs" operator="${COMPARISONS[comparison] ?? 'equal'}"`
        number += 1
        return (
          `<cfRule ${kind} dxfId="${firstLook + number - 1}" priority="${number}" stopIfTrue="1">` +
          `<formula>${xmlText(formula1)}` +
          `</formula>${formula2 === '' ? '' : `<formula>${xmlText(formula2)}</formula>`}</cfRule>`
        )
      })
      return `<conditionalFormatting sqref="${ranges.map(rangeText).join(' ')}">${inner.join('')}</conditionalFormatting>`
    })
    .join('')
}

const RULE_KINDS = ['none', 'whole', 'decimal', 'list', 'date', 'time', 'textLength', 'custom'] as const
const RULE_COMPARISONS = [
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual',
] as const
const REFUSALS = ['stop', 'warning', 'information'] as const
const INPUT_METHODS = [
  'noControl',
  'on',
  'off',
  'disabled',
  'hiragana',
  'fullKatakana',
  'halfKatakana',
  'fullAlpha',
  'halfAlpha',
  'fullHangul',
  'halfHangul',
] as const

function rulesXml(rules: readonly InputRule[]): string {
  if (rules.length === 0) return ''
  const written = rules.map(({ flags, promptTitle, errorTitle, prompt, error, formula1, formula2, ranges }) => {
    const [kind, refusal, comparison, method] = [
      RULE_KINDS[flags & 15] ?? 'none',
      REFUSALS[(flags >> 4) & 7] ?? 'stop',
      RULE_COMPARISONS[(flags >> 20) & 15] ?? 'between',
      INPUT_METHODS[(flags >> 10) & 255] ?? 'noControl',
    ]
    const takesTwo =
      kind !== 'none' &&
      kind !== 'list' &&
      kind !== 'custom' &&
      (comparison === 'between' || comparison === 'notBetween')
    const text = (name: string, value: string): string =>
      value === '' ? '' : ` ${name}="${xmlText(value).replaceAll('\n', '&#10;')}"`
    const flag = (name: string, bit: number): string => ((flags & bit) === 0 ? '' : ` ${name}="1"`)
    return (
      `<dataValidation${kind === 'none' ? '' : ` type="${kind}"`}` +
      `${refusal === 'stop' ? '' : ` errorStyle="${refusal}"`}` +
      `${method === 'noControl' ? '' : ` imeMode="${method}"`}` +
      `${comparison === 'between' ? '' : ` operator="${comparison}"`}` +
      `${flag('allowBlank', 0x100)}${flag('showDropDown', 0x200)}${flag('showInputMessage', 0x40000)}${flag('showErrorMessage', 0x80000)}` +
      `${text('errorTitle', errorTitle)}${text('error', error)}${text('promptTitle', promptTitle)}` +
      `${text('prompt', prompt)} sqref="${ranges.map(rangeText).join(' ')}">` +
      `${formula1 === '' ? '' : `<formula1>${xmlText(formula1)}</formula1>`}` +
      `${formula2 === '' || !takesTwo ? '' : `<formula2>${xmlText(formula2)}</formula2>`}</dataValidation>`
    )
  })
  return `<dataValidations count="${written.length}">${written.join('')}</dataValidations>`
}

function linksXml(links: readonly CellLink[], relations: readonly (string | null)[]): string {
  if (links.length === 0) return ''
  return `<hyperlinks>${links
    .map(({ row, column, place, tooltip }, at) => {
      const relation = relations[at] ?? null
      return (
        `<hyperlink ref="${columnLetter(column)}${row + 1}"${relation === null ? '' : ` r:id="${relation}"`}` +
        `${place === '' ? '' : ` location="${xmlText(place)}"`}` +
        `${tooltip === '' ? '' : ` tooltip="${xmlText(tooltip)}"`}/>`
      )
    })
    .join('')}</hyperlinks>`
}

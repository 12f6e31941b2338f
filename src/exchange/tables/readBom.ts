import { firstRecordRow } from './firstRecordRow'
import { plainText } from '../../domain/plainText'
import { anyOf } from '../cells/joinedPatterns'
import { cellText, saysNothing } from '../cells/cellText'
import type { ParsedRecord } from '../cells/parsedRecord'
import { recordReader } from './recordReader'
import type { TableReading } from './readLedger'
import type { RecognisedColumn, RecognisedSheet } from './recogniseSheet'
import { rowPurpose } from './rowPurpose'
import type { SheetGrid } from './sheetGrid'

const CODE = /^\d+(?:[.-]\d+)*\.?$/
const CHINESE_DIGITS = '一二三四五六七八九'
const INDENT = /^[\s\u3000.·•\-—└├│─]+/

/**
 * Reads a product structure, one node per row, its level from a code (1.2.3), a column per level, a level number or the indent of the name.
 * The parent is the nearest row above with a lower level.
 */
export function readBom(grid: SheetGrid, sheet: RecognisedSheet): TableReading {
  const purpose = rowPurpose(grid, sheet)
  const levelColumns = sheet.columns.filter(({ reason }) => reason === 'level')
  const levelNames = new Set(levelColumns.map(({ index }) => index))
  const perTrain = sheet.columns.some(saysPerTrain)
  const reader = recordReader(grid, {
    ...sheet,
    columns: sheet.columns
      .filter(({ index }) => !levelNames.has(index))
      .map((column) => (column.field === 'trainQuantity' ? { ...column, field: 'quantity' as const } : column)),
  })
  const nameColumn = sheet.columns.find(({ field, index }) => field === 'node' && !levelNames.has(index))
  const ofTrain = new Map<ParsedRecord, number>()
  const records: ParsedRecord[] = []
  const skipped: TableReading['skipped'] = []
  const parents: ParsedRecord[] = []
  const codes = new Set<string>()

  for (let row = firstRecordRow(sheet); row < sheet.end; row++) {
    const reason = purpose(row)
    if (reason !== 'record') {
      skipped.push({ row: row + 1, reason })
      continue
    }
    const record = reader.read(row, 'bom-node')
    readLevelName(record, grid, row, levelColumns)
    readCode(record, codes)
    if (record.fields.node === undefined && record.fields.partNo === undefined) {
      skipped.push({ row: row + 1, reason: 'note' })
      continue
    }
    const level = levelOf(record, nameColumn ? String(grid.cell(row, nameColumn.index)?.v ?? '') : '')
    place(record, level, parents)
    if (perTrain) perParent(record, parents, ofTrain)
    records.push(record)
  }
  return { records, skipped, tolerances: new Map() }
}

/** 每列数量, 装车数量, total qty: how many a train has, not how many its assembly has. */
const PER_TRAIN = anyOf(
  /(?:每|单|整|全)列(?:车)?(?:数|用)?量?|列(?:车)?(?:总|装车)?(?:数量|用量)|装车(?:数|用)?量|总(?:数|用)量|合计(?:数量)?/,
  /per(?:train|trainset|set|rake|unit)|total(?:qty|quantity|number|count)?|trainset(?:qty|quantity)/,
)

/** By its header, unless a person says that it counts per assembly; or because a person says so. */
export const saysPerTrain = ({ field, header, reason }: RecognisedColumn): boolean =>
  field === 'trainQuantity' || (field === 'quantity' && reason !== 'chosen' && PER_TRAIN.test(plainText(header)))

/** Quantities multiply down the tree: a count per train becomes one per assembly above. */
function perParent(record: ParsedRecord, parents: readonly ParsedRecord[], ofTrain: Map<ParsedRecord, number>): void {
  const own = record.fields.quantity
  const parent = parents.at(-2)
  const above = parent === undefined ? 1 : (ofTrain.get(parent) ?? 1)
  if (typeof own !== 'number' || !(own > 0)) {
    ofTrain.set(record, above)
    return
  }
  ofTrain.set(record, own)
  if (above === 1) return
  record.raw.quantity ??= String(own)
  record.fields.quantity = Number((own / above).toPrecision(12))
}

function readLevelName(
  record: ParsedRecord,
  grid: SheetGrid,
  row: number,
  levelColumns: readonly RecognisedColumn[],
): void {
  for (const [depth, { index, column }] of levelColumns.entries()) {
    const text = cellText(grid.cell(row, index))
    if (saysNothing(text)) continue
    record.fields.node = text
    record.cells.node = column + (row + 1)
    record.fields.level = depth + 1
  }
}

function readCode(record: ParsedRecord, codes: Set<string>): void {
  const code = String(record.fields.code ?? '')
    .normalize('NFKC')
    .replace(/\.$/, '')
  if (!CODE.test(code)) {
    delete record.fields.code
    return
  }
  const before = `${code.slice(0, code.lastIndexOf('.'))}.9`
  // A number cell turns 2.10 into 2.1: a second 2.1 after 2.9 was the tenth.
  const whole = codes.has(code) && code.endsWith('.1') && codes.has(before) ? `${code}0` : code
  codes.add(whole)
  record.fields.code = whole
}

function levelOf(record: ParsedRecord, name: string): number {
  const { code, level } = record.fields
  const written =
    typeof level === 'number'
      ? level
      : Number(String(level ?? '').replace(/[^\d]/g, '')) || CHINESE_DIGITS.indexOf(String(level ?? ' ').charAt(0)) + 1
  if (written > 0) return written
  if (typeof code === 'string' && /[.-]/.test(code)) return code.split(/[.-]/).length
  const indent = INDENT.exec(name)?.[0] ?? ''
  if (indent !== '') return [...indent].reduce((width, sign) => width + (sign === ' ' ? 0.5 : 1), 0) + 1
  return 1
}

function place(record: ParsedRecord, level: number, parents: ParsedRecord[]): void {
  const depth = Math.max(1, Math.round(level))
  if (depth > parents.length + 1)
    record.issues.push({ column: null, code: 'level-jumps', parameters: { level: depth } })
  parents.length = Math.min(parents.length, depth - 1)
  const parent = parents.at(-1)?.fields.partNo
  record.fields.level = depth
  if (parent !== undefined) record.fields.parentPartNo = parent
  parents.push(record)
}

import { plainText } from '../../domain/plainText'
import { anyOf } from '../cells/joinedPatterns'
import { cellText } from '../cells/cellText'
import { isLiteral } from '../cells/ourFormats'
import type { RecognisedSheet } from './recogniseSheet'
import type { SkipReason } from './parsedSheet'
import type { SheetGrid } from './sheetGrid'

const SUBTOTAL = /^.{0,8}小计$|^sub-?total/
const TOTAL = anyOf(
  /^.{0,8}(?:合计|总计|共计|总和|累计|汇总|平均值?|均值)(?:[::(].*)?$|^(?:总数|计数)$/,
  /^.{0,6}(?:合计|总计|共计|汇总|共|计)\d+(?:条|起|件|次|项|例|台|列|行|笔|个)(?:故障|记录|数据|问题)?。?$/,
  /^(?:grand)?totals?(?:count|rows|records|failures)?(?:[::(].*)?$|^(?:sum|average|mean|avg\.?|count|subtotal)(?:[::(].*)?$/,
)
const SIGNATURE =
  /^(?:制表|编制|审核|审批|批准|填表|校对|会签|签字|签名|复核|制表人|填报人|部门负责人|prepared|checked|approved|reviewed)/
const NOTE = /^(?:注|备注|说明|填表说明|填写说明|note|remarks?)\d{0,2}[::.、]/
/** `填报单位：松岭服务站`: above a table, or above the next one. */
const SAYS_ITS_VALUE = /^[^:：\d]{2,10}[:：]\s*\S/
const FEW_CELLS = 6
const LEADING_CELLS = 3
const LONGEST_LABEL = 40

const isSubtotal = (folded: string): boolean => SUBTOTAL.test(folded)
const isTotal = (folded: string): boolean => folded.length <= 14 && TOTAL.test(folded)

/** Would this text, at the start of a row, make the row a sum? */
export const soundsLikeSum = (text: string): boolean =>
  text.length <= LONGEST_LABEL && (isSubtotal(plainText(text)) || isTotal(plainText(text)))

/** Would these texts make a row the signatures under a table? */
export const soundsLikeSignature = (texts: readonly string[]): boolean =>
  texts.length <= FEW_CELLS && SIGNATURE.test(plainText((texts[0] ?? '').slice(0, LONGEST_LABEL)))

/** Tells record rows from everything else people put into a table. */
export type RowPurpose = (row: number) => SkipReason | 'record'

/** Prepares the question for one sheet. */
export function rowPurpose(grid: SheetGrid, sheet: RecognisedSheet): RowPurpose {
  const indexColumn = sheet.columns.find(
    ({ field, parts }) =>
      (field === null || sheet.kind !== 'bom') &&
      /^(?:序号|no\.?|项次|#|index|seq)$/.test(plainText(parts.at(-1) ?? '')),
  )?.index
  // Group names without merges stand above the header, and are printed again on every page with it.
  const top = sheet.headerRows[0] ?? 0
  const headers = [top - 2, top - 1, ...sheet.headerRows]
    .filter((row) => row >= 0)
    .map((row) =>
      sheet.columns.reduce((texts, { index }) => texts.set(index, grid.text(row, index)), new Map<number, string>()),
    )

  return (row) => {
    const line = grid.sheet.rows[row]
    const leading: string[] = []
    let count = 0
    let first = -1
    for (let column = 0; column < (line?.length ?? 0); column++) {
      const cell = line![column]
      if (cell === undefined || cell.v === undefined || cell.v === '' || cell.t === 'e') continue
      const text = count < LEADING_CELLS || typeof cell.v === 'string' ? cellText(cell) : 'number'
      if (text === '') continue
      if (count === 0) first = column
      if (count < LEADING_CELLS) leading.push(isLiteral(cell) ? '' : text)
      count++
    }
    if (count === 0 || (count === 1 && first === indexColumn && /^\d+$/.test(leading[0]!))) return 'blank'
    if (count > 1 && headers.some((header) => header.get(first) === leading[0] && repeatsHeader(grid, row, header)))
      return 'repeated-header'

    return purposeOfWords(leading, count) ?? (count === 1 && sheet.columns.length > 2 ? 'note' : 'record')
  }
}

/** What the first words of a row say it is; undefined where they say nothing. */
function purposeOfWords(leading: readonly string[], count: number): SkipReason | undefined {
  const folded = leading.map((text) => (text.length <= LONGEST_LABEL ? plainText(text) : ''))
  if (folded.some(isSubtotal)) return 'subtotal'
  if (folded.some(isTotal)) return 'total'
  if (count <= FEW_CELLS && SIGNATURE.test(folded[0]!)) return 'signature'
  if (count <= LEADING_CELLS && leading.every((text) => SAYS_ITS_VALUE.test(text))) return 'note'
  if (count <= 2 && NOTE.test(plainText(leading[0]!.slice(0, 12)))) return 'note'
  return undefined
}

function repeatsHeader(grid: SheetGrid, row: number, header: ReadonlyMap<number, string>): boolean {
  let same = 0
  let different = 0
  for (const column of grid.columns) {
    const text = grid.text(row, column)
    if (text === '') continue
    if (text === header.get(column)) same++
    else different++
  }
  return same >= 2 && different <= same / 2
}

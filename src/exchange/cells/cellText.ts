import { plainText } from '../../domain/plainText'
import type { RawCell } from '../open/rawWorkbook'
import { shownNumber } from './shownNumber'

/** A whole number of at most 15 digits carries no binary noise. */
const EXACT_BELOW = 1e15
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g

/** What a cell says, as shown: invisible marks and outer blanks gone, numbers without binary noise. */
export function cellText(cell: RawCell | undefined): string {
  if (cell === undefined || cell.v === undefined || cell.t === 'e') return ''
  if (typeof cell.v === 'number')
    return (
      shownNumber(cell.v, cell.z) ??
      String(Number.isSafeInteger(cell.v) && Math.abs(cell.v) < EXACT_BELOW ? cell.v : Number(cell.v.toPrecision(15)))
    )
  return String(cell.v).replace(INVISIBLE, '').trim()
}

const NOTHING = new Set([
  '',
  '/',
  '\\',
  '//',
  '-',
  '--',
  '---',
  '—',
  '——',
  '―',
  '–',
  '_',
  '.',
  '。',
  '*',
  '***',
  '?',
  '??',
  '无',
  '暂无',
  '不详',
  '未知',
  '空',
  '无记录',
  '未填',
  '未记录',
  '不明',
  '待查',
  '待核实',
  '待定',
  '待补',
  'n/a',
  'na',
  'none',
  'null',
  'nil',
  'unknown',
  'tbd',
])

/** True for the marks people write instead of leaving a cell empty: “/”, “-”, “无”, “不详”, “待核实” … */
export function saysNothing(text: string): boolean {
  return text.length <= 8 && NOTHING.has(plainText(text))
}

/**
 * Drop-down lists and other rules for what a cell takes.
 *
 * @source [MS-XLS] 2.4.97 Dv, 2.5.187 SqRefU
 */
import type { CellRange } from '../rawWorkbook'
import { ByteCursor, tolerant } from './byteCursor'
import { formulaText } from './formulaText'
import type { BiffRecord } from './records'
import { readRanges } from './sheetLayout'
import type { SheetReferences } from './sheetReferences'

export interface InputRule {
  readonly flags: number
  readonly promptTitle: string
  readonly errorTitle: string
  readonly prompt: string
  readonly error: string
  readonly formula1: string
  readonly formula2: string
  readonly ranges: readonly CellRange[]
}

const RULE = 0x1be
/** A list whose words stand in the rule itself, one after the other. */
const OWN_WORDS = 0x80

/** @returns the rules, and how many had a formula that cannot be written down */
export function readInputRules(
  records: readonly BiffRecord[],
  references: SheetReferences,
): { readonly rules: readonly InputRule[]; readonly leftOut: number } {
  const rules: InputRule[] = []
  let all = 0
  for (const { type, data, joins } of records) {
    if (type !== RULE) continue
    all += 1
    tolerant(() => {
      const cursor = new ByteCursor(data, joins)
      const flags = cursor.u32()
      const [promptTitle, errorTitle, prompt, error] = [shown(cursor), shown(cursor), shown(cursor), shown(cursor)]
      const [first, second] = [tokens(cursor), tokens(cursor)]
      const ranges = readRanges(cursor)
      const base = cornerOf(ranges)
      const formula = (of: Uint8Array): string | null => (of.length === 0 ? '' : formulaText(of, base, references))
      const [formula1, formula2] = [formula(first), formula(second)]
      if (ranges.length === 0 || formula1 === null || formula2 === null) return
      rules.push({
        flags,
        promptTitle,
        errorTitle,
        prompt,
        error,
        formula1: (flags & OWN_WORDS) === 0 ? formula1 : formula1.replaceAll('\u0000', ','),
        formula2,
        ranges,
      })
    })
  }
  return { rules, leftOut: all - rules.length }
}

/** An absent text is one character of nothing. */
const shown = (cursor: ByteCursor): string => cursor.text().replaceAll('\u0000', '')

function tokens(cursor: ByteCursor): Uint8Array {
  const size = cursor.u16()
  cursor.skip(2)
  return cursor.bytes(size)
}

/** What is relative counts from the upper left corner of all ranges. */
const cornerOf = (ranges: readonly CellRange[]): { readonly row: number; readonly column: number } => ({
  row: Math.min(...ranges.map(({ top }) => top)),
  column: Math.min(...ranges.map(({ left }) => left)),
})

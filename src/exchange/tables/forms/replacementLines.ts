import type { CanonicalField } from '../../cells/importFields'
import { matchHeader } from '../matchHeader'
import type { ParsedRecord } from '../../cells/parsedRecord'
import { recordReader } from '../recordReader'
import { tableAt } from '../recogniseSheet'
import type { SheetGrid } from '../sheetGrid'
import type { FormGrid, Place } from './formGrid'
import { LINES_TITLE } from './formWords'

/** The parts list inside a form: its records, and all rows it takes up. */
export interface ReplacementLines {
  readonly records: readonly ParsedRecord[]
  readonly rows: ReadonlySet<number>
}

const FEWEST_HEADERS = 3
const MOSTLY = 0.6
const SIDES: ReadonlySet<CanonicalField> = new Set(['removedSerial', 'installedSerial'])
const TELLING = ['node', 'partNo', 'removedSerial', 'installedSerial'] as const

/** Reads the lines under a header such as 序号, 名称, 换下件编号, 换上件编号, 数量: as many as people inserted. */
export function replacementLines(grid: SheetGrid, form: FormGrid): ReplacementLines {
  for (const [row, places] of form.rows) {
    if (!isLinesHeader(places)) continue
    const bottom = deepestHeader(grid, form, row)
    const end = endOfLines(form, bottom)
    const table = tableAt(grid, row, bottom, end, 'part-replacement-journal')
    const reader = recordReader(grid, table)
    const records: ParsedRecord[] = []
    for (let line = bottom + 1; line < end; line++) {
      if (!form.rows.has(line)) continue
      const record = reader.read(line, 'replacement')
      if (TELLING.some((field) => record.fields[field] !== undefined)) records.push(record)
    }
    const isTitled =
      LINES_TITLE.test((form.rows.get(row - 1) ?? [])[0]?.text.replace(/\s/g, '') ?? '') &&
      form.rows.get(row - 1)?.length === 1
    const first = isTitled ? row - 1 : row
    return { records, rows: new Set(Array.from({ length: end - first }, (_, at) => first + at)) }
  }
  return { records: [], rows: new Set() }
}

function isLinesHeader(places: readonly Place[]): boolean {
  if (places.length < FEWEST_HEADERS) return false
  const fields = places.map(({ text, cell }) =>
    typeof cell.v === 'string' ? matchHeader([text])[0]?.field : undefined,
  )
  const known = fields.filter((field) => field !== undefined)
  const sides = places.some(({ text }) =>
    /换下|换上|拆下|装上|旧件|新件|(?:removed|installed|old|new)\s*(?:part|unit|item|component|s\/?n|serial|no)/i.test(
      text,
    ),
  )
  return (
    (known.some((field) => SIDES.has(field)) || sides) &&
    new Set(known).size >= 2 &&
    places.every(({ text }) => !/[:：]./.test(text)) &&
    places.filter(({ cell, text }) => typeof cell.v === 'string' && text.length <= 14).length >=
      places.length * MOSTLY &&
    known.length >= places.length / 2
  )
}

/** A header of two rows: 换下件 over 名称 and 编号. */
function deepestHeader(grid: SheetGrid, form: FormGrid, row: number): number {
  const merges = grid.mergesIn(row).filter((range) => range.top === row)
  const reachesDown = merges.some(
    (range) => range.left >= form.block.left && range.right <= form.block.right && range.bottom === row + 1,
  )
  const spreads = merges.some((range) => range.bottom === row && range.right > range.left)
  return reachesDown && spreads ? row + 1 : row
}

/** The first row after the header that begins with a label again, or the end of the form. */
function endOfLines(form: FormGrid, header: number): number {
  for (let row = header + 1; row <= form.block.bottom; row++) {
    const [first, second] = form.rows.get(row) ?? []
    if (first === undefined) continue
    if (first.label?.isSure === true && !isPartName(first, second)) return row
    if (/^(?:注|备注|说明|note|remark)s?\s*[:：]/i.test(first.text) || /^[^:：]{1,12}[:：]/.test(first.text)) return row
  }
  return form.block.bottom + 1
}

/** A line may begin with a word such as 配件 that is a label elsewhere; then what follows is a number, not a text of a form. */
const isPartName = (first: Place, second: Place | undefined): boolean =>
  first.label !== null && first.label.rank >= 50 && second !== undefined && /\d/.test(second.text)

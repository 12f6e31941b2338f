/**
 * What formulas of an old .xls mean by the number of a sheet or of a name.
 *
 * @source [MS-XLS] 2.4.271 SupBook, 2.4.106 ExternSheet, 2.4.150 Lbl
 */
import { ByteCursor, tolerant } from './byteCursor'
import { nameInXlsx } from './definedNames'
import type { BiffRecord } from './records'

export interface SheetReferences {
  /** Name of the one sheet of this workbook a reference means; null for another workbook or several sheets. */
  readonly sheetOf: (index: number) => string | null
  /** One-based, as tokens count. Null for a name that is built in or missing. */
  readonly nameOf: (number: number) => string | null
}

const [BOOK, SHEETS, NAME] = [0x1ae, 0x17, 0x18]
const THIS_BOOK = 0x0401
const BUILT_IN = 0x20

export function readReferences(globals: readonly BiffRecord[], sheetNames: readonly string[]): SheetReferences {
  const ours: boolean[] = []
  const sheets: (string | null)[] = []
  const names: (string | null)[] = []
  for (const { type, data, joins } of globals)
    tolerant(() => {
      const cursor = new ByteCursor(data, joins)
      if (type === BOOK) {
        cursor.skip(2)
        ours.push(data.length === 4 && cursor.u16() === THIS_BOOK)
      } else if (type === SHEETS) {
        for (let left = cursor.u16(); left > 0; left -= 1) {
          const [book, first, last] = [cursor.u16(), cursor.u16(), cursor.u16()]
          sheets.push(ours[book] === true && first === last ? (sheetNames[first] ?? null) : null)
        }
      } else if (type === NAME) names.push(readName(cursor))
    })
  return { sheetOf: (index) => sheets[index] ?? null, nameOf: (number) => names[number - 1] ?? null }
}

function readName(cursor: ByteCursor): string | null {
  const flags = cursor.u16()
  cursor.skip(1)
  const length = cursor.u8()
  cursor.skip(10)
  return (flags & BUILT_IN) === 0 ? nameInXlsx(cursor.characters(length, (cursor.u8() & 1) === 1)) : null
}

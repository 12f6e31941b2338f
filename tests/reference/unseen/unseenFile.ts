/** Sheets written by the layouts, as the kinds of file people mail. */
import * as XLSX from 'xlsx'
import type { SeededRandom } from '../../../fixtures/demo/seededRandom'
import type { Truth, TruthRecord, TruthSheet } from '../judgeReading'
import type { Written } from './writtenCell'

export interface WrittenSheet {
  readonly name: string
  readonly kind: string
  readonly rows: readonly (readonly Written[])[]
  readonly merges: readonly string[]
  readonly hiddenColumns?: readonly number[]
  readonly form?: true
  readonly records: readonly TruthRecord[]
  readonly issues: TruthSheet['issues']
  readonly headerRows?: readonly number[]
  readonly columns?: Readonly<Record<string, string | null>>
}

export interface UnseenFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly truth: Truth
}

/** Doubts the layouts put in everywhere they can arise, so that any other is a false alarm. */
const EXHAUSTIVE = [
  'date-unreadable',
  'date-two-digit-year',
  'date-range',
  'month-only',
  'odometer-estimated',
  'several-cars',
  'severity-conflict',
  'serial-precision-lost',
]
const FORMATS = ['xlsx', 'xlsx', 'xlsx', 'biff8', 'html', 'csv'] as const

export function unseenFile(sheets: readonly WrittenSheet[], random: SeededRandom): UnseenFile {
  const isPlain = sheets.length === 1 && sheets[0]!.merges.length === 0
  const format = random.pick(isPlain ? FORMATS : (['xlsx', 'xlsx', 'biff8'] as const))
  const extension = format === 'xlsx' ? 'xlsx' : format === 'csv' ? 'csv' : 'xls'
  const truth: Truth = {
    file: `unseen.${extension}`,
    exhaustiveIssues: EXHAUSTIVE,
    sheets: sheets.map(({ name, kind, records, issues, form, headerRows, columns }) => ({
      name,
      kind,
      records,
      issues,
      anyName: isPlain,
      ...(form ? { form } : {}),
      ...(headerRows ? { headerRows } : {}),
      ...(columns ? { columns } : {}),
    })),
  }
  return {
    name: `unseen.${extension}`,
    bytes: format === 'csv' ? asCsv(sheets[0]!.rows, random) : asWorkbook(sheets, format),
    truth,
  }
}

function asWorkbook(sheets: readonly WrittenSheet[], bookType: 'xlsx' | 'biff8' | 'html'): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const { name, rows, merges, hiddenColumns = [] } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(
      rows.map((row) =>
        row.map((value) =>
          bookType === 'html' && (value instanceof Date || typeof value === 'string')
            ? textOf(value).replaceAll('\n', ' ')
            : value,
        ),
      ),
      { UTC: true, cellDates: true },
    )
    sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range))
    if (hiddenColumns.length > 0)
      sheet['!cols'] = Array.from({ length: Math.max(...hiddenColumns) + 1 }, (_, at) => ({
        hidden: hiddenColumns.includes(at),
      }))
    XLSX.utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }))
}

let gbk: ReadonlyMap<string, readonly number[]> | undefined

/** Every character of two bytes, from the decoder that every browser has. */
function gbkBytes(): ReadonlyMap<string, readonly number[]> {
  if (gbk) return gbk
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const text = decoder.decode(new Uint8Array([lead, trail]))
      if ([...text].length === 1 && text !== '\ufffd') table.set(text, [lead, trail])
    }
  gbk = table
  return table
}

const textOf = (value: Written): string =>
  value === null ? '' : value instanceof Date ? value.toISOString().slice(0, 10).replaceAll('-', '/') : String(value)
const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function asCsv(rows: readonly (readonly Written[])[], random: SeededRandom): Uint8Array {
  const text = rows.map((row) => row.map((value) => quoted(textOf(value))).join(',')).join('\r\n')
  if (random.chance(0.4)) return new TextEncoder().encode(`\ufeff${text}`)
  const table = gbkBytes()
  return new Uint8Array(
    [...text].flatMap((letter) => (letter.charCodeAt(0) < 128 ? [letter.charCodeAt(0)] : (table.get(letter) ?? [63]))),
  )
}

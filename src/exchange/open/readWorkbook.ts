import * as XLSX from 'xlsx'
import { libraryRecords } from './biff/libraryRecords'
import { sheetAsides } from './biff/sheetAsides'
import { isCompoundFile, isEncryptedStream, openCompound, streamOf } from './biff/workbookStream'
import { cleanedSheet } from './cleanedSheet'
import { decodePage, isKnownPage } from './codePages'
import { hasSoundChains } from './compoundChains'
import { claimedByParts, claimedByText } from './claimedSize'
import { decodeText, isBroken } from './decodeText'
import { LimitExceeded, MOST_ROWS, MOST_SHEET_ROWS, Room } from './limits'
import type {
  CellAside,
  CellRange,
  FileProblem,
  FileProblemCode,
  RawCell,
  RawRow,
  RawSheet,
  RawWorkbook,
  ReadResult,
} from './rawWorkbook'
import { readDelimited } from './readDelimited'
import { storedZip, unpackZip } from './unpackZip'
import { readXlsxParts } from './xlsx/readXlsxParts'
import { readZipDirectory, type ZipDirectory } from './zipDirectory'

const MEGABYTE = 1024 * 1024
const MOST_FILE_BYTES = 80 * MEGABYTE
const MOST_PARTS = 5_000
const MOST_UNPACKED_BYTES = 500 * MEGABYTE
/** Honest sheets shrink 5 to 20 times; a thousand empty rows about 12 times. Checked only above this size. */
const SUSPICIOUS_UNPACKED_BYTES = 64 * MEGABYTE
const MOST_RATIO = 200
/** A cell further right is no cell: its record has fallen over. */
const COLUMNS_OF_XLS = 256

const READ_OPTIONS: XLSX.ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  cellStyles: true,
  cellDates: false,
}

XLSX.set_cptable({
  utils: {
    decode: (page: number, data: Uint8Array | number[]) => decodePage(page, Uint8Array.from(data)),
    encode: (_page: number, text: string) => new TextEncoder().encode(text),
    hascp: isKnownPage,
    cache: {},
  },
})

/**
 * Opens a workbook whatever its name says: xlsx, xlsb, ods, xls, CSV or an HTML table called .xls.
 * Every bad file comes back as one problem; nothing throws. Numbers stay numbers, dates stay serials with their format.
 */
export function readWorkbook(bytes: Uint8Array, fileName: string): ReadResult {
  try {
    const sheets = sheetsOf(bytes, fileName)
    if ('code' in sheets) return { ok: false, problem: sheets }
    const long = sheets.find((sheet) => sheet.rows.length > MOST_ROWS)
    if (long) return refused('too-many-rows', { sheet: long.name, rows: long.rows.length, limit: MOST_ROWS })
    const workbook: RawWorkbook = { sheets: sheets.map(cleanedSheet) }
    return { ok: true, workbook }
  } catch (error) {
    if (error instanceof LimitExceeded) return { ok: false, problem: error.problem }
    const text = error instanceof Error ? error.message : ''
    return refused(/password|encrypt/i.test(text) ? 'file-encrypted' : 'file-damaged')
  }
}

function sheetsOf(bytes: Uint8Array, fileName: string): RawSheet[] | FileProblem {
  if (bytes.length === 0) return { code: 'file-empty' }
  if (bytes.length > MOST_FILE_BYTES)
    return {
      code: 'file-too-large',
      parameters: { megabytes: megabytes(bytes.length), limit: megabytes(MOST_FILE_BYTES) },
    }
  if (startsWith(bytes, [0x50, 0x4b])) return zipSheets(bytes)
  if (isCompoundFile(bytes)) return compoundSheets(bytes)
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1))
    return sheetsFrom(XLSX.read(bytes, { ...READ_OPTIONS, type: 'array' }))
  return textSheets(bytes, fileName)
}

function zipSheets(bytes: Uint8Array): RawSheet[] | FileProblem {
  const directory = readZipDirectory(bytes)
  if (directory === null) return { code: 'file-truncated' }
  const problem = zipProblem(bytes, directory)
  if (problem !== null) return problem
  const parts = unpackZip(bytes, directory)
  if (parts === null) return { code: 'file-damaged' }
  const sheets = readXlsxParts(parts, new Room())
  if (sheets !== null) return sheets.map((sheet) => ({ ...sheet, rows: trimmed(sheet.rows) }))
  // Whatever else a workbook may be, the library knows it.
  if (!parts.some(({ entry }) => OTHER_WORKBOOK.test(entry.name))) return { code: 'file-not-a-workbook' }
  const claimed = claimedByParts(parts)
  return claimed ?? sheetsFrom(XLSX.read(storedZip(parts), { ...READ_OPTIONS, type: 'array' }))
}

/** Of an .xlsb, and of an .ods. */
const OTHER_WORKBOOK = /(^|\/)workbook\.bin$|^content\.xml$/i

const OFFICE_FILE = /^_rels[/\\]\.rels$|(^|\/)workbook\.(xml|bin)$|^content\.xml$/i

function zipProblem(bytes: Uint8Array, directory: ZipDirectory): FileProblem | null {
  if (directory.entries.length > MOST_PARTS)
    return { code: 'archive-too-many-parts', parameters: { parts: directory.entries.length, limit: MOST_PARTS } }

  const { uncompressedBytes } = directory
  const suspicious = uncompressedBytes > SUSPICIOUS_UNPACKED_BYTES && uncompressedBytes / bytes.length > MOST_RATIO
  if (suspicious || uncompressedBytes > MOST_UNPACKED_BYTES)
    return { code: 'archive-too-large', parameters: { megabytes: megabytes(uncompressedBytes) } }
  return directory.entries.some(({ name }) => OFFICE_FILE.test(name)) ? null : { code: 'file-not-a-workbook' }
}

function compoundSheets(bytes: Uint8Array): RawSheet[] | FileProblem {
  if (!hasSoundChains(bytes)) return { code: 'file-damaged' }
  const container = openCompound(bytes)
  if (container === null) return { code: 'file-truncated' }
  if (XLSX.CFB.find(container, 'EncryptedPackage')) return { code: 'file-encrypted' }
  const stream = streamOf(container)
  if (stream === null) return { code: 'file-not-a-workbook' }
  if (isEncryptedStream(stream)) return { code: 'file-encrypted' }
  const records = stream[0] === 0x09 ? libraryRecords(stream, 'values') : null
  if (records === null) return { code: 'file-damaged' }
  const sheets = sheetsFrom(XLSX.read(records, { ...READ_OPTIONS, type: 'buffer' }))
  return sheets.some(({ rows }) => rows.some((row) => (row?.length ?? 0) > COLUMNS_OF_XLS))
    ? { code: 'file-damaged' }
    : withAsides(sheets, sheetAsides(stream))
}

/** The sheets with what the library does not tell of them. */
function withAsides(sheets: readonly RawSheet[], found: ReturnType<typeof sheetAsides>): RawSheet[] {
  return sheets.map((sheet) => {
    const { asides = [], struck = new Set<number>() } = found.get(sheet.name) ?? {}
    const rows =
      struck.size === 0
        ? sheet.rows
        : Array.from(sheet.rows, (row, at) =>
            row?.map((cell, column): RawCell | undefined =>
              cell !== undefined && struck.has(at * COLUMNS_OF_XLS + column) ? { ...cell, struck: true } : cell,
            ),
          )
    return asides.length === 0 ? { ...sheet, rows } : { ...sheet, rows, asides }
  })
}

function textSheets(bytes: Uint8Array, fileName: string): RawSheet[] | FileProblem {
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return { code: decoded.problem }
  const { text } = decoded
  const start = text.slice(0, 4_096).trimStart()
  if (start === '') return { code: 'file-empty' }
  if (start.startsWith('<')) {
    if (!/<(table|\w*:?Workbook)\b/i.test(text)) return { code: 'file-not-a-workbook' }
    const claimed = claimedByText(text)
    return claimed ?? sheetsFrom(XLSX.read(text, { ...READ_OPTIONS, type: 'string', raw: true }))
  }
  const name = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  const rows = readDelimited(text, name, new Room())
  if (rows === null) return { code: 'file-not-a-workbook' }
  const cells = rows.map((row) => row.map(textCell))
  return [
    {
      name,
      hidden: false,
      rows: trimmed(cells),
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      date1904: false,
    },
  ]
}

function textCell(value: string): RawCell | undefined {
  if (value.trim() === '') return undefined
  return isBroken(value) ? { t: 's', v: value, broken: true } : { t: 's', v: value }
}

function sheetsFrom(workbook: XLSX.WorkBook): RawSheet[] {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true
  const room = new Room()
  return workbook.SheetNames.flatMap((name, index): RawSheet[] => {
    const sheet = workbook.Sheets[name]
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return []
    const asides = asidesOfLibrary((sheet['!data'] ?? []) as readonly LibraryRow[], room)
    return [
      {
        ...(asides.length === 0 ? {} : { asides }),
        name,
        hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
        rows: trimmed(cellsOfLibrary((sheet['!data'] ?? []) as readonly LibraryRow[], room)),
        merges: (sheet['!merges'] ?? []).map(({ s, e }): CellRange => ({
          top: s.r,
          left: s.c,
          bottom: e.r,
          right: e.c,
        })),
        hiddenRows: hiddenIn(sheet['!rows']),
        hiddenColumns: hiddenIn(sheet['!cols']),
        date1904,
      },
    ]
  })
}

type LibraryRow = readonly (XLSX.CellObject | undefined)[] | undefined

/** Cells as they are here: a blank one that only has looks is none, and formats go by our table. */
function cellsOfLibrary(rows: readonly LibraryRow[], room: Room): RawRow[] {
  if (rows.length > MOST_SHEET_ROWS) throw new LimitExceeded({ code: 'file-damaged' })
  return Array.from(rows, (row): RawRow => {
    if (row === undefined) return undefined
    room.takePlaces(row.length)
    return Array.from(row, (cell): RawCell | undefined => {
      if (cell === undefined || cell.v === undefined || cell.t === 'z') return undefined
      room.takeCell(cell.v)
      return cell as RawCell
    })
  })
}

/** Notes and links as the library tells them of the containers it reads for us, also those on blank cells. */
function asidesOfLibrary(rows: readonly LibraryRow[], room: Room): CellAside[] {
  const found: CellAside[] = []
  const add = (kind: CellAside['kind'], row: number, column: number, text: string | undefined): void => {
    const told = text?.trim() ?? ''
    if (told === '') return
    room.takeCell(told)
    found.push({ kind, row, column, text: told })
  }
  rows.forEach((row, at) =>
    row?.forEach((cell, column) => {
      if (cell?.c !== undefined) add('note', at, column, cell.c.map(({ t }) => t).join('\n'))
      add('link', at, column, cell?.l?.Target)
    }),
  )
  return found
}

/** A formatted sheet can claim a million empty rows; they end here. */
function trimmed(rows: readonly RawRow[]): RawRow[] {
  let end = rows.length
  while (end > 0 && !rows[end - 1]?.some((cell) => cell?.v !== undefined && cell.v !== '')) end--
  return rows.slice(0, end)
}

function hiddenIn(parts: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  const hidden: number[] = []
  parts?.forEach((part, index) => {
    if (part?.hidden) hidden.push(index)
  })
  return hidden
}

function refused(code: FileProblemCode, parameters?: Record<string, string | number>): ReadResult {
  return { ok: false, problem: parameters ? { code, parameters } : { code } }
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

const megabytes = (bytes: number): number => Math.round(bytes / MEGABYTE)

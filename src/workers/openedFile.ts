/** One file of an import: opened once, read again with every decision a person makes about it. */
import { cellText } from '../exchange/cells/cellText'
import { columnLetter } from '../exchange/open/columnLetter'
import type { FileProblem, RawSheet, RawWorkbook } from '../exchange/open/rawWorkbook'
import { readWorkbook } from '../exchange/open/readWorkbook'
import { sheetPictures, type SheetPicture } from '../exchange/open/sheetPictures'
import type { ParsedFile } from '../exchange/plan/planImport'
import type { HashedPicture } from '../exchange/plan/planPictures'
import { headerFingerprint, overrideFrom, type RememberedMapping } from '../exchange/plan/review/headerFingerprint'
import { foldHeader } from '../exchange/tables/headerText'
import type { KnownNames } from '../exchange/tables/meaning/knownNames'
import { parseSheets } from '../exchange/tables/parseWorkbook'
import type { ParsedSheet, SheetOverride } from '../exchange/tables/parsedSheet'
import { sourceRows } from '../exchange/tables/sourceRows'
import { splitTables } from '../exchange/tables/splitTables'
import type { WordDecisions } from '../exchange/tables/wordDecisions'
import { storableText } from '../domain/storableText'

export interface FileToOpen {
  readonly name: string
  readonly bytes: ArrayBuffer
  /** Copied cells instead of a file: they may have no header. */
  readonly isBlock?: boolean
}

export interface OpenedFile {
  readonly name: string
  readonly size: number
  /** Tells its content from that of others; a name does not. */
  readonly sha256: string
  readonly workbook: RawWorkbook
  readonly overrides: Readonly<Record<string, SheetOverride>>
  /** Sheets read as one with the same header was told to be read before. */
  readonly remembered: ReadonlySet<string>
  readonly pictures: readonly HashedPicture[]
  readonly sheets: readonly ParsedSheet[]
}

export interface RefusedFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly problem: FileProblem
}

export type FileOfImport = OpenedFile | RefusedFile

export const isOpened = (file: FileOfImport): file is OpenedFile => !('problem' in file)

export interface ReadingOptions {
  /** The day of the person, `2016-03-05`. */
  readonly today: string
  readonly words: WordDecisions
  readonly mappings: Readonly<Record<string, RememberedMapping>>
  /** what columns are known by where their header says nothing */
  readonly known: KnownNames
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

export const sha256Of = async (bytes: ArrayBuffer): Promise<string> => hex(await crypto.subtle.digest('SHA-256', bytes))

const hashed = (pictures: readonly SheetPicture[]): Promise<readonly HashedPicture[]> =>
  Promise.all(pictures.map(async (picture) => ({ ...picture, sha256: await sha256Of(picture.bytes.slice().buffer) })))

/** A block copied without its header is read as a ledger whose columns a person names. */
const BARE_BLOCK: SheetOverride = { kind: 'failure-ledger', headerRows: [1] }

function withLetters(workbook: RawWorkbook): RawWorkbook {
  const lettered = (sheet: RawSheet): RawSheet => {
    const width = sheet.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
    const letters = Array.from({ length: width }, (_, column) => ({ t: 's' as const, v: columnLetter(column) }))
    return { ...sheet, rows: [letters, ...sheet.rows] }
  }
  return { ...workbook, sheets: workbook.sheets.map(lettered) }
}

/** How sheets with a known header were told to be read before. */
function rememberedOverrides(
  sheets: readonly ParsedSheet[],
  mappings: Readonly<Record<string, RememberedMapping>>,
): Record<string, SheetOverride> {
  return Object.fromEntries(
    sheets.flatMap((sheet) => {
      const fingerprint = headerFingerprint(sheet)
      const mapping = fingerprint === null ? undefined : mappings[fingerprint]
      const override = mapping === undefined ? null : overrideFrom(sheet, mapping)
      return override === null ? [] : [[sheet.name, override] as const]
    }),
  )
}

const ROWS_SEARCHED = 30

/** A header that a person had to point at is found by its words, in whatever row it stands this time. */
function headersPointedAt(
  workbook: RawWorkbook,
  sheets: readonly ParsedSheet[],
  { mappings, ...options }: ReadingOptions,
): Record<string, SheetOverride> {
  if (Object.keys(mappings).length === 0) return {}
  return Object.fromEntries(
    sheets.flatMap((sheet, at) => {
      const raw = workbook.sheets[at]
      if (raw === undefined || sheet.kind !== 'other') return []
      const row = raw.rows
        .slice(0, ROWS_SEARCHED)
        .findIndex((cells) => mappings[headerKey((cells ?? []).map(cellText))] !== undefined)
      if (row < 0) return []
      const headerRows = [row + 1]
      const again = parseSheets({ sheets: [raw] }, '', { ...options, overrides: { [raw.name]: { headerRows } } })
      const [named] = again.ok ? again.sheets : []
      const mapping = mappings[headerKey((raw.rows[row] ?? []).map(cellText))]
      const override = named === undefined || mapping === undefined ? null : overrideFrom(named, mapping)
      return override === null ? [] : [[sheet.name, { ...override, headerRows }] as const]
    }),
  )
}

/** The words of a row as `headerFingerprint` writes those of a header. */
const headerKey = (texts: readonly string[]): string =>
  texts
    .map(foldHeader)
    .filter((word) => word !== '')
    .join('|')

/** A later decision beside the earlier ones; a form stays a form as long as nobody gives it columns. */
function joined(before: SheetOverride, decision: SheetOverride): SheetOverride {
  return {
    ...before,
    ...decision,
    ...(before.columns === undefined && decision.columns === undefined
      ? {}
      : { columns: { ...before.columns, ...decision.columns } }),
    ...(decision.apart === undefined ? {} : { apart: [...(before.apart ?? []), ...decision.apart] }),
    ...(before.cells === undefined && decision.cells === undefined
      ? {}
      : { cells: { ...before.cells, ...decision.cells } }),
  }
}

/** Opens a file and reads it as files with these headers were told to be read before. */
export async function openFile(
  { name: given, bytes, isBlock = false }: FileToOpen,
  { today, words, mappings, known }: ReadingOptions,
  onOpened: () => void,
): Promise<FileOfImport> {
  const name = storableText(given)
  const file = { name, size: bytes.byteLength, sha256: await sha256Of(bytes) }
  const read = readWorkbook(new Uint8Array(bytes), name)
  if (!read.ok) return { ...file, problem: read.problem }
  onOpened()
  const workbook = splitTables(read.workbook)
  const parsed = parseSheets(workbook, name, { today, words, known })
  if (!parsed.ok) return { ...file, problem: parsed.problem }
  const isBare = isBlock && parsed.sheets.every(({ records }) => records.length === 0)
  const overrides = isBare
    ? Object.fromEntries(parsed.sheets.map((sheet) => [sheet.name, BARE_BLOCK]))
    : {
        ...headersPointedAt(workbook, parsed.sheets, { today, words, mappings, known }),
        ...rememberedOverrides(parsed.sheets, mappings),
      }
  const opened: OpenedFile = {
    ...file,
    workbook: isBare ? withLetters(workbook) : workbook,
    overrides,
    remembered: new Set(isBare ? [] : Object.keys(overrides)),
    pictures: await hashed(sheetPictures(new Uint8Array(bytes))),
    sheets: parsed.sheets,
  }
  return Object.keys(overrides).length > 0 ? readAgain(opened, overrides, { today, words, known }) : opened
}

/** The file as it reads with these decisions. */
export function readAgain(
  file: OpenedFile,
  overrides: OpenedFile['overrides'],
  { today, words, known }: Omit<ReadingOptions, 'mappings'>,
): OpenedFile {
  const parsed = parseSheets(file.workbook, file.name, { overrides, today, words, known })
  return { ...file, overrides, sheets: parsed.ok ? parsed.sheets : file.sheets }
}

/** All decisions about the file with one more about a sheet. */
export const withDecision = (
  { overrides }: OpenedFile,
  sheet: string,
  decision: SheetOverride,
): OpenedFile['overrides'] => ({ ...overrides, [sheet]: joined(overrides[sheet] ?? {}, decision) })

/** A sheet as read, and as the file holds it. @throws RangeError when the file has no such sheet */
export function sheetOf(
  file: OpenedFile,
  sheet: string,
): { readonly parsed: ParsedSheet; readonly raw: RawSheet; readonly override: SheetOverride | undefined } {
  const at = file.sheets.findIndex(({ name }) => name === sheet)
  const [parsed, raw] = [file.sheets[at], file.workbook.sheets[at]]
  if (parsed === undefined || raw === undefined) throw new RangeError(`there is no sheet “${sheet}”`)
  return { parsed, raw, override: file.overrides[sheet] }
}

/** The file as a plan takes it. */
export const plannedFile = ({ name, size, sha256, sheets, workbook }: OpenedFile): ParsedFile => ({
  name,
  size,
  sha256,
  sheets,
  rows: workbook.sheets.map(sourceRows),
})

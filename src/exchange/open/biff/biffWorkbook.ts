/** An old .xls (Excel 97 to 2003) with everything a form needs to look and print as before. */
import { ByteCursor, RecordEnd, tolerant } from './byteCursor'
import { readLooks, type Looks } from './cellLooks'
import { readConditionalFormats, type ConditionalFormat } from './conditionalFormats'
import { drawingGroup, drawingOf, sheetObjects } from './drawingRecords'
import { drawnShapes, type DrawnShape } from './drawnShapes'
import { readInputRules, type InputRule } from './inputRules'
import type { DocumentProperties } from './documentProperties'
import { readLinks, type CellLink } from './hyperlinks'
import type { Loss } from './losses'
import { storedPictures, type StoredPicture } from './pictureStore'
import { BOF, recordsFrom, type BiffRecord } from './records'
import { readSharedTexts, type RichText } from './sharedTexts'
import { readCells, type BiffCell } from './sheetCells'
import { sheetEntries, type SheetEntry } from './sheetEntries'
import { readLibraryParts, type LibraryParts } from './libraryParts'
import { libraryRecords } from './libraryRecords'
import { readLayout, type SheetLayout } from './sheetLayout'
import { readReferences } from './sheetReferences'
import { workbookStream } from './workbookStream'

export interface BiffSheet {
  readonly name: string
  readonly state: SheetEntry['state']
  readonly cells: readonly BiffCell[]
  readonly layout: SheetLayout
  readonly rules: readonly InputRule[]
  readonly conditionalFormats: readonly ConditionalFormat[]
  readonly pictures: readonly DrawnShape[]
  readonly links: readonly CellLink[]
  /** Cells whose notes are always shown, as `row * 256 + column`. */
  readonly shownNotes: ReadonlySet<number>
}

export interface BiffWorkbook {
  readonly sheets: readonly BiffSheet[]
  readonly looks: Looks
  readonly sharedTexts: readonly RichText[]
  readonly pictures: readonly (StoredPicture | null)[]
  readonly date1904: boolean
  readonly activeSheet: number
  readonly isStructureLocked: boolean
  readonly properties: DocumentProperties
  /** Formulas, names and notes, as the library reads them. */
  readonly library: LibraryParts
  /** What an .xlsx made from it will lack. */
  readonly losses: ReadonlySet<Loss>
}

/** Bytes of the pictures of one form. */
const MOST_TEMPLATE_PICTURES = 50_000_000
const [WINDOW, DATES, PROTECT] = [0x3d, 0x22, 0x12]

/**
 * @returns null for a file that is no .xls of Excel 97 or later
 * @throws RecordEnd when a record that everything else hangs on is cut short
 */
export function readBiffWorkbook(bytes: Uint8Array): BiffWorkbook | null {
  const container = workbookStream(bytes)
  if (container === null || !container.isBiff8) return null
  const { stream } = container
  const globals = [...recordsFrom(stream, 0)]
  const shown = libraryRecords(stream, 'formulas')
  if (shown === null) throw new RecordEnd()
  const library = readLibraryParts(shown)
  const listed = sheetEntries(globals, stream.length)
  const losses = new Set<Loss>(
    container.hasMacros || listed.some(({ isWorksheet, isChart }) => !isWorksheet && !isChart) ? ['macros'] : [],
  )
  if (listed.some(({ isChart }) => isChart)) losses.add('charts')
  if (library.hasExternalLinks) losses.add('external-links')
  const looks = readLooks(globals)
  const references = readReferences(
    globals,
    listed.map(({ name }) => name),
  )
  const pictures = storedPictures(drawingGroup(globals), MOST_TEMPLATE_PICTURES)
  let [date1904, active, isStructureLocked] = [false, 0, false]
  for (const { type, data } of globals)
    tolerant(() => {
      const cursor = new ByteCursor(data)
      if (type === DATES) date1904 = cursor.u16() === 1
      else if (type === PROTECT) isStructureLocked = cursor.u16() !== 0
      else if (type === WINDOW) {
        cursor.skip(10)
        active = cursor.u16()
      }
    })
  const worksheets = listed.filter(({ isWorksheet }) => isWorksheet)
  const sheets = worksheets.map(({ name, state, start, end }): BiffSheet => {
    const records = [...recordsFrom(stream.subarray(0, end), start)]
    const { rules, leftOut } = readInputRules(records, references)
    const conditional = readConditionalFormats(records, references, looks.colourOf)
    if (leftOut > 0) losses.add('input-rules')
    if (conditional.leftOut > 0) losses.add('conditional-formats')
    for (const { type } of records) {
      const loss = LOST_WITH[type]
      if (loss !== undefined) losses.add(loss)
    }
    if (records.some(({ type }, at) => type === BOF && at > 0)) losses.add('charts')
    return {
      name,
      state,
      cells: readCells(records),
      layout: readLayout(records),
      rules,
      conditionalFormats: conditional.formats,
      pictures: carriedPictures(records, pictures, losses),
      links: readLinks(records),
      shownNotes: readShownNotes(records),
    }
  })
  return {
    sheets,
    looks,
    sharedTexts: readSharedTexts(globals),
    pictures,
    date1904,
    activeSheet: Math.max(
      0,
      worksheets.findIndex(({ number }) => number === active),
    ),
    isStructureLocked,
    properties: container.properties,
    library,
    losses,
  }
}

const NOTE_RECORD = 0x1c
const IS_SHOWN = 2

/** @source [MS-XLS] 2.4.179 Note */
function readShownNotes(records: readonly BiffRecord[]): ReadonlySet<number> {
  const shown = new Set<number>()
  for (const { type, data } of records)
    if (type === NOTE_RECORD)
      tolerant(() => {
        const cursor = new ByteCursor(data)
        const [row, column, flags] = [cursor.u16(), cursor.u16(), cursor.u16()]
        if ((flags & IS_SHOWN) !== 0) shown.add(row * 256 + column)
      })
  return shown
}

/**
 * Records that stand for something an .xlsx of ours does not have: pivot tables, queries, data tables, conditions of
 * filters, pictures of headers and backgrounds.
 */
const LOST_WITH: Readonly<Record<number, Loss>> = {
  0xb0: 'pivot-tables',
  0x1ad: 'external-links',
  0x236: 'data-tables',
  0x9e: 'filter-criteria',
  0x866: 'header-pictures',
  0xe9: 'background',
  0x7f: 'pictures',
  0x87a: 'conditional-formats',
}

const [CHART, PICTURE, NOTE, DROP_DOWN] = [5, 8, 0x19, 0x14]
const CONTROLS: ReadonlySet<number> = new Set([0x07, 0x0b, 0x0c, 0x0d, 0x0e, 0x10, 0x11, 0x12, 0x13])

function carriedPictures(
  records: readonly BiffRecord[],
  pictures: readonly (StoredPicture | null)[],
  losses: Set<Loss>,
): readonly DrawnShape[] {
  const objects = sheetObjects(records)
  return drawnShapes(drawingOf(records)).filter((shape) => {
    const object = shape.object === null ? undefined : objects[shape.object]
    const kind = object?.kind ?? -1
    if (object?.isEmbedded === true) losses.add('embedded-objects')
    if (shape.isGroup || kind === NOTE) return false
    if (shape.picture > 0) {
      const isCarried = (pictures[shape.picture - 1] ?? null) !== null
      if (!isCarried) losses.add('pictures')
      return isCarried
    }
    // The arrows of filters and drop-down lists come back by themselves.
    if (kind === CHART) losses.add('charts')
    else if (CONTROLS.has(kind) || (kind === DROP_DOWN && object?.isPrinted === true)) losses.add('form-controls')
    else if (kind === PICTURE) losses.add('pictures')
    else if (kind !== DROP_DOWN) losses.add('shapes')
    return false
  })
}

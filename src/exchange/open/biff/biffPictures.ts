/** The pictures over the cells of an old .xls, with the row each one begins in. */
import { MOST_PICTURE_BYTES } from '../pictureLimits'
import { RecordEnd } from './byteCursor'
import { drawingGroup, drawingOf } from './drawingRecords'
import { drawnShapes } from './drawnShapes'
import { storedPictures } from './pictureStore'
import { recordsFrom } from './records'
import { readLayout } from './sheetLayout'
import { sheetEntries } from './sheetEntries'
import { workbookStream } from './workbookStream'
import { sheetGeometry } from './sheetGeometry'

export interface PlacedPicture {
  readonly sheet: string
  /** One-based. */
  readonly row: number
  readonly name: string
  readonly bytes: Uint8Array
}

/** @returns nothing for a file that is no readable .xls of Excel 97 or later */
export function biffPictures(bytes: Uint8Array): readonly PlacedPicture[] {
  const container = workbookStream(bytes)
  if (container === null || !container.isBiff8) return []
  try {
    const globals = [...recordsFrom(container.stream, 0)]
    const pictures = storedPictures(drawingGroup(globals), MOST_PICTURE_BYTES)
    if (pictures.every((picture) => picture === null)) return []
    return sheetEntries(globals, container.stream.length).flatMap(({ name: sheet, start, end, isWorksheet }) => {
      if (!isWorksheet) return []
      const records = [...recordsFrom(container.stream.subarray(0, end), start)]
      const shapes = drawnShapes(drawingOf(records)).filter(({ picture }) => picture > 0)
      if (shapes.length === 0) return []
      const geometry = sheetGeometry(readLayout(records))
      return shapes.flatMap(({ picture, anchor, share }): PlacedPicture[] => {
        const stored = pictures[picture - 1] ?? null
        return stored === null
          ? []
          : [
              {
                sheet,
                row: geometry.cornersOf(anchor, share).from.row + 1,
                name: `image${picture}.${stored.extension}`,
                bytes: stored.bytes,
              },
            ]
      })
    })
  } catch (error) {
    // The reader of cells has said what is wrong with the file.
    if (error instanceof RecordEnd) return []
    throw error
  }
}

/** The pictures of a report made small enough to go along in a workbook. */
import type { ShownPicture } from '../exchange/write/reports/reportContext'
import type { EventPhoto } from '../metrics/reports/eventPhotos'
import { bytesOf } from '../store/attachments'

/** Twice the size it is drawn at, so that it prints sharp. */
const LONG_EDGE = 480
const QUALITY = 0.8

/** By the id of the failure; a picture whose bytes are gone or that cannot be opened is left out. */
export async function smallPictures(photos: readonly EventPhoto[]): Promise<ReadonlyMap<string, ShownPicture>> {
  const made = new Map<string, ShownPicture>()
  for (const { failureId, sha256, mime } of photos) {
    const bytes = await bytesOf({ sha256 })
    const small = bytes === null ? null : await shrunk(bytes, mime).catch(() => null)
    if (small !== null) made.set(failureId, small)
  }
  return made
}

async function shrunk(bytes: ArrayBuffer, mime: string): Promise<ShownPicture> {
  const picture = await createImageBitmap(new Blob([bytes], { type: mime }))
  try {
    const scale = Math.min(1, LONG_EDGE / Math.max(picture.width, picture.height))
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * scale)),
      Math.max(1, Math.round(picture.height * scale)),
    )
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('nothing to draw on')
    // JPEG knows no see-through: what is behind a picture is paper.
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
    return {
      bytes: new Uint8Array(await blob.arrayBuffer()),
      mime: 'image/jpeg',
      widthPx: canvas.width,
      heightPx: canvas.height,
    }
  } finally {
    picture.close()
  }
}

/**
 * A picture as it is stored: upright, its long edge at most 2048 pixels; whatever else the file carried is left behind.
 * Photos become JPEG. Drawings stay PNG: their lines stay sharp, and what is see-through stays so.
 */
import { isHeic } from './pictureKinds'

const LONG_EDGE = 2048
const QUALITY = 0.82
const PAPER = '#ffffff'

export interface StoredPicture {
  readonly name: string
  readonly mime: string
  readonly bytes: ArrayBuffer
}

/**
 * @returns the picture, or the file itself where it is a HEIC photo that this browser cannot draw
 * @throws  Error when the browser cannot open the file as a picture
 */
export async function shrinkPicture(file: File): Promise<StoredPicture> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (picture === null) {
    const bytes = await file.arrayBuffer()
    if (!isHeic(new Uint8Array(bytes))) throw new Error('the picture could not be opened')
    return { name: file.name, mime: 'image/heic', bytes }
  }
  const scale = Math.min(1, LONG_EDGE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  const mime = file.type === 'image/png' ? 'image/png' : 'image/jpeg'
  if (context !== null && mime === 'image/jpeg') {
    // JPEG knows no see-through: what is behind a picture is paper.
    context.fillStyle = PAPER
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, mime, QUALITY))
  if (blob === null) throw new Error('the picture could not be written')
  return { name: named(file.name, file.type, mime), mime, bytes: await blob.arrayBuffer() }
}

/** A name that says what the file now is. */
const named = (name: string, before: string, now: string): string =>
  before === now || now !== 'image/jpeg' ? name : `${name.replace(/\.[^.]{1,5}$/u, '')}.jpg`

/** A picture as it is stored: upright, its long edge at most 2048 pixels, JPEG; whatever else the file carried is left behind. */
const LONG_EDGE = 2048
const QUALITY = 0.82

/**
 * @returns the bytes of the picture
 * @throws  Error when the browser cannot open the file as a picture
 */
export async function shrinkPicture(file: Blob): Promise<ArrayBuffer> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONG_EDGE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  if (blob === null) throw new Error('the picture could not be written')
  return blob.arrayBuffer()
}

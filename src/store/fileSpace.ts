/** How much room attached photos and files take. */
import { database, type FracasDatabase } from './database'

export interface FileSpace {
  readonly files: number
  readonly bytes: number
}

/** By what their records say; the same content counts once. */
export async function fileSpace(db: FracasDatabase = database): Promise<FileSpace> {
  const held = new Set((await db.blobs.toCollection().primaryKeys()) as string[])
  const sizes = new Map<string, number>()
  await db.recordsOf('attachments').each(({ sha256 = '', size = 0 }) => {
    if (held.has(sha256)) sizes.set(sha256, size)
  })
  return { files: sizes.size, bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) }
}

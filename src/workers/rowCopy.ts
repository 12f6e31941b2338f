/** A database of whatever version, as it lies there, in a file of the format its own release restores from. */
import { BackupWriter } from '../exchange/backup/backupWriter'
import type { BackupLimits, BackupManifest } from '../exchange/backup/backupFormat'
import type { ByteSink } from '../exchange/archive/zipWriter'
import { readRows, type AnyDatabase } from '../store/readRows'

export interface RowCopy {
  readonly bytes: number
  readonly counts: Readonly<Record<string, number>>
}

/** @throws BackupRefused when the file could not be read again */
export async function writeRowCopy(
  sink: ByteSink,
  about: Pick<BackupManifest, 'schema' | 'savedAt' | 'build'>,
  onProgress: (done: number, total: number) => void,
  db: AnyDatabase,
  { withFiles = true, limits }: { readonly withFiles?: boolean; readonly limits?: BackupLimits } = {},
): Promise<RowCopy> {
  const writer = new BackupWriter(sink, limits)
  const take = { rows: writer.rows.bind(writer), file: writer.file.bind(writer) }
  const counts = await readRows(db, take, onProgress, withFiles)
  const device = ((await db.table('device').get('device')) as { readonly id: string } | undefined)?.id
  const bytes = await writer.finish({ ...about, counts, ...(device === undefined ? {} : { device }) })
  return { bytes, counts }
}

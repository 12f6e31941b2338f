/** Backup files in memory, and what a database holds, to lay one beside another. */
import type { BackupLimits } from '../../src/exchange/backup/backupFormat'
import type { ByteSink } from '../../src/exchange/archive/zipWriter'
import { sourceOfBytes } from '../../src/exchange/open/byteSource'
import type { FracasDatabase } from '../../src/store/database'
import { restoreBackup, writeBackup } from '../../src/workers/backup'
import { freshDatabase } from './freshDatabase'

const ABOUT = { savedAt: '2026-05-07T14:30+08:00', build: 'test' }
const silent = (): void => undefined

export interface MemorySink extends ByteSink {
  readonly bytes: () => Uint8Array
}

export function memorySink(): MemorySink {
  const pieces: Uint8Array[] = []
  return {
    write: (bytes) => {
      pieces.push(bytes)
      return Promise.resolve()
    },
    bytes: () => new Uint8Array(Buffer.concat(pieces)),
  }
}

export async function backupOf(db: FracasDatabase, limits?: BackupLimits): Promise<Uint8Array> {
  const sink = memorySink()
  await writeBackup(sink, ABOUT, silent, db, limits)
  return sink.bytes()
}

export async function restoredFrom(bytes: Uint8Array, db = freshDatabase()): Promise<FracasDatabase> {
  await restoreBackup(sourceOfBytes(bytes), silent, db)
  return db
}

/** What belongs to one device, and files, which are compared by their bytes. */
const OF_THE_DEVICE: readonly string[] = ['device', 'snapshots', 'blobs', 'packages', 'deviceKeys']

/** Every row of every table that a backup carries; the bytes of attached files as numbers, because buffers compare as equal. */
export async function tablesOf(db: FracasDatabase): Promise<Record<string, unknown[]>> {
  const tables = db.tables.filter(({ name }) => !OF_THE_DEVICE.includes(name))
  const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const))
  const blobs = (await db.blobs.toArray()).map(({ sha256, bytes }) => ({ sha256, bytes: [...new Uint8Array(bytes)] }))
  return { ...Object.fromEntries(rows), blobs }
}

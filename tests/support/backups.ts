/** Backup files in memory, and what a database holds, to lay one beside another. */
import type { BackupLimits } from '../../src/exchange/backup/backupFormat'
import type { ByteSink } from '../../src/exchange/archive/zipWriter'
import { sourceOfBytes } from '../../src/exchange/open/byteSource'
import { localPerson } from '../../src/domain/person'
import { SCHEMA_VERSION, type FracasDatabase } from '../../src/store/database'
import { restoreBackup } from '../../src/workers/olderBackup'
import { makePackage, takePackageIn } from '../../src/workers/packages'
import { writeRowCopy } from '../../src/workers/rowCopy'
import { freshDatabase } from './freshDatabase'

const NOW = '2026-05-07T14:30+08:00'
const silent = (): void => undefined
const WANG = localPerson('王工', 'QAL')

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

export async function backupOf(db: FracasDatabase, passphrase = '', withFiles = true): Promise<Uint8Array> {
  const sink = memorySink()
  const about = { kind: 'backup', filesLeftOut: 0 } as const
  const choice = { kind: 'backup', withFiles } as const
  await makePackage(
    sink,
    { choice, about, person: WANG, madeAt: NOW, build: 'test', passphrase },
    silent,
    undefined,
    db,
  )
  return sink.bytes()
}

/** @param acceptsKey as a person who has compared it */
export async function restoredFrom(
  bytes: Uint8Array,
  db = freshDatabase(),
  acceptsKey = false,
): Promise<FracasDatabase> {
  await takePackageIn(sourceOfBytes(bytes), WANG, acceptsKey, silent, undefined, db)
  return db
}

/** A backup as the release before packages wrote it. */
export async function olderBackupOf(db: FracasDatabase, limits?: BackupLimits): Promise<Uint8Array> {
  const sink = memorySink()
  const about = { schema: SCHEMA_VERSION, savedAt: NOW, build: 'test' }
  await writeRowCopy(sink, about, silent, db, limits === undefined ? {} : { limits })
  return sink.bytes()
}

export async function restoredFromOlder(bytes: Uint8Array, db = freshDatabase()): Promise<FracasDatabase> {
  await restoreBackup(sourceOfBytes(bytes), silent, db)
  return db
}

/** What belongs to one device, and files, which are compared by their bytes. */
const OF_THE_DEVICE: readonly string[] = [
  'device',
  'snapshots',
  'blobs',
  'packages',
  'deviceKeys',
  'team',
  'refusedChanges',
]

/** Every row of every table that a backup carries; the bytes of attached files as numbers, because buffers compare as equal. */
export async function tablesOf(db: FracasDatabase): Promise<Record<string, unknown[]>> {
  const tables = db.tables.filter(({ name }) => !OF_THE_DEVICE.includes(name))
  const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const))
  const blobs = (await db.blobs.toArray()).map(({ sha256, bytes }) => ({ sha256, bytes: [...new Uint8Array(bytes)] }))
  return { ...Object.fromEntries(rows), blobs }
}

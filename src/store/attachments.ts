/** Files that belong to a record: the bytes once per content, the record in the log like any other. */
import type { Person } from '../domain/person'
import type { Change } from '../domain/change'
import { NotReadBack } from '../domain/commandTrouble'
import type { StoredRecord } from '../domain/records/tables'
import { commit, presentRecord, whySaid } from './commit'
import { database, type FracasDatabase } from './database'
import { newId } from './newId'
import { sha256Of } from './sha256Of'

export interface NewAttachment {
  readonly name: string
  readonly mime: string
  readonly bytes: ArrayBuffer
  /** When a picture was taken, where it says so. */
  readonly takenAt?: string
  /** Why it is added to what is closed. */
  readonly why?: string
}

/** The failure a merged one became part of, at the end of the chain; any other record is itself. */
export async function remainingFailure(id: string, db: FracasDatabase = database): Promise<string> {
  const seen = new Set<string>()
  for (let at = id; !seen.has(at);) {
    seen.add(at)
    const next = (await db.recordsOf('failures').get(at))?.mergedInto
    if (next === undefined) return at
    at = next
  }
  return id
}

/**
 * Writes a command that keeps these bytes, and reads them back.
 * @throws NotReadBack when what the disk gives back is not what was put there
 */
export async function storeBlob(
  bytes: ArrayBuffer,
  write: (sha256: string) => Promise<Change | null>,
  db: FracasDatabase,
): Promise<Change | null> {
  const sha256 = await sha256Of(bytes)
  const change = await write(sha256)
  const stored = await db.blobs.get(sha256)
  if (stored === undefined || (await sha256Of(stored.bytes)) !== sha256)
    throw new NotReadBack('the file could not be read back after it was written')
  return change
}

/**
 * Stores a file and says that it belongs to a record, in one transaction.
 * @throws NotReadBack when what the disk gives back is not what was put there
 */
export async function addAttachment(
  ownerId: string,
  { name, mime, bytes, takenAt, why = '' }: NewAttachment,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return storeBlob(
    bytes,
    (sha256) =>
      commit(
        { name: 'add-attachment', person, ...whySaid({ why }) },
        async (db) => {
          if ((await db.blobs.get(sha256)) === undefined) await db.blobs.put({ sha256, bytes })
          // What is handed in late for a merged failure goes where its other files went.
          const remaining = await remainingFailure(ownerId, db)
          const fields = {
            ownerId: remaining,
            name,
            mime,
            size: bytes.byteLength,
            sha256,
            ...(takenAt === undefined ? {} : { takenAt }),
            ...(remaining === ownerId ? {} : { carriedFrom: ownerId }),
          }
          return [{ table: 'attachments' as const, record: newId(), fields }]
        },
        db,
      ),
    db,
  )
}

/** Takes a file out of sight with the reason; it stays in the history and its bytes stay on the device. */
export async function removeAttachment(
  id: string,
  why: string,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'remove-attachment', person, why },
    async (db) => {
      await presentRecord('remove-attachment', 'attachments', id, db)
      return [{ table: 'attachments' as const, record: id, fields: { deletedReason: why } }]
    },
    db,
  )
}

/** Which contents these records have already, as `owner|sha-256`. */
export async function attachedContents(
  ownerIds: readonly string[],
  db: FracasDatabase = database,
): Promise<ReadonlySet<string>> {
  const attached = await db
    .recordsOf('attachments')
    .where('ownerId')
    .anyOf([...ownerIds])
    .toArray()
  return new Set(attached.map(({ ownerId, sha256 }) => `${ownerId ?? ''}|${sha256 ?? ''}`))
}

export async function bytesOf(
  { sha256 }: Pick<StoredRecord<'attachments'>, 'sha256'>,
  db: FracasDatabase = database,
): Promise<ArrayBuffer | null> {
  return sha256 === undefined ? null : ((await db.blobs.get(sha256))?.bytes ?? null)
}

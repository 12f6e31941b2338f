/** Rescue copies as they are kept: in pieces, so that none is ever in memory whole, and named only once all pieces are there. */
import { copiesToDrop, type RescueReason } from '../domain/rescueCopies'
import { newId } from './newId'
import { rescueDatabase, type RescueCopy, type RescueDatabase, type RescueFailure } from './rescueDatabase'

const PIECE_BYTES = 4 * 2 ** 20

/** The latest first. */
export const rescueCopies = async (db: RescueDatabase = rescueDatabase): Promise<readonly RescueCopy[]> =>
  (await db.copies.toArray()).sort((a, b) => b.at - a.at)

export interface CopySink {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** Names the copy, and drops those that have had their time. */
  readonly keep: (about: Omit<RescueCopy, 'id' | 'bytes'>, dayOf: (at: number) => string) => Promise<RescueCopy>
  /** Leaves nothing of it behind. */
  readonly abandon: () => Promise<void>
}

/** It would take more room than a copy may. */
export class RescueTooLarge extends Error {
  override name = 'RescueTooLarge'
}

/** @throws RescueTooLarge from `write` */
export function copySink(mostBytes: number, db: RescueDatabase = rescueDatabase): CopySink {
  const id = newId()
  let [size, held, no] = [0, 0, 0]
  let parts: Uint8Array<ArrayBuffer>[] = []
  const pass = async (): Promise<void> => {
    if (held === 0) return
    const bytes = new Uint8Array(held)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    ;[parts, held] = [[], 0]
    await db.pieces.add({ copy: id, no: (no += 1), bytes: bytes.buffer })
  }
  const abandon = async (): Promise<void> => {
    await db.pieces.where(':id').between([id, 0], [id, Infinity]).delete()
  }
  return {
    write: async (bytes) => {
      size += bytes.length
      if (size > mostBytes) throw new RescueTooLarge()
      parts.push(bytes.slice())
      held += bytes.length
      if (held >= PIECE_BYTES) await pass()
    },
    keep: async (about, dayOf) => {
      await pass()
      const copy: RescueCopy = { ...about, id, bytes: size }
      await db.copies.add(copy)
      await db.kept.delete('failure')
      await dropOld(dayOf, db)
      return copy
    },
    abandon,
  }
}

/** Copies past their time, and pieces a thread that was ended has left. */
async function dropOld(dayOf: (at: number) => string, db: RescueDatabase): Promise<void> {
  await db.copies.bulkDelete([...copiesToDrop(await db.copies.toArray(), dayOf)])
  const named = new Set((await db.copies.toCollection().primaryKeys()) as string[])
  const keys = (await db.pieces.toCollection().primaryKeys()) as unknown as readonly (readonly [string, number])[]
  await db.pieces.bulkDelete(keys.filter(([copy]) => !named.has(copy)) as never)
}

/** The file a copy is. */
export async function fileOfCopy({ id }: Pick<RescueCopy, 'id'>, db: RescueDatabase = rescueDatabase): Promise<Blob> {
  const pieces = await db.pieces.where(':id').between([id, 0], [id, Infinity]).toArray()
  return new Blob(
    pieces.map(({ bytes }) => bytes),
    { type: 'application/zip' },
  )
}

export async function dropCopy(id: string, db: RescueDatabase = rescueDatabase): Promise<void> {
  await db.transaction('rw', db.copies, db.pieces, async () => {
    await db.copies.delete(id)
    await db.pieces.where(':id').between([id, 0], [id, Infinity]).delete()
  })
}

export const noteRescueFailure = async (
  failure: { readonly reason: RescueReason; readonly why: string },
  db: RescueDatabase = rescueDatabase,
): Promise<void> => {
  await db.kept.put({ key: 'failure', failure: { ...failure, at: Date.now() } })
}

/** Why the last copy could not be made; null when it could. */
export const rescueFailure = async (db: RescueDatabase = rescueDatabase): Promise<RescueFailure | null> =>
  (await db.kept.get('failure'))?.failure ?? null

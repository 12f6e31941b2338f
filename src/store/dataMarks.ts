/**
 * How much this device is known to hold, in two places outside the database: the browser's small store and the rescue database. Where
 * both say more than is there, the browser has thrown data away.
 */
import { lossOf, type DataLoss, type DataMark } from '../domain/dataLoss'
import { database, type FracasDatabase } from './database'
import { newId } from './newId'
import { rescueDatabase, type NotedLoss, type RescueDatabase } from './rescueDatabase'

const NAME = 'bihuan-fracas.held'

const marked = async (db: FracasDatabase): Promise<DataMark> => ({
  at: Date.now(),
  entries: await db.changes.count(),
  failures: await db.recordsOf('failures').count(),
})

function markIn(text: string | null): DataMark | null {
  try {
    const read = JSON.parse(text ?? 'null') as Partial<DataMark> | null
    const { at, entries, failures } = read ?? {}
    return typeof at === 'number' && typeof entries === 'number' && typeof failures === 'number'
      ? { at, entries, failures }
      : null
  } catch {
    return null
  }
}

function smallStore(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    // Where site data is blocked even the question is refused.
    return null
  }
}

async function write(mark: DataMark, rescue: RescueDatabase): Promise<void> {
  try {
    smallStore()?.setItem(NAME, JSON.stringify(mark))
  } catch {
    // It is full; the other place still knows.
  }
  await rescue.kept.put({ key: 'mark', mark }).catch(() => undefined)
}

/** What is missing; null when nothing is, and then what is here is remembered. */
export async function lookForLoss(
  db: FracasDatabase = database,
  rescue: RescueDatabase = rescueDatabase,
): Promise<DataLoss | null> {
  const kept = (await rescue.kept.get('mark').catch(() => undefined))?.mark ?? null
  const marks = [markIn(smallStore()?.getItem(NAME) ?? null), kept]
  const has = await marked(db)
  const loss = lossOf(has, marks)
  if (loss === null && has.entries > 0) await write(has, rescue)
  return loss
}

/** Goes on with what is here, and keeps why: the device is not asked again. */
export async function acceptLoss(
  loss: DataLoss,
  reason: string,
  db: FracasDatabase = database,
  rescue: RescueDatabase = rescueDatabase,
): Promise<void> {
  await rescue.losses.add({ ...loss, id: newId(), at: Date.now(), reason })
  await write(await marked(db), rescue)
}

/** The latest first. */
export const notedLosses = async (rescue: RescueDatabase = rescueDatabase): Promise<readonly NotedLoss[]> =>
  (await rescue.losses.toArray()).sort((a, b) => b.at - a.at)

/** The end of the log as it stands: whoever writes it down can tell later whether it still says what it said then. */
import { deviceCode } from '../domain/deviceId'
import type { LogHead } from '../domain/logChain'
import { database, type FracasDatabase } from './database'
import { presentDevice } from './device'

export async function logHead(db: FracasDatabase = database): Promise<LogHead> {
  const { id } = await db.transaction('rw', db.device, () => presentDevice(db))
  const last = await db.changes.orderBy('seq').last()
  return { deviceCode: deviceCode(id), entries: await db.changes.count(), hash: last?.hash ?? '' }
}

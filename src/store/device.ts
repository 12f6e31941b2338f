/** Which device this is. The id is given when the device first writes something; a restored backup is a new device. */
import { database, type DeviceState, type FracasDatabase } from './database'
import { newDeviceId } from './newDeviceId'

/** This device, made now when it has none yet; must run inside the command's transaction. */
export async function presentDevice(db: Pick<FracasDatabase, 'device'>): Promise<DeviceState> {
  const known = await db.device.get('device')
  if (known !== undefined) return known
  const device: DeviceState = { key: 'device', id: newDeviceId(), changeCount: 0, failureCount: 0 }
  await db.device.put(device)
  return device
}

/** This device, made now when it has none yet. */
export const ownDevice = (db: FracasDatabase = database): Promise<DeviceState> =>
  db.transaction('rw', db.device, () => presentDevice(db))

/** The keys packages are signed with: this device's own, and those of other devices that a person has accepted. */
import type { Person } from '../domain/person'
import { database, type DeviceKey, type FracasDatabase } from './database'
import { presentDevice } from './device'

export type KeyState =
  /** It is this device's own. */
  | 'own'
  | 'accepted'
  /** The device has not been met before. */
  | 'new'
  /** The device has been met with another key: its data was restored elsewhere, or somebody pretends to be it. */
  | 'other'
  | 'revoked'

const isSameKey = (a: JsonWebKey, b: JsonWebKey): boolean => a.x === b.x && a.y === b.y && a.crv === b.crv

/** The pair of this device, made when it is first asked for; null where the browser cannot make or keep one. */
export async function ownKeyPair(
  make: () => Promise<CryptoKeyPair>,
  db: FracasDatabase = database,
): Promise<CryptoKeyPair | null> {
  const device = await db.transaction('rw', db.device, () => presentDevice(db))
  const known = await db.deviceKeys.get(device.id)
  if (known?.pair !== undefined) return known.pair
  try {
    const pair = await make()
    const publicKey = await crypto.subtle.exportKey('jwk', pair.publicKey)
    await db.deviceKeys.add({ device: device.id, publicKey, pair })
    return pair
  } catch {
    // Another tab was quicker, or keys cannot be kept here.
    return (await db.deviceKeys.get(device.id))?.pair ?? null
  }
}

export async function keyState(
  device: string,
  publicKey: JsonWebKey,
  db: FracasDatabase = database,
): Promise<KeyState> {
  const known = await db.deviceKeys.get(device)
  if (known === undefined) return 'new'
  if (!isSameKey(known.publicKey, publicKey)) return 'other'
  if (known.pair !== undefined) return 'own'
  return known.revokedAt === undefined ? 'accepted' : 'revoked'
}

/** Whether a key of this device has been kept. */
export const hasSigned = async (device: string, db: FracasDatabase = database): Promise<boolean> =>
  (await db.deviceKeys.get(device)) !== undefined

/** Keeps a key a person has compared; a key that was revoked is accepted anew. */
export async function acceptKey(
  device: string,
  publicKey: JsonWebKey,
  person: Person,
  db: FracasDatabase = database,
): Promise<void> {
  const { kty, crv, x, y } = publicKey
  await db.deviceKeys.put({
    device,
    publicKey: { kty, crv, x, y } as JsonWebKey,
    acceptedAt: Date.now(),
    acceptedBy: person.name,
  })
}

export async function revokeKey(device: string, db: FracasDatabase = database): Promise<void> {
  await db.deviceKeys.update(device, { revokedAt: Date.now() })
}

/** Keys of other devices, the latest accepted first. */
export const acceptedKeys = async (db: FracasDatabase = database): Promise<readonly DeviceKey[]> =>
  (await db.deviceKeys.toArray())
    .filter(({ pair }) => pair === undefined)
    .sort((a, b) => (b.acceptedAt ?? 0) - (a.acceptedAt ?? 0))

/** The key of this device; null before its first package. */
export async function ownKey(db: FracasDatabase = database): Promise<DeviceKey | null> {
  const device = await db.device.get('device')
  return device === undefined ? null : ((await db.deviceKeys.get(device.id)) ?? null)
}

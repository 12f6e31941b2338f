/** The devices people use: each is known by its id and its key, and can be given up when it is lost. */
import type { DeviceLine, DeviceRegistration, RegisteredDevice } from '../../domain/team/protocol'
import type { Queryable } from '../database/pool'
import { ProblemError } from '../problemError'
import * as sql from './accountStatements'
import type { Principal } from './principal'

export interface OwnedDevice extends DeviceLine {
  /** Id of the account that uses it. */
  readonly account: string
}

/**
 * From now on the session speaks for this device. Throws `other-key` for a copy of a device, and `device-revoked` or `wipe` for one
 * that was given up: signing in again does not bring it back.
 */
export async function registerDevice(
  db: Queryable,
  principal: Principal,
  { id, publicKey, label, joinedAt }: DeviceRegistration,
): Promise<RegisteredDevice> {
  const key = JSON.stringify(publicKey)
  const { rows } = await db.query<RegisteredDevice>(sql.REGISTER_DEVICE, [
    id,
    principal.account.id,
    key,
    label,
    joinedAt,
  ])
  // The session is told from now on what becomes of the device, also where that is why it is refused.
  const registered = rows[0]
  if (registered === undefined) {
    const known = (await db.query<OwnedDevice & { isSameKey: boolean }>(sql.DEVICE_BY_ID, [id, key])).rows[0]
    if (known?.isSameKey !== true) throw new ProblemError('other-key')
    throw new ProblemError(known.isWiped ? 'wipe' : 'device-revoked')
  }
  await db.query(sql.BIND_SESSION, [principal.sessionId, id])
  return registered
}

/** Those of an account, or all. */
export async function devicesOf(db: Queryable, accountId: string | null): Promise<readonly OwnedDevice[]> {
  return (await db.query<OwnedDevice>(sql.DEVICES_OF, [accountId])).rows
}

/** Gives a device up: nothing is taken from it any more. With `isWiped` it is told to delete what it holds when it comes next. */
export async function giveUpDevice(db: Queryable, device: string, isWiped: boolean): Promise<void> {
  if ((await db.query(sql.REVOKE_DEVICE, [device, isWiped])).rowCount !== 1) throw new ProblemError('not-found')
}

/** A device becomes one of a company, and stops being one. */
import type { Session } from '../domain/team/protocol'
import { database, type FracasDatabase } from '../store/database'
import { presentDevice } from '../store/device'
import { ownKeyPair } from '../store/deviceKeys'
import { keepTeam, noteTeam, teamState, type TeamState } from '../store/teamState'
import type { TeamServer } from './teamServer'

export interface OwnDevice {
  /** What people call it: kind of machine and browser. */
  readonly label: string
  readonly makeKeyPair: () => Promise<CryptoKeyPair>
}

/** The browser cannot make or keep a key: private windows of some, and pages that did not come over https. */
export class NoKey extends Error {
  override name = 'NoKey'
}

/**
 * Makes this device known to the server, so that what it sends and fetches is taken as its own.
 * @returns the id, and up to which of its changes the server has decided
 * @throws NoKey
 */
export async function registerHere(
  server: TeamServer,
  { label, makeKeyPair }: OwnDevice,
  joinedAt: number | null,
  db: FracasDatabase = database,
): Promise<Pick<TeamState, 'device' | 'decided' | 'joinedAt'>> {
  const device = await db.transaction('rw', db.device, () => presentDevice(db))
  const pair = await ownKeyPair(makeKeyPair, db)
  if (pair === null) throw new NoKey('the browser keeps no key')
  const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const since = joinedAt ?? device.changeCount
  const { decided } = await server.register({ id: device.id, publicKey: { kty, crv, x, y }, label, joinedAt: since })
  return { device: device.id, decided, joinedAt: since }
}

/** Whoever has just signed in goes on with this device. An account that comes back keeps what is known of the device. */
export async function joinTeam(
  server: TeamServer,
  session: Session,
  own: OwnDevice,
  db: FracasDatabase = database,
): Promise<TeamState> {
  const before = await teamState(db)
  const known = before !== null && before.team.id === session.team.id ? before : null
  const here = await registerHere(server, own, known?.joinedAt ?? null, db)
  const [first] = session.account.roles
  const role = known !== null && session.account.roles.includes(known.role) ? known.role : first
  if (role === undefined) throw new RangeError('an account has a role')
  const joined: TeamState = {
    key: 'team',
    ...session,
    role,
    ...here,
    cursor: known?.cursor ?? 0,
    head: known?.head ?? 0,
    lastContact: Date.now(),
    halt: null,
  }
  await keepTeam(joined, db)
  return joined
}

/** Registers anew where this store has become another device, or the server does not know it any more. */
export async function registerAgain(
  server: TeamServer,
  own: OwnDevice,
  team: TeamState,
  db: FracasDatabase,
): Promise<void> {
  const device = await db.device.get('device')
  const isSame = device?.id === team.device
  await noteTeam(
    { ...(await registerHere(server, own, isSame ? team.joinedAt : null, db)), lastContact: Date.now() },
    db,
  )
}

/** The data stay here, readable and workable as on a device without a server. */
export const leaveTeam = async (db: FracasDatabase = database): Promise<void> => {
  await db.team.clear()
}

/** What a device knows of the company it is in: kept on this device alone, in no package and no backup. */
import type { Account, ProblemCode, RefusedChange, Session } from '../domain/team/protocol'
import type { Role } from '../domain/workflow/roles'
import { database, type FracasDatabase } from './database'

/** What keeps a device from exchanging anything until somebody does something. */
export const TEAM_HALTS = [
  'signed-out',
  'other-key',
  'device-revoked',
  'same-number',
  'wipe',
  'malformed',
  'too-large',
  'not-allowed',
] as const satisfies readonly ProblemCode[]
export type TeamHalt = (typeof TEAM_HALTS)[number]

export interface TeamState {
  readonly key: 'team'
  readonly team: Session['team']
  readonly account: Account
  /** The one of the account's roles the person works in. */
  readonly role: Role
  readonly server: Session['server']
  readonly leaseDays: number
  /** The id this device is registered under; another one has to be registered first. */
  readonly device: string
  /** Changes up to this number were made before it joined. */
  readonly joinedAt: number
  /** The server has decided about every change of this device up to this one. */
  readonly decided: number
  /** What the company has done up to this place is here. */
  readonly cursor: number
  /** The latest change of the company, as far as is known here. */
  readonly head: number
  /** When the server last answered, in milliseconds since 1970. */
  readonly lastContact: number
  readonly halt: TeamHalt | null
  /** The first change that waits was made by a newer program than the server runs. */
  readonly isServerOlder?: boolean
}

/** A change of this device the server did not take. The log keeps it; the records do not say it. */
export interface RefusedHere extends RefusedChange {
  readonly device: string
  /** When the answer came, in milliseconds since 1970. */
  readonly at: number
  /** `table:id` of the first record it touched; absent where it touched none that is known. */
  readonly record?: string
  readonly state: 'open' | 'dropped'
  /** Why it was dropped. */
  readonly why?: string
  readonly droppedAt?: number
}

/** Null on a device without a company. */
export const teamState = async (db: FracasDatabase = database): Promise<TeamState | null> =>
  (await db.team.get('team')) ?? null

export const keepTeam = async (team: TeamState, db: FracasDatabase = database): Promise<void> => {
  await db.team.put(team)
}

/** Notes what has become known of the company; nothing where the device has left it meanwhile. */
export const noteTeam = async (
  known: Partial<Omit<TeamState, 'key'>>,
  db: FracasDatabase = database,
): Promise<void> => {
  await db.team
    .where('key')
    .equals('team')
    .modify((team, stored) => {
      stored.value = { ...team, ...known }
    })
}

/** The latest first. */
export const refusedHere = async (db: FracasDatabase = database): Promise<readonly RefusedHere[]> =>
  (await db.refusedChanges.toArray()).sort((a, b) => b.at - a.at || b.number - a.number)

/** Nobody tries this one again. */
export async function dropRefused(
  { device, number }: Pick<RefusedHere, 'device' | 'number'>,
  why: string,
  db: FracasDatabase = database,
): Promise<void> {
  await db.refusedChanges.update([device, number], { state: 'dropped', why: why.trim(), droppedAt: Date.now() })
}

/**
 * What a device and the company's server say to each other: the messages of the interface under `/api`. Both sides are written
 * against these shapes, and neither believes that the other keeps to them: what arrives is checked before it is used.
 *
 * Every answer that is not a success is a `Problem`. Every request that changes something bears the header `x-fracas: 1`, which a
 * page of another site cannot send, and comes from the address of the server itself.
 */
import type { RefusalReason } from '../commandTrouble'
import type { ImportedRows } from '../importBatch'
import type { LoggedChange } from '../loggedChange'
import type { PersonReach } from '../person'
import type { Json } from '../records/field'
import type { TableName } from '../records/tables'
import type { Refusal } from '../workflow/decide'
import type { Missing } from '../workflow/missing'
import type { Role } from '../workflow/roles'

export const PROTOCOL = 1

/** A request that changes something and does not bear it is refused. */
export const OWN_REQUEST = 'x-fracas'

/** Of a push: entries at once and bytes of its body. One change may be larger than the first, never than the second. */
export const MOST_ENTRIES = 500
export const MOST_BYTES = 64 * 2 ** 20

export interface Account {
  readonly id: string
  /** Unique among the accounts of a company; it is the actor of what the person does. */
  readonly name: string
  /** In one of them at a time; never empty. */
  readonly roles: readonly Role[]
  readonly reach: PersonReach
  readonly isActive: boolean
}

/** `GET /api/me`, `POST /api/session`, `POST /api/invitations/:token`: who this is, and whose server. */
export interface Session {
  readonly account: Account
  readonly team: { readonly id: string; readonly name: string }
  /** Of the program the server runs, and of the data it understands. */
  readonly server: { readonly build: string; readonly schema: number; readonly protocol: number }
  /** After so many days without the server a device only reads. */
  readonly leaseDays: number
}

/** `POST /api/session` */
export interface SigningIn {
  readonly name: string
  readonly password: string
}

/** An elliptic key as a JSON Web Key; nothing secret is in it. */
export interface PublicKey {
  readonly kty: string
  readonly crv: string
  readonly x: string
  readonly y: string
}

/** `POST /api/devices`: a device is known by its id and its key before it may send anything. */
export interface DeviceRegistration {
  readonly id: string
  readonly publicKey: PublicKey
  /** What people call it: kind of machine and browser. */
  readonly label: string
  /** Changes up to this number were made before it joined. */
  readonly joinedAt: number
}

export interface RegisteredDevice {
  readonly id: string
  /** The server has decided about every change up to this one. */
  readonly decided: number
}

/** `POST /api/changes`: whole changes in the order of their numbers, of one device. */
export interface Push {
  readonly device: string
  /** As the log has them, without place and chain of this device; all entries of one change are in one push. */
  readonly changes: readonly LoggedChange[]
  /** Source rows of the imports among them. */
  readonly rows: readonly ImportedRows[]
}

export interface PushAnswer {
  /** The server has decided about every change of this device up to this one. */
  readonly decided: number
  /** Of those that were sent. */
  readonly refused: readonly RefusedChange[]
  /** Where the first change that was not decided has to wait: it was made by a newer program than the server runs. */
  readonly waits?: 'server-older'
  /** The latest change of the company. */
  readonly head: number
}

/** A change the server did not take. It was not passed on to anybody. */
export interface RefusedChange {
  readonly id: string
  readonly number: number
  readonly command: string
  readonly reasons: readonly TeamRefusal[]
  /** Names of accounts that may do it. */
  readonly mayInstead: readonly string[]
}

export type TeamRefusal =
  | RefusalReason
  /** Somebody has taken the record on from where this step stood. */
  | {
      readonly code: 'step-taken'
      readonly table: TableName
      readonly record: string
      readonly field: string
      /** What stands there now. */
      readonly value: Json
      readonly by: string
      /** Milliseconds since 1970. */
      readonly at: number
    }
  /** It builds on another change of this device that was refused. */
  | { readonly code: 'builds-on'; readonly number: number }
  /** The workflow does not let the record take this step now. */
  | { readonly code: 'not-open'; readonly refusals: readonly Refusal[]; readonly missing: readonly Missing[] }
  /** Its command does not write this. */
  | { readonly code: 'beyond-command'; readonly table: TableName; readonly fields: readonly string[] }
  | { readonly code: TeamRule }

export const TEAM_RULES = [
  /** It is signed with another name than the account's. */
  'other-actor',
  /** The account does not have this role. */
  'other-role',
  /** No command of this name is known. */
  'unknown-command',
  /** A record or field is not as it may be. */
  'not-a-record',
] as const
export type TeamRule = (typeof TEAM_RULES)[number]

/** `GET /api/changes?after=SEQ&device=ID&wait=SECONDS`: what the company has done since, oldest first. */
export interface Pull {
  readonly arrivals: readonly Arrival[]
  /** The latest change of the company; there is more to fetch while the last arrival is not it. */
  readonly head: number
  /** Up to where this answer reaches, also where nothing of it was for this device. */
  readonly upTo: number
}

export interface Arrival {
  readonly seq: number
  /** All entries of one change. */
  readonly entries: readonly LoggedChange[]
  readonly rows?: readonly ImportedRows[]
}

/** `GET /api/accounts`, for those who keep the system: everybody, with the devices they use. */
export interface AccountLine extends Account {
  /** Milliseconds since 1970; null where nobody has signed in yet. */
  readonly lastSeen: number | null
  readonly hasPassword: boolean
  readonly devices: readonly DeviceLine[]
}

export interface DeviceLine {
  readonly id: string
  readonly label: string
  readonly lastSeen: number
  readonly decided: number
  /** Changes that were refused and that nobody has dealt with. */
  readonly refused: number
  readonly revokedAt: number | null
  /** It is told to delete what it holds when it comes next. */
  readonly isWiped: boolean
}

/** `POST /api/accounts` answers with an `Invitation`; `PATCH /api/accounts/:id` with the `AccountLine`. */
export interface AccountWish {
  readonly name: string
  readonly roles: readonly Role[]
  readonly reach: PersonReach
  readonly isActive: boolean
}

/** A link that makes an account's password, once. `POST /api/accounts/:id/invitation` makes a new one. */
export interface Invitation {
  readonly account: Account
  /** Path with the secret in it, for the address the server is reached by. */
  readonly path: string
  readonly expiresAt: number
}

/** `GET /api/invitations/:token` */
export interface InvitedAs {
  readonly name: string
  readonly team: string
}

/** `POST /api/invitations/:token` answers with a `Session` and signs in. */
export interface AcceptingInvitation {
  readonly password: string
}

/** What went wrong, in a form both sides can put into a sentence. */
export interface Problem {
  readonly code: ProblemCode
  /** For `gap`: the numbers the server asks for first. */
  readonly from?: number
  readonly to?: number
  /** For `slow-down`: seconds until it is worth trying again. */
  readonly after?: number
}

export const PROBLEM_CODES = [
  /** Nobody is signed in, or not any more. */
  'signed-out',
  'wrong-password',
  'slow-down',
  'no-such-invitation',
  'password-too-weak',
  'name-taken',
  /** The account may not do this. */
  'not-allowed',
  'unknown-device',
  /** The device is known with another key: it is a copy of another one. */
  'other-key',
  'device-revoked',
  /** The device was lost: what it holds is to be deleted. */
  'wipe',
  /** Numbers between what the server has and what was sent are missing. */
  'gap',
  /** A different change of this number is there already. */
  'same-number',
  'malformed',
  'too-large',
  'not-found',
  /** The server works, its database does not. */
  'unavailable',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

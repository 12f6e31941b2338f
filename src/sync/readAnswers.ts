/** What a server answers, believed only as far as it is what the interface says. */
import { isOneOf } from '../domain/closedSet'
import { entryProblem } from '../domain/entryProblem'
import type { ImportedRows } from '../domain/importBatch'
import type { LoggedChange } from '../domain/loggedChange'
import type { PersonReach } from '../domain/person'
import { isPlainObject } from '../domain/plainObject'
import { isCount } from '../domain/recordVersions'
import type {
  Account,
  AccountLine,
  Arrival,
  DeviceLine,
  Invitation,
  InvitedAs,
  Pull,
  PushAnswer,
  RefusedChange,
  RegisteredDevice,
  Session,
  TeamRefusal,
} from '../domain/team/protocol'
import { ROLES } from '../domain/workflow/roles'

/** The server says something this program does not understand. */
export class StrangeAnswer extends Error {
  override name = 'StrangeAnswer'

  constructor(readonly field: string) {
    super(`the server's answer is not understood: ${field}`)
  }
}

type Fields = Readonly<Record<string, unknown>>

function fieldsOf(value: unknown, name: string): Fields {
  if (!isPlainObject(value)) throw new StrangeAnswer(name)
  return value
}

function text(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string') throw new StrangeAnswer(name)
  return value
}

function count(fields: Fields, name: string): number {
  const value = fields[name]
  if (!isCount(value)) throw new StrangeAnswer(name)
  return value as number
}

/** Milliseconds since 1970, or nothing. */
function moment(fields: Fields, name: string): number | null {
  const value = fields[name] ?? null
  if (value !== null && !Number.isFinite(value)) throw new StrangeAnswer(name)
  return value as number | null
}

function flag(fields: Fields, name: string): boolean {
  const value = fields[name]
  if (typeof value !== 'boolean') throw new StrangeAnswer(name)
  return value
}

function list<T>(value: unknown, name: string, read: (one: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw new StrangeAnswer(name)
  return value.map(read)
}

const aText = (value: unknown): string => text({ value }, 'value')

function reachOf(value: unknown): PersonReach {
  if (value === 'all') return value
  const { stations, departments } = fieldsOf(value, 'reach')
  return { stations: list(stations, 'stations', aText), departments: list(departments, 'departments', aText) }
}

function readAccount(answer: unknown): Account {
  const account = fieldsOf(answer, 'account')
  const roles = list(account['roles'], 'roles', (role) => {
    if (!isOneOf(ROLES, role)) throw new StrangeAnswer('roles')
    return role
  })
  if (roles.length === 0) throw new StrangeAnswer('roles')
  return {
    id: text(account, 'id'),
    name: text(account, 'name'),
    roles,
    reach: reachOf(account['reach']),
    isActive: flag(account, 'isActive'),
  }
}

export function readSession(answer: unknown): Session {
  const session = fieldsOf(answer, 'session')
  const [team, server] = [fieldsOf(session['team'], 'team'), fieldsOf(session['server'], 'server')]
  return {
    account: readAccount(session['account']),
    team: { id: text(team, 'id'), name: text(team, 'name') },
    server: { build: text(server, 'build'), schema: count(server, 'schema'), protocol: count(server, 'protocol') },
    leaseDays: count(session, 'leaseDays'),
  }
}

export function readInvited(answer: unknown): InvitedAs {
  const invited = fieldsOf(answer, 'invitation')
  return { name: text(invited, 'name'), team: text(invited, 'team') }
}

export function readRegistered(answer: unknown): RegisteredDevice {
  const device = fieldsOf(answer, 'device')
  return { id: text(device, 'id'), decided: count(device, 'decided') }
}

export function readPushAnswer(answer: unknown): PushAnswer {
  const push = fieldsOf(answer, 'answer')
  return {
    decided: count(push, 'decided'),
    refused: list(push['refused'], 'refused', readRefused),
    ...(push['waits'] === 'server-older' ? { waits: 'server-older' as const } : {}),
    head: count(push, 'head'),
  }
}

function readRefused(one: unknown): RefusedChange {
  const refused = fieldsOf(one, 'refused')
  return {
    id: text(refused, 'id'),
    number: count(refused, 'number'),
    command: text(refused, 'command'),
    reasons: list(refused['reasons'], 'reasons', (reason) => {
      text(fieldsOf(reason, 'reasons'), 'code')
      return reason as TeamRefusal
    }),
    mayInstead: list(refused['mayInstead'], 'mayInstead', aText),
  }
}

export function readPull(answer: unknown): Pull {
  const pull = fieldsOf(answer, 'pull')
  return {
    arrivals: list(pull['arrivals'], 'arrivals', readArrival),
    head: count(pull, 'head'),
    upTo: count(pull, 'upTo'),
  }
}

function readArrival(one: unknown): Arrival {
  const arrival = fieldsOf(one, 'arrival')
  const read =
    <T>(kind: 'changes' | 'rows') =>
    (entry: unknown): T => {
      const problem = entryProblem(kind, entry)
      if (problem !== null) throw new StrangeAnswer(`${kind}.${problem}`)
      return entry as T
    }
  const { rows } = arrival
  return {
    seq: count(arrival, 'seq'),
    entries: list(arrival['entries'], 'entries', read<LoggedChange>('changes')),
    ...(rows === undefined ? {} : { rows: list(rows, 'rows', read<ImportedRows>('rows')) }),
  }
}

export function readDevices(answer: unknown): readonly DeviceLine[] {
  return list(answer, 'devices', (one) => {
    const device = fieldsOf(one, 'device')
    return {
      id: text(device, 'id'),
      label: text(device, 'label'),
      lastSeen: moment(device, 'lastSeen') ?? 0,
      decided: count(device, 'decided'),
      refused: count(device, 'refused'),
      revokedAt: moment(device, 'revokedAt'),
      isWiped: flag(device, 'isWiped'),
    }
  })
}

export function readAccountLine(answer: unknown): AccountLine {
  const line = fieldsOf(answer, 'account')
  return {
    ...readAccount(line),
    lastSeen: moment(line, 'lastSeen'),
    hasPassword: flag(line, 'hasPassword'),
    devices: readDevices(line['devices']),
  }
}

export const readAccounts = (answer: unknown): readonly AccountLine[] => list(answer, 'accounts', readAccountLine)

export function readInvitation(answer: unknown): Invitation {
  const invitation = fieldsOf(answer, 'invitation')
  const path = text(invitation, 'path')
  // It is put after the address of this server, and must not lead elsewhere.
  if (!/^\/(?!\/)/u.test(path)) throw new StrangeAnswer('path')
  return { account: readAccount(invitation['account']), path, expiresAt: moment(invitation, 'expiresAt') ?? 0 }
}

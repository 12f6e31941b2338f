/**
 * The company's server as a device asks it. What is sent goes to the address the page came from; what is answered is checked before
 * anybody uses it, and every way of failing is one of two: nobody answered, or the server said what is wrong.
 */
import { isOneOf } from '../domain/closedSet'
import { isPlainObject } from '../domain/plainObject'
import {
  OWN_REQUEST,
  PROBLEM_CODES,
  type AccountLine,
  type AccountWish,
  type DeviceLine,
  type DeviceRegistration,
  type Invitation,
  type InvitedAs,
  type Problem,
  type Pull,
  type Push,
  type PushAnswer,
  type RegisteredDevice,
  type Session,
} from '../domain/team/protocol'
import {
  readAccountLine,
  readAccounts,
  readDevices,
  readInvitation,
  readInvited,
  readPull,
  readPushAnswer,
  readRegistered,
  readSession,
} from './readAnswers'

export type Fetch = (path: string, init: RequestInit) => Promise<Response>

/** Nobody answered, or not to the end: worth trying again later. */
export class ServerAway extends Error {
  override name = 'ServerAway'
}

/** There is no team server at this address, only the pages of the program. */
export class NoServer extends Error {
  override name = 'NoServer'
}

export class ServerRefused extends Error {
  override name = 'ServerRefused'

  constructor(readonly problem: Problem) {
    super(JSON.stringify(problem))
  }
}

export interface TeamServer {
  readonly me: () => Promise<Session>
  readonly signIn: (name: string, password: string) => Promise<Session>
  readonly signOut: () => Promise<void>
  readonly invited: (token: string) => Promise<InvitedAs>
  readonly acceptInvitation: (token: string, password: string) => Promise<Session>
  readonly register: (device: DeviceRegistration) => Promise<RegisteredDevice>
  readonly devices: () => Promise<readonly DeviceLine[]>
  readonly revokeDevice: (id: string) => Promise<void>
  readonly wipeDevice: (id: string) => Promise<void>
  readonly push: (push: Push) => Promise<PushAnswer>
  readonly pull: (after: number, device: string, wait: number, signal?: AbortSignal) => Promise<Pull>
  readonly hasFile: (sha256: string) => Promise<boolean>
  readonly sendFile: (sha256: string, bytes: ArrayBuffer) => Promise<void>
  /** Null where the server does not have it either. */
  readonly file: (sha256: string) => Promise<ArrayBuffer | null>
  readonly accounts: () => Promise<readonly AccountLine[]>
  readonly addAccount: (wish: AccountWish) => Promise<Invitation>
  readonly changeAccount: (id: string, wish: AccountWish) => Promise<AccountLine>
  readonly inviteAgain: (id: string) => Promise<Invitation>
}

const GIVE_UP_MS = 60_000
/** A file of 64 MB over a slow line. */
const GIVE_UP_FILE_MS = 600_000

export function teamServer(fetch: Fetch): TeamServer {
  const ask = async (method: string, path: string, body?: BodyInit, more: Asking = {}): Promise<Response> => {
    const { giveUpMs = GIVE_UP_MS, signal, type = 'application/json' } = more
    const limit = AbortSignal.timeout(giveUpMs)
    let response: Response
    try {
      response = await fetch(path, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        headers: {
          accept: 'application/json',
          ...(method === 'GET' || method === 'HEAD' ? {} : { [OWN_REQUEST]: '1' }),
          ...(body === undefined ? {} : { 'content-type': type }),
        },
        ...(body === undefined ? {} : { body }),
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      })
    } catch (error) {
      throw new ServerAway(reasonOf(error))
    }
    return response
  }
  const answered = async <T>(response: Response, read: (answer: unknown) => T): Promise<T> => {
    const answer = await bodyOf(response)
    if (!response.ok) throw problemOf(response.status, answer)
    return read(answer)
  }
  const get = async <T>(path: string, read: (answer: unknown) => T, more?: Asking): Promise<T> =>
    answered(await ask('GET', path, undefined, more), read)
  const send = async <T>(method: string, path: string, body: unknown, read: (answer: unknown) => T): Promise<T> =>
    answered(await ask(method, path, body === undefined ? undefined : JSON.stringify(body)), read)
  const nothing = (): void => undefined
  return {
    me: () => get('/api/me', readSession),
    signIn: (name, password) => send('POST', '/api/session', { name, password }, readSession),
    signOut: () => send('DELETE', '/api/session', undefined, nothing),
    invited: (token) => get(`/api/invitations/${encodeURIComponent(token)}`, readInvited),
    acceptInvitation: (token, password) =>
      send('POST', `/api/invitations/${encodeURIComponent(token)}`, { password }, readSession),
    register: (device) => send('POST', '/api/devices', device, readRegistered),
    devices: () => get('/api/devices', readDevices),
    revokeDevice: (id) => send('DELETE', `/api/devices/${encodeURIComponent(id)}`, undefined, nothing),
    wipeDevice: (id) => send('POST', `/api/devices/${encodeURIComponent(id)}/wipe`, undefined, nothing),
    push: (push) => send('POST', '/api/changes', push, readPushAnswer),
    pull: (after, device, wait, signal) =>
      get(
        `/api/changes?${new URLSearchParams({ after: String(after), device, wait: String(wait) })}`,
        readPull,
        signal === undefined ? {} : { signal },
      ),
    hasFile: async (sha256) => (await ask('HEAD', `/api/files/${sha256}`)).ok,
    sendFile: async (sha256, bytes) => {
      const more = { giveUpMs: GIVE_UP_FILE_MS, type: 'application/octet-stream' }
      await answered(await ask('PUT', `/api/files/${sha256}`, bytes, more), nothing)
    },
    file: async (sha256) => {
      const response = await ask('GET', `/api/files/${sha256}`, undefined, { giveUpMs: GIVE_UP_FILE_MS })
      if (response.status === 404) return null
      if (!response.ok) throw problemOf(response.status, await bodyOf(response))
      try {
        return await response.arrayBuffer()
      } catch (error) {
        throw new ServerAway(reasonOf(error))
      }
    },
    accounts: () => get('/api/accounts', readAccounts),
    addAccount: (wish) => send('POST', '/api/accounts', wish, readInvitation),
    changeAccount: (id, wish) => send('PATCH', `/api/accounts/${encodeURIComponent(id)}`, wish, readAccountLine),
    inviteAgain: (id) => send('POST', `/api/accounts/${encodeURIComponent(id)}/invitation`, undefined, readInvitation),
  }
}

interface Asking {
  readonly signal?: AbortSignal
  readonly giveUpMs?: number
  /** Of the body. */
  readonly type?: string
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Undefined where the answer is not one of the interface. */
async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  let text: string
  try {
    text = await response.text()
  } catch (error) {
    throw new ServerAway(reasonOf(error))
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    if (response.status === 404 || response.ok) throw new NoServer('this address serves no team')
    throw new ServerAway(`the server answered ${response.status}`)
  }
}

function problemOf(status: number, answer: unknown): Error {
  if (!isPlainObject(answer) || !isOneOf(PROBLEM_CODES, answer['code']) || status >= 500)
    return new ServerAway(`the server answered ${status}`)
  const number = (field: string): number | undefined => {
    const value = answer[field]
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  }
  const [from, to, after] = [number('from'), number('to'), number('after')]
  return new ServerRefused({
    code: answer['code'],
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(after === undefined ? {} : { after }),
  })
}

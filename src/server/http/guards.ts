/** Who may come in: asked before anything of a request's body is read. */
import type { FastifyRequest } from 'fastify'
import { OWN_REQUEST } from '../../domain/team/protocol'
import { may, type Permission } from '../../domain/workflow/roles'
import type { Principal } from '../accounts/principal'
import { principalOf } from '../accounts/sessions'
import { ProblemError } from '../problemError'
import { sessionToken } from './cookies'
import type { Services } from './services'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `signedIn`. */
    principal: Principal | null
  }
}

/** A page of another site can make a browser send a request, but not with our header, and not without naming itself. */
export async function refuseForeignPages(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site'] ?? 'same-origin'
  if (request.headers[OWN_REQUEST] !== '1' || site !== 'same-origin' || !isOwnOrigin(request))
    throw new ProblemError('not-allowed')
}

function isOwnOrigin({ headers: { origin }, host }: FastifyRequest): boolean {
  if (origin === undefined) return true
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

/** A hook for routes of people who are signed in. */
export const signedIn =
  ({ pool }: Services) =>
  async (request: FastifyRequest): Promise<void> => {
    request.principal = await principalOf(pool, sessionToken(request))
  }

export function principalIn(request: FastifyRequest): Principal {
  if (request.principal === null) throw new ProblemError('signed-out')
  return request.principal
}

/** May this person see how the system is kept, or keep it? */
export const mayAdminister = ({ account }: Principal, what: 'see' | 'change'): boolean => {
  const permissions: readonly Permission[] = what === 'see' ? ['R', 'U'] : ['U']
  return account.roles.some((role) => permissions.some((permission) => may(role, permission, 'administer')))
}

/** A hook after `signedIn`, for those who keep the system. */
export const administering =
  (what: 'see' | 'change') =>
  async (request: FastifyRequest): Promise<void> => {
    if (!mayAdminister(principalIn(request), what)) throw new ProblemError('not-allowed')
  }

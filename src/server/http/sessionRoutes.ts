/** Who am I, signing in and out, and the links that make a password. */
import type { FastifyInstance } from 'fastify'
import { SCHEMA_VERSION } from '../../domain/schemaVersion'
import {
  PROTOCOL,
  type AcceptingInvitation,
  type InvitedAs,
  type Session,
  type SigningIn,
} from '../../domain/team/protocol'
import { acceptInvitation, invited } from '../accounts/invitations'
import type { Principal } from '../accounts/principal'
import { closeSession, principalOf } from '../accounts/sessions'
import { signIn, type SignedIn } from '../accounts/signIn'
import { forgetSignedIn, keepSignedIn, placeOf, sessionToken } from './cookies'
import { principalIn, signedIn } from './guards'
import type { Services } from './services'
import { ACCEPTING_INVITATION, SIGNING_IN } from './shapes'

const LEASE_DAYS = 30

export function sessionRoutes(app: FastifyInstance, services: Services): void {
  const { pool, team, build } = services
  const sessionOf = ({ account }: Principal): Session => ({
    account,
    team,
    server: { build, schema: SCHEMA_VERSION, protocol: PROTOCOL },
    leaseDays: LEASE_DAYS,
  })
  const sessionOfToken = async ({ token }: SignedIn): Promise<Session> => sessionOf(await principalOf(pool, token))

  app.get('/api/me', { onRequest: signedIn(services) }, async (request) => sessionOf(principalIn(request)))

  app.post<{ Body: SigningIn }>('/api/session', { schema: { body: SIGNING_IN } }, async (request, reply) => {
    const opened = await signIn(pool, request.body, placeOf(request), sessionToken(request))
    keepSignedIn(request, reply, opened)
    return sessionOfToken(opened)
  })

  app.delete('/api/session', async (request, reply) => {
    const token = sessionToken(request)
    if (token !== null) await closeSession(pool, token)
    forgetSignedIn(request, reply)
    return reply.code(204).send()
  })

  app.get<{ Params: { token: string } }>('/api/invitations/:token', async ({ params }): Promise<InvitedAs> => {
    const { name } = await invited(pool, params.token)
    return { name, team: team.name }
  })

  app.post<{ Params: { token: string }; Body: AcceptingInvitation }>(
    '/api/invitations/:token',
    { schema: { body: ACCEPTING_INVITATION } },
    async (request, reply) => {
      const { params, body } = request
      const opened = await acceptInvitation(pool, params.token, body.password, placeOf(request), sessionToken(request))
      keepSignedIn(request, reply, opened)
      return sessionOfToken(opened)
    },
  )
}

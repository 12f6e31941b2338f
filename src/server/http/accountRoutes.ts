/** The people of the company, for those who keep the system. */
import type { FastifyInstance } from 'fastify'
import type { AccountWish } from '../../domain/team/protocol'
import { accountById, accountLines, changeAccount, makeAccount } from '../accounts/accounts'
import { invite } from '../accounts/invitations'
import { inTransaction } from '../database/pool'
import { administering, signedIn } from './guards'
import type { Services } from './services'
import { ACCOUNT_WISH } from './shapes'

interface OfAccount {
  readonly Params: { readonly id: string }
}

export function accountRoutes(app: FastifyInstance, services: Services): void {
  const { pool } = services
  const reads = { onRequest: [signedIn(services), administering('see')] }
  const changes = { onRequest: [signedIn(services), administering('change')] }
  const wishes = { ...changes, schema: { body: ACCOUNT_WISH } }

  app.get('/api/accounts', reads, () => accountLines(pool))

  app.post<{ Body: AccountWish }>('/api/accounts', wishes, async ({ body }, reply) => {
    reply.code(201)
    return makeAccount(pool, body)
  })

  app.patch<OfAccount & { Body: AccountWish }>('/api/accounts/:id', wishes, ({ params, body }) =>
    changeAccount(pool, params.id, body),
  )

  app.post<OfAccount>('/api/accounts/:id/invitation', changes, async ({ params }, reply) => {
    reply.code(201)
    return inTransaction(pool, async (client) => invite(client, await accountById(client, params.id)))
  })
}

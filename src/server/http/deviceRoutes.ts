/** Devices: becoming known, and giving up one that was lost. */
import type { FastifyInstance } from 'fastify'
import type { DeviceRegistration } from '../../domain/team/protocol'
import { devicesOf, giveUpDevice, registerDevice } from '../accounts/devices'
import { ProblemError } from '../problemError'
import { administering, mayAdminister, principalIn, signedIn } from './guards'
import type { Services } from './services'
import { DEVICE_REGISTRATION } from './shapes'

interface OfDevice {
  readonly Params: { readonly id: string }
}

export function deviceRoutes(app: FastifyInstance, services: Services): void {
  const { pool } = services
  const forPeople = { onRequest: signedIn(services) }
  const ownDevices = async (account: string) =>
    (await devicesOf(pool, account)).map(({ account: _of, ...device }) => device)

  app.post<{ Body: DeviceRegistration }>(
    '/api/devices',
    { ...forPeople, schema: { body: DEVICE_REGISTRATION } },
    (request) => registerDevice(pool, principalIn(request), request.body),
  )

  app.get('/api/devices', forPeople, (request) => ownDevices(principalIn(request).account.id))

  app.delete<OfDevice>('/api/devices/:id', forPeople, async (request, reply) => {
    const principal = principalIn(request)
    const isOwn = (await ownDevices(principal.account.id)).some(({ id }) => id === request.params.id)
    if (!isOwn && !mayAdminister(principal, 'change')) throw new ProblemError('not-allowed')
    await giveUpDevice(pool, request.params.id, false)
    return reply.code(204).send()
  })

  app.post<OfDevice>(
    '/api/devices/:id/wipe',
    { onRequest: [signedIn(services), administering('change')] },
    async ({ params }, reply) => {
      await giveUpDevice(pool, params.id, true)
      return reply.code(204).send()
    },
  )
}

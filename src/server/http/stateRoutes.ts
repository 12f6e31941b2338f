/** How the service is: for whoever watches machines, and for administrators. */
import type { FastifyInstance } from 'fastify'
import { devicesOf } from '../accounts/devices'
import { DATABASE_BYTES, PULLED } from '../accounts/accountStatements'
import { answers } from '../database/pool'
import { ProblemError } from '../problemError'
import { administering, signedIn } from './guards'
import type { Services } from './services'

export function stateRoutes(app: FastifyInstance, services: Services): void {
  const { pool, changes, files, team, build } = services

  app.get('/healthz', async () => {
    if (!(await answers(pool))) throw new ProblemError('unavailable')
    return { ok: true }
  })

  app.get('/status', { onRequest: [signedIn(services), administering('see')] }, async () => {
    const [head, devices, pulled, database, extent] = await Promise.all([
      changes.head(),
      devicesOf(pool, null),
      pool.query<{ id: string; pulled: number }>(PULLED),
      pool.query<{ bytes: number }>(DATABASE_BYTES),
      files.extent(),
    ])
    return {
      team: team.name,
      build,
      head,
      devices: devices.map((device) => ({
        ...device,
        /** Changes of the company it has not fetched. */
        behind: Math.max(0, head - (pulled.rows.find(({ id }) => id === device.id)?.pulled ?? 0)),
      })),
      refused: devices.reduce((sum, { refused }) => sum + refused, 0),
      databaseBytes: database.rows[0]?.bytes ?? 0,
      files: extent,
    }
  })
}

/** Changes up and down. A device speaks only for itself. */
import { createGunzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest, RequestPayload } from 'fastify'
import { MOST_BYTES, MOST_ENTRIES, type Pull, type Push } from '../../domain/team/protocol'
import { DEVICE_PULLED } from '../accounts/accountStatements'
import type { Principal } from '../accounts/principal'
import { principalOf } from '../accounts/sessions'
import { ProblemError } from '../problemError'
import { sessionToken } from './cookies'
import { principalIn, signedIn } from './guards'
import type { Services } from './services'
import { PULL_QUERY, PUSH } from './shapes'

/** Seconds an answer may be waited for; proxies give up at 30 and more. */
const LONGEST_WAIT = 25

interface PullQuery {
  readonly after: string
  readonly device: string
  readonly wait?: string
  readonly limit?: string
}

export function changeRoutes(app: FastifyInstance, services: Services): void {
  const { pool, changes, stopping } = services
  const waiting = new Set<AbortController>()
  stopping.addEventListener('abort', () => {
    for (const leaving of waiting) leaving.abort()
  })

  app.post<{ Body: Push }>(
    '/api/changes',
    { onRequest: signedIn(services), preParsing: inflated, bodyLimit: MOST_BYTES, schema: { body: PUSH } },
    (request) => {
      const principal = principalIn(request)
      refuseOtherDevice(principal, request.body.device)
      return changes.push(principal, request.body)
    },
  )

  app.get<{ Querystring: PullQuery }>(
    '/api/changes',
    { onRequest: signedIn(services), schema: { querystring: PULL_QUERY } },
    async (request, reply): Promise<Pull> => {
      const principal = principalIn(request)
      const { device, after, wait = '0', limit = String(MOST_ENTRIES) } = request.query
      refuseOtherDevice(principal, device)
      await pool.query(DEVICE_PULLED, [device, Number(after)])
      const leaving = new AbortController()
      waiting.add(leaving)
      reply.raw.once('close', () => {
        waiting.delete(leaving)
        leaving.abort()
      })
      if (stopping.aborted) leaving.abort()
      const seconds = Math.min(Number(wait), LONGEST_WAIT)
      const pull = await changes.pull(principal, {
        after: Number(after),
        device,
        wait: seconds,
        limit: Math.min(Math.max(Number(limit), 1), MOST_ENTRIES),
        signal: leaving.signal,
      })
      // Who was signed out while waiting gets nothing any more.
      if (seconds > 0) await principalOf(pool, sessionToken(request))
      return pull
    },
  )
}

function refuseOtherDevice({ device }: Principal, named: string): void {
  if (device !== named) throw new ProblemError('unknown-device')
}

/** Bodies may come packed; the limit holds for what is in them. */
function inflated(
  request: FastifyRequest,
  _reply: unknown,
  payload: RequestPayload,
  done: (error: Error | null, payload?: RequestPayload) => void,
): void {
  const encoding = request.headers['content-encoding']
  if (encoding === undefined || encoding === 'identity') return done(null, payload)
  if (encoding !== 'gzip') return done(new ProblemError('malformed'))
  const gunzip: RequestPayload & ReturnType<typeof createGunzip> = createGunzip()
  gunzip.receivedEncodedLength = 0
  payload.on('data', (chunk: Buffer) => {
    gunzip.receivedEncodedLength = (gunzip.receivedEncodedLength ?? 0) + chunk.length
  })
  payload.on('error', (error) => gunzip.destroy(error))
  payload.pipe(gunzip)
  done(null, gunzip)
}

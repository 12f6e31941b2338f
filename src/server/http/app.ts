/** The service's answers over HTTP: the interface under `/api`, and the app itself. */
import { fastify, type FastifyInstance } from 'fastify'
import { ProblemError } from '../problemError'
import { SECURITY_HEADERS } from '../pages/securityHeaders.mjs'
import { servePages } from '../pages/servePages.mjs'
import { accountRoutes } from './accountRoutes'
import { changeRoutes } from './changeRoutes'
import { deviceRoutes } from './deviceRoutes'
import { fileRoutes } from './fileRoutes'
import { refuseForeignPages } from './guards'
import { answerProblem } from './problemAnswer'
import type { Services } from './services'
import { sessionRoutes } from './sessionRoutes'
import { stateRoutes } from './stateRoutes'

const SMALL_BODY = 64 * 2 ** 10
/** Milliseconds. Idle connections outlive the pauses of devices; a slow line has time for the largest body. */
const IDLE = 65_000
const LONGEST_REQUEST = 15 * 60_000

export function makeApp(services: Services): FastifyInstance {
  const app = fastify({
    bodyLimit: SMALL_BODY,
    keepAliveTimeout: IDLE,
    requestTimeout: LONGEST_REQUEST,
    forceCloseConnections: 'idle',
    // What a proxy says of the sender is believed only where it runs on this machine.
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
    exposeHeadRoutes: false,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false } },
  })
  app.decorateRequest('principal', null)
  app.addHook('onRequest', refuseForeignPages)
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ ...SECURITY_HEADERS, 'cache-control': 'no-store' })
    // Or the connection would be kept for the next request, and the service with it.
    if (services.stopping.aborted) reply.header('connection', 'close')
  })
  app.setErrorHandler(answerProblem)
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    if (/^\/api(?:\/|$)/u.test(path)) return answerProblem(new ProblemError('not-found'), request, reply)
    reply.hijack()
    servePages(services.pages, request.raw, reply.raw)
  })
  sessionRoutes(app, services)
  accountRoutes(app, services)
  deviceRoutes(app, services)
  changeRoutes(app, services)
  stateRoutes(app, services)
  // Its bodies are bytes, whatever they say they are.
  app.register(async (scope) => fileRoutes(scope, services))
  return app
}

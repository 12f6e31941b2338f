/** How what went wrong is answered. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem, ProblemCode } from '../../domain/team/protocol'
import { ProblemError } from '../problemError'

const STATUS: Readonly<Record<ProblemCode, number>> = {
  'signed-out': 401,
  'wrong-password': 401,
  'slow-down': 429,
  'no-such-invitation': 404,
  'password-too-weak': 422,
  'name-taken': 409,
  'not-allowed': 403,
  'unknown-device': 403,
  'other-key': 409,
  'device-revoked': 403,
  wipe: 410,
  gap: 409,
  'same-number': 409,
  malformed: 400,
  'too-large': 413,
  'not-found': 404,
  unavailable: 503,
}

/** SQLSTATE classes and codes of the network that say that the database cannot be reached now. */
const DATABASE_AWAY = /^(?:08|53|57P|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND)/u
const POOL_SAYS = /Connection terminated|timeout exceeded when trying to connect|Client has encountered/u

/** What went wrong as a `Problem`; null for a fault of the program. */
function problemOf(error: unknown): Problem | null {
  if (error instanceof ProblemError) return error.problem
  if (!(error instanceof Error)) return null
  const { code = '', statusCode = 500 } = error as Partial<FastifyError>
  if (statusCode === 413) return { code: 'too-large' }
  if (statusCode >= 400 && statusCode < 500) return { code: 'malformed' }
  return DATABASE_AWAY.test(String(code)) || POOL_SAYS.test(error.message) ? { code: 'unavailable' } : null
}

/** What the service says of a fault names the route, never the address: that may have a secret in it. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error)
  if (problem === null) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`${request.method} ${request.routeOptions.url ?? ''} ${said}\n`)
    return reply.code(500).send({ code: 'unavailable' } satisfies Problem)
  }
  if (problem.after !== undefined) reply.header('retry-after', problem.after)
  return reply.code(STATUS[problem.code]).send(problem)
}

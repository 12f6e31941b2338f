/** Files of records, by the hash of their bytes. An upload that was cut off goes on where it stopped. */
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LARGEST_FILE } from '../files/fileStore'
import { ProblemError } from '../problemError'
import { principalIn, signedIn } from './guards'
import type { Services } from './services'
import { SHA256 } from './shapes'

interface OfFile {
  readonly Params: { readonly sha256: string }
}

/** Bytes that an upload which was cut off has left. */
const OFFSET = 'upload-offset'

export function fileRoutes(app: FastifyInstance, services: Services): void {
  const { files } = services
  const forPeople = { onRequest: signedIn(services), schema: { params: SHA256 } }
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

  app.put<OfFile & { Body: Readable }>('/api/files/:sha256', forPeople, async (request, reply) => {
    const { sha256 } = request.params
    const { from, total } = partOf(request)
    if ((await files.sizeOf(sha256)) !== null) {
      request.body?.resume()
      return reply.code(200).send({ size: total })
    }
    if (request.body === undefined || request.body === null) throw new ProblemError('malformed')
    const account = principalIn(request).account.id
    const size = await files.receive({ sha256, account, from, total }, request.body)
    reply.header(OFFSET, size)
    return reply.code(size === total ? 201 : 202).send({ size })
  })

  app.head<OfFile>('/api/files/:sha256', forPeople, async (request, reply) => {
    const { sha256 } = request.params
    const size = await files.sizeOf(sha256)
    if (size !== null) return reply.header('content-length', size).send()
    reply.header(OFFSET, await files.begun(sha256, principalIn(request).account.id))
    return reply.code(404).send()
  })

  app.get<OfFile>('/api/files/:sha256', { ...forPeople, exposeHeadRoute: false }, async (request, reply) => {
    const file = await files.read(request.params.sha256)
    if (file === null) throw new ProblemError('not-found')
    // Whatever the bytes are, a browser is not to open them as a page of ours.
    return reply
      .headers({
        'content-type': 'application/octet-stream',
        'content-length': file.size,
        'content-disposition': 'attachment',
      })
      .send(file.bytes)
  })
}

/** Which bytes of how many a request brings: `content-range: bytes 100-199/500`, or the whole file of `content-length`. */
function partOf({ headers }: FastifyRequest): { readonly from: number; readonly total: number } {
  const range = headers['content-range']
  const length = Number(headers['content-length'])
  if (!Number.isSafeInteger(length)) throw new ProblemError('malformed')
  if (range === undefined) return within({ from: 0, total: length })
  const [, from, to, total] = /^bytes (\d{1,12})-(\d{1,12})\/(\d{1,12})$/u.exec(range) ?? []
  if (from === undefined || Number(to) - Number(from) + 1 !== length || Number(to) >= Number(total))
    throw new ProblemError('malformed')
  return within({ from: Number(from), total: Number(total) })
}

function within<T extends { readonly total: number }>(part: T): T {
  if (part.total > LARGEST_FILE) throw new ProblemError('too-large')
  return part
}

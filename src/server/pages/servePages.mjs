/** Answers with the files of a build: the same for `npm start` and for the company's server. */
import { createReadStream, statSync } from 'node:fs'
import { extname, join, posix, resolve, sep } from 'node:path'
import { ASK_EACH_TIME, KEEP_FOR_EVER, SECURITY_HEADERS } from './securityHeaders.mjs'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/** Path of an address with every `..` resolved; null where it cannot be read. */
function pathOf(url) {
  try {
    return posix.normalize(decodeURIComponent(url.split('?')[0] ?? '/'))
  } catch {
    return null
  }
}

const isFile = (path) => {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Answers a GET or HEAD from the build in `root`. */
export function servePages(root, request, response) {
  const path = pathOf(request.url ?? '/')
  const folder = resolve(root)
  const wanted = path === null ? null : join(folder, path)
  const isThere = wanted !== null && wanted.startsWith(folder + sep) && isFile(wanted)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  // Addresses of screens are the program's own; a missing file with an ending is really missing.
  if (path === null || !isRead || (!isThere && extname(path) !== '')) {
    response
      .writeHead(isRead ? 404 : 405, { 'content-type': 'text/plain; charset=utf-8', ...SECURITY_HEADERS })
      .end('Not found')
    return
  }
  const file = isThere ? wanted : join(folder, 'index.html')
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': path.startsWith('/assets/') ? KEEP_FOR_EVER : ASK_EACH_TIME,
    ...SECURITY_HEADERS,
  })
  // A file that goes away while it is read ends this answer, not the server.
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response)
}

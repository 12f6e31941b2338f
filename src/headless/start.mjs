/**
 * `npm start`: installs what is missing, builds, and serves the production build on this machine only.
 * With `--no-build [folder]` it serves a build that is there already.
 */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { installPackages, requireNode, run } from './install.mjs'
import { ASK_EACH_TIME, KEEP_FOR_EVER, SECURITY_HEADERS } from './securityHeaders.mjs'

requireNode()
const noBuild = process.argv.indexOf('--no-build')
const root = (noBuild >= 0 && process.argv[noBuild + 1]) || 'dist'
if (noBuild < 0) {
  installPackages()
  if (run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn']) !== 0) {
    console.error('The build failed; see the lines above.')
    process.exit(1)
  }
}
if (!existsSync(join(root, 'index.html'))) {
  console.error(`There is no build in ${root}; run npm start without --no-build.`)
  process.exit(1)
}

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

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'))
  const wanted = join(root, path)
  const isFile = wanted.startsWith(root) && existsSync(wanted) && statSync(wanted).isFile()
  // Addresses of screens are the program's own; a missing file with an ending is really missing.
  if (!isFile && extname(path) !== '') {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
    return
  }
  const file = isFile ? wanted : join(root, 'index.html')
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': path.startsWith('/assets/') ? KEEP_FOR_EVER : ASK_EACH_TIME,
    ...SECURITY_HEADERS,
  })
  // A file that goes away while it is read ends this answer, not the server.
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response)
})

const first = Number(process.env['PORT'] ?? 4173)
let port = first
server.on('error', (error) => {
  if (error.code === 'EADDRINUSE' && process.env['PORT'] === undefined && port < first + 20) {
    port += 1
    server.listen(port, '127.0.0.1')
  } else {
    console.error(
      error.code === 'EADDRINUSE' ? `Port ${port} is in use; choose another with PORT=… npm start` : error.message,
    )
    process.exit(1)
  }
})
server.on('listening', () => console.log(`闭环 FRACAS  http://127.0.0.1:${port}/`))
server.listen(port, '127.0.0.1')

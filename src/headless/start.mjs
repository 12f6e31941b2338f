/**
 * `npm start`: installs what is missing, builds, and serves the production build on this machine only.
 * With `--no-build [folder]` it serves a build that is there already.
 */
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { servePages } from '../server/pages/servePages.mjs'
import { installPackages, requireNode, run } from './install.mjs'

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

const server = createServer((request, response) => servePages(root, request, response))

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

/**
 * `npm run team`: installs what is missing, builds the app where its sources are newer than the build, and starts the company's
 * server (`src/server/main.ts`, which has the options). With `--no-build` the build that is there is served.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, requireNode, run } from './install.mjs'

const SOURCES = ['src', 'index.html', 'vite.config.ts', 'package.json']

/** When anything below was last written, in milliseconds since 1970. */
function lastWritten(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => lastWritten(join(path, name))))
}

const isBuilt = () =>
  existsSync('dist/index.html') && statSync('dist/index.html').mtimeMs >= Math.max(...SOURCES.map(lastWritten))

requireNode()
const own = process.argv.indexOf('--no-build')
if (own >= 0) process.argv.splice(own, 1)
const isCommand = process.argv.slice(2).some((word) => ['invite', 'reset-password'].includes(word))
if (own < 0) {
  installPackages()
  if (!isCommand && !isBuilt() && run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn']) !== 0) {
    console.error('The build failed; see the lines above.')
    process.exit(1)
  }
}
// In this process, so that whoever stops or kills it stops the service.
const { register } = await import('tsx/esm/api')
register()
await import('../server/main.ts')

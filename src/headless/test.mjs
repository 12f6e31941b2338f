/** `npm test`: installs what is missing, Chromium too, then types, lint, unit, reference, architecture and browser tests. */
import { existsSync } from 'node:fs'
import { installPackages, requireNode, run } from './install.mjs'

requireNode()
installPackages()

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of a Chromium to test with; installs one when there is none. Undefined when Playwright brings its own. */
function chromium() {
  const found = CHROMIUM.find((path) => existsSync(path))
  if (found !== undefined) return found
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq'])
    if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']) === 0) {
      const installed = CHROMIUM.find((path) => existsSync(path))
      if (installed !== undefined) return installed
    }
  }
  if (run('npx', ['--no-install', 'playwright', 'install', 'chromium']) === 0) return undefined
  console.error(
    'No Chromium was found and none could be installed. Install Chromium (Debian: apt-get install chromium) and run npm test again.',
  )
  process.exit(1)
}

const browser = chromium()
const environment = { ...process.env, ...(browser === undefined ? {} : { CHROMIUM_PATH: browser }) }
const steps = [
  ['npm', ['run', '-s', 'types']],
  ['npm', ['run', '-s', 'formatted']],
  ['npm', ['run', '-s', 'lint']],
  ['npm', ['run', '-s', 'unit']],
  ['npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn']],
  ['npm', ['run', '-s', 'e2e']],
]
for (const [command, args] of steps) {
  const status = run(command, args, { env: environment })
  if (status !== 0) {
    console.error(`failed: ${command} ${args.join(' ')}`)
    process.exit(status)
  }
}

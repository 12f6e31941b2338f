/**
 * `npm test`: installs what is missing, Chromium and LibreOffice too, then types, lint, unit, reference, architecture
 * and browser tests.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installPackages, requireNode, run } from './install.mjs'

requireNode()
installPackages()

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Programs that open what is exported: without them its tests would be left out. */
const OFFICE = { soffice: 'libreoffice-calc', pdftotext: 'poppler-utils' }

const isOnPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

function installOffice() {
  const missing = Object.keys(OFFICE).filter((program) => !isOnPath(program))
  if (missing.length === 0) return
  const packages = missing.map((program) => OFFICE[program])
  if (mayInstall() && run('apt-get', ['update', '-qq']) === 0)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages, 'fonts-noto-cjk'])
  if (!missing.every(isOnPath))
    console.error(
      `Tests that open workbooks with LibreOffice are left out: ${packages.join(', ')} could not be installed.`,
    )
}

/** Path of a Chromium to test with; installs one when there is none. Undefined when Playwright brings its own. */
function chromium() {
  const found = CHROMIUM.find((path) => existsSync(path))
  if (found !== undefined) return found
  if (mayInstall()) {
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

installOffice()
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

import { defineConfig } from '@playwright/test'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
/** Another one lets two checkouts run their tests side by side. */
const port = Number(process.env['E2E_PORT'] ?? 4271)

export default defineConfig({
  testDir: '.',
  timeout: 180_000,
  // States are waited for; on a loaded machine they take long to come.
  expect: { timeout: 30_000 },
  workers: 2,
  // A second try tells a slow machine from a fault; the list names it as flaky, and only it is recorded, which takes time.
  retries: 1,
  fullyParallel: false,
  reporter: [['list']],
  outputDir: '../../test-results',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // It stores every file of the program on each first visit; tests of work without a network allow it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    trace: 'on-first-retry',
  },
  webServer: {
    command: 'node src/headless/start.mjs --no-build',
    cwd: '../..',
    port,
    env: { PORT: String(port) },
    reuseExistingServer: false,
  },
})

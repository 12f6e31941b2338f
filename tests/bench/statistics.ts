/** How fast the statistics are, in Node and in a worker of Chromium, each beside a baseline of the same run. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { median } from './interleaved'
import { serve } from './serve'
import { statisticsFigures, type Measured } from './statisticsFigures'

const RUNS = 7

function say(where: string, figures: readonly Measured[]): void {
  for (const { what, baselineIs, timings, most, of } of figures) {
    const [ours, baseline] = [median(timings.ours) / of, median(timings.baseline) / of]
    const ms = (value: number): string =>
      value < 1 ? `${(1000 * value).toFixed(value < 0.01 ? 2 : 0)} µs` : `${value.toFixed(value < 10 ? 1 : 0)} ms`
    console.log(
      `${where}, ${what}: ${ms(ours)} | baseline ${ms(baseline)} (${baselineIs}) | ratio ${(ours / baseline).toFixed(1)} | target ≤ ${ms(most)}${ours <= most ? '' : ' | target missed'}`,
    )
  }
}

say('Node', await statisticsFigures(RUNS))

const folder = await mkdtemp(join(tmpdir(), 'statistics-'))
try {
  await build({
    configFile: false,
    logLevel: 'error',
    root: 'tests/bench/statisticsPage',
    base: '/bench/',
    publicDir: false,
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: resolve('tests/bench/statisticsPage/index.html') },
    },
  })
  const server = await serve(folder, folder)
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(180_000)
    await page.goto(`${server.url}/bench/index.html`)
    say('Chromium worker', await page.evaluate((runs) => window.figures(runs), RUNS))
  } finally {
    await browser.close()
    await server.stop()
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

/**
 * How fast the program is, each figure beside a baseline measured in the same run. One line per figure; a figure that
 * misses its target says so, and the run still ends well: a busy machine is no mistake in the program.
 */
import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { fixtureFile } from '../support/fixtureFile'
import { inBenchBrowser } from './benchBrowser'
import { sayLimit, sayRatio, sayTime } from './figures'
import { median, type Timings } from './interleaved'
import { readingTimes } from './readLedgerFile'
import { filter, longestTask, megabytesOf, sayLongest, scroll, startToRows } from './watchedPage'

/** Fewer for a quick look: `BENCH_FAILURES=100000 npm run bench`. Far fewer would sort short columns by collation, which the baseline does not. */
const FAILURES = Number(process.env['BENCH_FAILURES'] ?? 200_000)
const RUNS = 5

async function importLedger(page: Page): Promise<void> {
  await page.locator('.drop input[type=file]').setInputFiles(fixtureFile('big'))
  const commit = page.locator('.import-actions .primary')
  await commit.waitFor({ timeout: 180_000 })
  await page.waitForTimeout(1000)
  await commit.click()
  await page.locator('.import-actions').waitFor({ state: 'detached', timeout: 180_000 })
  await page.waitForTimeout(3000)
}

async function inBrowser(context: BrowserContext, url: string, bytes: Buffer): Promise<void> {
  const bench = await context.newPage()
  await bench.goto(`${url}/bench/bench.html`)
  const base64 = bytes.toString('base64')
  const withLedger = (task: 'reading' | 'storing'): Promise<Timings> =>
    bench.evaluate(
      ([task, base64, runs]) =>
        window.bench[task](
          Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
          runs,
        ),
      [task, base64, task === 'reading' ? RUNS : 3] as const,
    )
  sayRatio(
    'import, Chromium: read, map, validate, plan big-ledger.xlsx',
    await withLedger('reading'),
    'XLSX.read alone',
    1.5,
  )
  sayRatio(
    'import, Chromium: store its plan',
    await withLedger('storing'),
    'bare Dexie bulkAdd of the same records',
    1.5,
  )

  const start = performance.now()
  await bench.evaluate((failures) => window.bench.fill(failures), FAILURES)
  const filled = performance.now()
  await bench.evaluate(() => window.bench.buildSnapshot())
  console.log(
    `(${FAILURES} failures stored in ${((filled - start) / 1000).toFixed(0)} s, columns built from them in ${((performance.now() - filled) / 1000).toFixed(0)} s)`,
  )
  const width = await bench.evaluate(() => window.bench.bytesPerRow())
  sayLimit(`${FAILURES} failures, a row of the columns without its words`, width, 'bytes', '≤ 110 bytes', width <= 110)
  for (const [question, timings] of Object.entries(await bench.evaluate((runs) => window.bench.answers(runs), RUNS)))
    sayTime(`${FAILURES} failures, ${question}`, timings, 100)
  for (const [question, timings] of Object.entries(
    await bench.evaluate((runs) => window.bench.similarCards(runs), RUNS),
  ))
    sayTime(`${FAILURES} failures, ${question}`, timings, 50)
  await bench.close()

  const page = await context.newPage()
  await page.addInitScript({ path: 'tests/bench/page/watchPage.js' })
  await startToRows(page, url)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const starts: number[] = []
  for (let run = 0; run < RUNS; run += 1) starts.push(await startToRows(page, url))
  sayLimit(
    `${FAILURES} failures, start to first rows (median of ${RUNS})`,
    median(starts) / 1000,
    's',
    '≤ 1.5 s',
    median(starts) <= 1500,
  )
  sayLongest('main thread while scrolling', await longestTask(page, () => scroll(page)))
  sayLongest('main thread while searching and sorting', await longestTask(page, () => filter(page)))
  const memory = await megabytesOf(page)
  sayLimit('memory of page and worker (measureUserAgentSpecificMemory)', memory, 'MB', '≤ 500 MB', memory <= 500)
  await page.goto(`${url}/data`)
  await page.locator('.drop').waitFor()
  sayLongest('main thread while importing big-ledger.xlsx', await longestTask(page, () => importLedger(page)))
}

const bytes = await readFile(fixtureFile('big'))
sayRatio(
  'import, Node: read, map, validate, plan big-ledger.xlsx',
  await readingTimes(new Uint8Array(bytes), RUNS),
  'XLSX.read alone',
  1.5,
)
await inBenchBrowser((context, url) => inBrowser(context, url, bytes))

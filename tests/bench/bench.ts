/**
 * How fast the program is, each figure beside a baseline measured in the same run. One line per figure; a figure that
 * misses its target says so, and the run still ends well: a busy machine is no mistake in the program.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { build } from 'vite'
import { fixtureFile } from '../support/fixtureFile'
import { median, type Timings } from './interleaved'
import { readingTimes } from './readLedgerFile'
import { serve } from './serve'

/** Fewer for a quick look: `BENCH_FAILURES=100000 npm run bench`. Far fewer would sort short columns by collation, which the baseline does not. */
const FAILURES = Number(process.env['BENCH_FAILURES'] ?? 200_000)
const RUNS = 5

const say = (what: string, ours: string, baseline: string, ratio: string, target: string, isMet: boolean): void =>
  console.log(
    `${what}: ${ours} | baseline ${baseline} | ratio ${ratio} | target ${target}${isMet ? '' : ' | target missed'}`,
  )

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

function sayRatio(what: string, { ours, baseline }: Timings, baselineIs: string, most: number): void {
  const ratio = median(ours) / median(baseline)
  say(
    what,
    ms(median(ours)),
    `${ms(median(baseline))} (${baselineIs})`,
    ratio.toFixed(2),
    `ratio ≤ ${most}`,
    ratio <= most,
  )
}

function sayTime(what: string, { ours, baseline }: Timings, most: number): void {
  say(
    what,
    ms(median(ours)),
    `${ms(median(baseline))} (plain objects)`,
    (median(ours) / median(baseline)).toFixed(2),
    `≤ ${most} ms`,
    median(ours) <= most,
  )
}

const sayLimit = (what: string, value: number, unit: string, target: string, isMet: boolean): void =>
  say(what, `${value.toFixed(unit === 's' ? 2 : 0)} ${unit}`, '–', '–', target, isMet)

/** What `page/watchPage.js` keeps on the window. */
type Seen = { longest: number; firstRows: number }

async function startToRows(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/failures`)
  await page.locator('.ftable-body [role=gridcell]:not(:has(.skeleton))').first().waitFor()
  await page.waitForTimeout(200)
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen.firstRows)
}

/** The longest task while `act` runs; 0 when none was long enough for the browser to report (50 ms). */
async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  await page.waitForTimeout(500)
  await page.evaluate(() => ((window as unknown as { seen: Seen }).seen.longest = 0))
  await act()
  await page.waitForTimeout(500)
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen.longest)
}

const sayLongest = (what: string, longest: number): void =>
  say(what, longest === 0 ? 'none over 50 ms' : `longest ${ms(longest)}`, '–', '–', 'no task > 50 ms', longest <= 50)

async function scroll(page: Page): Promise<void> {
  await page.locator('.ftable').hover()
  for (let step = 0; step < 40; step += 1) {
    await page.mouse.wheel(0, step % 8 === 7 ? 400_000 : 900)
    await page.waitForTimeout(40)
  }
}

async function filter(page: Page): Promise<void> {
  const search = page.locator('.failures-search input')
  await search.pressSequentially('中继阀 漏风', { delay: 80 })
  await page.waitForTimeout(1500)
  await search.fill('')
  await page.waitForTimeout(1500)
  const headers = page.locator('.ftable-sort')
  for (const at of [5, 3, 0]) {
    await headers.nth(at).click()
    await page.waitForTimeout(1000)
  }
}

async function importLedger(page: Page): Promise<void> {
  await page.locator('.drop input[type=file]').setInputFiles(fixtureFile('big'))
  const commit = page.locator('.import-actions .primary')
  await commit.waitFor({ timeout: 180_000 })
  await page.waitForTimeout(1000)
  await commit.click()
  await page.locator('.import-actions').waitFor({ state: 'detached', timeout: 180_000 })
  await page.waitForTimeout(3000)
}

async function megabytesOf(page: Page): Promise<number> {
  const bytes = await page.evaluate(
    async () =>
      (
        await (
          performance as unknown as { measureUserAgentSpecificMemory: () => Promise<{ bytes: number }> }
        ).measureUserAgentSpecificMemory()
      ).bytes,
  )
  return bytes / 2 ** 20
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

const folder = await mkdtemp(join(tmpdir(), 'bench-'))
try {
  const bytes = await readFile(fixtureFile('big'))
  sayRatio(
    'import, Node: read, map, validate, plan big-ledger.xlsx',
    await readingTimes(new Uint8Array(bytes), RUNS),
    'XLSX.read alone',
    1.5,
  )

  const [program, page] = [join(folder, 'program'), join(folder, 'bench')]
  await build({ logLevel: 'error', build: { outDir: program, emptyOutDir: true } })
  await build({
    configFile: false,
    logLevel: 'error',
    root: 'tests/bench/page',
    base: '/bench/',
    publicDir: false,
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      outDir: page,
      emptyOutDir: true,
      rolldownOptions: { input: resolve('tests/bench/page/bench.html') },
    },
  })
  const server = await serve(program, page)
  // A profile on disk: a private window would keep its database in memory.
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--enable-blink-features=ForceEagerMeasureMemory',
    ],
  })
  try {
    context.setDefaultTimeout(180_000)
    await inBrowser(context, server.url, bytes)
  } finally {
    await context.close()
    await server.stop()
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

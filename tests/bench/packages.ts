/**
 * How fast and how small hand-over packages are, in a real browser: a long log beside the bare rows of it, the package of one
 * shift, and the page while a person makes it and takes it in. One line per figure; a miss says so.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { messagesOf } from '../support/messagesOf'
import { inBenchBrowser } from './benchBrowser'
import { ms, say, sayLimit } from './figures'
import { median } from './interleaved'
import type { PackageTimes } from './page/packageTimes'
import { longestTask, megabytesOf, sayLongest } from './watchedPage'

const CHANGES = Number(process.env['BENCH_CHANGES'] ?? 100_000)
const PHOTOS = Number(process.env['BENCH_PHOTOS'] ?? 500)
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3)
const SHIFT = { failures: 40, photos: 120 }
/** Reported, handled, a photo, some corrected. */
const SHIFT_CHANGES = SHIFT.failures * 2 + SHIFT.photos
const t = messagesOf('zh')

async function bench(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url}/bench/bench.html`)
  return page
}

async function runsOf(page: Page, name: string, withBare: boolean): Promise<readonly PackageTimes[]> {
  const runs: PackageTimes[] = []
  for (let run = 0; run <= RUNS; run += 1) {
    const times = await page.evaluate(([name, run, withBare]) => window.bench.packageTimes(name, run, withBare), [
      name,
      run,
      withBare,
    ] as const)
    // The first warms up.
    if (run > 0) runs.push(times)
  }
  return runs
}

const middle = (runs: readonly PackageTimes[], figure: keyof PackageTimes): number =>
  median(runs.map((run) => run[figure]))

async function longLog(context: BrowserContext, url: string): Promise<void> {
  const page = await bench(context, url)
  const began = performance.now()
  await page.evaluate(([changes, photos]) => window.bench.fillLog(changes, photos, 'bench-log'), [
    CHANGES,
    PHOTOS,
  ] as const)
  console.log(`(${CHANGES} changes and ${PHOTOS} photos stored in ${ms(performance.now() - began)})`)
  const runs = await runsOf(page, 'bench-log', true)
  const [made, takenIn, bare] = [middle(runs, 'made'), middle(runs, 'takenIn'), middle(runs, 'bare')]
  const name = `package of ${CHANGES} changes with ${PHOTOS} photos (${Math.round(middle(runs, 'bytes') / 2 ** 20)} MB)`
  const beside = (what: string, value: number, most: number): void =>
    say(
      `${name}, ${what}`,
      ms(value),
      `${ms(bare)} (bare bulkAdd of the same rows)`,
      (value / bare).toFixed(2),
      `ratio ≤ ${most}`,
      value / bare <= most,
    )
  beside('made', made, 1)
  beside('taken in', takenIn, 2)
  console.log(`(of that ${ms(middle(runs, 'checked'))} to check it)`)
  beside('made and taken in', made + takenIn, 2)
  await page.close()
}

async function shift(context: BrowserContext, url: string): Promise<void> {
  const page = await bench(context, url)
  await page.evaluate(([changes, photos]) => window.bench.fillLog(changes, photos, 'bench-shift'), [
    SHIFT_CHANGES,
    SHIFT.photos,
  ] as const)
  const runs = await runsOf(page, 'bench-shift', false)
  const name = `package of one shift (${SHIFT.failures} failures, ${SHIFT.photos} photos)`
  sayLimit(`${name}, made`, middle(runs, 'made') / 1000, 's', '≤ 3 s', middle(runs, 'made') <= 3000)
  sayLimit(`${name}, taken in`, middle(runs, 'takenIn') / 1000, 's', '≤ 5 s', middle(runs, 'takenIn') <= 5000)
  await page.close()
}

/** What the page held at most while something ran, beyond what it held before. */
async function mostHeld(page: Page, act: () => Promise<void>): Promise<number> {
  const idle = await megabytesOf(page)
  const watched = { most: idle, isOver: false }
  const watching = (async () => {
    while (!watched.isOver) watched.most = Math.max(watched.most, await megabytesOf(page))
  })()
  await act()
  watched.isOver = true
  await watching
  return watched.most - idle
}

const makeButton = (page: Page) => page.getByRole('button', { name: t.handOverButton })

async function onScreen(context: BrowserContext, url: string): Promise<void> {
  const filling = await bench(context, url)
  await filling.evaluate(([changes, photos]) => window.bench.fillLog(changes, photos), [CHANGES, PHOTOS] as const)
  await filling.close()
  const page = await context.newPage()
  await page.addInitScript({ path: 'tests/bench/page/watchPage.js' })
  await page.goto(`${url}/data/handover`)
  await makeButton(page).waitFor()
  await page.waitForTimeout(5000)
  const folder = await mkdtemp(join(tmpdir(), 'package-'))
  const path = join(folder, 'bench.fracas')
  const make = async (): Promise<void> => {
    await page.getByLabel(t.handOverEverything).check()
    const [download] = await Promise.all([page.waitForEvent('download'), makeButton(page).click()])
    await download.saveAs(path)
  }
  const made = await longestTask(page, make)
  const heldMaking = await mostHeld(page, make)
  await page.close()

  const empty = await context.newPage()
  await empty.goto(`${url}/bench/bench.html`)
  await empty.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('bihuan-fracas')
        deleting.addEventListener('success', () => resolve())
        deleting.addEventListener('error', () => reject(deleting.error))
      }),
  )
  await empty.close()
  const other = await context.newPage()
  await other.addInitScript({ path: 'tests/bench/page/watchPage.js' })
  await other.goto(`${url}/data/handover`)
  await makeButton(other).waitFor()
  await other.waitForTimeout(2000)
  let taken = 0
  const heldTaking = await mostHeld(other, async () => {
    taken = await longestTask(other, async () => {
      // By its path: bytes handed over by the test would be decoded in the page.
      await other.locator('input[type=file]').setInputFiles(path)
      const take = other.getByRole('button', { name: t.takeInButton, exact: true })
      await take.waitFor({ timeout: 300_000 })
      const accept = other.getByRole('checkbox')
      if ((await accept.count()) > 0) await accept.check()
      await take.click()
      await other.getByRole('button', { name: t.takeInReceipt }).waitFor({ timeout: 600_000 })
    })
  })
  await other.close()
  await rm(folder, { recursive: true })
  sayLongest(`main thread while a package of ${CHANGES} changes is made`, made)
  sayLongest('main thread while it is looked into and taken in', taken)
  sayLimit('memory beyond the idle page while it is made', heldMaking, 'MB', '≤ 300 MB', heldMaking <= 300)
  sayLimit('memory beyond the idle page while it is taken in', heldTaking, 'MB', '≤ 300 MB', heldTaking <= 300)
}

await inBenchBrowser(async (context, url) => {
  context.setDefaultTimeout(600_000)
  await shift(context, url)
  await longLog(context, url)
  await onScreen(context, url)
})
process.exit()

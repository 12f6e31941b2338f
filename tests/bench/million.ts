/**
 * A million failures: from the start to rows on the screen, and what a person asks of them. Only the stored columns are
 * there, not the records they would be built from: neither a start nor a question reads those. A baseline of a million
 * plain objects would not fit into one thread beside them, so that ours stands alone.
 */
import { freemem } from 'node:os'
import { inBenchBrowser } from './benchBrowser'
import { sayAlone, sayLimit } from './figures'
import { median } from './interleaved'
import { megabytesOf, sayLongest, longestTask, filter, scroll, startToRows } from './watchedPage'

const FAILURES = Number(process.env['BENCH_MILLION'] ?? 1_000_000)
const NEEDED_GIGABYTES = 6
const RUNS = 5

const free = freemem() / 2 ** 30
if (free < NEEDED_GIGABYTES)
  console.log(
    `(${FAILURES} failures left out: ${free.toFixed(1)} GB of memory are free, ${NEEDED_GIGABYTES} are needed)`,
  )
else
  await inBenchBrowser(async (context, url) => {
    const bench = await context.newPage()
    await bench.goto(`${url}/bench/bench.html`)
    const start = performance.now()
    await bench.evaluate((failures) => window.bench.fillColumns(failures), FAILURES)
    console.log(
      `(${FAILURES} failures made and stored as columns in ${((performance.now() - start) / 1000).toFixed(0)} s)`,
    )
    const width = await bench.evaluate(() => window.bench.bytesPerRow())
    sayLimit(
      `${FAILURES} failures, a row of the columns without its words`,
      width,
      'bytes',
      '≤ 110 bytes',
      width <= 110,
    )
    const answers = await bench.evaluate((runs) => window.bench.alone(runs), RUNS)
    for (const [question, times] of Object.entries(answers)) sayAlone(`${FAILURES} failures, ${question}`, times, 400)
    await bench.close()

    const page = await context.newPage()
    await page.addInitScript({ path: 'tests/bench/page/watchPage.js' })
    await startToRows(page, url)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    const starts: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      // The engine lives as long as a tab does: only without one is a start a start.
      await page.goto('about:blank')
      starts.push(await startToRows(page, url))
    }
    const first = median(starts)
    sayLimit(`${FAILURES} failures, start to first rows (median of ${RUNS})`, first / 1000, 's', '≤ 3 s', first <= 3000)
    sayLongest('main thread while scrolling', await longestTask(page, () => scroll(page)))
    sayLongest('main thread while searching and sorting', await longestTask(page, () => filter(page)))
    const memory = await megabytesOf(page)
    sayLimit(`${FAILURES} failures, memory of page and engine`, memory, 'MB', '≤ 500 MB', memory <= 500)
  })

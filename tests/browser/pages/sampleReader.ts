/**
 * `test` for files that only read the demonstration fleet: their pages are tabs of one browser profile that holds it, one
 * after another, so that it is stored once and not for each of them. Small choices are forgotten between two tests.
 */
import { expect, test as plain, type BrowserContext } from '@playwright/test'
import { countIn, recordsIn } from './database'
import { NO_PROGRAM, storeSampleFleet } from './sampleFleet'

/** Not a fixture of the worker: for files that differ in these, Playwright starts another worker, with nothing stored yet. */
let readers: BrowserContext | undefined

export const test = plain.extend<{ readonly context: BrowserContext }>({
  context: async ({ browser }, use, { project }) => {
    if (readers === undefined) {
      const { baseURL, viewport, locale, timezoneId, serviceWorkers } = project.use
      const made = await browser.newContext({ baseURL, viewport, locale, timezoneId, serviceWorkers })
      await storeSampleFleet(await made.newPage())
      readers = made
    }
    const tab = readers.pages()[0] ?? (await readers.newPage())
    await tab.goto(NO_PROGRAM)
    const changes = await countIn(tab, 'changes')
    await use(readers)
    for (const page of readers.pages()) if (page !== tab) await page.close()
    await tab.evaluate(() => localStorage.clear())
    if ((await countIn(tab, 'changes')) === changes) return
    const made = ((await recordsIn(tab, 'changes' as never)) as { readonly command: string }[]).slice(changes)
    const byTheTest = made.map(({ command }) => command).filter((command) => command !== 'raise-alerts')
    expect(byTheTest, 'a test that changes records needs a device of its own').toEqual([])
  },
})

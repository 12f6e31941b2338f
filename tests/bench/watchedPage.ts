/** The program in a real page: how long it takes to show rows, its longest task, and what it holds in memory. */
import type { CDPSession, Page } from '@playwright/test'
import { ms, say } from './figures'

/** What `page/watchPage.js` keeps on the window. */
type Seen = { longest: number; firstRows: number }

export async function startToRows(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/failures`)
  await page.locator('.ftable-body [role=gridcell]:not(:has(.skeleton))').first().waitFor()
  await page.waitForTimeout(200)
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen.firstRows)
}

/** The longest task while `act` runs; 0 when none was long enough for the browser to report (50 ms). */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  await page.waitForTimeout(500)
  await page.evaluate(() => ((window as unknown as { seen: Seen }).seen.longest = 0))
  await act()
  await page.waitForTimeout(500)
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen.longest)
}

export const sayLongest = (what: string, longest: number): void =>
  say(what, longest === 0 ? 'none over 50 ms' : `longest ${ms(longest)}`, '–', '–', 'no task > 50 ms', longest <= 50)

export async function scroll(page: Page): Promise<void> {
  await page.locator('.ftable').hover()
  for (let step = 0; step < 40; step += 1) {
    await page.mouse.wheel(0, step % 8 === 7 ? 400_000 : 900)
    await page.waitForTimeout(40)
  }
}

export async function filter(page: Page): Promise<void> {
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

/** Megabytes of the page and of the threads that all tabs share, which no page counts as its own. */
export async function megabytesOf(page: Page): Promise<number> {
  const bytes = await page.evaluate(
    async () =>
      (
        await (
          performance as unknown as { measureUserAgentSpecificMemory: () => Promise<{ bytes: number }> }
        ).measureUserAgentSpecificMemory()
      ).bytes,
  )
  return (bytes + (await bytesOfSharedThreads(page))) / 2 ** 20
}

interface HeapUsage {
  readonly usedSize: number
  readonly embedderHeapUsedSize?: number
  readonly backingStorageSize?: number
}

async function bytesOfSharedThreads(page: Page): Promise<number> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('the browser cannot be asked')
  const session = await browser.newBrowserCDPSession()
  const { targetInfos } = await session.send('Target.getTargets')
  let bytes = 0
  for (const { type, targetId } of targetInfos) if (type === 'shared_worker') bytes += await heapOf(session, targetId)
  await session.detach()
  return bytes
}

async function heapOf(session: CDPSession, targetId: string): Promise<number> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  const ask = <A>(id: number, method: string): Promise<A> =>
    new Promise((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message, ...from }) => {
        const answer = JSON.parse(message) as { readonly id: number; readonly result: A }
        if (from.sessionId === sessionId && answer.id === id) resolve(answer.result)
      })
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    })
  await ask(1, 'HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await ask<HeapUsage>(2, 'Runtime.getHeapUsage')
  return usedSize + embedderHeapUsedSize + backingStorageSize
}

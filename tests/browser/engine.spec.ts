/** The background thread of figures: shared by all tabs, replaced when it dies, and never silent about it. */
import { expect, test, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { App } from './pages/App'
import { countIn } from './pages/database'
import { FailuresPage } from './pages/FailuresPage'
import { FileFailurePage } from './pages/FileFailurePage'

async function overBrowser(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser()
  if (browser === null) throw new Error('the browser cannot be asked')
  return browser.newBrowserCDPSession()
}

/** Threads shared by the tabs of this page's profile; tests before it may have left others in the same browser. */
async function sharedThreads(session: CDPSession, page: Page): Promise<readonly string[]> {
  const own = await page.context().newCDPSession(page)
  const { targetInfo } = await own.send('Target.getTargetInfo')
  const { targetInfos } = await session.send('Target.getTargets')
  return targetInfos.flatMap(({ type, targetId, browserContextId }) =>
    type === 'shared_worker' && browserContextId === targetInfo.browserContextId ? [targetId] : [],
  )
}

const notice = (page: Page, app: App) => page.getByRole('status').filter({ hasText: app.t.tryAgain })

test('two tabs share one engine, which goes on when the tab that started it closes', async ({ page, context }) => {
  await new App(page).loadSample()
  const total = await countIn(page, 'failures')
  const second = await context.newPage()
  const list = new FailuresPage(second)
  await list.open()
  await list.expectTotal(total)
  const session = await overBrowser(context)
  expect(await sharedThreads(session, second)).toHaveLength(1)
  await page.close()
  await list.search.fill('中继阀')
  await expect.poll(async () => (await list.table.cells('故障编号')).length).toBeGreaterThan(0)
  expect(await sharedThreads(session, second)).toHaveLength(1)
})

test('an engine that dies is replaced in every tab, and the lists go on', async ({ page, context }) => {
  await new App(page).loadSample()
  const total = await countIn(page, 'failures')
  const lists = [new FailuresPage(page), new FailuresPage(await context.newPage())]
  for (const list of lists) {
    await list.open()
    await list.expectTotal(total)
  }
  const session = await overBrowser(context)
  const [first] = await sharedThreads(session, page)
  await session.send('Target.closeTarget', { targetId: first ?? '' })
  await expect.poll(async () => (await sharedThreads(session, page)).filter((id) => id !== first).length).toBe(1)
  for (const list of lists) {
    await list.search.fill('中继阀')
    await expect.poll(async () => (await list.table.cells('故障编号')).length).toBeGreaterThan(0)
    await expect(notice(list.page, list.app)).toHaveCount(0)
  }
})

test.describe('where the browser cannot share a thread', () => {
  test.use({ serviceWorkers: 'block' })

  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'))
  })

  test('each tab has an engine of its own, and they agree', async ({ page, context }) => {
    await new App(page).loadSample()
    const total = await countIn(page, 'failures')
    const list = new FailuresPage(page)
    await list.open()
    await list.expectTotal(total)
    const form = new FileFailurePage(await context.newPage())
    await form.open()
    await form.pick('trainId', '2101', '2101')
    await form.pick('bomNodeId', '中继阀', '中继阀')
    await form.fillTheRest('没有共享线程时报的故障', { noEffect: '无影响', phase: '正线运营' })
    await form.submit()
    await form.numberGiven()
    await list.expectTotal(total + 1)
  })

  test('an engine that cannot be loaded says so, and the screens fill when it can', async ({ page }) => {
    const app = new App(page)
    await page.route(/engine\.worker/u, (route) => route.abort())
    await page.goto('/')
    await expect(notice(page, app)).toContainText(app.t.engineTrouble('thread-lost', null, false))
    await page.unroute(/engine\.worker/u)
    await expect(page.getByRole('button', { name: app.t.doorSample })).toBeVisible({ timeout: 40_000 })
    await expect(notice(page, app)).toHaveCount(0)
  })
})

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' })

  test('a screen that cannot be loaded says so, and opens when it can', async ({ page }) => {
    const app = new App(page)
    await page.goto('/')
    await expect(page.getByRole('button', { name: app.t.doorSample })).toBeVisible()
    await page.route(/SettingsScreen/u, (route) => route.abort())
    await page.getByRole('navigation').getByRole('link', { name: app.t.settings, exact: true }).click()
    await expect(page.getByRole('heading', { name: app.t.screenNotLoaded })).toBeVisible()
    await page.unroute(/SettingsScreen/u)
    await page.getByRole('button', { name: app.t.tryAgain, exact: true }).click()
    await expect(page.getByRole('heading', { name: app.t.settings, exact: true })).toBeVisible()
  })
})

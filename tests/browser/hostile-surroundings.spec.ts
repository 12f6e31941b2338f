import { expect, test, type Page } from '@playwright/test'
import { App } from './pages/App'

const noDatabase = {
  'opening the database throws': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
  },
  'the database answers with an error': () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget() as EventTarget & { error?: DOMException; onerror?: (event: Event) => void }
      request.error = new DOMException('Internal error opening backing store.', 'UnknownError')
      setTimeout(() => {
        const event = new Event('error', { cancelable: true })
        request.dispatchEvent(event)
        request.onerror?.(event)
      })
      return request as unknown as IDBOpenDBRequest
    }
  },
  'there is no database at all': () => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined })
  },
} as const

for (const [how, block] of Object.entries(noDatabase))
  test(`where ${how}, a sentence says what to do`, async ({ page }) => {
    await page.addInitScript(block)
    await page.goto('/')
    await expect(page.getByRole('heading', { name: '浏览器不让本站保存数据' })).toBeVisible()
    await expect(page.getByText('请在浏览器设置里允许这个网址保存网站数据')).toBeVisible()
    await expect(page.getByRole('button', { name: '重新载入' })).toBeVisible()
  })

/** Opens the database past the program, as a tab of another release does that does not let go of it. */
const holdDatabase = (page: Page, version: number): Promise<void> =>
  page.evaluate(
    (version) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('bihuan-fracas', version)
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          Object.assign(globalThis, { held: opening.result })
          resolve()
        })
      }),
    version,
  )

test('while another tab keeps the database in its older shape every page says so, and goes on when that tab is closed', async ({
  context,
  page,
}) => {
  const older = await context.newPage()
  await older.goto('/manifest.webmanifest')
  await holdDatabase(older, 10)
  const waiting = { name: '等待另一个标签页' }
  await page.goto('/')
  await expect(page.getByRole('heading', waiting)).toBeVisible()
  const behind = await context.newPage()
  await behind.goto('/')
  // The browser tells only the first who asks for the database that it has to wait.
  await expect(behind.getByRole('heading', waiting)).toBeVisible()
  await older.close()
  for (const tab of [page, behind]) {
    await expect(tab.getByRole('navigation').getByRole('link').first()).toBeVisible()
    await expect(tab.getByRole('heading', waiting)).toHaveCount(0)
  }
})

test('data of a newer version is left alone, and the sentence is not about blocked storage', async ({
  context,
  page,
}) => {
  const newer = await context.newPage()
  await newer.goto('/manifest.webmanifest')
  await holdDatabase(newer, 100_000)
  await newer.close()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: '这里的数据是较新版本写的' })).toBeVisible()
  await expect(page.getByRole('button', { name: '重新载入' })).toBeVisible()
})

test('where small choices cannot be kept, the program works and holds them until it is left', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
  })
  const app = new App(page)
  await app.loadSample()
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const english = new App(page, 'en')
  await english.goTo('failures')
  await page.getByRole('row').nth(1).click()
  await english.goTo('settings')
  await expect(page.getByRole('heading', { name: english.t.settings, level: 1 })).toBeVisible()
})

/** What a page translator does: every text is moved into an element of the translator's own. */
const translate = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode() !== null) texts.push(walker.currentNode as Text)
    for (const text of texts) {
      if (text.data.trim() === '') continue
      const font = document.createElement('font')
      text.parentNode?.insertBefore(font, text)
      font.append(text)
    }
  })

test('a page translator that does not listen leaves the program working', async ({ page }) => {
  const app = new App(page)
  await app.open()
  await expect(page.locator('html')).toHaveAttribute('translate', 'no')
  for (const place of ['failures', 'products', 'data', 'settings', 'home'] as const) {
    await translate(page)
    await app.goTo(place)
  }
  await translate(page)
  await page.getByRole('navigation').getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { name: 'Something went wrong' })).toHaveCount(0)
  await expect(page.getByRole('navigation').getByRole('link').first()).toBeVisible()
})

// Parts that are still being fetched when a test is over are nobody's concern.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }))

/** As from a host that cannot send headers of its own. */
async function withoutPolicyHeader(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    const response = await route.fetch()
    const { 'content-security-policy': _policy, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
}

test('inside another page the program does not run, whatever the server sends', async ({ page, baseURL }) => {
  await withoutPolicyHeader(page)
  await page.route('**/framing.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${baseURL}/" title="framed"></iframe>` }),
  )
  await page.goto('/framing.html')
  await expect(page.frameLocator('iframe').getByText('本程序不在别的网页里运行')).toBeVisible()
})

test('the policy of the page holds without the headers of the server', async ({ page }) => {
  await withoutPolicyHeader(page)
  await page.goto('/')
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.intruder = true'
    document.head.append(script)
    return 'intruder' in globalThis
  })
  expect(ran).toBe(false)
})

import { expect, test } from '@playwright/test'
import { startServer, type RunningServer } from '../support/startServer'
import { App } from './pages/App'
import { countIn, recordsIn } from './pages/database'
import { DataPage } from './pages/DataPage'
import { FailuresPage } from './pages/FailuresPage'
import { ProductsPage } from './pages/ProductsPage'

// Without a network only the service worker can answer.
test.use({ serviceWorkers: 'allow' })

let server: RunningServer

test.beforeEach(async () => {
  server = await startServer()
})
test.afterEach(async () => {
  await server.stop()
})

const SCREENS = {
  '/failures': '故障',
  '/failures/new': '报故障',
  '/products': '还没有 BOM',
  '/data': '数据',
  '/settings': '设置',
  '/no-such-place': '没有这个页面',
}

test('after one visit every screen opens without the server, by its link and by its address', async ({
  page,
  context,
}) => {
  // Without the browser's own cache only the service worker can answer.
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  const app = new App(page)
  await app.open(server.url)
  await app.readyForOffline()
  await server.stop()

  for (const [place, heading] of [
    ['failures', '故障'],
    ['products', '还没有 BOM'],
    ['data', '数据'],
    ['settings', '设置'],
    ['home', '闭环 FRACAS'],
  ] as const) {
    await app.goTo(place)
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
  }
  await page.getByRole('navigation').getByRole('link', { name: '报故障' }).click()
  await expect(page.getByRole('heading', { name: '报故障', level: 1 })).toBeVisible()

  for (const [path, heading] of Object.entries(SCREENS)) {
    await app.open(server.url + path)
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
  }
})

test('sample, drawings, pinyin search and import work without the server', async ({ page }) => {
  const app = new App(page)
  await app.open(server.url)
  await app.readyForOffline()
  await server.stop()

  await page.getByRole('button', { name: '看看示例数据' }).click()
  await expect(app.sampleBanner).toBeVisible({ timeout: 30_000 })
  const products = new ProductsPage(page)
  await products.openNode('中继阀')
  for (const chart of ['chartPareto', 'chartTrend', 'chartRepeats'] as const)
    expect((await products.marks(chart)).length).toBeGreaterThan(0)
  await page.getByRole('searchbox').fill('zjf')
  await expect(products.tree.getByRole('treeitem').nth(1)).toContainText('中继阀')

  const [failure] = await recordsIn(page, 'failures')
  await app.open(`${server.url}/failures/${failure?.id}`)
  await expect(page.locator('.failure-page h1')).toHaveText(failure?.no ?? '')

  const data = new DataPage(page)
  const nodes = await countIn(page, 'bomNodes')
  await app.goTo('data')
  await data.choose('B1')
  await data.previewShown()
  await data.commit()
  expect(await countIn(page, 'bomNodes')).toBeGreaterThan(nodes)

  await app.goTo('failures')
  const download = page.waitForEvent('download')
  await new FailuresPage(page).exportAs('导出 Excel')
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/u)
})

test('the program can be installed: its manifest is complete and every icon has the size it claims', async ({
  page,
}) => {
  await new App(page).open(server.url)
  const address = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = (await (await page.request.get(new URL(address ?? '', server.url).href)).json()) as {
    name: string
    start_url: string
    display: string
    icons: { src: string; sizes: string; type: string; purpose?: string }[]
  }
  expect(manifest).toMatchObject({ name: '闭环 FRACAS', start_url: '/', display: 'standalone' })
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await page.request.get(new URL(src, server.url).href)
    expect(answer.headers()['content-type'], src).toContain(type)
    if (sizes === 'any') continue
    const size = await page.evaluate(async (src) => {
      const image = new Image()
      image.src = src
      await image.decode()
      return `${image.naturalWidth}x${image.naturalHeight}`
    }, src)
    expect(size, src).toBe(sizes)
  }
})

test('nothing is asked of any other computer', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const app = new App(page)
  await app.open(server.url)
  await app.readyForOffline()
  for (const place of ['failures', 'products', 'data', 'settings'] as const) await app.goTo(place)
  expect(asked.filter((url) => !url.startsWith(server.url) && !/^(?:data|blob):/u.test(url))).toEqual([])
})

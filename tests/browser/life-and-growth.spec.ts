import { expect, type Page } from '@playwright/test'
import { ProductsPage } from './pages/ProductsPage'
import { test } from './pages/sampleReader'

let products: ProductsPage
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const card = (page: Page, chart: string) =>
  page
    .locator('.chart-card')
    .filter({ has: page.getByRole('heading', { name: new RegExp(`— ${chart.replace(/[()（）]/gu, '.')}$`, 'u') }) })

test.beforeEach(async ({ page }) => {
  products = new ProductsPage(page)
  await products.app.open('/products')
  await products.openNode('中继阀')
})

test('the growth curve says β with bounds; each of its points opens its failures; the scale stays in the address', async ({
  page,
}) => {
  const { t } = products.app
  await tab(page, t.tabGrowth).click()
  const growth = card(page, t.chartGrowth)
  await expect(growth.getByRole('row', { name: new RegExp(t.figureBeta, 'u') })).toBeVisible()
  await expect(growth.locator('.chart-subtitle')).toContainText('n = ')
  const marks = growth.locator('[data-mark][role=button]')
  expect(await marks.count()).toBeGreaterThan(0)
  const count = Number(/此处 ([\d,]+) 条/u.exec((await marks.first().getAttribute('aria-label')) ?? '')?.[1])
  await marks.first().focus()
  await marks.first().press('Enter')
  await expect(products.drawer.getByRole('heading')).toContainText(products.app.t.drawerTitle(String(count)))
  await page.keyboard.press('Escape')
  await growth.getByRole('button', { name: t.scaleLinear }).click()
  await expect(page).toHaveURL(/scale=linear/u)
  await page.reload()
  await expect(growth.getByRole('button', { name: t.scaleLinear })).toHaveAttribute('aria-pressed', 'true')
})

test('the Weibull plot states which lives it used, and as many rows stand in its table as failed', async ({ page }) => {
  const { t } = products.app
  await tab(page, t.tabLife).click()
  const plot = card(page, t.chartWeibull)
  const subtitle = plot.locator('.chart-subtitle')
  await expect(subtitle).toContainText('失效')
  const failed = Number((/失效 ([\d,]+) 件/u.exec(await subtitle.innerText())?.[1] ?? 'NaN').replace(/,/gu, ''))
  await plot.getByRole('button', { name: t.chartShowTable }).click()
  await expect(plot.locator('.chart-table tbody tr')).toHaveCount(failed)
  await plot.getByLabel(t.lifeMeasure, { exact: false }).selectOption('days')
  await expect(subtitle).toContainText(t.measureDays)
  await expect(page).toHaveURL(/age=days/u)
  await expect(card(page, t.chartMcf).locator('svg.recharts-surface')).toBeVisible()
})

test('kinds of failure that compete share out what failed; each line opens its failures, and the choice is in the address', async ({
  page,
}) => {
  const { t } = products.app
  await tab(page, t.tabLife).click()
  const modes = card(page, t.chartModes)
  await expect(modes.locator('.chart-verdict')).toContainText('各类合成的 B10')
  const total = Number(/失效 ([\d,]+) 件/u.exec(await modes.locator('.chart-subtitle').innerText())?.[1])
  const counts = await modes.locator('.group-table .chart-count').allInnerTexts()
  expect(counts.length).toBeGreaterThan(1)
  expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(total)
  await modes.locator('.group-table .chart-count').first().click()
  await expect(products.drawer.getByRole('heading')).toContainText(t.drawerTitle(counts[0] ?? ''))
  await page.keyboard.press('Escape')
  await modes.getByLabel(t.modesBy, { exact: false }).selectOption('causeCat')
  await expect(page).toHaveURL(/modes=causeCat/u)
  await expect(modes.locator('.chart-subtitle')).toContainText(`失效 ${total} 件`)
})

test('the working prints n, T and the bounds, and hands out a script for R', async ({ page }) => {
  const { t } = products.app
  await tab(page, t.tabWorking).click()
  const mtbf = page.getByRole('region', { name: t.kpiMdbf, exact: true }).first()
  await expect(mtbf.getByRole('row', { name: /χ²\(0\.95; 2n\+2\)/u })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: t.exportR }).click()
  expect((await download).suggestedFilename()).toMatch(/^中继阀_.*\.R$/u)
})

test('a published set is chosen and analysed: the difference of the two batches has its chart', async ({ page }) => {
  const { t } = products.app
  await page.getByRole('link', { name: t.examplesTitle }).click()
  await expect(page.locator('.chart-card')).toHaveCount(2)
  await expect(card(page, t.chartMcfDifference)).toBeVisible()
  await page.getByLabel(t.examplesChoose, { exact: false }).selectOption('locomotive-controls')
  await expect(card(page, t.chartWeibull).locator('.chart-subtitle')).toContainText('失效 37 件')
  await expect(page).toHaveURL(/set=locomotive-controls/u)
})

test('on a phone nothing of the new tabs is wider than the screen', async ({ page }) => {
  const { t } = products.app
  await page.setViewportSize({ width: 390, height: 844 })
  for (const name of [t.tabGrowth, t.tabLife, t.tabWorking]) {
    await tab(page, name).click()
    await products.app.settled()
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      name,
    ).toBeLessThanOrEqual(0)
  }
})

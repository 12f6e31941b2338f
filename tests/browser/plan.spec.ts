import { expect, type Page } from '@playwright/test'
import { ProductsPage } from './pages/ProductsPage'
import { test } from './pages/sampleReader'

let products: ProductsPage
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const card = (page: Page, title: string) =>
  page
    .locator('.chart-card')
    .filter({ has: page.getByRole('heading', { name: new RegExp(`— ${title.replace(/[()（）]/gu, '.')}$`, 'u') }) })

test.beforeEach(async ({ page }) => {
  products = new ProductsPage(page)
  await products.app.open('/products')
  await products.openNode('中继阀')
  await tab(page, products.app.t.tabPlan).click()
})

test('a target typed as a Chinese keyboard types it gives the distances of the standards, and the link opens the same plan', async ({
  page,
}) => {
  const { t } = products.app
  const demonstration = card(page, t.planTopic('demonstration'))
  await demonstration.getByLabel(t.planTarget).fill('５００')
  const plans = demonstration.getByRole('region', { name: t.demonstrationPlans })
  // NIST/SEMATECH 8.3.1.1: 2.30 and 3.89 times the mean at 90 %.
  await expect(plans.getByRole('row').nth(1)).toContainText('1.151')
  await expect(plans.getByRole('row').nth(2)).toContainText('1.945')
  await expect(page).toHaveURL(/ptarget=500/u)
  await page.getByLabel(t.planConfidence).selectOption({ label: '95%' })
  await expect(plans.getByRole('row').nth(1)).toContainText('1.498')
  await page.reload()
  await expect(plans.getByRole('row').nth(1)).toContainText('1.498')
  await demonstration.getByLabel(t.planTarget).fill('-5')
  await expect(demonstration.getByText(t.planNumberWrong)).toBeVisible()
  await expect(plans.getByRole('row').nth(1)).toContainText('1.498')
})

test('what will fail, what it costs and what was believed: each says its interval, and the costs stand in the address', async ({
  page,
}) => {
  const { t } = products.app
  await expect(card(page, t.planTopic('prediction')).locator('.chart-verdict')).toContainText('预测区间')
  const replacement = card(page, t.planTopic('replacement'))
  await expect(replacement.locator('.chart-empty')).toBeVisible()
  await replacement.getByLabel(t.costPlanned).fill('2000')
  await replacement.getByLabel(t.costFailure).fill('30000')
  await expect(page).toHaveURL(/pcost=2000&fcost=30000/u)
  await expect(replacement.locator('.chart-verdict, .chart-empty')).toContainText(/β|修复|更换|辨认/u)
  const prior = card(page, t.planTopic('prior'))
  await prior.getByLabel(t.priorKm).fill('900')
  await prior.getByLabel(t.priorWeight).fill('2')
  await expect(prior.getByRole('row', { name: new RegExp(t.priorAfter.slice(0, 2), 'u') }).first()).toBeVisible()
  await expect(prior.getByText(t.priorAssumed)).toBeVisible()
  const repairs = card(page, t.planTopic('maintainability'))
  await expect(repairs).toBeVisible()
})

test('the month with which the rate of a part changed opens its failures from the table', async ({ page }) => {
  const { t } = products.app
  await products.openNode('压力传感器')
  await tab(page, t.tabGrowth).click()
  const change = card(page, t.planTopic('changepoint'))
  await expect(change.locator('.chart-verdict')).toContainText(/故障率自 20\d\d-\d\d 起变了/u)
  await change.getByRole('button', { name: t.chartShowTable }).click()
  await change.locator('.chart-count').first().click()
  await expect(products.drawer).toBeVisible()
})

test('on a phone nothing of the plans is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await products.app.settled()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
})

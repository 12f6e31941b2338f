import { expect, test, type Page } from '@playwright/test'
import { App } from './pages/App'
import { ProductsPage } from './pages/ProductsPage'

let products: ProductsPage
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const card = (page: Page, title: string) =>
  page
    .locator('.chart-card')
    .filter({ has: page.getByRole('heading', { name: new RegExp(`— ${title.replace(/[()（）]/gu, '.')}$`, 'u') }) })

test.beforeEach(async ({ page }) => {
  await new App(page).loadSample()
  products = new ProductsPage(page)
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

test('on a phone nothing of the plans is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await products.app.settled()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
})

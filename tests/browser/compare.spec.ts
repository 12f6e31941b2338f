/** Groups of a part compared on the sample records: by hand, by link, and back to the failures behind each mark. */
import { expect, type Locator, type Page } from '@playwright/test'
import { ProductsPage } from './pages/ProductsPage'
import { test } from './pages/sampleReader'

let products: ProductsPage
const card = (page: Page, chart: string): Locator =>
  page
    .locator('.chart-card')
    .filter({ has: page.getByRole('heading', { name: new RegExp(`— ${chart.replace(/[()（）]/gu, '.')}$`, 'u') }) })

async function openCompare(page: Page): Promise<void> {
  const { t } = products.app
  await page.getByRole('tab', { name: t.tabCompare, exact: true }).click()
  await products.app.settled()
  await expect(card(page, t.chartGroupRates)).toBeVisible()
}

test.beforeEach(async ({ page }) => {
  products = new ProductsPage(page)
  await products.app.open('/products')
  await products.openNode('中继阀')
  await openCompare(page)
})

const countsIn = async (table: Locator): Promise<readonly number[]> =>
  (await table.locator('.chart-count').allInnerTexts()).map((text) => Number(text.replace(/,/gu, '')))

test('groups add up to the node, and each opens exactly its failures from the drawing and from the table', async ({
  page,
}) => {
  const { t } = products.app
  const rates = card(page, t.chartGroupRates)
  const counts = await countsIn(rates.locator('.group-table'))
  expect(counts).toHaveLength(3)
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(await products.countedFailures())
  const marks = rates.locator('[data-mark][role=button]')
  await expect(marks).toHaveCount(3)
  for (const [at, count] of counts.entries()) {
    await marks.nth(at).focus()
    await marks.nth(at).press('Enter')
    await expect(products.drawer.getByRole('heading')).toContainText(t.drawerTitle(String(count)))
    await page.keyboard.press('Escape')
  }
})

test('a link opens the same comparison: grouping, reference and day', async ({ page }) => {
  const { t } = products.app
  await page.getByLabel(t.compareBy, { exact: false }).selectOption('date')
  await products.app.settled()
  await page.getByLabel(t.compareDate, { exact: false }).fill('2023-01-01')
  await page.locator('.life-controls').getByLabel(t.compareReference, { exact: false }).first().selectOption('before')
  const rates = card(page, t.chartGroupRates)
  await expect(rates.locator('.chart-subtitle')).toContainText(`参照：${t.compareGroupName('date', 'before', '')}`)
  await products.app.settled()
  const said = await rates.locator('.group-table').innerText()
  await page.goto(page.url())
  await products.app.settled()
  await expect(page.getByLabel(t.compareDate, { exact: false })).toHaveValue('2023-01-01')
  expect(await rates.locator('.group-table').innerText()).toBe(said)
})

test('what nothing on record carries says so, and where it would have to be written', async ({ page }) => {
  const { t } = products.app
  await expect(page.getByRole('option', { name: t.compareNotRecorded(t.comparedBy('lineId')) })).toBeAttached()
  await page.getByLabel(t.compareBy, { exact: false }).selectOption('lineId')
  await expect(page.getByRole('heading', { name: t.compareNone(t.comparedBy('lineId')) })).toBeVisible()
  await expect(page.getByText(t.compareNoneWhere('lineId'))).toBeVisible()
  await page.getByLabel(t.compareBy, { exact: false }).selectOption('batch')
  await expect(page.getByText(t.compareNoneWhere('batch'))).toBeVisible()
})

test('funnel, lives, cumulative failures and their difference open rows; the choice of the difference is in the address', async ({
  page,
}) => {
  const { t } = products.app
  for (const chart of [t.chartFunnel, t.chartGroupLives, t.chartGroupMcf, t.chartGroupMcfDifference]) {
    const marks = card(page, chart).locator('[data-mark][role=button]')
    expect(await marks.count(), chart).toBeGreaterThan(0)
    const label = (await marks.first().getAttribute('aria-label')) ?? ''
    const count = /此处 ([\d,]+) 条/u.exec(label)?.[1]
    await marks.first().focus()
    await marks.first().press('Enter')
    if (count !== undefined)
      await expect(products.drawer.getByRole('heading'), chart).toContainText(t.drawerTitle(count))
    await page.keyboard.press('Escape')
  }
  const difference = card(page, t.chartGroupMcfDifference)
  const choice = difference.getByLabel(t.groupMcfDifferenceOf, { exact: false })
  const other = (await choice.locator('option').allInnerTexts()).at(-1) ?? ''
  await choice.selectOption({ label: other })
  await expect(difference.locator('.chart-subtitle')).toContainText(other)
  await expect(page).toHaveURL(/diff=/u)
  await expect(card(page, t.chartGroupLives).locator('.chart-verdict')).toContainText('对数秩检验 χ² =')
})

test('several causes: chosen by keyboard, told as ratios with bounds, n and reference, and refused with the reason', async ({
  page,
}) => {
  const { t } = products.app
  const causes = card(page, t.chartCauses)
  await expect(causes.locator('.chart-verdict')).toContainText('似然比 χ² =')
  await expect(causes.getByRole('row', { name: new RegExp(t.causesReference, 'u') }).first()).toBeVisible()
  const origin = causes.getByRole('button', { name: t.causeName('origin'), exact: true })
  await origin.focus()
  await page.keyboard.press('Space')
  await expect(origin).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/causes=[^&]*origin/u)
  await expect(causes.getByRole('row', { name: new RegExp(t.causeName('origin'), 'u') }).first()).toBeVisible()
  await causes.getByRole('button', { name: t.causeName('lineId'), exact: true }).click()
  await expect(causes.locator('.chart-empty')).toContainText(t.causesUnrecorded(t.causeName('lineId')))
})

test('the working lists each group, and the workbook has its sheet', async ({ page }) => {
  const { t } = products.app
  await page.getByRole('tab', { name: t.tabWorking, exact: true }).click()
  await expect(page.getByRole('region', { name: t.chartGroupRates, exact: true }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: t.chartCauses, exact: true }).first()).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: t.exportSummary }).click()
  expect((await download).suggestedFilename()).toMatch(/^中继阀_.*\.xlsx$/u)
})

test('on a phone nothing of the comparison is wider than the screen, whatever is compared', async ({ page }) => {
  const { t } = products.app
  await page.setViewportSize({ width: 390, height: 844 })
  for (const by of ['depotId', 'periods', 'partAge', 'lineId', 'season']) {
    await page.getByLabel(t.compareBy, { exact: false }).selectOption(by)
    await products.app.settled()
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      by,
    ).toBeLessThanOrEqual(0)
  }
})

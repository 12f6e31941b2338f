/** The list of failures as a table one works in: groups with sums, several sort columns, frozen and resized columns, copying. */
import { expect, test } from '@playwright/test'
import { App } from './pages/App'
import { FailuresPage } from './pages/FailuresPage'
import { recordsIn } from './pages/database'

test.beforeEach(async ({ page }) => {
  await new App(page).loadSample()
})

test('grouped failures add up, open by mouse and keyboard, and go on in their order', async ({ page }) => {
  const list = new FailuresPage(page)
  const { t } = list.app
  await list.open()
  const failures = await recordsIn(page, 'failures')
  const perDepot = new Map<unknown, number>()
  for (const { depotId } of failures) perDepot.set(depotId, (perDepot.get(depotId) ?? 0) + 1)
  const counts = [...perDepot.values()].toSorted((a, b) => b - a)

  const grouping = page.locator('.add-filter').filter({ hasText: t.groupAdd }).getByRole('combobox')
  await grouping.selectOption('depotId')
  const tree = page.getByRole('treegrid')
  const groups = tree.locator('.ftable-group')
  await expect(groups).toHaveCount(perDepot.size)
  // The largest first, and nothing lost between them.
  const shown = await groups.locator('.ftable-sum:first-of-type, .ftable-share + .ftable-sum').allInnerTexts()
  expect(shown.map((text) => Number(/^[\d,]+/u.exec(text)?.[0].replace(/,/gu, '')))).toEqual(counts)

  await groups.first().click()
  await expect(groups.first()).toHaveAttribute('aria-expanded', 'true')
  await expect(tree.locator('.ftable-body').first()).toBeVisible()
  await tree.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await expect(groups.first()).toHaveAttribute('aria-expanded', 'false')
  await expect(tree.locator('.ftable-body')).toHaveCount(0)

  // All of a group are selected with one key.
  await page.keyboard.press('x')
  await expect(page.getByRole('status').filter({ hasText: t.chosenCount(String(counts[0])) })).toBeVisible()

  // A second level stands inside the first, and a reload shows the same.
  await grouping.selectOption('symptomCode')
  await page.reload()
  await expect(groups).toHaveCount(perDepot.size)
  await page.getByRole('button', { name: t.groupsOpenAll }).click()
  await expect(groups.nth(1)).toHaveAttribute('aria-level', '2')
})

test('several columns sort together, a column is frozen, made wider and hidden, and the address keeps it', async ({
  page,
}) => {
  const list = new FailuresPage(page)
  const { t } = list.app
  await list.open()
  await list.table.sortBy('列车号')
  await list.table
    .header('状态')
    .locator('.ftable-sort')
    .click({ modifiers: ['Shift'] })
  await list.arrived()
  await expect(list.table.header('列车号').locator('.ftable-place')).toHaveText('1')
  await expect(list.table.header('状态').locator('.ftable-place')).toHaveText('2')
  const trains = await list.table.cells('列车号')
  const states = await list.table.cells('状态')
  const sameTrain = states.filter((_, at) => trains[at] === trains[0])
  expect(new Set(trains).size).toBeLessThan(trains.length)
  // Within one train equal states stand together.
  expect(sameTrain.filter((state, at) => state !== sameTrain[at - 1]).length).toBe(new Set(sameTrain).size)

  const menu = async (entry: string): Promise<void> => {
    await list.table.header('故障编号').hover()
    await page.getByRole('button', { name: t.columnMenu('故障编号') }).click()
    await page.getByRole('menuitem', { name: entry, exact: true }).click()
  }
  await menu(t.columnFreeze)
  const frozen = list.table.row(0).locator('[role=gridcell]').nth(1)
  const before = await frozen.boundingBox()
  await page.locator('.ftable').evaluate((table) => table.scrollTo({ left: 400 }))
  await expect.poll(async () => (await frozen.boundingBox())?.x).toBe(before?.x)

  await page.locator('.ftable').evaluate((table) => table.scrollTo({ left: 0 }))
  const border = list.table.header('故障编号').locator('.ftable-border')
  const at = await border.boundingBox()
  if (at === null || before === null) throw new Error('the border of the column is not on the page')
  await page.mouse.move(at.x + at.width / 2, at.y + 10)
  await page.mouse.down()
  await page.mouse.move(at.x + at.width / 2 + 60, at.y + 10, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await frozen.boundingBox())?.width).toBe(before.width + 60)
  await page.reload()
  await list.arrived()
  expect((await frozen.boundingBox())?.width).toBe(before.width + 60)

  await menu(t.columnHide)
  await expect.poll(() => list.table.columns()).not.toContain('故障编号')
})

test('selected rows are copied as a table that a spreadsheet takes', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const list = new FailuresPage(page)
  const { t } = list.app
  await list.open('?cols=no,trainId,odometerKm')
  const numbers = await list.table.cells('故障编号')
  await list.table.row(0).getByRole('checkbox').click()
  await list.table.row(2).getByRole('checkbox').click()
  await list.table.grid.focus()
  await page.keyboard.press('Control+c')
  await expect(list.app.toast).toContainText(t.rowsCopied('2'))
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.split('\t'))
  expect(copied[0]).toEqual(['故障编号', '列车号', '故障时走行公里 (km)'])
  expect(copied.slice(1).map(([no]) => no)).toEqual([numbers[0], numbers[2]])
  for (const [, , km] of copied.slice(1)) expect(km).toMatch(/^\d*(?:\.\d+)?$/u)
})

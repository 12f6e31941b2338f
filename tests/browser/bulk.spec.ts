/** Selecting failures in the list, with pointer and keys, and deciding them together: who is stopped is named, one undo takes it back. */
import { expect, test } from '@playwright/test'
import { App } from './pages/App'
import { recordsIn } from './pages/database'
import { FailuresPage } from './pages/FailuresPage'
import { LoopPage } from './pages/LoopPage'

test('rows are selected one by one, in a range, with keys, and all that the filters leave', async ({ page }) => {
  const { t } = new App(page)
  await new App(page).loadSample()
  await new LoopPage(page, 'zh').actAs('赵工', 'QAL')
  const list = new FailuresPage(page)
  await list.open()
  const bar = page.locator('.chosen-bar')
  const check = (at: number) => list.table.row(at).locator('.ftable-check')
  await check(1).click()
  await expect(bar).toContainText(t.chosenCount('1'))
  await check(5).click({ modifiers: ['Shift'] })
  await expect(bar).toContainText(t.chosenCount('5'))
  await expect(list.table.row(3).getByRole('checkbox')).toBeChecked()
  await check(3).click()
  await expect(bar).toContainText(t.chosenCount('4'))
  // The preview of a row is another thing than its selection.
  await expect(page.locator('.preview')).toHaveCount(0)

  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('x')
  await expect(bar).toContainText(t.chosenCount('5'))
  await page.keyboard.press('Control+a')
  const all = (await recordsIn(page, 'failures')).length
  await expect(bar).toContainText(t.chosenCount(all.toLocaleString('zh-CN')))
  await bar.getByRole('button', { name: t.chooseNone }).click()
  await expect(bar).toHaveCount(0)
})

test('a decision for many names what stops each, does the others, and is taken back at once', async ({ page }) => {
  const { t } = new App(page)
  await new App(page).loadSample()
  await new LoopPage(page, 'zh').actAs('赵工', 'QAL')
  const failures = await recordsIn(page, 'failures')
  const open = failures.filter(({ state }) => state === 'ANALYSIS').length
  const list = new FailuresPage(page)
  await list.open()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
  await page.locator('.chosen-bar').getByRole('button', { name: t.bulkOpen }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('责任工程师', { exact: true }).fill('孙工')
  await expect(dialog.getByRole('status').first()).toContainText(/停下不改/u)
  await expect(dialog.getByRole('table')).toContainText(t.bulkStopClosed)
  const submit = dialog.locator('.dialog-foot .button.primary')
  await expect(submit).toBeDisabled()
  await expect(submit).toHaveAttribute('title', t.bulkWhyNeeded)
  await dialog.getByLabel(t.bulkWhy).fill('归口到孙工')
  await submit.click()
  await expect(dialog).toHaveCount(0)
  const owned = async () => (await recordsIn(page, 'failures')).filter(({ owner }) => owner === '孙工').length
  expect(await owned()).toBeGreaterThanOrEqual(open)
  await new App(page).toast.getByRole('button', { name: t.undo }).click()
  await expect.poll(owned).toBe(failures.filter(({ owner }) => owner === '孙工').length)
})

test('a problem is opened for several failures at once', async ({ page }) => {
  const { t } = new App(page)
  await new App(page).loadSample()
  await new LoopPage(page, 'zh').actAs('孙工', 'REL')
  const list = new FailuresPage(page)
  await list.open()
  for (const at of [0, 2, 4]) await list.table.row(at).locator('.ftable-check').click()
  await page.locator('.chosen-bar').getByRole('button', { name: t.problemFromChosen }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t.problemTitle).fill('三起一个原因')
  await dialog.getByRole('button', { name: t.problemMake, exact: true }).click()
  await expect(dialog).toHaveCount(0)
  const made = (await recordsIn(page, 'problems')).find(({ title }) => title === '三起一个原因')
  expect((await recordsIn(page, 'failures')).filter(({ problemId }) => problemId === made?.id)).toHaveLength(3)
})

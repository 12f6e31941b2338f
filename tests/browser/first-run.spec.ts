import { expect, test } from '@playwright/test'
import { App } from './pages/App'
import { countIn, recordsIn } from './pages/database'
import { FailurePage } from './pages/FailurePage'
import { FailuresPage } from './pages/FailuresPage'

test('a first visit offers both languages, three doors and the way back from a backup', async ({ page }) => {
  const app = new App(page)
  await app.open()
  await expect(page.getByRole('group', { name: '选择语言' }).getByRole('button')).toHaveText(['中文', 'English'])
  for (const door of ['导入旧工作簿', '报第一条故障', '看看示例数据'])
    await expect(page.locator('.door').filter({ hasText: door })).toBeVisible()
  await expect(page.getByRole('link', { name: '从文件恢复' })).toBeVisible()

  await page.getByRole('group', { name: '选择语言' }).getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Where would you like to start?' })).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('.door').filter({ hasText: 'Import old workbooks' })).toBeVisible()
})

test('each door and the restore link lead to where they say', async ({ page }) => {
  const app = new App(page)
  await app.open()
  await page.locator('.door').filter({ hasText: '导入旧工作簿' }).click()
  await expect(page.getByText('把文件拖到这里，或点击选择')).toBeVisible()
  await page.goBack()
  await page.locator('.door').filter({ hasText: '报第一条故障' }).click()
  await expect(page.getByRole('heading', { name: '报故障', level: 1 })).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: '从文件恢复' }).click()
  await expect(page.locator('.is-target').getByRole('heading', { name: '从备份恢复' })).toBeVisible()
})

test('the sample fleet says that it is a sample, and one click removes all of it', async ({ page }) => {
  const app = new App(page)
  await app.loadSampleByItsDoor()
  const failures = await countIn(page, 'failures')
  expect(failures).toBeGreaterThan(1000)
  expect(failures).toBeLessThan(1400)
  const list = new FailuresPage(page)
  await app.goTo('failures')
  await list.expectTotal(failures)
  await expect(app.sampleBanner).toBeVisible()

  await app.sampleBanner.getByRole('button', { name: '移除示例数据' }).click()
  await expect(app.toast).toContainText('示例数据已移除')
  await expect(app.sampleBanner).toHaveCount(0)
  await expect(page.getByRole('heading', { name: '还没有故障' })).toBeVisible()
  await app.goTo('products')
  await expect(page.getByRole('heading', { name: '还没有 BOM' })).toBeVisible()
  await app.goTo('home')
  await expect(page.getByRole('heading', { name: '从哪里开始？' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: '从哪里开始？' })).toBeVisible()
})

test('a failure of the sample that somebody worked on stays when the sample goes', async ({ page }) => {
  const app = new App(page)
  await app.loadSample()
  const worked = (await recordsIn(page, 'failures')).find(({ state }) => state === 'SUBMITTED')
  if (worked === undefined) throw new Error('the sample holds no failure')
  const failure = new FailurePage(page)
  await failure.open(worked.id)
  const dialog = await failure.startEditing()
  await dialog.getByLabel('备注', { exact: true }).fill('现场复核过，保留')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(app.toast).toContainText('已保存')

  await app.sampleBanner.getByRole('button', { name: '移除示例数据' }).click()
  await expect(app.toast.filter({ hasText: '示例数据已移除' })).toContainText(/你改过的 \d+ 条记录已保留/u)
  const list = new FailuresPage(page)
  await app.goTo('failures')
  await list.expectTotal(1)
  expect(await list.table.cells('故障编号')).toEqual([worked.no])
  await failure.open(worked.id)
  await expect(failure.fact('备注')).toContainText('现场复核过，保留')
  await expect(failure.fact('列车号')).not.toBeEmpty()
})

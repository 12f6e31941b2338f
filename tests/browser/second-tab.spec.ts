import { expect, test } from '@playwright/test'
import { App } from './pages/App'
import { countIn } from './pages/database'
import { FailuresPage } from './pages/FailuresPage'
import { FileFailurePage } from './pages/FileFailurePage'

test('a failure filed in one tab appears in the table of another without a reload', async ({ page, context }) => {
  await new App(page).loadSample()
  const before = await countIn(page, 'failures')
  const list = new FailuresPage(page)
  await list.open()
  await list.expectTotal(before)
  await page.evaluate(() => {
    document.body.dataset['since'] = 'before'
  })

  const form = new FileFailurePage(await context.newPage())
  await form.open()
  await form.pick('trainId', '2101', '2101')
  await form.pick('bomNodeId', '中继阀', '中继阀')
  await form.fillTheRest('另一个标签页里报的：中继阀缓解慢', { noEffect: '无影响', phase: '正线运营' })
  await form.submit()
  const no = await form.numberGiven()

  await list.expectTotal(before + 1)
  expect((await list.table.cells('故障编号'))[0]).toBe(no)
  await expect(page.locator('body')).toHaveAttribute('data-since', 'before')
})

test('an edit made in one tab shows in the page of the same failure in another', async ({ page, context }) => {
  await new App(page).loadSample()
  const list = new FailuresPage(page)
  await list.open()
  await list.table.row(0).dblclick()
  await expect(page).toHaveURL(/\/failures\/[^?]+$/u)

  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('button', { name: '编辑', exact: true }).click()
  const dialog = other.getByRole('dialog')
  await dialog.getByLabel('备注', { exact: true }).fill('另一个标签页写的备注')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('另一个标签页写的备注')
})

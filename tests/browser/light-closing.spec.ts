/** Light means light: what a station lead types until a minor failure that is not ours waits for its closing, counted. */
import { expect, test } from '@playwright/test'
import { App } from './pages/App'
import { recordsIn } from './pages/database'
import { FileFailurePage } from './pages/FileFailurePage'
import { LoopPage } from './pages/LoopPage'

test('a minor failure that is not ours is closed in one sitting, by two people, with fifteen answers', async ({
  page,
}) => {
  const loop = new LoopPage(page, 'zh')
  const { t } = loop.app
  await new App(page).loadSample()
  await loop.actAs('周站长', 'SSM')
  let answers = 0
  const answering = async (answer: () => Promise<void>): Promise<void> => {
    await answer()
    answers += 1
  }
  const report = new FileFailurePage(page)
  await report.open()
  await answering(() => report.pick('trainId', '1107', /1107/u))
  await answering(() => report.pick('bomNodeId', '闸片', /闸片/u))
  await answering(() => report.choose('symptomCode', 'OTHER'))
  await answering(() => report.field('description').fill('闸片表面被站外异物划伤，厚度合格'))
  await answering(() => report.press('serviceImpact', '无影响'))
  await answering(() => report.press('detectionPhase', '库内检修'))
  await answering(() => report.choose('detectionMethod', 'INSPECT'))
  await answering(() => report.choose('operatingMode', 'STANDSTILL'))
  await answering(async () => {
    await page.getByLabel('没有里程').check()
    await report.field('noReadingReason').fill('表在检修')
  })
  await answering(() => report.press('dataDownloaded', '是'))
  await report.submit()
  const no = await report.numberGiven()
  const id = (await recordsIn(page, 'failures')).find((failure) => failure['no'] === no)?.id ?? ''

  await loop.open(id)
  await page.getByRole('button', { name: t.lightTitle, exact: true }).click()
  const finish = loop.dialog.getByRole('button', { name: t.lightSubmit, exact: true })
  await expect(finish).toBeDisabled()
  await expect(finish).toHaveAttribute('title', /处理方式、处理措施、功能试验是否正常/u)
  await answering(() => loop.put('handlings', 'method', 'CLEAN'))
  await answering(() => loop.put('handlings', 'measure', '打磨并复测厚度'))
  await answering(() => loop.put('handlings', 'functionTestOk', true))
  await answering(() => loop.put('failures', 'chargeable', 'EXT'))
  await answering(() => loop.put('failures', 'responsibleText', '线路施工单位'))
  // What is proposed for the rest stands there in words.
  await expect(loop.dialog.locator('summary')).toContainText('严重度：Ⅳ 轻微')
  await expect(loop.dialog.locator('summary')).toContainText('关闭代码：非责任关闭')
  await finish.click()
  await expect(loop.dialog).toHaveCount(0)
  await expect(loop.now).toContainText('关闭评审')
  await loop.refuses('close', new RegExp(t.roleName('QAL'), 'u'))
  // Who is next is said at once and on the page, and has it in their work.
  await expect(loop.app.toast).toContainText(/接下来：质量主管/u)
  await expect(loop.panel).toContainText(/现在等：质量主管/u)

  await loop.actAs('赵工', 'QAL')
  const work = page.getByRole('navigation').getByRole('link', { name: /我的工作/u })
  await expect(work).toContainText(/\d/u)
  await work.click()
  await expect(page.getByRole('row').filter({ hasText: no })).toBeVisible()
  await loop.open(id)
  await loop.take('close')
  await expect(loop.now).toContainText('已关闭')
  expect(answers).toBeLessThanOrEqual(15)
})

test('what did not happen is not ticked: a failure closed by an old workbook went through nothing here', async ({
  page,
}) => {
  const loop = new LoopPage(page, 'zh')
  await new App(page).loadSample()
  const closed = (await recordsIn(page, 'failures')).find(({ state }) => state === 'CLOSED')
  await loop.open(closed?.id ?? '')
  await expect(loop.now).toContainText('已关闭')
  await expect(loop.panel.locator('.loop-stages li', { hasText: '✓' })).toHaveCount(0)
  await expect(loop.panel.locator('.loop-stages')).toContainText(loop.app.t.stageSkipped)
})

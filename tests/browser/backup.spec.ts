import { expect, test, type Browser, type BrowserContext } from '@playwright/test'
import { BackupCard, savedByDialog, withoutSaveDialog, withSaveDialog } from './pages/BackupCard'
import { countsIn, digestsIn } from './pages/database'
import { FailuresPage } from './pages/FailuresPage'

/** Profiles opened beside the test's own; they would go on living with the browser. */
const others: BrowserContext[] = []
test.afterEach(async () => {
  for (const context of others.splice(0)) await context.close()
})

/** A browser profile that has never seen the program. */
async function elsewhere(browser: Browser): Promise<BackupCard> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  others.push(context)
  const page = await context.newPage()
  const card = new BackupCard(page)
  await card.open()
  return card
}

for (const [how, prepare] of [
  ['as a download', withoutSaveDialog],
  ['into a file chosen in the dialog', withSaveDialog],
] as const)
  test(`a backup saved ${how} restores the same tables elsewhere`, async ({ page, browser }) => {
    await prepare(page)
    const here = new BackupCard(page)
    await here.app.loadSample()
    await here.app.goTo('data')
    const before = await digestsIn(page)
    expect(before['blobs']).not.toMatch(/^0 /u)
    let bytes: Uint8Array | undefined
    if (prepare === withoutSaveDialog) bytes = await here.download()
    else {
      await here.saveButton.click()
      await expect(here.done).toContainText('从头到尾读回核对', { timeout: 60_000 })
      bytes = (await savedByDialog(page))[0]
    }
    if (bytes === undefined) throw new Error('no file was saved')
    await expect(here.done).toContainText('fracas-backup_')

    const there = await elsewhere(browser)
    await there.restore('fracas-backup.zip', bytes)
    await expect(there.done).toContainText(/已恢复 [\d,]+ 条记录/u, { timeout: 60_000 })
    expect(await digestsIn(there.page)).toEqual(before)
    const list = new FailuresPage(there.page)
    await there.app.goTo('failures')
    await list.expectTotal((await countsIn(page))['failures'] ?? 0)
  })

test('a file that is cut, altered or something else is refused in one sentence, and nothing is stored', async ({
  page,
  browser,
}) => {
  await withoutSaveDialog(page)
  const here = new BackupCard(page)
  await here.app.loadSample()
  await here.app.goTo('data')
  const bytes = await here.download()
  const there = await elsewhere(browser)
  const altered = Uint8Array.from(bytes, (byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))
  for (const [file, why] of [
    [bytes.slice(0, bytes.length >> 1), '备份文件不完整，后面的部分被截掉了'],
    [altered, '备份文件损坏或被改动过'],
    [new TextEncoder().encode('不是备份'), '这不是闭环 FRACAS 的备份文件'],
  ] as const) {
    await there.restore('x.zip', file)
    await expect(there.refused).toContainText(why)
    await expect(there.refused).toContainText('现有数据没有变化')
    expect(await countsIn(there.page)).toEqual({})
  }
  await here.restore('x.zip', bytes)
  await expect(here.refused).toContainText('恢复只能在空库中进行')
})

test('saving and restoring can be cancelled, and leave nothing half done', async ({ page, browser }) => {
  await withoutSaveDialog(page)
  const here = new BackupCard(page)
  await here.app.loadSample()
  await here.app.goTo('data')
  await here.saveButton.click()
  await here.cancelAtOnce()
  await expect(here.refused).toHaveText('已取消，没有存成备份。')
  const bytes = await here.download()
  await expect(here.done).toContainText('fracas-backup_')

  const there = await elsewhere(browser)
  await there.restore('x.zip', bytes)
  await there.cancelAtOnce()
  await expect(there.refused).toContainText('已取消，没有恢复')
  expect(await countsIn(there.page)).toEqual({})
  await there.restore('x.zip', bytes)
  await expect(there.done).toContainText('已恢复', { timeout: 60_000 })
})

test('a thread that cannot start is said instead of waited for', async ({ page }) => {
  await withoutSaveDialog(page)
  await page.route(/backup\.worker/u, (route) => route.abort())
  const card = new BackupCard(page)
  await card.open()
  await card.saveButton.click()
  await expect(card.refused).toContainText('没有存成备份')
  await expect(card.saveButton).toBeEnabled()
})

import { expect, test, type Browser, type BrowserContext } from '@playwright/test'
import { BackupCard, savedByDialog, withoutSaveDialog, withSaveDialog } from './pages/BackupCard'
import { countsIn, digestsIn, recordsIn } from './pages/database'
import { FailurePage } from './pages/FailurePage'
import { FailuresPage } from './pages/FailuresPage'
import { withoutAlerts } from './pages/withoutAlerts'

/** Profiles opened beside the test's own; they would go on living with the browser. */
const others: BrowserContext[] = []
test.afterEach(async () => {
  for (const context of others.splice(0)) await context.close()
})

test.beforeEach(({ page }) => withoutAlerts(page))

/** A browser profile that has never seen the program. */
async function elsewhere(browser: Browser): Promise<BackupCard> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  others.push(context)
  const page = await context.newPage()
  await withoutAlerts(page)
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
    await here.open()
    const before = await digestsIn(page)
    expect(before['blobs']).not.toMatch(/^0 /u)
    let bytes: Uint8Array | undefined
    if (prepare === withoutSaveDialog) bytes = await here.download()
    else {
      await here.saveButton.click()
      await expect(here.saved).toContainText('从头到尾读回核对', { timeout: 60_000 })
      bytes = (await savedByDialog(page))[0]
    }
    if (bytes === undefined) throw new Error('no file was saved')
    await expect(here.saved).toContainText('fracas-backup-')
    await expect(here.card).toContainText('此后没有改动')

    const there = await elsewhere(browser)
    await there.choose('fracas-backup.fracas', bytes)
    await expect(there.restoring).toContainText('备份：全部内容')
    await expect(there.restoring).toContainText('恢复后它是一台新设备')
    await there.restoreButton.click()
    await expect(there.restored).toContainText('已接收', { timeout: 60_000 })
    expect(await digestsIn(there.page)).toEqual(before)
    const list = new FailuresPage(there.page)
    await there.app.goTo('failures')
    await list.expectTotal((await countsIn(page))['failures'] ?? 0)
  })

test('a backup goes beside other work: what both wrote stays, and the same file again changes nothing', async ({
  page,
  browser,
}) => {
  await withoutSaveDialog(page)
  const here = new BackupCard(page)
  test.slow()
  await here.app.loadSample()
  await here.open()
  const first = await here.download()
  const there = await elsewhere(browser)
  await there.choose('x.fracas', first)
  await there.restoreButton.click()
  await expect(there.restored).toContainText('已接收', { timeout: 60_000 })
  const id = (await recordsIn(page, 'failures')).find(({ state }) => state === 'HANDLING')?.id ?? ''
  await remark(there, id, '恢复以后写的')
  await remark(here, id, '备份以后写的')
  await here.open()
  const second = await here.download()

  await there.open()
  await there.choose('x.fracas', second)
  await expect(there.restoring).toContainText('1 个字段两边不一致')
  await there.restoring.getByRole('checkbox').check()
  await there.restoreButton.click()
  await expect(there.restored).toContainText('新的 1 处改动', { timeout: 60_000 })
  const both = (await recordsIn(there.page, 'failures')).find((one) => one.id === id)
  for (const words of ['恢复以后写的', '备份以后写的']) expect(both?.versions).toContain(words)
  const after = await digestsIn(there.page)
  await there.choose('x.fracas', second)
  await expect(there.restoring).toContainText('没有新内容')
  await there.restoreButton.click()
  await expect(there.restored).toContainText('新的 0 处改动', { timeout: 60_000 })
  expect(await digestsIn(there.page)).toEqual(after)
})

async function remark({ page }: BackupCard, id: string, words: string): Promise<void> {
  const failure = new FailurePage(page)
  await failure.open(id)
  const dialog = await failure.startEditing()
  await dialog.getByLabel('备注', { exact: true }).fill(words)
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toHaveCount(0)
}

test('a file that is cut, altered or something else is refused in one sentence, and nothing is stored', async ({
  page,
  browser,
}) => {
  await withoutSaveDialog(page)
  const here = new BackupCard(page)
  await here.app.loadSample()
  await here.open()
  const bytes = await here.download()
  const there = await elsewhere(browser)
  const altered = Uint8Array.from(bytes, (byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))
  for (const [file, why] of [
    [bytes.slice(0, bytes.length >> 1), '文件不完整，末尾缺失或损坏'],
    [altered, '文件损坏，或签发后被改动过'],
    [new TextEncoder().encode('不是备份'), '这不是闭环 FRACAS 的交接包或备份文件'],
  ] as const) {
    await there.choose('x.fracas', file)
    await expect(there.refused).toContainText(why)
    await expect(there.refused).toContainText('现有数据没有变化')
    expect(await countsIn(there.page)).toEqual({})
  }
})

test('saving and restoring can be cancelled, and leave nothing half done', async ({ page, browser }) => {
  await withoutSaveDialog(page)
  const here = new BackupCard(page)
  await here.app.loadSample()
  await here.open()
  await here.saveButton.click()
  await here.cancelAtOnce()
  await expect(here.notSaved).toHaveText('已取消，没有存成备份。')
  const bytes = await here.download()
  await expect(here.saved).toContainText('fracas-backup-')

  const there = await elsewhere(browser)
  await there.choose('x.fracas', bytes)
  await there.restoreButton.click()
  await there.cancelAtOnce()
  await expect(there.refused).toContainText('已取消，没有恢复')
  expect(await countsIn(there.page)).toEqual({})
  await there.restoreButton.click()
  await expect(there.restored).toContainText('已接收', { timeout: 60_000 })
})

test('a thread that cannot start is said instead of waited for', async ({ page }) => {
  await withoutSaveDialog(page)
  await page.route(/package\.worker/u, (route) => route.abort())
  const card = new BackupCard(page)
  await card.open()
  await card.saveButton.click()
  await expect(card.notSaved).toContainText('没有存成备份')
  await expect(card.saveButton).toBeEnabled()
})

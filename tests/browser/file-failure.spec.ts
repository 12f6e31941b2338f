import { expect, test, type Page } from '@playwright/test'
import { App } from './pages/App'
import { countIn, recordsIn } from './pages/database'
import { FailurePage } from './pages/FailurePage'
import { FailuresPage } from './pages/FailuresPage'
import { FileFailurePage } from './pages/FileFailurePage'

// Without a network only the service worker can answer.
test.use({ serviceWorkers: 'allow' })

const WORDS = { noEffect: '无影响', phase: '正线运营' }

/** The sample is loaded, the program is stored, the network is gone. */
async function offlineWithSample(page: Page): Promise<App> {
  const app = new App(page)
  await app.loadSample()
  await app.readyForOffline()
  await page.context().setOffline(true)
  return app
}

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
])
  test.describe(`at ${viewport.width} × ${viewport.height} without a network`, () => {
    test.use({ viewport })

    test('a failure is filed with a train by part of its number and a part by its pinyin initials', async ({
      page,
    }) => {
      await offlineWithSample(page)
      const before = await countIn(page, 'failures')
      const form = new FileFailurePage(page)
      await form.open()
      await form.pick('trainId', '107', '1107')
      await form.pick('bomNodeId', 'zjf', '中继阀')
      await form.fillTheRest('列车缓解时中继阀排风慢，复位后正常', WORDS)
      await form.submit()
      const no = await form.numberGiven()
      expect(no).toMatch(/-001$/u)
      expect(await countIn(page, 'failures')).toBe(before + 1)

      await page.getByRole('link', { name: '打开详情' }).click()
      const failure = new FailurePage(page)
      await expect(failure.number).toHaveText(no)
      await expect(failure.fact('列车号')).toContainText('1107')
      await expect(failure.fact('故障部位')).toContainText('中继阀')
      await expect(failure.fact('故障现象描述')).toContainText('列车缓解时中继阀排风慢，复位后正常')

      const list = new FailuresPage(page)
      await list.open()
      await list.expectTotal(before + 1)
      expect((await list.table.cells('故障编号'))[0]).toBe(no)
    })

    test('nothing on the form is wider than the screen', async ({ page }) => {
      const form = new FileFailurePage(page)
      await form.open()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
    })
  })

test('a report that lacks something lists each item with a link that leads to its field', async ({ page }) => {
  const form = new FileFailurePage(page)
  await form.open()
  await form.field('description').fill('太短')
  await form.submit()
  await expect(page.getByRole('alert')).toContainText(/还差 \d+ 项，补上就能提交/u)
  const items = await form.missing.allInnerTexts()
  expect(items).toContain('列车号：必填')
  expect(items).toContain('故障部位：必填')
  expect(items.find((item) => item.startsWith('故障现象描述'))).toContain('至少写 10 个字')
  for (const at of items.keys()) {
    const link = form.missing.nth(at).getByRole('link')
    const target = (await link.getAttribute('href'))?.slice(1) ?? ''
    await link.click()
    await expect(page.locator(`[id="${target}"]`)).toBeFocused()
  }
  expect(await countIn(page, 'failures')).toBe(0)

  await form.choose('symptomCode', 'SLOWREL')
  await expect(form.missing).toHaveCount(items.length - 1)
})

test('what was typed is still there after the page is killed', async ({ page, context }) => {
  const form = new FileFailurePage(page)
  await form.open()
  await form.field('description').fill('写到一半浏览器没了')
  await form.choose('symptomCode', 'LEAK_EXT')
  await expect(form.savedNote).toBeVisible()
  await page.close({ runBeforeUnload: false })

  const again = new FileFailurePage(await context.newPage())
  await again.open()
  await expect(again.field('description')).toHaveValue('写到一半浏览器没了')
  await expect(again.field('symptomCode')).toHaveValue('LEAK_EXT')
  await expect(again.page.getByText('已恢复未完成的报告')).toBeVisible()

  await again.page.reload()
  await expect(again.field('description')).toHaveValue('写到一半浏览器没了')
})

test('leaving the form for another screen and coming back continues the same report', async ({ page }) => {
  const form = new FileFailurePage(page)
  await form.open()
  await form.field('description').fill('先去查一下别的故障')
  await form.app.goTo('failures')
  await page.getByRole('navigation').getByRole('link', { name: '报故障' }).click()
  await expect(form.field('description')).toHaveValue('先去查一下别的故障')
  await form.field('description').fill('先去查一下别的故障，再接着写')
  await expect(form.savedNote).toBeVisible()
  expect(await countIn(page, 'drafts')).toBe(1)
})

test('a discarded report can be taken back', async ({ page }) => {
  const form = new FileFailurePage(page)
  await form.open()
  await form.field('description').fill('写错了但是还想要回来')
  await expect(form.savedNote).toBeVisible()
  await form.draftMenu('丢弃草稿')
  await expect(form.field('description')).toHaveValue('')
  await form.app.toast.getByRole('button', { name: '撤销' }).click()
  await expect(form.field('description')).toHaveValue('写错了但是还想要回来')
})

test('while an input method composes, Enter neither picks, nor submits, nor lists what is missing', async ({
  page,
}) => {
  await new App(page).loadSample()
  const form = new FileFailurePage(page)
  await form.open()
  const keys = await page.context().newCDPSession(page)
  const enterWhileComposing = async (modifiers = 0): Promise<void> => {
    await keys.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
      modifiers,
    })
    await keys.send('Input.dispatchKeyEvent', {
      type: 'keyUp',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 13,
      modifiers,
    })
  }

  await form.field('bomNodeId').click()
  await keys.send('Input.imeSetComposition', { text: '中继', selectionStart: 2, selectionEnd: 2 })
  await expect(form.options.first()).toContainText('中继阀')
  await enterWhileComposing()
  await enterWhileComposing(2)
  await expect(form.options.first()).toContainText('中继阀')
  await expect(form.field('bomNodeId')).toHaveValue('中继')
  await expect(form.missing).toHaveCount(0)
  await keys.send('Input.insertText', { text: '中继阀' })
  await expect(form.field('bomNodeId')).toHaveValue('中继阀')
  await form.field('bomNodeId').press('Enter')
  await expect(form.field('bomNodeId')).toHaveValue(/中继阀 {2}ZK-2100/u)

  await form.field('description').click()
  await keys.send('Input.imeSetComposition', { text: 'huan', selectionStart: 4, selectionEnd: 4 })
  await enterWhileComposing(2)
  await expect(form.missing).toHaveCount(0)
  await keys.send('Input.insertText', { text: '缓解' })
  await expect(form.field('description')).toHaveValue('缓解')
  await form.field('description').press('Control+Enter')
  await expect(form.missing.first()).toBeVisible()
})

test('Ctrl+Enter submits from any field, and the next report keeps the train', async ({ page }) => {
  await new App(page).loadSample()
  const form = new FileFailurePage(page)
  await form.open()
  await form.pick('trainId', '1203', '1203')
  const train = await form.field('trainId').inputValue()
  await form.pick('bomNodeId', 'ysj', '压缩机')
  await form.fillTheRest('压缩机启动频繁，储风缸压力不足', WORDS)
  await form.field('description').press('Control+Enter')
  const first = await form.numberGiven()

  await page.getByRole('button', { name: '再报一条（同车）' }).click()
  await expect(form.field('trainId')).toHaveValue(train)
  await expect(form.field('bomNodeId')).toHaveValue('')
  await expect(form.field('description')).toHaveValue('')
  await expect(form.field('reporter')).toHaveValue('何工')
  await form.pick('bomNodeId', 'ZK-2100', '中继阀')
  await form.fillTheRest('同一列车上中继阀排风口漏风', WORDS)
  await form.submit()
  await expect(page.getByRole('heading', { name: /-002$/u })).toBeVisible()
  const filed = (await recordsIn(page, 'failures')).filter(({ no }) => no?.startsWith('L-'))
  expect(filed.map(({ no }) => no).sort()).toEqual([first, first.replace(/001$/u, '002')])
  expect(new Set(filed.map(({ trainId }) => trainId)).size).toBe(1)
  expect(await countIn(page, 'drafts')).toBe(0)
})

test('with no fleet and no parts list a report keeps train and part as they were typed', async ({ page }) => {
  const form = new FileFailurePage(page)
  await form.open()
  await form.field('trainId').fill('CRH380B-9999')
  await form.options.filter({ hasText: '按原文保存“CRH380B-9999”' }).click()
  await form.field('bomNodeId').fill('不知名的阀')
  await form.options.filter({ hasText: '按原文保存“不知名的阀”' }).click()
  await form.fillTheRest('没有台账时也要能报，写够十个字', WORDS)
  await form.submit()
  const no = await form.numberGiven()
  const [filed] = await recordsIn(page, 'failures')
  expect(filed).toMatchObject({ no, trainText: 'CRH380B-9999', nodeText: '不知名的阀', state: 'SUBMITTED' })
})

test.describe('in English', () => {
  test.use({ locale: 'en-GB' })

  test('a report is filed offline with the words of the other language', async ({ page }) => {
    const app = new App(page, 'en')
    await app.loadSample()
    await app.readyForOffline()
    await page.context().setOffline(true)
    const form = new FileFailurePage(page, 'en')
    await form.open()
    await form.submit()
    await expect(page.getByRole('alert')).toContainText(/items are missing/u)
    await expect(form.missing.first().getByRole('link')).toHaveText('Train')
    await form.pick('trainId', '107', '1107')
    await form.pick('bomNodeId', 'zjf', '中继阀')
    await form.fillTheRest('Relay valve vents slowly on release', { noEffect: 'No effect', phase: 'Main-line service' })
    await form.submit()
    await form.numberGiven()
    await page.getByRole('link', { name: 'Open page' }).click()
    await expect(page.locator('.failure-lead')).toHaveText('Relay valve vents slowly on release')
  })
})

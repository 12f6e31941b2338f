import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { App } from './pages/App'
import { countIn, recordsIn } from './pages/database'
import { FailurePage } from './pages/FailurePage'
import { FileFailurePage } from './pages/FileFailurePage'
import { FormDialog } from './pages/FormDialog'

const WORDS = { noEffect: '无影响', phase: '正线运营' }

/** Files a failure on a device that knows no fleet, and answers its id. */
async function aFailure(page: Page): Promise<string> {
  const form = new FileFailurePage(page)
  await form.open()
  await form.keep('trainId', 'CR400AF-2101')
  await form.keep('bomNodeId', '中继阀')
  await form.fillTheRest('列车缓解时中继阀排风慢，复位后正常', WORDS)
  await form.submit()
  await form.numberGiven()
  const [filed] = await recordsIn(page, 'failures')
  return filed?.id ?? ''
}

async function editing(page: Page, id: string): Promise<FormDialog> {
  const failure = new FailurePage(page)
  await failure.open(id)
  await failure.startEditing()
  return new FormDialog(page)
}

/** Questions to the background thread leave a second late, as on a slow device. */
const answersComeLate = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    for (const port of [Worker.prototype, MessagePort.prototype]) {
      const post = port.postMessage as (...message: unknown[]) => void
      port.postMessage = function (this: Worker & MessagePort, ...message: unknown[]) {
        setTimeout(() => post.apply(this, message), 1000)
      }
    }
  })
}

test('a number that cannot be read stays, blocks saving, is kept in the draft, and never clears what was stored', async ({
  page,
}) => {
  const id = await aFailure(page)
  const dialog = await editing(page, id)
  const odometer = dialog.field('failures', 'odometerKm')
  await odometer.fill('81234S')
  await dialog.why('更正')
  await expect(dialog.dialog.getByText('读不出数字，请改正').first()).toBeVisible()
  await dialog.refuses(/读不出数字/u)
  await dialog.draftKept()
  await page.keyboard.press('Escape')
  await expect(dialog.dialog).toHaveCount(0)

  await page.reload()
  const again = await editing(page, id)
  await expect(again.recovered).toBeVisible()
  await expect(odometer).toHaveValue('81234S')
  await again.refuses(/读不出数字/u)
  expect((await recordsIn(page, 'failures'))[0]?.odometerKm).toBe(812_345)

  for (const typed of ['812345,6', '-5', '99,999,999,999']) {
    await odometer.fill(typed)
    await expect(again.saveButton).toBeDisabled()
  }
  await odometer.fill('81.3万')
  await again.save()
  expect((await recordsIn(page, 'failures'))[0]?.odometerKm).toBe(813_000)
  expect(await countIn(page, 'drafts')).toBe(0)
})

test('a date is read as people write it, and an unreadable one is said', async ({ page }) => {
  const id = await aFailure(page)
  const dialog = await editing(page, id)
  const made = dialog.field('failures', 'unitMadeAt')
  await made.fill('2016-03')
  await made.blur()
  await made.fill('2016年3月15日')
  await made.blur()
  await expect(made).toHaveValue('2016-03-15')
  await made.fill('2016.13.45')
  await dialog.refuses(/读不出日期/u)
  await made.fill('2016.3.16')
  await dialog.save()
  expect((await recordsIn(page, 'failures'))[0]?.unitMadeAt).toBe('2016-03-16')
})

test('words in a dialog survive Esc and a kill, are listed on Home, and can be dropped and taken back', async ({
  page,
  context,
}) => {
  const id = await aFailure(page)
  await page.goto(`/failures/${id}?tab=tabHandling`)
  await page.getByRole('button', { name: '加一次处理' }).click()
  const dialog = new FormDialog(page)
  const measure = dialog.field('handlings', 'measure')
  await measure.fill('更换中继阀')
  await dialog.draftKept()
  await page.keyboard.press('Escape')
  await expect(dialog.app.toast).toContainText('已留作草稿')
  await page.close({ runBeforeUnload: false })

  const next = await context.newPage()
  const app = new App(next)
  await app.open()
  const drafts = next.getByRole('region', { name: '没有提交的草稿' })
  await expect(drafts.getByRole('link')).toHaveText(/加一次处理.*L-.*更换中继阀/su)
  await drafts.getByRole('link').click()
  const again = new FormDialog(next)
  await expect(again.field('handlings', 'measure')).toHaveValue('更换中继阀')
  await again.field('handlings', 'measure').fill('改坏了')
  await again.press('放弃这次修改')
  await expect(again.dialog).toHaveCount(0)

  // What was dropped were the words of this visit only.
  await next.getByRole('button', { name: '加一次处理' }).click()
  await expect(again.field('handlings', 'measure')).toHaveValue('更换中继阀')
  await again.press('丢弃草稿')
  await expect(again.field('handlings', 'measure')).toHaveValue('')
  await again.press('撤销')
  await expect(again.field('handlings', 'measure')).toHaveValue('更换中继阀')
  await again.field('handlings', 'startAt').fill('2026-05-07 14:30')
  await again.field('handlings', 'endAt').fill('2026-05-07 13:00')
  await again.refuses(/早于/u)
  await again.field('handlings', 'endAt').fill('2026-05-07 15:00')
  await again.saveButton.dblclick()
  await expect(again.dialog).toHaveCount(0)
  expect(await countIn(next, 'handlings')).toBe(1)
  expect(await countIn(next, 'drafts')).toBe(0)
})

test('words typed into a code list and into the minutes of a review survive a kill too', async ({ page, context }) => {
  const { t } = new App(page)
  const id = await aFailure(page)
  await page.goto('/settings?list=CL-DETECT#codes')
  await page.getByLabel(t.codeAddCode).fill('drone')
  await page.getByLabel(t.codeZh).last().fill('无人机巡检')
  await expect(page.locator('#codes').getByText(t.draftSaved('').trim())).toBeVisible()
  const review = await context.newPage()
  await review.goto(`/review?of=${id}`)
  const minutes = review.getByLabel(t.reviewNotes, { exact: true }).last()
  await minutes.fill('周五前补数据')
  await expect.poll(() => countIn(review, 'drafts')).toBe(2)
  await page.close({ runBeforeUnload: false })
  await review.close({ runBeforeUnload: false })

  const next = await context.newPage()
  await new App(next).open()
  const drafts = next.getByRole('region', { name: '没有提交的草稿' })
  await expect(drafts.getByRole('link')).toHaveCount(2)
  await drafts.getByRole('link').filter({ hasText: t.codeAdd }).click()
  await expect(next.getByLabel(t.codeAddCode)).toHaveValue('DRONE')
  await expect(next.getByText(t.codeNeedsNames)).toBeVisible()
  await next.getByLabel(t.codeEn).last().fill('Drone inspection')
  await next.getByRole('button', { name: t.codeAdd, exact: true }).click()
  await expect(next.getByRole('cell', { name: 'DRONE', exact: true })).toBeVisible()
  await next.goto('/')
  await drafts.getByRole('link').filter({ hasText: t.reviewNotes }).click()
  const found = next.getByRole('textbox', { name: t.reviewNotes })
  await expect(found).toHaveValue('周五前补数据')
  await found.focus()
  await next.getByRole('heading', { level: 1 }).click()
  await expect.poll(() => countIn(next, 'drafts')).toBe(0)
  expect(JSON.stringify(await recordsIn(next, 'failures'))).toContain('周五前补数据')
})

test('a form opened and closed leaves no draft, and an empty replacement is not saved', async ({ page }) => {
  const id = await aFailure(page)
  await page.goto(`/failures/${id}?tab=tabHandling`)
  await page.getByRole('button', { name: '加一次更换' }).click()
  const dialog = new FormDialog(page)
  await dialog.refuses(/还没写换了什么/u)
  await page.keyboard.press('Escape')
  await expect(dialog.dialog).toHaveCount(0)
  expect(await countIn(page, 'drafts')).toBe(0)
})

test.describe('two tabs edit one failure', () => {
  const secondTab = async (context: BrowserContext, id: string): Promise<FormDialog> =>
    editing(await context.newPage(), id)

  test('each writes only the fields it touched', async ({ page, context }) => {
    const id = await aFailure(page)
    const first = await editing(page, id)
    await first.field('failures', 'remark').fill('第一个标签页的备注')
    const second = await secondTab(context, id)
    await second.field('failures', 'description').fill('第二个标签页写的现象描述')
    await second.save()
    await first.save()
    expect((await recordsIn(page, 'failures'))[0]).toMatchObject({
      remark: '第一个标签页的备注',
      description: '第二个标签页写的现象描述',
    })
  })

  test('a field both changed is shown with both values before it is saved', async ({ page, context }) => {
    const id = await aFailure(page)
    const first = await editing(page, id)
    await first.field('failures', 'remark').fill('我写的备注')
    const second = await secondTab(context, id)
    await second.field('failures', 'remark').fill('别处写的备注')
    await second.save()
    await expect(first.conflicts).toContainText('别处写的备注')
    await expect(first.conflicts).toContainText('我写的备注')
    await first.refuses(/有 1 项在这期间被改过/u)
    await first.press('用我写的')
    await first.save()
    expect((await recordsIn(page, 'failures'))[0]?.remark).toBe('我写的备注')
  })
})

test('with a full disk the form says the draft is not kept, gives the text out, and does not close on Esc', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const id = await aFailure(page)
  const dialog = await editing(page, id)
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...record: Parameters<typeof put>) {
      if (this.name === 'drafts') throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, record)
    }
  })
  await dialog.field('failures', 'remark').fill('磁盘满了也不能丢的话')
  const warning = dialog.dialog.getByRole('alert').filter({ hasText: '草稿没能存到本机' })
  await expect(warning).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(warning.getByRole('button', { name: '不保留，关闭' })).toBeVisible()
  await warning.getByRole('button', { name: '复制全部文字' }).click()
  await expect(warning).toContainText('已复制')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('磁盘满了也不能丢的话')
})

test('without a reading the reason is what is missing, and the link leads to it', async ({ page }) => {
  const form = new FileFailurePage(page)
  await form.open()
  await form.field('odometerKm').fill('812345')
  await page.getByLabel('没有里程').check()
  await form.submit()
  const item = form.missing.filter({ hasText: '无里程原因' })
  await item.getByRole('link').click()
  await expect(form.field('noReadingReason')).toBeFocused()
  await page.getByLabel('没有里程').uncheck()
  await expect(form.field('odometerKm')).toHaveValue('812345')
})

test('the time comes back when it is known after all, and a quantity of nothing is named as that', async ({ page }) => {
  const form = new FileFailurePage(page)
  await form.open()
  await form.field('occurredAt').fill('2026-05-07 09:15')
  await page.getByLabel('时间不确定，只知道日期').check()
  await expect(form.field('occurredAt')).toHaveValue('2026-05-07')
  await page.getByLabel('时间不确定，只知道日期').uncheck()
  await expect(form.field('occurredAt')).toHaveValue('2026-05-07 09:15')
  await form.field('qty').fill('0')
  await form.submit()
  await expect(form.missing.filter({ hasText: '故障数量' })).toContainText('不能小于 1')
})

test('Ctrl+Enter held down files one failure', async ({ page }) => {
  const form = new FileFailurePage(page)
  await form.open()
  await form.keep('trainId', 'CR400AF-2101')
  await form.keep('bomNodeId', '中继阀')
  await form.fillTheRest('按住不放也只能报一条，写够十个字', WORDS)
  await form.field('description').focus()
  const keys = await page.context().newCDPSession(page)
  for (const autoRepeat of [false, true, true, true])
    await keys.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 13,
      modifiers: 2,
      autoRepeat,
    })
  await form.numberGiven()
  expect(await countIn(page, 'failures')).toBe(1)
})

test('several reports are kept side by side: set aside, listed, continued', async ({ page }) => {
  const form = new FileFailurePage(page)
  await form.open()
  await form.keep('trainId', 'CR400AF-2101')
  await form.field('description').fill('第一张还没写完')
  await form.draftMenu('先放一边，另写一张')
  await expect(form.field('description')).toHaveValue('')
  await form.field('description').fill('第二张')
  await expect(form.savedNote).toBeVisible()
  await form.otherDrafts.locator('summary').click()
  await expect(form.otherDrafts.getByRole('link')).toContainText('CR400AF-2101')
  await form.otherDrafts.getByRole('link').click()
  await expect(form.field('description')).toHaveValue('第一张还没写完')
  expect(await countIn(page, 'drafts')).toBe(2)
})

test.describe('with a fleet', () => {
  test('nothing typed is lost when the answer about the train comes late', async ({ page }) => {
    await new App(page).loadSample()
    await answersComeLate(page)
    const form = new FileFailurePage(page)
    await form.open()
    const cpu = await page.context().newCDPSession(page)
    await cpu.send('Emulation.setCPUThrottlingRate', { rate: 20 })
    await form.pick('trainId', '107', '1107')
    await form.choose('symptomCode', 'SLOWREL')
    await form.field('description').fill('选完列车马上接着写，一个字也不能丢')
    await expect
      .poll(async () => (await recordsIn(page, 'drafts' as never))[0] as unknown)
      .toMatchObject({
        fields: {
          trainId: expect.any(String),
          symptomCode: 'SLOWREL',
          description: '选完列车马上接着写，一个字也不能丢',
        },
      })
    await expect(form.field('description')).toHaveValue('选完列车马上接着写，一个字也不能丢')
    await expect(form.field('symptomCode')).toHaveValue('SLOWREL')
  })

  test('words that name one thing are taken on leaving the field; others are kept, said, and chosen later', async ({
    page,
  }) => {
    await new App(page).loadSample()
    const form = new FileFailurePage(page)
    await form.open()
    await form.field('trainId').fill('cj160a1107')
    await form.field('bomNodeId').fill('zk-2100')
    await form.field('description').fill('离开就认出来')
    await expect(form.field('trainId')).toHaveValue('CJ160A-1107')
    await expect(form.field('bomNodeId')).toHaveValue(/^中继阀 {2}ZK-2100$/u)

    await form.field('trainId').fill('CR400AF-1107')
    await expect(form.savedNote).toBeVisible()
    await expect
      .poll(async () => ((await recordsIn(page, 'drafts' as never))[0] as { fields?: object } | undefined)?.fields)
      .toMatchObject({ trainText: 'CR400AF-1107' })
    await form.field('description').focus()
    await expect(form.field('trainId')).toHaveValue('CR400AF-1107')
    await expect(page.getByText('清单里没有，按原文保存')).toBeVisible()
    await page.getByRole('button', { name: '从清单选' }).click()
    await expect(form.field('trainId')).toBeFocused()
    await form.field('trainId').fill('1107')
    await expect(form.options.first()).toContainText('CJ160A-1107')
    await form.options.first().click()
    await expect(form.field('trainId')).toHaveValue('CJ160A-1107')
  })

  test('keeping the words is offered only when the list has answered, and a held pointer takes what it went down on', async ({
    page,
  }) => {
    await new App(page).loadSample()
    await answersComeLate(page)
    const form = new FileFailurePage(page)
    await form.open()
    await form.field('trainId').fill('1107')
    await expect(page.getByText('正在查找…')).toBeVisible()
    await expect(form.options).toHaveCount(0)
    await expect(form.options.first()).toContainText('CJ160A-1107')
    await form.field('trainId').fill('120')
    await form.options.first().hover()
    await page.mouse.down()
    await expect(form.options.first()).toContainText('CJ160A-1107')
    await page.mouse.up()
    await expect(form.field('trainId')).toHaveValue('CJ160A-1107')
  })

  test('an odometer below the last reading is asked about, with that reading shown', async ({ page }) => {
    await new App(page).loadSample()
    const form = new FileFailurePage(page)
    await form.open()
    await form.pick('trainId', '107', '1107')
    await expect(page.getByText(/^上次读数 [\d,]+ km（\d{4}-\d{2}-\d{2}）$/u)).toBeVisible()
    await form.pick('bomNodeId', 'zjf', '中继阀')
    await form.fillTheRest('列车缓解时中继阀排风慢，复位后正常', WORDS)
    await form.field('odometerKm').fill('12345')
    await expect(page.getByText(/比上次读数小：上次是 [\d,]+ km/u)).toBeVisible()
    await form.submit()
    await expect(form.missing).toHaveText(/与上次读数对不上/u)
    await page.getByLabel('核对过了，读数没错').check()
    await form.submit()
    await form.numberGiven()
  })
})

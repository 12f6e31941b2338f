/** Two phones and a laptop that never meet: everything written on one arrives on the others, by files. */
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { recordsIn } from './pages/database'
import { FailurePage } from './pages/FailurePage'
import { HandOverPage } from './pages/HandOverPage'

const others: BrowserContext[] = []
test.afterEach(async () => {
  for (const context of others.splice(0)) await context.close()
})

async function device(browser: Browser, size: { width: number; height: number }): Promise<HandOverPage> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: size, acceptDownloads: true })
  others.push(context)
  const page = await context.newPage()
  const here = new HandOverPage(page)
  await here.open()
  return here
}

const remarkOf = async (page: Page, id: string): Promise<string | undefined> =>
  (await recordsIn(page, 'failures')).find((failure) => failure.id === id)?.remark

test('a phone and a laptop end with every word: in order, repeated, lost and found', async ({ page, browser }) => {
  test.slow()
  const laptop = new HandOverPage(page)
  await laptop.app.loadSample()
  const phone = await device(browser, { width: 390, height: 844 })
  await laptop.open()
  const everything = await laptop.handOver()
  expect(everything.name).toMatch(/^fracas-[0-9A-Z]{6}-\d{12}\.fracas$/u)
  await phone.takeIn(everything)
  const open = (await recordsIn(phone.page, 'failures')).find(({ state }) => state === 'HANDLING')
  const id = open?.id ?? ''
  expect((await recordsIn(phone.page, 'failures')).length).toBe((await recordsIn(page, 'failures')).length)

  // Both write about one failure without seeing each other.
  await write(phone.page, id, '手机上写的')
  await phone.open()
  const first = await phone.handOver()
  await write(phone.page, id, '手机上又写的')
  await phone.open()
  const second = await phone.handOver()
  await write(page, id, '电脑上写的')

  // The first is lost at first: the second says what is missing, and is taken in all the same.
  await laptop.open()
  await laptop.give(second)
  await expect(laptop.in).toContainText('还缺设备')
  await laptop.in.getByRole('checkbox').check()
  await laptop.in.getByRole('button', { name: laptop.app.t.takeInButton, exact: true }).click()
  await expect(laptop.in).toContainText('已接收')
  await laptop.takeIn(first)
  await laptop.give(first)
  await expect(laptop.in).toContainText(laptop.app.t.takeInNothing)
  const disputed = (await recordsIn(page, 'failures')).find((one) => one.id === id)
  for (const words of ['手机上又写的', '电脑上写的']) expect(disputed?.versions).toContain(words)

  // What the laptop hands back tells the phone that its changes have arrived.
  await laptop.open()
  const back = await laptop.handOver()
  await phone.open()
  await phone.takeIn(back)
  expect(await remarkOf(phone.page, id)).toBe(await remarkOf(page, id))
  await expect(phone.page.getByRole('table')).toContainText('接收')
  await phone.app.open('/data/handover')
  await phone.page.getByRole('button', { name: phone.app.t.navMore, exact: true }).click()
  await expect(phone.page.getByRole('link', { name: phone.app.t.pillConfirmed })).toBeVisible({ timeout: 60_000 })
})

async function write(page: Page, id: string, remark: string): Promise<void> {
  const failure = new FailurePage(page)
  await failure.open(id)
  const dialog = await failure.startEditing()
  await dialog.getByLabel('备注', { exact: true }).fill(remark)
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toHaveCount(0)
}

test('a sealed file asks for its passphrase; a damaged, a cut and a foreign one are refused in a sentence', async ({
  page,
  browser,
}) => {
  const here = new HandOverPage(page)
  await here.app.loadSample()
  await here.open()
  await here.out.getByLabel(here.app.t.handOverPassphrase).fill('城北二组')
  const sealed = await here.handOver()
  const there = await device(browser, { width: 1440, height: 900 })
  await there.give(sealed)
  await expect(there.in).toContainText('有口令保护')
  await there.in.getByLabel(there.app.t.takeInPassphrase).fill('不是这个')
  await there.in.getByRole('button', { name: there.app.t.takeInOpen }).click()
  await expect(there.in).toContainText('口令不对')
  await there.in.getByLabel(there.app.t.takeInPassphrase).fill('城北二组')
  await there.in.getByRole('button', { name: there.app.t.takeInOpen }).click()
  await expect(there.in).toContainText('指纹')
  await there.in.getByRole('button', { name: there.app.t.takeInNot }).click()

  await here.out.getByLabel(here.app.t.handOverPassphrase).fill('')
  await here.out.getByLabel(here.app.t.handOverEverything).check()
  const whole = await here.handOver()
  const altered = Buffer.from(whole.bytes)
  altered[Math.floor(altered.length / 2)] = (altered[Math.floor(altered.length / 2)] ?? 0) ^ 0xff
  for (const [bytes, sentence] of [
    [altered, '文件损坏'],
    [whole.bytes.subarray(0, whole.bytes.length - 200), '不完整'],
    [Buffer.from('车号,故障'), '不是闭环 FRACAS 的交接包'],
  ] as const) {
    await there.give({ name: 'x.fracas', bytes })
    await expect(there.in.getByRole('alert')).toContainText(sentence)
  }
  expect(await recordsIn(there.page, 'failures')).toEqual([])
})

test('a copied store is told where the two parted, becomes a new device, and both end with every word', async ({
  page,
  browser,
}) => {
  test.slow()
  // Both start from one stored profile, as from a copied disk.
  const original = new HandOverPage(page)
  await original.app.loadSample()
  const context = await browser.newContext({ locale: 'zh-CN', acceptDownloads: true })
  others.push(context)
  const copy = new HandOverPage(await context.newPage())
  await copy.app.loadSample()
  const id = (await recordsIn(page, 'failures')).find(({ state }) => state === 'HANDLING')?.id ?? ''
  await write(page, id, '原件上写的')
  await write(copy.page, id, '副本上写的')

  await original.open()
  await original.out.getByLabel(original.app.t.handOverEverything).check()
  const everything = await original.handOver()
  await copy.open()
  await copy.give(everything)
  await expect(copy.in.getByRole('alert')).toContainText('两处内容不同')
  const box = copy.in.getByRole('region', { name: copy.app.t.newDeviceTitle })
  await expect(box).toContainText('改记在新的设备号下')
  await box.getByRole('button', { name: copy.app.t.newDeviceButton }).click()
  await expect(copy.app.toast).toContainText('这台现在是设备')
  const take = copy.in.getByRole('button', { name: copy.app.t.takeInButton, exact: true })
  await expect(take).toBeVisible()
  const accept = copy.in.getByRole('checkbox')
  if ((await accept.count()) > 0) await accept.check()
  await take.click()
  await expect(copy.in).toContainText('已接收')
  await copy.open()
  await copy.out.getByLabel(copy.app.t.handOverEverything).check()
  await original.takeIn(await copy.handOver())
  for (const one of [page, copy.page]) {
    const versions = (await recordsIn(one, 'failures')).find((failure) => failure.id === id)?.versions ?? ''
    for (const words of ['原件上写的', '副本上写的']) expect(versions).toContain(words)
  }
})

test('one train is chosen on the page of the hand-over, or comes from the page of the train', async ({ page }) => {
  const here = new HandOverPage(page)
  const { t } = here.app
  await here.app.loadSample()
  const train = (await recordsIn(page, 'trains'))[0]
  await here.open()
  await here.out.getByLabel(t.handOverOneKind('train')).check()
  await expect(here.out.getByRole('button', { name: t.handOverButton })).toBeDisabled()
  await expect(here.out).toContainText(t.handOverOneNeeded)
  const find = here.out.getByRole('combobox')
  await find.fill(train?.trainNo ?? '')
  await page.getByRole('option').first().click()
  const chosen = await here.handOver()
  await here.app.open(`/trains/${train?.id ?? ''}`)
  await page.getByRole('link', { name: t.handOverRecord }).click()
  await expect(here.out.getByLabel(t.handOverOneKind('train'), { exact: true }).first()).toBeChecked()
  const again = await here.handOver()
  expect(again.bytes.length).toBeGreaterThan(1000)
  expect(chosen.bytes.length).toBeGreaterThan(1000)
})

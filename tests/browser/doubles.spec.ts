/** What two devices recorded apart and is one: put together by a person, and taken apart again. */
import { expect, test } from '@playwright/test'
import { App } from './pages/App'
import { recordsIn } from './pages/database'
import { DataPage } from './pages/DataPage'
import { HandOverPage } from './pages/HandOverPage'

const LEDGER = [
  '故障编号,车型,列车号,车厢号,发生时间,故障部件,序列号,故障现象,是否关闭',
  'GZ-1,CRH380A,2641,01,2016-03-01 08:15,中继阀,SN-00123,中继阀排风口持续漏风不止,是',
  'GZ-2,CRH380A,2642,02,2016-03-02 09:30,干燥器,GZ1511-0007,干燥器排气不止,是',
  'GZ-3,CRH380A,2643,03,2016-03-03 10:45,制动控制单元,BCU-4401,制动控制单元通信中断,是',
].join('\n')

const OTHER_WORDS = LEDGER.replace('GZ-3,', 'GZ-8,')
  .replace('通信中断', '通信中断，重启后恢复')
  .replace('SN-00123', 'SN 123')

test.use({ locale: 'zh-CN' })

const asLead = async (app: App): Promise<void> => {
  await app.page.addInitScript(() => {
    localStorage.setItem('fracas.actor', '赵工')
    localStorage.setItem('fracas.role', 'QAL')
  })
}

async function importLedger(data: DataPage, text: string): Promise<void> {
  await data.open()
  await data.page
    .locator('.drop input[type=file]')
    .setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`) })
  await data.previewShown()
  await data.commitButton.click()
  await expect(data.done).toBeVisible({ timeout: 60_000 })
}

test('a ledger read on two devices becomes one, the exact pairs at once and the others side by side', async ({
  page,
  browser,
}) => {
  test.slow()
  const laptop = new DataPage(page)
  const { app } = laptop
  await asLead(app)
  await importLedger(laptop, LEDGER)
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })
  const phone = new DataPage(await context.newPage())
  await importLedger(phone, OTHER_WORDS)
  const given = new HandOverPage(phone.page)
  await given.open()
  const file = await given.handOver()
  await context.close()

  const here = new HandOverPage(page)
  await here.open()
  await here.takeIn(file)
  expect(await recordsIn(page, 'failures')).toHaveLength(6)
  await laptop.open()
  await page.getByRole('region', { name: app.t.doublesTitle }).getByRole('link').click()
  await app.settled()

  // Equal in every field: all at once, with a reason, and back again.
  const exact = page.getByRole('region', { name: app.t.doublesExact('1') })
  await expect(exact).toContainText('2642')
  await exact.getByRole('button', { name: app.t.doublesExactMerge('1') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('textarea').fill('两台设备各导入了一次')
  await dialog.getByRole('button', { name: app.t.masterMergeNow }).click()
  await expect(app.toast).toContainText(app.t.doublesMerged('1'))
  await expect(exact).toHaveCount(0)

  // Where they differ, the words of one side are chosen; the old number goes on finding it.
  const pair = page.locator('.double-pair').filter({ hasText: 'GZ-8' })
  await pair.getByRole('button', { name: app.t.doublesCompare }).click()
  await dialog.getByRole('radio', { name: '重启后恢复' }).check()
  await expect(dialog).toContainText(app.t.doublesNumbers('GZ-8').slice(0, 10))
  await dialog.locator('textarea').fill('同一次，两人各记了一遍')
  await dialog.getByRole('button', { name: app.t.masterMergeNow }).click()
  await expect(pair).toHaveCount(0)
  const merged = (await recordsIn(page, 'failures')).filter(({ state }) => state === 'MERGED')
  expect(merged).toHaveLength(2)
  await app.open('/failures?q=GZ-8')
  await expect(page.getByRole('row').filter({ hasText: 'GZ-3' })).toContainText('重启后恢复')

  // One serial in two spellings becomes one; the old one leads to it.
  await app.open('/data/doubles')
  const serial = page.locator('.double-pair').filter({ hasText: 'SN 123' }).last()
  await serial.getByRole('button', { name: app.t.spellingsMerge }).click()
  await dialog.getByLabel(app.t.respellFrom).fill('SN 123')
  await dialog.getByLabel(app.t.respellInto).fill('SN-00123')
  await dialog.locator('textarea').fill('铭牌核对过')
  await dialog.getByRole('button', { name: app.t.masterMergeNow }).click()
  await expect(app.toast.filter({ hasText: app.t.respellDone })).toBeVisible()
  await app.open('/serials/SN%20123')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SN-00123')
  await expect(page.getByRole('status').filter({ hasText: app.t.respellFound('SN 123') })).toBeVisible()
})

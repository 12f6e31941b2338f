/** What reports read beside the failures: targets of contracts, costs, pictures. Entered by a person, seen in the report, restated later. */
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { read, utils } from 'xlsx'
import { wordsOfCosts } from '../../src/i18n/costs'
import { LoopPage } from './pages/LoopPage'
import { recordsIn } from './pages/database'
import { ReportsPage } from './pages/ReportsPage'

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-01-06T09:00:00'))
})

test('a target is agreed with a definition, judged by its bound, changed with a reason, and restates a report on file', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('fracas.language', 'en'))
  const loop = new LoopPage(page, 'en')
  const reports = new ReportsPage(page, 'en')
  const { t } = reports
  await loop.app.loadSample()
  const panel = page.locator('#targets')
  await loop.actAs('何工', 'FSE')
  await loop.app.open('/settings')
  await expect(panel.getByRole('button', { name: t.targetsAdd })).toBeDisabled()
  await loop.actAs('赵工', 'REL')
  await loop.app.open('/settings')
  await panel.getByRole('button', { name: t.targetsAdd }).click()
  await loop.put('contractTargets', 'contractNo', 'HT-2026-018')
  await expect(loop.dialog.getByText(t.targetRefusal('target-kind')).first()).toBeVisible()
  await loop.put('contractTargets', 'category', 'minor')
  await loop.put('contractTargets', 'population', 'all')
  await loop.put('contractTargets', 'measure', 'mdbfTrain')
  await loop.put('contractTargets', 'value', 50_000)
  await loop.put('contractTargets', 'definition', '附件3 V1.2')
  await loop.put('contractTargets', 'agreedBy', '李主任')
  await loop.put('contractTargets', 'agreedOn', '2025-01-15')
  await loop.dialog.getByRole('button', { name: loop.app.t.save, exact: true }).click()
  await expect(loop.dialog).toHaveCount(0)
  await expect(panel.getByRole('row').filter({ hasText: 'HT-2026-018' })).toContainText('50,000')

  await reports.open('?kind=ram&from=2025-07-01&to=2025-12-31')
  const line = page.locator('[data-part=contract]').getByRole('row').filter({ hasText: 'HT-2026-018' })
  await expect(line).toContainText(t.targetVerdict('met', '90%'))
  await expect(line).toContainText('附件3 V1.2')
  await reports.button(t.reportsStore).click()
  await expect(loop.app.toast.filter({ hasText: t.reportsStoredDone })).toBeVisible()

  await loop.app.open('/settings')
  await panel.getByRole('button', { name: `${t.targetsEdit} HT-2026-018` }).click()
  await loop.put('contractTargets', 'value', 60_000)
  const save = loop.dialog.getByRole('button', { name: loop.app.t.save, exact: true })
  await expect(save).toBeDisabled()
  await loop.dialog.getByLabel(loop.app.t.editWhy).fill('补充协议 1')
  await save.click()
  await expect(loop.dialog).toHaveCount(0)
  await panel.getByText(t.targetsHistory).click()
  await expect(panel.getByRole('listitem').filter({ hasText: '补充协议 1' }).first()).toContainText('60000')

  await reports.open('?kind=ram&from=2025-07-01&to=2025-12-31')
  await expect(line).toContainText(t.targetVerdict('point', '90%'))
  const { bytes } = await reports.file(t.reportsExport)
  const rows = utils.sheet_to_json<unknown[]>(read(bytes).Sheets[t.reportSheet('contract')] ?? {}, { header: 1 })
  expect(rows.find(([contract]) => contract === 'HT-2026-018')?.slice(4, 5)).toEqual([60_000])
  await reports.button(t.reportTitle('ram', loop.app.t.treeAll)).click()
  await expect(
    page
      .locator('[data-part=restated]')
      .getByRole('row')
      .filter({ hasText: t.reportFigureName('contract.target') }),
  ).toContainText('60,000')
})

test('a cost is entered, answers the question at closing, is reversed with a reason, and stands in the monthly report', async ({
  page,
}) => {
  const loop = new LoopPage(page, 'zh')
  const reports = new ReportsPage(page)
  const words = wordsOfCosts('zh')
  const { t } = loop.app
  await loop.app.loadSample()
  const failure = (await recordsIn(page, 'failures')).find(
    ({ occurredAt = '', state, costMark }) =>
      occurredAt.startsWith('2025-12') && state !== 'SUBMITTED' && costMark === undefined,
  )
  const id = String(failure?.id)
  const costs = page.locator('[data-part=costs]')
  await loop.actAs('何工', 'FSE')
  await loop.open(id, 'tabCosts')
  await expect(costs.getByRole('button', { name: words.costsAdd })).toBeDisabled()
  await loop.actAs('财务小周', 'FIN')
  await loop.open(id, 'tabCosts')
  const enter = async (filling: Readonly<Record<string, string>>, amount: string): Promise<void> => {
    await costs.getByRole('button', { name: words.costsAdd }).click()
    for (const [name, value] of Object.entries(filling)) await loop.put('costEntries', name, value)
    await loop.dialog.getByLabel(words.costsAmount, { exact: true }).fill(amount)
    await loop.dialog.getByRole('button', { name: t.save, exact: true }).click()
    await expect(loop.dialog).toHaveCount(0)
  }
  await enter({ bucket: 'STAND', item: 'travel', period: '2025-12', voucher: '记-0512', currency: 'EUR' }, '1,280.50')
  await enter({ bucket: 'STAND', item: 'spares', basis: 'accrual', period: '2025-12', currency: 'EUR' }, '9')
  await expect(costs.getByRole('row').filter({ hasText: '记-0512' })).toContainText('EUR 1,280.50')
  expect((await recordsIn(page, 'failures')).find((one) => one.id === id)?.costMark).toBe('entered')

  const ofDecember = async () => {
    await reports.open('?kind=monthly&from=2025-12-01&to=2025-12-31')
    return page
      .locator('[data-part=costs]')
      .getByRole('region', { name: /EUR/u })
      .getByRole('row')
      .filter({ hasText: '常设机构' })
  }
  await expect(await ofDecember()).toContainText('EUR 1,280.501EUR 9.001EUR 1,271.50')
  await loop.open(id, 'tabCosts')
  await costs.getByRole('row').filter({ hasText: '记-0512' }).getByRole('button', { name: words.costsReverse }).click()
  await expect(loop.dialog.getByRole('button', { name: words.costsReverse, exact: true })).toBeDisabled()
  await loop.dialog.getByLabel(words.costsReverseWhy).fill('记错了故障')
  await loop.dialog.getByRole('button', { name: words.costsReverse, exact: true }).click()
  await expect(loop.app.toast).toContainText(words.costsReverseDone)
  await expect(costs.getByRole('row').filter({ hasText: '记错了故障' })).toContainText('EUR -1,280.50')
  await expect(await ofDecember()).toContainText('EUR 0.002EUR 9.001EUR -9.00')
})

test('the weekly brief shows the photo of the gravest event, on the screen and as a picture in the workbook', async ({
  page,
}) => {
  const reports = new ReportsPage(page)
  await reports.app.loadSample()
  await reports.open('?kind=weekly&from=2025-12-29&to=2026-01-04')
  const photo = page.locator('[data-part=photos] img')
  await expect(photo).toHaveCount(1)
  await expect(photo).toHaveAttribute('alt', /GZ-城北-2025-0098/u)
  await expect.poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  const { bytes } = await reports.file(reports.t.reportsExport)
  const files = unzipSync(new Uint8Array(bytes))
  // Made smaller by the browser: a JPEG.
  expect(Array.from(files['xl/media/image1.jpeg']?.slice(0, 3) ?? [])).toEqual([0xff, 0xd8, 0xff])
  await expect(page.locator('[data-part=custody]')).toContainText('返修一车间')
})

test('spares of the yearly report are planned for the distance somebody gives, and the address keeps it', async ({
  page,
}) => {
  const reports = new ReportsPage(page)
  await reports.app.loadSample()
  await reports.open('?kind=yearly&from=2025-01-01&to=2025-12-31')
  const spares = page.locator('[data-part=spares]')
  const rings = spares.getByRole('row').filter({ hasText: 'GF-1210' })
  const demand = async (): Promise<number> => Number(await rings.getByRole('cell').nth(2).innerText())
  const before = await demand()
  await page.getByLabel(reports.t.sparesPlanInput).fill('26,000,000')
  await page.getByLabel(reports.t.sparesPlanInput).press('Enter')
  await expect(spares).toContainText(reports.t.sparesGiven('26,000,000'))
  expect(await demand()).toBeGreaterThan(1.9 * before)
  await expect(page).toHaveURL(/plan=26000000/u)
})

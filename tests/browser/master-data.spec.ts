/** A fleet made by hand, from nothing: a product and its part, a train, its distance, a failure, figures; then its doubles. */
import { expect, test } from '@playwright/test'
import { addMonths, lastDayOfMonth } from '../../src/domain/moment'
import { DataPage } from './pages/DataPage'
import { FileFailurePage } from './pages/FileFailurePage'
import { MasterPage } from './pages/MasterPage'
import { ProductsPage } from './pages/ProductsPage'
import { recordsIn } from './pages/database'

const thisMonth = new Date().toISOString().slice(0, 7)
const monthsAgo = (count: number): string => addMonths(thisMonth, -count).slice(0, 7)

test('a part, a train and its readings typed by hand give a failure rate; a renumbered train is found by its old number', async ({
  page,
}) => {
  await page.addInitScript(() => {
    localStorage.setItem('fracas.actor', '赵工')
    localStorage.setItem('fracas.role', 'SSM')
  })
  const master = new MasterPage(page)
  const { t } = master.app
  await master.add('products', { name: '制动系统', code: 'ZD-1' })
  await expect(master.title).toContainText('制动系统')

  // The part is added from the page of the node that holds it.
  await page.getByRole('link', { name: '制动系统' }).click()
  await master.act(t.masterAddChild)
  await master.fill('bomNodes', { name: '中继阀', partNo: 'ZJF-1', qty: '4' })
  await master.save()
  await expect(master.title).toContainText('中继阀')
  await expect(page.getByRole('definition').filter({ hasText: 'ZJF-1' })).toBeVisible()

  await master.open('bomNodes')
  await page.getByRole('button', { name: t.masterAdd('bomNodes') }).click()
  await master.fill('bomNodes', { parentId: '制动系统', name: '中继阀', partNo: 'ZJF-1' })
  await expect(master.dialog.getByText(t.masterFault('double-sibling', '', '中继阀')).first()).toBeVisible()
  await expect(master.dialog.getByRole('button', { name: t.save, exact: true })).toBeDisabled()
  await master.dialog.getByRole('button', { name: t.draftRevert, exact: true }).click()

  await master.add('trains', { trainNo: '2641', vehicleType: 'CRH380A', serviceDate: `${monthsAgo(6)}-01` })
  await expect(master.title).toContainText('CRH380A-2641')

  // Four months at once, as copied in a spreadsheet; a slip of the pen is refused before it is stored.
  await master.open('readings')
  const cell = (ago: number) => master.reading('CRH380A-2641', monthsAgo(ago))
  await master.paste(cell(5), [['20000', '40000', '60,000', '8000', '100000']])
  await expect(cell(3)).toHaveValue('60,000')
  await expect(page.getByText(t.readingsRefused(1))).toBeVisible()
  await cell(2).fill('80000')
  await page.getByRole('button', { name: t.readingsSave(5) }).click()
  await expect(master.app.toast).toContainText(t.readingsSaved(5))

  const file = new FileFailurePage(page)
  await file.open()
  await file.pick('trainId', '2641', 'CRH380A-2641')
  await file.pick('bomNodeId', 'zjf', '中继阀')
  await file.field('occurredAt').fill(`${monthsAgo(2)}-15 10:00`)
  await file.fillTheRest('中继阀缓解慢，排风口有气流声', { noEffect: '无影响', phase: '正线运营' })
  await file.field('odometerKm').fill('70000')
  await file.submit()
  await file.numberGiven()

  const products = new ProductsPage(page)
  // Over the months that were read: the period of itself would be the one month that has a failure.
  await products.open(`?from=${monthsAgo(6)}-01&to=${lastDayOfMonth(monthsAgo(1))}`)
  await products.openNode('中继阀')
  // 100,000 train-km with four valves each, one failure.
  await expect(products.mtbf).toContainText('400,000')

  // The operator gives the train another number; a ledger of before still finds it.
  await master.open('trains')
  await page.getByRole('link', { name: '2641' }).click()
  await master.act(t.masterEditShort)
  await master.fill('trains', { trainNo: '2741' })
  await expect(master.dialog.getByText(t.masterKeepsName('2641'))).toBeVisible()
  await master.save()
  await expect(master.title).toContainText('CRH380A-2741')
  const data = new DataPage(page)
  await data.open()
  await page.locator('.drop input[type=file]').setInputFiles({
    name: '台账.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      ['故障编号,车型,列车号,部件名称,故障现象,发生时间', 'GZ-1,CRH380A,2641,中继阀,漏风,2026-03-05'].join('\n'),
    ),
  })
  await data.previewShown()
  await data.commitButton.click()
  await expect.poll(async () => (await recordsIn(page, 'failures')).length).toBe(2)
  const trains = await recordsIn(page, 'trains')
  expect(trains).toHaveLength(1)
  expect((await recordsIn(page, 'failures')).map(({ trainId }) => trainId)).toEqual([trains[0]?.id, trains[0]?.id])
})

test('fifty serials are pasted, checked cell by cell, stored at once and taken back at once', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('fracas.actor', '赵工'))
  const master = new MasterPage(page)
  const { t } = master.app
  await master.app.loadSample()
  const before = (await recordsIn(page, 'units')).length
  await master.open('units')
  await page.getByRole('button', { name: t.pasteMaster }).click()
  const rows = Array.from({ length: 50 }, (_, at) => [`ZZ-${1000 + at}`, 'ZK-2100', `2026-02-${10 + (at % 18)}`])
  const box = master.dialog.getByLabel(t.pasteMasterHere)
  await box.fill(
    [['序列号', '部件', '出厂日期'], ...rows, ['ZZ-2000', '没有这个部件', '2026-02-30']]
      .map((row) => row.join('\t'))
      .join('\n'),
  )
  await expect(master.dialog.getByText(t.pasteMasterCounts(50, 0, 0, 1))).toBeVisible()
  await expect(master.dialog.getByText(t.pasteMasterUnknown('没有这个部件'))).toBeVisible()
  await master.dialog.getByRole('button', { name: t.pasteMasterSubmit(50) }).click()
  await expect(master.app.toast).toContainText(t.pasteMasterDone(50))
  expect((await recordsIn(page, 'units')).length).toBe(before + 50)
  await master.app.toast.getByRole('button', { name: t.undo }).click()
  await expect(master.app.toast.last()).toContainText(t.undone)
  expect((await recordsIn(page, 'units')).filter(({ deleted }) => deleted !== true).length).toBe(before)
})

test('a double train is merged: its failures move, its old page leads on, and one undo parts them again', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('fracas.actor', '赵工'))
  const master = new MasterPage(page)
  const { t } = master.app
  await master.app.loadSample()
  await master.open('trains')
  await page.getByRole('link', { name: '1101', exact: true }).click()
  const address = page.url()
  const doubleId = decodeURIComponent(address.split('/').at(-1) ?? '')
  const ofDouble = async (): Promise<number> =>
    (await recordsIn(page, 'failures')).filter(({ trainId }) => trainId === doubleId).length
  const failures = await ofDouble()
  expect(failures).toBeGreaterThan(0)
  await master.act(t.masterMerge)
  await master.dialog.getByLabel(t.masterMergeInto).fill('1102')
  await page.locator('.combobox-option').filter({ hasText: '1102' }).first().click()
  await expect(master.dialog.getByText(t.masterMergeNames('1101'))).toBeVisible()
  await master.dialog.getByLabel(t.masterMergeReason).fill('台账重复')
  await master.dialog.getByRole('button', { name: t.masterMergeNow, exact: true }).click()
  await expect(master.title).toContainText('1102')
  await expect(page.getByText(t.masterMergedFrom('CJ160A-1101'))).toBeVisible()
  expect(await ofDouble()).toBe(0)
  await master.app.toast.getByRole('button', { name: t.undo }).click()
  await expect(master.title).toContainText('1101')
  expect(await ofDouble()).toBe(failures)
})

test('what moving a part and correcting a reading change is said before, asks why, and stands in the history to be taken back', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('fracas.actor', '赵工'))
  const master = new MasterPage(page)
  const { t } = master.app
  await master.app.loadSample()
  await master.open('bomNodes')
  await page.getByRole('link', { name: '中继阀', exact: true }).click()
  await master.act(t.masterMove)
  await master.dialog.getByLabel(t.masterMoveTo).fill('制动管路')
  await page.locator('.combobox-option').filter({ hasText: '制动管路' }).first().click()
  const changed = master.dialog.getByRole('row').filter({ hasText: '制动管路' })
  await expect(changed).toContainText('→')
  const move = master.dialog.getByRole('button', { name: t.masterMoveNow, exact: true })
  await expect(move).toBeDisabled()
  await expect(move).toHaveAttribute('title', t.reasonNeeded)
  await master.dialog.getByLabel(t.masterMoveReason).fill('图纸 A3')
  await move.click()
  const parent = page.getByRole('definition').first()
  await expect(parent).toHaveText('制动管路')
  await expect(page.getByText(t.historyWhy('图纸 A3'))).toBeVisible()
  await page.getByRole('button', { name: t.historyUndo }).click()
  await master.dialog.getByRole('textbox').fill('移错了')
  await master.dialog.getByRole('button', { name: t.undo, exact: true }).click()
  await expect(parent).toHaveText('气动阀板')

  await master.open('readings')
  const cell = master.reading('CJ160A-1102', '2025-10')
  const before = await cell.inputValue()
  await cell.fill('2,635,000')
  const save = page.getByRole('button', { name: t.readingsSave(1) })
  await expect(save).toHaveAttribute('title', t.readingsReasonNeeded)
  await page.getByLabel(t.readingsReason).fill('抄错')
  await save.click()
  await expect(master.app.toast).toContainText(t.readingsSaved(1))
  await page.getByRole('link', { name: 'CJ160A-1102' }).click()
  const line = page.getByRole('row').filter({ hasText: t.readingsOf('2025-10-31') })
  await expect(line).toContainText(before)
  await expect(line).toContainText('2,635,000')
})

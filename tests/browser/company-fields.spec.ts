/** A field of the company's own from nothing to retired: added from a form, filled, filtered by, exported, imported, retired. */
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { wordsOfCompanyFields } from '../../src/i18n/companyFields'
import { DataPage } from './pages/DataPage'
import { FailuresPage } from './pages/FailuresPage'
import { FileFailurePage } from './pages/FileFailurePage'
import { recordsIn } from './pages/database'

const words = wordsOfCompanyFields('zh')
const ORDINARY = { noEffect: '无影响', phase: '正线运营' }

test('a field with limits is filed, filtered by, exported, imported without a difference and retired', async ({
  page,
}) => {
  await page.addInitScript(() => {
    localStorage.setItem('fracas.actor', '赵工')
    localStorage.setItem('fracas.role', 'FSE')
  })
  const form = new FileFailurePage(page)
  const { app } = form
  const { t } = app
  const list = new FailuresPage(page)
  await app.loadSample()

  // Found from the form that lacks it.
  await form.open()
  await page.getByRole('link', { name: words.addFromForm }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: words.kind('number'), exact: true }).click()
  await dialog.getByLabel(words.labelZh).fill('轮径')
  await expect(dialog.getByLabel(words.key, { exact: true })).toHaveValue('x_lunJing')
  await dialog.getByLabel(words.labelEn).fill('Wheel diameter')
  await dialog.getByLabel(words.unit, { exact: true }).fill('mm')
  await dialog.getByLabel(words.least).fill('770')
  await dialog.getByLabel(words.most).fill('860')
  await dialog.getByLabel(words.needLabel).selectOption('G1')
  await dialog.getByRole('button', { name: words.save, exact: true }).click()
  await expect(app.toast).toContainText(words.added('轮径'))
  await expect(page.getByText(words.between('770', '860', 'mm'))).toBeVisible()

  // Asked for at once; a value beyond the limits is not taken.
  await form.open()
  await form.pick('trainId', '1104', '1104')
  await form.pick('bomNodeId', '中继阀', '中继阀')
  await form.fillTheRest('停放制动不缓解，复位后仍报警', ORDINARY)
  await form.submit()
  await expect(form.missing).toHaveText([/轮径/u])
  await form.field('x_wheelDiameter').fill('905')
  await form.field('x_wheelDiameter').blur()
  await expect(page.locator('#file-x_wheelDiameter-problem')).toContainText('860')
  await form.field('x_wheelDiameter').fill('812.5')
  await form.submit()
  const no = await form.numberGiven()

  // A column of the list, and a filter.
  await list.open()
  await list.toggleColumns('轮径 (mm)')
  await list.table.grid.getByRole('button', { name: t.filterColumn('轮径') }).click()
  await dialog.getByLabel(t.filterFrom).fill('800')
  await dialog.getByRole('button', { name: t.apply }).click()
  await list.expectTotal(1)
  await expect(list.table.rows.first()).toContainText(no)
  await expect(list.table.rows.first()).toContainText('812.5')

  // Out and in again: the same column, nothing to take over.
  const download = page.waitForEvent('download')
  await list.exportAs(t.exportExcel)
  const file = await (await download).path()
  const data = new DataPage(page)
  await data.open()
  await page.locator('.drop input[type=file]').setInputFiles({
    name: '台账.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await readFile(file),
  })
  await expect(page.locator('.sheet-card').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('#content [aria-busy=true]')).toHaveCount(0)
  await page.locator('.sheet-card').first().getByRole('button').first().click()
  await expect(page.getByRole('combobox', { name: /轮径/u })).toHaveValue('x_wheelDiameter')
  await expect(page.getByText(t.againSame('1'))).toBeVisible()
  await expect(page.getByText(t.againChanged('0'))).toBeVisible()

  // Retired after it is said what stands on it; the value stays.
  await app.open('/data/fields')
  await page.getByRole('button', { name: `${words.retire} 轮径` }).click()
  await expect(dialog).toContainText(words.retireValues(1))
  await dialog.getByLabel(words.retireWhy).fill('改由车轮车床记录')
  await dialog.getByRole('button', { name: words.retire, exact: true }).click()
  await expect(page.getByRole('heading', { name: words.retiredTitle })).toBeVisible()
  const failure = (await recordsIn(page, 'failures')).find((one) => one.no === no)
  expect(failure).toMatchObject({ x_wheelDiameter: 812.5 })
  await app.open(`/failures/${failure?.id ?? ''}`)
  await expect(page.getByRole('term').filter({ hasText: '轮径（停用）' })).toBeVisible()
  await form.open()
  await expect(form.field('x_wheelDiameter')).toHaveCount(0)
})

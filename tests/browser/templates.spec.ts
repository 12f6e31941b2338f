import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { expect, test, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { read, utils } from 'xlsx'
import { recordsIn } from './pages/database'
import { FailurePage } from './pages/FailurePage'
import { FailuresPage } from './pages/FailuresPage'
import { ReportsPage } from './pages/ReportsPage'
import { TemplatesPage } from './pages/TemplatesPage'

// Without a network only the service worker can answer.
test.use({ serviceWorkers: 'allow' })

const FORM = new Uint8Array(readFileSync('src/exchange/write/templates/files/failure-report.xlsx'))
const LEDGER = new Uint8Array(readFileSync('src/exchange/write/templates/files/ledger.xlsx'))
const SUMMARY = new Uint8Array(readFileSync('src/exchange/write/templates/files/monthly-summary.xlsx'))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 2).map(({ target, html }) => `${id} ${target.join(' ')} ${html.slice(0, 120)}`),
    )
}

test('a form is bound by its words and by hand, previewed, saved, exported and found again, without a network', async ({
  page,
  context,
}) => {
  const templates = new TemplatesPage(page)
  const {
    app: { t },
    w,
  } = templates
  await templates.app.loadSample()
  await templates.app.readyForOffline()
  await context.setOffline(true)
  await templates.open()
  await templates.drop('客户甲 故障报告.xlsx', FORM)
  await expect(templates.cell('A1')).toContainText('产品故障报告表')
  expect(await findings(page)).toEqual([])

  // One by its reason, all by one click, one by hand with the keyboard.
  await expect(page.getByText(w.templateReason('left', '产品名称'))).toBeVisible()
  await templates.button(`${w.templateAccept} B3`).click()
  await expect(templates.cell('B3')).toHaveClass('is-bound')
  await templates.button(w.templateAcceptAll).click()
  await expect(page.getByText(w.templateProposedNone)).toBeVisible()
  await templates.cell('F28').click()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await templates.choose('制表人')
  await expect(templates.cell('F28')).toContainText('制表人')
  await templates.button(w.templateUndo).click()
  await expect(templates.cell('F28')).not.toContainText('制表人')

  await templates.button(w.templatePreview).click()
  const [, failure] = (await recordsIn(page, 'failures')).sort((a, b) =>
    (a.occurredAt ?? '') < (b.occurredAt ?? '') ? 1 : -1,
  )
  const pick = page.getByRole('combobox', { name: w.templatePreviewOf })
  await pick.fill(String(failure?.no))
  await page
    .locator('.combobox-option', { hasText: String(failure?.no) })
    .first()
    .click()
  await expect(templates.cell('A2')).toHaveText(`编号：${failure?.no}`)
  await expect(templates.cell('B11')).toHaveText(String(failure?.description))
  expect(await findings(page)).toEqual([])
  await templates.button(w.templateSave).click()
  await expect(templates.app.toast.filter({ hasText: w.templateSaved('客户甲 故障报告') })).toBeVisible()

  const open = new FailurePage(page)
  await open.open(String(failure?.id))
  await page.getByRole('button', { name: t.templateExport }).click()
  const { name, bytes } = await templates.download(() =>
    page.getByRole('menuitem', { name: '客户甲 故障报告' }).click(),
  )
  expect(name).toBe(`客户甲 故障报告_${failure?.no}.xlsx`)
  expect(read(bytes).Sheets['故障报告表']?.['B11']?.v).toBe(failure?.description)
  const [before, after] = [unzipSync(FORM), unzipSync(bytes)]
  for (const path of Object.keys(before).filter((part) => !/sheet1\.xml$|styles\.xml$|workbook\.xml$/u.test(part)))
    expect([path, strFromU8(after[path] as Uint8Array, true)]).toEqual([
      path,
      strFromU8(before[path] as Uint8Array, true),
    ])
})

test('templates are renamed, duplicated and deleted, and a deletion is taken back', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('fracas.language', 'en'))
  const templates = new TemplatesPage(page, 'en')
  const {
    app: { t },
    w,
  } = templates
  await templates.app.loadSample()
  await templates.open()
  await templates.drop('ledger.xlsx', LEDGER)
  await expect(page.getByRole('combobox', { name: w.templateKind })).toHaveValue('ledger')
  await templates.button(w.templateAcceptAll).click()
  await expect(page.locator('tr.is-line')).toHaveCount(30)
  await templates.button(w.templateSave).click()
  await page.getByRole('textbox', { name: w.templateName }).fill('Ledger 2026')
  await templates.button(w.templateSave).click()
  await expect(templates.app.toast.filter({ hasText: w.templateSaved('Ledger 2026') })).toBeVisible()
  await templates.open()
  await templates.button(`${w.templateDuplicate} Ledger 2026`).click()
  await expect(page.getByRole('link', { name: w.templateCopyOf('Ledger 2026'), exact: true })).toBeVisible()
  await templates.button(`${w.templateDelete} Ledger 2026`).click()
  await expect(page.getByRole('link', { name: 'Ledger 2026', exact: true })).toHaveCount(0)
  await templates.app.toast
    .filter({ hasText: w.templateDeleted('Ledger 2026') })
    .getByRole('button', { name: t.undo })
    .click()
  await expect(page.getByRole('link', { name: 'Ledger 2026', exact: true })).toBeVisible()
  expect(await findings(page)).toEqual([])

  await templates.app.goTo('failures')
  const { bytes } = await templates.download(() => new FailuresPage(page, 'en').exportAs('Ledger 2026'))
  const failures = await recordsIn(page, 'failures')
  const sheet = read(bytes).Sheets['售后故障信息台账'] ?? {}
  const numbers = new Set(failures.map(({ no }) => no))
  expect(
    Object.entries(sheet).filter(
      ([address, cell]) => /^B\d+$/u.test(address) && numbers.has(String((cell as { v?: unknown }).v)),
    ),
  ).toHaveLength(failures.length)
})

test('an old .xls comes with its looks and says what it loses; what is no workbook is refused with one sentence', async ({
  page,
}) => {
  const templates = new TemplatesPage(page)
  const {
    app: { t },
    w,
  } = templates
  await templates.open()
  await templates.drop('x.xlsx', new TextEncoder().encode('no workbook'))
  await expect(page.getByRole('alert')).toHaveText(w.templateNotRead(t.templateProblem('template-not-xlsx')))
  await templates.drop('故障报告.xls', new Uint8Array(readFileSync('fixtures/xls/failure-report.xls')))
  await expect(page.getByRole('note')).toHaveText(w.templateConverted)
  await expect(templates.cell('A1')).toContainText('产品故障报告表')
  await expect(templates.cell('A22')).toHaveCSS('background-color', 'rgb(242, 242, 242)')
  await templates.open()
  await templates.drop('writeexcel.xls', new Uint8Array(readFileSync('fixtures/xls/writeexcel.xls')))
  await expect(page.getByRole('note')).toHaveText(w.templateConvertedBut(['charts']))
})

test('a summary of the company’s own is filled with the figures of the report on screen', async ({ page }) => {
  const templates = new TemplatesPage(page)
  const { w } = templates
  await templates.app.loadSample()
  await templates.open()
  await templates.drop('我司质量月报.xlsx', SUMMARY)
  await expect(page.getByRole('combobox', { name: w.templateKind })).toHaveValue('summary')
  await templates.button(w.templateAcceptAll).click()
  await templates.button(w.templateSave).click()
  await expect(templates.app.toast.filter({ hasText: w.templateSaved('我司质量月报') })).toBeVisible()

  const reports = new ReportsPage(page)
  await reports.open('?kind=monthly&from=2025-11-01&to=2025-11-30')
  const counted = Number((await reports.line('计入的故障'))[0])
  const { name, bytes } = await reports.file('我司质量月报')
  expect(name).toBe('我司质量月报_全部产品_2025-11-01_2025-11-30.xlsx')
  // Its lines of vehicle types together hold every failure the screen counts.
  const lines = utils.sheet_to_json<readonly unknown[]>(read(bytes).Sheets['月度质量汇总'] ?? {}, { header: 1 })
  const column = lines.find(([first]) => first === '车型')?.indexOf('故障件数') ?? -1
  const types = lines.filter(([type]) => type === 'CJ160A' || type === 'SY200B')
  expect(types.map(([type]) => type)).toEqual(['CJ160A', 'SY200B'])
  expect(types.reduce((sum, line) => sum + Number(line[column]), 0)).toBe(counted)
})

import { expect, test } from '@playwright/test'
import { read, utils } from 'xlsx'
import { App } from './pages/App'
import { recordsIn } from './pages/database'
import { ReportsPage } from './pages/ReportsPage'

// Without a network only the service worker can answer.
test.use({ serviceWorkers: 'allow' })

/** The demonstration fleet ends with 2025; the clock stands a little later, so that the last complete week has records. */
const NOW = new Date('2025-12-30T09:00:00')

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW)
})

test('the weekly report is two clicks from Home, without a network, and its workbook says what the screen says', async ({
  page,
  context,
}) => {
  const app = new App(page)
  await app.loadSample()
  await app.readyForOffline()
  await app.goTo('home')
  await context.setOffline(true)
  const reports = new ReportsPage(page)
  await page.getByRole('link', { name: app.t.homeReport('weekly'), exact: true }).click()
  await expect(page.getByText('2025-12-22 至 2025-12-28（含）').first()).toBeVisible()
  const { name, bytes } = await reports.file(reports.t.reportsExport)
  expect(name).toBe('周故障简报_全部产品_2025-12-22_2025-12-28.xlsx')

  const inWeek = (await recordsIn(page, 'failures')).filter(
    ({ occurredAt = '' }) => occurredAt >= '2025-12-22' && occurredAt < '2025-12-29',
  )
  expect((await reports.line('计入的故障'))[0]).toBe(String(inWeek.length))
  const book = read(bytes)
  const list = utils.sheet_to_json<unknown[]>(book.Sheets['故障清单'] ?? {}, { header: 1 })
  expect(
    list
      .filter(([no]) => typeof no === 'number')
      .map((row) => row[1])
      .sort(),
  ).toEqual(inWeek.map(({ no }) => no).sort())
  const figures = utils.sheet_to_json<unknown[]>(book.Sheets['指标'] ?? {}, { header: 1 })
  expect(figures.find(([label]) => label === '计入的故障')?.[2]).toBe(inWeek.length)
  await reports.figures.getByRole('button', { name: `计入的故障: ${inWeek.length}` }).click()
  await expect(page.locator('.rows-drawer h2')).toContainText(String(inWeek.length))
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-part=sites]')).toContainText(reports.t.reportSitesRule)
})

test('a conclusion is remembered, goes into the workbook, and stays with the report on file', async ({ page }) => {
  await new App(page).loadSample()
  const reports = new ReportsPage(page)
  await reports.open('?kind=monthly&from=2025-11-01&to=2025-11-30')
  await reports.conclusion.fill('膜片批次 J2009 需要普查')
  await expect(page.getByText(/已保存/u)).toBeVisible()
  await page.reload()
  await expect(reports.conclusion).toHaveValue('膜片批次 J2009 需要普查')
  const { bytes } = await reports.file(reports.t.reportsExport)
  expect(JSON.stringify(utils.sheet_to_json(read(bytes).Sheets['结论'] ?? {}, { header: 1 }))).toContain(
    '膜片批次 J2009 需要普查',
  )
  // The ledger comes along in the layout customers' macros know.
  const ledger = read(bytes).Sheets['台账']
  expect([ledger?.['A3']?.v, ledger?.['B3']?.v, ledger?.['C4']?.v]).toEqual(['序号', '故障编号', '配属局/用户'])
  expect(
    utils.sheet_to_json<unknown[]>(ledger ?? {}, { header: 1 }).filter(([no]) => typeof no === 'number'),
  ).toHaveLength(Number((await reports.line('计入的故障'))[0]))
  const form = await reports.file(reports.t.reportsTemplate)
  expect(form.name).toBe('月度质量汇总_全部产品_2025-11-01_2025-11-30.xlsx')
  expect(read(form.bytes).Sheets['月度质量汇总']?.['A1']?.v).toBe('2025年11月售后质量月度汇总')
  await reports.button(reports.t.reportsStore).click()
  await expect(reports.app.toast.filter({ hasText: reports.t.reportsStoredDone })).toBeVisible()
  await reports.conclusion.fill('另一个结论')
  await reports.button('月度质量分析：全部产品').click()
  await expect(page.locator('[data-part=restated]')).toContainText(reports.t.reportsUnchanged)
  await expect(reports.conclusion).toHaveValue('膜片批次 J2009 需要普查')
})

test('a report on file names the figures that later entries have restated', async ({ page }) => {
  await new App(page).loadSample()
  const reports = new ReportsPage(page)
  await reports.open('?kind=monthly&from=2025-11-01&to=2025-11-30')
  const before = Number((await reports.line('计入的故障'))[0])
  await reports.button(reports.t.reportsStore).click()
  await expect(reports.app.toast.filter({ hasText: reports.t.reportsStoredDone })).toBeVisible()
  // One of its failures turns out to be of September. Written into the database as a restore would, so the columns are read anew.
  const one = (await recordsIn(page, 'failures')).find(({ occurredAt = '' }) => occurredAt.startsWith('2025-11'))
  await page.evaluate(async (id) => {
    const open = indexedDB.open('bihuan-fracas')
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const write = db.transaction(['failures', 'snapshots'], 'readwrite')
    const stored = await new Promise<Record<string, unknown>>((resolve) => {
      const get = write.objectStore('failures').get(id)
      get.onsuccess = () => resolve(get.result as Record<string, unknown>)
    })
    write.objectStore('failures').put({ ...stored, occurredAt: '2025-09-02' })
    write.objectStore('snapshots').clear()
    await new Promise((resolve) => {
      write.oncomplete = resolve
    })
  }, String(one?.id))
  await page.goto('/reports')
  await reports.button('月度质量分析：全部产品').click()
  const restated = page.locator('[data-part=restated]')
  await expect(restated.getByRole('row').filter({ hasText: '本期 · 故障数' })).toContainText(`${before}${before - 1}`)
})

test('in English, over a node, as a printed page and as CSV', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('fracas.language', 'en'))
  const app = new App(page, 'en')
  await app.loadSample()
  const node = (await recordsIn(page, 'bomNodes')).find(({ name }) => name === '中继阀')
  const reports = new ReportsPage(page, 'en')
  await reports.open(`?kind=yearly&from=2025-01-01&to=2025-12-31&node=${node?.id}`)
  await expect(page.getByText('Yearly reliability report: 中继阀').first()).toBeVisible()
  const counted = Number((await reports.line('Failures counted'))[0])
  const csv = (await reports.file(reports.t.reportsCsv)).bytes.toString('utf8')
  expect(csv.startsWith('\ufeffNo.,Failure no.')).toBe(true)
  expect(csv.trim().split('\r\n')).toHaveLength(counted + 1)
  await page.getByRole('link', { name: reports.t.reportsPrint }).click()
  const paper = page.locator('.paper')
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('Yearly reliability report: 中继阀')
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await page.emulateMedia({ media: 'print' })
  // 182 mm at 96 dots per inch: what is on the paper is as wide as the paper allows.
  const widths = await paper
    .locator('figure.chart-stage svg.recharts-surface')
    .evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().width))
  expect(widths.length).toBeGreaterThan(0)
  for (const width of widths) expect(width).toBeLessThanOrEqual(688)
  await expect(page.getByRole('navigation')).toBeHidden()
})

test.describe('on a slow machine', () => {
  // Otherwise the service worker hands the exporter out before the test could hold it back.
  test.use({ serviceWorkers: 'block' })

  test('writing can be cancelled, and nothing is saved', async ({ page }) => {
    await new App(page).loadSample()
    const reports = new ReportsPage(page)
    await reports.open('?kind=yearly&from=2021-01-01&to=2025-12-31')
    let downloads = 0
    page.on('download', () => {
      downloads += 1
    })
    await page.route(/exporter\.worker/u, async (route) => {
      await new Promise((resolve) => {
        setTimeout(resolve, 1500)
      })
      // Its thread is gone by then, and with it the request.
      await route.continue().catch(() => undefined)
    })
    await reports.button(reports.t.reportsExport).click()
    await reports.button(reports.t.reportsCancel).click()
    await expect(reports.app.toast).toContainText(reports.t.reportsCancelled)
    await expect(reports.button(reports.t.reportsExport)).toBeEnabled()
    await page.unroute(/exporter\.worker/u)
    expect(downloads).toBe(0)
    await reports.file(reports.t.reportsExport)
  })
})

test('a weekly brief is at most four pages on paper, with its drawings on the first', async ({ page }) => {
  const app = new App(page)
  await app.loadSample()
  await new ReportsPage(page).open()
  await app.open('/reports/print?kind=weekly')
  const charts = page.locator('.paper-charts .chart-card')
  await expect(charts).toHaveCount(3)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/gu)?.length).toBeLessThanOrEqual(4)
  // A4 upright with its margins of 14 mm, at 96 pixels an inch.
  const height = ((297 - 2 * 14) / 25.4) * 96
  const top = (await page.locator('.paper').boundingBox())?.y ?? 0
  await page.emulateMedia({ media: 'print' })
  for (const chart of await charts.all()) {
    const box = await chart.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0) - top).toBeLessThanOrEqual(height)
  }
})

import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { read, utils, type WorkSheet } from 'xlsx'
import { App } from './pages/App'
import { recordsIn } from './pages/database'
import { FailuresPage } from './pages/FailuresPage'
import { ProductsPage } from './pages/ProductsPage'

const HEADER_ROWS = 4

async function workbookFrom(page: Page, press: () => Promise<void>) {
  const coming = page.waitForEvent('download')
  await press()
  const download = await coming
  const workbook = read(await readFile(await download.path()), { cellDates: false, cellNF: true })
  return { name: download.suggestedFilename(), workbook }
}

/** Cells of the column with this header, below the header. */
function columnOf(sheet: WorkSheet, header: string) {
  const { e: end } = utils.decode_range(sheet['!ref'] ?? 'A1')
  const at = Array.from({ length: end.c + 1 }, (_, column) => column).find((column) =>
    [2, 3].some((row) => sheet[utils.encode_cell({ c: column, r: row })]?.v === header),
  )
  if (at === undefined) throw new Error(`the workbook has no column ${header}`)
  return Array.from(
    { length: end.r + 1 - HEADER_ROWS },
    (_, row) => sheet[utils.encode_cell({ c: at, r: row + HEADER_ROWS })],
  )
}

test('the export holds exactly the filtered failures, in the layout customers know', async ({ page }) => {
  await new App(page).loadSample()
  const list = new FailuresPage(page)
  await list.open()
  const total = await list.filterExactly('故障部位', '防滑阀')
  await list.expectTotal(total)
  const order = await list.table.cells('故障编号')
  const { name, workbook } = await workbookFrom(page, () => list.exportAs('导出 Excel'))
  expect(name).toMatch(/^故障台账_\d{12}\.xlsx$/u)
  await expect(list.app.toast).toContainText(`已导出 ${total} 条`)

  const sheet = workbook.Sheets['故障台账']
  if (sheet === undefined) throw new Error('the workbook has no ledger sheet')
  expect(sheet['A1']?.v).toBe('售后故障信息台账')
  expect(sheet['A2']?.v).toContain('筛选：故障部位 = 防滑阀')
  expect(sheet['A2']?.v).toContain(`共 ${total} 条`)
  expect(sheet['C3']?.v).toBe('车辆信息')

  expect(columnOf(sheet, '序号').map((cell) => cell?.v)).toEqual(Array.from({ length: total }, (_, at) => at + 1))
  expect(
    columnOf(sheet, '故障编号')
      .map((cell) => cell?.v)
      .slice(0, order.length),
  ).toEqual(order)

  for (const cell of columnOf(sheet, '发生日期')) {
    expect(cell?.t).toBe('n')
    expect(String(cell?.z)).toMatch(/yyyy/iu)
  }
  const byNo = new Map((await recordsIn(page, 'failures')).map((failure) => [failure.no, failure]))
  const numbers = columnOf(sheet, '故障编号')
  for (const [at, cell] of columnOf(sheet, '发生日期').entries()) {
    const day = new Date(Math.round((Number(cell?.v) - 25_569) * 86_400_000)).toISOString().slice(0, 10)
    expect(day).toBe(byNo.get(String(numbers[at]?.v))?.occurredAt?.slice(0, 10))
  }

  for (const header of ['故障编号', '列车号', '出厂编号', '换下件号', '换上件号'])
    for (const cell of columnOf(sheet, header))
      if (cell !== undefined && cell.v !== '') expect(cell.t, `${header} ${cell.v}`).toBe('s')
  expect(columnOf(sheet, '出厂编号').filter((cell) => cell !== undefined && cell.v !== '').length).toBeGreaterThan(0)

  const about = utils
    .sheet_to_json<string[]>(workbook.Sheets['说明'] ?? {}, { header: 1 })
    .flat()
    .map(String)
  expect(about).toContain('故障部位 = 防滑阀')
  expect(about).toContain(String(total))
})

test('the export without a filter has every failure', async ({ page }) => {
  await new App(page).loadSample()
  const list = new FailuresPage(page)
  await list.open()
  const { workbook } = await workbookFrom(page, () => list.exportAs('导出 Excel'))
  const sheet = workbook.Sheets['故障台账'] ?? {}
  expect(
    columnOf(sheet, '故障编号')
      .map((cell) => String(cell?.v))
      .sort(),
  ).toEqual((await recordsIn(page, 'failures')).map(({ no }) => no ?? '').sort())
})

test('the summary of a node repeats the figures of its page', async ({ page }) => {
  await new App(page).loadSample()
  const products = new ProductsPage(page)
  await products.openNode('中继阀')
  const counted = await products.countedFailures()
  const { workbook } = await workbookFrom(page, () =>
    page.getByRole('button', { name: products.app.t.exportSummary }).click(),
  )
  const figures = utils.sheet_to_json<unknown[]>(workbook.Sheets['指标'] ?? {}, { header: 1 })
  expect(figures.find((row) => row.includes('计入的故障'))).toContain(counted)
  const pareto = await products.marks('chartPareto')
  expect(pareto.reduce((sum, { count }) => sum + count, 0)).toBe(counted)
})

import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { unzipSync } from 'fflate'
import { recordsIn } from './pages/database'
import { ProductsPage, type Chart } from './pages/ProductsPage'
import { test } from './pages/sampleReader'

const NODES = ['制动控制系统', '中继阀', '空气压缩机组'] as const
const CHARTS: readonly Chart[] = ['chartPareto', 'chartTrend', 'chartRepeats']

let products: ProductsPage

test.beforeEach(async ({ page }) => {
  products = new ProductsPage(page)
  await products.app.open('/products')
})

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** Months are drawn alike for every node: below the first one their ends are enough. */
const isOpened = (node: string, chart: Chart, at: number, among: number): boolean =>
  node === NODES[0] || chart !== 'chartTrend' || at === 0 || at === among - 1

for (const node of NODES)
  test(`marks of ${node} open as many failures as they show`, async () => {
    await products.openNode(node)
    const counted = await products.countedFailures()
    expect(await products.rowsBehind(products.counted, '计入故障', counted)).toBe(counted)
    for (const chart of CHARTS) {
      const marks = await products.marks(chart)
      expect(marks.length, chart).toBeGreaterThan(0)
      for (const { label, name, count, button } of marks.filter((_mark, at) => isOpened(node, chart, at, marks.length)))
        expect(await products.rowsBehind(button, name, count), `${chart}: ${label}`).toBe(count)
    }
  })

test('the bars below a node add up to its count, and the count to the records below it', async ({ page }) => {
  const [nodes, failures] = [await recordsIn(page, 'bomNodes'), await recordsIn(page, 'failures')]
  const parentOf = new Map(nodes.map(({ id, parentId }) => [id, parentId]))
  const isBelow = (id: string | undefined, top: string): boolean =>
    id !== undefined && (id === top || isBelow(parentOf.get(id), top))
  for (const name of NODES) {
    const top = nodes.find((node) => node.name === name)
    await products.openNode(name)
    const counted = await products.countedFailures()
    const expected = failures.filter(
      ({ bomNodeId, state }) => isBelow(bomNodeId, top?.id ?? '') && state !== 'CANCELLED' && state !== 'MERGED',
    ).length
    expect(counted, name).toBe(expected)
    for (const by of ['下级部件', '故障现象', '列车']) {
      await page.getByLabel('分类', { exact: false }).selectOption({ label: by })
      await products.arrived()
      expect(sum((await products.marks('chartPareto')).map(({ count }) => count)), `${name} ${by}`).toBe(counted)
    }
    await page.getByLabel('分类', { exact: false }).selectOption({ label: '下级部件' })
  }
})

test('the same figures stand in the table beside a drawing', async () => {
  await products.openNode('制动控制系统')
  const drawn = (await products.marks('chartTrend')).map(({ count }) => count)
  await products.chart('chartTrend').getByRole('button', { name: '看表格' }).click()
  const listed = await products.chart('chartTrend').locator('.chart-count').allInnerTexts()
  expect(listed.map((text) => Number(text.replace(/,/gu, '')))).toEqual(drawn)
  const first = products.chart('chartTrend').locator('.chart-count').first()
  const [month = ''] = ((await first.getAttribute('aria-label')) ?? '').split(':')
  expect(await products.rowsBehind(first, month, drawn[0] ?? 0)).toBe(drawn[0])
})

test('counting other failures or another period changes every figure, and what is left out can be opened', async ({
  page,
}) => {
  await products.openNode('制动控制系统')
  const everything = await products.countedFailures()
  const months = (await products.marks('chartTrend')).length

  await products.population.selectOption({ label: '关联且有责' })
  await expect.poll(() => products.countedFailures()).toBeLessThan(everything)
  await products.arrived()
  const chargeable = await products.countedFailures()
  expect(sum((await products.marks('chartPareto')).map(({ count }) => count))).toBe(chargeable)
  expect(sum((await products.marks('chartTrend')).map(({ count }) => count))).toBe(chargeable)
  let leftOut = 0
  for (const link of await page.locator('.kpis .kpi-link').all()) {
    const shown = Number(/未计入 ([\d,]+)/u.exec(await link.innerText())?.[1]?.replace(/,/gu, '') ?? 'NaN')
    expect(await products.rowsBehind(link, '未计入', shown)).toBe(shown)
    leftOut += shown
  }
  expect(leftOut).toBeGreaterThanOrEqual(everything - chargeable)

  await products.population.selectOption({ label: '全部故障' })
  const [first, last] = [page.getByLabel('从', { exact: true }), page.getByLabel('到（含）', { exact: true })]
  await first.fill('2025年1月')
  await first.press('Enter')
  await expect(first).toHaveValue('2025-01-01')
  await last.fill('2024-06')
  await last.press('Enter')
  await expect(page.getByText('结束日早于开始日，期间未改')).toBeVisible()
  await last.fill('2025-06')
  await last.press('Enter')
  await expect(last).toHaveValue('2025-06-30')
  await expect.poll(() => products.countedFailures()).toBeLessThan(everything)
  await products.arrived()
  const inPeriod = await products.countedFailures()
  const bars = await products.marks('chartTrend')
  expect(bars.length).toBeLessThanOrEqual(6)
  expect(bars.length).toBeLessThan(months)
  expect(sum(bars.map(({ count }) => count))).toBe(inPeriod)
  expect(sum((await products.marks('chartPareto')).map(({ count }) => count))).toBe(inPeriod)
  await expect(products.tree.getByRole('treeitem', { name: /制动控制系统/u }).first()).toContainText(String(inPeriod))
})

test('kilometres become hours by the speed that is shown, marked as derived', async ({ page }) => {
  await products.openNode('制动控制系统')
  const figure = async (): Promise<number> =>
    Number((await products.mtbf.locator('.kpi-value').innerText()).replace(/[^\d.]/gu, ''))
  const km = await figure()
  await page.getByRole('group', { name: '单位' }).getByRole('button', { name: 'h', exact: true }).click()
  await expect(products.mtbf).toContainText('按平均 60 km/h 由里程换算')
  const hours = await figure()
  expect(Math.abs(hours / (km / 60) - 1)).toBeLessThan(0.005)
  await page.getByLabel('平均速度').fill('120')
  await expect(products.mtbf).toContainText('按平均 120 km/h 由里程换算')
  expect(Math.abs((await figure()) / (km / 120) - 1)).toBeLessThan(0.005)
})

test('a part without a failure has a lower bound and no made-up figure', async ({ page }) => {
  await page.getByLabel('从', { exact: true }).fill('2025-03-01')
  await page.getByLabel('到（含）', { exact: true }).fill('2025-03-10')
  await products.openNode('制动盘')
  await expect(products.counted).toHaveText('0')
  await expect(products.counted).toBeDisabled()
  await expect(products.mtbf.locator('.kpi-value')).toHaveText(/^≥ [\d,]+ km$/u)
  await expect(products.mtbf).toContainText(/无故障：90\s?% 单侧下限/u)
  await expect(products.chart('chartPareto')).toContainText('本期没有故障')
})

test('a mark chosen in one chart fades the others, and what is set aside stands beside the unchanged figures', async ({
  page,
}) => {
  const { t } = products.app
  await products.openNode('中继阀')
  const counted = await products.countedFailures()
  const [mark] = await products.marks('chartRepeats')
  if (mark === undefined) throw new Error('nothing came back to the relay valve')
  await mark.button.focus()
  await page.keyboard.press('Shift+Enter')
  const bar = page.locator('.chosen-rows')
  await expect(bar.getByRole('status')).toHaveText(t.linkedChosen(String(mark.count)))

  // The months without one of them fade, the others say how much of them is chosen.
  const trend = products.chart('chartTrend')
  const months = await trend.locator('[data-mark]').count()
  await expect(trend.locator('.chart-veil')).not.toHaveCount(0)
  expect((await trend.locator('.chart-veil').count()) + (await trend.locator('.chart-share').count())).toBe(months)
  await bar.getByRole('button', { name: t.linkedRows }).click()
  await expect(products.drawer).toContainText(t.drawerTitle(String(mark.count)))
  await products.drawer.getByRole('button', { name: t.close }).click()

  await bar.getByRole('button', { name: t.setAside }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: t.setAside })).toBeDisabled()
  await dialog.getByRole('textbox').fill('同一次检修造成')
  await dialog.getByRole('button', { name: t.setAside }).click()
  await products.arrived()
  const beside = page.getByRole('region', { name: t.setAsideHead(String(mark.count)) })
  await expect(beside).toContainText('同一次检修造成')
  const cells = beside.getByRole('row').filter({ hasText: t.kpiCounted }).getByRole('cell')
  await expect(cells).toHaveText([String(counted), String(counted - mark.count)])
  await expect.poll(() => products.countedFailures()).toBe(counted - mark.count)

  await beside.getByRole('button', { name: t.setAsideUndo }).click()
  await expect(beside).toHaveCount(0)
  await expect.poll(() => products.countedFailures()).toBe(counted)
})

test('a rectangle over months chooses their failures, and all charts are saved in one file', async ({ page }) => {
  const { t } = products.app
  await products.openNode('制动控制系统')
  const months = await products.marks('chartTrend')
  const [first, second] = [months.at(2), months.at(3)]
  const [from, to] = [await first?.button.boundingBox(), await second?.button.boundingBox()]
  if (from === null || from === undefined || to === null || to === undefined) throw new Error('no months are drawn')
  await page.mouse.move(from.x + from.width / 2, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + 60, { steps: 5 })
  await page.mouse.up()
  const chosen = (first?.count ?? 0) + (second?.count ?? 0)
  await expect(page.locator('.chosen-rows').getByRole('status')).toHaveText(t.linkedChosen(String(chosen)))
  await expect(products.drawer).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.locator('.chosen-rows')).toHaveCount(0)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: t.chartsSaveAll }).click()
  const file = await (await download).path()
  const names = Object.keys(unzipSync(await readFile(file)))
  expect(names.filter((name) => name.endsWith('.png')).length).toBeGreaterThanOrEqual(4)
  expect(names.filter((name) => name.endsWith('.svg')).length).toBe(names.length / 2)
})

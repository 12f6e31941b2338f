import { expect, test } from '@playwright/test'
import { App } from './pages/App'
import { countIn, recordsIn } from './pages/database'
import { FailurePage } from './pages/FailurePage'
import { FailuresPage } from './pages/FailuresPage'
import { LoopPage } from './pages/LoopPage'

let list: FailuresPage
let all: number

test.beforeEach(async ({ page }) => {
  await new App(page).loadSample()
  all = await countIn(page, 'failures')
  list = new FailuresPage(page)
  await list.open()
  await list.expectTotal(all)
})

test('a click on a header sorts by it, a second click the other way round', async ({ page }) => {
  const days = (await recordsIn(page, 'failures'))
    .flatMap(({ occurredAt }) => (occurredAt === undefined ? [] : [occurredAt.slice(0, 16).replace('T', ' ')]))
    .sort()
  await expect(list.table.header('发生时间')).toHaveAttribute('aria-sort', 'descending')
  expect((await list.table.cells('发生时间'))[0]).toBe(days.at(-1))
  await list.table.sortBy('发生时间')
  await expect(list.table.header('发生时间')).toHaveAttribute('aria-sort', 'ascending')
  await list.arrived()
  const shown = await list.table.cells('发生时间')
  expect(shown).toEqual(days.slice(0, shown.length))

  await list.table.sortBy('故障编号')
  await expect(list.table.header('故障编号')).toHaveAttribute('aria-sort', /ascending|descending/u)
  await list.arrived()
  const numbers = await list.table.cells('故障编号')
  const direction = await list.table.header('故障编号').getAttribute('aria-sort')
  expect(numbers).toEqual(
    [...numbers].sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }) * (direction === 'ascending' ? 1 : -1)),
  )
})

test('an exact filter keeps what the dialog promised and says so in words', async ({ page }) => {
  const promised = await list.filterExactly('故障部位', '中继阀')
  await list.expectTotal(promised)
  expect(promised).toBeLessThan(all)
  await expect(list.chips).toHaveText('故障部位 = 中继阀')
  expect(new Set(await list.table.cells('故障部位'))).toEqual(new Set(['中继阀']))
  const nodes = await recordsIn(page, 'bomNodes')
  const relayValves = new Set(nodes.filter(({ name }) => name === '中继阀').map(({ id }) => id))
  expect(promised).toBe(
    (await recordsIn(page, 'failures')).filter(({ bomNodeId }) => relayValves.has(bomNodeId ?? '')).length,
  )

  await list.chips.getByRole('button').last().click()
  await list.expectTotal(all)
  await expect(list.chips).toHaveCount(0)
})

test('a fuzzy filter understands pinyin initials and adds to the others', async () => {
  await list.filterFuzzily('故障部位', 'zjf')
  await list.arrived()
  await expect(list.chips).toHaveText('故障部位 ≈ “zjf”')
  const parts = new Set(await list.table.cells('故障部位'))
  expect(parts.size).toBeGreaterThan(0)
  for (const part of parts) expect(part).toContain('中继阀')
  const first = Number((await list.totals.locator('span').first().innerText()).replace(/\D/gu, ''))
  const promised = await list.filterExactly('运营影响', '无影响')
  await list.expectTotal(promised)
  expect(promised).toBeLessThan(first)
  await expect(list.chips).toHaveText(['故障部位 ≈ “zjf”', '运营影响 = 无影响'])
  expect(new Set(await list.table.cells('运营影响'))).toEqual(new Set(['无影响']))
})

test('the search finds by pinyin initials and says when nothing matches', async ({ page }) => {
  await list.search.fill('zjf')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(` / ${all.toLocaleString('zh-CN')} 条`)
  await list.arrived()
  expect(new Set(await list.table.cells('故障部位'))).toContain('中继阀')
  await list.search.fill('绝对没有这样的故障')
  await expect(page.getByRole('heading', { name: `${all.toLocaleString('zh-CN')} 条里没有符合条件的` })).toBeVisible()
  await page.locator('#content').getByRole('button', { name: '清除全部筛选' }).last().click()
  await list.expectTotal(all)
})

test('columns come and go, and the totals add up', async ({ page }) => {
  await expect(list.table.header('运营影响')).toBeVisible()
  await list.toggleColumns('运营影响', '晚点分钟 (min)')
  await expect(list.table.header('运营影响')).toHaveCount(0)
  await expect(list.table.header('晚点分钟 (min)')).toHaveCount(1)

  const failures = await recordsIn(page, 'failures')
  const delay = failures.reduce((sum, { delayMin = 0 }) => sum + delayMin, 0)
  await expect(list.totals).toContainText(`晚点合计 ${delay.toLocaleString('zh-CN')} min`)
  await expect(list.totals).toContainText(`涉及 ${new Set(failures.flatMap(({ trainId }) => trainId ?? [])).size} 列车`)
})

test('the address alone brings the same rows, columns and order to another page', async ({ page, context }) => {
  await list.filterExactly('运营影响', '无影响')
  await list.search.fill('阀')
  await list.table.sortBy('故障时走行公里 (km)')
  await list.toggleColumns('严重度')
  await expect(page).toHaveURL(/cols=/u)
  await list.arrived()
  const rows = await list.table.cells('故障编号')
  const columns = await list.table.columns()

  const other = new FailuresPage(await context.newPage())
  await other.page.goto(page.url())
  await other.arrived()
  await expect(other.totals).toHaveText(await list.totals.innerText(), { useInnerText: true })
  expect(await other.table.columns()).toEqual(columns)
  expect(await other.table.cells('故障编号')).toEqual(rows)
  await expect(other.chips).toHaveText('运营影响 = 无影响')
  await expect(other.search).toHaveValue('阀')
})

test('a row opens its preview, the preview opens the page, and back returns to the list as it was', async ({
  page,
}) => {
  await list.filterExactly('故障部位', '中继阀')
  await list.arrived()
  const [no = ''] = await list.table.cells('故障编号')
  await list.table.row(0).click()
  await expect(list.preview.getByRole('heading')).toHaveText(no)
  await list.preview.getByRole('button', { name: '打开详情' }).click()
  const failure = new FailurePage(page)
  await expect(failure.number).toHaveText(no)
  await page.getByRole('link', { name: '下一条' }).click()
  await expect(failure.number).not.toHaveText(no)
  await page.goBack()
  await expect(list.chips).toHaveText('故障部位 = 中继阀')
})

test('the table can be worked with keys alone', async ({ page }) => {
  const numbers = await list.table.cells('故障编号')
  await list.table.grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(list.table.grid).toHaveAttribute('aria-activedescendant', 'row-2')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  await expect(list.preview.getByRole('heading')).toHaveText(numbers[1] ?? '')
  await page.keyboard.press('ArrowDown')
  await expect(list.preview.getByRole('heading')).toHaveText(numbers[2] ?? '')
  await page.keyboard.press('End')
  await expect(list.table.grid).toHaveAttribute('aria-activedescendant', `row-${all - 1}`)
  await expect(list.table.row(all - 1)).toBeVisible()
  await page.keyboard.press('Home')
  await expect(list.table.row(0)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(new FailurePage(page).number).toHaveText(numbers[0] ?? '')
})

test('a change that moves a figure needs a reason, is kept in the history, and can be undone', async ({ page }) => {
  const target = (await recordsIn(page, 'failures')).find(
    // What is closed asks for a reason whatever is changed.
    ({ serviceImpact, no, state }) => serviceImpact === 'NONE' && no !== undefined && state === 'SUBMITTED',
  )
  if (target === undefined) throw new Error('no failure of the sample is without effect')
  const failure = new FailurePage(page)
  await failure.open(target.id)
  const dialog = await failure.startEditing()
  const save = dialog.getByRole('button', { name: '保存' })
  await expect(save).toBeDisabled()
  await dialog.getByLabel('运营影响', { exact: true }).selectOption('DELAY')
  await expect(save).toBeDisabled()
  await expect(dialog).toContainText('改了影响指标的字段，请写明原因。')
  await dialog.getByLabel('修改原因').fill('调度记录显示晚点')
  await save.click()
  await expect(failure.fact('运营影响')).toContainText('晚点')

  await failure.openTab('tabHistory')
  const entry = failure.history.first()
  await expect(entry).toContainText('原因：调度记录显示晚点')
  const line = entry.getByRole('row').filter({ hasText: '运营影响' })
  await expect(line.getByRole('cell').nth(0)).toHaveText('无影响')
  await expect(line.getByRole('cell').nth(1)).toContainText('晚点')
  await entry.getByRole('button', { name: '撤销这次改动' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('看错了行')
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(
    failure.history.first().getByRole('row').filter({ hasText: '运营影响' }).getByRole('cell').nth(1),
  ).toHaveText('无影响')
  await failure.openTab('tabFacts')
  await expect(failure.fact('运营影响')).toHaveText('无影响')
})

test('a deleted failure leaves the list and one undo brings it back', async ({ page }) => {
  // What was accepted is deleted by whoever may accept, while it is open.
  await new LoopPage(page, 'zh').actAs('赵工', 'QAL')
  await list.expectTotal(all)
  const [no = ''] = await list.table.cells('故障编号')
  await list.table.row(0).dblclick()
  await expect(new FailurePage(page).number).toHaveText(no)
  await page.getByRole('button', { name: '删除' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '删除' })).toBeDisabled()
  await dialog.getByLabel('为什么删除？').fill('重复填报')
  await dialog.getByRole('button', { name: '删除' }).click()
  await list.expectTotal(all - 1)
  await list.app.toast.getByRole('button', { name: '撤销' }).click()
  await list.expectTotal(all)
  expect((await list.table.cells('故障编号'))[0]).toBe(no)
})

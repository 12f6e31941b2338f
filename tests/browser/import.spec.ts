import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { read, utils } from 'xlsx'
import { fixtureFile, fixtureName } from '../support/fixtureFile'
import { countIn, countsIn, recordsIn } from './pages/database'
import { DataPage } from './pages/DataPage'
import { FailurePage } from './pages/FailurePage'
import { ProductsPage } from './pages/ProductsPage'

const ALL = ['L2', 'L5', 'B1', 'B2'] as const

test('a preview says what every sheet is, lets a column be changed, and shows each doubtful cell, before anything is stored', async ({
  page,
}) => {
  const data = new DataPage(page)
  await data.open()
  await data.drop(...ALL)
  await data.previewShown()

  for (const name of ALL) await expect(page.getByRole('heading', { name: fixtureName(name) })).toBeVisible()
  const kinds = {
    '2017年台账': '故障台账',
    '2014': '故障台账',
    封面: '不导入',
    '2016年动车组': '里程统计',
    产品BOM: '产品 BOM',
    列车台账: '列车台账',
  }
  for (const unused of await page.locator('.unused-sheets summary').all()) await unused.click()
  for (const [sheet, kind] of Object.entries(kinds)) expect(await data.kindOf(sheet), sheet).toBe(kind)

  await data.review('2017年台账')
  await data.issueKind('日期读不出').click()
  await expect(data.cell('P72')).toContainText('2017.7.35')
  await data.review('2016年台账')
  await expect(data.cell('P91')).toContainText('待核实')
  await data.review('2017年台账')

  const sheet = data.sheet('2017年台账')
  await sheet.getByRole('button', { name: '列对应' }).click()
  const columns = sheet.getByRole('row')
  const occurred = columns.filter({ has: page.getByRole('cell', { name: 'P', exact: true }) })
  const choice = occurred.getByRole('combobox')
  await expect(choice.locator('option:checked')).toHaveText('发生时间')
  await choice.selectOption({ label: '（不导入，原文保留）' })
  await data.previewShown()
  await expect(choice.locator('option:checked')).toHaveText('（不导入，原文保留）')
  await expect(data.cell('P72')).toHaveCount(0)
  await choice.selectOption({ label: '发生时间' })
  await data.previewShown()
  await data.issueKind('日期读不出').click()
  await expect(data.cell('P72')).toContainText('2017.7.35')
  await expect(occurred).toContainText('你的选择')

  expect(await countsIn(page)).toEqual({})
  expect(await countIn(page, 'importBatches')).toBe(0)
  await page.getByRole('button', { name: '放弃，不写入' }).click()
  await expect(page.getByText('还没有导入过')).toBeVisible()
  expect(await countsIn(page)).toEqual({})
})

test('an import stores what it promised, gives each part its MDBF, and is undone and redone whole', async ({
  page,
}) => {
  const data = new DataPage(page)
  await data.open()
  await data.choose(...ALL)
  await data.previewShown()
  const promised = await data.countsOf(data.plan)
  await data.commit()
  expect(await data.countsOf(data.done)).toEqual(promised)
  // What the rules of alerts found in it was in no file.
  const { alertEpisodes: _, ...stored } = await countsIn(page)
  expect(stored).toEqual(promised)
  expect(promised['failures']).toBeGreaterThan(400)

  const products = new ProductsPage(page)
  await data.done.getByRole('link', { name: '看每个部件的 MTBF' }).click()
  await products.openNode('中继阀')
  const counted = await products.countedFailures()
  expect(counted).toBeGreaterThan(0)
  await expect(products.mtbf.locator('.kpi-value')).toHaveText(/^[\d,]+(\.\d+)? km$/u)

  await data.open()
  await data.history.getByRole('button', { name: '撤销整个导入' }).click()
  await expect(data.history.getByText('已撤销')).toBeVisible()
  await data.app.goTo('products')
  await expect(page.getByRole('heading', { name: '还没有 BOM' })).toBeVisible()
  await data.app.goTo('failures')
  await expect(page.getByRole('heading', { name: '还没有故障' })).toBeVisible()

  await data.app.goTo('data')
  await data.history.getByRole('button', { name: '恢复这次导入' }).click()
  await expect(data.history.getByRole('button', { name: '撤销整个导入' })).toBeVisible()
  await data.app.goTo('products')
  await products.openNode('中继阀')
  expect(await products.countedFailures()).toBe(counted)
})

test('the result itself offers the undo', async ({ page }) => {
  const data = new DataPage(page)
  await data.open()
  await data.choose('B1')
  await data.previewShown()
  await data.commit()
  await data.done.getByRole('button', { name: '撤销整个导入' }).click()
  await expect(data.history.getByText('已撤销')).toBeVisible()
  await data.app.toast.getByRole('button', { name: '恢复这次导入' }).click()
  await expect(data.history.getByRole('button', { name: '撤销整个导入' })).toBeVisible()
})

test('every imported field names the cell it came from', async ({ page }) => {
  const data = new DataPage(page)
  await data.open()
  await data.choose('L2')
  await data.previewShown()
  await data.commit()
  const imported = (await recordsIn(page, 'failures')).find(
    (record) => record.no !== undefined && record.description !== undefined && record.origin !== undefined,
  )
  if (imported === undefined) throw new Error('no imported failure has a description')

  const failure = new FailurePage(page)
  await failure.open(imported.id)
  const address = (await failure.fact('故障现象描述').locator('.source .mono').innerText()).trim()
  const sheetName =
    /· (.+) · /u.exec((await failure.fact('故障现象描述').locator('.source').getAttribute('title')) ?? '')?.[1] ?? ''
  const sheet = read(await readFile(fixtureFile('L2'))).Sheets[sheetName]
  expect(String(sheet?.[address]?.v).trim()).toBe(imported.description)

  await page.getByRole('button', { name: '原始行' }).click()
  const row = Number(/\d+$/u.exec(address)?.[0])
  const texts =
    utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1, range: row - 1, raw: false, blankrows: true })[0] ?? []
  const written = texts.filter((text): text is string => typeof text === 'string' && text.trim() === imported.no)
  expect(written.length).toBeGreaterThan(0)
  await expect(page.locator('.fact-groups .card').last()).toContainText(imported.no ?? '')
})

test('the same files again add no failure and say so', async ({ page }) => {
  test.slow()
  const data = new DataPage(page)
  await data.open()
  await data.choose(...ALL)
  await data.previewShown()
  await data.commit()
  const before = await countsIn(page)

  await data.done.getByRole('button', { name: '再导入' }).click()
  await data.choose(...ALL)
  await data.previewShown()
  expect((await data.countsOf(data.plan))['failures'] ?? 0).toBe(0)
  await expect(data.plan).toContainText(/\d+ 行与已有或前面的故障重复，不再写入/u)
  if (await data.commitButton.isEnabled()) await data.commit()
  expect((await countsIn(page))['failures']).toBe(before['failures'])
})

const REFUSED = [
  ['notAWorkbook', '文件不是 Excel 工作簿，也不是 CSV 或网页表格。'],
  ['truncated', '文件不完整，可能没有复制或下载完。'],
  ['encrypted', '文件有密码保护，请先去掉密码再导入。'],
  ['noBytes', '文件是空的（0 字节）。'],
] as const

test('a file that cannot be read is refused with one sentence and changes nothing', async ({ page }) => {
  const data = new DataPage(page)
  for (const [name, sentence] of REFUSED) {
    await data.open()
    await data.choose(name)
    await data.previewShown()
    await expect(data.alerts).toHaveText([`${fixtureName(name)} 无法读取：${sentence}`])
    await expect(data.commitButton).toBeDisabled()
  }
  await data.open()
  await data.choose('blank')
  await data.previewShown()
  await expect(data.plan).toContainText('没有可写入的新记录')
  await expect(data.commitButton).toBeDisabled()
  expect(await countsIn(page)).toEqual({})
})

test('a broken file beside a good one does not hold the good one back', async ({ page }) => {
  const data = new DataPage(page)
  await data.open()
  await data.choose('B1', 'truncated')
  await data.previewShown()
  await expect(data.alerts).toHaveCount(1)
  await data.commit()
  expect((await countsIn(page))['bomNodes']).toBeGreaterThan(100)
})

test('cancelling while files are read leaves the data as it was', async ({ page }) => {
  const data = new DataPage(page)
  await data.open()
  await data.choose('B1')
  await data.previewShown()
  await data.commit()
  const before = await countsIn(page)

  await data.done.getByRole('button', { name: '再导入' }).click()
  await data.choose('big')
  await page.getByRole('button', { name: '取消' }).click()
  await expect(data.app.toast).toContainText('已取消，数据没有变化')
  await expect(page.getByText('把文件拖到这里，或点击选择')).toBeVisible()
  expect(await countsIn(page)).toEqual(before)
  expect(await countIn(page, 'importBatches')).toBe(1)

  await data.choose('B2')
  await data.previewShown()
  await expect(page.getByRole('heading', { name: fixtureName('B2') })).toBeVisible()
  await expect(page.getByRole('heading', { name: fixtureName('big') })).toHaveCount(0)
})

test('cancelling while records are stored leaves the data as it was', async ({ page }) => {
  const data = new DataPage(page)
  await data.open()
  await data.choose('big')
  await data.previewShown()
  await data.commitButton.click()
  await page.getByRole('button', { name: '取消' }).click()
  await expect(data.app.toast).toContainText('已取消，数据没有变化')
  await expect(data.commitButton).toBeEnabled()
  expect(await countsIn(page)).toEqual({})
  await data.commit()
  expect(await countsIn(page)).toEqual(await data.countsOf(data.done))
})

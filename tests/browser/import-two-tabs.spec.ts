/** The same file imported in two tabs, lists that complete what is there, and characters nobody sees. */
import { expect, test, type Page } from '@playwright/test'
import { utils, write } from 'xlsx'
import { wordsOfImports } from '../../src/i18n/importWords'
import { messagesOf } from '../support/messagesOf'
import { countIn, recordsIn } from './pages/database'
import { DataPage } from './pages/DataPage'

type Rows = readonly (readonly (string | number)[])[]

const LEDGER: Rows = [
  ['故障编号', '车型', '列车号', '部件名称', '故障现象', '发生时间'],
  ['GZ-2016-0001', 'CRH380A', '2641', '中继\u0001阀', '排风口漏风', '2016-03-05'],
  ['GZ-2016-0002', 'CRH380A', '2642', '中继阀', '缓解不良', '2016-03-06'],
]
const fleetOf = (cars: number): Rows => [
  ['车型', '列车号', '配属段', '编组辆数', '上线日期'],
  ['CRH380A', '2641', '上海动车段', cars, '2013-02-02'],
  ['CRH380A', '2642', '上海动车段', 8, '2013-03-02'],
]

function workbook(rows: Rows, sheet = '台账'): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), sheet)
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
}

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const choose = (page: Page, ...files: readonly { readonly name: string; readonly buffer: Buffer }[]): Promise<void> =>
  page.locator('.drop input[type=file]').setInputFiles(files.map((file) => ({ ...file, mimeType })))

const t = messagesOf('zh')

test('the same ledger read in two tabs is stored by the first, and the second says what changed instead of storing it again', async ({
  page,
  context,
}) => {
  const [first, second] = [new DataPage(page), new DataPage(await context.newPage())]
  const file = { name: '台账.xlsx', buffer: workbook(LEDGER) }
  for (const tab of [first, second]) {
    await tab.open()
    await choose(tab.page, file)
    await tab.previewShown()
    expect(await tab.countsOf(tab.plan)).toMatchObject({ failures: 2, trains: 2 })
  }
  await first.commit()

  await second.commitButton.click()
  await expect(second.alerts.filter({ hasText: t.importOutdated })).toContainText('2 → 0')
  await expect(second.commitButton).toBeDisabled()
  await expect(second.page.getByText('由', { exact: false }).filter({ hasText: '导入过' })).toBeVisible()
  expect(await countIn(page, 'failures')).toBe(2)
  expect(await countIn(page, 'trains')).toBe(2)
})

test('a control character is taken out and said on its cell', async ({ page }) => {
  const data = new DataPage(page)
  await data.open()
  await choose(page, { name: '台账.xlsx', buffer: workbook(LEDGER) })
  await data.previewShown()
  await expect(data.cell('D2')).toContainText('中继阀')
  await expect(data.cell('D2')).toContainText(wordsOfImports('zh').issueSentence('control-characters', { count: 1 }))
  await data.commit()
  expect(new Set((await recordsIn(page, 'failures')).map((failure) => failure['nodeText']))).toEqual(
    new Set(['中继阀']),
  )
})

test('a fleet list fills what the ledger left empty; what a later one says otherwise waits for a tick; undo restores', async ({
  page,
}) => {
  const data = new DataPage(page)
  const trains = async (): Promise<unknown[]> =>
    (await recordsIn(page, 'trains'))
      .sort((a, b) => String(a['trainNo']).localeCompare(String(b['trainNo'])))
      .map((train) => [train['trainNo'], train['serviceDate'] ?? null, train['carsPerTrain'] ?? null])
  const masters = page
    .locator('.card')
    .filter({ has: page.getByRole('heading', { name: t.mastersTitle, exact: true }) })
  await data.open()
  await choose(page, { name: '台账.xlsx', buffer: workbook(LEDGER) })
  await data.previewShown()
  await data.commit()
  expect(await trains()).toEqual([
    ['2641', null, null],
    ['2642', null, null],
  ])

  await data.open()
  await choose(page, { name: '列车台账.xlsx', buffer: workbook(fleetOf(8), '列车台账') })
  await data.previewShown()
  await expect(masters.getByText(t.mastersFilled('8'))).toBeVisible()
  await data.commit()
  expect(await trains()).toEqual([
    ['2641', '2013-02-02', 8],
    ['2642', '2013-03-02', 8],
  ])

  await data.open()
  await choose(page, { name: '列车台账.xlsx', buffer: workbook(fleetOf(16), '列车台账') })
  await data.previewShown()
  await expect(data.commitButton).toBeDisabled()
  await masters.getByRole('checkbox', { name: /CRH380A-2641/u }).check()
  await data.previewShown()
  await data.commit()
  expect(await trains()).toEqual([
    ['2641', '2013-02-02', 16],
    ['2642', '2013-03-02', 8],
  ])
  await page.getByRole('button', { name: t.importUndo }).first().click()
  await expect.poll(trains).toEqual([
    ['2641', '2013-02-02', 8],
    ['2642', '2013-03-02', 8],
  ])
})

test('two files of one name are told apart', async ({ page }) => {
  const data = new DataPage(page)
  await data.open()
  const [head, one, two] = LEDGER
  await choose(
    page,
    { name: '台账.xlsx', buffer: workbook([head!, one!]) },
    { name: '台账.xlsx', buffer: workbook([head!, two!]) },
  )
  await data.previewShown()
  await data.commit()
  expect((await recordsIn(page, 'failures')).map((failure) => failure['no']).sort()).toEqual([
    'GZ-2016-0001',
    'GZ-2016-0002',
  ])
})

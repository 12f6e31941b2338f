/** A person reviews an import: unknown words, cells, rows to leave out, and the workbook of what is left. */
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { read, utils, write } from 'xlsx'
import { messagesOf } from '../support/messagesOf'
import { countIn, recordsIn } from './pages/database'
import { DataPage } from './pages/DataPage'
import { FailurePage } from './pages/FailurePage'
import { FormDialog } from './pages/FormDialog'

const HEADER = ['故障编号', '车型', '车号', '配属段', '部件名称', '故障现象', '发生时间', '故障等级']
const ROWS = [
  ['GZ-2016-0001', 'CRH380A', '2641', '上海动车段', '中继阀', '排风口漏风', '2016-03-05', '一般'],
  ['GZ-2016-0002', 'CRH380A', '2642', '上海动车断', '中继阀', '缓解不良', '2016年3月三十五日', '要紧'],
  ['GZ-2016-0003', 'CRH380A', '2643', '上海动车段', '中继阀', '压力偏低', '2016-04-02', '要紧'],
]

function ledger(rows: readonly (readonly string[])[], header: readonly string[] = HEADER): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...header], ...rows.map((row) => [...row])]), '台账')
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .locator('.drop input[type=file]')
    .setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
}

for (const language of ['zh', 'en'] as const) {
  const t = messagesOf(language)
  test(`words are decided once, cells mended in place, what is left goes out as a workbook and comes back in (${language})`, async ({
    page,
  }) => {
    await page.addInitScript((language) => localStorage.setItem('fracas.language', language), language)
    const data = new DataPage(page, language)
    await data.open()
    await choose(page, '台账.xlsx', ledger(ROWS))
    await data.previewShown()

    const words = page.locator('.card').filter({ has: page.getByRole('heading', { name: t.wordsTitle, exact: true }) })
    // The ledger does not say which of its rows are closed.
    await words.getByRole('button', { name: `${t.wordsNoState}${t.colon}${t.wordsStaysOpen}` }).click()
    await data.previewShown()
    await words.getByRole('combobox', { name: `要紧 ${t.wordsMeans}` }).selectOption('2')
    await data.previewShown()
    await expect(words.getByText(t.wordsUndecided('1'))).toBeVisible()
    await words.getByRole('button', { name: `上海动车断${t.colon}${t.wordsTake} 上海动车段` }).click()
    await data.previewShown()
    await expect(words.getByText(t.wordsUndecided('0'))).toBeVisible()

    await page.getByRole('button', { name: t.leaveOutSerious('1'), exact: true }).click()
    await data.previewShown()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: t.errorWorkbook('1') }).click(),
    ])
    const bytes = await readFile(await download.path())
    const rows = utils.sheet_to_json<readonly unknown[]>(read(bytes).Sheets['台账']!, { header: 1 })
    expect(rows[0]?.slice(0, 8)).toEqual(HEADER)
    expect(rows.slice(1).map((row) => row[0])).toEqual(['GZ-2016-0002'])
    expect(String(rows[1]?.[8])).toContain('G: ')
    await data.commit()
    expect((await recordsIn(page, 'failures')).map(({ no }) => no).sort()).toEqual(['GZ-2016-0001', 'GZ-2016-0003'])
    expect((await recordsIn(page, 'failures')).find(({ no }) => no === 'GZ-2016-0003')?.['severity']).toBe('2')

    await data.open()
    await choose(page, download.suggestedFilename(), bytes)
    await data.previewShown()
    // Decided before: nobody is asked again.
    await expect(words.getByRole('button', { name: `要紧${t.colon}${t.wordsAnew}` })).toBeVisible()
    await expect(words.getByRole('combobox', { name: `要紧 ${t.wordsMeans}` })).toHaveCount(0)
    await data.mend('G2', '2016-03-25')
    await expect(data.cell('G2')).toHaveClass(/is-mended/u)
    await expect(data.cell('G2')).toHaveAttribute('title', new RegExp(t.reviewMailed('2016年3月三十五日'), 'u'))
    await page.getByRole('button', { name: t.reviewUndo }).click()
    await data.previewShown()
    await expect(data.cell('G2')).toContainText('三十五日')
    await data.mend('G2', '2016-03-25')
    await data.commit()
    expect(await countIn(page, 'failures')).toBe(3)
    const mended = (await recordsIn(page, 'failures')).find(({ no }) => no === 'GZ-2016-0002')
    expect([mended?.['occurredAt'], mended?.['severity']]).toEqual(['2016-03-25', '2'])
    expect(await countIn(page, 'parties')).toBe(1)
  })
}

test('a newer workbook updates what is stored only where a person says so, old beside new, and undoing it brings the old back', async ({
  page,
}) => {
  const data = new DataPage(page)
  const { t } = data.app
  await data.open()
  await choose(page, '台账.xlsx', ledger(ROWS))
  await data.previewShown()
  await data.commit()
  await data.open()
  await choose(
    page,
    '台账2.xlsx',
    ledger([[...ROWS[0]!.slice(0, 5), '排风口漏风，已复现', '2016-03-05', '严重'], ROWS[1]!, ROWS[2]!]),
  )
  await data.previewShown()
  const known = page.locator('.card').filter({ has: page.getByRole('heading', { name: t.againTitle, exact: true }) })
  await expect(known.getByText(t.againSame('2'))).toBeVisible()
  await expect(known.getByText(t.againChanged('1'))).toBeVisible()
  const row = known.getByRole('row').filter({ hasText: '排风口漏风，已复现' })
  await expect(row).toContainText('排风口漏风')

  // One column is looked at and taken alone.
  const column = known.getByRole('combobox', { name: t.againColumns })
  await column.selectOption({ label: t.againColumn(t.tableName('failures'), '严重度', '1') })
  await expect(row).toHaveCount(0)
  await known.getByRole('button', { name: t.againTakeColumn }).click()
  await data.previewShown()
  await expect(known.getByText(t.againTaken('1'))).toBeVisible()
  await known.getByRole('button', { name: t.againTakeNoneOfColumn }).click()
  await data.previewShown()
  await column.selectOption({ label: t.againAllColumns('2') })
  await expect(known.getByText(t.againTaken('0'))).toBeVisible()
  await row.getByRole('checkbox').check()
  await data.previewShown()
  await expect(known.getByText(t.againTaken('1'))).toBeVisible()
  await data.commit()
  const first = async () => (await recordsIn(page, 'failures')).find(({ no }) => no === 'GZ-2016-0001')
  expect(await countIn(page, 'failures')).toBe(3)
  expect([(await first())?.['description'], (await first())?.['severity']]).toEqual(['排风口漏风，已复现', '3'])

  await data.open()
  await data.history.first().getByRole('button', { name: t.importUndo }).click()
  await expect.poll(async () => (await first())?.['description']).toBe('排风口漏风')
})

test('columns given a meaning by hand keep it for the next workbook with the same header', async ({ page }) => {
  const data = new DataPage(page)
  const { t } = data.app
  const header = ['故障编号', '车型', '车号', '甲乙丙', '部件名称', '故障现象', '发生时间', '故障等级']
  await data.open()
  await choose(page, '一月.xlsx', ledger(ROWS, header))
  await data.previewShown()
  await data.sheet('台账').getByRole('button', { name: t.importMapping }).click()
  await data.sheet('台账').getByLabel('甲乙丙').selectOption('depot')
  await data.previewShown()
  await data.commit()
  await data.open()
  await choose(
    page,
    '二月.xlsx',
    ledger([['GZ-2016-0009', 'CRH380A', '2641', '沈阳动车段', '中继阀', '新的现象', '2016-06-05', '一般']], header),
  )
  await data.previewShown()
  await expect(data.sheet('台账').getByText(t.remembered)).toBeVisible()
  await data.commit()
  expect((await recordsIn(page, 'parties')).map(({ name }) => name)).toContain('沈阳动车段')
})

test('a block copied in a spreadsheet is pasted into the failure table, with or without its header, and goes with one undo', async ({
  page,
}) => {
  const data = new DataPage(page)
  const { t } = data.app
  const paste = (rows: readonly (readonly string[])[]): Promise<void> =>
    page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', text)
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      },
      rows.map((row) => row.join('\t')).join('\n'),
    )
  await data.app.open('/failures')
  await expect(page.locator('#content')).toBeVisible()
  await paste([HEADER, ...ROWS])
  await data.previewShown()
  await data.commit()
  expect((await recordsIn(page, 'failures')).map(({ no }) => no).sort()).toEqual(ROWS.map(([no]) => no))

  await data.open()
  await paste([
    ['GZ-2016-0010', '2641', '异音', '2016-07-01'],
    ['GZ-2016-0011', '2642', '漏风', '2016-07-02'],
  ])
  // Nothing names these columns, and two rows are few; what stands in them is offered.
  await expect(page.getByText(t.importCommit('0'))).toBeVisible()
  await page.getByRole('button', { name: t.importTakeGuesses('4') }).click()
  await data.previewShown()
  await data.commit()
  expect(await countIn(page, 'failures')).toBe(5)
  const pasted = (await recordsIn(page, 'failures')).find(({ no }) => no === 'GZ-2016-0011')
  expect(pasted).toMatchObject({ description: '漏风', occurredAt: '2016-07-02' })
  await data.open()
  await data.history.first().getByRole('button', { name: t.importUndo }).click()
  await expect(data.history.first()).toContainText(t.importUndone)
  await data.app.open('/failures')
  await expect(page.getByText('GZ-2016-0003').first()).toBeVisible()
  await expect(page.getByText('GZ-2016-0010')).toHaveCount(0)
})

test('an import somebody has worked on since is taken back only after saying what stays', async ({ page }) => {
  const data = new DataPage(page)
  const { t } = data.app
  await data.open()
  await choose(page, '一月.xlsx', ledger(ROWS))
  await data.previewShown()
  await data.commit()
  const [first] = await recordsIn(page, 'failures')
  const failure = new FailurePage(page)
  await failure.open(first?.id ?? '')
  await failure.startEditing()
  const form = new FormDialog(page)
  await form.field('failures', 'remark').fill('已联系段方')
  await form.save()

  await data.open()
  await data.history.first().getByRole('button', { name: t.importUndo }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: t.undoWorkedOn })).toBeVisible()
  await expect(dialog.getByText(String(first?.no))).toBeVisible()
  await dialog.getByRole('button', { name: t.undoKeeps }).click()
  await expect(dialog).toHaveCount(0)
  await expect(data.history.first()).toContainText(t.importUndone)
  await data.app.open('/failures')
  await expect(page.getByText(String(first?.no)).first()).toBeVisible()
  for (const [no] of ROWS.filter(([no]) => no !== first?.no)) await expect(page.getByText(no ?? '')).toHaveCount(0)
})

test('what an import has learned is listed, and what is forgotten is asked again', async ({ page }) => {
  const data = new DataPage(page)
  const { t } = data.app
  const words = page.locator('.card').filter({ has: page.getByRole('heading', { name: t.wordsTitle, exact: true }) })
  await data.open()
  await choose(page, '三月.xlsx', ledger(ROWS))
  await data.previewShown()
  await words.getByRole('combobox', { name: `要紧 ${t.wordsMeans}` }).selectOption('2')
  await data.previewShown()
  await data.commitButton.click()
  await expect(data.done).toBeVisible()

  await data.open()
  const learned = page.locator('details.learned')
  await learned.locator('summary').click()
  await expect(learned.getByText('要紧').first()).toBeVisible()
  await learned.getByRole('button', { name: `${t.learnedForget} 要紧` }).click()
  await expect(learned).toHaveCount(0)

  await choose(page, '四月.xlsx', ledger([ROWS[2]!.with(0, 'GZ-2016-0009').with(2, '2649')]))
  await data.previewShown()
  await expect(words.getByText('要紧')).toBeVisible()
  await expect(words.getByRole('combobox', { name: `要紧 ${t.wordsMeans}` })).toHaveValue('')
})

test('a report whose failure is not certain is attached by hand before it is stored', async ({ page }) => {
  const data = new DataPage(page)
  const { t } = data.app
  const report = [
    ['故障分析报告', ''],
    ['报告编号', 'FX-1', '故障编号', 'GZ-2016-0003'],
    ['车型', 'CRH380A', '列车号', '2641'],
    ['故障部件', '中继阀', '分析人', '张工'],
    ['原因分析', '膜板老化开裂'],
  ]
  await data.open()
  await choose(page, '台账.xlsx', ledger(ROWS))
  await data.previewShown()
  await data.commitButton.click()
  await expect(data.done).toBeVisible()

  await data.open()
  await choose(page, '分析.xlsx', ledger(report.slice(1), report[0]))
  await data.previewShown()
  const panel = page.getByRole('region', { name: t.unattachedTitle })
  await expect(panel).toContainText(t.unattachedReason('train-differs'))
  const choice = panel.getByRole('combobox')
  const wanted = await choice.getByRole('option').filter({ hasText: 'GZ-2016-0003' }).textContent()
  await choice.selectOption({ label: wanted ?? '' })
  await data.previewShown()
  await expect(panel).toContainText(t.unattachedOpen('0'))
  await data.commitButton.click()
  await expect(data.done).toBeVisible()
  const [analysis] = await recordsIn(page, 'rootCauseAnalyses')
  const failure = (await recordsIn(page, 'failures')).find(({ no }) => no === 'GZ-2016-0003')
  expect(analysis).toMatchObject({ failureId: failure?.id, rootCauseText: '膜板老化开裂', author: '张工' })
})

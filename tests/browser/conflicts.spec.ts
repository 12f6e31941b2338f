/** Where devices disagree: a value is taken, another one written, many settled by a rule, and that taken back. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import type { StoredRecord } from '../../src/domain/records/tables'
import { App } from './pages/App'
import { recordsIn } from './pages/database'
import { disagree } from './pages/disagree'

const [OTHER, THIRD] = ['m4n8k3elsewhere00000', 'q7r2t5elsewhere00000']
/** After the sample was loaded, whenever that is. */
const at = (day: number): number => Date.UTC(2030, 5, day, 1, 30)
const TEXT = '中继阀排风口持续漏风不止，复位后仍报警，现场更换中继阀后 EP2002 试验合格，压力 480 kPa。'
const OTHER_TEXT = '中继阀排风口间断漏风，复位后不再报警，现场更换中继阀膜片后 EP2003 试验合格，压力 475 kPa。'

/** Open failures on which devices disagree: on a long text, on a number and a step, and on remarks of one person. */
async function disagreements(page: Page): Promise<readonly StoredRecord<'failures'>[]> {
  const failures = (await recordsIn(page, 'failures'))
    .filter(({ state, bomNodeId }) => state === 'HANDLING' && bomNodeId !== undefined)
    .slice(0, 4)
  const by = (field: string, value: string | number, day: number, actor: string, device: string) => ({
    field,
    value,
    stamp: at(day),
    actor,
    device,
    sawRecord: true,
  })
  const [text, number, ...remarks] = failures
  await disagree(page, 'failures', text?.id ?? '', [
    by('description', TEXT, 1, '李工', THIRD),
    by('description', OTHER_TEXT, 2, '陈工', OTHER),
  ])
  await disagree(page, 'failures', number?.id ?? '', [
    by('delayMin', 12, 1, '李工', THIRD),
    by('delayMin', 21, 2, '陈工', OTHER),
    by('state', 'ANALYSIS', 1, '李工', THIRD),
    by('state', 'RETURNED', 2, '陈工', OTHER),
  ])
  for (const failure of remarks)
    await disagree(page, 'failures', failure.id, [
      by('remark', '旧话', 1, '陈工', THIRD),
      by('remark', '新话', 2, '陈工', OTHER),
    ])
  return failures
}

test('a person settles what devices disagree on, one by one and by a rule, and takes that back', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('fracas.actor', '赵工')
    localStorage.setItem('fracas.role', 'QAL')
  })
  const app = new App(page)
  const { t } = app
  await app.loadSample()
  const [text, number, ...remarks] = await disagreements(page)
  const stored = async (id = ''): Promise<Partial<StoredRecord<'failures'>>> =>
    (await recordsIn(page, 'failures')).find((one) => one.id === id) ?? {}
  const cardOf = (failure: StoredRecord<'failures'> | undefined): Locator =>
    page.locator('.conflict-card').filter({ hasText: failure?.no ?? '' })

  // Marked where it is shown: in the list, on the page of the failure, and by the figures that count it.
  await app.open(`/failures?q=${text?.no ?? ''}`)
  await expect(page.getByRole('row').filter({ hasText: text?.no ?? '' })).toContainText(t.conflictsMark)
  await app.open(`/failures/${text?.id ?? ''}`)
  await expect(page.getByRole('alert').filter({ hasText: '故障现象描述' })).toBeVisible()
  await app.open(`/products?node=${text?.bomNodeId ?? ''}`)
  await expect(page.locator('.kpi-notes')).toContainText(/故障里有 \d+ 起/u)
  await app.open('/')
  await page.getByRole('link', { name: t.conflictsHome('4') }).click()
  await app.settled()
  await expect(page.locator('.conflict-card')).toHaveCount(4)

  // The other value is taken, with the keyboard.
  const older = cardOf(text).locator('.conflict-side').filter({ hasText: '李工' })
  await expect(older.locator('mark').filter({ hasText: 'EP2002' })).toBeVisible()
  await older.getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(app.toast).toContainText(t.conflictsSettled('1'))
  await expect(cardOf(text)).toHaveCount(0)
  expect((await stored(text?.id)).description).toBe(TEXT)

  // A third one is written; figures stand on it, so that it says why.
  const field = cardOf(number).getByRole('region', { name: '晚点分钟' })
  await field.getByRole('button', { name: t.conflictsThird }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('晚点分钟').fill('15')
  await dialog.getByLabel(t.editWhy).fill('与调度核对')
  await dialog.getByRole('button', { name: t.save }).click()
  await expect(field).toHaveCount(0)
  expect(await stored(number?.id)).toMatchObject({ delayMin: 15, state: 'RETURNED' })

  // Many by a rule, seen first, and taken back.
  await page.getByRole('button', { name: t.conflictsRuleDevice('Q7R2T5') }).click()
  await expect(page.getByRole('region', { name: t.conflictsPreview }).getByRole('row')).toHaveCount(3)
  await expect(page.getByText(t.conflictsLeftOpen('1', 'position'))).toBeVisible()
  await page.getByRole('button', { name: t.conflictsRuleApply('2') }).click()
  await expect(page.locator('.conflict-card')).toHaveCount(1)
  for (const { id } of remarks) expect((await stored(id)).remark).toBe('旧话')
  await app.toast
    .filter({ hasText: t.conflictsSettled('2') })
    .getByRole('button', { name: t.undo })
    .click()
  await expect(app.toast.filter({ hasText: t.undone })).toBeVisible()
  for (const { id } of remarks) expect((await stored(id)).remark).toBe('新话')

  // The step is decided by going by one device.
  const way = cardOf(number).locator('.conflict-side').filter({ hasText: '李工' })
  await way.getByRole('button', { name: t.conflictsTakeWay }).click()
  await dialog.getByLabel(t.conflictsWhy).fill('现场确认在分析')
  await dialog.getByRole('button', { name: t.conflictsSettle }).click()
  await expect(page.getByRole('heading', { name: t.conflictsNone })).toBeVisible()
  expect((await stored(number?.id)).state).toBe('ANALYSIS')
})

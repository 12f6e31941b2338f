/** The rules of the work are a company's own: limits and the working day, set with a reason, seen on the clock of a failure. */
import { expect, test } from '@playwright/test'
import { LoopPage } from './pages/LoopPage'
import { recordsIn } from './pages/database'
import { WORKFLOW } from '../../src/domain/workflow/transitions'
import type { Language } from '../../src/i18n/translation'

const STATE_IN_ANALYSIS: Readonly<Record<Language, string>> = { zh: '原因分析', en: 'Analysis' }
const LANGUAGES: readonly Language[] = ['zh', 'en']

test('limits and the working day are set with a reason, move the clock, and go back to the built-in ones', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('fracas.language', 'en'))
  const loop = new LoopPage(page, 'en')
  const { t } = loop.app
  await loop.app.loadSample()
  const panel = page.locator('#limits')
  const save = panel.getByRole('button', { name: t.save, exact: true })
  const failure = (await recordsIn(page, 'failures')).find(
    ({ state, deleted }) => state === 'SUBMITTED' && deleted !== true,
  )
  const dueOf = async (): Promise<string> => {
    await loop.app.open(`/failures/${failure?.id}`)
    return (
      (await page.getByText(t.clockTitle + t.colon).innerText()).match(
        new RegExp(`${t.workDue} (\\S+( \\d\\d:\\d\\d)?)`, 'u'),
      )?.[1] ?? ''
    )
  }
  await loop.actAs('周站长', 'SSM')
  await loop.open(failure?.id ?? '')
  await loop.take('return', { why: '缺照片' })
  const before = await dueOf()
  expect(before).not.toBe('')

  // Only who keeps the system may, and the button says so.
  await loop.actAs('何工', 'FSE')
  await loop.app.open('/settings')
  const accept = panel.getByRole('textbox', { name: /returned/iu })
  await accept.fill('20')
  await expect(save).toBeDisabled()
  await expect(save).toHaveAccessibleDescription(t.rulesRole(t.roleName('ADM')))
  await loop.actAs('吴工', 'ADM')
  await loop.app.open('/settings')

  await accept.fill('0')
  await expect(panel.getByText(t.limitRefusal('limit-number'), { exact: true })).toBeVisible()
  await expect(save).toBeDisabled()
  await accept.fill('2')
  await panel.getByRole('group').filter({ hasText: t.rulesAllPaths }).last().getByRole('combobox').selectOption('days')
  await expect(save).toHaveAccessibleDescription(t.rulesReasonNeeded)
  await panel.getByLabel(t.dayBreakEnd).fill('11:00')
  await expect(panel.getByText(t.dayRefusal('day-break')).first()).toBeVisible()
  await panel.getByLabel(t.dayBreakEnd).fill('14:00')
  await expect(panel.getByText(t.dayLength('7'))).toBeVisible()
  await panel.getByLabel(t.rulesReason).fill('夏季作息')
  await save.click()
  await expect(loop.app.toast).toContainText(t.rulesSaved)
  await panel.getByText(t.rulesHistory).click()
  await expect(panel.getByRole('listitem').filter({ hasText: '夏季作息' })).toContainText(t.limitText('2', 'days'))
  await expect(panel.getByRole('listitem').filter({ hasText: '夏季作息' })).toContainText('14:00')
  expect(await dueOf()).not.toBe(before)

  await loop.app.open('/settings')
  const reset = panel.getByRole('button', { name: t.rulesReset })
  await expect(reset).toHaveAccessibleDescription(t.rulesReasonNeeded)
  await panel.getByLabel(t.rulesReason).fill('试过了')
  await reset.click()
  await expect(panel.getByLabel(t.dayBreakEnd)).toHaveValue('13:00')
  await expect(reset).toHaveAccessibleDescription(t.rulesResetNothing)
  expect(await dueOf()).toBe(before)
})

for (const language of LANGUAGES)
  test(`the workflow is drawn from its table, fits two pages across, and marks where a failure stands (${language})`, async ({
    page,
  }) => {
    await page.addInitScript((language) => localStorage.setItem('fracas.language', language), language)
    const loop = new LoopPage(page, language)
    const { t } = loop.app
    await loop.app.loadSample()
    await loop.app.open('/settings')
    await page.getByRole('link', { name: t.mapOpen }).click()
    const drawing = page.getByRole('img', { name: t.mapPicture })
    const steps = page.getByRole('region', { name: t.mapSteps })
    await expect(drawing).toBeVisible()
    await expect(steps.getByRole('row')).toHaveCount(WORKFLOW.length + 1)
    for (const { name } of WORKFLOW)
      await expect(steps.getByRole('rowheader', { name: t.stepName(name), exact: true })).toHaveCount(1)
    await expect(drawing.locator('.is-now')).toHaveCount(0)
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)
    expect(pages).toHaveLength(2)

    const failure = (await recordsIn(page, 'failures')).find(
      ({ state, deleted }) => state === 'ANALYSIS' && deleted !== true,
    )
    await loop.open(failure?.id ?? '')
    await loop.panel.getByRole('link', { name: t.mapHere }).click()
    await expect(page.getByText(t.mapNow(STATE_IN_ANALYSIS[language]))).toBeVisible()
    await expect(drawing.locator('.is-now')).toContainText(STATE_IN_ANALYSIS[language])
    await expect(page.getByRole('region', { name: t.mapLimits }).locator('[aria-current=step]')).toContainText(
      t.limitText('10', 'days'),
    )
    await page.getByRole('link', { name: t.loopTitle }).click()
    await expect(loop.panel).toBeVisible()
  })

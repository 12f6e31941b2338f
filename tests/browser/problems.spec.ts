import { expect, test } from '@playwright/test'
import { LoopPage } from './pages/LoopPage'
import { recordsIn } from './pages/database'

test('problems are reviewed one a page, a meeting finds its signer, and no lesson is made before the end', async ({
  page,
}) => {
  const loop = new LoopPage(page, 'zh')
  const { t } = loop.app
  await loop.app.loadSample()
  await loop.actAs('钱工', 'FRB')
  const failures = (await recordsIn(page, 'failures')).filter(({ state }) => state === 'ANALYSIS').slice(0, 2)
  for (const { id } of failures) {
    await loop.open(id, 'tabAnalysis')
    await page.getByRole('button', { name: t.problemMake, exact: true }).click()
    await loop.dialog.getByRole('button', { name: t.problemMake, exact: true }).click()
    await expect(loop.dialog).toHaveCount(0)
  }

  // The newest first: the two just made, then those of the sample.
  await loop.app.open('/problems')
  await page.getByRole('link', { name: t.reviewOpen }).click()
  await expect(page.getByText(t.reviewOf(1, 7))).toBeVisible()
  const d0 = page.getByRole('listitem').filter({ hasText: /^D0/u })
  await loop.actAs('何工', 'FSE')
  for (const button of [t.stepSign, t.stepReject]) {
    await expect(d0.getByRole('button', { name: button, exact: true })).toBeDisabled()
    await expect(d0.getByRole('button', { name: button, exact: true })).toHaveAccessibleDescription(
      t.loopRoles([t.roleName('QAL'), t.roleName('FRB')].join(t.listComma)),
    )
  }
  await loop.actAs('钱工', 'FRB')
  await d0.getByRole('button', { name: t.stepSign, exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: /^D0/u })).toContainText('✓')
  await expect(
    page.getByRole('listitem').filter({ hasText: /^D1/u }).getByRole('button', { name: t.stepSign, exact: true }),
  ).toBeDisabled()
  await page.getByLabel(t.reviewNotes, { exact: true }).last().fill('周五前补量化描述')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(t.reviewOf(2, 7))).toBeVisible()

  // A meeting is called here; it waits for its first member, in that person's work and nobody else's.
  await page.getByRole('button', { name: t.boardCall }).click()
  await loop.dialog.getByLabel(t.boardQuestion).fill('批准关闭')
  await loop.dialog.locator('textarea').first().fill('赵工\n钱工')
  await loop.dialog.getByRole('button', { name: t.save, exact: true }).click()
  await page.getByRole('button', { name: t.reviewMinutes }).click()
  await expect(page.getByRole('table')).toContainText(['周五前补量化描述'])
  await expect(page.getByRole('table')).toContainText([/D0 ✓/u])
  const row = page.getByRole('row').filter({ hasText: '批准关闭' })
  await loop.app.open('/work')
  await expect(row).toHaveCount(0)
  await loop.actAs('赵工', 'QAL')
  await expect(row).toContainText(t.workSignOff)
  await row.getByRole('link').click()
  await page.getByRole('button', { name: t.boardApprove, exact: true }).click()
  // Disabled it is while the signature is stored, too; the turn of the next one says that it is.
  await expect(page.getByRole('button', { name: t.boardApprove, exact: true })).toHaveAccessibleDescription(
    t.boardTurn('钱工'),
  )
  await loop.app.open('/work')
  await expect(row).toHaveCount(0)
  await page.getByRole('tab', { name: new RegExp(t.workAwaited, 'u') }).click()
  await expect(row).toContainText('钱工')

  await row.getByRole('link').click()
  const lesson = page.getByRole('button', { name: t.lessonMake })
  await expect(lesson).toBeDisabled()
  await expect(lesson).toHaveAccessibleDescription(t.lessonNeeds(['open', 'cause', 'fix']))
})

test('a train is found in the list and opens its dossier and its failures', async ({ page }) => {
  const { app } = new LoopPage(page, 'zh')
  const { t } = app
  await app.loadSample()
  await page.getByRole('link', { name: t.trainsTitle }).first().click()
  await page.getByLabel(t.trainsSearch).fill('1104')
  const row = page.getByRole('row').filter({ hasText: '1104' })
  await expect(row).toHaveCount(1)
  await expect(page.getByRole('row')).toHaveCount(2)
  const train = (await recordsIn(page, 'trains')).find(({ trainNo }) => trainNo === '1104')
  const failures = (await recordsIn(page, 'failures')).filter(
    ({ trainId, deleted }) => trainId === train?.id && deleted !== true,
  ).length
  await expect(row.getByRole('cell').nth(3)).toHaveText(String(failures))
  await row
    .getByRole('link', { name: t.dossierOpen.slice(2) })
    .last()
    .click()
  await expect(page).toHaveURL(/\/trains\/./u)
  await expect(page.getByRole('heading', { name: t.dossierTitle })).toBeVisible()
})

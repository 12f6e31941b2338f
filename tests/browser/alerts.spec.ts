/** An alert from raised to cleared: found by a rule somebody wrote, seen, taken, cleared, and not raised again. */
import { expect, test } from '@playwright/test'
import { FormDialog } from './pages/FormDialog'
import { LoopPage } from './pages/LoopPage'
import { recordsIn } from './pages/database'

test('a rule is written with its preview; what it raises is seen, taken, cleared and not raised again', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-01-02T09:00:00'))
  const loop = new LoopPage(page, 'zh')
  const { app } = loop
  const { t } = app
  await app.loadSample()
  await loop.actAs('赵工', 'REL')

  await app.open('/alerts?view=rules')
  await page.getByRole('button', { name: t.alertRulesAdd, exact: true }).click()
  const form = new FormDialog(page)
  await form.refuses(t.alertFault('alert-name'))
  await form.field('alertRules', 'name').fill('全车队一月三次')
  await form.field('alertRules', 'each').selectOption('whole')
  await form.dialog.getByLabel(t.alertRulesThresholdLabel('count')).fill('3')
  await form.field('alertRules', 'toRole').selectOption('REL')
  const preview = form.dialog.getByText(t.alertRulesPreview).locator('..')
  await expect(preview).toContainText(t.alertRulesPreviewNow('1'))
  await expect(preview).toContainText(/车队毫无变化时，每年误报不超过约 \d/u)
  await form.saveButton.click()
  await expect(form.dialog).toBeHidden()

  // What it raises says how many failures, and opens exactly them.
  await page.getByRole('tab', { name: t.alertsTabOpen }).click()
  const card = page.getByRole('article').filter({ hasText: '全车队一月三次' })
  await expect(card).toContainText(t.alertState('raised'))
  const open = card.getByRole('button', { name: /^看 \d+ 条故障$/u })
  const count = Number(/\d+/u.exec(await open.innerText())?.[0])
  expect(count).toBeGreaterThanOrEqual(3)
  await open.click()
  await expect(page.getByRole('complementary')).toContainText(t.drawerTitle(String(count)))
  await page.keyboard.press('Escape')

  // A device writes down when it was first raised, once.
  const ownEpisodes = async () => {
    const rules = await recordsIn(page, 'alertRules')
    return (await recordsIn(page, 'alertEpisodes')).filter(({ ruleId }) => rules.some(({ id }) => id === ruleId))
  }
  await expect.poll(async () => (await ownEpisodes()).length, { timeout: 30_000 }).toBe(1)

  await app.goTo('home')
  const home = page.getByRole('region', { name: t.alertsHome })
  await expect(home).toContainText('全车队一月三次')
  await home.getByRole('link', { name: t.alertsHomeAll }).click()

  await card.getByRole('button', { name: t.alertsSee, exact: true }).click()
  await expect(card).toContainText(t.alertState('seen'))
  await card.getByRole('button', { name: t.alertsTake, exact: true }).click()
  await form.saveButton.click()
  await expect(form.dialog).toBeHidden()
  await expect(card).toBeHidden()

  await app.open('/work?view=workAlerts')
  await expect(card).toContainText(t.alertsTakenBy('赵工', '2026-01-09'))
  await card.getByRole('button', { name: t.alertsClear, exact: true }).click()
  await form.refuses(t.alertsClearNeeded)
  await form.dialog.getByRole('button', { name: t.alertsOutcome('useful') }).click()
  await form.field('alertEpisodes', 'note').fill('已开问题单')
  await form.saveButton.click()
  await expect(form.dialog).toBeHidden()
  await expect(card).toBeHidden()

  await app.open('/alerts')
  await expect(page.getByRole('article').filter({ hasText: '全车队一月三次' })).toHaveCount(0)
  await page.getByRole('tab', { name: t.alertsTabCleared }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '已开问题单' })).toContainText('全车队一月三次')
  await expect.poll(async () => (await ownEpisodes()).length).toBe(1)
  const [episode] = await ownEpisodes()
  expect(episode).toMatchObject({ outcome: 'useful', clearedBy: '赵工', seenBy: '赵工', number: 1 })
})

/** Where devices disagree: a value is taken, another one written, many settled by a rule, and that taken back. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { App } from './pages/App'
import { recordsIn } from './pages/database'
import { disagree } from './pages/disagree'

const [OTHER, THIRD] = ['m4n8k3elsewhere00000', 'q7r2t5elsewhere00000']
const at = (day: number): number => Date.UTC(2026, 5, day, 1, 30)
const TEXT = '中继阀排风口持续漏风不止，复位后仍报警，现场更换中继阀后 EP2002 试验合格，压力 480 kPa。'
const OTHER_TEXT = '中继阀排风口间断漏风，复位后不再报警，现场更换中继阀膜片后 EP2003 试验合格，压力 475 kPa。'

/** Four failures on which devices disagree: a long text and a number, a step, and two remarks of one person. */
async function disagreements(page: Page): Promise<readonly string[]> {
  const failures = (await recordsIn(page, 'failures')).filter(({ state }) => state === 'CLOSED').slice(0, 4)
  const by = (field: string, value: string | number, day: number, actor: string, device = OTHER) => ({
    field,
    value,
    stamp: at(day),
    actor,
    device,
  })
  const [first, second, third, fourth] = failures
  await disagree(page, 'failures', first?.id ?? '', [
    by('description', TEXT, 1, '李工', THIRD),
    by('description', OTHER_TEXT, 2, '陈工'),
  ])
  await disagree(page, 'failures', second?.id ?? '', [
    by('delayMin', 12, 1, '李工', THIRD),
    by('delayMin', 21, 2, '陈工'),
    by('state', 'HANDLING', 2, '陈工'),
  ])
  for (const failure of [third, fourth])
    await disagree(page, 'failures', failure?.id ?? '', [
      by('remark', '旧话', 1, '陈工', THIRD),
      by('remark', '新话', 2, '陈工'),
    ])
  return failures.map(({ no }) => no ?? '')
}

const cardOf = (page: Page, no: string): Locator => page.locator('.conflict-card').filter({ hasText: no })

test('a person settles what devices disagree on, one by one and by a rule, and takes that back', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('fracas.actor', '赵工')
    localStorage.setItem('fracas.role', 'QAL')
  })
  const app = new App(page)
  const { t } = app
  await app.loadSample()
  const [longText = '', number = '', ...remarks] = await disagreements(page)
  await app.open('/')
  await page.getByRole('link', { name: t.conflictsHome('4') }).click()
  await app.settled()
  await expect(page.locator('.conflict-card')).toHaveCount(4)
  await page.screenshot({ path: '/tmp/shots-b/inbox.png', fullPage: true })
})

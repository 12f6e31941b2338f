import { expect, test } from '@playwright/test'
import { App } from './pages/App'
import { FailuresPage } from './pages/FailuresPage'

test('what the first page counts opens exactly those failures, and the sample ends yesterday unless a day is asked for', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-06-19T09:00:00'))
  const app = new App(page)
  await app.open()
  await page.getByRole('button', { name: app.t.doorSample }).click()
  await expect(app.sampleBanner).toBeVisible({ timeout: 90_000 })
  await app.goTo('home')
  const now = page.getByRole('region', { name: app.t.homeNow })
  const failures = new FailuresPage(page)
  const columns = now.locator('.month-columns').getByRole('link')
  await expect(columns).toHaveCount(13)
  await expect(columns.last()).toHaveAccessibleName(/^2026-06/u)

  const last = Number(/(\d+) 条/u.exec((await columns.nth(11).getAttribute('title')) ?? '')?.[1])
  await columns.nth(11).click()
  await failures.expectTotal(last)
  await expect(failures.table.rows.first()).toContainText('2026-05-')

  for (const name of [app.t.homeFailures, app.t.homeOpen]) {
    await app.goTo('home')
    const figure = now.locator('.now-figure').filter({ hasText: name }).first().getByRole('link')
    const shown = Number(await figure.innerText())
    expect(shown).toBeGreaterThan(0)
    await figure.click()
    await failures.expectTotal(shown)
  }
})

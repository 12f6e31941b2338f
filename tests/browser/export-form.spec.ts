import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { read } from 'xlsx'
import { App } from './pages/App'
import { recordsIn } from './pages/database'
import { FailurePage } from './pages/FailurePage'

// Without a network only the service worker can answer.
test.use({ serviceWorkers: 'allow' })

test('a failure is exported as the report form, by keyboard, without a network', async ({ page, context }) => {
  const app = new App(page)
  await app.loadSample()
  await app.readyForOffline()
  const [failure] = await recordsIn(page, 'failures')
  const open = new FailurePage(page)
  await open.open(String(failure?.id))
  await context.setOffline(true)
  const menu = page.getByRole('button', { name: app.t.templateExport })
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: app.t.templateBuiltIn('failure-report') })).toBeFocused()
  const coming = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const download = await coming
  await expect(menu).toBeFocused()
  const sheet = read(await readFile(await download.path())).Sheets['故障报告表']
  expect(sheet?.['A2']?.v).toBe(`编号：${failure?.no}`)
  expect(sheet?.['B11']?.v).toBe(failure?.description)
})

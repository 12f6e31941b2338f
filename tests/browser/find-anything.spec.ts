import { expect, test } from '@playwright/test'
import { App } from './pages/App'
import { FailuresPage } from './pages/FailuresPage'
import { ProductsPage } from './pages/ProductsPage'

test('a few letters and Enter lead to a part, a train, a serial, a failure and a screen, without the mouse', async ({
  page,
}) => {
  const app = new App(page)
  const { t } = app
  await app.loadSample()
  const field = page.getByRole('combobox', { name: t.paletteTitle })
  const options = page.getByRole('listbox', { name: t.paletteTitle })
  const find = async (typed: string, first: RegExp): Promise<void> => {
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused()
    await field.fill(typed)
    await expect(options).toHaveAttribute('aria-busy', 'false')
    await expect(options.getByRole('option').first()).toHaveText(first)
    await page.keyboard.press('Enter')
    await expect(field).toHaveCount(0)
  }
  await find('zjf', /^中继阀/u)
  await expect(new ProductsPage(page).title).toContainText('中继阀')
  await find('1107', /1107/u)
  await expect(page).toHaveURL(/\/trains\//u)
  await find('ZK210021', /^ZK210021/u)
  await expect(page).toHaveURL(/\/serials\/ZK210021/u)
  await find('GZ-城北-2025-0098', /GZ-城北-2025-0098/u)
  await expect(page).toHaveURL(/\/failures\/[^?]+$/u)
  await find('知识', /知识库/u)
  await expect(page).toHaveURL(/\/knowledge/u)
})

test('keys of one letter move about, are listed, sleep while text is typed, and can be switched off', async ({
  page,
}) => {
  const app = new App(page)
  const { t } = app
  await app.open()
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await expect(page).toHaveURL(/\/knowledge/u)
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/\/failures\/new/u)
  await page.getByRole('textbox').last().focus()
  await page.keyboard.type('gd?c/')
  await expect(page).toHaveURL(/\/failures\/new/u)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('link', { name: t.settings, exact: true }).first().click()
  await app.settled()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: t.keysTitle })
  await sheet.getByRole('checkbox', { name: t.keysSingle }).uncheck()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page).toHaveURL(/\/settings/u)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: t.paletteTitle })).toBeVisible()
})

test('a view saved under a name opens the same page again, from its menu and from the search over everything', async ({
  page,
}) => {
  const app = new App(page)
  const { t } = app
  await app.loadSample()
  const failures = new FailuresPage(page)
  await failures.open('?f=severity.is.2')
  const total = (await failures.totals.textContent()) ?? ''
  await page.getByRole('button', { name: t.views }).click()
  await page.getByRole('menuitem', { name: t.viewSave }).click()
  const dialog = page.getByRole('dialog', { name: t.viewSave })
  await expect(dialog.getByRole('button', { name: t.save, exact: true })).toBeDisabled()
  await dialog.getByRole('textbox', { name: t.viewName }).fill('严重的')
  await dialog.getByRole('button', { name: t.save, exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await app.goTo('products')
  await page.getByRole('button', { name: t.views }).click()
  await page.getByRole('menuitem', { name: '严重的', exact: true }).click()
  await failures.arrived()
  await expect(failures.totals).toHaveText(total)
  await app.goTo('home')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: t.paletteTitle }).fill('严重的')
  await page.getByRole('option', { name: '严重的', exact: true }).click()
  await expect(page).toHaveURL(/f=severity/u)
})

/** A board put together: blocks added, moved by keyboard and by dragging, kept, shared and doors to their failures. */
import { expect, test } from '@playwright/test'
import { App } from './pages/App'
import { FormDialog } from './pages/FormDialog'

test('a board is put together, arranged, kept over a reload, and its numbers open their failures', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-01-02T09:00:00'))
  const app = new App(page)
  const { t } = app
  await app.loadSample()
  await app.goTo('home')
  await page.getByRole('link', { name: t.boardsTitle, exact: true }).click()
  const form = new FormDialog(page)
  await page.getByRole('button', { name: t.boardsAdd }).click()
  await form.refuses(t.boardsNameNeeded)
  await form.dialog.getByLabel(t.boardsName).fill('质量周会')
  await form.saveButton.click()
  const board = page.getByRole('region', { name: '质量周会' })
  await expect(board).toContainText(t.boardsEmpty)

  const add = async (kind: 'figures' | 'pareto' | 'trend' | 'ranking' | 'open', size: 'third' | 'half' | 'full') => {
    await board.getByRole('button', { name: t.blockAdd }).click()
    await form.dialog.getByLabel(t.blockKind).selectOption(kind)
    await form.dialog.getByLabel(t.blockSize).selectOption(size)
    await form.saveButton.click()
    await expect(form.dialog).toBeHidden()
  }
  await add('figures', 'full')
  await add('pareto', 'half')
  await add('trend', 'half')
  await add('ranking', 'full')
  await add('open', 'full')
  const tools = board.locator('.block-tools')
  const order = (): Promise<(string | null)[]> =>
    tools.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  const name = t.blockKindName
  await expect
    .poll(order)
    .toEqual(['figures', 'pareto', 'trend', 'ranking', 'open'].map((kind) => name(kind as 'open')))

  // Every number says its count, exposure and bounds, and opens exactly its failures.
  const figures = board.getByRole('region', { name: `${t.blockEverything} — ${name('figures')}` })
  await expect(figures).toContainText(/90% [\d.]+ ～ [\d.]+/u)
  await expect(figures).toContainText('10⁶')
  const counted = figures.getByRole('button').first()
  const count = await counted.innerText()
  await counted.click()
  await expect(page.getByRole('complementary')).toContainText(t.drawerTitle(count))
  await page.keyboard.press('Escape')

  // With the keyboard, and by dragging its handle.
  await tools
    .filter({ has: page.getByRole('button', { name: t.blockEarlier(name('trend')) }) })
    .getByRole('button', { name: t.blockEarlier(name('trend')) })
    .press('Enter')
  await expect.poll(async () => (await order())[1]).toBe(name('trend'))
  await board.locator('.block-handle').nth(1).dragTo(board.locator('.board-block').first())
  await expect.poll(async () => (await order())[0]).toBe(name('trend'))
  await app.toast.getByRole('button', { name: t.undo }).last().click()
  await expect.poll(async () => (await order())[0]).toBe(name('figures'))

  await page.reload()
  await app.settled()
  await expect.poll(async () => (await order())[1]).toBe(name('trend'))
  await board.getByRole('button', { name: t.blockRemove(name('ranking')) }).click()
  await expect.poll(async () => (await order()).length).toBe(4)

  // On paper: no tools.
  await page.emulateMedia({ media: 'print' })
  await expect(tools.first()).toBeHidden()
  await expect(figures).toBeVisible()
})

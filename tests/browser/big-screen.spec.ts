/** The screen on the wall: turned by keys, without scrolling on 1080 and 2160 lines, and it says when it is not up to date. */
import { expect, test } from '@playwright/test'
import { App } from './pages/App'
import type { KioskPage } from '../../src/i18n/kiosk'

const PAGES: readonly KioskPage[] = ['month', 'parts', 'trend', 'open', 'alerts', 'rates']

test('pages turn by keys and by themselves, fit the screen with large words, and age is said', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-01-02T09:00:00') })
  const app = new App(page)
  const { t } = app
  await app.loadSample()
  await app.open('/reports')
  await page.getByRole('link', { name: t.kioskDraw }).click()
  await expect(page.getByRole('navigation')).toHaveCount(0)

  for (const size of [
    { width: 1920, height: 1080 },
    { width: 3840, height: 2160 },
  ]) {
    await page.setViewportSize(size)
    for (const name of PAGES) {
      await expect(page.getByRole('heading', { name: t.kioskPage(name) })).toBeVisible()
      const shown = page.getByRole('region', { name: t.kioskPage(name) })
      await expect(shown).toContainText(/\d|预警/u)
      // 44 of 1080 lines are read at five metres.
      const small = await shown.evaluate((stage) =>
        [...stage.querySelectorAll('dt, dd, p, li span, text')].flatMap((word) => {
          const scale = word instanceof SVGTextElement ? (word.getScreenCTM()?.a ?? 0) : 1
          const px = Number.parseFloat(getComputedStyle(word).fontSize) * scale
          return (word.textContent ?? '').trim() !== '' && px < (43 * innerHeight) / 1080
            ? [`${word.textContent} ${px}`]
            : []
        }),
      )
      expect(small).toEqual([])
      expect(await page.evaluate(() => (document.scrollingElement?.scrollHeight ?? 0) <= innerHeight)).toBe(true)
      await page.keyboard.press('ArrowRight')
    }
  }

  // By itself after twenty seconds, unless it is paused.
  await page.clock.runFor(21_000)
  await expect(page.getByRole('heading', { name: t.kioskPage('parts') })).toBeVisible()
  await page.keyboard.press(' ')
  await expect(page.locator('.kiosk-notes')).toContainText(t.kioskPaused)
  await page.clock.runFor(60_000)
  await expect(page.getByRole('heading', { name: t.kioskPage('parts') })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation')).toBeVisible()
})

test('an error of one page passes it over and says so; the next round tries it again', async ({ page }) => {
  const app = new App(page)
  const { t } = app
  await app.loadSample()
  await app.goTo('settings')
  // What only the page of rates does with the parts of the tree.
  await page.evaluate(() => {
    const whole = Array.prototype.flatMap
    Object.assign(globalThis, { mend: () => Object.assign(Array.prototype, { flatMap: whole }) })
    Object.assign(Array.prototype, {
      flatMap(this: readonly { readonly figures?: unknown; readonly level?: unknown }[], ...given: unknown[]) {
        if (this[0]?.figures !== undefined && this[0].level !== undefined) throw new Error('broken on purpose')
        return (whole as (...given: unknown[]) => unknown).apply(this, given)
      },
    })
  })
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(t.kioskTitle)
  await page.getByRole('option', { name: t.kioskTitle }).first().click()
  await expect(page.getByRole('heading', { name: t.kioskPage('month') })).toBeVisible()
  await expect(page.locator('.kiosk-notes')).toContainText(t.kioskSkipped(t.kioskPage('rates')))
  for (const name of PAGES.slice(1, 5)) {
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('heading', { name: t.kioskPage(name) })).toBeVisible()
  }
  await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend())
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: t.kioskPage('month') })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('heading', { name: t.kioskPage('rates') })).toBeVisible()
  await expect(page.getByRole('region', { name: t.kioskPage('rates') })).toContainText('90%')
})

import { expect, test, type Page } from '@playwright/test'
import { App } from './pages/App'
import { recordsIn } from './pages/database'
import { FileFailurePage } from './pages/FileFailurePage'
import { LANGUAGE_TAG } from '../../src/i18n/inLanguage'
import type { Language } from '../../src/i18n/translation'

const WIDTH = 390
test.use({ viewport: { width: WIDTH, height: 844 } })

/** Papers keep the width of the sheet they are printed on; their frame scrolls, the page does not. */
const SCREENS = [
  '/',
  '/failures',
  '/failures/new',
  '/problems',
  '/problems/review',
  '/review',
  '/knowledge',
  '/work',
  '/work?view=workLate',
  '/work?view=workAwaited',
  '/work?view=workBoard',
  '/work?view=workAlerts',
  '/alerts',
  '/boards',
  '/alerts?view=rules',
  '/products',
  '/trains',
  '/reports',
  '/analysis/examples',
  '/templates',
  '/data',
  '/data/fields',
  '/data/conflicts',
  '/data/fields?table=trains&add=1',
  '/master/bomNodes',
  '/master/trains',
  '/master/readings',
  '/settings',
  '/no-such-place',
]

/** What is wider than the screen, named by the outermost element that reaches beyond it. */
const tooWide = (page: Page): Promise<string | null> =>
  page.evaluate((width) => {
    const page = document.scrollingElement
    if (page === null || page.scrollWidth <= width) return null
    const beyond = [...document.body.querySelectorAll('*')].find(
      (element) => element.getBoundingClientRect().right > width + 1,
    )
    return `${page.scrollWidth} px: ${beyond?.outerHTML.slice(0, 160) ?? 'nothing found'}`
  }, WIDTH)

test('no screen scrolls sideways on a phone, in either language', async ({ page }) => {
  test.slow()
  const app = new App(page)
  await app.loadSample()
  const form = new FileFailurePage(page)
  await form.open()
  await form
    .field('description')
    .fill('Relay valve leaks at the exhaust port after the third brake application, '.repeat(6))
  await expect(form.savedNote).toBeVisible()
  const [failure] = await recordsIn(page, 'failures')
  const [problem] = await recordsIn(page, 'problems')
  const [train] = await recordsIn(page, 'trains')
  const node = (await recordsIn(page, 'bomNodes')).find(({ name }) => name === '中继阀')
  const records = [
    `/failures/${failure?.id}`,
    `/problems/${problem?.id}`,
    `/trains/${train?.id}`,
    `/products?node=${node?.id}`,
  ]
  const found: string[] = []
  for (const language of ['zh', 'en'] satisfies readonly Language[]) {
    await page.evaluate((language) => localStorage.setItem('fracas.language', language), language)
    await app.open()
    await expect(page.locator('html')).toHaveAttribute('lang', LANGUAGE_TAG[language])
    for (const path of [...SCREENS, ...records]) {
      await app.follow(path)
      const wide = await tooWide(page)
      if (wide !== null) found.push(`${language} ${path} ${wide}`)
    }
  }
  expect(found).toEqual([])
})

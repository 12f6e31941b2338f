import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import { expect, test, type Page } from '@playwright/test'
import { App } from './pages/App'
import { DataPage } from './pages/DataPage'
import { recordsIn } from './pages/database'
import { disagree } from './pages/disagree'
import type { Language } from '../../src/i18n/translation'

/** Evaluated rather than inserted: the program allows no script but its own. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const EVERY_RULE: RunOptions = { resultTypes: ['violations'] }
/** What can be different in the other theme. */
const RULES_OF_COLOUR: RunOptions = { ...EVERY_RULE, runOnly: ['color-contrast', 'link-in-text-block'] }

async function findings(page: Page, where: string, rules = EVERY_RULE): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(options),
    rules,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(
          (node) => `${where}: ${id} ${node.target.join(' ')} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`,
        ),
    )
}

/** Looks at one screen after another with every rule, and at its colours in both themes. */
class Inspection {
  readonly found: string[] = []
  private theme: 'light' | 'dark' = 'light'

  constructor(private readonly app: App) {}

  /** The screen as it stands. */
  async look(where: string): Promise<void> {
    await this.app.settled()
    this.found.push(...(await findings(this.app.page, `${where}, ${this.theme}`)))
    await this.turn(this.theme === 'light' ? 'dark' : 'light')
    this.found.push(...(await findings(this.app.page, `${where}, ${this.theme}`, RULES_OF_COLOUR)))
  }

  async turn(theme: 'light' | 'dark'): Promise<void> {
    this.theme = theme
    await this.app.page.emulateMedia({ colorScheme: theme })
    await expect(this.app.page.locator('html')).toHaveAttribute('data-theme', theme)
  }

  async lookAt(screens: readonly (readonly [where: string, path: string])[]): Promise<void> {
    for (const [where, path] of screens) {
      await this.app.follow(path)
      await this.look(where)
    }
  }
}

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const WALKS = [
  ['zh', 'desk'],
  ['en', 'phone'],
] as const satisfies readonly (readonly [language: Language, size: keyof typeof SIZES])[]

for (const [language, size] of WALKS)
  test.describe(`${language}, ${size}`, () => {
    test.use({ viewport: SIZES[size] })

    test('no screen has a serious or critical accessibility finding', async ({ page }) => {
      test.slow()
      await page.addInitScript((language) => localStorage.setItem('fracas.language', language), language)
      const app = new App(page, language)
      const inspection = new Inspection(app)
      await app.open()
      await inspection.look('welcome')
      await inspection.lookAt([['no failures', '/failures']])
      await app.loadSampleByItsDoor()
      await inspection.look('products')
      const failures = await recordsIn(page, 'failures')
      const [failure] = failures
      const node = (await recordsIn(page, 'bomNodes')).find(({ name }) => name === '中继阀')
      const [problem] = await recordsIn(page, 'problems')

      await inspection.lookAt([
        ['home', '/'],
        ['my work', '/work'],
        ['board', '/work?view=workBoard'],
        ['alerts', '/alerts'],
        ['boards', '/boards'],
        ['alert rules', '/alerts?view=rules'],
        ['review', '/review'],
        ['minutes', '/review?minutes=1'],
        ['knowledge', '/knowledge'],
        ['form on paper', `/print/failure/${failure?.id}/report`],
        ['trains', '/trains'],
        ['parts by hand', '/master/bomNodes'],
        ['a part by hand', `/master/bomNodes/${node?.id}`],
        ['readings', '/master/readings'],
        ['problem review', '/problems/review'],
        ['templates', '/templates'],
        ['train dossier', `/trains/${failure?.['trainId']}`],
        ['serial', `/serials/${failure?.['reportedSerial'] ?? 'X'}`],
        ['problems', '/problems'],
        ['problem', `/problems/${problem?.id}`],
        ['published examples', '/analysis/examples'],
        ['reports', '/reports?kind=monthly'],
        ['report on paper', '/reports/print?kind=monthly'],
        ['settings', '/settings'],
        ['workflow', '/print/workflow?at=ANALYSIS&path=8D'],
        ...(['growth', 'life', 'compare', 'working'] as const).map(
          (tab) => [`node, ${tab}`, `/products?node=${node?.id}&tab=${tab}`] as const,
        ),
        ['node', `/products?node=${node?.id}&unit=h`],
      ])
      await page.locator('.kpi .kpi-value').first().click()
      await expect(page.locator('.rows-drawer .ftable-body').first()).toBeVisible()
      await inspection.look('rows behind a number')

      await inspection.lookAt([['failures with preview', `/failures?row=${failure?.id}&f=serviceImpact.is.NONE`]])
      await page.getByRole('button', { name: app.t.columns, exact: true }).click()
      await inspection.look('choice of columns')
      await page.getByRole('button', { name: app.t.close }).last().click()
      await page.locator('.filter-chip .chip-words').first().click()
      await inspection.look('filter')
      await inspection.lookAt(
        ['tabFacts', 'tabHandling', 'tabAnalysis', 'tabAttachments', 'tabHistory'].map(
          (tab) => [tab, `/failures/${failure?.id}?tab=${tab}`] as const,
        ),
      )
      // What is closed is not edited in every role.
      await app.follow(`/failures/${failures.find(({ state }) => state === 'SUBMITTED')?.id}`)
      await page.getByRole('button', { name: app.t.edit, exact: true }).click()
      await inspection.look('editing')
      await app.open('/failures/new')
      await page.getByRole('button', { name: app.t.fileSubmit, exact: true }).click()
      await inspection.look('filing, with items missing')
      const apart = { actor: '李工', stamp: Date.UTC(2030, 0, 1), sawRecord: true, field: 'description' }
      await disagree(page, 'failures', failure?.id ?? '', [
        { ...apart, device: 'm4n8k3', value: '中继阀排风口持续漏风不止' },
        { ...apart, device: 'q7r2t5', value: '中继阀排风口间断漏风不止' },
        { ...apart, device: 'q7r2t5', value: '旧话', field: 'remark' },
        { ...apart, device: 'm4n8k3', value: '新话', field: 'remark' },
      ])
      await app.open('/data/conflicts?rule=same-author')
      await inspection.look('conflicts')
      await inspection.lookAt([
        ['hand-over', '/data/handover'],
        ['data', '/data'],
      ])
      const data = new DataPage(page, language)
      await data.choose('L2')
      await data.previewShown()
      await inspection.look('import under review')
      expect(inspection.found).toEqual([])
    })
  })

test('the check would notice a button without a name and text too pale to read', async ({ page }) => {
  const app = new App(page)
  await app.open()
  await page.evaluate(() => {
    const pale = document.createElement('p')
    pale.textContent = 'pale'
    pale.style.cssText = 'color: #ddd; background: #fff'
    document.querySelector('main')?.append(document.createElement('button'), pale)
  })
  const found = await findings(page, 'spoilt')
  expect(found.filter((finding) => finding.includes('button-name'))).toHaveLength(1)
  expect(found.filter((finding) => finding.includes('color-contrast'))).toHaveLength(1)
})

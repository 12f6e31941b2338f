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
const OPTIONS: RunOptions = { resultTypes: ['violations'] }

async function findings(page: Page, where: string): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(options),
    OPTIONS,
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

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
/** Every two of language, theme and size meet in one of these walks. */
const WALKS: readonly (readonly [language: Language, theme: 'light' | 'dark', size: keyof typeof SIZES])[] = [
  ['zh', 'light', 'desk'],
  ['zh', 'dark', 'phone'],
  ['en', 'dark', 'desk'],
  ['en', 'light', 'phone'],
]

for (const [language, theme, size] of WALKS)
  test.describe(`${language}, ${theme}, ${size}`, () => {
    test.use({ viewport: SIZES[size] })

    test('no screen has a serious or critical accessibility finding', async ({ page }) => {
      test.slow()
      await page.addInitScript(
        ([language, theme]) => {
          localStorage.setItem('fracas.language', language)
          localStorage.setItem('fracas.theme', theme)
        },
        [language, theme] as const,
      )
      const app = new App(page, language)
      const found: string[] = []
      const look = async (where: string): Promise<void> => {
        await app.settled()
        found.push(...(await findings(page, where)))
      }

      await app.open()
      await look('welcome')
      await app.open('/failures')
      await look('no failures')
      await app.loadSample()
      await look('products')
      const [failure] = await recordsIn(page, 'failures')
      const nodes = await recordsIn(page, 'bomNodes')
      const node = nodes.find(({ name }) => name === '中继阀')
      const [problem] = await recordsIn(page, 'problems')

      await app.open('/')
      await look('home')
      for (const [where, path] of [
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
      ] as const) {
        await app.open(path)
        await look(where)
      }
      for (const [where, path] of [
        ['problems', '/problems'],
        ['problem', `/problems/${problem?.id}`],
      ] as const) {
        await app.open(path)
        await look(where)
      }
      await app.open(`/products?node=${node?.id}&unit=h`)
      await look('node')
      await page.locator('.kpi .kpi-value').first().click()
      await expect(page.locator('.rows-drawer .ftable-body').first()).toBeVisible()
      await look('rows behind a number')
      for (const tab of ['growth', 'life', 'compare', 'working']) {
        await app.open(`/products?node=${node?.id}&tab=${tab}`)
        await look(`node, ${tab}`)
      }
      await app.open('/analysis/examples')
      await look('published examples')
      await app.open(`/failures?row=${failure?.id}&f=serviceImpact.is.NONE`)
      await look('failures with preview')
      await page.getByRole('button', { name: app.t.columns, exact: true }).click()
      await look('choice of columns')
      await page.getByRole('button', { name: app.t.close }).last().click()
      await page.locator('.filter-chip .chip-words').first().click()
      await look('filter')
      for (const tab of ['tabFacts', 'tabHandling', 'tabAnalysis', 'tabAttachments', 'tabHistory']) {
        await app.open(`/failures/${failure?.id}?tab=${tab}`)
        await look(tab)
      }
      // What is closed is not edited in every role.
      const open = (await recordsIn(page, 'failures')).find(({ state }) => state === 'SUBMITTED')
      await app.open(`/failures/${open?.id}`)
      await page.getByRole('button', { name: app.t.edit, exact: true }).click()
      await look('editing')
      await app.open('/failures/new')
      await page.getByRole('button', { name: app.t.fileSubmit, exact: true }).click()
      await look('filing, with items missing')
      await app.open('/reports?kind=monthly')
      await look('reports')
      await app.open('/reports/print?kind=monthly')
      await look('report on paper')
      await app.open('/data')
      await look('data')
      const apart = { actor: '李工', stamp: Date.UTC(2030, 0, 1), sawRecord: true, field: 'description' }
      await disagree(page, 'failures', failure?.id ?? '', [
        { ...apart, device: 'm4n8k3', value: '中继阀排风口持续漏风不止' },
        { ...apart, device: 'q7r2t5', value: '中继阀排风口间断漏风不止' },
        { ...apart, device: 'q7r2t5', value: '旧话', field: 'remark' },
        { ...apart, device: 'm4n8k3', value: '新话', field: 'remark' },
      ])
      await app.open('/data/conflicts?rule=same-author')
      await look('conflicts')
      await app.open('/data')
      const data = new DataPage(page, language)
      await data.choose('L2')
      await data.previewShown()
      await look('import under review')
      await app.open('/settings')
      await look('settings')
      await app.open('/print/workflow?at=ANALYSIS&path=8D')
      await look('workflow')
      expect(found).toEqual([])
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

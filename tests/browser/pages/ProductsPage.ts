/** The BOM tree and the figures of one node; every figure opens its failures. */
import { expect, type Locator, type Page } from '@playwright/test'
import { App } from './App'
import { FailureTable } from './FailureTable'

export type Chart = 'chartPareto' | 'chartTrend' | 'chartRepeats'

export interface Mark {
  /** What is read out. */
  readonly label: string
  /** What the drawer behind it is called. */
  readonly name: string
  readonly count: number
  readonly button: Locator
}

export class ProductsPage {
  readonly app: App
  readonly tree: Locator
  readonly title: Locator
  readonly counted: Locator
  readonly mtbf: Locator
  readonly drawer: Locator
  readonly population: Locator

  constructor(readonly page: Page) {
    this.app = new App(page)
    this.tree = page.getByRole('tree')
    this.title = page.locator('.node-title')
    this.counted = page.locator('.kpi').filter({ hasText: this.app.t.kpiCounted }).locator('.kpi-value')
    this.mtbf = page.locator('.kpi-wide')
    this.drawer = page.locator('.rows-drawer')
    this.population = page.locator('.scope-bar').getByLabel(this.app.t.scopeCounts)
  }

  async open(query = ''): Promise<void> {
    await this.app.open(`/products${query}`)
    await this.arrived()
  }

  async arrived(): Promise<void> {
    await expect(this.page.locator('.node-page')).toHaveAttribute('aria-busy', 'false')
  }

  /** Finds a node by typing and opens it. */
  async openNode(name: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: this.app.t.treeSearch }).fill(name)
    await this.tree
      .getByRole('treeitem')
      .filter({ has: this.page.locator(`.tree-label > span:text-is("${name}")`) })
      .first()
      .click()
    await expect(this.title).toContainText(name)
    await this.arrived()
  }

  async countedFailures(): Promise<number> {
    return Number((await this.counted.innerText()).replace(/,/gu, ''))
  }

  chart(chart: Chart): Locator {
    return this.page
      .locator('.chart-card')
      .filter({ has: this.page.getByRole('heading', { name: new RegExp(`— ${this.app.t[chart]}$`, 'u') }) })
  }

  /** Everything in a drawing that opens failures, with the count it shows. */
  async marks(chart: Chart): Promise<readonly Mark[]> {
    const marks = this.chart(chart).locator('[data-mark][role=button]')
    const labels = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label') ?? ''))
    return labels.map((label, at) => ({
      label,
      name: /^(.*?): /u.exec(label)?.[1] ?? '',
      count: Number((/: ([\d,]+) 条/u.exec(label)?.[1] ?? 'NaN').replace(/,/gu, '')),
      button: marks.nth(at),
    }))
  }

  /** Opens what a mark stands for, waits until the drawer is about it, and answers how many failures came. */
  async rowsBehind(button: Locator, name: string, count: number): Promise<number> {
    await button.focus()
    await button.press('Enter')
    const heading = this.drawer.getByRole('heading')
    await expect(heading).toContainText(name)
    await expect(heading).toContainText(this.app.t.drawerTitle(count.toLocaleString('zh-CN')))
    const table = new FailureTable(this.drawer)
    if (count <= 12) await expect(table.rows).toHaveCount(count)
    else await expect(table.rows.first()).toBeVisible()
    return table.total()
  }
}

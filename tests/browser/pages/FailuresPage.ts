/** The list of failures: search, filters, columns, totals, preview. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Language } from '../../../src/i18n/translation'
import { App } from './App'
import { FailureTable } from './FailureTable'

export class FailuresPage {
  readonly app: App
  readonly table: FailureTable
  readonly search: Locator
  readonly chips: Locator
  readonly totals: Locator
  readonly preview: Locator

  constructor(
    readonly page: Page,
    language: Language = 'zh',
  ) {
    this.app = new App(page, language)
    this.table = new FailureTable(page.locator('#content'))
    this.search = page.getByRole('searchbox', { name: this.app.t.search })
    this.chips = page.locator('.filter-chip')
    this.totals = page.locator('.failures-foot')
    this.preview = page.getByRole('complementary', { name: this.app.t.preview })
  }

  async open(query = ''): Promise<void> {
    await this.app.open(`/failures${query}`)
    await this.arrived()
  }

  /** The rows in view belong to what is asked for now. */
  async arrived(): Promise<void> {
    await expect(this.page.locator('#content [aria-busy=true]')).toHaveCount(0)
    await expect(this.table.rows.first()).toBeVisible()
    await expect(this.table.grid.locator('.skeleton')).toHaveCount(0)
  }

  async expectTotal(total: number): Promise<void> {
    await expect(this.totals).toContainText(this.app.t.totalsRows(total.toLocaleString('zh-CN')))
    await this.arrived()
  }

  /** A way out of the list, by what stands in the menu. */
  async exportAs(entry: string): Promise<void> {
    await this.page.getByRole('button', { name: this.app.t.exportMenu, exact: true }).click()
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click()
  }

  private async filterDialog(column: string): Promise<Locator> {
    await this.table.grid.getByRole('button', { name: this.app.t.filterColumn(column) }).click()
    return this.page.getByRole('dialog')
  }

  /** Keeps the rows whose value in this column is exactly the given one; answers how many the dialog promised. */
  async filterExactly(column: string, value: string): Promise<number> {
    const dialog = await this.filterDialog(column)
    await dialog.getByRole('button', { name: this.app.t.filterIs, exact: true }).click()
    const option = dialog.getByRole('listitem').filter({ has: this.page.getByText(value, { exact: true }) })
    await option.getByRole('checkbox').check()
    const promised = Number((await option.locator('.muted').innerText()).replace(/,/gu, ''))
    await dialog.getByRole('button', { name: this.app.t.apply }).click()
    return promised
  }

  async filterFuzzily(column: string, typed: string): Promise<void> {
    const dialog = await this.filterDialog(column)
    await dialog.getByRole('button', { name: this.app.t.filterLike }).click()
    await dialog.getByRole('textbox').fill(typed)
    await dialog.getByRole('button', { name: this.app.t.apply }).click()
  }

  async toggleColumns(...columns: readonly string[]): Promise<void> {
    await this.page.getByRole('button', { name: this.app.t.columns, exact: true }).click()
    const dialog = this.page.getByRole('dialog')
    for (const column of columns) await dialog.getByLabel(column, { exact: true }).click()
    await dialog.getByRole('button', { name: this.app.t.apply }).click()
  }
}

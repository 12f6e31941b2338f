/** A table of failures, on the list screen or in the drawer behind a number. */
import { expect, type Locator, type Page } from '@playwright/test'

export class FailureTable {
  readonly grid: Locator
  /** Rows that exist on the page and have arrived; a long table draws only those in view. */
  readonly rows: Locator

  constructor(readonly scope: Page | Locator) {
    this.grid = scope.getByRole('grid')
    this.rows = this.grid.locator('.ftable-body').filter({ hasNot: this.grid.page().locator('.skeleton') })
  }

  /** Rows of the whole table, drawn or not. */
  async total(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1
  }

  header(column: string): Locator {
    return this.grid
      .getByRole('columnheader')
      .filter({ has: this.grid.page().locator(`.ftable-sort[title="${column}"]`) })
  }

  columns(): Promise<string[]> {
    return this.grid
      .locator('.ftable-sort')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('title') ?? ''))
  }

  async sortBy(column: string): Promise<void> {
    await this.header(column).locator('.ftable-sort').click()
  }

  /** The texts of one column in the rows drawn, from the first row down. */
  async cells(column: string): Promise<string[]> {
    await expect(this.grid.locator('.skeleton')).toHaveCount(0)
    const at = (await this.columns()).indexOf(column)
    return this.grid
      .locator('.ftable-body')
      .evaluateAll(
        (rows, at) =>
          rows
            .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
            .map((row) => row.querySelectorAll('[role=gridcell]:not(.ftable-check)')[at]?.textContent ?? ''),
        at,
      )
  }

  row(at: number): Locator {
    return this.grid.locator(`#row-${at}`)
  }
}

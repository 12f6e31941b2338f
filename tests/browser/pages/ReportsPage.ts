/** The reports: which is chosen, what it says, what can be done with it. */
import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { wordsOfReports, type ReportWords } from '../../../src/i18n/reports'
import type { Language } from '../../../src/i18n/translation'
import { App } from './App'

export class ReportsPage {
  readonly app: App
  readonly t: ReportWords
  readonly conclusion: Locator
  readonly figures: Locator

  constructor(
    readonly page: Page,
    readonly language: Language = 'zh',
  ) {
    this.app = new App(page, language)
    this.t = wordsOfReports(language)
    this.conclusion = page.locator('#report-conclusion')
    this.figures = page.locator('.report-figures')
  }

  async open(search = ''): Promise<void> {
    await this.app.open(`/reports${search}`)
    await expect(this.figures).toBeVisible()
  }

  /** Cells of a line of figures: this period, the one before, a year before, the year so far. */
  async line(label: string): Promise<readonly string[]> {
    const row = this.figures
      .locator('tbody tr')
      .filter({ has: this.page.getByRole('rowheader', { name: label, exact: true }) })
    return row.locator('td.number').allTextContents()
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Presses a button and takes the file it saves. */
  async file(name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const coming = this.page.waitForEvent('download')
    await this.button(name).click()
    const download = await coming
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
}

/** Import with its preview, what was imported, taking it back. */
import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { TABLE_NAMES } from '../../../src/domain/records/tables'
import { fixtureFile, fixtureName, type FixtureName } from '../../support/fixtureFile'
import type { Language } from '../../../src/i18n/translation'
import { App } from './App'

export class DataPage {
  readonly app: App
  readonly alerts: Locator
  readonly progress: Locator
  readonly commitButton: Locator
  readonly plan: Locator
  readonly done: Locator
  readonly history: Locator

  constructor(
    readonly page: Page,
    language: Language = 'zh',
  ) {
    this.app = new App(page, language)
    const { t } = this.app
    this.alerts = page.locator('#content').getByRole('alert')
    this.progress = page.locator('#content').getByRole('progressbar')
    this.commitButton = page.locator('.import-actions .primary')
    this.plan = page.locator('.card').filter({ has: page.getByRole('heading', { name: t.importPlan, exact: true }) })
    this.done = page.locator('.card').filter({ has: page.getByRole('heading', { name: t.importDone, exact: true }) })
    this.history = page.locator('.import-list > li')
  }

  async open(): Promise<void> {
    await this.app.open('/data')
    await expect(this.page.getByText(this.app.t.importDrop)).toBeVisible()
  }

  async choose(...names: readonly FixtureName[]): Promise<void> {
    await this.page.locator('.drop input[type=file]').setInputFiles(names.map(fixtureFile))
  }

  /** Drops the files onto the page as from a folder. */
  async drop(...names: readonly FixtureName[]): Promise<void> {
    const files = await Promise.all(
      names.map(async (name) => ({
        name: fixtureName(name),
        bytes: (await readFile(fixtureFile(name))).toString('base64'),
      })),
    )
    const dataTransfer = await this.page.evaluateHandle((files) => {
      const transfer = new DataTransfer()
      for (const { name, bytes } of files)
        transfer.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name))
      return transfer
    }, files)
    await this.page.locator('.drop').dispatchEvent('drop', { dataTransfer })
  }

  async previewShown(): Promise<void> {
    await expect(this.commitButton).toBeVisible({ timeout: 60_000 })
    await expect(this.page.locator('#content [aria-busy=true]')).toHaveCount(0)
  }

  sheet(name: string): Locator {
    return this.page.locator('.sheet-card').filter({ has: this.page.locator(`strong:text-is("${name}")`) })
  }

  kindOf(sheet: string): Promise<string> {
    return this.sheet(sheet)
      .getByRole('combobox')
      .first()
      .evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent ?? '')
  }

  /** The button that shows the doubtful cells of one kind; its text ends with how many there are. */
  issueKind(sentence: string): Locator {
    return this.page.getByRole('group', { name: this.app.t.importProblems }).getByRole('button', { name: sentence })
  }

  /** One cell of the sheet under review, by its address. */
  cell(address: string): Locator {
    return this.page.locator(`.review-grid td[data-cell="${address}"]`)
  }

  async review(sheet: string): Promise<void> {
    await this.page
      .getByLabel(this.app.t.reviewSheet, { exact: true })
      .or(this.page.locator('label', { hasText: this.app.t.reviewSheet }).getByRole('combobox'))
      .first()
      .selectOption({ label: await this.optionOf(sheet) })
  }

  private async optionOf(sheet: string): Promise<string> {
    const options = await this.page
      .locator('label', { hasText: this.app.t.reviewSheet })
      .locator('option')
      .allInnerTexts()
    const found = options.find((option) => option.includes(` · ${sheet}`))
    if (found === undefined) throw new Error(`“${sheet}” is not under review`)
    return found
  }

  /** Writes something else into a cell of the sheet under review. */
  async mend(address: string, text: string): Promise<void> {
    await this.cell(address).scrollIntoViewIfNeeded()
    await this.cell(address).focus()
    await this.page.keyboard.press('Enter')
    await this.page.locator('.review-grid td input.input').fill(text)
    await this.page.keyboard.press('Enter')
    await this.previewShown()
  }

  /** Records per table as a card on the screen says. */
  async countsOf(card: Locator): Promise<Readonly<Record<string, number>>> {
    const lines = await card
      .locator('.plan-table tbody tr')
      .evaluateAll((rows) =>
        rows.map(
          (row) =>
            [
              row.querySelector('th')?.textContent ?? '',
              Number((row.querySelector('td')?.textContent ?? '').replace(/,/gu, '')),
            ] as const,
        ),
      )
    return Object.fromEntries(
      lines.map(([words, count]) => [
        TABLE_NAMES.find((table) => this.app.t.tableName(table) === words) ?? words,
        count,
      ]),
    )
  }

  async commit(): Promise<void> {
    await this.commitButton.click()
    await expect(this.done).toBeVisible({ timeout: 60_000 })
  }
}

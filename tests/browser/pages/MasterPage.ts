/** Master data by hand: lists, pages of records, readings. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { MasterTable } from '../../../src/domain/masterData'
import { FIELDS_OF_TABLE } from '../../../src/domain/records/tables'
import type { Language } from '../../../src/i18n/translation'
import { App } from './App'

export class MasterPage {
  readonly app: App
  readonly dialog: Locator
  readonly title: Locator

  constructor(
    readonly page: Page,
    readonly language: Language = 'zh',
  ) {
    this.app = new App(page, language)
    this.dialog = page.getByRole('dialog')
    this.title = page.getByRole('heading', { level: 1 })
  }

  async open(table: MasterTable | 'readings'): Promise<void> {
    await this.app.open(`/master/${table}`)
  }

  async add(table: MasterTable, fields: Readonly<Record<string, string>>): Promise<void> {
    await this.open(table)
    await this.page.getByRole('button', { name: this.app.t.masterAdd(table) }).click()
    await this.fill(table, fields)
    await this.save()
  }

  async act(name: string): Promise<void> {
    await this.page.locator('header').getByRole('button', { name, exact: true }).click()
  }

  /** Types into the fields of the open form; of a choice and a place the words are chosen. */
  async fill(table: MasterTable, fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(fields)) {
      const field = FIELDS_OF_TABLE[table][name]
      const label = `${field?.[this.language]}${field?.unit === undefined ? '' : ` (${field.unit})`}`
      const input = this.dialog.getByLabel(label, { exact: true })
      if (field?.kind === 'choice' || field?.kind === 'code') await input.selectOption({ label: text })
      else await input.fill(text)
      if (field?.kind === 'ref') {
        await expect(this.page.locator('.combobox-option').first()).toContainText(text)
        await input.press('Enter')
      }
    }
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.app.t.save, exact: true }).click()
    await expect(this.dialog).toHaveCount(0)
  }

  /** A cell of the readings grid. */
  reading(train: string, month: string): Locator {
    return this.page.getByLabel(this.app.t.readingsCell(train, month), { exact: true })
  }

  /** Puts a block of cells on the clipboard's way into a field, as a spreadsheet does. */
  async paste(into: Locator, rows: readonly (readonly string[])[]): Promise<void> {
    const text = rows.map((row) => row.join('\t')).join('\n')
    await into.evaluate((element, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  }
}

/** A form in a dialog: its fields, what keeps it from being saved, its draft. */
import { expect, type Locator, type Page } from '@playwright/test'
import { FIELDS_OF_TABLE, type TableName } from '../../../src/domain/records/tables'
import type { Language } from '../../../src/i18n/translation'
import { App } from './App'

export class FormDialog {
  readonly app: App
  readonly dialog: Locator
  readonly saveButton: Locator
  readonly recovered: Locator
  readonly conflicts: Locator

  constructor(
    readonly page: Page,
    language: Language = 'zh',
  ) {
    this.app = new App(page, language)
    this.dialog = page.getByRole('dialog')
    this.saveButton = this.dialog.locator('.dialog-foot .button.primary')
    this.recovered = this.dialog.getByRole('status').filter({ hasText: this.app.t.draftDiscard })
    this.conflicts = this.dialog.getByRole('alert').filter({ hasText: this.app.t.conflictTitle })
  }

  field(table: TableName, name: string): Locator {
    const field = FIELDS_OF_TABLE[table][name]
    if (field === undefined) throw new Error(`${table} has no ${name}`)
    const label = `${field[this.app.language]}${field.unit === undefined ? '' : ` (${field.unit})`}`
    return this.dialog.getByLabel(label, { exact: true }).first()
  }

  async why(words: string): Promise<void> {
    await this.dialog.getByLabel(this.app.t.editWhy).fill(words)
  }

  /** The form cannot be saved, and the foot says why. */
  async refuses(says: string | RegExp): Promise<void> {
    await expect(this.dialog.locator('.dialog-foot')).toContainText(says)
    await expect(this.saveButton).toBeDisabled()
  }

  async save(): Promise<void> {
    await this.saveButton.click()
    await expect(this.dialog).toHaveCount(0)
  }

  /** What was typed is on disk. */
  async draftKept(): Promise<void> {
    await this.page.keyboard.press('Tab')
    await expect(this.dialog.getByText(this.app.t.draftSaving)).toHaveCount(0)
  }

  async press(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click()
  }
}

/** A failure on its way to closing: who one is, what is missing, the next step. */
import { expect, type Locator, type Page } from '@playwright/test'
import { FIELDS_OF_TABLE, type TableName } from '../../../src/domain/records/tables'
import type { Role } from '../../../src/domain/workflow/roles'
import type { TransitionName } from '../../../src/domain/workflow/transitions'
import type { Language } from '../../../src/i18n/translation'
import { App } from './App'

/** What to put into a field: the stored value of a code or choice, a text, a number, yes or no. */
export type Filling = Readonly<Record<string, string | number | boolean | readonly string[]>>

export class LoopPage {
  readonly app: App
  readonly panel: Locator
  readonly missing: Locator
  readonly now: Locator
  readonly dialog: Locator

  constructor(
    readonly page: Page,
    language: Language,
  ) {
    this.app = new App(page, language)
    this.panel = page.getByRole('region', { name: this.app.t.loopTitle })
    this.missing = this.panel.locator('.loop-missing > li')
    this.now = this.panel.locator('[aria-current=step]')
    this.dialog = page.getByRole('dialog')
  }

  /** From now on this person works on the device. */
  async actAs(name: string, role: Role): Promise<void> {
    await this.page.evaluate(
      ([name, role]) => {
        localStorage.setItem('fracas.actor', name)
        localStorage.setItem('fracas.role', role)
      },
      [name, role] as const,
    )
    await this.page.reload()
    await this.app.settled()
  }

  async open(id: string, tab = 'tabFacts'): Promise<void> {
    await this.app.open(`/failures/${id}?tab=${tab}`)
    await expect(this.panel).toBeVisible()
  }

  step(name: TransitionName): Locator {
    return this.panel.getByRole('button', { name: this.app.t.stepName(name), exact: true })
  }

  /** The step is closed, and says why. */
  async refuses(name: TransitionName, why: string | RegExp): Promise<void> {
    await expect(this.step(name)).toBeDisabled()
    // A button that waits names what it waits for after saying how much it is.
    const says = typeof why === 'string' ? new RegExp(`^${why.replaceAll(/[().?*+]/gu, '\\$&')}`, 'u') : why
    await expect(this.step(name)).toHaveAttribute('title', says)
  }

  /** Takes a step, answering what it asks. */
  async take(name: TransitionName, answers: { readonly why?: string; readonly code?: string } = {}): Promise<void> {
    await expect(this.step(name)).toBeEnabled()
    await this.step(name).click()
    if (answers.code !== undefined) await this.dialog.locator('select').selectOption(answers.code)
    if (answers.why !== undefined) await this.dialog.locator('textarea').fill(answers.why)
    await this.dialog.getByRole('button', { name: this.app.t.stepName(name), exact: true }).click()
    await expect(this.dialog).toHaveCount(0)
  }

  /** Opens the first missing item that says this, fills the form it leads to, and saves. */
  async fix(says: string | RegExp, table: TableName, filling: Filling): Promise<void> {
    await this.missing.filter({ hasText: says }).first().getByRole('button').first().click()
    await this.fill(table, filling)
  }

  async fill(table: TableName, filling: Filling): Promise<void> {
    await expect(this.dialog).toBeVisible()
    for (const [name, value] of Object.entries(filling)) await this.put(table, name, value)
    // What figures are computed from is changed with a reason.
    const why = this.dialog.getByLabel(this.app.t.editWhy)
    if (await why.isVisible()) await why.fill('更正')
    await this.dialog.getByRole('button', { name: this.app.t.save, exact: true }).click()
    await expect(this.dialog).toHaveCount(0)
  }

  async put(table: TableName, name: string, value: Filling[string]): Promise<void> {
    const field = FIELDS_OF_TABLE[table][name]
    if (field === undefined) throw new Error(`${table} has no ${name}`)
    const label = `${field[this.app.language]}${field.unit === undefined ? '' : ` (${field.unit})`}`
    const input = this.dialog.getByLabel(label, { exact: true }).first()
    if (field.kind === 'ref') {
      await input.fill(String(value))
      await expect(this.page.getByRole('listbox').locator('.combobox-option').first()).toContainText(String(value))
      await input.press('Enter')
    } else if (field.kind === 'yesNo')
      await input.getByRole('button', { name: value === true ? this.app.t.yes : this.app.t.no, exact: true }).click()
    else if (field.kind === 'codes')
      for (const code of value as readonly string[]) await input.getByRole('button').nth(Number(code)).click()
    else if (field.kind === 'code' || field.kind === 'choice') await input.selectOption(String(value))
    // A table: its first cell.
    else if ((await input.getAttribute('role')) === 'group')
      await input.getByRole('textbox').first().fill(String(value))
    else await input.fill(String(value))
  }
}

/** One failure: its facts, its history, editing it. */
import { expect, type Locator, type Page } from '@playwright/test'
import { App } from './App'

export class FailurePage {
  readonly app: App
  readonly number: Locator
  readonly facts: Locator
  readonly history: Locator

  constructor(readonly page: Page) {
    this.app = new App(page)
    this.number = page.locator('.failure-page h1')
    this.facts = page.getByRole('tabpanel')
    this.history = page.getByRole('tabpanel').locator('.entry-list > li')
  }

  async open(id: string): Promise<void> {
    await this.app.open(`/failures/${id}`)
    await expect(this.number).toBeVisible()
  }

  fact(name: string): Locator {
    return this.facts
      .locator('dt')
      .filter({ hasText: new RegExp(`^${name}$`, 'u') })
      .locator('xpath=following-sibling::dd[1]')
  }

  async startEditing(): Promise<Locator> {
    await this.page.getByRole('button', { name: this.app.t.edit, exact: true }).click()
    return this.page.getByRole('dialog')
  }

  async openTab(tab: 'tabFacts' | 'tabHandling' | 'tabAnalysis' | 'tabHistory'): Promise<void> {
    await this.page.getByRole('tab', { name: this.app.t[tab] }).click()
  }
}

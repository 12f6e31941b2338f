/** The form that files a failure. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Failure } from '../../../src/domain/records/failure'
import type { Language } from '../../../src/i18n/translation'
import { App } from './App'
import { recordsIn } from './database'

export class FileFailurePage {
  readonly app: App
  readonly missing: Locator
  readonly submitButton: Locator
  readonly savedNote: Locator
  readonly options: Locator
  readonly otherDrafts: Locator

  constructor(
    readonly page: Page,
    language: Language = 'zh',
  ) {
    this.app = new App(page, language)
    this.missing = page.locator('.missing-list li')
    this.submitButton = page.getByRole('button', { name: this.app.t.fileSubmit, exact: true })
    this.savedNote = page.getByRole('status').filter({ hasText: new RegExp(`${this.app.t.fileSaved('')}\\d\\d:`, 'u') })
    this.otherDrafts = page.locator('.other-drafts')
    this.options = page.getByRole('listbox').locator('.combobox-option')
  }

  async open(): Promise<void> {
    await this.page.goto('/failures/new')
    await expect(this.page.getByRole('heading', { name: this.app.t.fileTitle })).toBeVisible()
  }

  field(name: keyof Failure): Locator {
    return this.page.locator(`#file-${name}`)
  }

  /** Types into a picker and takes the first thing it finds. */
  async pick(name: 'trainId' | 'bomNodeId', typed: string, found: string | RegExp): Promise<void> {
    await this.field(name).click()
    await this.field(name).fill(typed)
    await expect(this.options.first()).toContainText(found)
    await this.field(name).press('Enter')
    await expect(this.options).toHaveCount(0)
  }

  /** Words that match nothing, kept as they are written. */
  async keep(name: 'trainId' | 'bomNodeId', words: string): Promise<void> {
    await this.field(name).fill(words)
    await this.options.filter({ hasText: this.app.t.fileKeepText(words) }).click()
    await expect(this.options).toHaveCount(0)
  }

  async draftMenu(item: string): Promise<void> {
    await this.page.locator('.file-failure > header').getByRole('button', { name: this.app.t.draftActions }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  async choose(name: keyof Failure, code: string): Promise<void> {
    await this.field(name).selectOption(code)
  }

  async press(name: keyof Failure, label: string): Promise<void> {
    await this.field(name).getByRole('button', { name: label, exact: true }).click()
  }

  /** Everything a report needs, except train and part. */
  async fillTheRest(description: string, words: { readonly noEffect: string; readonly phase: string }): Promise<void> {
    await this.choose('symptomCode', 'SLOWREL')
    await this.field('description').fill(description)
    await this.press('serviceImpact', words.noEffect)
    await this.press('detectionPhase', words.phase)
    await this.choose('detectionMethod', 'DRIVER')
    await this.choose('operatingMode', 'RELEASE')
    await this.field('odometerKm').fill(await this.nextReading())
    await this.press('dataDownloaded', this.app.t.yes)
    await this.field('reporter').fill('何工')
  }

  /** What the odometer of the chosen train may show now: a little more than it last did, so that nobody doubts it. */
  private async nextReading(): Promise<string> {
    const shown = await this.field('trainId').inputValue()
    const train = (await recordsIn(this.page, 'trains')).find(
      ({ trainNo = '' }) => trainNo !== '' && shown.includes(trainNo),
    )
    if (train === undefined) return '812345'
    const readings = (await recordsIn(this.page, 'usageReadings'))
      .filter(({ subjectId, metric, basis }) => subjectId === train.id && metric === 'km' && basis !== 'distance')
      .map(({ at = '', value = 0 }) => ({ at, km: value }))
    const reported = (await recordsIn(this.page, 'failures'))
      .filter(({ trainId, odometerKm }) => trainId === train.id && odometerKm !== undefined)
      .map(({ occurredAt = '', odometerKm = 0 }) => ({ at: occurredAt, km: odometerKm }))
    const last = [...readings, ...reported].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
    return last === undefined ? '812345' : String(Math.round(last.km) + 500)
  }

  async submit(): Promise<void> {
    await this.submitButton.click()
  }

  /** The number the report was given. */
  async numberGiven(): Promise<string> {
    const heading = this.page.getByRole('heading', { name: /L-[0-9A-Z]{4,6}-\d{3}/u })
    await expect(heading).toBeVisible()
    return /L-[0-9A-Z]{4,6}-\d{3}/u.exec(await heading.innerText())?.[0] ?? ''
  }
}

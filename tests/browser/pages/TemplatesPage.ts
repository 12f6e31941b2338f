/** The screens where the company's own templates are bound. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { wordsOfTemplates, type TemplateWords } from '../../../src/i18n/templateWords'
import type { Language } from '../../../src/i18n/translation'
import { App } from './App'

export class TemplatesPage {
  readonly app: App
  readonly w: TemplateWords

  constructor(
    readonly page: Page,
    language: Language = 'zh',
  ) {
    this.app = new App(page, language)
    this.w = wordsOfTemplates(language)
  }

  async open(): Promise<void> {
    await this.app.open('/templates')
  }

  async drop(name: string, bytes: Uint8Array): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  }

  cell(address: string): Locator {
    return this.page.locator(`[data-cell="${address}"]`)
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Types for a field and takes the first one found. */
  async choose(words: string): Promise<void> {
    const search = this.page.getByRole('combobox', { name: this.w.templateFieldSearch })
    await search.fill(words)
    await search.press('Enter')
  }

  async download(start: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const coming = this.page.waitForEvent('download')
    await start()
    const download = await coming
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
}

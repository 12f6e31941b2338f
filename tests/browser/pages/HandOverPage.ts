/** The page on which data are given to other devices and taken in. */
import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { App } from './App'
import type { Language } from '../../../src/i18n/translation'

export interface Handed {
  readonly name: string
  readonly bytes: Buffer
}

export class HandOverPage {
  readonly app: App
  readonly out: Locator
  readonly in: Locator

  constructor(
    readonly page: Page,
    language: Language = 'zh',
  ) {
    this.app = new App(page, language)
    this.out = page.getByRole('region', { name: this.app.t.handOverMake })
    this.in = page.getByRole('region', { name: this.app.t.takeInTitle, exact: true })
  }

  async open(): Promise<void> {
    await this.app.open('/data/handover')
    await expect(this.out).toBeVisible()
  }

  /** Makes a package and answers the file the browser was given. */
  async handOver(): Promise<Handed> {
    return this.downloaded(this.out.getByRole('button', { name: this.app.t.handOverButton }))
  }

  async receipt(): Promise<Handed> {
    return this.downloaded(this.in.getByRole('button', { name: this.app.t.takeInReceipt }))
  }

  private async downloaded(button: Locator): Promise<Handed> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()])
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }

  /** Gives the program a file; what it says of it stands in `in`. */
  async give({ name, bytes }: Handed): Promise<void> {
    const again = this.in.locator('button').filter({ hasText: this.app.t.takeInChoose })
    await expect(again).toBeVisible()
    const input = this.in.locator('input[type=file]')
    if ((await input.count()) === 0) await again.click()
    await input.setInputFiles({ name, mimeType: 'application/zip', buffer: bytes })
  }

  /** Gives a file, accepts its key where it is new, and takes it in. */
  async takeIn(file: Handed): Promise<void> {
    await this.give(file)
    const take = this.in.getByRole('button', { name: this.app.t.takeInButton, exact: true })
    await expect(take).toBeVisible()
    const accept = this.in.getByRole('checkbox')
    if ((await accept.count()) > 0) await accept.check()
    await take.click()
    await expect(this.in.getByRole('button', { name: this.app.t.takeInReceipt })).toBeVisible()
  }
}

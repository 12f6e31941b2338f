/** What surrounds every screen: how to get there, what it says in passing. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Messages } from '../../../src/i18n/messages'
import { messagesOf } from '../../support/messagesOf'
import type { Language } from '../../../src/i18n/translation'
import { storeSampleFleet } from './sampleFleet'

export class App {
  readonly t: Messages
  readonly toast: Locator
  readonly sampleBanner: Locator

  constructor(
    readonly page: Page,
    readonly language: Language = 'zh',
  ) {
    this.t = messagesOf(language)
    this.toast = page.locator('.toast')
    this.sampleBanner = page.getByRole('note').filter({ hasText: this.t.sampleBanner })
  }

  async open(path = '/'): Promise<void> {
    await this.page.goto(path)
    await this.settled()
  }

  /** Goes there as a link of the program does, without loading the page anew. What the screen remembers it keeps. */
  async follow(path: string): Promise<void> {
    await this.page.evaluate((path) => history.pushState(null, '', path), path)
    await this.settled()
  }

  /** The screen is drawn and no part of it is still being fetched. */
  async settled(): Promise<void> {
    await expect(this.page.getByRole('heading').first()).toBeVisible()
    await expect(this.page.locator('#content .skeleton')).toHaveCount(0)
    await expect(this.page.locator('#content [aria-busy=true]')).toHaveCount(0)
  }

  async goTo(place: 'home' | 'failures' | 'products' | 'data' | 'settings'): Promise<void> {
    const navigation = this.page.getByRole('navigation')
    const link = navigation.getByRole('link', { name: this.t[place], exact: true })
    // On a phone some places stand behind a button.
    const more = navigation.getByRole('button', { name: this.t.navMore, exact: true })
    await expect(link.or(more).first()).toBeVisible()
    if (!(await link.isVisible())) await more.click()
    await link.click()
    await this.settled()
  }

  /**
   * The page of the products of a device that holds the demonstration fleet as of the last day of its file, so that days
   * and figures stand still. For a device without records.
   */
  async loadSample(): Promise<void> {
    await storeSampleFleet(this.page)
    await this.open('/products')
    await expect(this.sampleBanner).toBeVisible()
  }

  /** The same fleet, loaded as a person does. */
  async loadSampleByItsDoor(): Promise<void> {
    await this.open('/?sampleUntil=2025-12-31')
    await this.page.getByRole('button', { name: this.t.doorSample }).click()
    await expect(this.sampleBanner).toBeVisible({ timeout: 90_000 })
    await expect(this.page).toHaveURL(/\/products/u)
    await this.settled()
  }

  /** The service worker has stored every file of the program. */
  async readyForOffline(): Promise<void> {
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  }
}

/** Saving a backup and restoring one, on the page about storage. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { App } from './App'

export class BackupCard {
  readonly app: App
  readonly card: Locator
  readonly saveButton: Locator
  /** What became of saving. */
  readonly saved: Locator
  readonly notSaved: Locator
  readonly restoring: Locator
  readonly restoreButton: Locator
  /** What became of restoring. */
  readonly restored: Locator
  readonly refused: Locator

  constructor(readonly page: Page) {
    this.app = new App(page)
    const { t } = this.app
    this.card = page.getByRole('region', { name: t.backupTitle, exact: true })
    this.saveButton = this.card.getByRole('button', { name: t.backupSave })
    this.saved = this.card.getByRole('status')
    this.notSaved = this.card.getByRole('alert')
    this.restoring = page.getByRole('region', { name: t.restoreTitle, exact: true })
    this.restoreButton = this.restoring.getByRole('button', { name: /^(?:恢复|接收)$/u })
    this.restored = this.restoring.getByRole('status')
    this.refused = this.restoring.getByRole('alert')
  }

  async open(): Promise<void> {
    await this.app.open('/data/storage?open=restore')
  }

  /** Gives the program a file, as one would choose it. */
  async choose(name: string, bytes: Uint8Array): Promise<void> {
    const again = this.restoring.locator('button').filter({ hasText: this.app.t.restoreChoose })
    const input = this.restoring.locator('input[type=file]')
    if ((await input.count()) === 0) await again.click()
    await input.setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) })
  }

  /** Saves a backup as a download, as in a browser that has no dialog for saving. */
  async download(): Promise<Uint8Array> {
    const downloading = this.page.waitForEvent('download', { timeout: 60_000 })
    await this.saveButton.click()
    return readFile(await (await downloading).path())
  }

  /** Clicks cancel as soon as it can be clicked, from inside the page. */
  async cancelAtOnce(): Promise<void> {
    await this.page.waitForFunction(
      (cancel) => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === cancel)
        const bar = document.querySelector('[role=progressbar]')
        if (button === undefined || bar === null) return false
        button.click()
        return true
      },
      this.app.t.cancel,
      { polling: 'raf' },
    )
  }
}

/** Downloads instead of asking where to save. */
export async function withoutSaveDialog(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined })
  })
}

/** The dialog for saving answers at once with a file of the browser's private folder. */
export async function withSaveDialog(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showSaveFilePicker', {
      value: async ({ suggestedName }: { readonly suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    })
  })
}

/** The bytes of the files that the dialog for saving was answered with. */
export const savedByDialog = async (page: Page): Promise<Uint8Array[]> => {
  const texts = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const found: string[] = []
    // The handles are listed by an iterator that this version of the types does not know.
    for await (const handle of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()) {
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer())
      let text = ''
      for (const byte of bytes) text += String.fromCharCode(byte)
      found.push(btoa(text))
    }
    return found
  })
  return texts.map((text) => new Uint8Array(Buffer.from(text, 'base64')))
}

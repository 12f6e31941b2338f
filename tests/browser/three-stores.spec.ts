/**
 * Two phones and a laptop, each with a store of its own: photos, a swap of parts on both phones, a value both wrote, a package
 * that is lost at first and one that comes twice. At the end all three hold the same, and every word that was typed.
 */
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { Role } from '../../src/domain/workflow/roles'
import { aPng } from '../support/aPng'
import { countIn, recordsIn } from './pages/database'
import { FailurePage } from './pages/FailurePage'
import { HandOverPage, type Handed } from './pages/HandOverPage'
import { LoopPage } from './pages/LoopPage'
import { storedDump } from './pages/storedDump'

const contexts: BrowserContext[] = []
test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

async function device(browser: Browser, width: number, name: string, role: Role): Promise<HandOverPage> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width, height: 844 },
    acceptDownloads: true,
    serviceWorkers: 'block',
  })
  contexts.push(context)
  const page = await context.newPage()
  // What alerts raise by themselves depends on the day of the test.
  await page.route(/\/CountOfAlerts-/u, (route) => route.abort())
  await page.addInitScript(
    ([name, role]) => {
      localStorage.setItem('fracas.actor', name)
      localStorage.setItem('fracas.role', role)
    },
    [name, role] as const,
  )
  return new HandOverPage(page)
}

async function write(page: Page, id: string, remark: string): Promise<void> {
  const failure = new FailurePage(page)
  await failure.open(id)
  const dialog = await failure.startEditing()
  await dialog.getByLabel('备注', { exact: true }).fill(remark)
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toHaveCount(0)
}

async function swap(page: Page, id: string, off: string, on: string, words: string): Promise<void> {
  const loop = new LoopPage(page, 'zh')
  await loop.app.open(`/failures/${id}?tab=tabHandling`)
  await page.getByRole('button', { name: '加一次更换' }).click()
  for (const [field, value] of [
    ['removedSerial', off],
    ['installedSerial', on],
    ['position', words],
  ] as const)
    await loop.put('replacements', field, value)
  await loop.dialog.getByRole('button', { name: loop.app.t.save, exact: true }).click()
  await expect(loop.dialog).toHaveCount(0)
}

async function photograph(page: Page, id: string, name: string, colour: readonly [number, number, number]) {
  const before = await countIn(page, 'attachments')
  await new FailurePage(page).app.open(`/failures/${id}?tab=tabAttachments`)
  await page
    .locator('#content input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(aPng(40, 30, colour)) })
  await expect.poll(() => countIn(page, 'attachments')).toBe(before + 1)
}

async function handedOver(from: HandOverPage): Promise<Handed> {
  await from.open()
  return from.handOver()
}

async function taken(by: HandOverPage, file: Handed): Promise<void> {
  await by.open()
  await by.takeIn(file)
}

const WORDS = {
  swaps: ['一号机换的，1车1位', '二号机换的，3车2位'],
  remarks: ['一号机先写的备注', '一号机后写的备注'],
  disputed: ['一号机看到漏风', '二号机看到不缓解'],
  photos: ['一号机拍的.png', '二号机拍的.png'],
} as const

test('two phones and a laptop end with the same data and every word', async ({ browser }) => {
  test.setTimeout(420_000)
  const laptop = await device(browser, 1440, '赵工', 'QAL')
  const one = await device(browser, 390, '王工', 'SSM')
  const two = await device(browser, 390, '陈工', 'SSM')
  await laptop.app.loadSample()
  const everything = await handedOver(laptop)
  for (const phone of [one, two]) await taken(phone, everything)
  const open = (await recordsIn(laptop.page, 'failures')).filter(({ state }) => state === 'HANDLING')
  const [a = '', b = '', c = ''] = open.map(({ id }) => id)

  // Each phone works for itself.
  await photograph(one.page, a, WORDS.photos[0], [200, 30, 30])
  await swap(one.page, a, 'SN-A-1001', 'SN-A-1002', WORDS.swaps[0])
  await write(one.page, a, WORDS.remarks[0])
  const lost = await handedOver(one)
  await write(one.page, a, WORDS.remarks[1])
  await write(one.page, c, WORDS.disputed[0])
  const later = await handedOver(one)
  await photograph(two.page, b, WORDS.photos[1], [30, 30, 200])
  await swap(two.page, b, 'SN-B-2001', 'SN-B-2002', WORDS.swaps[1])
  await write(two.page, c, WORDS.disputed[1])
  const fromTwo = await handedOver(two)

  // One package is lost at first: what is missing is said. One comes twice: nothing in it is new.
  await laptop.open()
  await laptop.give(later)
  await expect(laptop.in).toContainText(/还缺设备 [0-9A-Z]{6} 的改动/u)
  await laptop.in.getByRole('checkbox').check()
  await laptop.in.getByRole('button', { name: laptop.app.t.takeInButton, exact: true }).click()
  await expect(laptop.in).toContainText('已接收')
  await taken(laptop, fromTwo)
  await taken(laptop, lost)
  await laptop.open()
  await laptop.give(fromTwo)
  await expect(laptop.in).toContainText(laptop.app.t.takeInNothing)

  // What both wrote is settled by a person, and goes back to both.
  await laptop.app.open('/data/conflicts')
  const card = laptop.page.locator('.conflict-card')
  await expect(card).toHaveCount(1)
  const side = card.locator('.conflict-side').filter({ hasText: WORDS.disputed[0] })
  await side.getByRole('button', { name: laptop.app.t.conflictsTake }).click()
  await expect(card).toHaveCount(0)
  const settled = await handedOver(laptop)
  await taken(one, settled)
  await taken(two, settled)
  await taken(two, settled)

  const dumps = await Promise.all([laptop, one, two].map(({ page }) => storedDump(page)))
  expect(dumps[1]).toEqual(dumps[0])
  expect(dumps[2]).toEqual(dumps[0])
  const devices = await Promise.all([laptop, one, two].map(async ({ page }) => deviceIn(page)))
  expect(new Set(devices).size).toBe(3)
  const everywhere = JSON.stringify(dumps[0])
  for (const words of Object.values(WORDS).flat()) expect(everywhere).toContain(words)
  for (const { page } of [laptop, one, two]) {
    expect((await recordsIn(page, 'failures')).find(({ id }) => id === c)?.remark).toBe(WORDS.disputed[0])
    expect(await countIn(page, 'conflicts')).toBe(0)
  }
})

/** The id of the device that writes in this store. */
const deviceIn = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () =>
      new Promise<string | undefined>((resolve, reject) => {
        const opening = indexedDB.open('bihuan-fracas')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('device').objectStore('device').get('device')
          reading.addEventListener('success', () => {
            opening.result.close()
            resolve(reading.result?.id)
          })
        })
      }),
  )

/** Copies beside the data, data the browser has thrown away, and the ways back. */
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { App } from './pages/App'
import { countIn, digestsIn } from './pages/database'
import { withoutAlerts } from './pages/withoutAlerts'

const DATABASE = 'bihuan-fracas'

/** A page of the same place without the program, so that nothing holds the database. */
async function withoutProgram(page: Page): Promise<void> {
  await page.goto('/icon.svg')
}

/** As a browser does that runs out of room. */
async function throwDataAway(page: Page): Promise<void> {
  await withoutProgram(page)
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name)
        deleting.addEventListener('success', () => resolve())
        deleting.addEventListener('error', () => reject(deleting.error))
      }),
    DATABASE,
  )
}

test('data the browser threw away are missed, and come back from the rescue copy', async ({ page }) => {
  test.slow()
  // An alert raised between two copies would make the second one worth keeping.
  await withoutAlerts(page)
  const app = new App(page)
  const { t } = app
  await app.loadSample()
  await app.open('/data/storage')
  const before = await digestsIn(page)
  // What the watch over alerts notes goes on meanwhile.
  const lasting = ({ alertEpisodes: _e, ...tables }: typeof before) => tables
  const rescue = page.getByRole('region', { name: t.rescueTitle })
  await expect(rescue).toContainText(t.rescueNone)
  await rescue.getByRole('button', { name: t.rescueNow }).click()
  await expect(rescue.getByRole('status')).toContainText(t.rescueMade, { timeout: 60_000 })
  await expect(rescue.getByRole('listitem')).toHaveCount(1)
  await rescue.getByRole('button', { name: t.rescueNow }).click()
  await expect(rescue.getByRole('status')).toContainText(t.rescueNothingNew, { timeout: 60_000 })

  await throwDataAway(page)
  await app.open('/')
  const banner = page.getByRole('alert', { name: t.lossTitle })
  await expect(banner).toContainText('还留着 1 份救援副本')
  await banner.getByRole('link', { name: t.lossCopies }).click()
  await rescue.getByRole('button', { name: t.rescueRestore }).click()
  const restoring = page.getByRole('region', { name: t.restoreTitle, exact: true })
  await expect(restoring).toContainText('恢复后它是一台新设备')
  await restoring.getByRole('button', { name: t.rescueRestore, exact: true }).click()
  await expect(restoring.getByRole('status')).toContainText('已接收', { timeout: 60_000 })
  await expect(banner).toHaveCount(0)
  expect(lasting(await digestsIn(page))).toEqual(lasting(before))
})

test('whoever goes on without the data says why, and is not asked again', async ({ page }) => {
  const app = new App(page)
  const { t } = app
  await app.loadSample()
  const failures = await countIn(page, 'failures')
  // What was here is remembered once the page has looked.
  await page.waitForFunction(() => localStorage.getItem('bihuan-fracas.held') !== null)
  await throwDataAway(page)
  await app.open('/')
  const banner = page.getByRole('alert', { name: t.lossTitle })
  await expect(banner).toContainText(failures.toLocaleString('zh-CN'))
  await expect(banner).toContainText(t.lossNothingLeft)
  await expect(banner.getByRole('link', { name: t.lossFile })).toHaveAttribute('href', '/data/storage?open=restore')
  await banner.getByRole('button', { name: t.lossAccept }).click()
  await expect(banner.getByRole('button', { name: t.lossAcceptDo })).toBeDisabled()
  await banner.getByLabel(t.lossAcceptWhy).fill('只是示例数据')
  await banner.getByRole('button', { name: t.lossAcceptDo }).click()
  await expect(banner).toHaveCount(0)
  await app.open('/data/storage')
  await page.getByText(t.lossNoted).click()
  await expect(page.getByRole('region', { name: t.rescueTitle })).toContainText('原因：只是示例数据')
  await expect(banner).toHaveCount(0)
})

test('data of an earlier version are kept as they are before they are upgraded', async ({ page }) => {
  const released = readFileSync('fixtures/databases/v7.json', 'utf8')
  await withoutProgram(page)
  await page.evaluate(
    ([name, text]) =>
      new Promise<void>((resolve, reject) => {
        const { version, stores, tables } = JSON.parse(text) as {
          version: number
          stores: Record<string, string>
          tables: Record<string, object[]>
        }
        const opening = indexedDB.open(name, version * 10)
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('upgradeneeded', () => {
          for (const [table, schema] of Object.entries(stores)) {
            const [key = '', ...indexes] = schema.split(',').map((part) => part.trim())
            const path = key.replace(/^\+\+/u, '')
            const store = opening.result.createObjectStore(table, {
              keyPath: path.startsWith('[') ? path.slice(1, -1).split('+') : path,
              autoIncrement: key.startsWith('++'),
            })
            for (const index of indexes) {
              const plain = index.replace(/^[&*]/u, '')
              store.createIndex(plain, plain, { unique: index.startsWith('&'), multiEntry: index.startsWith('*') })
            }
          }
        })
        opening.addEventListener('success', () => {
          const names = Object.keys(tables).filter((table) => table !== 'blobs')
          const writing = opening.result.transaction(names, 'readwrite')
          for (const table of names) for (const row of tables[table] ?? []) writing.objectStore(table).put(row)
          writing.addEventListener('error', () => reject(writing.error))
          writing.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    [DATABASE, released] as const,
  )
  const app = new App(page)
  await app.open('/data/storage')
  const rescue = page.getByRole('region', { name: app.t.rescueTitle })
  await expect(rescue.getByRole('listitem')).toContainText('升级之前')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    rescue.getByRole('button', { name: app.t.rescueSave }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^fracas-rescue-\d{12}\.zip$/u)
})

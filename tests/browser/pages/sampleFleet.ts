/**
 * The demonstration fleet as the database of a device holds it. Each worker of the tests loads it once, through the
 * screen; every other page gets a copy of what was stored, which takes a fraction of the time.
 */
import { gzipSync } from 'node:zlib'
import { expect, type Browser, type Page } from '@playwright/test'
import { App } from './App'
import { countIn } from './database'
import { withoutAlerts } from './withoutAlerts'

const DATABASE = 'bihuan-fracas'
/** A page of the same origin on which the program does not run. */
export const NO_PROGRAM = '/icon.svg'

let stored: Promise<string> | undefined

/** Stores the fleet in the browser profile of this page, as of the last day of its file. The page leaves the program. */
export async function storeSampleFleet(page: Page): Promise<void> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('a browser without profiles has no page to load the sample in')
  stored ??= loadedOnce(browser)
  const copy = await stored
  await page.goto(NO_PROGRAM)
  await page.evaluate(putAll, [DATABASE, copy] as const)
}

/** The database after loading, as `readAll` writes it, packed: it crosses to each page. */
async function loadedOnce(browser: Browser): Promise<string> {
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' })
  const page = await context.newPage()
  await withoutAlerts(page)
  await new App(page).loadSampleByItsDoor()
  // The columns of the engine, as a device that has been used has them.
  await expect.poll(() => countIn(page, 'snapshots')).toBe(1)
  const copy = await page.evaluate(readAll, DATABASE)
  await context.close()
  return gzipSync(copy).toString('base64')
}

/** Runs in the page: the whole database as one text, with the shape of its tables; bytes are written as Base64. */
async function readAll(name: string): Promise<string> {
  const answered = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
  const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const db = await answered(indexedDB.open(name))
  const tables = await Promise.all(
    [...db.objectStoreNames].map(async (table) => {
      const store = db.transaction(table).objectStore(table)
      const { keyPath, autoIncrement } = store
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath, unique, multiEntry } = store.index(index)
        return { name: index, keyPath, options: { unique, multiEntry } }
      })
      return { table, options: { keyPath, autoIncrement }, indexes, rows: await answered(store.getAll()) }
    }),
  )
  const { version } = db
  db.close()
  return JSON.stringify({ version, tables }, (_key, value: unknown) => {
    if (value instanceof ArrayBuffer) return { base64: base64(new Uint8Array(value)) }
    if (!ArrayBuffer.isView(value)) return value
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    return { base64: base64(bytes), view: value.constructor.name }
  })
}

/** Runs in the page: makes the database from that text. */
async function putAll([name, copy]: readonly [name: string, copy: string]): Promise<void> {
  interface Table {
    readonly table: string
    readonly options: IDBObjectStoreParameters
    readonly indexes: readonly { name: string; keyPath: string | string[]; options: IDBIndexParameters }[]
    readonly rows: readonly unknown[]
  }
  const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const text = await new Response(
    new Blob([bytesOf(copy)]).stream().pipeThrough(new DecompressionStream('gzip')),
  ).text()
  const { version, tables } = JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('base64' in value)) return value
    const { buffer } = bytesOf(String(value.base64))
    const views = globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>
    const View = 'view' in value ? views[String(value.view)] : undefined
    return View === undefined ? buffer : new View(buffer)
  }) as { readonly version: number; readonly tables: readonly Table[] }
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name, version)
    let isNew = false
    opening.addEventListener('upgradeneeded', () => {
      isNew = true
      for (const { table, options, indexes } of tables) {
        const store = opening.result.createObjectStore(table, options)
        for (const { name, keyPath, options } of indexes) store.createIndex(name, keyPath, options)
      }
    })
    opening.addEventListener('error', () => reject(opening.error))
    opening.addEventListener('success', () => {
      const db = opening.result
      if (!isNew) {
        reject(new Error('this device has been used already: load the sample by its door'))
        return
      }
      const writing = db.transaction(db.objectStoreNames, 'readwrite', { durability: 'relaxed' })
      for (const { table, rows } of tables) for (const row of rows) writing.objectStore(table).put(row)
      writing.addEventListener('abort', () => reject(writing.error))
      writing.addEventListener('complete', () => {
        db.close()
        resolve()
      })
    })
  })
}

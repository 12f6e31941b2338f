/**
 * Kills a tab, its renderer or the whole browser at random points of making a package, taking one in, restoring a backup,
 * upgrading old data, settling conflicts and writing changes, opens the store again and looks: is every change there that the
 * program said was stored, and is nothing half? Prints rounds, lost and half; `FAULT_SEED` and `FAULT_ROUNDS` repeat a run.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { build } from 'vite'
import { seededRandom } from '../../fixtures/demo/seededRandom'
import { serve } from '../bench/serve'
import type { Found } from './page/faults.worker'

const SEED = Number(process.env['FAULT_SEED'] ?? 1)
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 50)
const CHANGES = 1500
const PHOTOS = 20
const DISPUTES = 300
const OLD_ROWS = 20_000
const ACTS = ['make', 'takeIn', 'restore', 'upgrade', 'settle', 'write'] as const
/** How long an act takes at most, in milliseconds: it is killed somewhere before. */
const LONGEST: Readonly<Record<Act, number>> = {
  make: 900,
  takeIn: 4000,
  restore: 4000,
  upgrade: 3000,
  settle: 1500,
  write: 1500,
}
const ENDS = ['tab', 'renderer', 'browser'] as const

type Act = (typeof ACTS)[number]
type End = (typeof ENDS)[number]

const random = seededRandom(SEED)

const folder = await mkdtemp(join(tmpdir(), 'faults-'))
const page = join(folder, 'page')
await build({
  configFile: false,
  logLevel: 'error',
  root: 'tests/faults/page',
  base: '/bench/',
  publicDir: false,
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: page,
    emptyOutDir: true,
    rolldownOptions: { input: resolve('tests/faults/page/faults.html') },
  },
})
// Whatever else the browser asks for gets an empty page.
await writeFile(join(page, 'index.html'), '')
const server = await serve(page, page)

const open = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })

async function faultsPage(context: BrowserContext): Promise<Page> {
  const opened = await context.newPage()
  await opened.goto(`${server.url}/bench/faults.html`)
  await opened.waitForFunction(() => 'faults' in window)
  return opened
}

/** The whole browser dies at once, with nothing written any more. */
async function killBrowser(context: BrowserContext): Promise<void> {
  const session = await context.newCDPSession(await context.newPage()).catch(() => null)
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()))
  void session?.send('Browser.crash' as never).catch(() => undefined)
  await gone
}

async function end(how: End, context: BrowserContext, page: Page): Promise<void> {
  if (how === 'browser') return killBrowser(context)
  if (how === 'tab') return page.close({ runBeforeUnload: false })
  const crashed = page.waitForEvent('crash')
  void (await context.newCDPSession(page)).send('Page.crash').catch(() => undefined)
  await crashed
}

/** What the rounds begin with. */
interface Prepared {
  readonly whole: Found
  /** Of the package, and of the backup, of a whole store. */
  readonly addresses: { readonly takeIn: string; readonly restore: string }
  /** The tables of version 12 of the database. */
  readonly stores: Readonly<Record<string, string>>
}

async function prepared(): Promise<Prepared> {
  const context = await open(join(folder, 'source'))
  const source = await faultsPage(context)
  await source.evaluate(([changes, photos]) => window.faults.fill(changes, photos), [CHANGES, PHOTOS] as const)
  const addresses = { takeIn: '/bench/everything.fracas', restore: '/bench/backup.fracas' }
  for (const kind of ['everything', 'backup'] as const) {
    const base64 = await source.evaluate(async (kind) => {
      const bytes = new Uint8Array(await (await window.faults.make(kind)).arrayBuffer())
      let text = ''
      for (let at = 0; at < bytes.length; at += 30_000) text += String.fromCharCode(...bytes.subarray(at, at + 30_000))
      return btoa(text)
    }, kind)
    await writeFile(join(page, `${kind}.fracas`), Buffer.from(base64, 'base64'))
  }
  const whole = await source.evaluate(() => window.faults.look())
  await context.close()
  const { stores } = JSON.parse(await readFile('fixtures/databases/v12.json', 'utf8')) as Pick<Prepared, 'stores'>
  return { whole, addresses, stores }
}

interface Round {
  readonly lost: readonly string[]
  readonly half: readonly string[]
}

const countsOf = ({ changes, failures, files }: Found): string => `${changes} ${failures} ${files}`

/** What the store holds before the act: nothing, data of an earlier version, or a whole log. */
async function furnish(working: Page, act: Act, { addresses, stores }: Prepared): Promise<void> {
  if (act === 'upgrade')
    return working.evaluate(([stores, rows]) => window.faults.old(stores, rows), [stores, OLD_ROWS] as const)
  if (act === 'takeIn' || act === 'restore') return
  await working.evaluate((address) => window.faults.takeIn(address), addresses.takeIn)
  if (act === 'settle') await working.evaluate((count) => window.faults.dispute(count), DISPUTES)
}

/** Why what is left after the act is neither all of it nor nothing. */
function halfOf(act: Act, found: Found, whole: Found): readonly string[] {
  const counts = countsOf(found)
  switch (act) {
    case 'takeIn':
    case 'restore': {
      const isAll = counts === countsOf(whole) && found.notes === 1
      return isAll || (counts === '0 0 0' && found.notes === 0) ? [] : [`taken in ${counts}`]
    }
    case 'make':
      return counts === countsOf(whole) ? [] : [`made ${counts}`]
    case 'settle':
      return found.conflicts === 0 || found.conflicts === DISPUTES ? [] : [`settled, left ${found.conflicts}`]
    case 'upgrade':
    case 'write':
      return []
  }
}

/** Runs one act, kills it at some point, and looks at what is left. */
async function round(at: number, act: Act, how: End, from: Prepared): Promise<Round> {
  const profile = join(folder, `round-${at}`)
  let context = await open(profile)
  let working = await faultsPage(context)
  await furnish(working, act, from)
  const told: string[] = []
  await working.exposeFunction('told', (words: string) => told.push(words))
  const began = performance.now()
  const doing = working
    .evaluate(
      async ([act, at, address]) => {
        if (act === 'make') await window.faults.make()
        else if (act === 'takeIn' || act === 'restore') await window.faults.takeIn(address)
        else if (act === 'upgrade') await window.faults.upgrade()
        else if (act === 'settle') await window.faults.settle()
        else {
          const { proxy } = window as unknown as { readonly proxy: <T>(value: T) => T }
          const { told } = window as unknown as { readonly told: (words: string) => void }
          await window.faults.write(at, proxy(told))
        }
      },
      [act, at, act === 'restore' ? from.addresses.restore : from.addresses.takeIn] as const,
    )
    .catch(() => undefined)
  await Promise.race([doing, new Promise((resolve) => setTimeout(resolve, random.next() * LONGEST[act]))])
  await end(how, context, working)
  await doing
  const killedAfter = performance.now() - began
  if (how === 'browser') context = await open(profile)
  working = await faultsPage(context)
  const found = await working.evaluate(() => window.faults.look())
  await context.close()
  await rm(profile, { recursive: true, force: true })
  const half = [...found.half, ...halfOf(act, found, from.whole)]
  const lost = told.filter((words) => !found.written.includes(words))
  console.log(
    `round ${at}: ${act}, ${how} killed after ${Math.round(killedAfter)} ms` +
      `${act === 'write' ? `, ${told.length} acknowledged` : ''} | lost ${lost.length} | half ${half.length}` +
      `${half.length === 0 ? '' : ` (${half.slice(0, 3).join('; ')})`}`,
  )
  return { lost, half }
}

const from = await prepared()
let [lost, half] = [0, 0]
for (let at = 1; at <= ROUNDS; at += 1) {
  const found = await round(at, random.pick(ACTS), random.pick(ENDS), from)
  lost += found.lost.length
  half += found.half.length
}
console.log(`seed ${SEED} | rounds ${ROUNDS} | lost ${lost} | half ${half}`)
await server.stop()
await rm(folder, { recursive: true, force: true })
process.exit(lost + half === 0 ? 0 : 1)

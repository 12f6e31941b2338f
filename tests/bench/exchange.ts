/** How fast workbooks come in and go out, in Node and in a worker of Chromium: a line per figure, each baseline measured in the same run. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { build } from 'vite'
import { ROWS } from './denseLedger'
import { exchangeFigures, type Figure } from './exchangeFigures'
import { median } from './interleaved'
import { serve } from './serve'
import type { WorkbookTask } from './workbookTask'

const RUNS = Number(process.env['BENCH_RUNS'] ?? 3)
const FORM = 'src/exchange/write/templates/files/failure-report.xlsx'

interface Measured {
  readonly ms: number
  /** The most the process held; null where that cannot be told. */
  readonly mb: number | null
}
type Run = (task: WorkbookTask) => Promise<Measured>

const seconds = (ms: number): string => (ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`)

/** Ours and the library's in turns, so that a busy moment of the machine hits both. */
async function compared(
  what: string,
  task: 'write' | 'read',
  run: Run,
  most: number,
  mostMb: number | null,
): Promise<void> {
  const [ours, theirs]: [Measured[], Measured[]] = [[], []]
  for (let turn = 0; turn < RUNS; turn += 1) {
    ours.push(await run(task))
    theirs.push(await run(`${task}-library`))
  }
  const msOf = (all: readonly Measured[]): number => median(all.map(({ ms }) => ms))
  const mbOf = (all: readonly Measured[]): number | null =>
    all.some(({ mb }) => mb === null) ? null : median(all.map(({ mb }) => mb ?? 0))
  const inWords = (all: readonly Measured[]): string =>
    `${seconds(msOf(all))}${mbOf(all) === null ? '' : `, ${mbOf(all)?.toFixed(0)} MB`}`
  const ratio = msOf(ours) / msOf(theirs)
  const isMet = ratio <= most && (mostMb === null || (mbOf(ours) ?? 0) <= mostMb)
  console.log(
    `${what}: ${inWords(ours)} | baseline ${inWords(theirs)} (xlsx) | ratio ${ratio.toFixed(2)} | target ratio ≤ ${most}${mostMb === null ? '' : `, ≤ ${mostMb} MB`}${isMet ? '' : ' | target missed'}`,
  )
}

function say(where: string, figures: readonly Figure[]): void {
  for (const { what, ms, most } of figures)
    console.log(
      `${where}, ${what}: ${seconds(ms)} | baseline – | target ≤ ${seconds(most)}${ms <= most ? '' : ' | target missed'}`,
    )
}

/** In a process of its own, so that its memory can be told. */
const inProcess =
  (file: string): Run =>
  async (task) =>
    JSON.parse(
      execFileSync(
        process.execPath,
        ['--import', 'tsx', 'tests/bench/exchangeTask.ts', task, task === 'write-library' ? `${file}.library` : file],
        { encoding: 'utf8' },
      ),
    ) as Measured

/** Megabytes the page's own process holds (`VmRSS`) or held at most (`VmHWM`); null where the system does not tell. */
async function memoryOf(browser: Browser, which: 'VmRSS' | 'VmHWM'): Promise<number | null> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const held = processInfo
    .filter(({ type, id }) => type === 'renderer' && existsSync(`/proc/${id}/status`))
    .map(
      ({ id }) =>
        Number(new RegExp(`${which}:\\s+(\\d+)`, 'u').exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1024,
    )
  return held.length === 0 ? null : Math.max(...held)
}

/** In a browser of its own, so that its memory can be told: what it took beyond the idle page, whose own code is not ours to pack. */
const inBrowser =
  (open: () => Promise<Browser>, url: string): Run =>
  async (task) => {
    const browser = await open()
    try {
      const page = await browser.newPage()
      page.setDefaultTimeout(300_000)
      await page.goto(`${url}/bench/index.html`)
      const idle = await memoryOf(browser, 'VmRSS')
      const ms = await page.evaluate((task) => window.workbookTask(task, '/ledger.xlsx'), task)
      const most = await memoryOf(browser, 'VmHWM')
      return { ms, mb: most === null || idle === null ? null : most - idle }
    } finally {
      await browser.close()
    }
  }

const folder = mkdtempSync(join(tmpdir(), 'exchange-'))
try {
  const file = join(folder, 'ledger.xlsx')
  await compared(`Node, write ${ROWS} × 30 as a ledger`, 'write', inProcess(file), 0.5, 300)
  await compared(`Node, read ${ROWS} × 30`, 'read', inProcess(file), 1, null)
  say('Node', await exchangeFigures(new Uint8Array(readFileSync(FORM)), RUNS))

  const bench = join(folder, 'bench')
  await build({
    configFile: false,
    logLevel: 'error',
    root: 'tests/bench/exchangePage',
    base: '/bench/',
    publicDir: false,
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      outDir: bench,
      emptyOutDir: true,
      rolldownOptions: { input: resolve('tests/bench/exchangePage/index.html') },
    },
  })
  copyFileSync(FORM, join(folder, 'form.xlsx'))
  writeFileSync(join(folder, 'index.html'), '')
  const server = await serve(folder, bench)
  const open = (): Promise<Browser> =>
    chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    })
  try {
    await compared(`Chromium worker, write ${ROWS} × 30 as a ledger`, 'write', inBrowser(open, server.url), 0.5, 300)
    await compared(`Chromium worker, read ${ROWS} × 30`, 'read', inBrowser(open, server.url), 1, null)
    const browser = await open()
    try {
      const page = await browser.newPage()
      page.setDefaultTimeout(300_000)
      await page.goto(`${server.url}/bench/index.html`)
      say('Chromium worker', await page.evaluate((runs) => window.exchangeFigures('/form.xlsx', runs), RUNS))
    } finally {
      await browser.close()
    }
  } finally {
    await server.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

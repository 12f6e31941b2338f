/** Builds the program and the bench's own page, serves both, and opens a browser with a profile on disk. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type BrowserContext } from '@playwright/test'
import { build } from 'vite'
import { serve } from './serve'

export async function inBenchBrowser(act: (context: BrowserContext, url: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const [program, page] = [join(folder, 'program'), join(folder, 'bench')]
    await build({ logLevel: 'error', build: { outDir: program, emptyOutDir: true } })
    await build({
      configFile: false,
      logLevel: 'error',
      root: 'tests/bench/page',
      base: '/bench/',
      publicDir: false,
      worker: { format: 'es' },
      build: {
        target: 'es2022',
        outDir: page,
        emptyOutDir: true,
        rolldownOptions: { input: resolve('tests/bench/page/bench.html') },
      },
    })
    const server = await serve(program, page)
    // A profile on disk: a private window would keep its database in memory.
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--enable-blink-features=ForceEagerMeasureMemory',
      ],
    })
    try {
      context.setDefaultTimeout(180_000)
      await act(context, server.url)
    } finally {
      await context.close()
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

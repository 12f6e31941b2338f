/** What the bench asks of the browser, on `window.bench`: everything is measured inside one worker. */
import { wrap, type Remote } from 'comlink'
import type { BenchApi } from './bench.worker'

declare global {
  interface Window {
    bench: Remote<BenchApi>
  }
}

window.bench = wrap<BenchApi>(new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' }))

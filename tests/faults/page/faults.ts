/** What a round of the fault test asks of the browser, on `window.faults`; work is done in a thread, as in the program. */
import { proxy, wrap, type Remote } from 'comlink'
import type { FaultsApi } from './faults.worker'

declare global {
  interface Window {
    faults: Remote<FaultsApi>
    proxy: typeof proxy
  }
}

window.faults = wrap<FaultsApi>(new Worker(new URL('./faults.worker.ts', import.meta.url), { type: 'module' }))
window.proxy = proxy

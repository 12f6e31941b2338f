/** The importer as the screens see it: a thread that exists while an import is under way. */
import { wrap, type Remote } from 'comlink'
import type { ImporterApi } from './importer.worker'

let running: { readonly worker: Worker; readonly importer: Remote<ImporterApi> } | null = null

export function importer(): Remote<ImporterApi> {
  if (running === null) {
    const worker = new Worker(new URL('./importer.worker.ts', import.meta.url), { type: 'module' })
    running = { worker, importer: wrap<ImporterApi>(worker) }
  }
  return running.importer
}

/** Ends the thread with everything it had opened; nothing it had not finished storing is stored. */
export function endImporter(): void {
  running?.worker.terminate()
  running = null
}

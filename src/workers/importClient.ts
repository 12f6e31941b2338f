/** The importer as the screens see it: a thread that exists while an import is under way. */
import type { Remote } from 'comlink'
import { sayLost } from './engineClient'
import type { ImporterApi } from './importer.worker'
import { workerThread, type WorkerThread } from './workerThread'

let running: WorkerThread<ImporterApi> | null = null

/** A thread that broke down has refused what it was asked; the next question starts another. */
export function importer(): Remote<ImporterApi> {
  running ??= workerThread<ImporterApi>(
    new Worker(new URL('./importer.worker.ts', import.meta.url), { type: 'module' }),
    () => {
      running = null
      sayLost('importer')
    },
  )
  return running.api
}

/** Ends the thread with everything it had opened; nothing it had not finished storing is stored. */
export function endImporter(): void {
  running?.end()
  running = null
}

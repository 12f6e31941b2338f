/** The exporter as the screens see it; its thread starts with the first export and ends when one is cancelled. */
import { transfer, type Remote } from 'comlink'
import { onEngineLost, sayLost, serveEngine } from './engineClient'
import type { ExporterApi } from './exporter.worker'
import { workerThread, type WorkerThread } from './workerThread'

let running: WorkerThread<ExporterApi> | null = null

/** A thread that broke down has refused what it was asked; the next question starts another. */
export function exporter(): Remote<ExporterApi> {
  running ??= workerThread<ExporterApi>(
    new Worker(new URL('./exporter.worker.ts', import.meta.url), { type: 'module' }),
    () => {
      running = null
      sayLost('exporter')
    },
  )
  return running.api
}

/** The exporter with a line to the engine as it is now: an older line may end at an engine that is gone. */
export async function connectedExporter(): Promise<Remote<ExporterApi>> {
  const api = exporter()
  // What it waits for would never come.
  onEngineLost(loseExporter)
  const { port1, port2 } = new MessageChannel()
  await serveEngine(port1)
  await api.connectEngine(transfer(port2, [port2]))
  return api
}

const loseExporter = (reason: string): void => running?.lose(reason)

/** Ends the thread with whatever it was writing. */
export function endExporter(): void {
  running?.end()
  running = null
}

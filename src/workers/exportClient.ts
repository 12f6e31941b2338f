/** The exporter as the screens see it; its thread starts with the first export and ends when one is cancelled. */
import { transfer, wrap, type Remote } from 'comlink'
import { engine } from './engineClient'
import type { ExporterApi } from './exporter.worker'

let running: { readonly worker: Worker; readonly exporter: Remote<ExporterApi> } | null = null
let connected: Promise<void> | null = null

export function exporter(): Remote<ExporterApi> {
  if (running === null) {
    const worker = new Worker(new URL('./exporter.worker.ts', import.meta.url), { type: 'module' })
    running = { worker, exporter: wrap<ExporterApi>(worker) }
  }
  return running.exporter
}

/** The exporter with a line of its own to the engine. */
export async function connectedExporter(): Promise<Remote<ExporterApi>> {
  const started = exporter()
  connected ??= (async () => {
    const { port1, port2 } = new MessageChannel()
    await engine().serve(transfer(port1, [port1]))
    await started.connectEngine(transfer(port2, [port2]))
  })()
  await connected
  return started
}

/** Ends the thread with whatever it was writing. */
export function endExporter(): void {
  running?.worker.terminate()
  running = null
  connected = null
}

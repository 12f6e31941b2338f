/** The exporter as the screens see it; its thread starts with the first export. */
import { wrap, type Remote } from 'comlink'
import type { ExporterApi } from './exporter.worker'

let started: Remote<ExporterApi> | null = null

export function exporter(): Remote<ExporterApi> {
  started ??= wrap<ExporterApi>(new Worker(new URL('./exporter.worker.ts', import.meta.url), { type: 'module' }))
  return started
}

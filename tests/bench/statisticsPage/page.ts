/** Hands the question to a worker, where the program asks it too. */
import { wrap } from 'comlink'
import type { StatisticsApi } from './statistics.worker'

const worker = wrap<StatisticsApi>(new Worker(new URL('./statistics.worker.ts', import.meta.url), { type: 'module' }))

declare global {
  interface Window {
    figures: (runs: number) => ReturnType<StatisticsApi['figures']>
  }
}
window.figures = (runs) => worker.figures(runs)

/** Hands the question to a worker, where the program reads and writes its workbooks too. */
import { wrap } from 'comlink'
import type { ExchangeApi } from './exchange.worker'

const worker = wrap<ExchangeApi>(new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module' }))

declare global {
  interface Window {
    workbookTask: ExchangeApi['workbookTask']
    exchangeFigures: ExchangeApi['exchangeFigures']
  }
}
window.workbookTask = (task, address) => worker.workbookTask(task, address)
window.exchangeFigures = (form, runs) => worker.exchangeFigures(form, runs)

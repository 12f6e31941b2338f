/** The thread the browser's figures of the workbooks are measured in. */
import { expose } from 'comlink'
import { exchangeFigures, type Figure } from '../exchangeFigures'
import { workbookTask, type WorkbookTask } from '../workbookTask'

const bytesAt = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(address)).arrayBuffer())

const api = {
  /** Milliseconds of one task; the workbook to read is fetched before the clock starts. */
  workbookTask: async (task: WorkbookTask, address: string): Promise<number> => {
    const bytes = task.startsWith('read') ? await bytesAt(address) : new Uint8Array()
    const start = performance.now()
    workbookTask(task, bytes)
    return performance.now() - start
  },
  exchangeFigures: async (form: string, runs: number): Promise<readonly Figure[]> =>
    exchangeFigures(await bytesAt(form), runs),
}
export type ExchangeApi = typeof api

expose(api)

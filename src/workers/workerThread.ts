/**
 * A background thread as the page sees it. A thread can fail to load, break down, or be ended by the system without a
 * word; then every question that waits is refused with a reason, and whoever started the thread starts another.
 */
import { wrap, type Remote } from 'comlink'

/** The thread that should have answered is gone. */
export class ThreadLost extends Error {
  override name = 'ThreadLost'
}

export interface WorkerThread<Api> {
  readonly api: Remote<Api>
  /** Ends it on purpose: what it was asked stays without an answer, and `onLost` is not called. */
  readonly end: () => void
  /** Somebody found out that it is gone. */
  readonly lose: (reason: string) => void
}

const isShared = (worker: Worker | SharedWorker): worker is SharedWorker => 'port' in worker

export function workerThread<Api>(
  worker: Worker | SharedWorker,
  onLost: (lost: ThreadLost) => void,
): WorkerThread<Api> {
  const line = isShared(worker) ? worker.port : worker
  const remote = wrap<Api>(line)
  const waiting = new Set<(lost: ThreadLost) => void>()
  let isOver = false
  const close = (): void => {
    isOver = true
    if (isShared(worker)) worker.port.close()
    else worker.terminate()
  }
  const lose = (reason: string): void => {
    if (isOver) return
    close()
    const lost = new ThreadLost(reason)
    for (const refuse of waiting) refuse(lost)
    waiting.clear()
    onLost(lost)
  }
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    lose(
      'message' in event && typeof event.message === 'string' && event.message !== ''
        ? event.message
        : 'the background thread did not start',
    )
  })
  line.addEventListener('messageerror', () => lose('a message of the background thread could not be read'))
  const ask = (name: string, values: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isOver) {
        reject(new ThreadLost('the background thread is gone'))
        return
      }
      waiting.add(reject)
      const question = (remote as unknown as Readonly<Record<string, (...values: unknown[]) => Promise<unknown>>>)[name]
      const answer =
        question === undefined ? Promise.reject(new TypeError(`nobody answers ${name}`)) : question(...values)
      answer.then(resolve, reject).finally(() => waiting.delete(reject))
    })
  const api = new Proxy(
    {},
    {
      get: (_, name) =>
        typeof name !== 'string' || name === 'then' ? undefined : (...values: readonly unknown[]) => ask(name, values),
    },
  ) as Remote<Api>
  return { api, end: close, lose }
}

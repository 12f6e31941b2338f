/** A thread is a message port here: what matters is what the page is told when the other side falls silent. */
import { expose, type Endpoint } from 'comlink'
import { afterEach, expect, test } from 'vitest'
import { workerThread, type WorkerThread } from '../../../src/workers/workerThread'

interface Api {
  readonly double: (value: number) => number
  readonly never: () => Promise<never>
}

let open: WorkerThread<Api> | null = null
afterEach(() => open?.end())

/** As much of a `Worker` as the page sees. */
function aThread() {
  const { port1, port2 } = new MessageChannel()
  expose({ double: (value: number) => 2 * value, never: () => new Promise(() => undefined) }, port2 as Endpoint)
  port1.start()
  const events = new EventTarget()
  const worker = Object.assign(events, {
    postMessage: port1.postMessage.bind(port1),
    start: () => undefined,
    terminate: () => {
      port1.close()
      port2.close()
    },
  })
  port1.addEventListener('message', ({ data }) => events.dispatchEvent(new MessageEvent('message', { data })))
  const lost: string[] = []
  open = workerThread<Api>(worker as unknown as Worker, ({ message }) => void lost.push(message))
  return { worker, thread: open, lost }
}

test('a thread that breaks down refuses what waits for it with a reason, once, and every later question', async () => {
  const { worker, thread, lost } = aThread()
  expect(await thread.api.double(21)).toBe(42)
  const waiting = thread.api.never()
  worker.dispatchEvent(new Event('error'))
  worker.dispatchEvent(new Event('error'))
  await expect(waiting).rejects.toMatchObject({ name: 'ThreadLost' })
  await expect(thread.api.double(1)).rejects.toMatchObject({ name: 'ThreadLost' })
  expect(lost).toHaveLength(1)
})

test('a message that cannot be read ends the thread, because its question would wait for ever', async () => {
  const { worker, thread, lost } = aThread()
  const waiting = thread.api.never()
  worker.dispatchEvent(new Event('messageerror'))
  await expect(waiting).rejects.toMatchObject({ name: 'ThreadLost' })
  expect(lost).toHaveLength(1)
})

test('a thread ended on purpose is not lost', () => {
  const { worker, thread, lost } = aThread()
  thread.end()
  worker.dispatchEvent(new Event('error'))
  expect(lost).toEqual([])
})

/** One piece of work in a thread of its own, which exists as long as the work does. */
import { wrap, type ProxyMarked, type Remote } from 'comlink'
import { followed } from './followed'

export class TaskCancelled extends Error {
  override name = 'TaskCancelled'
}

export interface ThreadTask<T> {
  /** Rejects with TaskCancelled after `cancel`, and with what went wrong when the thread dies. */
  readonly result: Promise<T>
  /** Ends the thread; what it had not finished is not stored. */
  readonly cancel: () => void
}

type Tell<Stage> = (stage: Stage, fraction: number) => void

export function runInThread<Api, Stage, T>(
  worker: Worker,
  onStage: Tell<Stage>,
  work: (thread: Remote<Api>, onStage: Tell<Stage> & ProxyMarked) => Promise<T>,
): ThreadTask<T> {
  let end: (why: Error) => void = () => undefined
  const ended = new Promise<never>((_resolve, reject) => {
    end = reject
  })
  worker.addEventListener('error', (event) => end(new Error(event.message || 'the thread has died')))
  worker.addEventListener('messageerror', () => end(new Error('an answer of the thread was unreadable')))
  const result = followed(onStage, (tell) => Promise.race([work(wrap<Api>(worker), tell), ended])).finally(() =>
    worker.terminate(),
  )
  return { result, cancel: () => end(new TaskCancelled('cancelled')) }
}

/** The page is told of every hundredth, not of every row. */
export function sparingly<Stage>(onStage: Tell<Stage>): Tell<Stage> {
  let said = ''
  return (stage, fraction) => {
    const now = `${String(stage)} ${Math.floor(fraction * 100)}`
    if (now === said) return
    said = now
    onStage(stage, fraction)
  }
}

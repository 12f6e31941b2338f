/** The engine as the screens see it: one worker per tab, and what it last reported. */
import { proxy, wrap, type Remote } from 'comlink'
import { onChange } from '../store/changeFeed'
import type { EngineState } from './engineAnswers'
import type { EngineApi } from './engine.worker'

let started: Remote<EngineApi> | null = null
let state: EngineState = { version: 0, ready: false, done: 0, total: 0 }
const listeners = new Set<() => void>()

export function engine(): Remote<EngineApi> {
  if (started === null) {
    started = wrap<EngineApi>(new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' }))
    void started.watch(
      proxy((next: EngineState) => {
        state = next
        for (const listener of listeners) listener()
      }),
    )
    // A message on the channel does not reach the tab's own worker in every browser; telling it twice does no harm.
    onChange(() => {
      void started?.follow()
    })
  }
  return started
}

export const engineState = (): EngineState => state

export function onEngineState(listener: () => void): () => void {
  engine()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
